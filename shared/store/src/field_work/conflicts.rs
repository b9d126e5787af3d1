//! Fields both sides changed, until someone decides.

use chrono::{DateTime, Utc};
use rusqlite::{Row, Transaction, params};
use satchel_domain::merge::{FieldConflict, Fields, same};
use serde_json::Value;

use super::change::{kept, object, queue, recount, table};
use super::types::{ChangingDoctype, Conflict, Decision};
use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::sql::{first, get, moment, rows, run};
use crate::store::Store;

impl Store {
    /// What must be decided, by document and field.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT doctype, key, field, base, mine, theirs, noted_ms FROM conflict
                 ORDER BY doctype, key, field",
                [],
                conflict
            )
        })
    }

    /// Decides a conflict. The rep's value becomes a change of its own, to be sent; the site's takes
    /// its place in the document.
    pub fn decide_conflict(
        &self,
        doctype: ChangingDoctype,
        key: &str,
        field: &str,
        decision: Decision,
        at: DateTime<Utc>,
    ) -> Reply<()> {
        let (key, field) = (key.to_owned(), field.to_owned());
        self.write(move |transaction| {
            let open = first!(
                transaction,
                "DELETE FROM conflict WHERE doctype = ?1 AND key = ?2 AND field = ?3
                 RETURNING doctype, key, field, base, mine, theirs, noted_ms",
                params![doctype.as_str(), key, field],
                conflict
            )?;
            let open = open.ok_or(StoreError::NotFound { what: "conflict" })?;
            match decision {
                Decision::Mine => {
                    if doctype.keeps_theirs() {
                        show(transaction, doctype, &key, &field, open.mine.clone())?;
                    }
                    let fields = Fields::from_iter([(field, open.mine)]);
                    queue(transaction, doctype, &key, &fields, at)?;
                }
                Decision::Theirs => show(transaction, doctype, &key, &field, open.theirs)?,
            }
            recount(transaction, doctype, &key)
        })
    }
}

/// Puts the value that was decided for into the document.
fn show(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    field: &str,
    value: Value,
) -> Result<(), StoreError> {
    let kept = kept(transaction, doctype, key)?.ok_or(StoreError::NotFound { what: "document" })?;
    let mut document = object(&kept.document, "document")?;
    document.insert(field.to_owned(), value);
    (table(doctype).write)(transaction, key, &Value::Object(document).to_string())
}

/// Notes what a merge found, and forgets conflicts the site has settled by taking the rep's value.
pub(super) fn note(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    found: &[FieldConflict],
    theirs: &Fields,
    at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    for open in of(transaction, doctype, key)? {
        let now = theirs.get(&open.field).unwrap_or(&Value::Null);
        let sql = if same(&open.mine, now) {
            "DELETE FROM conflict WHERE doctype = ?1 AND key = ?2 AND field = ?3 AND ?4 <> ''"
        } else {
            "UPDATE conflict SET theirs = ?4 WHERE doctype = ?1 AND key = ?2 AND field = ?3"
        };
        run!(transaction, sql, params![doctype.as_str(), key, open.field, now.to_string()])?;
    }
    for conflict in found {
        run!(
            transaction,
            "INSERT INTO conflict(doctype, key, field, base, mine, theirs, noted_ms)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT(doctype, key, field) DO UPDATE SET
               mine = excluded.mine, theirs = excluded.theirs",
            params![
                doctype.as_str(),
                key,
                conflict.field,
                conflict.base.to_string(),
                conflict.mine.to_string(),
                conflict.theirs.to_string(),
                at.map_or(0, |at| at.timestamp_millis())
            ]
        )?;
    }
    Ok(())
}

/// Forgets the conflicts of fields whose change was given up.
pub(super) fn forget<'a>(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
    fields: impl Iterator<Item = &'a String>,
) -> Result<(), StoreError> {
    for field in fields {
        run!(
            transaction,
            "DELETE FROM conflict WHERE doctype = ?1 AND key = ?2 AND field = ?3",
            params![doctype.as_str(), key, field]
        )?;
    }
    Ok(())
}

/// The rep's values of the fields that are still to be decided.
pub(super) fn open_values(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
) -> Result<Fields, StoreError> {
    let open = of(transaction, doctype, key)?;
    Ok(open.into_iter().map(|conflict| (conflict.field, conflict.mine)).collect())
}

fn of(
    transaction: &Transaction<'_>,
    doctype: ChangingDoctype,
    key: &str,
) -> Result<Vec<Conflict>, StoreError> {
    rows!(
        transaction,
        "SELECT doctype, key, field, base, mine, theirs, noted_ms FROM conflict
         WHERE doctype = ?1 AND key = ?2",
        params![doctype.as_str(), key],
        conflict
    )
}

fn conflict(row: &Row<'_>) -> Result<Conflict, StoreError> {
    let value = |column: &'static str| -> Result<Value, StoreError> {
        let text: String = get(row, column)?;
        serde_json::from_str(&text).map_err(|_| bad(column))
    };
    let doctype: String = get(row, "doctype")?;
    let doctype = ChangingDoctype::ALL.into_iter().find(|d| d.as_str() == doctype);
    Ok(Conflict {
        doctype: doctype.ok_or(bad("doctype"))?,
        key: get(row, "key")?,
        field: get(row, "field")?,
        base: value("base")?,
        mine: value("mine")?,
        theirs: value("theirs")?,
        noted_at: Some(moment(row, "noted_ms")?).filter(|at| at.timestamp_millis() > 0),
    })
}
