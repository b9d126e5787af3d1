//! The rows of the outbox, in order, with what must go first.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, Transaction, params, params_from_iter};

use super::types::{OutboxKind, OutboxRow, OutboxState, QueueRow};
use crate::error::{StoreError, bad};
use crate::sql::{first, get, rows, run, sql_limit};
use crate::store::Store;

impl Store {
    /// The outbox rows in the given states (all when empty), in the order they were written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn outbox(
        &self,
        states: &[OutboxState],
        limit: usize,
    ) -> Result<Vec<OutboxRow>, StoreError> {
        self.read(|connection| {
            let states = if states.is_empty() { &OutboxState::ALL } else { states };
            let marks = vec!["?"; states.len()].join(", ");
            let sql = format!(
                "SELECT * FROM outbox WHERE state IN ({marks}) ORDER BY seq LIMIT {}",
                sql_limit(limit)
            );
            let names = params_from_iter(states.iter().map(|state| state.as_str()));
            let mut found = rows!(connection, &sql, names, row)?;
            for row in &mut found {
                row.needs = needs(connection, row.seq)?;
            }
            Ok(found)
        })
    }

    /// One outbox row.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn outbox_row(&self, seq: i64) -> Result<Option<OutboxRow>, StoreError> {
        self.read(|connection| {
            let found = first!(connection, "SELECT * FROM outbox WHERE seq = ?1", [seq], row)?;
            found
                .map(|mut row: OutboxRow| {
                    row.needs = needs(connection, row.seq)?;
                    Ok(row)
                })
                .transpose()
        })
    }

    /// The row with the idempotency key `uid`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn outbox_row_of(&self, uid: &str) -> Result<Option<OutboxRow>, StoreError> {
        self.read(|connection| {
            first!(connection, "SELECT * FROM outbox WHERE uid = ?1", [uid], row)
        })
    }

    /// The rows of these kinds that were written from one moment on until before another (milliseconds
    /// since 1970 UTC) and not withdrawn, in the order they were written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn outbox_between(
        &self,
        kinds: &[OutboxKind],
        from_ms: i64,
        until_ms: i64,
    ) -> Result<Vec<OutboxRow>, StoreError> {
        let marks = vec!["?"; kinds.len()].join(", ");
        let sql = format!(
            "SELECT * FROM outbox WHERE created_ms >= ? AND created_ms < ? AND kind IN ({marks})
             AND state <> 'withdrawn' ORDER BY seq"
        );
        let names = kinds.iter().map(|kind| Value::from(kind.as_str().to_owned()));
        let values: Vec<Value> =
            [from_ms.into(), until_ms.into()].into_iter().chain(names).collect();
        self.read(|connection| rows!(connection, &sql, params_from_iter(values), row))
    }

    /// Every open row without its payload, in the order they were written. A contact that was taken
    /// back holds nobody up; a customer that was does.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue(&self) -> Result<Vec<QueueRow>, StoreError> {
        self.queue_where("true", [])
    }

    /// Of [`Store::queue`], the row `seq` and those written after `last`: what a settlement of `seq` can
    /// have changed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue_since(&self, seq: i64, last: i64) -> Result<Vec<QueueRow>, StoreError> {
        self.queue_where("(o.seq = ?1 OR o.seq > ?2)", [seq, last])
    }

    /// Open rows, found by their states: those that are done stay in the file and may be many more.
    fn queue_where<const N: usize>(
        &self,
        which: &'static str,
        values: [i64; N],
    ) -> Result<Vec<QueueRow>, StoreError> {
        let needs = format!(
            "SELECT d.seq, d.needs FROM outbox o
             CROSS JOIN outbox_dependency d ON d.seq = o.seq CROSS JOIN outbox n ON n.seq = d.needs
             WHERE {OPEN} AND {which}
               AND (n.state NOT IN ('done', 'withdrawn')
                    OR (n.state = 'withdrawn' AND n.uid = n.subject))
             ORDER BY d.seq, d.needs"
        );
        let open = format!(
            "SELECT o.seq, o.kind, o.state, o.attempts, o.next_attempt_ms FROM outbox o
             WHERE {OPEN} AND {which} ORDER BY o.seq"
        );
        let pair = |row: &Row<'_>| Ok::<_, StoreError>((get(row, "seq")?, get(row, "needs")?));
        self.read(|connection| {
            let mut needed: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
            for (seq, needs) in rows!(connection, &needs, params_from_iter(values), pair)? {
                needed.entry(seq).or_default().push(needs);
            }
            rows!(connection, &open, params_from_iter(values), |row: &Row<'_>| {
                let seq = get(row, "seq")?;
                Ok::<_, StoreError>(QueueRow {
                    seq,
                    kind: kind(row)?,
                    state: state(row)?,
                    attempts: get(row, "attempts")?,
                    next_attempt_ms: get(row, "next_attempt_ms")?,
                    needs: needed.remove(&seq).unwrap_or_default(),
                })
            })
        })
    }
}

/// [`OutboxState::OPEN`] as the index of states is asked for it.
const OPEN: &str = "o.state IN ('waiting', 'sending', 'unknown', 'parked', 'handed')";

/// Between two uids of one column.
const BETWEEN: &str = ",";

