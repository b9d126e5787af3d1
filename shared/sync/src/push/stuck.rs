//! Documents that do not get through, though the site does not refuse them.

use std::time::Duration;

use chrono::TimeDelta;
use satchel_store::{OutboxKind, OutboxState, Store};

use crate::SyncError;

/// Attempts that counted after which a document may be stuck. At the pace of [`super::backoff`] that is
/// an hour or two of a site that answers.
pub const TRIES: u32 = 12;

/// How long a document that is tried alone, with no other one arriving, is taken for the site's trouble
/// and not its own.
pub const ALONE: TimeDelta = TimeDelta::hours(24);

/// The shortest wait between attempts of a document that may be stuck. It is still tried, so that a site
/// that was mended gets it without anybody doing anything.
pub const RARELY: Duration = Duration::from_secs(6 * 60 * 60);

/// A document that does not get through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stuck {
    /// Place in the outbox.
    pub seq: i64,
    /// What it is.
    pub kind: OutboxKind,
    /// Where it stands: to be sent, being sent, or in doubt.
    pub state: OutboxState,
}

/// Whether a document written at `created_ms` that was tried [`TRIES`] times is stuck: the site took
/// another one since, or it has waited for [`ALONE`]. While nothing at all gets through, it is the site
/// that is in trouble, and a queue of documents in need of a hand would help nobody. Times are
/// milliseconds since 1970.
pub fn is_stuck(created_ms: i64, last_arrival_ms: Option<i64>, now_ms: i64) -> bool {
    let another_arrived = last_arrival_ms.is_some_and(|at| at > created_ms);
    another_arrived || now_ms.saturating_sub(created_ms) >= ALONE.num_milliseconds()
}

/// The documents that do not get through, in the order they were written.
///
/// # Errors
/// [`SyncError::Store`].
pub fn stuck(store: &Store, now_ms: i64) -> Result<Vec<Stuck>, SyncError> {
    let struggling = store.struggling(TRIES)?;
    if struggling.is_empty() {
        return Ok(Vec::new());
    }
    let last_arrival = store.last_arrival_ms()?;
    let stuck = struggling
        .into_iter()
        .filter(|row| is_stuck(row.created_ms, last_arrival, now_ms))
        .map(|row| Stuck { seq: row.seq, kind: row.kind, state: row.state });
    Ok(stuck.collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HOUR: i64 = 3_600_000;

    #[test]
    fn a_site_in_trouble_makes_no_document_stuck_for_a_day() {
        assert!(!is_stuck(0, None, 23 * HOUR));
        assert!(is_stuck(0, None, 24 * HOUR));
        assert!(!is_stuck(10 * HOUR, Some(9 * HOUR), 12 * HOUR), "that was before");
        assert!(is_stuck(10 * HOUR, Some(11 * HOUR), 12 * HOUR), "others get through");
    }

    proptest! {
        #[test]
        fn any_clock_gives_an_answer(created: i64, last in prop::option::of(any::<i64>()), now: i64) {
            is_stuck(created, last, now);
        }
    }
}
