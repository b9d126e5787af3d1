//! The one change a frozen payload sees: a document made on the phone is called by the site's name.

use satchel_domain::ids::LocalId;
use satchel_frappe::Document;
use satchel_store::{OutboxKind, OutboxRow, Store, StoreError};
use serde_json::{Map, Value, json};

use crate::{SiteAccount, SyncError};

/// How a document made on the phone is named in a payload until the site names it.
const LOCAL: &str = "local:";

/// The fields of a row as they are sent.
///
/// # Errors
/// [`SyncError::Store`]; [`StoreError::NotFound`] in it where a document it names has no name yet.
pub fn document(
    store: &Store,
    account: &SiteAccount,
    row: &OutboxRow,
) -> Result<Document, SyncError> {
    let mut fields = fields(row)?;
    fields.remove("doctype");
    match row.kind {
        OutboxKind::Address | OutboxKind::Contact => {
            let name = name_of(store, &row.subject)?;
            let link = json!([{ "link_doctype": "Customer", "link_name": name }]);
            fields.insert("links".to_owned(), link);
        }
        OutboxKind::CheckIn => {
            // The visit is the user's who is enrolled now.
            fields.entry("user").or_insert_with(|| json!(account.user));
        }
        _ => {}
    }
    let mut value = Value::Object(fields);
    name_locals(store, &mut value)?;
    match value {
        Value::Object(fields) => Ok(Document::from(fields)),
        _ => Err(bad_payload()),
    }
}

/// The payload of a row.
///
/// # Errors
/// [`SyncError::Store`] where it is no JSON object.
pub fn fields(row: &OutboxRow) -> Result<Map<String, Value>, SyncError> {
    serde_json::from_str(&row.payload).map_err(|_| bad_payload())
}

fn bad_payload() -> SyncError {
    SyncError::Store(StoreError::BadInput { field: "payload" })
}

/// Puts names in the place of local keys, wherever a text is one.
fn name_locals(store: &Store, value: &mut Value) -> Result<(), SyncError> {
    match value {
        Value::String(text) => {
            if let Some(id) = text.strip_prefix(LOCAL).filter(|id| id.parse::<LocalId>().is_ok()) {
                *text = name_of(store, id)?;
            }
        }
        Value::Array(rows) => rows.iter_mut().try_for_each(|row| name_locals(store, row))?,
        Value::Object(fields) => {
            fields.values_mut().try_for_each(|value| name_locals(store, value))?;
        }
        _ => {}
    }
    Ok(())
}

/// The site's name of a document, given that or its local key.
///
/// # Errors
/// As [`document`].
pub fn site_name(store: &Store, name: &str) -> Result<String, SyncError> {
    let mut value = Value::from(name);
    name_locals(store, &mut value)?;
    Ok(value.as_str().unwrap_or(name).to_owned())
}

/// The site's name of a document made here.
fn name_of(store: &Store, id: &str) -> Result<String, SyncError> {
    let missing = || SyncError::Store(StoreError::NotFound { what: "document" });
    let id: LocalId = id.parse().map_err(|_| missing())?;
    if let Some(name) = store.server_name(id)? {
        return Ok(name);
    }
    let row = store.outbox_row_of(&id.to_string())?.ok_or_else(missing)?;
    if row.server_name.is_empty() { Err(missing()) } else { Ok(row.server_name) }
}
