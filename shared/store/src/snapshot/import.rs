//! Taking the masters in: all of them, or nothing.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, Transaction, params};

use super::{AS_DOCUMENTS, TABLES, columns};
use crate::catalogue::names;
use crate::catalogue::touched::Touched;
use crate::catalogue::{prices, put, text_index};
use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::pulled;
use crate::sql::{get, rows, run};
use crate::store::Store;
use crate::{MasterDocument, SCHEMA};

/// Customers and their like written at once.
const AT_ONCE: usize = 2_000;

impl Store {
    /// Takes in the masters of a snapshot in place of the catalogue that is here, and where its pull
    /// stood, in one transaction. Drafts, orders, visits, customers made here and every setting stay.
    ///
    /// `today` decides which Item Prices make the list rate.
    ///
    /// The file must come from a trusted place: check its signature first. A file of another schema, or
    /// one that is no snapshot, is [`StoreError::BadInput`] and changes nothing.
    pub fn import_masters(&self, from: &Path, today: NaiveDate) -> Reply<()> {
        let from = from.to_owned();
        let log = self.touched();
        self.run(move |desk| {
            if !from.is_file() {
                return Err(StoreError::NotFound { what: "snapshot" });
            }
            let path = from.to_str().ok_or(bad("path"))?.to_owned();
            // The desk has the transaction, so the file stands beside it outside of one.
            desk.connection
                .execute("ATTACH DATABASE ?1 AS snapshot KEY ''", [path])
                .map_err(|error| foreign(error.into()))?;
            let mut touched = Touched::default();
            touched.everything();
            let taken = check(&desk.connection).map_err(foreign).and_then(|()| {
                desk.write_derived(|transaction| {
                    take_in(transaction, today).map_err(foreign)?;
                    log.note(&touched);
                    Ok(())
                })
            });
            let left = desk.connection.execute_batch("DETACH DATABASE snapshot");
            taken?;
            log.note(&touched);
            Ok(left?)
        })
    }
}

/// Damage of the snapshot is not damage of the phone's own file.
fn foreign(error: StoreError) -> StoreError {
    match error {
        StoreError::Damaged | StoreError::Database(_) => bad("snapshot"),
        other => other,
    }
}

/// Refuses what is not a snapshot of this schema: plain tables of the names and columns known here.
fn check(connection: &Connection) -> Result<(), StoreError> {
    let found: BTreeSet<(String, String)> = rows!(
        connection,
        "SELECT type, name FROM snapshot.sqlite_master",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "type")?, get(row, "name")?))
    )?
    .into_iter()
    .collect();
    let expected = TABLES.into_iter().chain(["master_document", "document", "state", "about"]);
    let expected: BTreeSet<(String, String)> =
        expected.map(|name| ("table".to_owned(), name.to_owned())).collect();
    if found != expected {
        return Err(bad("snapshot"));
    }
    let schema: Vec<u32> =
        rows!(connection, "SELECT schema FROM snapshot.about", [], |row: &Row<'_>| get(
            row, "schema"
        ))?;
    if schema != [SCHEMA] { Err(bad("snapshot schema")) } else { Ok(()) }
}

fn take_in(transaction: &Transaction<'_>, today: NaiveDate) -> Result<(), StoreError> {
    transaction.execute_batch(
        "CREATE TEMP TABLE kept_promise AS
           SELECT p.item_code, w.name AS warehouse, p.qty, p.sold_out
           FROM promised p JOIN warehouse w ON w.id = p.warehouse;
         DELETE FROM promised;",
    )?;
    for table in TABLES.into_iter().rev() {
        transaction.execute(&format!("DELETE FROM main.{table}"), [])?;
    }
    for table in TABLES {
        copy(transaction, table)?;
    }
    transaction.execute_batch(
        "DELETE FROM main.master_document
           WHERE doctype IN (SELECT doctype FROM snapshot.master_document);
         INSERT INTO main.master_document(doctype, name, modified, document)
           SELECT doctype, name, modified, document FROM snapshot.master_document;",
    )?;
    promise_again(transaction)?;
    text_index::rebuild(transaction)?;
    prices::refresh_all(transaction, today)?;
    take_in_documents(transaction, today)?;
    let states =
        rows!(transaction, "SELECT doctype, state FROM snapshot.state", [], |row: &Row<'_>| Ok::<
            _,
            StoreError,
        >(
            (
            get(row, "doctype")?,
            get(row, "state")?
        )
        ))?;
    for (doctype, state) in states {
        let (doctype, state): (String, String) = (doctype, state);
        pulled::set_state(transaction, &doctype, &state)?;
    }
    Ok(())
}

/// Copies a table. Its indexes are made anew afterwards: sorting once is far cheaper than finding the
/// place of each row.
fn copy(transaction: &Transaction<'_>, table: &str) -> Result<(), StoreError> {
    let indexes = rows!(
        transaction,
        "SELECT name, sql FROM main.sqlite_master
         WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL",
        [table],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "name")?, get(row, "sql")?))
    )?;
    let indexes: Vec<(String, String)> = indexes;
    for (name, _) in &indexes {
        transaction.execute_batch(&format!("DROP INDEX main.{name}"))?;
    }
    let columns = columns(transaction, table)?.join(", ");
    transaction.execute_batch(&format!(
        "INSERT INTO main.{table}({columns}) SELECT {columns} FROM snapshot.{table}"
    ))?;
    for (_, sql) in &indexes {
        transaction.execute_batch(sql)?;
    }
    Ok(())
}

/// What this phone has promised from stock, under the numbers the warehouses have now.
fn promise_again(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let kept: Vec<(String, String, String, bool)> = rows!(
        transaction,
        "SELECT item_code, warehouse, qty, sold_out FROM temp.kept_promise",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>((
            get(row, "item_code")?,
            get(row, "warehouse")?,
            get(row, "qty")?,
            get(row, "sold_out")?
        ))
    )?;
    for (item, warehouse, qty, sold_out) in kept {
        let warehouse = names::id(transaction, names::WAREHOUSE, &warehouse)?;
        run!(
            transaction,
            "INSERT INTO promised(item_code, warehouse, qty, sold_out) VALUES(?1, ?2, ?3, ?4)",
            params![item, warehouse, qty, sold_out]
        )?;
    }
    transaction.execute_batch("DROP TABLE temp.kept_promise")?;
    Ok(())
}

/// Customers and their like, beside those made here.
fn take_in_documents(transaction: &Transaction<'_>, today: NaiveDate) -> Result<(), StoreError> {
    let mut touched = Touched::default();
    for doctype in AS_DOCUMENTS {
        let documents: Vec<String> = rows!(
            transaction,
            "SELECT document FROM snapshot.document WHERE doctype = ?1 ORDER BY rowid",
            [doctype],
            |row: &Row<'_>| get(row, "document")
        )?;
        // The first batch into an empty list is written in order; one batch is cheapest.
        let size = if doctype == "Customer" { documents.len().max(1) } else { AT_ONCE };
        for some in documents.chunks(size) {
            let batch = some.iter().map(|document| MasterDocument {
                doctype: doctype.to_owned(),
                document: document.clone(),
            });
            put::put(transaction, batch.collect(), today, &mut touched)?;
        }
    }
    Ok(())
}
