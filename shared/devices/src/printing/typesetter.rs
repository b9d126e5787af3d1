//! Shapes and sets text with the typefaces that ship, for what no code page of a printer has.

use super::clean::clean;
use cosmic_text::{
    Attrs, Buffer, Color, Fallback, Family, FontSystem, LayoutGlyph, Metrics, Shaping, SwashCache,
    Wrap, fontdb,
};
use satchel_domain::receipts::Span;
use std::sync::Arc;
use unicode_script::Script;

/// Scripts the typefaces that ship can write. Han has the signs of GB 2312, Big5's common part and
/// JIS level 1. A sign of another script is drawn as an empty frame and told to the caller.
pub const COVERED_SCRIPTS: [&str; 11] = [
    "Latin",
    "Greek",
    "Cyrillic",
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Thai",
    "Han",
    "Hiragana",
    "Katakana",
    "Emoji",
];

/// The typeface of figures and Latin letters: each sign as wide as a column.
const MONO: &str = "IBM Plex Mono";
/// Its signs are 0.6 of its size wide.
const MONO_ADVANCE: f32 = 0.6;
/// From this coverage on a dot is black.
const INK: u8 = 110;
/// A span with less room than it needs is set smaller, but never smaller than this share.
const SMALLEST: f32 = 0.4;

macro_rules! fonts {
    ($($file:literal),* $(,)?) => {
        [$(include_bytes!(concat!("../../../../assets/receipts/fonts/", $file)).as_slice()),*]
    };
}

const FONTS: [&[u8]; 8] = fonts![
    "IBMPlexMono.ttf",
    "NotoSansMono-greek-signs.ttf",
    "IBMPlexSansArabic.ttf",
    "IBMPlexSansHebrew.ttf",
    "IBMPlexSansThai.ttf",
    "NotoSansDevanagari.ttf",
    "NotoSansSC-common.ttf",
    "NotoEmoji.ttf",
];

/// The order in which typefaces are asked for a sign.
struct Order;

impl Fallback for Order {
    fn common_fallback(&self) -> &[&'static str] {
        &[
            "Noto Sans Mono",
            "Noto Sans SC",
            "Noto Emoji",
            "IBM Plex Sans Arabic",
            "IBM Plex Sans Hebrew",
            "IBM Plex Sans Thai",
            "Noto Sans Devanagari",
        ]
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, script: Script, _: &str) -> &[&'static str] {
        match script {
            Script::Arabic => &["IBM Plex Sans Arabic"],
            Script::Hebrew => &["IBM Plex Sans Hebrew"],
            Script::Thai => &["IBM Plex Sans Thai"],
            Script::Devanagari => &["Noto Sans Devanagari"],
            Script::Han | Script::Hiragana | Script::Katakana => &["Noto Sans SC"],
            _ => &[],
        }
    }
}

/// Sets text in the typefaces that ship and draws its letters. Making one reads the typefaces; the
/// letters it has drawn are kept, so one serves many receipts.
pub struct Typesetter {
    fonts: FontSystem,
    drawn: SwashCache,
}

impl std::fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typesetter").finish_non_exhaustive()
    }
}

/// A span in place: glyphs from `left` on, at this size.
pub(super) struct SetSpan {
    /// The text the glyphs stand for, as it was cleaned.
    pub text: String,
    /// Dots from the left edge to the beginning of the glyphs.
    pub left: f32,
    /// Size in dots.
    pub size: f32,
    /// The glyphs, from left to right, each at its place from `left`.
    pub glyphs: Vec<LayoutGlyph>,
}

impl SetSpan {
    /// Signs no typeface has.
    pub fn missing(&self) -> impl Iterator<Item = char> {
        self.glyphs
            .iter()
            .filter(|glyph| glyph.glyph_id == 0)
            .filter_map(|glyph| self.text.get(glyph.start..glyph.end)?.chars().next())
    }
}

