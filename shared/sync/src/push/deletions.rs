//! Deleting an Event at the site.

use satchel_frappe::Failure;
use satchel_store::{OutboxRow, StoreError};
use serde_json::Value;

use super::payload;
use super::send::{Line, Sent};
use super::verdict::words;
use crate::SyncError;

/// Deletes the document of a row, unless it is gone already. Names are given out again (recordings 080
/// to 082 delete by name alone): one that was created at another moment is another document.
pub(super) async fn send(line: &Line<'_>, row: &OutboxRow) -> Result<Sent, SyncError> {
    let missing = || SyncError::Store(StoreError::NotFound { what: "document" });
    let name = row.subject.strip_prefix("server:").ok_or_else(missing)?;
    let doctype = row.kind.doctype();
    let fields = payload::fields(row)?;
    let created = fields.get("creation").and_then(Value::as_str).unwrap_or_default();
    let there = match line.client.get_doc(doctype, name).await {
        Ok(there) => there,
        Err(failure) => return Ok(of(failure)),
    };
    if !created.is_empty() && there.text("creation") != Some(created) {
        return Ok(gone());
    }
    Ok(match line.client.delete(doctype, name).await {
        Ok(()) => gone(),
        Err(failure) => of(failure),
    })
}

fn of(failure: Failure) -> Sent {
    match failure {
        // Somebody else was faster.
        Failure::Refused(refusal) if refusal.is_missing() => gone(),
        Failure::Refused(refusal) => Sent::Refused(words(&refusal)),
        failure => Sent::Failed(failure),
    }
}

fn gone() -> Sent {
    Sent::Arrived(Box::default(), true)
}