/// A row to be appended.
pub(crate) struct NewRow<'a> {
    pub(crate) uid: &'a str,
    pub(crate) kind: OutboxKind,
    pub(crate) subject: &'a str,
    pub(crate) payload: &'a str,
    /// The uids of the orders it is sent in place of, the latest first, as [`joined`] writes them.
    pub(crate) replaces: &'a str,
    pub(crate) created_ms: i64,
}

/// The uids in the column `replaces`.
pub(crate) fn replaced(uids: &str) -> impl Iterator<Item = &str> {
    uids.split(BETWEEN).filter(|uid| !uid.is_empty())
}

/// Uids as the column `replaces` has them.
pub(crate) fn joined<T: ToString>(uids: &[T]) -> String {
    uids.iter().map(T::to_string).collect::<Vec<_>>().join(BETWEEN)
}

/// Appends a row; its place in the queue.
pub(crate) fn append(transaction: &Transaction<'_>, row: &NewRow<'_>) -> Result<i64, StoreError> {
    run!(
        transaction,
        "INSERT INTO outbox(uid, kind, subject, state, created_ms, payload, replaces)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            row.uid,
            row.kind.as_str(),
            row.subject,
            OutboxState::Waiting.as_str(),
            row.created_ms,
            row.payload,
            row.replaces,
        ]
    )?;
    Ok(transaction.last_insert_rowid())
}

/// Makes `seq` wait for every row of `subject` that is not done.
pub(crate) fn needs_subject(
    transaction: &Transaction<'_>,
    seq: i64,
    subject: &str,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "INSERT OR IGNORE INTO outbox_dependency(seq, needs)
         SELECT ?1, seq FROM outbox
         WHERE (uid = ?2 OR (subject = ?2 AND subject <> uid)) AND seq <> ?1
           AND (state NOT IN ('done', 'withdrawn') OR (state = 'withdrawn' AND uid = subject))",
        params![seq, subject]
    )?;
    Ok(())
}

/// Makes `seq` wait for the row with the idempotency key `uid`.
pub(crate) fn needs_uid(
    transaction: &Transaction<'_>,
    seq: i64,
    uid: &str,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "INSERT OR IGNORE INTO outbox_dependency(seq, needs)
         SELECT ?1, seq FROM outbox WHERE uid = ?2 AND state <> 'done'",
        params![seq, uid]
    )?;
    Ok(())
}

/// Whether there ever was a row with the idempotency key `uid`.
pub(crate) fn exists(connection: &Connection, uid: &str) -> Result<bool, StoreError> {
    let found: Option<bool> =
        first!(connection, "SELECT 1 AS there FROM outbox WHERE uid = ?1", [uid], |row: &Row<
            '_,
        >| get(
            row, "there"
        ))?;
    Ok(found.is_some())
}

/// Moves the row that carries an order itself to another state; those that go with it follow it into
/// being withdrawn.
pub(crate) fn set_order_state(
    transaction: &Transaction<'_>,
    uid: &str,
    state: OutboxState,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "UPDATE outbox SET state = ?2
         WHERE (uid = ?1 OR (subject = ?1 AND subject <> uid AND ?2 = 'withdrawn'))
           AND state NOT IN ('done', 'withdrawn')",
        params![uid, state.as_str()]
    )?;
    Ok(())
}

pub(crate) fn needs(connection: &Connection, seq: i64) -> Result<Vec<i64>, StoreError> {
    rows!(
        connection,
        "SELECT needs FROM outbox_dependency WHERE seq = ?1 ORDER BY needs",
        [seq],
        |row: &Row<'_>| get(row, "needs")
    )
}

/// One row inside a transaction.
pub(crate) fn by_seq(connection: &Connection, seq: i64) -> Result<OutboxRow, StoreError> {
    first!(connection, "SELECT * FROM outbox WHERE seq = ?1", [seq], row)?
        .ok_or(StoreError::NotFound { what: "outbox row" })
}

pub(super) fn kind(row: &Row<'_>) -> Result<OutboxKind, StoreError> {
    let kind: String = get(row, "kind")?;
    OutboxKind::ALL.into_iter().find(|k| k.as_str() == kind).ok_or(bad("kind"))
}

pub(super) fn state(row: &Row<'_>) -> Result<OutboxState, StoreError> {
    let state: String = get(row, "state")?;
    OutboxState::ALL.into_iter().find(|s| s.as_str() == state).ok_or(bad("state"))
}

pub(crate) fn row(row: &Row<'_>) -> Result<OutboxRow, StoreError> {
    Ok(OutboxRow {
        seq: get(row, "seq")?,
        uid: get(row, "uid")?,
        kind: kind(row)?,
        subject: get(row, "subject")?,
        state: state(row)?,
        attempts: get(row, "attempts")?,
        next_attempt_ms: get(row, "next_attempt_ms")?,
        last_answer: get(row, "last_answer")?,
        created_ms: get(row, "created_ms")?,
        payload: get(row, "payload")?,
        sent: get(row, "sent")?,
        replaces: replaced(&get::<String>(row, "replaces")?).map(str::to_owned).collect(),
        server_name: get(row, "server_name")?,
        server_modified: get(row, "server_modified")?,
        note: get(row, "note")?,
        needs: Vec::new(),
    })
}