impl Typesetter {
    /// Reads the typefaces.
    pub fn new() -> Self {
        let mut known = fontdb::Database::new();
        for font in FONTS {
            known.load_font_source(fontdb::Source::Binary(Arc::new(font)));
        }
        let fonts = FontSystem::new_with_locale_and_db_and_fallback("en".to_owned(), known, Order);
        Self { fonts, drawn: SwashCache::new() }
    }

    /// Sets a span of a line whose signs are `sign` dots wide; `room` is how far it may reach, in
    /// dots from the left edge.
    pub(super) fn set(&mut self, span: &Span, sign: f32, line: f32, room: (f32, f32)) -> SetSpan {
        let text = clean(&span.text);
        let size = sign / MONO_ADVANCE;
        let (mut glyphs, mut width, mut set_at) = self.shape(&text, size);
        let available = (room.1 - room.0).max(sign);
        if width > available {
            set_at = size * (available / width).max(SMALLEST);
            (glyphs, width, set_at) = self.shape(&text, set_at);
        }
        let (from, cells) = (dots(span.column) * sign, dots(span.width) * sign);
        let left =
            beside(from, cells, width, line, span.rtl).max(room.0).min((room.1 - width).max(0.0));
        SetSpan { text, left, size: set_at, glyphs }
    }

    fn shape(&mut self, text: &str, size: f32) -> (Vec<LayoutGlyph>, f32, f32) {
        let mut buffer = Buffer::new(&mut self.fonts, Metrics::new(size, size * 1.5));
        let mut buffer = buffer.borrow_with(&mut self.fonts);
        buffer.set_wrap(Wrap::None);
        buffer.set_size(None, None);
        let attributes = Attrs::new().family(Family::Name(MONO));
        buffer.set_text(text, &attributes, Shaping::Advanced, None);
        buffer.shape_until_scroll(false);
        let mut glyphs: Vec<LayoutGlyph> = Vec::new();
        let mut width = 0.0_f32;
        for run in buffer.layout_runs() {
            glyphs.extend_from_slice(run.glyphs);
            width = width.max(run.line_w);
        }
        // A paragraph that reads from right to left may not begin at 0.
        let first = glyphs.iter().map(|glyph| glyph.x).fold(f32::INFINITY, f32::min);
        for glyph in &mut glyphs {
            glyph.x -= first;
        }
        (glyphs, width, size)
    }

    /// Calls `dot` for every black dot of a glyph whose line begins at `left` and stands on `baseline`.
    pub(super) fn ink(
        &mut self,
        glyph: &LayoutGlyph,
        left: f32,
        baseline: f32,
        mut dot: impl FnMut(i32, i32),
    ) {
        let placed = glyph.physical((left, baseline), 1.0);
        let black = Color::rgb(0, 0, 0);
        self.drawn.with_pixels(&mut self.fonts, placed.cache_key, black, |x, y, color| {
            if color.a() >= INK {
                dot(placed.x + x, placed.y + y);
            }
        });
    }

    /// The file of the typeface a glyph is from.
    pub(super) fn font_file(&self, id: fontdb::ID) -> Option<&'static [u8]> {
        let face = self.fonts.db().face(id)?;
        let fontdb::Source::Binary(data) = &face.source else { return None };
        let data: &[u8] = data.as_ref().as_ref();
        FONTS.iter().find(|font| std::ptr::eq(font.as_ptr(), data.as_ptr())).copied()
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a text of this width stands beside its cells: a span at an edge of the line keeps that edge, and
/// one between keeps the side it reads from.
fn beside(from: f32, cells: f32, width: f32, line: f32, rtl: bool) -> f32 {
    let slack = cells - width;
    let (at_left, at_right) = (from < 1.0, from + cells > line - 1.0);
    match (at_left, at_right, rtl) {
        (true, false, _) => from,
        (false, true, _) | (_, _, true) => from + slack,
        _ => from,
    }
}

/// A count of signs or dots, all of which are small.
pub(super) fn dots(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
