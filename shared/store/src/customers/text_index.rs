//! The words a customer is found by: name, the server's number, city, phone.

use rusqlite::{Row, Transaction, params};

use crate::error::StoreError;
use crate::sql::{first, get, run};

/// A UUID is nothing anyone types.
const WORDS: &str = "customer_name || ' ' || city || ' ' || mobile_no ||
    CASE WHEN key LIKE 'server:%' THEN ' ' || substr(key, 8) ELSE '' END";

/// Indexes a customer by its key, in place of what was there. Disabled ones are not found.
pub(crate) fn write(transaction: &Transaction<'_>, key: &str) -> Result<(), StoreError> {
    let sql = format!("SELECT id, disabled, {WORDS} AS words FROM customer WHERE key = ?1");
    let found: Option<(i64, bool, String)> = first!(transaction, &sql, [key], |row: &Row<'_>| {
        Ok::<_, StoreError>((get(row, "id")?, get(row, "disabled")?, get(row, "words")?))
    })?;
    let Some((id, disabled, words)) = found else { return Ok(()) };
    remove(transaction, id)?;
    if !disabled {
        run!(
            transaction,
            "INSERT INTO customer_fts(rowid, txt) VALUES(?1, ?2)",
            params![id, words]
        )?;
    }
    Ok(())
}

/// Takes a customer out of the index.
pub(crate) fn remove(transaction: &Transaction<'_>, id: i64) -> Result<(), StoreError> {
    run!(transaction, "DELETE FROM customer_fts WHERE rowid = ?1", [id])?;
    Ok(())
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
