//! What the rep changes in Events, Tasks and Projects, counted for the later merge.

use rusqlite::Row;
use serde_json::{Map, Value};

use super::columns::{EVENT, PROJECT, TASK, Table};
use super::types::{ChangedDocument, ChangingDoctype};
use crate::error::{StoreError, bad};
use crate::file::reply::Reply;
use crate::sql::{first, get, rows, run};
use crate::store::Store;

fn table(doctype: ChangingDoctype) -> &'static Table {
    match doctype {
        ChangingDoctype::Event => &EVENT,
        ChangingDoctype::Task => &TASK,
        ChangingDoctype::Project => &PROJECT,
    }
}

impl Store {
    /// Sets fields of a document, given as a JSON object, and counts the change.
    pub fn change_document(
        &self,
        doctype: ChangingDoctype,
        key: &str,
        fields: String,
    ) -> Reply<()> {
        let key = key.to_owned();
        self.write(move |transaction| {
            let table = table(doctype);
            let fields: Map<String, Value> =
                serde_json::from_str(&fields).map_err(|_| bad("fields"))?;
            let text: Option<String> =
                first!(transaction, table.document, [&key], |row: &Row<'_>| get(row, "document"))?;
            let text = text.ok_or(StoreError::NotFound { what: "document" })?;
            let mut document: Map<String, Value> =
                serde_json::from_str(&text).map_err(|_| bad("document"))?;
            document.extend(fields);
            (table.write)(transaction, &key, &Value::Object(document).to_string())?;
            run!(transaction, table.count, [&key])?;
            Ok(())
        })
    }

    /// Every document with changes the server does not have.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn changed_documents(&self) -> Result<Vec<ChangedDocument>, StoreError> {
        self.read(|connection| {
            let mut found = Vec::new();
            for doctype in [ChangingDoctype::Event, ChangingDoctype::Task, ChangingDoctype::Project]
            {
                found.extend(rows!(connection, table(doctype).changed, [], |row: &Row<'_>| {
                    Ok::<_, StoreError>(ChangedDocument {
                        doctype,
                        key: get(row, "key")?,
                        change_counter: get(row, "change_counter")?,
                        document: get(row, "document")?,
                        mirror: get(row, "mirror")?,
                    })
                })?);
            }
            Ok(found)
        })
    }
}
