//! Lists: what to ask for, and how to page through it by key.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use crate::{rows::Rows, time::SiteTime};

/// Longest request line in bytes that goes out as a `GET`; gunicorn refuses more than 4,094 with an
/// HTML page (recording 145). Longer questions go by `POST`.
pub const MAX_REQUEST_LINE: usize = 4_000;

/// Characters RFC 3986 lets stand as they are.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A part of a path or query, percent-encoded.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// One condition: field, operator as Frappe writes it (`=`, `>`, `in`, `is`, …), value.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    field: String,
    operator: &'static str,
    value: Value,
}

impl Filter {
    /// A condition with any operator.
    pub fn new(field: &str, operator: &'static str, value: impl Into<Value>) -> Self {
        Self { field: field.to_owned(), operator, value: value.into() }
    }

    /// The field has this value.
    pub fn equals(field: &str, value: impl Into<Value>) -> Self {
        Self::new(field, "=", value)
    }

    /// The field has one of these values.
    pub fn is_one_of(field: &str, values: &[&str]) -> Self {
        Self::new(field, "in", values.to_vec())
    }

    /// The field has none of these values.
    pub fn is_none_of(field: &str, values: &[&str]) -> Self {
        Self::new(field, "not in", values.to_vec())
    }

    fn to_json(&self) -> Value {
        json!([self.field, self.operator, self.value])
    }
}

/// All fields the user may see. Which there are differs from site to site, so such rows come with keys.
const ALL_FIELDS: &str = "*";

/// A question for a list. The answer comes without keys (`as_dict=0`), unless all fields are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct ListQuery {
    /// DocType listed; may be a child table if `parent` is given.
    pub doctype: String,
    /// DocType that holds the child table; without it the site answers 403.
    pub parent: Option<String>,
    /// Fields, in the order of the cells.
    pub fields: Vec<String>,
    /// All of these must hold.
    pub filters: Vec<Filter>,
    /// At least one of these must hold, if there are any.
    or_filters: Vec<Filter>,
    /// Such as `modified asc, name asc`; empty for the site's own order.
    pub order_by: String,
    /// Most rows to answer; 0 for all.
    pub limit: u32,
}

impl ListQuery {
    /// All rows of a DocType with all fields the user may see.
    pub fn whole(doctype: &str) -> Self {
        Self::new(doctype, &[ALL_FIELDS])
    }

    /// All rows of a DocType with these fields, in the site's own order.
    pub fn new(doctype: &str, fields: &[&str]) -> Self {
        Self {
            doctype: doctype.to_owned(),
            parent: None,
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
            filters: Vec::new(),
            or_filters: Vec::new(),
            order_by: String::new(),
            limit: 0,
        }
    }

    /// Adds a condition.
    pub fn with(mut self, filter: Filter) -> Self {
        self.filters.push(filter);
        self
    }

    /// The question for the next page after `cursor` in the order (`modified`, `name`), as in
    /// recording 076: `modified >= m and (modified > m or name > n)`. Asks for both key fields.
    pub fn page_after(mut self, cursor: Option<&Cursor>, limit: u32) -> Self {
        for key in ["name", "modified"] {
            self.want(key);
        }
        if let Some(cursor) = cursor {
            let modified = cursor.modified.as_str();
            self.filters.push(Filter::new("modified", ">=", modified));
            if let Some(name) = &cursor.name {
                self.or_filters = vec![
                    Filter::new("modified", ">", modified),
                    Filter::new("name", ">", name.as_str()),
                ];
            }
        }
        self.order_by = "modified asc, name asc".to_owned();
        self.limit = limit;
        self
    }

    /// The question for the next page after `name` in the order of names, as in recording 139. For a
    /// first copy; changes made meanwhile are found by `modified` afterwards.
    pub fn page_after_name(mut self, name: Option<&str>, limit: u32) -> Self {
        self.want("name");
        if let Some(name) = name {
            self.filters.push(Filter::new("name", ">", name));
        }
        self.order_by = "name asc".to_owned();
        self.limit = limit;
        self
    }

    fn has_keys(&self) -> bool {
        self.fields.iter().any(|field| field == ALL_FIELDS)
    }

    fn want(&mut self, field: &str) {
        if !self.has_keys() && !self.fields.iter().any(|wanted| wanted == field) {
            self.fields.push(field.to_owned());
        }
    }

