//! Which row is next. Pure: rows and the time in, one step out.

use std::collections::BTreeMap;

use satchel_store::{OutboxState, QueueRow};

use super::backoff::LONGEST_ASKED;

/// How often one round touches a row at most: looked up, sent, looked up again.
const TOUCHES: u8 = 3;

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
    let ready = |row: &&QueueRow| {
        is_due(row, now_ms) && touched.get(&row.seq).copied().unwrap_or(0) < TOUCHES
    };
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

/// When the first of the rows that wait for a moment may be touched, in milliseconds since 1970; `None`
/// when none does.
pub fn next_moment(queue: &[QueueRow], now_ms: i64) -> Option<i64> {
    queue
        .iter()
        .filter(|row| row.state != OutboxState::Parked)
        .map(|row| row.next_attempt_ms)
        .filter(|at| *at > now_ms)
        .min()
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
