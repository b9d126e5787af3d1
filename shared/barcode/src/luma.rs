//! A grey picture: one byte a pixel, 0 black, rows from the top, no gap between them.

use std::borrow::Cow;

/// Pixels a picture may have; more than any phone's camera makes.
const MOST_PIXELS: usize = 120_000_000;

/// Difference of dark and light, in grey levels, below which a picture is faint.
const FAINT: u32 = 150;

/// The figures do not describe the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LumaError {
    /// Width, height and stride do not fit the number of bytes.
    #[error("{bytes} bytes are no picture of {width} × {height}")]
    Size {
        /// Bytes given.
        bytes: usize,
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// Too many pixels.
    #[error("a picture of {width} × {height} is too large")]
    TooLarge {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
    },
}

/// A picture in grey, borrowed or owned.
#[derive(Debug, Clone)]
pub struct Luma<'a> {
    pixels: Cow<'a, [u8]>,
    width: usize,
    height: usize,
}

impl<'a> Luma<'a> {
    /// The picture of `width` × `height` pixels in `pixels`.
    ///
    /// # Errors
    /// [`LumaError`] when the bytes are more or fewer than that.
    pub fn new(pixels: &'a [u8], width: u32, height: u32) -> Result<Self, LumaError> {
        Self::of(Cow::Borrowed(pixels), width, height)
    }

