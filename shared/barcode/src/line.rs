//! Straight lines through a picture, and the black and white on them.

use super::luma::Luma;

/// Samples of a line; longer ones are sampled more widely.
const MOST_SAMPLES: f32 = 2_600.0;
/// Least difference between black and white that is not noise, in grey levels.
const CONTRAST: f32 = 14.0;

/// A line from one border to the other, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) from: (f32, f32),
    pub(super) to: (f32, f32),
}

impl Line {
    /// Parallel lines at `degrees` to the rows, `apart` pixels from each other, the middle one
    /// first, then outwards on both sides, at most `most`.
    pub(super) fn fan(luma: &Luma<'_>, degrees: f32, apart: f32, most: usize) -> Vec<Self> {
        let (width, height) = (luma.width() as f32, luma.height() as f32);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let reach = (width * sin.abs() + height * cos.abs()) / 2.0;
        let steps = (reach / apart) as i32;
        let outwards =
            (0..=steps).flat_map(|step| if step == 0 { vec![0] } else { vec![step, -step] });
        outwards
            .filter_map(|step| {
                let off = step as f32 * apart;
                let through = (width / 2.0 - sin * off, height / 2.0 + cos * off);
                Self::clipped(through, (cos, sin), (width - 1.0, height - 1.0))
            })
            .take(most)
            .collect()
    }

    /// The part inside the rectangle from the origin to `corner` of the line through a point.
    fn clipped(through: (f32, f32), along: (f32, f32), corner: (f32, f32)) -> Option<Self> {
        let (mut first, mut last) = (f32::NEG_INFINITY, f32::INFINITY);
        for (at, step, end) in [(through.0, along.0, corner.0), (through.1, along.1, corner.1)] {
            if step.abs() < 1e-6 {
                if at < 0.0 || at > end {
                    return None;
                }
                continue;
            }
            let (a, b) = (-at / step, (end - at) / step);
            first = first.max(a.min(b));
            last = last.min(a.max(b));
        }
        let point = |way: f32| (through.0 + along.0 * way, through.1 + along.1 * way);
        // Shorter than the shortest symbol with its margins.
        (last - first > 30.0).then(|| Self { from: point(first), to: point(last) })
    }

    /// Luma along the line, `fine` samples a pixel, each the mean of three side by side.
    pub(super) fn samples(&self, luma: &Luma<'_>, fine: f32, out: &mut Vec<f32>) {
        let (dx, dy) = (self.to.0 - self.from.0, self.to.1 - self.from.1);
        let length = dx.hypot(dy);
        let count = (length * fine).clamp(2.0, MOST_SAMPLES);
        let (step_x, step_y) = (dx / count, dy / count);
        let (aside_x, aside_y) = (-dy / length, dx / length);
        out.clear();
        // Most lines lie along the rows, where what is between pixels is between means of three.
        if dy.abs() < 1e-3 {
            let y = self.from.1;
            let means: Vec<f32> = (0..luma.width())
                .map(|x| (-1..=1).map(|aside| luma.between(x as f32, y + aside as f32)).sum())
                .map(|sum: f32| sum / 3.0)
                .collect();
            let at = |step: usize| between(&means, self.from.0 + step_x * step as f32);
            out.extend((0..count as usize).map(at));
            return;
        }
        for at in 0..count as usize {
            let (x, y) = (self.from.0 + step_x * at as f32, self.from.1 + step_y * at as f32);
            let sum = luma.between(x, y)
                + luma.between(x + aside_x, y + aside_y)
                + luma.between(x - aside_x, y - aside_y);
            out.push(sum / 3.0);
        }
    }
}

/// The value between two places; the last goes on.
fn between(values: &[f32], at: f32) -> f32 {
    let first = at.max(0.0) as usize;
    let left = values.get(first).or(values.last()).copied().unwrap_or_default();
    let right = values.get(first + 1).copied().unwrap_or(left);
    left + (right - left) * (at - first as f32).clamp(0.0, 1.0)
}

/// How black is told from white.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Threshold {
    /// This part of the way from the darkest to the lightest around: light and shade do not matter.
    Near(f32),
    /// One for the whole line, between its two heaps of grey: spots and stripes do not matter.
    Whole,
}

/// One way from greys to black and white.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cut {
    pub(super) threshold: Threshold,
    /// How far away, in pixels, the samples lie against which one is made sharper: about the
    /// width of the blur.
    pub(super) reach: f32,
}

impl Cut {
    pub(super) const fn near(part: f32) -> Self {
        Self { threshold: Threshold::Near(part), reach: 1.0 }
    }

