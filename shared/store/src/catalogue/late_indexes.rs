//! Indexes that no search needs. Taking in a whole catalogue leaves them to be made after it: the rep
//! can sell by then.

use rusqlite::{Row, Transaction};

use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::file::writer::Desk;
use crate::sql::{first, get};
use crate::store::Store;

/// The name of each and how it is made, as the migrations have it: finding a code by its beginning and
/// browsing by group and brand, which scan until then, and finding a price by its name and the barcodes of
/// an item, which changes need.
const LATE: [(&str, &str); 5] = [
    ("item_code_nocase", "CREATE INDEX item_code_nocase ON item(code COLLATE NOCASE)"),
    ("item_of_group", "CREATE INDEX item_of_group ON item(item_group, id) WHERE sellable = 1"),
    ("item_of_brand", "CREATE INDEX item_of_brand ON item(brand, id) WHERE sellable = 1"),
    ("item_price_name", "CREATE UNIQUE INDEX item_price_name ON item_price(name)"),
    ("item_barcode_of_item", "CREATE INDEX item_barcode_of_item ON item_barcode(item_code)"),
];

impl Store {
    /// Makes one of the indexes that a first load left out, in up to a third of a second for a large
    /// catalogue, so that a rep's own write waits for one only. Gives whether there was one to make.
    ///
    /// A change of the catalogue makes all that are missing itself.
    pub fn make_index(&self) -> Reply<bool> {
        self.run(|desk| desk.write_unseen(make_next))
    }
}

/// Whether the index may be made later.
pub(super) fn is_late(name: &str) -> bool {
    LATE.iter().any(|(late, _)| *late == name)
}

/// Makes those that are missing where the process ended between a first load and them.
pub(crate) fn catch_up(desk: &mut Desk) -> Result<(), StoreError> {
    while desk.write_unseen(make_next)? {}
    Ok(())
}

/// Makes those that are missing, for work that may look for a price or barcodes by them.
pub(crate) fn make_all(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    while make_next(transaction)? {}
    Ok(())
}

fn make_next(transaction: &Transaction<'_>) -> Result<bool, StoreError> {
    for (name, sql) in LATE {
        if !is_there(transaction, name)? {
            transaction.execute_batch(sql)?;
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_there(transaction: &Transaction<'_>, name: &str) -> Result<bool, StoreError> {
    let found: Option<i64> = first!(
        transaction,
        "SELECT 1 AS found FROM main.sqlite_schema WHERE type = 'index' AND name = ?1",
        [name],
        |row: &Row<'_>| get(row, "found")
    )?;
    Ok(found.is_some())
}

#[cfg(test)]
#[path = "tests/late_indexes.rs"]
mod tests;
