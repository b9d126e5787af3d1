//! Nested sets: `lft` and `rgt` of tree documents, as Frappe keeps them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::docs::text;

/// Numbers every tree among `documents` of one DocType by its parent field, in the order of the
/// rows (frappe/utils/nestedset.py, `rebuild_tree`). A row whose parent is unknown stands as a root.
pub(crate) fn number(documents: &mut [Value], parent_field: &str) {
    let known: Vec<String> = documents.iter().map(|d| text(d, "name").to_owned()).collect();
    let mut children: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for document in documents.iter() {
        let parent = text(document, parent_field);
        let parent = if known.iter().any(|name| name == parent) { parent } else { "" };
        children.entry(parent.to_owned()).or_default().push(text(document, "name").to_owned());
    }
    let mut marks: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut next = 1;
    visit("", &children, &mut next, &mut marks);
    for document in documents {
        let Some((left, right)) = marks.get(text(document, "name")).copied() else { continue };
        if let Some(fields) = document.as_object_mut() {
            fields.insert("lft".into(), json!(left));
            fields.insert("rgt".into(), json!(right));
        }
    }
}

fn visit(
    parent: &str,
    children: &BTreeMap<String, Vec<String>>,
    next: &mut u32,
    marks: &mut BTreeMap<String, (u32, u32)>,
) {
    for name in children.get(parent).into_iter().flatten() {
        let left = *next;
        *next += 1;
        visit(name, children, next, marks);
        marks.insert(name.clone(), (left, *next));
        *next += 1;
    }
}

/// Whether `name` is `group` or lies below it, by `(name, parent)` pairs.
pub(crate) fn within(pairs: &BTreeMap<String, String>, name: &str, group: &str) -> bool {
    let mut at = name;
    for _ in 0..=pairs.len() {
        if at == group {
            return true;
        }
        match pairs.get(at) {
            Some(parent) => at = parent,
            None => return false,
        }
    }
    false
}