    pub(super) const WHOLE: Self = Self { threshold: Threshold::Whole, reach: 1.0 };

    pub(super) const fn blurred(reach: f32) -> Self {
        Self { threshold: Threshold::Near(0.5), reach }
    }
}

/// Black where a sample, made sharper, lies below the threshold. `fine` is samples a pixel.
pub(super) fn bits(samples: &[f32], fine: f32, cut: Cut) -> Vec<bool> {
    let reach = (cut.reach * fine).round().max(1.0) as usize;
    let middles = match cut.threshold {
        Threshold::Near(part) => Middles::near(samples, part),
        Threshold::Whole => Middles::whole(samples),
    };
    let black = |(at, value): (usize, &f32)| {
        let left = at.checked_sub(reach).and_then(|at| samples.get(at)).unwrap_or(value);
        let right = samples.get(at + reach).unwrap_or(value);
        value * 2.0 - (left + right) / 2.0 < middles.at(at)
    };
    samples.iter().enumerate().map(black).collect()
}

/// The threshold along a line, by block.
struct Middles {
    block: usize,
    values: Vec<f32>,
}

impl Middles {
    /// Blocks a line is cut into.
    const BLOCKS: usize = 40;

    /// With the two blocks on each side.
    fn near(samples: &[f32], part: f32) -> Self {
        let block = (samples.len() / Self::BLOCKS).max(8);
        let ends: Vec<(f32, f32)> = samples.chunks(block).map(ends).collect();
        let values = (0_usize..ends.len())
            .map(|at| {
                let first = at.saturating_sub(2);
                let around = ends.get(first..(at + 3).min(ends.len())).unwrap_or_default();
                let (low, high) = around
                    .iter()
                    .fold((f32::MAX, f32::MIN), |(low, high), (l, h)| (low.min(*l), high.max(*h)));
                if high - low < CONTRAST { f32::MIN } else { low + (high - low) * part }
            })
            .collect();
        Self { block, values }
    }

    /// Where the variance between the heaps is greatest (Otsu 1979).
    fn whole(samples: &[f32]) -> Self {
        let (low, high) = ends(samples);
        let mut counts = [0_u32; 64];
        let step = (high - low) / 64.0;
        if high - low < CONTRAST {
            return Self { block: samples.len().max(1), values: vec![f32::MIN] };
        }
        for sample in samples {
            let bucket = ((sample - low) / step) as usize;
            if let Some(count) = counts.get_mut(bucket.min(63)) {
                *count += 1;
            }
        }
        let weigh = |counts: &[u32]| {
            counts.iter().enumerate().fold((0.0_f32, 0.0_f32), |(number, sum), (at, count)| {
                (number + *count as f32, sum + at as f32 * *count as f32)
            })
        };
        let (all, total) = weigh(&counts);
        let (mut best, mut split) = (0.0, 32.0);
        let (mut dark, mut sum) = (0.0, 0.0);
        for (at, count) in counts.iter().enumerate() {
            dark += *count as f32;
            sum += at as f32 * *count as f32;
            let light = all - dark;
            if dark < 1.0 || light < 1.0 {
                continue;
            }
            let apart = sum / dark - (total - sum) / light;
            let variance = dark * light * apart * apart;
            if variance > best {
                (best, split) = (variance, at as f32 + 1.0);
            }
        }
        Self { block: samples.len().max(1), values: vec![low + split * step] }
    }

    fn at(&self, at: usize) -> f32 {
        self.values.get(at / self.block).copied().unwrap_or(f32::MIN)
    }
}

fn ends(samples: &[f32]) -> (f32, f32) {
    samples
        .iter()
        .fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(*value), high.max(*value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn along_the_rows_nothing_else_is_seen_than_beside_them() {
        let pixels: Vec<u8> = (0..40_u32 * 9).map(|at| (at * at * 31 % 251) as u8).collect();
        let luma = Luma::new(&pixels, 40, 9).unwrap();
        for (y, fine) in [(0.0, 1.5), (3.0, 2.0), (3.4, 1.0), (8.0, 1.5)] {
            let line = Line { from: (0.0, y), to: (39.0, y) };
            let beside = Line { from: (0.0, y), to: (39.0, y + 0.002) };
            let (mut along, mut across) = (Vec::new(), Vec::new());
            line.samples(&luma, fine, &mut along);
            beside.samples(&luma, fine, &mut across);
            assert_eq!(along.len(), across.len());
            for (a, b) in along.iter().zip(&across) {
                assert!((a - b).abs() < 1.0, "{a} {b} at {y}");
            }
        }
    }
}
