//! Taking in Events, Tasks and Projects from the server.
//!
//! A document with local changes is not overwritten but merged, field by field.

use rusqlite::{Transaction, params};
use serde::Deserialize;

use super::change;
use super::columns::{EVENT, PROJECT, TASK, Table};
use super::types::ChangingDoctype;
use crate::catalogue::fields::Text;
use crate::catalogue::put::Batch;
use crate::error::StoreError;
use crate::sql::run;

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    modified: Text,
}

/// Stores Events.
pub(crate) fn events(transaction: &Transaction<'_>, batch: Batch<'_>) -> Result<(), StoreError> {
    put(transaction, batch, &EVENT, Some(ChangingDoctype::Event))
}

/// Stores Tasks.
pub(crate) fn tasks(transaction: &Transaction<'_>, batch: Batch<'_>) -> Result<(), StoreError> {
    put(transaction, batch, &TASK, Some(ChangingDoctype::Task))
}

/// Stores Projects.
pub(crate) fn projects(transaction: &Transaction<'_>, batch: Batch<'_>) -> Result<(), StoreError> {
    put(transaction, batch, &PROJECT, None)
}

fn put(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
    table: &Table,
    changing: Option<ChangingDoctype>,
) -> Result<(), StoreError> {
    for (document, text) in batch.read(|document: &Named| &document.name.0) {
        let key = format!("server:{}", document.name.0);
        if let Some(doctype) = changing
            && change::merge_pulled(transaction, doctype, &key, text)?
        {
            continue;
        }
        (table.write)(transaction, &key, text)?;
        run!(transaction, table.mirror, params![key, document.modified.0, text])?;
    }
    Ok(())
}

/// Forgets a document the server no longer has, unless the rep changed it.
pub(crate) fn remove(
    transaction: &Transaction<'_>,
    doctype: &str,
    name: &str,
) -> Result<usize, StoreError> {
    let sql = match doctype {
        "Event" => "DELETE FROM event WHERE key = ?1 AND change_counter = 0",
        "Task" => "DELETE FROM task WHERE key = ?1 AND change_counter = 0",
        _ => "DELETE FROM project WHERE key = ?1 AND change_counter = 0",
    };
    Ok(run!(transaction, sql, [format!("server:{name}")])?)
}
