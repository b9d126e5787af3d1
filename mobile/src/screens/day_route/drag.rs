//! A row carried to another place with a finger or a mouse.

/// A row on its way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drag {
    /// Its place when it was taken up.
    pub from: usize,
    /// Where the finger went down, in pixels of the window.
    start: f64,
    /// Where it is now.
    now: f64,
    /// How high a row is, in pixels.
    row: f64,
}

impl Drag {
    /// Takes a row up. `row` is how high a row is, in pixels.
    pub fn begin(from: usize, at: f64, row: f64) -> Self {
        Self { from, start: at, now: at, row: if row.is_finite() { row.max(1.0) } else { 1.0 } }
    }

    /// The finger moved.
    pub fn moved(self, at: f64) -> Self {
        if at.is_finite() { Self { now: at, ..self } } else { self }
    }

    /// How far it was carried, in pixels.
    pub fn shift(&self) -> f64 {
        self.now - self.start
    }

    /// The place it would be put down at among `count` rows.
    pub fn to(&self, count: usize) -> usize {
        let last = count.saturating_sub(1);
        let rows = (self.shift() / self.row).round();
        #[expect(clippy::cast_precision_loss, reason = "rows of a day")]
        let to = (self.from as f64 + rows).clamp(0.0, last as f64);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let to = to as usize;
        to
    }

    /// How many rows a row at `place` steps aside meanwhile: -1 up, 1 down.
    pub fn aside(&self, place: usize, count: usize) -> i32 {
        let to = self.to(count);
        if place > self.from && place <= to {
            -1
        } else if place < self.from && place >= to {
            1
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_a_row_further_is_the_next_place() {
        let drag = Drag::begin(1, 100.0, 60.0);
        assert_eq!(drag.to(4), 1);
        assert_eq!(drag.moved(129.0).to(4), 1);
        assert_eq!(drag.moved(131.0).to(4), 2);
        assert_eq!(drag.moved(9_000.0).to(4), 3);
        assert_eq!(drag.moved(-9_000.0).to(4), 0);
        let down = drag.moved(220.0);
        assert_eq!((0..4).map(|place| down.aside(place, 4)).collect::<Vec<_>>(), [0, 0, -1, -1]);
        assert_eq!(drag.moved(40.0).aside(0, 4), 1);
    }

    proptest! {
        #[test]
        fn it_lands_among_the_rows(
            from in 0..40_usize, count in 1..40_usize, start: f64, now: f64, row: f64,
        ) {
            prop_assert!(Drag::begin(from, start, row).moved(now).to(count) < count);
        }
    }
}
