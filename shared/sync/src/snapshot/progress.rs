//! How far the download of a snapshot is, for a bar with bytes and the time left.

use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::pace::Pace;

/// Told again once so many bytes more are here.
const STEP: u64 = 64 * 1024;

/// How far a snapshot is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FetchProgress {
    /// Bytes here.
    pub done: u64,
    /// Bytes in all; 0 while no download goes on.
    pub total: u64,
    /// Bytes that were here when this download began, from an earlier one that broke off.
    pub before: u64,
    /// Since this download began.
    pub elapsed: Duration,
}

impl FetchProgress {
    /// Time left at the pace so far; nothing before there is a pace to speak of.
    pub fn time_left(&self) -> Option<Duration> {
        self.pace().time_left()
    }

    /// Part done, in thousandths.
    pub fn thousandths(&self) -> u16 {
        self.pace().thousandths()
    }

    fn pace(&self) -> Pace {
        let Self { done, total, before, elapsed } = *self;
        Pace { done, total, before, elapsed }
    }
}

/// Tells the progress while the pieces come in, one after the other.
pub(super) struct Telling<'a> {
    progress: &'a watch::Sender<FetchProgress>,
    began: Instant,
    /// Bytes of the pieces that are whole.
    whole: u64,
}

impl<'a> Telling<'a> {
    pub(super) fn begin(
        progress: &'a watch::Sender<FetchProgress>,
        before: u64,
        total: u64,
    ) -> Self {
        let done = before.min(total);
        let begun = FetchProgress { done, total, before: done, elapsed: Duration::ZERO };
        progress.send_replace(begun);
        Self { progress, began: Instant::now(), whole: 0 }
    }

    /// So many bytes of the piece that comes in are here.
    pub(super) fn piece_at(&self, at: u64) {
        let here = self.whole.saturating_add(at);
        self.progress.send_if_modified(|progress| {
            // What an earlier download left counts from the beginning.
            let ahead = here > progress.done;
            let told = ahead && (here - progress.done >= STEP || here >= progress.total);
            if told {
                progress.done = here.min(progress.total);
                progress.elapsed = self.began.elapsed();
            }
            told
        });
    }

    /// A piece is whole.
    pub(super) fn piece_done(&mut self, size: u64) {
        self.whole = self.whole.saturating_add(size);
        self.piece_at(0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_download_that_goes_on_counts_what_is_here_and_its_own_pace() {
        let (sender, told) = watch::channel(FetchProgress::default());
        let mut telling = Telling::begin(&sender, 1_000_000, 3_000_000);
        assert_eq!(told.borrow().thousandths(), 333);
        assert_eq!(told.borrow().time_left(), None);
        telling.piece_done(900_000);
        assert_eq!(told.borrow().done, 1_000_000, "counted at the beginning");
        telling.piece_at(500_000);
        assert_eq!(told.borrow().done, 1_400_000);
        let later = FetchProgress { elapsed: Duration::from_secs(2), ..*told.borrow() };
        assert_eq!(later.time_left(), Some(Duration::from_secs(8)));
    }

    proptest! {
        #[test]
        fn any_bytes_give_a_part(done: u64, total: u64, before: u64, ms in 0..u64::MAX / 2) {
            let elapsed = Duration::from_millis(ms);
            let progress = FetchProgress { done, total, before, elapsed };
            prop_assert!(progress.thousandths() <= 1_000);
            let _ = progress.time_left();
        }

        #[test]
        fn what_is_told_never_goes_back(pieces in prop::collection::vec(0u64..200_000, 0..40)) {
            let total = pieces.iter().sum();
            let (sender, told) = watch::channel(FetchProgress::default());
            let mut telling = Telling::begin(&sender, 70_000, total);
            let mut last = told.borrow().done;
            for size in pieces {
                telling.piece_at(size / 2);
                telling.piece_done(size);
                let done = told.borrow().done;
                prop_assert!(done >= last && done <= total);
                last = done;
            }
        }
    }
}
