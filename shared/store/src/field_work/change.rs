//! What the rep changes in Customers, Events and Tasks: each change is a row of the outbox, and what
//! the server says meanwhile is merged field by field.

use chrono::{DateTime, Utc};
use rusqlite::{Row, Transaction, params};
use satchel_domain::merge::{Fields, merge, merge_document, same};
use satchel_domain::tasks::over_server;
use serde_json::{Value, json};

use super::called::called;
use super::columns::{CUSTOMER, EVENT, TASK, Table};
use super::conflicts;
use super::types::{ChangedDocument, ChangingDoctype};
use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::outbox::{self, NewRow, OutboxKind, OutboxRow};
use crate::sql::{first, get, rows, run};
use crate::store::Store;

pub(super) fn table(doctype: ChangingDoctype) -> &'static Table {
    match doctype {
        ChangingDoctype::Customer => &CUSTOMER,
        ChangingDoctype::Event => &EVENT,
        ChangingDoctype::Task => &TASK,
    }
}

impl Store {
    /// Sets fields of a document, given as a JSON object, and puts the change into the outbox.
    ///
    /// Changes made one after another travel together until the first of them is sent; after that a
    /// new change is a new row. A document that is itself not sent yet takes the change along.
    pub fn change_document(
        &self,
        doctype: ChangingDoctype,
        key: &str,
        fields: String,
        at: DateTime<Utc>,
    ) -> Reply<()> {
        let key = key.to_owned();
        self.write(move |transaction| {
            let fields = object(&fields, "fields")?;
            let key = called(transaction, &key)?;
            let Some(kept) = kept(transaction, doctype, &key)? else {
                return Err(StoreError::NotFound { what: "document" });
            };
            let mut document = object(&kept.document, "document")?;
            document.extend(fields.clone());
            (table(doctype).write)(transaction, &key, &Value::Object(document).to_string())?;
            if kept.mirror.is_empty() {
                // Nothing of the server's was kept: what stood here was what it said last.
                set_mirror(transaction, doctype, &key, "", &kept.document)?;
            }
            if doctype.keeps_theirs() {
                // Seen and changed again: decided.
                conflicts::forget(transaction, doctype, &key, fields.keys())?;
            }
            if !joins_creation(transaction, doctype, &key, &fields)? {
                queue(transaction, doctype, &key, &fields, at)?;
                run!(transaction, table(doctype).count, [&key])?;
            }
            Ok(())
        })
    }

    /// Every document with changes the server does not have.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn changed_documents(&self) -> Result<Vec<ChangedDocument>, StoreError> {
        self.read(|connection| {
            let mut found = Vec::new();
            for doctype in ChangingDoctype::ALL {
                found.extend(rows!(connection, table(doctype).changed, [], |row: &Row<'_>| {
                    Ok::<_, StoreError>(ChangedDocument {
                        doctype,
                        key: get(row, "key")?,
                        change_counter: get(row, "change_counter")?,
                        document: get(row, "document")?,
                        mirror: get(row, "mirror")?,
                    })
                })?);
            }
            Ok(found)
        })
    }
}

/// A document as it is kept.
pub(super) struct Kept {
    pub(super) document: String,
    pub(super) mirror: String,
    pub(super) changes: i64,
}

pub(super) fn kept(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
) -> Result<Option<Kept>, StoreError> {
    first!(transaction, table(doctype).kept, [key], |row: &Row<'_>| Ok(Kept {
        document: get(row, "document")?,
        mirror: get(row, "mirror")?,
        changes: get(row, "change_counter")?,
    }))
}

pub(super) fn object(text: &str, field: &'static str) -> Result<Fields, StoreError> {
    serde_json::from_str(text).map_err(|_| bad(field))
}

pub(super) fn set_mirror(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    modified: &str,
    mirror: &str,
) -> Result<(), StoreError> {
    run!(transaction, table(doctype).mirror, params![key, modified, mirror])?;
    Ok(())
}

/// Adds fields to the payload of the row that makes the document, as long as it never left the phone.
fn joins_creation(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    fields: &Fields,
) -> Result<bool, StoreError> {
    let Some(uid) = key.strip_prefix("local:") else { return Ok(false) };
    extend_payload(
        transaction,
        "SELECT seq, payload FROM outbox
         WHERE uid = ?1 AND kind = ?2 AND state = 'waiting' AND sent = 0",
        (uid, doctype.creation().as_str()),
        fields,
    )
}

/// Puts a change into the outbox, into the row that waits for this document if it never left.
pub(super) fn queue(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    fields: &Fields,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let kind = doctype.change();
    let joined = extend_payload(
        transaction,
        "SELECT seq, payload FROM outbox
         WHERE subject = ?1 AND subject <> uid AND kind = ?2 AND state = 'waiting' AND sent = 0
         ORDER BY seq DESC LIMIT 1",
        (key, kind.as_str()),
        fields,
    )?;
    if joined {
        return Ok(());
    }
    let number: i64 = transaction
        .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM outbox")?
        .query_row([], |row| row.get(0))?;
    let row = NewRow {
        uid: &format!("{}:{key}:{number}", kind.as_str()),
        kind,
        subject: key,
        payload: &json!(fields).to_string(),
        replaces: "",
        created_ms: at.timestamp_millis(),
    };
    let seq = outbox::append(transaction, &row)?;
    outbox::needs_subject(transaction, seq, key)?;
    match key.strip_prefix("local:") {
        Some(uid) => outbox::needs_uid(transaction, seq, uid),
        None => Ok(()),
    }
}

