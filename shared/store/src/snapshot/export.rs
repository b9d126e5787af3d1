//! Writing the masters out.

use std::path::Path;

use rusqlite::{Connection, params};

use super::{AS_DOCUMENTS, TABLES, columns};
use crate::SCHEMA;
use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::sql::{get, rows};
use crate::store::Store;

/// What a snapshot holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SnapshotContents {
    /// Items.
    pub items: u64,
    /// Item Prices.
    pub prices: u64,
    /// Customers.
    pub customers: u64,
}

impl Store {
    /// Writes the masters into a new plain SQLite file at `to`, with what `states` say of the pull that
    /// brought them: doctype and JSON. Nothing of a rep and no setting is in it.
    pub fn export_masters(
        &self,
        to: &Path,
        states: Vec<(String, String)>,
    ) -> Reply<SnapshotContents> {
        let to = to.to_owned();
        self.run(move |desk| {
            if to.exists() {
                return Err(StoreError::Io(std::io::ErrorKind::AlreadyExists.into()));
            }
            let path = to.to_str().ok_or(bad("path"))?;
            // No key: a plain file beside the encrypted one.
            desk.connection.execute("ATTACH DATABASE ?1 AS snapshot KEY ''", [path])?;
            let written = write(&mut desk.connection, &states);
            let left = desk.connection.execute_batch("DETACH DATABASE snapshot");
            let contents = written?;
            left?;
            Ok(contents)
        })
    }
}

fn write(
    connection: &mut Connection,
    states: &[(String, String)],
) -> Result<SnapshotContents, StoreError> {
    let transaction = connection.transaction()?;
    for table in TABLES {
        let columns = columns(&transaction, table)?.join(", ");
        // In the order of the key, so that reading them in is appending.
        transaction.execute_batch(&format!(
            "CREATE TABLE snapshot.{table} AS SELECT {columns} FROM main.{table} ORDER BY 1, 2"
        ))?;
    }
    transaction.execute_batch(
        "CREATE TABLE snapshot.master_document AS
           SELECT doctype, name, modified, document FROM main.master_document
           ORDER BY doctype, name;
         CREATE TABLE snapshot.document(doctype TEXT, document TEXT);
         CREATE TABLE snapshot.state(doctype TEXT, state TEXT);
         CREATE TABLE snapshot.about(schema INTEGER);
         INSERT INTO snapshot.document
           SELECT 'Customer', document FROM main.customer WHERE key LIKE 'server:%' ORDER BY id;",
    )?;
    transaction.execute("INSERT INTO snapshot.about VALUES(?1)", [SCHEMA])?;
    for doctype in AS_DOCUMENTS {
        transaction.execute(
            "INSERT INTO snapshot.document SELECT doctype, document FROM main.party_document
             WHERE doctype = ?1 AND key LIKE 'server:%' ORDER BY key",
            [doctype],
        )?;
    }
    for (doctype, state) in states {
        transaction
            .execute("INSERT INTO snapshot.state VALUES(?1, ?2)", params![doctype, state])?;
    }
    let count = |sql: &str| -> Result<u64, StoreError> {
        let counts: Vec<i64> =
            rows!(transaction, sql, [], |row: &rusqlite::Row<'_>| get(row, "found"))?;
        Ok(counts.into_iter().filter_map(|count| u64::try_from(count).ok()).sum())
    };
    let contents = SnapshotContents {
        items: count("SELECT count(*) AS found FROM snapshot.item_document")?,
        prices: count("SELECT count(*) AS found FROM snapshot.item_price")?,
        customers: count(
            "SELECT count(*) AS found FROM snapshot.document WHERE doctype = 'Customer'",
        )?,
    };
    transaction.commit()?;
    Ok(contents)
}
