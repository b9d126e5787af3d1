//! An Address or a Contact made here was mended before the server took it.

use rusqlite::{Row, Transaction};

use super::put::{take_from_addresses, write_party};
use crate::error::StoreError;
use crate::outbox::OutboxRow;
use crate::sql::{get, rows};

/// Writes the mended document over the phone's own copy, and what customers take from it.
pub(crate) fn party(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    document: &str,
) -> Result<(), StoreError> {
    let doctype = row.kind.doctype();
    let id = write_party(transaction, doctype, &format!("local:{}", row.uid), "", document)?;
    let customers: Vec<String> = rows!(
        transaction,
        "SELECT customer FROM party_link WHERE document_id = ?1",
        [id],
        |row: &Row<'_>| get(row, "customer")
    )?;
    customers.iter().try_for_each(|customer| take_from_addresses(transaction, customer))
}
