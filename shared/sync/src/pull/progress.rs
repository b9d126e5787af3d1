//! How far the first load is, for a bar with counts and the time left.

use std::time::Duration;

use crate::pace::Pace;

/// How far the first load is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PullProgress {
    /// A first load is under way.
    pub loading: bool,
    /// The doctype that is being loaded.
    pub doctype: &'static str,
    /// Documents here, of the doctypes there are many of.
    pub done: u64,
    /// Documents there will be, as far as the site told.
    pub total: u64,
    /// Documents that were here when this round began.
    pub before: u64,
    /// Since this round began.
    pub elapsed: Duration,
    /// All that orders need is here.
    pub can_sell: bool,
}

impl PullProgress {
    /// Time left at the pace so far; nothing before there is a pace to speak of.
    pub fn time_left(&self) -> Option<Duration> {
        self.pace().time_left()
    }

    /// Part done, in thousandths; 1,000 once there is nothing left.
    pub fn thousandths(&self) -> u16 {
        if self.total == 0 || self.done >= self.total {
            return if self.loading && self.total == 0 { 0 } else { 1_000 };
        }
        self.pace().thousandths()
    }

    fn pace(&self) -> Pace {
        let Self { done, total, before, elapsed, .. } = *self;
        Pace { done, total, before, elapsed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_time_left_follows_the_pace_of_this_round() {
        let progress = PullProgress {
            loading: true,
            done: 3_000,
            total: 9_000,
            before: 1_000,
            elapsed: Duration::from_secs(4),
            ..PullProgress::default()
        };
        assert_eq!(progress.time_left(), Some(Duration::from_secs(12)));
        assert_eq!(progress.thousandths(), 333);
        let begun = PullProgress { done: 1_000, ..progress };
        assert_eq!(begun.time_left(), None);
    }

    proptest! {
        #[test]
        fn any_counts_give_a_part(loading: bool, done: u64, total: u64, before: u64, ms in 0..u64::MAX / 2) {
            let elapsed = Duration::from_millis(ms);
            let progress = PullProgress { loading, done, total, before, elapsed, ..PullProgress::default() };
            prop_assert!(progress.thousandths() <= 1_000);
            let _ = progress.time_left();
        }
    }
}
