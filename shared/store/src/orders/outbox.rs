//! The outbox: what waits for the server, in order, with what must go first.

use rusqlite::{Connection, Row, Transaction, params, params_from_iter};

use super::types::{OutboxKind, OutboxRow, OutboxState};
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
}

/// A row to be appended.
pub(crate) struct NewRow<'a> {
    pub(crate) uid: &'a str,
    pub(crate) kind: OutboxKind,
    pub(crate) subject: &'a str,
    pub(crate) payload: &'a str,
    pub(crate) created_ms: i64,
}

/// Appends a row; its place in the queue.
pub(crate) fn append(transaction: &Transaction<'_>, row: &NewRow<'_>) -> Result<i64, StoreError> {
    run!(
        transaction,
        "INSERT INTO outbox(uid, kind, subject, state, created_ms, payload)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            row.uid,
            row.kind.as_str(),
            row.subject,
            OutboxState::Waiting.as_str(),
            row.created_ms,
            row.payload,
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
         WHERE (uid = ?2 OR (subject = ?2 AND subject <> uid)) AND seq <> ?1 AND state <> 'done'",
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

/// Moves the rows of a document to another state.
pub(crate) fn set_state(
    transaction: &Transaction<'_>,
    subject: &str,
    state: OutboxState,
) -> Result<usize, StoreError> {
    Ok(run!(
        transaction,
        "UPDATE outbox SET state = ?2
         WHERE (uid = ?1 OR (subject = ?1 AND subject <> uid))
           AND state NOT IN ('done', 'withdrawn')",
        params![subject, state.as_str()]
    )?)
}

pub(crate) fn needs(connection: &Connection, seq: i64) -> Result<Vec<i64>, StoreError> {
    rows!(
        connection,
        "SELECT needs FROM outbox_dependency WHERE seq = ?1 ORDER BY needs",
        [seq],
        |row: &Row<'_>| get(row, "needs")
    )
}

pub(crate) fn row(row: &Row<'_>) -> Result<OutboxRow, StoreError> {
    let kind: String = get(row, "kind")?;
    let state: String = get(row, "state")?;
    Ok(OutboxRow {
        seq: get(row, "seq")?,
        uid: get(row, "uid")?,
        kind: OutboxKind::ALL.into_iter().find(|k| k.as_str() == kind).ok_or(bad("kind"))?,
        subject: get(row, "subject")?,
        state: OutboxState::ALL.into_iter().find(|s| s.as_str() == state).ok_or(bad("state"))?,
        attempts: get(row, "attempts")?,
        next_attempt_ms: get(row, "next_attempt_ms")?,
        last_answer: get(row, "last_answer")?,
        created_ms: get(row, "created_ms")?,
        payload: get(row, "payload")?,
        needs: Vec::new(),
    })
}
