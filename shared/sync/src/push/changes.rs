//! Sending a change of a Customer, an Event or a Task: with the `modified` it was made on, merged field
//! by field where the site has moved on since.

use satchel_domain::merge::{Fields, merge_document};
use satchel_domain::tasks::over_server;
use satchel_frappe::{Document, Failure, Refusal, SiteTime};
use satchel_store::{Arrival, ChangingDoctype, OutboxRow, StoreError};
use serde_json::Value;

use super::send::{Line, Sent};
use super::verdict::words;
use super::{OwnReason, payload};
use crate::SyncError;

pub(super) async fn send(line: &Line<'_>, row: &OutboxRow) -> Result<Sent, SyncError> {
    let missing = || SyncError::Store(StoreError::NotFound { what: "document" });
    let doctype = ChangingDoctype::of_change(row.kind).ok_or_else(missing)?;
    let name = row.subject.strip_prefix("server:").ok_or_else(missing)?;
    let mirror = line.store.mirror(doctype.as_str(), name)?.unwrap_or_default();
    let mirror: Fields = serde_json::from_str(&mirror).unwrap_or_default();
    let mut fields = undecided_left_out(line, doctype, row)?;
    if doctype == ChangingDoctype::Task {
        fields = over_server(&fields, &shown(line, row)?, &mirror);
    }
    if fields.is_empty() {
        // What is left of it waits for a decision, which is a change of its own; or the server has it.
        return Ok(Sent::Arrived(Box::default(), true));
    }
    let read_at = mirror.get("modified").and_then(Value::as_str).map(SiteTime::parse);
    if let Some(Ok(modified)) = read_at {
        match line.client.update(doctype.as_str(), name, &fields, Some(&modified)).await {
            Ok(saved) => return Ok(arrived(saved.document)),
            Err(Failure::Refused(refusal)) if refusal.is_stale() => {}
            Err(failure) => return Ok(refused(line, doctype.as_str(), name, failure).await),
        }
    }
    Ok(send_merged(line, doctype.as_str(), name, &mirror, &fields).await)
}

/// The fields of a change without those someone still has to decide on.
fn undecided_left_out(
    line: &Line<'_>,
    doctype: ChangingDoctype,
    row: &OutboxRow,
) -> Result<Fields, SyncError> {
    let mut fields = payload::fields(row)?;
    for conflict in line.store.conflicts()? {
        if conflict.doctype == doctype && conflict.key == row.subject {
            fields.remove(&conflict.field);
        }
    }
    Ok(fields)
}

/// The task as the phone shows it, with what arrived since the change was written.
fn shown(line: &Line<'_>, row: &OutboxRow) -> Result<Fields, SyncError> {
    let task = line.store.task(&row.subject)?;
    let fields = task.and_then(|task| serde_json::from_str(&task.document).ok());
    Ok(fields.unwrap_or_default())
}

/// Reads the document again, and sends what can be put beside the site's changes.
async fn send_merged(
    line: &Line<'_>,
    doctype: &str,
    name: &str,
    base: &Fields,
    changes: &Fields,
) -> Sent {
    let theirs = match line.client.get_doc(doctype, name).await {
        Ok(document) => document,
        Err(failure) => return failed(failure),
    };
    let mut mine = base.clone();
    mine.extend(changes.clone());
    let merged = merge_document(doctype, base, &mine, theirs.fields());
    if merged.to_send.is_empty() {
        return arrived(theirs);
    }
    let modified = theirs.modified();
    match line.client.update(doctype, name, &merged.to_send, modified.as_ref()).await {
        Ok(saved) => arrived(saved.document),
        Err(failure) => refused(line, doctype, name, failure).await,
    }
}

/// What came of an update that was not taken. Not there may be the document, or one it links to: the
/// site says both with the same class, so it is asked.
async fn refused(line: &Line<'_>, doctype: &str, name: &str, failure: Failure) -> Sent {
    let missing = failure.refusal().is_some_and(Refusal::is_missing);
    if !missing {
        return failed(failure);
    }
    match (line.client.get_doc(doctype, name).await, failure) {
        (Ok(_), Failure::Refused(refusal)) => Sent::Refused(words(&refusal)),
        (Ok(_), failure) | (Err(failure), _) => failed(failure),
    }
}

fn arrived(document: Document) -> Sent {
    let arrival = Arrival {
        name: document.name().unwrap_or_default().to_owned(),
        modified: document.modified().map(String::from).unwrap_or_default(),
        document: Value::Object(document.into_fields()).to_string(),
        ..Arrival::default()
    };
    Sent::Arrived(Box::new(arrival), true)
}

fn failed(failure: Failure) -> Sent {
    match failure {
        // Changed again while it was merged: the next attempt merges again.
        Failure::Refused(refusal) if refusal.is_stale() => Sent::Failed(Failure::Transient {
            delay: None,
            fault: satchel_frappe::failure::Fault {
                status: Some(refusal.status),
                exc_type: Some(refusal.exc_type),
                words: refusal.words,
            },
        }),
        Failure::Refused(refusal) if refusal.is_missing() => {
            Sent::Refused(OwnReason::Gone.to_text())
        }
        Failure::Refused(refusal) => Sent::Refused(words(&refusal)),
        failure => Sent::Failed(failure),
    }
}
