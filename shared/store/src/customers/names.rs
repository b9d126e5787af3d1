//! From the ids made here to the names the server gave.

use rusqlite::{Row, Transaction, params};
use satchel_domain::ids::LocalId;

use crate::error::StoreError;
use crate::field_work::{ChangingDoctype, change};
use crate::file::reply::Reply;
use crate::sql::{first, get, run};
use crate::store::Store;

use super::text_index;

impl Store {
    /// Takes the server's `name` for a Customer, Address or Contact made here. Whatever refers to the
    /// local id refers to the name from then on. Doing it twice is doing it once.
    pub fn adopt_name(&self, doctype: &str, id: LocalId, name: &str) -> Reply<()> {
        let (doctype, name) = (doctype.to_owned(), name.to_owned());
        self.write(move |transaction| adopt(transaction, &doctype, id, &name).map(|_| ()))
    }

    /// The server's name for a document made here, once it has one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn server_name(&self, id: LocalId) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT server_name FROM local_name WHERE local_id = ?1 AND server_name <> ''",
                [id.to_string()],
                |row: &Row<'_>| get(row, "server_name")
            )
        })
    }
}

/// Notes that `id` is a document made here.
pub(crate) fn note(
    transaction: &Transaction<'_>,
    doctype: &str,
    id: LocalId,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "INSERT INTO local_name(local_id, doctype) VALUES(?1, ?2) ON CONFLICT DO NOTHING",
        params![id.to_string(), doctype]
    )?;
    Ok(())
}

/// Whether `id` was one of ours, and now has its name.
pub(crate) fn adopt(
    transaction: &Transaction<'_>,
    doctype: &str,
    id: LocalId,
    name: &str,
) -> Result<bool, StoreError> {
    let ours = run!(
        transaction,
        "UPDATE local_name SET server_name = ?3 WHERE local_id = ?1 AND doctype = ?2",
        params![id.to_string(), doctype, name]
    )?;
    if ours == 0 {
        return Ok(false);
    }
    let (old, new) = (format!("local:{id}"), format!("server:{name}"));
    match doctype {
        "Customer" => adopt_customer(transaction, &old, &new)?,
        _ => {
            run!(
                transaction,
                "DELETE FROM party_document WHERE doctype = ?1 AND key = ?2
                   AND EXISTS (SELECT 1 FROM party_document WHERE doctype = ?1 AND key = ?3)",
                params![doctype, old, new]
            )?;
            run!(
                transaction,
                "UPDATE party_document SET key = ?3 WHERE doctype = ?1 AND key = ?2",
                params![doctype, old, new]
            )?;
        }
    }
    Ok(true)
}

fn adopt_customer(transaction: &Transaction<'_>, old: &str, new: &str) -> Result<(), StoreError> {
    let pulled: Option<i64> =
        first!(transaction, "SELECT id FROM customer WHERE key = ?1", [new], |row: &Row<'_>| get(
            row, "id"
        ))?;
    if pulled.is_some() {
        let made_here: Option<i64> = first!(
            transaction,
            "DELETE FROM customer WHERE key = ?1 RETURNING id",
            [old],
            |row: &Row<'_>| get(row, "id")
        )?;
        if let Some(id) = made_here {
            text_index::remove(transaction, id)?;
        }
    }
    for sql in [
        "UPDATE customer SET key = ?2 WHERE key = ?1",
        "UPDATE OR REPLACE party_link SET customer = ?2 WHERE customer = ?1",
        "UPDATE draft SET customer = ?2 WHERE customer = ?1",
        "UPDATE sales_order SET customer = ?2 WHERE customer = ?1",
        "UPDATE sold_line SET customer = ?2 WHERE customer = ?1",
        "UPDATE event SET customer = ?2 WHERE customer = ?1",
        "UPDATE visit SET customer = ?2 WHERE customer = ?1",
    ] {
        run!(transaction, sql, [old, new])?;
    }
    change::follow(transaction, ChangingDoctype::Customer, old, new)?;
    text_index::write(transaction, new)
}
