//! Lines of a receipt as dots.

use super::Bitmap;
use super::symbols::{bars, qr};
use super::typesetter::{SetSpan, Typesetter, dots};
use satchel_domain::receipts::{ACROSS, Drawing, Line, Span, Symbology, TextLine, TextStyle};

/// Rows of an ordinary line, as printers feed them.
pub(super) const LINE_ROWS: usize = 30;
/// White rows between a logo and what follows.
const BELOW_LOGO: usize = 12;
/// Rows of it above the line letters stand on.
const ASCENT_ROWS: usize = 22;
/// Dots a line of a drawing is wide.
const PEN: usize = 3;
/// Least white between two texts of a line, in signs.
const GAP: f32 = 0.4;

/// A line set on paper of so many dots.
pub(super) struct SetLine {
    pub spans: Vec<SetSpan>,
    /// How much larger than usual letters are set.
    pub scale: usize,
}

/// Dots, and the signs that no typeface has.
pub(super) struct Drawn {
    pub dots: Bitmap,
    /// The row letters stand on, from the top; 0 where there are none.
    pub baseline: usize,
    pub missing: Vec<char>,
}

/// Sets the texts of a line. Big lines are set large; a line that is only wide or only tall is set in
/// the usual size, to be stretched.
pub(super) fn set(
    typesetter: &mut Typesetter,
    line: &TextLine,
    width: usize,
    sign: usize,
) -> SetLine {
    let TextStyle { wide, tall, .. } = line.style;
    let scale = if wide && tall { 2 } else { 1 };
    let width = dots(if wide && !tall { width / 2 } else { width });
    let sign = dots(sign * scale);
    let spans = line
        .spans
        .iter()
        .enumerate()
        .map(|(at, span)| {
            let before = at.checked_sub(1).and_then(|before| line.spans.get(before));
            let room = (left_room(before, sign), right_room(line.spans.get(at + 1), sign, width));
            typesetter.set(span, sign, width, room)
        })
        .collect();
    SetLine { spans, scale }
}

fn left_room(before: Option<&Span>, sign: f32) -> f32 {
    before.map_or(0.0, |before| (dots(before.column + before.width) + GAP) * sign)
}

fn right_room(after: Option<&Span>, sign: f32, width: f32) -> f32 {
    after.map_or(width, |after| (dots(after.column) - GAP) * sign)
}

/// Draws a line of text.
pub(super) fn text(
    typesetter: &mut Typesetter,
    line: &TextLine,
    width: usize,
    sign: usize,
) -> Drawn {
    let style = line.style;
    let set = set(typesetter, line, width, sign);
    let mut missing = Vec::new();
    let across = if style.wide && !style.tall { 2 } else { 1 };
    let down = if style.tall && !style.wide { 2 } else { 1 };
    let ascent = ASCENT_ROWS * set.scale;
    // Room for marks above and below any letter; what is not needed is cut off again.
    let baseline = ascent + LINE_ROWS * set.scale;
    let mut canvas = Bitmap::white(width / across, baseline + 2 * LINE_ROWS * set.scale);
    for span in &set.spans {
        missing.extend(span.missing());
        ink(typesetter, span, baseline, &mut canvas);
    }
    if style.bold {
        canvas.embolden();
        if set.scale > 1 {
            canvas.embolden();
        }
    }
    if style.underline {
        underline(&set, baseline, sign * set.scale, line, &mut canvas);
    }
    let (top, bottom) = (baseline - ascent, baseline - ascent + LINE_ROWS * set.scale);
    let (first, last) = canvas.inked_rows().unwrap_or((top, bottom.saturating_sub(1)));
    let top = top.min(first);
    let cut = canvas.rows_between(top, bottom.max(last + 1));
    let dots = if across * down == 1 { cut } else { cut.enlarged(across, down) };
    Drawn { dots, baseline: (baseline - top) * down, missing }
}

fn ink(typesetter: &mut Typesetter, span: &SetSpan, baseline: usize, canvas: &mut Bitmap) {
    for glyph in &span.glyphs {
        if glyph.glyph_id == 0 {
            frame(span.left + glyph.x, glyph.w, span.size, baseline, canvas);
            continue;
        }
        typesetter.ink(glyph, span.left, dots(baseline), |x, y| {
            if let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) {
                canvas.set(x, y);
            }
        });
    }
}

/// An empty frame where a sign is missing.
fn frame(left: f32, width: f32, size: f32, baseline: usize, canvas: &mut Bitmap) {
    let (left, width) = (whole(left) + 1, whole(width.max(size * 0.5)).saturating_sub(2).max(4));
    let height = whole(size * 0.7).max(4);
    let top = baseline.saturating_sub(height);
    canvas.fill(left, top, width, 1);
    canvas.fill(left, baseline.saturating_sub(1), width, 1);
    canvas.fill(left, top, 1, height);
    canvas.fill(left + width - 1, top, 1, height);
}

