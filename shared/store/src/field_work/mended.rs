//! A document or a change of the rep's was mended before the server took it.

use super::change::{kept, object, recount, table};
use super::conflicts;
use super::types::ChangingDoctype;
use crate::error::{StoreError, bad};
use crate::outbox::OutboxRow;
use crate::sql::{get, rows};
use crate::store::Store;
use rusqlite::{Connection, Row, Transaction, params};
use satchel_domain::merge::Fields;
use serde_json::Value;

impl Store {
    /// A row to be mended. In the payload of a change stands what was changed later, too: that waits for
    /// this one and goes with it once it is mended.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn row_to_mend(&self, seq: i64) -> Result<Option<OutboxRow>, StoreError> {
        let Some(row) = self.outbox_row(seq)? else { return Ok(None) };
        Ok(Some(self.read(|connection| together(connection, row))?.0))
    }
}

/// A row with what was changed behind it in its payload, and those rows. Only a change has such.
pub(crate) fn together(
    connection: &Connection,
    row: OutboxRow,
) -> Result<(OutboxRow, Vec<i64>), StoreError> {
    if ChangingDoctype::of_change(row.kind).is_none() {
        return Ok((row, Vec::new()));
    }
    let mut fields = object(&row.payload, "payload")?;
    let mut seqs = Vec::new();
    for (seq, payload) in later(connection, &row)? {
        fields.extend(object(&payload, "payload")?);
        seqs.push(seq);
    }
    Ok((OutboxRow { payload: Value::Object(fields).to_string(), ..row }, seqs))
}

/// Changes of the same document behind this one, which were never sent: row and payload.
fn later(connection: &Connection, row: &OutboxRow) -> Result<Vec<(i64, String)>, StoreError> {
    rows!(
        connection,
        "SELECT seq, payload FROM outbox WHERE subject = ?1 AND subject <> uid AND kind = ?2
           AND seq > ?3 AND state = 'waiting' AND sent = 0 ORDER BY seq",
        params![row.subject, row.kind.as_str(), row.seq],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "seq")?, get(row, "payload")?))
    )
}

/// Writes the fields as they are sent now over the phone's own copy. A document that is not here any
/// more has nothing to show.
pub(crate) fn document(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    payload: &str,
) -> Result<(), StoreError> {
    let doctype = ChangingDoctype::of_creation(row.kind).ok_or(bad("kind"))?;
    show(transaction, doctype, &format!("local:{}", row.uid), object(payload, "payload")?)
}

/// The same for a change of a document: of its fields those that were mended. What is the rep's own and
/// was decided by it waits for no decision any more.
pub(crate) fn change(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    payload: &str,
) -> Result<(), StoreError> {
    let doctype = ChangingDoctype::of_change(row.kind).ok_or(bad("kind"))?;
    let before = object(&row.payload, "payload")?;
    let mut mended = object(payload, "payload")?;
    mended.retain(|field, value| before.get(field) != Some(&*value));
    if doctype.keeps_theirs() {
        conflicts::forget(transaction, doctype, &row.subject, mended.keys())?;
    }
    show(transaction, doctype, &row.subject, mended)?;
    recount(transaction, doctype, &row.subject)
}

fn show(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    fields: Fields,
) -> Result<(), StoreError> {
    let Some(kept) = kept(transaction, doctype, key)? else { return Ok(()) };
    let mut document = object(&kept.document, "document")?;
    document.extend(fields);
    (table(doctype).write)(transaction, key, &Value::Object(document).to_string())
}
