//! When the worker acts next. Pure: rows and moments in, moments out.

use satchel_store::{OutboxState, QueueRow};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::Instant;

/// Between two rounds in which nothing goes wrong.
pub(super) const INTERVAL: Duration = Duration::from_secs(10 * 60);
/// The longest wait while nobody is reached: trying costs nothing where there is no network.
const LONGEST_OFFLINE: Duration = Duration::from_secs(5 * 60);

/// What the last round left in the outbox.
#[derive(Debug, Default)]
pub(super) struct Left(BTreeMap<i64, (OutboxState, i64)>);

impl Left {
    pub(super) fn of(queue: &[QueueRow]) -> Self {
        Self(queue.iter().map(|row| (row.seq, (row.state, row.next_attempt_ms))).collect())
    }

    /// Whether something may be sent that the last round did not leave just so: a new document, or one
    /// a person sends again.
    pub(super) fn has_fresh(&self, queue: &[QueueRow]) -> bool {
        queue.iter().any(|row| {
            row.state == OutboxState::Waiting
                && row.needs.is_empty()
                && self.0.get(&row.seq) != Some(&(row.state, row.next_attempt_ms))
        })
    }
}

/// When what is due.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    /// Sending, where a row waits for a moment.
    pub(super) send: Option<Instant>,
    /// Fetching.
    pub(super) fetch: Instant,
    /// The site asked to be left alone until then, whoever asks.
    pub(super) held: Option<Instant>,
}

impl Times {
    /// Everything at once: the state at the start.
    pub(super) fn now(now: Instant) -> Self {
        Self { send: None, fetch: now, held: None }
    }

    /// When there is something to do at the latest.
    pub(super) fn next(&self) -> Instant {
        let due = self.send.map_or(self.fetch, |send| send.min(self.fetch));
        self.held.map_or(due, |held| due.max(held))
    }

    /// Whether the site asked to be left alone still.
    pub(super) fn is_held(&self, now: Instant) -> bool {
        self.held.is_some_and(|held| now < held)
    }
}

/// The wait after `failures` rounds in a row that did not go through.
pub(super) fn after_failure(
    failures: u32,
    asked: Option<Duration>,
    offline: bool,
    draw: u64,
) -> Duration {
    let wait = satchel_sync::push::backoff::wait(failures, asked, draw);
    if offline { wait.min(LONGEST_OFFLINE) } else { wait }
}

/// An interval between nine and eleven tenths of [`INTERVAL`], so that a fleet spreads.
pub(super) fn interval(draw: u64) -> Duration {
    let thousandths = u32::try_from(900 + draw % 201).unwrap_or(1_000);
    INTERVAL * thousandths / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use satchel_store::OutboxKind;

    fn row(seq: i64, state: OutboxState, next_attempt_ms: i64, needs: &[i64]) -> QueueRow {
        let kind = OutboxKind::SalesOrder;
        QueueRow { seq, kind, state, attempts: 0, next_attempt_ms, needs: needs.to_vec() }
    }

    #[test]
    fn only_what_the_last_round_did_not_leave_is_fresh() {
        let left =
            Left::of(&[row(1, OutboxState::Waiting, 9, &[]), row(2, OutboxState::Parked, 0, &[])]);
        assert!(!left.has_fresh(&[row(1, OutboxState::Waiting, 9, &[])]));
        assert!(!left.has_fresh(&[row(2, OutboxState::Parked, 0, &[])]));
        assert!(left.has_fresh(&[row(2, OutboxState::Waiting, 0, &[])]), "sent again");
        assert!(left.has_fresh(&[row(3, OutboxState::Waiting, 0, &[])]), "new");
        assert!(
            !left.has_fresh(&[row(3, OutboxState::Waiting, 0, &[2])]),
            "held up by a refused one"
        );
    }

    #[test]
    fn what_the_site_asks_for_outranks_what_is_due() {
        let now = Instant::now();
        let mut times = Times::now(now);
        assert_eq!(times.next(), now);
        times.send = Some(now + Duration::from_secs(5));
        times.fetch = now + Duration::from_secs(60);
        assert_eq!(times.next(), now + Duration::from_secs(5));
        times.held = Some(now + Duration::from_secs(30));
        assert_eq!(times.next(), now + Duration::from_secs(30));
        assert!(times.is_held(now) && !times.is_held(now + Duration::from_secs(30)));
    }

    proptest! {
        #[test]
        fn the_waits_stay_within_reason(failures: u32, draw: u64, offline: bool) {
            let wait = after_failure(failures, None, offline, draw);
            prop_assert!(wait >= Duration::from_secs(2) && wait <= Duration::from_secs(30 * 60));
            prop_assert!(!offline || wait <= LONGEST_OFFLINE);
            let between = interval(draw);
            prop_assert!(between >= INTERVAL * 9 / 10 && between <= INTERVAL * 11 / 10);
        }
    }
}
