//! Writing the masters out.

use std::io::{BufWriter, Write};
use std::path::Path;

use rusqlite::Connection;
use serde_json::json;

use super::columns::Columns;
use super::{AS_DOCUMENTS, STATE};
use crate::catalogue::blocks;
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::sql::get;
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

/// The documents of the catalogue, in the order in which they are taken in: the numbers of lists and
/// warehouses as they come, items and prices as their tables are sorted.
const CATALOGUE: [(&str, &str); 2] = [
    ("Item", "SELECT document_at FROM item WHERE document_at > 0 ORDER BY code"),
    (
        "Item Price",
        "SELECT document_at FROM item_price ORDER BY item_code, list, uom, valid_from, name",
    ),
];

impl Store {
    /// Writes the masters into a new file at `to`, with what `states` say of the pull that brought
    /// them: doctype and JSON. Nothing of a rep and no setting is in it.
    pub fn export_masters(
        &self,
        to: &Path,
        states: Vec<(String, String)>,
    ) -> Reply<SnapshotContents> {
        let to = to.to_owned();
        self.run(move |desk| {
            let file = std::fs::File::create_new(&to)?;
            // One moment for all of it.
            let transaction = desk.connection.transaction()?;
            write(&transaction, BufWriter::new(file), &states)
        })
    }
}

fn write(
    connection: &Connection,
    file: impl Write,
    states: &[(String, String)],
) -> Result<SnapshotContents, StoreError> {
    let mut out = Columns::begin(file)?;
    let mut plain = connection
        .prepare("SELECT doctype, document FROM master_document ORDER BY doctype, name")?;
    let mut rows = plain.query([])?;
    while let Some(row) = rows.next()? {
        out.put(&get::<String>(row, "doctype")?, &get::<String>(row, "document")?)?;
    }
    let mut counts = Vec::new();
    for (doctype, sql) in CATALOGUE {
        counts.push(copy_blocks(connection, &mut out, doctype, sql)?);
    }
    write_bins(connection, &mut out)?;
    for doctype in AS_DOCUMENTS {
        let sql = match doctype {
            "Customer" => {
                "SELECT document FROM customer WHERE key LIKE 'server:%' ORDER BY id".to_owned()
            }
            _ => format!(
                "SELECT document FROM party_document
                 WHERE doctype = '{doctype}' AND key LIKE 'server:%' ORDER BY key"
            ),
        };
        counts.push(copy(connection, &mut out, doctype, &sql)?);
    }
    for (doctype, state) in states {
        out.put(STATE, &json!({ "doctype": doctype, "state": state }).to_string())?;
    }
    out.end()?;
    let at = |place: usize| counts.get(place).copied().unwrap_or_default();
    Ok(SnapshotContents { items: at(0), prices: at(1), customers: at(2) })
}

/// Writes every document of a query; how many there are.
fn copy(
    connection: &Connection,
    out: &mut Columns<impl Write>,
    doctype: &str,
    sql: &str,
) -> Result<u64, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut found = 0;
    while let Some(row) = rows.next()? {
        out.put(doctype, &get::<String>(row, "document")?)?;
        found += 1;
    }
    Ok(found)
}

/// Writes every document a query gives the place of; how many there are.
fn copy_blocks(
    connection: &Connection,
    out: &mut Columns<impl Write>,
    doctype: &str,
    sql: &str,
) -> Result<u64, StoreError> {
    let mut reader = blocks::Reader::new(connection, blocks::MANY)?;
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut found = 0;
    while let Some(row) = rows.next()? {
        let Some(document) = reader.read(get(row, "document_at")?)? else { continue };
        out.put(doctype, &document)?;
        found += 1;
    }
    Ok(found)
}

/// A Bin is not kept as a document.
fn write_bins(connection: &Connection, out: &mut Columns<impl Write>) -> Result<(), StoreError> {
    let mut statement = connection.prepare(
        "SELECT i.code, w.name, b.actual, b.reserved FROM bin b
         JOIN item i ON i.id = b.item JOIN warehouse w ON w.id = b.warehouse
         ORDER BY w.name, i.code",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let bin = json!({
            "item_code": get::<String>(row, "code")?,
            "warehouse": get::<String>(row, "name")?,
            "actual_qty": get::<String>(row, "actual")?,
            "reserved_qty": get::<String>(row, "reserved")?,
        });
        out.put("Bin", &bin.to_string())?;
    }
    Ok(())
}
