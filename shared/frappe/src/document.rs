//! A document as it travels: field name to value, whatever fields the site has.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::time::SiteTime;

/// A document in the field names of its DocType, fields unknown to Satchel included.
///
/// Frappe leaves fields that are null out of a document (and keeps them in lists).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Document(Map<String, Value>);

impl Document {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// All fields.
    pub fn fields(&self) -> &Map<String, Value> {
        &self.0
    }

    /// All fields, given away.
    pub fn into_fields(self) -> Map<String, Value> {
        self.0
    }

    /// A field; `None` if it is not there or null.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.0.get(field).filter(|value| !value.is_null())
    }

    /// A text field; `None` also if it is not text.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.get(field).and_then(Value::as_str)
    }

    /// Sets a field.
    pub fn set(&mut self, field: &str, value: impl Into<Value>) {
        self.0.insert(field.to_owned(), value.into());
    }

    /// The document's name.
    pub fn name(&self) -> Option<&str> {
        self.text("name")
    }

    /// When it was last saved, in the site's zone.
    pub fn modified(&self) -> Option<SiteTime> {
        self.text("modified").and_then(|text| SiteTime::parse(text).ok())
    }

    /// 0 draft, 1 submitted, 2 cancelled; `None` if the answer does not tell.
    pub fn docstatus(&self) -> Option<u8> {
        self.get("docstatus").and_then(Value::as_u64).and_then(|n| u8::try_from(n).ok())
    }

    /// The rows of a child table; empty if there is none of this name.
    pub fn children(&self, field: &str) -> impl Iterator<Item = &Map<String, Value>> {
        self.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
    }
}

impl From<Map<String, Value>> for Document {
    fn from(fields: Map<String, Value>) -> Self {
        Self(fields)
    }
}
