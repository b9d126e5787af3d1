//! Documents out of TOML tables: defaults filled in, rows numbered, dates resolved.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::{DemoError, date};

const DEFAULTS: &str = include_str!("../../../assets/demo/defaults.toml");

/// Makes whole documents out of the short ones of the data files.
pub(crate) struct Writer {
    defaults: Map<String, Value>,
    today: NaiveDate,
    modified: String,
}

impl Writer {
    /// A writer for documents dated around `today`; each says it was last changed yesterday evening.
    pub(crate) fn new(today: NaiveDate) -> Result<Self, DemoError> {
        let modified = format!("{} 19:30:00.000000", date::shift(today, -1)?);
        Ok(Self { defaults: parse("defaults.toml", DEFAULTS)?, today, modified })
    }

    /// The day the documents are dated around.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    /// All documents of a TOML file, in its order: a table is a settings document, an array of
    /// tables a list of documents.
    pub(crate) fn file(
        &self,
        file: &'static str,
        text: &str,
    ) -> Result<Vec<(String, Value)>, DemoError> {
        let mut documents = Vec::new();
        for (doctype, value) in parse(file, text)? {
            match value {
                Value::Array(rows) => {
                    for row in rows {
                        let document = self.document(&doctype, row)?;
                        documents.push((doctype.clone(), document));
                    }
                }
                single => {
                    let document = self.document(&doctype, single)?;
                    documents.push((doctype, document));
                }
            }
        }
        Ok(documents)
    }

    /// One document: fields given, then `doctype`, `modified` and the defaults of its DocType.
    pub(crate) fn document(&self, doctype: &str, fields: Value) -> Result<Value, DemoError> {
        let mut fields = match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        let empty = Map::new();
        let defaults = self.defaults.get(doctype).and_then(Value::as_object).unwrap_or(&empty);
        for (field, value) in &mut fields {
            if let Value::Array(rows) = value {
                number_rows(rows, defaults.get(field));
            }
        }
        for (field, value) in defaults.iter().filter(|(_, value)| !value.is_object()) {
            fields.entry(field.clone()).or_insert_with(|| value.clone());
        }
        fields.insert("doctype".into(), json!(doctype));
        fields.entry("modified").or_insert_with(|| json!(self.modified));
        let mut document = Value::Object(fields);
        date::resolve_all(&mut document, self.today)?;
        Ok(document)
    }
}

/// Child rows get `idx` from 1 and the defaults of their table.
fn number_rows(rows: &mut [Value], defaults: Option<&Value>) {
    let defaults = defaults.and_then(Value::as_object);
    for (index, row) in rows.iter_mut().enumerate() {
        let Value::Object(row) = row else { continue };
        for (field, value) in defaults.into_iter().flatten() {
            row.entry(field.clone()).or_insert_with(|| value.clone());
        }
        row.insert("idx".into(), json!(index + 1));
    }
}

fn parse(file: &'static str, text: &str) -> Result<Map<String, Value>, DemoError> {
    toml::from_str(text).map_err(|source| DemoError::Toml { file, source })
}

/// The text of a field, empty when it is missing.
pub(crate) fn text<'a>(document: &'a Value, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}
