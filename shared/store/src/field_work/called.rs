//! The keys by which documents made here are still known once the office has named them.

use rusqlite::{Connection, Row};

use crate::error::StoreError;
use crate::sql::{first, get};

/// The key a document has now. One made here gets another once the office has named it; a reminder told
/// before, or a screen that was open meanwhile, knows it by the former.
pub(super) fn called(connection: &Connection, key: &str) -> Result<String, StoreError> {
    let Some(uid) = key.strip_prefix("local:") else { return Ok(key.to_owned()) };
    let name: Option<String> = first!(
        connection,
        "SELECT server_name FROM outbox WHERE uid = ?1 AND server_name <> ''",
        [uid],
        |row: &Row<'_>| get(row, "server_name")
    )?;
    Ok(name.map_or_else(|| key.to_owned(), |name| format!("server:{name}")))
}
