//! What the site knows about its DocTypes: fields, child tables, naming, what must be there.
//!
//! The standard part is data (`data/doctypes.json`): field names seen in the recordings and the
//! recorded masters, and those of ERPNext's documentation for the DocTypes Satchel uses. Custom
//! fields and custom DocTypes are added while the site runs.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Map, Value};

/// Columns every DocType has.
pub const STANDARD_COLUMNS: [&str; 10] = [
    "name",
    "owner",
    "creation",
    "modified",
    "modified_by",
    "docstatus",
    "idx",
    "_user_tags",
    "_assign",
    "_comments",
];

/// Further columns of child tables.
pub const CHILD_COLUMNS: [&str; 3] = ["parent", "parentfield", "parenttype"];

/// One DocType.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DocType {
    /// Fields that hold a value.
    pub fields: BTreeSet<String>,
    /// Table fields and the DocType of their rows.
    pub tables: BTreeMap<String, String>,
    /// How names are made; see [`crate::naming`].
    pub naming: String,
    /// Values of a new document where none is sent.
    pub defaults: Map<String, Value>,
    /// Fields that must have a value.
    pub required: Vec<String>,
    /// Link fields and the DocType they point to.
    pub links: BTreeMap<String, String>,
    /// Link fields whose document is read on save: an unknown one is 404 and not 417.
    pub fetched: BTreeSet<String>,
    /// Fields of permission level 1.
    pub guarded: BTreeSet<String>,
    /// Fields that may change after submission.
    pub after_submit: BTreeSet<String>,
    /// Unique fields and their labels.
    pub unique: BTreeMap<String, String>,
    /// Number fields of the custom part; a new document holds 0 where none is sent.
    pub numbers: BTreeSet<String>,
    /// Whether documents are submitted.
    pub submittable: bool,
    /// Whether it is a child table.
    pub child: bool,
    /// Whether it is a settings DocType.
    pub single: bool,
}

impl DocType {
    /// Whether a list may ask for this field or filter by it.
    pub fn has_column(&self, field: &str) -> bool {
        self.fields.contains(field)
            || STANDARD_COLUMNS.contains(&field)
            || field == "_liked_by"
            || (self.child && CHILD_COLUMNS.contains(&field))
    }

    /// Every column, those of its own first.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let of_rows: &[&str] = if self.child { &CHILD_COLUMNS } else { &[] };
        let known = STANDARD_COLUMNS.iter().chain(of_rows).copied();
        let own = self.fields.iter().map(String::as_str);
        // Custom DocPerm has a field `parent` of its own.
        own.filter(|field| !STANDARD_COLUMNS.contains(field) && !of_rows.contains(field))
            .chain(known)
    }

    fn add_field(&mut self, field: &Map<String, Value>) {
        let text = |key: &str| field.get(key).and_then(Value::as_str).unwrap_or_default();
        let is_set = |key: &str| field.get(key).is_some_and(is_set);
        let name = text("fieldname").to_owned();
        let kind = text("fieldtype");
        if name.is_empty()
            || kind.ends_with("Break")
            || matches!(kind, "HTML" | "Heading" | "Button")
        {
            return;
        }
        match kind {
            "Table" => {
                self.tables.insert(name, text("options").to_owned());
                return;
            }
            "Link" => {
                self.links.insert(name.clone(), text("options").to_owned());
            }
            "Float" | "Currency" | "Percent" | "Int" | "Check" => {
                self.numbers.insert(name.clone());
            }
            _ => {}
        }
        if is_set("unique") {
            self.unique.insert(name.clone(), text("label").to_owned());
        }
        if is_set("reqd") {
            self.required.push(name.clone());
        }
        if is_set("default") {
            self.defaults.insert(name.clone(), field.get("default").cloned().unwrap_or_default());
        }
        self.fields.insert(name);
    }

    fn remove_field(&mut self, name: &str) {
        self.fields.remove(name);
        self.unique.remove(name);
        self.links.remove(name);
        self.numbers.remove(name);
        self.defaults.remove(name);
        self.required.retain(|field| field != name);
    }
}

/// All DocTypes of the site.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    doctypes: BTreeMap<String, DocType>,
}

impl Meta {
    /// The standard DocTypes.
    ///
    /// # Errors
    /// If the data file is not of the shape of [`DocType`].
    pub fn standard() -> Result<Self, serde_json::Error> {
        let doctypes = serde_json::from_str(include_str!("../data/doctypes.json"))?;
        Ok(Self { doctypes })
    }

    /// A DocType, if the site has it.
    pub fn get(&self, doctype: &str) -> Option<&DocType> {
        self.doctypes.get(doctype)
    }

    /// Takes a loaded master's fields for known, as its site does know them.
    pub fn learn(&mut self, doctype: &str, document: &Map<String, Value>) {
        let known = self.doctypes.entry(doctype.to_owned()).or_default();
        let rows: Vec<(String, &Vec<Value>)> = document
            .iter()
            .filter_map(|(key, value)| match (known.tables.get(key), value) {
                (Some(child), Value::Array(rows)) => Some((child.clone(), rows)),
                _ => None,
            })
            .collect();
        for key in document.keys() {
            if !known.tables.contains_key(key) {
                known.fields.insert(key.clone());
            }
        }
        for (child, rows) in rows {
            let child_type = self.doctypes.entry(child.clone()).or_default();
            child_type.child = true;
            let fields = rows.iter().filter_map(Value::as_object).flat_map(Map::keys).cloned();
            child_type.fields.extend(fields);
        }
    }

    /// Adds the field of a Custom Field document.
    pub fn add_custom_field(&mut self, field: &Map<String, Value>) {
        let doctype = field.get("dt").and_then(Value::as_str).unwrap_or_default();
        if let Some(known) = self.doctypes.get_mut(doctype) {
            known.add_field(field);
        }
    }

    /// Takes the field of a Custom Field document away; its column and values stay, as on a real site.
    pub fn remove_custom_field(&mut self, field: &Map<String, Value>) {
        let text = |key: &str| field.get(key).and_then(Value::as_str).unwrap_or_default();
        if let Some(known) = self.doctypes.get_mut(text("dt")) {
            known.remove_field(text("fieldname"));
        }
    }

    /// Adds or replaces a custom DocType from its document.
    pub fn put_custom_doctype(&mut self, document: &Map<String, Value>) {
        let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
        let mut made = DocType { naming: text("autoname").to_owned(), ..DocType::default() };
        let flag = |key: &str| document.get(key).is_some_and(is_set);
        made.submittable = flag("is_submittable");
        made.child = flag("istable");
        made.single = flag("issingle");
        for field in rows(document, "fields") {
            made.add_field(field);
        }
        self.doctypes.insert(text("name").to_owned(), made);
    }

    /// Forgets a custom DocType.
    pub fn remove_doctype(&mut self, name: &str) {
        self.doctypes.remove(name);
    }
}

/// The rows of a table field.
pub fn rows<'a>(
    document: &'a Map<String, Value>,
    field: &str,
) -> impl Iterator<Item = &'a Map<String, Value>> {
    document.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

/// Frappe's notion of a set value: not null, not 0, not empty, not the text "0".
pub fn is_set(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(set) => *set,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty() && text != "0",
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}
