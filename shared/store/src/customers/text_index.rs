//! The words a customer is found by: name, the server's number, city, phone.

use std::collections::BTreeMap;

use rusqlite::{Row, Transaction, params};

use crate::catalogue::room::Moved;
use crate::catalogue::text_beside::TextBeside;
use crate::error::StoreError;
use crate::sql::{first, get, rows, run};

/// A UUID is nothing anyone types.
const WORDS: &str = "customer_name || ' ' || city || ' ' || mobile_no ||
    CASE WHEN key LIKE 'server:%' THEN ' ' || substr(key, 8) ELSE '' END";

/// Indexes a customer by its key, in place of what was there. Disabled ones are not found.
pub(crate) fn write(transaction: &Transaction<'_>, key: &str) -> Result<(), StoreError> {
    write_all(transaction, [key])
}

/// Indexes customers by their keys, all deletions first and in the order of row ids: the index gathers
/// what comes in order and writes it at once.
pub(crate) fn write_all<'a>(
    transaction: &Transaction<'_>,
    keys: impl IntoIterator<Item = &'a str>,
) -> Result<(), StoreError> {
    let sql = format!("SELECT id, disabled, {WORDS} AS words FROM customer WHERE key = ?1");
    let mut found: BTreeMap<i64, Option<String>> = BTreeMap::new();
    for key in keys {
        found.extend(first!(transaction, &sql, [key], |row: &Row<'_>| {
            let disabled: bool = get(row, "disabled")?;
            let words = if disabled { None } else { Some(get(row, "words")?) };
            Ok::<_, StoreError>((get(row, "id")?, words))
        })?);
    }
    for id in found.keys() {
        remove(transaction, *id)?;
    }
    for (id, words) in found {
        if let Some(words) = words {
            run!(
                transaction,
                "INSERT INTO customer_fts(rowid, txt) VALUES(?1, ?2)",
                params![id, words]
            )?;
        }
    }
    Ok(())
}

/// Takes a customer out of the index.
pub(crate) fn remove(transaction: &Transaction<'_>, id: i64) -> Result<(), StoreError> {
    run!(transaction, "DELETE FROM customer_fts WHERE rowid = ?1", [id])?;
    Ok(())
}

/// Customers were given other ids, in this order.
pub(crate) fn follow(transaction: &Transaction<'_>, moved: &[Moved]) -> Result<(), StoreError> {
    for one in moved {
        remove(transaction, one.old)?;
    }
    let mut keys: Vec<String> = Vec::new();
    for one in moved {
        let sql = "SELECT key FROM customer WHERE id = ?1";
        keys.extend(first!(transaction, sql, [one.new], |row: &Row<'_>| get(row, "key"))?);
    }
    write_all(transaction, keys.iter().map(String::as_str))
}

/// Begins to make the index as one piece, while other things are written.
pub(crate) fn begin_whole(transaction: &Transaction<'_>) -> Result<TextBeside, StoreError> {
    let texts = rows!(
        transaction,
        &format!("SELECT id, {WORDS} AS words FROM customer WHERE disabled = 0 ORDER BY id"),
        [],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "id")?, get(row, "words")?))
    )?;
    TextBeside::begin(transaction, "customer_fts", texts)
}

/// Writes the index as one piece.
pub(crate) fn rebuild(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute_batch(&format!(
        "INSERT INTO customer_fts(customer_fts) VALUES('delete-all');
         INSERT INTO customer_fts(rowid, txt)
           SELECT id, {WORDS} FROM customer WHERE disabled = 0 ORDER BY id;
         INSERT INTO customer_fts(customer_fts) VALUES('optimize');"
    ))?;
    Ok(())
}
