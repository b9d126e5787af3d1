//! A receipt as a PDF, to share: one page as long as the paper, its text as text.

use super::typesetter::{SetSpan, dots};
use super::{Bitmap, PrinterProfile, Typesetter, draw};
use cosmic_text::{LayoutGlyph, fontdb};
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use satchel_domain::receipts::{Line, Receipt, TextLine, layout};
use std::collections::HashMap;

/// Points of a dot, of which 8 are a millimetre.
const DOT: f32 = 72.0 / 25.4 / 8.0;
/// White above and below, in dots.
const MARGIN: usize = 40;
/// Outline of bold letters, in dots.
const BOLD: f32 = 0.7;
/// Longest page of a PDF, in points (ISO 32000, annex C).
const LONGEST: f32 = 14_400.0;

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The receipt is longer than a page can be.
    #[error("the receipt is longer than a page")]
    TooLong,
    /// The file could not be written.
    #[error("the PDF could not be written: {0}")]
    File(String),
}

impl PdfError {
    /// The key of the sentence shown to the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::TooLong => "error-receipt-too-long",
            Self::File(_) => "error-receipt-pdf",
        }
    }
}

/// The receipt as a PDF under this title.
///
/// # Errors
/// [`PdfError`].
pub fn render(
    receipt: &Receipt,
    title: &str,
    profile: &PrinterProfile,
    logo: Option<&Bitmap>,
    typesetter: &mut Typesetter,
) -> Result<Vec<u8>, PdfError> {
    let sign = profile.sign_dots();
    let lines = draw::drawable(layout(receipt, profile.columns), profile.dots, profile.columns);
    let drawn: Vec<_> =
        lines.iter().map(|line| draw::line(typesetter, line, logo, profile.dots, sign)).collect();
    let height: usize = drawn.iter().map(|line| line.dots.height()).sum();
    let paper = (f32::from(profile.paper_mm) * 8.0 * DOT, dots(height + 2 * MARGIN) * DOT);
    let settings = PageSettings::from_wh(paper.0, paper.1)
        .filter(|_| paper.1 <= LONGEST && height <= usize::from(u16::MAX))
        .ok_or(PdfError::TooLong)?;
    let mut document = Document::new();
    let mut page = document.start_page_with(settings);
    let left = (f32::from(profile.paper_mm) * 8.0 - dots(profile.dots)) / 2.0;
    {
        let mut pen = Pen { surface: page.surface(), fonts: HashMap::new(), typesetter };
        pen.surface.push_transform(&Transform::from_scale(DOT, DOT));
        let mut top = MARGIN;
        for (line, drawn) in lines.iter().zip(&drawn) {
            pen.surface.push_transform(&Transform::from_translate(left, dots(top)));
            match line {
                Line::Text(line) => pen.text(line, drawn.baseline, profile.dots, sign),
                _ => pen.picture(&drawn.dots),
            }
            pen.surface.pop();
            top += drawn.dots.height();
        }
        pen.surface.pop();
        pen.surface.finish();
    }
    page.finish();
    document.set_metadata(Metadata::new().title(title.to_owned()).creator("Satchel".to_owned()));
    document.finish().map_err(|error| PdfError::File(format!("{error:?}")))
}

/// Draws on the page, in dots.
struct Pen<'a, 'b> {
    surface: Surface<'a>,
    fonts: HashMap<fontdb::ID, Option<Font>>,
    typesetter: &'b mut Typesetter,
}