fn extend_payload(
    transaction: &Transaction<'_>,
    sql: &'static str,
    which: (&str, &str),
    fields: &Fields,
) -> Result<bool, StoreError> {
    let found: Option<(i64, String)> =
        first!(transaction, sql, params![which.0, which.1], |row: &Row<'_>| Ok::<_, StoreError>(
            (get(row, "seq")?, get(row, "payload")?)
        ))?;
    let Some((seq, payload)) = found else { return Ok(false) };
    let mut payload = object(&payload, "payload")?;
    payload.extend(fields.clone());
    run!(
        transaction,
        "UPDATE outbox SET payload = ?2 WHERE seq = ?1",
        params![seq, Value::Object(payload).to_string()]
    )?;
    Ok(true)
}

/// Takes in what the server has of a document with changes: merged, its conflicts noted. `sent` is what
/// it answered to: what it took of that is where later changes of the rep start from.
pub(super) fn take_in(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    kept: &Kept,
    sent: &Fields,
    theirs: &Fields,
    at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let mut base =
        if kept.mirror.is_empty() { Fields::new() } else { object(&kept.mirror, "mirror")? };
    let there =
        |field: &String, value: &Value| theirs.get(field).is_some_and(|now| same(now, value));
    let sent = sent.iter().filter(|&(field, value)| there(field, value));
    base.extend(sent.map(|(field, value)| (field.clone(), value.clone())));
    let mine = object(&kept.document, "document")?;
    let mut merged = merge_document(doctype.as_str(), &base, &mine, theirs);
    if doctype.keeps_theirs() {
        for conflict in &merged.conflicts {
            merged.document.insert(conflict.field.clone(), conflict.theirs.clone());
        }
    }
    (table(doctype).write)(transaction, key, &Value::Object(merged.document).to_string())?;
    let modified = theirs.get("modified").and_then(Value::as_str).unwrap_or_default();
    set_mirror(transaction, doctype, key, modified, &json!(theirs).to_string())?;
    conflicts::note(transaction, doctype, key, &merged.conflicts, theirs, at)
}

/// Merges a document of a pull into one with changes; false where there are none to protect.
///
/// A pull may ask for some fields alone, so a field it leaves out says nothing (a list has its nulls).
pub(crate) fn merge_pulled(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    text: &str,
) -> Result<bool, StoreError> {
    let Some(kept) = kept(transaction, doctype, key)?.filter(|kept| kept.changes > 0) else {
        return Ok(false);
    };
    let mut theirs =
        if kept.mirror.is_empty() { Fields::new() } else { object(&kept.mirror, "mirror")? };
    theirs.extend(object(text, "document")?);
    take_in(transaction, doctype, key, &kept, &Fields::new(), &theirs, None)?;
    recount(transaction, doctype, key)?;
    Ok(true)
}

/// A change has arrived: `document` is what the server has now.
pub(crate) fn arrived(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    document: &str,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(doctype) = ChangingDoctype::of_change(row.kind) else { return Err(bad("kind")) };
    let Some(kept) = kept(transaction, doctype, &row.subject)? else { return Ok(()) };
    if !document.is_empty() {
        let theirs = object(document, "document")?;
        let sent = object(&row.payload, "payload")?;
        take_in(transaction, doctype, &row.subject, &kept, &sent, &theirs, Some(at))?;
    }
    recount(transaction, doctype, &row.subject)
}

/// A change was taken back: the document is what the server last said of it, with the changes and the
/// open conflicts that are left.
pub(crate) fn taken_back(transaction: &Transaction<'_>, row: &OutboxRow) -> Result<(), StoreError> {
    let Some(doctype) = ChangingDoctype::of_change(row.kind) else { return Ok(()) };
    let Some(kept) = kept(transaction, doctype, &row.subject)? else { return Ok(()) };
    let mut left = Fields::new();
    for payload in rows!(
        transaction,
        "SELECT payload FROM outbox WHERE subject = ?1 AND subject <> uid AND kind = ?2
           AND state NOT IN ('done', 'withdrawn') ORDER BY seq",
        params![row.subject, row.kind.as_str()],
        |row: &Row<'_>| get::<String>(row, "payload")
    )? {
        left.extend(object(&payload, "payload")?);
    }
    let given_up = object(&row.payload, "payload")?;
    let given_up = given_up.keys().filter(|field| !left.contains_key(*field));
    conflicts::forget(transaction, doctype, &row.subject, given_up)?;
    if !kept.mirror.is_empty() {
        let mut document = object(&kept.mirror, "mirror")?;
        if doctype == ChangingDoctype::Task {
            // Lines of a log that others wrote stay.
            left = over_server(&left, &left, &document);
        }
        if !doctype.keeps_theirs() {
            document.extend(conflicts::open_values(transaction, doctype, &row.subject)?);
        }
        document.extend(left);
        (table(doctype).write)(transaction, &row.subject, &Value::Object(document).to_string())?;
    }
    recount(transaction, doctype, &row.subject)
}

