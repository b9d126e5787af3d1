//! Black dots on white.

/// A picture of dots, one bit each, rows from the top; within a byte the leftmost dot is the highest bit,
/// as `GS v 0` wants it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bitmap {
    width: usize,
    height: usize,
    rows: Vec<u8>,
}

impl Bitmap {
    /// A white picture. A dot outside is never set.
    pub fn white(width: usize, height: usize) -> Self {
        Self { width, height, rows: vec![0; width.div_ceil(8) * height] }
    }

    /// The picture of these packed rows, of `width.div_ceil(8)` bytes each; none where they do not
    /// fill whole rows.
    pub fn packed(width: usize, rows: Vec<u8>) -> Option<Self> {
        let stride = width.div_ceil(8);
        if stride == 0 || !rows.len().is_multiple_of(stride) {
            return None;
        }
        Some(Self { width, height: rows.len() / stride, rows })
    }

    /// Dots across.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Dots down.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Bytes a row takes.
    pub fn stride(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// The packed rows.
    pub fn rows(&self) -> &[u8] {
        &self.rows
    }

    /// Whether a dot is black; outside there is none.
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        let byte = self.rows.get(y * self.stride() + x / 8).copied().unwrap_or_default();
        x < self.width && byte & (0x80 >> (x % 8)) != 0
    }

    /// Blackens a dot; nothing happens outside the picture.
    pub fn set(&mut self, x: usize, y: usize) {
        if x >= self.width {
            return;
        }
        let at = y * self.stride() + x / 8;
        if let Some(byte) = self.rows.get_mut(at) {
            *byte |= 0x80 >> (x % 8);
        }
    }

    /// Blackens a rectangle.
    pub fn fill(&mut self, left: usize, top: usize, width: usize, height: usize) {
        for y in top..(top + height).min(self.height) {
            for x in left..(left + width).min(self.width) {
                self.set(x, y);
            }
        }
    }

    /// Lays another picture on this one; what stands over is left out.
    pub fn lay(&mut self, other: &Self, left: usize, top: usize) {
        for y in 0..other.height {
            for x in 0..other.width {
                if other.is_black(x, y) {
                    self.set(left + x, top + y);
                }
            }
        }
    }

    /// Sets another picture below, which must be as wide; a narrower one stands at the left.
    pub fn append(&mut self, below: &Self) {
        if below.width == self.width {
            self.rows.extend_from_slice(&below.rows);
            self.height += below.height;
            return;
        }
        let top = self.height;
        self.height += below.height;
        self.rows.resize(self.stride() * self.height, 0);
        self.lay(below, 0, top);
    }

    /// Each dot as a block of so many dots, as printers widen and heighten their letters.
    pub fn enlarged(&self, across: usize, down: usize) -> Self {
        let mut large = Self::white(self.width * across, self.height * down);
        for y in 0..self.height {
            for x in 0..self.width {
                if self.is_black(x, y) {
                    large.fill(x * across, y * down, across, down);
                }
            }
        }
        large
    }

    /// Heavier strokes: every dot also blackens its right neighbour.
    pub fn embolden(&mut self) {
        for row in self.rows.chunks_mut(self.width.div_ceil(8).max(1)) {
            let mut carry = 0;
            for byte in row {
                let next = *byte << 7;
                *byte |= (*byte >> 1) | carry;
                carry = next;
            }
        }
    }

    /// The first and the last row with a dot in it.
    pub fn inked_rows(&self) -> Option<(usize, usize)> {
        let stride = self.stride().max(1);
        let mut inked = self
            .rows
            .chunks(stride)
            .enumerate()
            .filter(|(_, row)| row.iter().any(|byte| *byte != 0))
            .map(|(at, _)| at);
        let first = inked.next()?;
        Some((first, inked.next_back().unwrap_or(first)))
    }

    /// Bytes of a row up to the last dot of any.
    pub fn inked_bytes(&self) -> usize {
        let stride = self.stride().max(1);
        let last = |row: &[u8]| row.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
        self.rows.chunks(stride).map(last).max().unwrap_or_default()
    }

    /// Rows `from..to` as a picture of their own.
    pub fn rows_between(&self, from: usize, to: usize) -> Self {
        let stride = self.stride();
        let to = to.min(self.height).max(from);
        let rows = self.rows.get(from * stride..to * stride).unwrap_or_default().to_vec();
        Self { width: self.width, height: rows.len().checked_div(stride).unwrap_or(0), rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Bitmap {
        let mut dots = Bitmap::white(10, 4);
        dots.fill(1, 1, 2, 1);
        dots.set(9, 2);
        dots
    }

    #[test]
    fn dots_are_where_they_were_set() {
        let dots = letter();
        assert_eq!(dots.rows(), [0, 0, 0b0110_0000, 0, 0, 0b0100_0000, 0, 0]);
        assert!(dots.is_black(9, 2) && !dots.is_black(10, 2) && !dots.is_black(0, 400));
        assert_eq!(dots.inked_rows(), Some((1, 2)));
        assert_eq!(Bitmap::white(8, 8).inked_rows(), None);
    }

    #[test]
    fn larger_and_heavier() {
        let large = letter().enlarged(2, 3);
        assert_eq!((large.width(), large.height()), (20, 12));
        assert!(large.is_black(5, 5) && !large.is_black(6, 5));
        let mut heavy = letter();
        heavy.embolden();
        assert!(heavy.is_black(3, 1) && !heavy.is_black(4, 1));
        let mut edge = Bitmap::white(16, 1);
        edge.set(7, 0);
        edge.embolden();
        assert!(edge.is_black(8, 0), "over the edge of a byte");
    }

    #[test]
    fn pictures_below_each_other() {
        let mut both = letter();
        both.append(&letter());
        both.append(&Bitmap::white(3, 1));
        assert_eq!(both.height(), 9);
        assert!(both.is_black(9, 6));
        assert_eq!(both.rows_between(4, 8), letter());
        assert_eq!(Bitmap::packed(10, vec![0; 3]), None);
    }
}
