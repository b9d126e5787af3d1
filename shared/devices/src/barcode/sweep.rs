//! Reading bar codes along many lines.

use super::code::Code;
use super::engine::Engine;
use super::line::{Cut, Line, bits};
use super::luma::Luma;
use super::votes::Votes;

/// Places in a line, besides its border, where a bar code may begin, that are tried.
const MOST_STARTS: usize = 6;

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
            if let Some(code) = engine.line(bits.iter().copied()) {
                return Some(code);
            }
            if self.restarts {
                for start in starts(&bits).take(MOST_STARTS) {
                    let rest = bits.get(start..).unwrap_or_default();
                    if let Some(code) = engine.line(rest.iter().copied()) {
                        return Some(code);
                    }
                }
            }
            bits.reverse();
        }
        None
    }
}

/// Where white at least two and a half times as wide as the bar behind it begins, and that bar, the
/// next white and the next bar are about equal, as the guards of EAN and UPC are. The first of the
/// line is left out.
fn starts(bits: &[bool]) -> impl Iterator<Item = usize> + '_ {
    let mut ends: Vec<usize> = Vec::new();
    let mut last = false;
    for (at, black) in bits.iter().enumerate() {
        if *black != last {
            ends.push(at);
            last = *black;
        }
    }
    // `ends` holds where each run ends: white first, then black and white in turn.
    let runs: Vec<[usize; 5]> = ends
        .windows(5)
        .skip(1)
        .step_by(2)
        .filter_map(|ends| <[usize; 5]>::try_from(ends).ok())
        .collect();
    runs.into_iter().filter_map(|[start, bar, white, next, end]| {
        let (margin, bar, white, next) = (bar - start, white - bar, next - white, end - next);
        let alike = |a: usize, b: usize| a <= 2 * b + 1 && b <= 2 * a + 1;
        let guard = alike(bar, white) && alike(white, next) && alike(bar, next);
        (guard && 2 * margin >= 5 * bar).then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_behind_a_margin_is_a_start() {
        let line = "..#.#....###........##..##..##..#.#....";
        let bits: Vec<bool> = line.chars().map(|char| char == '#').collect();
        assert_eq!(starts(&bits).collect::<Vec<_>>(), [12]);
        assert_eq!(starts(&[]).count(), 0);
    }
}
