//! Three-way merge of a document, field by field: what both started from, what the rep has, what the
//! site has now.
//!
//! A field only one side changed is that side's. A field both changed alike is no conflict. What both
//! changed differently is one: the rep's value stands until a person decides. A child table counts as
//! one field, for a removed row leaves no trace at the site.

use serde_json::{Map, Value};

/// Fields the site keeps for itself: always its own, never sent and never in conflict.
/// Frappe `model/__init__.py` (`default_fields`, `optional_fields`) names them.
const KEPT_BY_SITE: [&str; 18] = [
    "doctype",
    "name",
    "owner",
    "creation",
    "modified",
    "modified_by",
    "docstatus",
    "idx",
    "parent",
    "parentfield",
    "parenttype",
    "lft",
    "rgt",
    "old_parent",
    "_user_tags",
    "_comments",
    "_assign",
    "_liked_by",
];

/// A document, field name to value.
pub type Fields = Map<String, Value>;

/// A field both sides changed, each to another value.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldConflict {
    /// Field name in ERPNext.
    pub field: String,
    /// What both started from; `null` where there was nothing.
    pub base: Value,
    /// The rep's value.
    pub mine: Value,
    /// The site's value.
    pub theirs: Value,
}

/// What came out of a merge.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merged {
    /// The document the rep sees from now on: the rep's value wherever there is a conflict.
    pub document: Fields,
    /// What the site does not have yet and no conflict holds back: the body of the `PUT`.
    pub to_send: Fields,
    /// What a person must decide, by field name.
    pub conflicts: Vec<FieldConflict>,
}

/// Merges what the rep made of `base` (`mine`) with what the site made of it (`theirs`).
///
/// ```
/// use satchel_domain::merge::merge;
/// let fields = |text| serde_json::from_str(text).unwrap();
/// let merged = merge(
///     &fields(r#"{"status": "Open", "progress": 10}"#),
///     &fields(r#"{"status": "Open", "progress": 50}"#),
///     &fields(r#"{"status": "Working", "progress": 10}"#),
/// );
/// assert_eq!(merged.document, fields(r#"{"status": "Working", "progress": 50}"#));
/// assert_eq!(merged.to_send, fields(r#"{"progress": 50}"#));
/// assert!(merged.conflicts.is_empty());
/// ```
pub fn merge(base: &Fields, mine: &Fields, theirs: &Fields) -> Merged {
    let mut merged = Merged { document: theirs.clone(), ..Merged::default() };
    for (field, value) in changed(base, mine) {
        let (base, theirs) = (of(base, field), of(theirs, field));
        if same(value, theirs) {
            continue;
        }
        merged.document.insert(field.to_owned(), value.clone());
        if same(base, theirs) {
            merged.to_send.insert(field.to_owned(), value.clone());
        } else {
            merged.conflicts.push(FieldConflict {
                field: field.to_owned(),
                base: base.clone(),
                mine: value.clone(),
                theirs: theirs.clone(),
            });
        }
    }
    merged.conflicts.sort_by(|a, b| a.field.cmp(&b.field));
    merged
}

/// Merges a document by the rules of its DocType: a Task as [`crate::tasks::merge_task`] says, every other
/// one as [`merge`] does.
pub fn merge_document(doctype: &str, base: &Fields, mine: &Fields, theirs: &Fields) -> Merged {
    match doctype {
        "Task" => crate::tasks::merge_task(base, mine, theirs),
        _ => merge(base, mine, theirs),
    }
}

/// The fields in which `mine` differs from `base`, with the value in `mine`.
fn changed<'a>(base: &'a Fields, mine: &'a Fields) -> Vec<(&'a str, &'a Value)> {
    let gone = base.keys().filter(|field| !mine.contains_key(*field));
    mine.keys()
        .chain(gone)
        .filter(|field| !is_kept_by_site(field))
        .map(|field| (field.as_str(), of(mine, field)))
        .filter(|(field, value)| !same(of(base, field), value))
        .collect()
}

/// Whether a field is the site's own.
pub fn is_kept_by_site(field: &str) -> bool {
    field.starts_with("__") || KEPT_BY_SITE.contains(&field)
}

fn of<'a>(fields: &'a Fields, field: &str) -> &'a Value {
    fields.get(field).unwrap_or(&Value::Null)
}

/// Whether two values mean the same to ERPNext: a missing field, a null and an empty text are one, a
/// number is its value however it is written, a check is 0 or 1, and of a child row only what a
/// person can enter counts.
pub fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            changed(a, b).is_empty() && changed(b, a).is_empty()
        }
        _ if is_nothing(a) || is_nothing(b) => is_nothing(a) && is_nothing(b),
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => a == b,
            _ => a == b,
        },
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(rows) => rows.is_empty(),
        _ => false,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(set) => Some(f64::from(u8::from(*set))),
        Value::Number(number) => number.as_f64(),
        _ => None,
    }
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