/// Counts anew what the server does not have of a document.
pub(super) fn recount(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
) -> Result<(), StoreError> {
    let left: i64 = transaction
        .prepare_cached(
            "SELECT (SELECT count(*) FROM outbox WHERE subject = ?1 AND subject <> uid AND kind = ?2
                       AND state NOT IN ('done', 'withdrawn'))
                  + (SELECT count(*) FROM conflict WHERE doctype = ?3 AND key = ?1)",
        )?
        .query_row(params![key, doctype.change().as_str(), doctype.as_str()], |row| row.get(0))?;
    run!(transaction, table(doctype).set_count, params![key, left])?;
    Ok(())
}

/// A document made here has its name: its key changes, and whatever refers to it.
pub(crate) fn adopt(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    name: &str,
    document: &str,
) -> Result<(), StoreError> {
    let doctype = ChangingDoctype::of_creation(row.kind).ok_or(bad("kind"))?;
    let (old, new) = (format!("local:{}", row.uid), format!("server:{name}"));
    // A pull may have brought it before its answer came.
    run!(transaction, table(doctype).forget_if_both, params![old, new])?;
    run!(transaction, table(doctype).rename, params![old, new])?;
    run!(transaction, "UPDATE visit SET event = ?2 WHERE event = ?1", [&old, &new])?;
    follow(transaction, doctype, &old, &new)?;
    let Some(mut kept) = kept(transaction, doctype, &new)? else { return Ok(()) };
    if !document.is_empty() {
        let theirs = object(document, "document")?;
        if kept.mirror.is_empty() {
            // Both started from what was sent.
            kept.mirror.clone_from(&row.payload);
        }
        take_in(transaction, doctype, &new, &kept, &Fields::new(), &theirs, None)?;
    }
    recount(transaction, doctype, &new)
}

/// Changes and conflicts follow a document to its new key.
pub(crate) fn follow(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    old: &str,
    new: &str,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "UPDATE outbox SET subject = ?2
         WHERE subject = ?1 AND subject <> uid AND kind IN (?3, 'delete_event')",
        params![old, new, doctype.change().as_str()]
    )?;
    run!(
        transaction,
        "UPDATE OR REPLACE conflict SET key = ?2 WHERE key = ?1 AND doctype = ?3",
        params![old, new, doctype.as_str()]
    )?;
    Ok(())
}

/// Puts the changes an earlier schema only counted into the outbox.
pub(crate) fn queue_counted(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    for doctype in [ChangingDoctype::Event, ChangingDoctype::Task] {
        let changed = rows!(transaction, table(doctype).changed, [], |row: &Row<'_>| {
            Ok::<(String, String, String), StoreError>((
                get(row, "key")?,
                get(row, "document")?,
                get(row, "mirror")?,
            ))
        })?;
        for (key, document, mirror) in changed {
            let Ok(base) = object(&mirror, "mirror") else { continue };
            let mine = object(&document, "document")?;
            let changes = merge(&base, &mine, &base).to_send;
            queue(transaction, doctype, &key, &changes, DateTime::UNIX_EPOCH)?;
        }
    }
    Ok(())
}

impl ChangingDoctype {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Customer, Self::Event, Self::Task];

    /// The DocType.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "Customer",
            Self::Event => "Event",
            Self::Task => "Task",
        }
    }

    /// The kind of row that changes one.
    pub fn change(self) -> OutboxKind {
        match self {
            Self::Customer => OutboxKind::ChangeCustomer,
            Self::Event => OutboxKind::ChangeEvent,
            Self::Task => OutboxKind::ChangeTask,
        }
    }

    /// The kind of row that makes one.
    pub fn creation(self) -> OutboxKind {
        match self {
            Self::Customer => OutboxKind::Customer,
            Self::Event => OutboxKind::Event,
            Self::Task => OutboxKind::Task,
        }
    }

    /// Whose value is shown while nobody has decided on a field both sides changed: of an Event, which
    /// others may have planned with, the site's, and the rep's is offered.
    pub fn keeps_theirs(self) -> bool {
        self == Self::Event
    }

    /// Which one a kind of row changes.
    pub fn of_change(kind: OutboxKind) -> Option<Self> {
        Self::ALL.into_iter().find(|doctype| doctype.change() == kind)
    }

    pub(super) fn of_creation(kind: OutboxKind) -> Option<Self> {
        Self::ALL.into_iter().find(|doctype| doctype.creation() == kind)
    }
}