    /// Path and query of the `GET`.
    pub(crate) fn path(&self) -> String {
        let mut path = format!("/api/resource/{}?fields=", encode(&self.doctype));
        path.push_str(&encode(&json!(self.fields).to_string()));
        for (key, filters) in [("filters", &self.filters), ("or_filters", &self.or_filters)] {
            if !filters.is_empty() {
                path.push_str(&format!("&{key}={}", encode(&filters_json(filters).to_string())));
            }
        }
        if let Some(parent) = &self.parent {
            path.push_str(&format!("&parent={}", encode(parent)));
        }
        if !self.order_by.is_empty() {
            path.push_str(&format!("&order_by={}", encode(&self.order_by)));
        }
        path.push_str(&format!("&limit_page_length={}", self.limit));
        path.push_str(if self.has_keys() { "&as_dict=1" } else { "&as_dict=0" });
        path
    }

    /// Body of the same question as a `POST` to `frappe.client.get_list` (recording 146).
    pub(crate) fn body(&self) -> Value {
        let mut body = Map::new();
        body.insert("doctype".to_owned(), json!(self.doctype));
        if let Some(parent) = &self.parent {
            body.insert("parent".to_owned(), json!(parent));
        }
        body.insert("fields".to_owned(), json!(self.fields));
        for (key, filters) in [("filters", &self.filters), ("or_filters", &self.or_filters)] {
            if !filters.is_empty() {
                body.insert(key.to_owned(), filters_json(filters));
            }
        }
        if !self.order_by.is_empty() {
            body.insert("order_by".to_owned(), json!(self.order_by));
        }
        body.insert("limit_page_length".to_owned(), json!(self.limit));
        body.insert("as_dict".to_owned(), json!(self.has_keys()));
        Value::Object(body)
    }
}

fn filters_json(filters: &[Filter]) -> Value {
    Value::Array(filters.iter().map(Filter::to_json).collect())
}

/// Where a reader of changes stands: after this document in the order (`modified`, `name`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// `modified` of the last document read.
    pub modified: SiteTime,
    /// Its name; `None` to read all documents of that time again, as for an overlap window.
    pub name: Option<String>,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its rows.
    pub rows: Rows,
    /// Where the next page begins; `None` if this was the last.
    pub next: Option<Cursor>,
}

impl Page {
    /// Takes the cursor from the last row. A page shorter than `limit` is the last. `None` if the
    /// keys of the last row cannot be read.
    pub(crate) fn read(rows: Rows, limit: u32) -> Option<Self> {
        let full = limit > 0 && u32::try_from(rows.len()).is_ok_and(|rows| rows >= limit);
        if !full {
            return Some(Self { rows, next: None });
        }
        let last = rows.len().checked_sub(1)?;
        let modified = SiteTime::parse(rows.cell(last, "modified")?.as_str()?).ok()?;
        let name = Some(rows.cell(last, "name")?.as_str()?.to_owned());
        Some(Self { rows, next: Some(Cursor { modified, name }) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_asked_for_as_recorded() {
        let cursor = Cursor {
            modified: SiteTime::parse("2026-11-21 15:54:47.681671").unwrap(),
            name: Some("SKU-0003".to_owned()),
        };
        let query = ListQuery::new("Item", &["name", "modified"]).page_after(Some(&cursor), 3);
        assert_eq!(
            query.body(),
            json!({
                "doctype": "Item",
                "fields": ["name", "modified"],
                "filters": [["modified", ">=", "2026-11-21 15:54:47.681671"]],
                "or_filters": [["modified", ">", "2026-11-21 15:54:47.681671"], ["name", ">", "SKU-0003"]],
                "order_by": "modified asc, name asc",
                "limit_page_length": 3,
                "as_dict": false,
            })
        );
    }

    #[test]
    fn all_fields_come_with_keys() {
        let query = ListQuery::whole("Account").page_after_name(Some("A"), 2);
        assert_eq!(query.fields, ["*"]);
        assert!(query.path().ends_with("&limit_page_length=2&as_dict=1"), "{}", query.path());
        assert_eq!(query.body()["as_dict"], json!(true));
    }

    #[test]
    fn names_with_slashes_and_spaces_are_encoded() {
        assert_eq!(
            encode("Salt & Pepper/50% – ä"),
            "Salt%20%26%20Pepper%2F50%25%20%E2%80%93%20%C3%A4"
        );
    }

    #[test]
    fn a_short_page_is_the_last() {
        let fields = ["name".to_owned(), "modified".to_owned()];
        let rows = Rows::read(&fields, json!([["a", "2026-11-21 15:54:47"]])).unwrap();
        assert_eq!(Page::read(rows.clone(), 2).unwrap().next, None);
        assert_eq!(Page::read(rows, 1).unwrap().next.unwrap().name.as_deref(), Some("a"));
        let odd = Rows::read(&fields, json!([["a", 5]])).unwrap();
        assert_eq!(Page::read(odd, 1), None);
    }
}
