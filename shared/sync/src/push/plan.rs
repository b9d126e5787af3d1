//! Which row is next. Pure: rows and the time in, one step out. A step costs the logarithm of the rows
//! that wait, so that a month without signal is sent as fast as a day.

use std::collections::{BTreeMap, BTreeSet};

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

/// The open rows of the outbox and what one round did with them.
///
/// Whatever may have arrived is looked up before anything is sent. A row is sent once everything it
/// needs is done; a parked one holds up those that need it and nobody else.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    rows: BTreeMap<i64, QueueRow>,
    /// (a row, one that waits for it).
    waited_for: BTreeSet<(i64, i64)>,
    /// How often this round has touched each row.
    touched: BTreeMap<i64, u8>,
    in_doubt: Steps,
    to_send: Steps,
}

/// The rows that one kind of step is for, by their moment until it has come.
#[derive(Debug, Clone, Default)]
struct Steps {
    due: BTreeSet<i64>,
    later: BTreeSet<(i64, i64)>,
}

impl Plan {
    /// The plan of a round that begins. Rows in any order, each `seq` once.
    pub fn of(queue: Vec<QueueRow>) -> Self {
        let mut plan = Self::default();
        queue.into_iter().for_each(|row| plan.put(row));
        plan
    }

    /// The same round over rows that were read anew.
    #[must_use]
    pub fn renewed(self, queue: Vec<QueueRow>) -> Self {
        let mut plan = Self { touched: self.touched, ..Self::default() };
        queue.into_iter().for_each(|row| plan.put(row));
        plan
    }

    /// The next step, or nothing when all that is left must wait.
    pub fn next(&mut self, now_ms: i64) -> Option<Next> {
        if let Some(seq) = self.in_doubt.first(&self.rows, now_ms) {
            return Some(Next::LookUp(seq));
        }
        self.to_send.first(&self.rows, now_ms).map(Next::Send)
    }

    /// Counts a touch of a row.
    pub fn touch(&mut self, seq: i64) {
        let touches = self.touched.entry(seq).or_default();
        *touches = touches.saturating_add(1);
        self.sort_in(seq);
    }

    /// A row as it stands now: a new one, or one that was settled and is still open.
    pub fn put(&mut self, row: QueueRow) {
        let seq = row.seq;
        self.forget(seq);
        self.waited_for.extend(row.needs.iter().map(|need| (*need, seq)));
        self.rows.insert(seq, row);
        self.sort_in(seq);
    }

    /// A row the site has now: those that waited for it wait for it no more.
    pub fn arrived(&mut self, seq: i64) {
        self.forget(seq);
        let waiting: Vec<i64> =
            self.waited_for.range((seq, i64::MIN)..=(seq, i64::MAX)).map(|pair| pair.1).collect();
        for other in waiting {
            self.waited_for.remove(&(seq, other));
            if let Some(row) = self.rows.get_mut(&other) {
                row.needs.retain(|need| *need != seq);
            }
            self.sort_in(other);
        }
    }

    /// When the first of the rows that wait for a moment may be touched, in milliseconds since 1970;
    /// `None` when none does. A row that is due and was touched as often as a round may waits for a
    /// moment too.
    pub fn next_moment(&self, now_ms: i64) -> Option<i64> {
        self.rows
            .values()
            .filter(|row| row.state != OutboxState::Parked)
            .filter_map(|row| match is_due(row, now_ms) {
                false => Some(row.next_attempt_ms),
                true => self.is_touched_out(row.seq).then(|| now_ms.saturating_add(AGAIN_MS)),
            })
            .min()
    }

    /// The last place in the queue there is, 0 for an empty one.
    pub fn last(&self) -> i64 {
        self.rows.last_key_value().map_or(0, |(seq, _)| *seq)
    }

    #[cfg(test)]
    pub(super) fn rows(&self) -> Vec<QueueRow> {
        self.rows.values().cloned().collect()
    }

    fn is_touched_out(&self, seq: i64) -> bool {
        self.touched.get(&seq).is_some_and(|touches| *touches >= TOUCHES)
    }

    fn forget(&mut self, seq: i64) {
        if let Some(row) = self.rows.remove(&seq) {
            self.in_doubt.remove(&row);
            self.to_send.remove(&row);
            for need in row.needs {
                self.waited_for.remove(&(need, seq));
            }
        }
    }

    /// Puts a row among the steps it is for, if it is for any.
    fn sort_in(&mut self, seq: i64) {
        let touched_out = self.is_touched_out(seq);
        let Some(row) = self.rows.get(&seq) else { return };
        self.in_doubt.remove(row);
        self.to_send.remove(row);
        match row.state {
            _ if touched_out => {}
            OutboxState::Unknown | OutboxState::Handed => self.in_doubt.add(row),
            OutboxState::Waiting if row.needs.is_empty() => self.to_send.add(row),
            _ => {}
        }
    }
}

impl Steps {
    fn add(&mut self, row: &QueueRow) {
        self.later.insert((row.next_attempt_ms, row.seq));
    }

    fn remove(&mut self, row: &QueueRow) {
        self.due.remove(&row.seq);
        self.later.remove(&(row.next_attempt_ms, row.seq));
    }

    /// The first row that may be touched now. The clock may have been set since it was last asked.
    fn first(&mut self, rows: &BTreeMap<i64, QueueRow>, now_ms: i64) -> Option<i64> {
        while let Some(first) = self.later.first().filter(|first| is_time(first.0, now_ms)).copied()
        {
            self.later.remove(&first);
            self.due.insert(first.1);
        }
        while let Some(last) = self.later.last().filter(|last| is_time(last.0, now_ms)).copied() {
            self.later.remove(&last);
            self.due.insert(last.1);
        }
        while let Some(seq) = self.due.first().copied() {
            match rows.get(&seq) {
                Some(row) if is_due(row, now_ms) => return Some(seq),
                row => {
                    self.due.remove(&seq);
                    self.later.extend(row.map(|row| (row.next_attempt_ms, seq)));
                }
            }
        }
        None
    }
}

/// Whether a row may be touched now.
fn is_due(row: &QueueRow, now_ms: i64) -> bool {
    is_time(row.next_attempt_ms, now_ms)
}

/// Whether a moment has come. One farther away than any wait was written by a clock that has been set
/// back since.
fn is_time(moment_ms: i64, now_ms: i64) -> bool {
    let wait_ms = moment_ms.saturating_sub(now_ms);
    let longest = i64::try_from(LONGEST_ASKED.as_millis()).unwrap_or(i64::MAX);
    wait_ms <= 0 || wait_ms > longest.saturating_mul(2)
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