    /// As [`Luma::new`], keeping the bytes.
    ///
    /// # Errors
    /// [`LumaError`] when the bytes are more or fewer than that.
    pub fn owned(pixels: Vec<u8>, width: u32, height: u32) -> Result<Luma<'static>, LumaError> {
        Luma::of(Cow::Owned(pixels), width, height)
    }

    /// The picture in a buffer whose rows begin `stride` bytes apart, as cameras give it. The last
    /// row may end with its last pixel.
    ///
    /// # Errors
    /// [`LumaError`] when the rows do not lie inside the bytes.
    pub fn with_stride(
        pixels: &'a [u8],
        width: u32,
        height: u32,
        stride: usize,
    ) -> Result<Self, LumaError> {
        let (columns, rows) = (width as usize, height as usize);
        if stride == columns && columns.checked_mul(rows) == Some(pixels.len()) {
            return Self::new(pixels, width, height);
        }
        let unfit = LumaError::Size { bytes: pixels.len(), width, height };
        let last = rows.saturating_sub(1).checked_mul(stride).ok_or(unfit)?;
        let end = last.checked_add(columns).ok_or(unfit)?;
        if stride < columns || (rows > 0 && end > pixels.len()) {
            return Err(unfit);
        }
        check_size(width, height)?;
        let mut packed = Vec::with_capacity(columns.saturating_mul(rows));
        for row in pixels.chunks(stride.max(1)).take(rows) {
            packed.extend_from_slice(row.get(..columns).ok_or(unfit)?);
        }
        Self::of(Cow::Owned(packed), width, height)
    }

    fn of(pixels: Cow<'a, [u8]>, width: u32, height: u32) -> Result<Self, LumaError> {
        check_size(width, height)?;
        if (width as usize).checked_mul(height as usize) != Some(pixels.len()) {
            return Err(LumaError::Size { bytes: pixels.len(), width, height });
        }
        Ok(Self { pixels, width: width as usize, height: height as usize })
    }

    /// Pixels a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// All pixels, row by row.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The row `y`; empty outside the picture.
    pub fn row(&self, y: usize) -> &[u8] {
        let start = y.saturating_mul(self.width);
        self.pixels.get(start..start.saturating_add(self.width)).unwrap_or_default()
    }

    /// The middle of the picture, at most `width` × `height`.
    pub(super) fn middle(&self, width: usize, height: usize) -> Luma<'static> {
        let (width, height) = (width.min(self.width), height.min(self.height));
        let left = (self.width - width) / 2;
        let top = (self.height - height) / 2;
        let rows = (top..top + height)
            .flat_map(|y| self.row(y).get(left..left + width).unwrap_or_default().iter().copied());
        Luma { pixels: rows.collect(), width, height }
    }

    /// Black for white.
    pub(super) fn inverted(&self) -> Luma<'static> {
        let pixels = self.pixels.iter().map(|pixel| u8::MAX - pixel).collect();
        Luma { pixels, width: self.width, height: self.height }
    }

    /// With a margin all round, as light as the light parts of the picture.
    pub(super) fn with_margin(&self, margin: usize) -> Luma<'static> {
        let paper = self.paper();
        let width = self.width + 2 * margin;
        let mut pixels = vec![paper; width * margin];
        for y in 0..self.height {
            pixels.resize(pixels.len() + margin, paper);
            pixels.extend_from_slice(self.row(y));
            pixels.resize(pixels.len() + margin, paper);
        }
        pixels.resize(width * (self.height + 2 * margin), paper);
        Luma { pixels: Cow::Owned(pixels), width, height: self.height + 2 * margin }
    }

    /// The luma a tenth of the pixels reach.
    fn paper(&self) -> u8 {
        self.reached_by(self.pixels.len() / 10, (0..=u8::MAX).rev())
    }

    /// With its greys spread from black to white, where they are close together.
    pub(super) fn spread(self) -> Self {
        let few = self.pixels.len() / 100;
        let dark = self.reached_by(few, 0..=u8::MAX);
        let light = self.reached_by(few, (0..=u8::MAX).rev());
        let range = u32::from(light.saturating_sub(dark));
        if range == 0 || range > FAINT {
            return self;
        }
        let spread = |pixel: &u8| {
            let above = u32::from(pixel.saturating_sub(dark)).min(range);
            u8::try_from(above * 255 / range).unwrap_or(u8::MAX)
        };
        Self { pixels: self.pixels.iter().map(spread).collect(), ..self }
    }

    /// The first luma in the order given that more than `few` pixels have passed.
    fn reached_by(&self, few: usize, order: impl Iterator<Item = u8>) -> u8 {
        let mut counts = [0_usize; 256];
        for pixel in self.pixels.iter() {
            if let Some(count) = counts.get_mut(usize::from(*pixel)) {
                *count += 1;
            }
        }
        let mut passed = 0;
        let mut order = order.skip_while(|luma| {
            passed += counts.get(usize::from(*luma)).copied().unwrap_or_default();
            passed <= few
        });
        order.next().unwrap_or(u8::MAX)
    }

    /// Scaled so that the longer side has `side` pixels: each new pixel is the mean of those it
    /// covers, or lies between its neighbours where there are fewer.
    pub(super) fn scaled_to(&self, side: usize) -> Luma<'static> {
        let longer = self.width.max(self.height).max(1);
        let scale = |length: usize| (length * side / longer).max(1);
        let (width, height) = (scale(self.width), scale(self.height));
        if self.pixels.is_empty() {
            return Luma { pixels: Cow::Owned(Vec::new()), width: 0, height: 0 };
        }
        let columns = spans(self.width, width);
        let rows = spans(self.height, height);
        let mut pixels = Vec::with_capacity(width * height);
        for rows in &rows {
            for columns in &columns {
                pixels.push(self.mean(columns, rows));
            }
        }
        Luma { pixels: Cow::Owned(pixels), width, height }
    }

    fn mean(&self, columns: &Span, rows: &Span) -> u8 {
        let mut sum = 0_u32;
        for y in rows.first..=rows.last {
            let row = self.row(y).get(columns.first..=columns.last).unwrap_or_default();
            sum += match row {
                [left, right] if columns.between => {
                    u32::from(*left) * (256 - columns.weight) + u32::from(*right) * columns.weight
                }
                row => {
                    let sum: u32 = row.iter().map(|pixel| u32::from(*pixel)).sum();
                    sum * 256 / row.len().max(1) as u32
                }
            } * rows.part(y);
        }
        u8::try_from(sum / (256 * 256)).unwrap_or(u8::MAX)
    }

    /// Luma between four pixels; the border goes on outside.
    pub(super) fn between(&self, x: f32, y: f32) -> f32 {
        let (x0, y0) = (x.max(0.0) as usize, y.max(0.0) as usize);
        let (fx, fy) = ((x - x0 as f32).clamp(0.0, 1.0), (y - y0 as f32).clamp(0.0, 1.0));
        let of = |row: &[u8]| {
            let left = row.get(x0).or(row.last()).copied().unwrap_or(u8::MAX);
            let right = row.get(x0 + 1).copied().unwrap_or(left);
            f32::from(left) + (f32::from(right) - f32::from(left)) * fx
        };
        let last = self.height.saturating_sub(1);
        let (upper, lower) = (of(self.row(y0.min(last))), of(self.row((y0 + 1).min(last))));
        upper + (lower - upper) * fy
    }
}

