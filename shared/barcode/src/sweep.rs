//! Reading bar codes along many lines.

use std::ops::Range;

use super::code::Code;
use super::engine::{Engine, FEWEST_EDGES};
use super::line::{Cut, Line, bits};
use super::luma::Luma;
use super::votes::Votes;

/// Places in a line, besides its border, where a bar code may begin, that are tried.
const MOST_STARTS: usize = 6;
/// Widths of the first bar after which white is a margin: the widest space of any code has four modules,
/// and a blurred bar may look half as wide as it is.
const WIDEST: usize = 8;

/// Lines at one angle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sweep {
    /// Angle to the rows.
    pub(super) degrees: f32,
    /// Pixels from line to line.
    pub(super) apart: f32,
    /// Most lines.
    pub(super) most: usize,
    /// Samples a pixel.
    pub(super) fine: f32,
    /// What black may be, in the order tried.
    pub(super) cuts: &'static [Cut],
    /// Also begins behind each white that may be the margin of a code: the readers give up at
    /// the first thing that looks like a start and is none, such as print beside the code.
    pub(super) restarts: bool,
}

impl Sweep {
    /// Reads along each line, in both directions.
    pub(super) fn read(&self, engine: &mut Engine, luma: &Luma<'_>, votes: &mut Votes) {
        let mut samples = Vec::new();
        for line in Line::fan(luma, self.degrees, self.apart, self.most) {
            line.samples(luma, self.fine, &mut samples);
            let mut cuts = self.cuts.iter();
            let read = cuts.find_map(|cut| {
                let code = self.both_ways(engine, bits(&samples, self.fine, *cut))?;
                // Drawn sharp over several pixels, narrow bars turn into others; only a code with
                // many of them shows it.
                (cut.reach <= 1.0 || !code.is_weak()).then_some(code)
            });
            if let Some(code) = read {
                votes.add(code);
            }
        }
    }

    fn both_ways(&self, engine: &mut Engine, mut bits: Vec<bool>) -> Option<Code> {
        for _ in 0..2 {
            if let Some(code) = engine.line(&bits) {
                return Some(code);
            }
            if self.restarts {
                let mut parts = starts(&bits).take(MOST_STARTS);
                let read = parts.find_map(|part| engine.behind_margin(bits.get(part)?));
                if read.is_some() {
                    return read;
                }
            }
            bits.reverse();
        }
        None
    }
}

/// The parts of a line that may be a code with its margins: from white at least two and a half times
/// as wide as the bar behind it, where that bar, the next white and the next bar are about equal, as the
/// guards of EAN and UPC are, to the next white no code has inside. The start of the line is left out,
/// and what has too few bars.
fn starts(bits: &[bool]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut ends: Vec<usize> = Vec::new();
    let mut last = false;
    for (at, black) in bits.iter().enumerate() {
        if *black != last {
            ends.push(at);
            last = *black;
        }
    }
    // `ends` holds where each run ends: white first, then black and white in turn.
    (1..ends.len()).step_by(2).filter_map(move |first| {
        let Some([start, bar, white, next, end]) = ends.get(first..first + 5) else { return None };
        let (margin, bar, white, next) = (bar - start, white - bar, next - white, end - next);
        let alike = |a: usize, b: usize| a <= 2 * b + 1 && b <= 2 * a + 1;
        let guard = alike(bar, white) && alike(white, next) && alike(bar, next);
        if !guard || 2 * margin < 5 * bar {
            return None;
        }
        let too_wide = WIDEST * bar.max(white).max(next);
        let whites = (first + 4..ends.len()).step_by(2);
        let last = whites.clone().find(
            |at| matches!(ends.get(*at..at + 2), Some([begin, end]) if end - begin >= too_wide),
        );
        let runs = last.unwrap_or(ends.len()) - first;
        let end = last.and_then(|at| ends.get(at + 1).copied()).unwrap_or(bits.len());
        (runs >= FEWEST_EDGES).then_some(*start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_behind_a_margin_is_a_start() {
        let bits = |line: &str| line.chars().map(|char| char == '#').collect::<Vec<bool>>();
        let starts =
            |line: &str| starts(&bits(line)).map(|part| (part.start, part.end)).collect::<Vec<_>>();
        let code = "#.".repeat(12) + "#";
        let print = "..#.#....###........";
        let margin = print.len() - 8;
        assert_eq!(starts(&format!("{print}{code}....")), [(margin, margin + 8 + 25 + 4)]);
        let between = format!("{print}{code}........{print}");
        assert_eq!(starts(&between), [(margin, margin + 8 + 25 + 8 + 2)]);
        assert!(starts("..#.#....###........##..##..##..#.#....").is_empty(), "too few bars");
        assert!(starts("").is_empty());
    }
}
