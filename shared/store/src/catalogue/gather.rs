//! Where documents were until schema 15: items' in a table of their own, prices' in their rows.

use rusqlite::{Connection, Row, Transaction, params};

use super::blocks::{self, digest};
use crate::error::StoreError;
use crate::sql::{get, run};

/// What a copy of an older file needs to have before [`documents`].
pub(crate) const SCHEMA_15: &str = "CREATE TABLE item_document(
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, document TEXT NOT NULL DEFAULT '{}'
) STRICT;
ALTER TABLE item_price ADD COLUMN document TEXT NOT NULL DEFAULT '';";

/// Moves the documents into blocks.
pub(crate) fn documents(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let mut writer = blocks::Writer::new(transaction)?;
    each(transaction, "SELECT code, document FROM item_document ORDER BY code", |row| {
        let (code, document): (String, String) = (get(row, "code")?, get(row, "document")?);
        let at = writer.add(&document)?;
        run!(
            transaction,
            "UPDATE item SET document_at = ?2, digest = ?3 WHERE code = ?1",
            params![code, at, digest(&document)]
        )?;
        Ok(())
    })?;
    let mut places: Vec<(String, i64)> = Vec::new();
    let prices = "SELECT name, document FROM item_price WHERE document <> ''
                  ORDER BY item_code, list, uom, valid_from, name";
    each(transaction, prices, |row| {
        places.push((get(row, "name")?, writer.add(&get::<String>(row, "document")?)?));
        Ok(())
    })?;
    writer.finish()?;
    for (name, at) in places {
        let sql = "UPDATE item_price SET document_at = ?2 WHERE name = ?1";
        run!(transaction, sql, params![name, at])?;
    }
    transaction
        .execute_batch("DROP TABLE item_document; ALTER TABLE item_price DROP COLUMN document;")?;
    Ok(())
}

fn each(
    connection: &Connection,
    sql: &str,
    mut take: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}
