//! The masters of a phone as one plain SQLite file, for phones that have none yet.
//!
//! The catalogue goes over table by table, as it is; customers and their like as documents, for a phone
//! may have made some of its own. No settings, no orders, no visits, nothing a rep wrote.

mod export;
mod import;
#[cfg(test)]
mod tests;

pub use export::SnapshotContents;

use rusqlite::Connection;

use crate::error::StoreError;

/// Tables that hold the server's masters only and go over whole. Those others refer to come first.
const TABLES: [&str; 11] = [
    "item_group",
    "brand",
    "price_list",
    "warehouse",
    "item",
    "item_document",
    "item_barcode",
    "item_uom",
    "item_price",
    "price_now",
    "bin",
];

/// Doctypes that go over as documents.
const AS_DOCUMENTS: [&str; 3] = ["Customer", "Address", "Contact"];

/// The columns of a table of the phone's own database.
fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement =
        connection.prepare("SELECT name FROM pragma_table_info(?1, 'main') ORDER BY cid")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}
