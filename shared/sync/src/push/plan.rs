//! Which row is next. Pure: rows and the time in, one step out.

use std::collections::BTreeMap;

use satchel_store::{OutboxState, QueueRow};

use super::backoff::LONGEST_ASKED;

/// How often one round touches a row at most: looked up, sent, looked up again.
const TOUCHES: u8 = 3;

/// When a row that a round has touched as often as it may goes on, in milliseconds.
const AGAIN_MS: i64 = 30_000;

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Ask the site what became of this row.
    LookUp(i64),
    /// Send this row.
    Send(i64),
}

/// How often this round has touched each row, by `seq`.
pub type Touched = BTreeMap<i64, u8>;

/// The next step, or nothing when all that is left must wait.
///
/// Whatever may have arrived is looked up before anything is sent. A row is sent once everything it
/// needs is done; a parked one holds up those that need it and nobody else.
pub fn next(queue: &[QueueRow], touched: &Touched, now_ms: i64) -> Option<Next> {
    let ready = |row: &&QueueRow| is_due(row, now_ms) && !is_touched_out(row, touched);
    let in_doubt =
        |row: &&QueueRow| matches!(row.state, OutboxState::Unknown | OutboxState::Handed);
    let to_send = |row: &&QueueRow| row.state == OutboxState::Waiting && row.needs.is_empty();
    queue
        .iter()
        .filter(ready)
        .find(in_doubt)
        .map(|row| Next::LookUp(row.seq))
        .or_else(|| queue.iter().filter(ready).find(to_send).map(|row| Next::Send(row.seq)))
}

/// Whether a row may be touched now. A time farther away than any wait was written by a clock that has
/// been set back since.
fn is_due(row: &QueueRow, now_ms: i64) -> bool {
    let wait_ms = row.next_attempt_ms.saturating_sub(now_ms);
    let longest = i64::try_from(LONGEST_ASKED.as_millis()).unwrap_or(i64::MAX);
    wait_ms <= 0 || wait_ms > longest.saturating_mul(2)
}

fn is_touched_out(row: &QueueRow, touched: &Touched) -> bool {
    touched.get(&row.seq).is_some_and(|touches| *touches >= TOUCHES)
}

/// When the first of the rows that wait for a moment may be touched, in milliseconds since 1970; `None`
/// when none does. A row that is due and was touched as often as a round may waits for a moment too.
pub fn next_moment(queue: &[QueueRow], touched: &Touched, now_ms: i64) -> Option<i64> {
    queue
        .iter()
        .filter(|row| row.state != OutboxState::Parked)
        .filter_map(|row| match is_due(row, now_ms) {
            false => Some(row.next_attempt_ms),
            true => is_touched_out(row, touched).then(|| now_ms.saturating_add(AGAIN_MS)),
        })
        .min()
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
