//! Deleting an Event: a row of the outbox, or nothing at all where the office never had it.

use chrono::{DateTime, Utc};
use rusqlite::{Row, Transaction, params};
use satchel_domain::merge::merge;
use serde_json::{Value, json};

use super::called::called;
use super::change::{kept, object, queue, recount};
use super::types::{ChangingDoctype, Deletion};
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::outbox::{self, NewRow, OutboxKind, OutboxRow};
use crate::sql::{first, get, run};
use crate::store::Store;

const EVENT: ChangingDoctype = ChangingDoctype::Event;

impl Store {
    /// Deletes an Event. One the office never got is gone at once, with everything that waited of it;
    /// any other is out of sight until its deletion was refused or taken back, and changes of it that
    /// have not left are not sent any more.
    pub fn delete_event(&self, key: &str, at: DateTime<Utc>) -> Reply<Deletion> {
        let key = key.to_owned();
        self.write(move |transaction| {
            let key = called(transaction, &key)?;
            let event = kept(transaction, EVENT, &key)?;
            let event = event.ok_or(StoreError::NotFound { what: "event" })?;
            if let Some(uid) = key.strip_prefix("local:")
                && never_arrived(transaction, uid)?
            {
                forget_unsent(transaction, uid, &key)?;
                return Ok(Deletion::Gone { document: event.document });
            }
            drop_changes(transaction, &key)?;
            let document = object(&event.document, "document")?;
            let seq = append(transaction, &key, &Value::Object(document), at)?;
            Ok(Deletion::Waiting { seq })
        })
    }
}

/// Whether the row that makes a document never left the phone, or was refused.
fn never_arrived(transaction: &Transaction<'_>, uid: &str) -> Result<bool, StoreError> {
    let there: Option<bool> = first!(
        transaction,
        "SELECT 1 AS there FROM outbox
         WHERE uid = ?1 AND NOT (state IN ('parked', 'withdrawn') OR (state = 'waiting' AND sent = 0))",
        [uid],
        |row: &Row<'_>| get(row, "there")
    )?;
    Ok(there.is_none())
}

fn forget_unsent(transaction: &Transaction<'_>, uid: &str, key: &str) -> Result<(), StoreError> {
    run!(
        transaction,
        "UPDATE outbox SET state = 'withdrawn'
         WHERE (uid = ?1 OR subject = ?1 OR subject = ?2) AND state NOT IN ('done', 'withdrawn')",
        [uid, key]
    )?;
    forget(transaction, key)
}

/// Nothing is left of an Event on the phone.
fn forget(transaction: &Transaction<'_>, key: &str) -> Result<(), StoreError> {
    run!(transaction, "DELETE FROM conflict WHERE doctype = 'Event' AND key = ?1", [key])?;
    run!(transaction, "DELETE FROM event WHERE key = ?1", [key])?;
    Ok(())
}

/// Changes that may never have been sent go with what they change.
fn drop_changes(transaction: &Transaction<'_>, key: &str) -> Result<(), StoreError> {
    run!(
        transaction,
        "UPDATE outbox SET state = 'withdrawn'
         WHERE subject = ?1 AND kind = ?2 AND state IN ('waiting', 'parked', 'handed')",
        [key, EVENT.change().as_str()]
    )?;
    run!(transaction, "DELETE FROM conflict WHERE doctype = 'Event' AND key = ?1", [key])?;
    recount(transaction, EVENT, key)
}

fn append(
    transaction: &Transaction<'_>,
    key: &str,
    document: &Value,
    at: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let kind = OutboxKind::DeleteEvent;
    let open: Option<i64> = first!(
        transaction,
        "SELECT seq FROM outbox WHERE subject = ?1 AND kind = ?2 AND state NOT IN ('done', 'withdrawn')",
        params![key, kind.as_str()],
        |row: &Row<'_>| get(row, "seq")
    )?;
    if let Some(seq) = open {
        // Refused before: it is tried once more.
        run!(
            transaction,
            "UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt_ms = 0
             WHERE seq = ?1 AND state IN ('parked', 'handed')",
            [seq]
        )?;
        return Ok(seq);
    }
    let number: i64 = transaction
        .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM outbox")?
        .query_row([], |row| row.get(0))?;
    // Names are given out again after a deletion: when it was made tells it from another one.
    let payload =
        json!({ "subject": document.get("subject"), "creation": document.get("creation") });
    let row = NewRow {
        uid: &format!("{}:{key}:{number}", kind.as_str()),
        kind,
        subject: key,
        payload: &payload.to_string(),
        replaces: "",
        created_ms: at.timestamp_millis(),
    };
    let seq = outbox::append(transaction, &row)?;
    outbox::needs_subject(transaction, seq, key)?;
    if let Some(uid) = key.strip_prefix("local:") {
        outbox::needs_uid(transaction, seq, uid)?;
    }
    Ok(seq)
}

/// The office does not have it any more.
pub(crate) fn arrived(transaction: &Transaction<'_>, row: &OutboxRow) -> Result<(), StoreError> {
    drop_changes(transaction, &row.subject)?;
    forget(transaction, &row.subject)
}

/// A deletion was taken back: the Event is in sight again, and what the rep had changed waits again.
pub(crate) fn taken_back(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(event) = kept(transaction, EVENT, &row.subject)? else { return Ok(()) };
    if event.mirror.is_empty() {
        return Ok(());
    }
    let base = object(&event.mirror, "mirror")?;
    let changes = merge(&base, &object(&event.document, "document")?, &base).to_send;
    if !changes.is_empty() {
        queue(transaction, EVENT, &row.subject, &changes, at)?;
    }
    recount(transaction, EVENT, &row.subject)
}
