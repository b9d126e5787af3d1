//! A drawing made by hand, such as a signature, as a receipt prints it.

use std::fmt::Write;

/// Units across the paper's room for a drawing.
pub const ACROSS: u32 = 1_000;
/// Most units down; what is taller is drawn smaller.
const DOWN: f64 = 360.0;
/// Most points kept; a signature has a few hundred.
const MOST_POINTS: usize = 10_000;
/// Farthest coordinate of a path that is read.
const FARTHEST: f64 = 100_000.0;

/// Lines drawn without lifting the pen, from the top left of the drawing, [`ACROSS`] units wide.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The points of each line; none has none.
    pub strokes: Vec<Vec<(u32, u32)>>,
    /// Units from the top to the lowest point.
    pub height: u32,
}

impl Drawing {
    /// The drawing of an SVG path of absolute `M` and `L` with a point each (SVG 2, 9.3), as the app's
    /// signature pad writes it: without the white around it, as large as there is room, in the middle.
    /// `None` for any other path and for one without a point.
    pub fn of_path(path: &str) -> Option<Self> {
        let strokes = read(path)?;
        let points = || strokes.iter().flatten().copied();
        let least = points().fold((f64::MAX, f64::MAX), |a, b| (a.0.min(b.0), a.1.min(b.1)));
        let most = points().fold((f64::MIN, f64::MIN), |a, b| (a.0.max(b.0), a.1.max(b.1)));
        let (wide, high) = ((most.0 - least.0).max(1.0), (most.1 - least.1).max(1.0));
        let across = f64::from(ACROSS);
        let scale = (across / wide).min(DOWN / high);
        let left = (across - wide * scale) / 2.0;
        let place =
            |(x, y): (f64, f64)| (unit((x - least.0) * scale + left), unit((y - least.1) * scale));
        Some(Self {
            height: unit((most.1 - least.1) * scale),
            strokes: strokes.into_iter().map(|s| s.into_iter().map(place).collect()).collect(),
        })
    }

    /// As an SVG path, for a screen.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for stroke in &self.strokes {
            for (place, (x, y)) in stroke.iter().enumerate() {
                let letter = if place == 0 { 'M' } else { 'L' };
                // Writing to a String cannot fail.
                let _ = write!(path, "{letter}{x} {y}");
            }
            if let [(x, y)] = stroke.as_slice() {
                let _ = write!(path, "L{x} {y}");
            }
        }
        path
    }
}

/// A length in whole units.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn unit(length: f64) -> u32 {
    length.round().clamp(0.0, f64::from(ACROSS)) as u32
}

/// The points of each line of a path.
fn read(path: &str) -> Option<Vec<Vec<(f64, f64)>>> {
    let mut strokes: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut count = 0_usize;
    let mut rest = path.trim();
    while let Some(letter) = rest.chars().next() {
        let behind = rest.get(letter.len_utf8()..)?;
        let end = behind.find(['M', 'L']).unwrap_or(behind.len());
        let (point, after) = behind.split_at_checked(end)?;
        let point = read_point(point)?;
        match (letter, strokes.last_mut()) {
            ('M', _) => strokes.push(vec![point]),
            ('L', Some(stroke)) => stroke.push(point),
            _ => return None,
        }
        count += 1;
        if count > MOST_POINTS {
            return None;
        }
        rest = after;
    }
    (!strokes.is_empty()).then_some(strokes)
}

fn read_point(text: &str) -> Option<(f64, f64)> {
    let mut numbers = text.split([' ', ',']).filter(|part| !part.is_empty());
    let mut number = || {
        let number: f64 = numbers.next()?.parse().ok()?;
        (number.is_finite() && number.abs() <= FARTHEST).then_some(number)
    };
    let point = (number()?, number()?);
    numbers.next().is_none().then_some(point)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_signature_fills_the_room_and_keeps_its_shape() {
        let drawing = Drawing::of_path("M100.0 50.0L300.0 90.0M200.0 50.0L200.0 50.0").unwrap();
        assert_eq!(drawing.height, 200);
        assert_eq!(drawing.strokes, [[(0, 0), (1_000, 200)], [(500, 0), (500, 0)]]);
        let tall = Drawing::of_path("M0 0L10 360").unwrap();
        assert_eq!((tall.height, &tall.strokes[0][..]), (360, &[(495, 0), (505, 360)][..]));
        assert_eq!(tall.path(), "M495 0L505 360");
        let dot = Drawing::of_path("M7,7").unwrap();
        assert_eq!((dot.strokes.len(), dot.height), (1, 0));
    }

    #[test]
    fn anything_else_is_no_drawing() {
        for path in ["", " ", "L1 2", "M1", "M1 2 3", "M1 2Q3 4 5 6", "m1 2", "M1 NaN", "M1e9 0"] {
            assert_eq!(Drawing::of_path(path), None, "{path}");
        }
        assert_eq!(Drawing::of_path(&"M1 2".repeat(MOST_POINTS + 1)), None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_drawing_inside_its_room_or_none(
            text in "(\\PC|[ML ,.\\-0-9]){0,60}",
            points in prop::collection::vec((-500.0..500.0_f64, -500.0..500.0_f64), 1..40),
        ) {
            let _ = Drawing::of_path(&text);
            let path: String = points.iter().map(|(x, y)| format!("M{x} {y}")).collect();
            let drawing = Drawing::of_path(&path).unwrap();
            prop_assert_eq!(drawing.strokes.len(), points.len());
            for (x, y) in drawing.strokes.iter().flatten() {
                prop_assert!(*x <= ACROSS && *y <= drawing.height && drawing.height <= 361);
            }
            prop_assert_eq!(Drawing::of_path(&drawing.path()).map(|again| again.strokes.len()), Some(points.len()));
        }
    }
}