fn black() -> Fill {
    Fill { paint: rgb::Color::black().into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

impl Pen<'_, '_> {
    fn text(&mut self, line: &TextLine, baseline: usize, width: usize, sign: usize) {
        let style = line.style;
        let across = if style.wide && !style.tall { 2.0 } else { 1.0 };
        let down = if style.tall && !style.wide { 2.0 } else { 1.0 };
        let set = draw::set(self.typesetter, line, width, sign);
        let baseline = dots(baseline) / down;
        self.surface.push_transform(&Transform::from_scale(across, down));
        self.surface.set_fill(Some(black()));
        let stroke = Stroke { width: BOLD, paint: rgb::Color::black().into(), ..Stroke::default() };
        self.surface.set_stroke(style.bold.then_some(stroke));
        for span in &set.spans {
            self.span(span, baseline);
        }
        self.surface.set_stroke(None);
        if style.underline {
            let sign = dots(sign * set.scale);
            for span in &line.spans {
                let (left, width) = (dots(span.column) * sign, dots(span.width) * sign);
                self.rectangles([(left, baseline + 3.0, width, 2.0)]);
            }
        }
        self.surface.pop();
    }

    /// Glyphs of one typeface in a row go out together.
    fn span(&mut self, span: &SetSpan, baseline: f32) {
        for run in span.glyphs.chunk_by(|one, next| {
            one.font_id == next.font_id && (one.glyph_id == 0) == (next.glyph_id == 0)
        }) {
            let Some(first) = run.first() else { continue };
            let font = self.font(first.font_id).filter(|_| first.glyph_id != 0);
            match font {
                Some(font) => {
                    let glyphs = advances(run, span.size);
                    let start = Point::from_xy(span.left + first.x, baseline);
                    self.surface.draw_glyphs(start, &glyphs, font, &span.text, span.size, false);
                }
                None => self.frames(run, span, baseline),
            }
        }
    }

    fn font(&mut self, id: fontdb::ID) -> Option<Font> {
        let typesetter = &self.typesetter;
        let read = || Font::new(typesetter.font_file(id)?.into(), 0);
        self.fonts.entry(id).or_insert_with(read).clone()
    }

    /// An empty frame where a sign is missing.
    fn frames(&mut self, run: &[LayoutGlyph], span: &SetSpan, baseline: f32) {
        for glyph in run {
            let (left, width) = (span.left + glyph.x + 1.0, (glyph.w - 2.0).max(4.0));
            let (height, top) = (span.size * 0.7, baseline - span.size * 0.7);
            self.rectangles([
                (left, top, width, 1.0),
                (left, baseline - 1.0, width, 1.0),
                (left, top, 1.0, height),
                (left + width - 1.0, top, 1.0, height),
            ]);
        }
    }

    fn rectangles(&mut self, all: impl IntoIterator<Item = (f32, f32, f32, f32)>) {
        let mut path = PathBuilder::new();
        for (left, top, width, height) in all {
            if let Some(rectangle) = Rect::from_xywh(left, top, width, height) {
                path.push_rect(rectangle);
            }
        }
        if let Some(path) = path.finish() {
            self.surface.set_fill(Some(black()));
            self.surface.draw_path(&path);
        }
    }

    /// A picture as rectangles: runs of dots, equal rows together.
    fn picture(&mut self, picture: &Bitmap) {
        let rows: Vec<&[u8]> = picture.rows().chunks(picture.stride().max(1)).collect();
        let mut top = 0;
        let mut rectangles = Vec::new();
        for same in rows.chunk_by(|one, next| one == next) {
            for (left, width) in runs(picture, top) {
                rectangles.push((dots(left), dots(top), dots(width), dots(same.len())));
            }
            top += same.len();
        }
        self.rectangles(rectangles);
    }
}

/// Where black begins in a row, and how far it goes.
fn runs(picture: &Bitmap, row: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = None;
    for x in 0..=picture.width() {
        match (picture.is_black(x, row), from) {
            (true, None) => from = Some(x),
            (false, Some(left)) => {
                found.push((left, x - left));
                from = None;
            }
            _ => {}
        }
    }
    found
}

/// Each glyph advances to where the next one begins.
fn advances(run: &[LayoutGlyph], size: f32) -> Vec<KrillaGlyph> {
    let next = run.iter().skip(1).map(|glyph| Some(glyph.x)).chain([None]);
    run.iter()
        .zip(next)
        .map(|(glyph, next)| {
            let advance = next.map_or(glyph.w, |next| next - glyph.x) / size;
            KrillaGlyph::new(
                GlyphId::new(glyph.glyph_id.into()),
                advance,
                glyph.x_offset,
                glyph.y_offset,
                0.0,
                glyph.start..glyph.end,
                None,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_domain::receipts::parse;

    fn rendered(markup: &str, rtl: bool) -> Result<Vec<u8>, PdfError> {
        let receipt = Receipt { blocks: parse(markup).unwrap(), rtl, decimal_mark: ".".to_owned() };
        let profile = PrinterProfile::named("58mm").unwrap();
        render(&receipt, "R-1", profile, None, &mut Typesetter::new())
    }

    #[test]
    fn a_page_with_every_kind_of_line() {
        let file = rendered(
            "@logo\n@big bold: Tea\n@underline: 咖啡 قهوة ᚠ\n@wide: w\n@tall: t\n@row * 6.: चाय | 1.50\n\
             @barcode: R-1\n@qr: x\n@cut\n@drawer",
            false,
        )
        .unwrap();
        assert!(file.starts_with(b"%PDF-1."));
        let text = String::from_utf8_lossy(&file);
        // 58 mm in points, and the letters of five typefaces.
        assert!(text.contains("164.4"), "{}", text.len());
        assert!(text.matches("/ToUnicode").count() >= 4);
    }

    #[test]
    fn longer_than_a_page_is_an_error() {
        assert_eq!(rendered(&"a\n".repeat(2_200), false), Err(PdfError::TooLong));
    }
}