/// A length in whole dots.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn whole(length: f32) -> usize {
    length.clamp(0.0, 4_096.0) as usize
}

fn underline(set: &SetLine, baseline: usize, sign: usize, line: &TextLine, canvas: &mut Bitmap) {
    for span in &line.spans {
        let below = baseline + 3 * set.scale;
        canvas.fill(span.column * sign, below, span.width * sign, 2 * set.scale);
    }
}

/// Draws any line; a cut and the drawer draw nothing.
pub(super) fn line(
    typesetter: &mut Typesetter,
    line: &Line,
    logo: Option<&Bitmap>,
    width: usize,
    sign: usize,
) -> Drawn {
    let plain = |dots| Drawn { dots, baseline: 0, missing: Vec::new() };
    match line {
        Line::Text(line) => text(typesetter, line, width, sign),
        Line::Blank => plain(Bitmap::white(width, LINE_ROWS)),
        Line::Logo => plain(logo.map(|logo| headed(logo, width)).unwrap_or_default()),
        Line::Barcode { symbology, data } => code(typesetter, *symbology, data, width, sign),
        Line::Qr { size, data } => plain(qr(data, *size, width).unwrap_or_default()),
        Line::Drawing(drawing) => plain(strokes(drawing, width)),
        Line::Cut { .. } | Line::Drawer => plain(Bitmap::white(width, 0)),
    }
}

/// A logo in the middle of the paper, and some room below it.
fn headed(logo: &Bitmap, width: usize) -> Bitmap {
    let mut paper = centred(logo, width);
    paper.append(&Bitmap::white(width, BELOW_LOGO));
    paper
}

/// A drawing in the middle of the paper, over three quarters of it.
fn strokes(drawing: &Drawing, width: usize) -> Bitmap {
    let room = width * 3 / 4;
    let scaled = |unit: u32| unit as usize * room / ACROSS as usize;
    let mut picture = Bitmap::white(room + PEN, scaled(drawing.height) + PEN);
    for stroke in &drawing.strokes {
        let mut from = stroke.first().copied().unwrap_or_default();
        for to in stroke {
            straight((scaled(from.0), scaled(from.1)), (scaled(to.0), scaled(to.1)), &mut picture);
            from = *to;
        }
    }
    centred(&picture, width)
}

/// A straight line as wide as the pen, ends included.
fn straight(from: (usize, usize), to: (usize, usize), picture: &mut Bitmap) {
    let steps = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1)).max(1);
    for step in 0..=steps {
        let between = |a: usize, b: usize| (a * (steps - step) + b * step) / steps;
        picture.fill(between(from.0, to.0), between(from.1, to.1), PEN, PEN);
    }
}

/// Bars with their data below.
fn code(
    typesetter: &mut Typesetter,
    symbology: Symbology,
    data: &str,
    width: usize,
    sign: usize,
) -> Drawn {
    let columns = width.checked_div(sign).unwrap_or_default();
    let drawn = bars(symbology, data, width).unwrap_or_default();
    let below = spelled(data, columns).first().map(|line| text(typesetter, line, width, sign));
    let mut whole = Drawn { dots: drawn, baseline: 0, missing: Vec::new() };
    if let Some(below) = below {
        whole.dots.append(&below.dots);
        whole.missing = below.missing;
    }
    whole
}

/// The lines with every code that cannot be drawn on such paper spelled out in letters.
pub(super) fn drawable(lines: Vec<Line>, width: usize, columns: usize) -> Vec<Line> {
    let mut drawable = Vec::with_capacity(lines.len());
    for line in lines {
        let data = match &line {
            Line::Barcode { symbology, data } if bars(*symbology, data, width).is_none() => data,
            Line::Qr { size, data } if qr(data, *size, width).is_none() => data,
            _ => {
                drawable.push(line);
                continue;
            }
        };
        drawable.extend(spelled(data, columns).into_iter().map(Line::Text));
    }
    drawable
}

/// Most lines that data is spelled out on.
const MOST_SPELLED: usize = 8;

/// Data in the middle of lines of their own.
fn spelled(data: &str, columns: usize) -> Vec<TextLine> {
    let signs: Vec<char> = data.chars().take(columns * MOST_SPELLED).collect();
    signs
        .chunks(columns.max(1))
        .map(|signs| {
            let text: String = signs.iter().collect();
            let column = columns.saturating_sub(signs.len()) / 2;
            let span = Span { column, width: signs.len(), text, rtl: false };
            TextLine { spans: vec![span], style: TextStyle::default() }
        })
        .collect()
}

/// A picture in the middle of the paper; what is wider is cut off at the right.
pub(super) fn centred(picture: &Bitmap, width: usize) -> Bitmap {
    let mut paper = Bitmap::white(width, picture.height());
    paper.lay(picture, width.saturating_sub(picture.width()) / 2, 0);
    paper
}

#[cfg(test)]
#[path = "draw_tests.rs"]
mod tests;
