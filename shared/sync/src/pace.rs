//! How far something that is counted is, and how long the rest takes.

use std::time::Duration;

/// Before this there is no pace to speak of.
const TOO_SOON: Duration = Duration::from_millis(500);

/// A count on its way from `before` to `total`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// Counted so far, with what was there before.
    pub(crate) done: u64,
    /// There will be.
    pub(crate) total: u64,
    /// Was there when counting began.
    pub(crate) before: u64,
    /// Since counting began.
    pub(crate) elapsed: Duration,
}

impl Pace {
    /// Time left at the pace so far; nothing while there is none.
    pub(crate) fn time_left(self) -> Option<Duration> {
        let read = self.done.checked_sub(self.before).filter(|read| *read > 0)?;
        if self.elapsed < TOO_SOON {
            return None;
        }
        let left = self.total.saturating_sub(self.done);
        let ms = self.elapsed.as_millis().saturating_mul(u128::from(left)) / u128::from(read);
        Some(Duration::from_millis(u64::try_from(ms).unwrap_or(u64::MAX)))
    }

    /// Part done, in thousandths; 0 of nothing.
    pub(crate) fn thousandths(self) -> u16 {
        let part = u128::from(self.done).saturating_mul(1_000) / u128::from(self.total.max(1));
        u16::try_from(part.min(1_000)).unwrap_or(1_000)
    }
}