fn check_size(width: u32, height: u32) -> Result<(), LumaError> {
    match (width as usize).checked_mul(height as usize) {
        Some(pixels) if pixels <= MOST_PIXELS => Ok(()),
        _ => Err(LumaError::TooLarge { width, height }),
    }
}

/// The old pixels a new one is made of, on one axis.
struct Span {
    first: usize,
    last: usize,
    /// It lies between two old ones, nearer the last by `weight` of 256.
    between: bool,
    weight: u32,
}

impl Span {
    /// The part of 256 of the old pixel `at`.
    fn part(&self, at: usize) -> u32 {
        match (self.between, at == self.first) {
            (true, true) if self.first != self.last => 256 - self.weight,
            (true, _) if self.first != self.last => self.weight,
            (true, _) => 256,
            (false, _) => 256 / (self.last - self.first + 1) as u32,
        }
    }
}

fn spans(from: usize, to: usize) -> Vec<Span> {
    let last = from.saturating_sub(1);
    (0..to)
        .map(|at| {
            if to <= from {
                let first = at * from / to;
                let end = ((at + 1) * from / to).saturating_sub(1).clamp(first, last);
                return Span { first, last: end, between: false, weight: 0 };
            }
            // The middle of the new pixel, in 256ths of an old one.
            let place = ((2 * at + 1) * from * 128 / to).saturating_sub(128);
            let first = (place / 256).min(last);
            Span { first, last: (first + 1).min(last), between: true, weight: (place % 256) as u32 }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scaling_up_lies_between_and_scaling_down_is_the_mean() {
        let pair = Luma::new(&[0, 100], 2, 1).unwrap();
        let wide = pair.scaled_to(4);
        assert_eq!((wide.width(), wide.height()), (4, 2));
        assert_eq!(wide.row(0), [0, 25, 75, 100]);
        assert_eq!(wide.row(1), [0, 25, 75, 100]);
        let four = Luma::new(&[0, 100, 200, 100, 40, 40, 80, 80], 4, 2).unwrap();
        assert_eq!(four.scaled_to(2).pixels(), [45, 115]);
        assert!(Luma::new(&[], 0, 9).unwrap().scaled_to(5).pixels().is_empty());
    }

    #[test]
    fn rows_apart_are_packed_and_rows_outside_refused() {
        let padded = [1, 2, 0, 3, 4, 0, 5, 6];
        assert_eq!(Luma::with_stride(&padded, 2, 3, 3).unwrap().pixels(), [1, 2, 3, 4, 5, 6]);
        assert!(Luma::with_stride(&padded, 2, 4, 3).is_err());
        assert!(Luma::with_stride(&padded, 3, 1, 2).is_err());
        assert!(Luma::with_stride(&padded, 2, 2, usize::MAX).is_err());
        assert!(Luma::new(&padded, u32::MAX, u32::MAX).is_err());
        assert!(Luma::new(&padded, 2, 3).is_err());
    }

    #[test]
    fn a_margin_is_as_light_as_the_paper() {
        let grey = Luma::new(&[10, 90, 90, 90], 2, 2).unwrap().with_margin(1);
        assert_eq!((grey.width(), grey.height()), (4, 4));
        assert_eq!(grey.row(1), [90, 10, 90, 90]);
    }
}
