//! Taking in Events, Tasks and Projects from the server.
//!
//! A document with local changes is not overwritten. Where a merge can put both sides' changes beside
//! each other it is made so; otherwise document and mirror stay, and the sending of the change finds
//! out: the site refuses it as stale.

use rusqlite::{Row, Transaction, params};
use serde::Deserialize;

use super::columns::{EVENT, PROJECT, TASK, Table};
use crate::catalogue::fields::Text;
use crate::catalogue::put::Batch;
use crate::error::StoreError;
use crate::sql::{first, get, run};

/// Puts the site's changes beside the rep's: what the site said before, what the rep made of it, what
/// the site says now, each a document as JSON. Gives what the rep sees from now on, or nothing where a
/// person must decide.
pub type Merge = fn(base: &str, mine: &str, theirs: &str) -> Option<String>;

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    modified: Text,
}

/// Stores Events.
pub(crate) fn events(
    transaction: &Transaction<'_>,
    batch: Batch<'_>,
    merge: Option<Merge>,
) -> Result<(), StoreError> {
    put(transaction, batch, &EVENT, merge)
}

/// Stores Tasks.
pub(crate) fn tasks(
    transaction: &Transaction<'_>,
    batch: Batch<'_>,
    merge: Option<Merge>,
) -> Result<(), StoreError> {
    put(transaction, batch, &TASK, merge)
}

/// Stores Projects.
pub(crate) fn projects(
    transaction: &Transaction<'_>,
    batch: Batch<'_>,
    merge: Option<Merge>,
) -> Result<(), StoreError> {
    put(transaction, batch, &PROJECT, merge)
}

fn put(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
    table: &Table,
    merge: Option<Merge>,
) -> Result<(), StoreError> {
    for (document, text) in batch.read(|document: &Named| &document.name.0) {
        let key = format!("server:{}", document.name.0);
        match changed(transaction, table, &key)? {
            None => (table.write)(transaction, &key, text)?,
            Some((mine, base)) => match merge.and_then(|merge| merge(&base, &mine, text)) {
                Some(merged) => (table.write)(transaction, &key, &merged)?,
                None => continue,
            },
        }
        run!(transaction, table.mirror, params![key, document.modified.0, text])?;
    }
    Ok(())
}

/// What the rep made of a document and what the site said before, where the rep changed it.
fn changed(
    transaction: &Transaction<'_>,
    table: &Table,
    key: &str,
) -> Result<Option<(String, String)>, StoreError> {
    first!(transaction, table.changes, [key], |row: &Row<'_>| Ok::<_, StoreError>((
        get(row, "document")?,
        get(row, "mirror")?
    )))
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
