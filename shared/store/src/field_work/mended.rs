//! A Customer, an Event or a Task made here was mended before the server took it.

use rusqlite::Transaction;
use serde_json::Value;

use super::change::{kept, object, table};
use super::types::ChangingDoctype;
use crate::error::{StoreError, bad};
use crate::outbox::OutboxRow;

/// Writes the fields as they are sent now over the phone's own copy. A document that is not here any
/// more has nothing to show.
pub(crate) fn document(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    payload: &str,
) -> Result<(), StoreError> {
    let doctype = ChangingDoctype::of_creation(row.kind).ok_or(bad("kind"))?;
    let key = format!("local:{}", row.uid);
    let Some(kept) = kept(transaction, doctype, &key)? else { return Ok(()) };
    let mut document = object(&kept.document, "document")?;
    document.extend(object(payload, "payload")?);
    (table(doctype).write)(transaction, &key, &Value::Object(document).to_string())
}
