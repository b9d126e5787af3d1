//! From the rows of lists to documents, as the site would give them whole.

use std::collections::HashMap;

use satchel_frappe::Rows;
use satchel_store::MasterDocument;
use serde_json::{Map, Value};

use super::plan::TableOf;

/// What names the place of a row and is of no use within its parent.
const PLACE: [&str; 8] =
    ["parent", "parenttype", "parentfield", "creation", "modified", "modified_by", "owner", "idx"];

/// The rows of one child table by their parents, in their order.
#[derive(Debug, Default)]
pub struct ChildRows(HashMap<String, Vec<Value>>);

impl ChildRows {
    /// Sorts rows by their column `parent`; they come in the order of their `idx`. Rows whose
    /// `parentfield` is another than `field` belong to another table of the parent.
    pub fn read(field: &str, rows: Rows) -> Self {
        let mut tables: HashMap<String, Vec<Value>> = HashMap::new();
        for mut row in rows.into_maps() {
            if row.get("parentfield").and_then(Value::as_str).is_some_and(|of| of != field) {
                continue;
            }
            let Some(Value::String(parent)) = row.remove("parent") else { continue };
            row.retain(|key, value| !value.is_null() && !PLACE.contains(&key.as_str()));
            tables.entry(parent).or_default().push(Value::Object(row));
        }
        Self(tables)
    }
}

/// Documents of a doctype from their rows and the rows of their tables. Fields that are null are left
/// out, as the site leaves them out of a document.
pub fn assemble(
    doctype: &str,
    rows: Rows,
    mut tables: Vec<(TableOf, ChildRows)>,
) -> Vec<MasterDocument> {
    rows.into_maps()
        .map(|mut fields| {
            fields.retain(|_, value| !value.is_null());
            let name = fields.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
            for (table, rows) in &mut tables {
                let rows = rows.0.remove(&name).unwrap_or_default();
                fields.insert(table.field.to_owned(), Value::Array(rows));
            }
            MasterDocument::from_value(doctype, &Value::Object(fields))
        })
        .collect()
}

/// Fields in which `now` differs from a kept document, put into it; nothing where it does not.
pub fn patched(document: &str, now: Map<String, Value>) -> Option<String> {
    let mut kept: Map<String, Value> = serde_json::from_str(document).ok()?;
    let before = kept.clone();
    for (field, value) in now {
        if value.is_null() {
            kept.remove(&field);
        } else {
            kept.insert(field, value);
        }
    }
    (kept != before).then(|| Value::Object(kept).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn rows(fields: &[&str], answer: Value) -> Rows {
        let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
        Rows::read(&fields, answer).unwrap()
    }

    const UOMS: TableOf = TableOf { field: "uoms", rows: "UOM Conversion Detail", columns: &[] };

    #[test]
    fn rows_stand_in_their_parents_in_their_order() {
        let children = rows(
            &["parent", "parentfield", "uom", "note"],
            json!([
                ["A", "uoms", "Nos", null],
                ["A", "other", "Box", null],
                ["A", "uoms", "Box", "x"],
                ["B", "uoms", "Nos", null]
            ]),
        );
        let parents = rows(&["name", "brand"], json!([["A", null], ["C", "Aurora"]]));
        let tables = vec![(UOMS, ChildRows::read("uoms", children))];
        let documents = assemble("Item", parents, tables);
        let read = |at: usize| serde_json::from_str::<Value>(&documents[at].document).unwrap();
        assert_eq!(
            read(0),
            json!({"name": "A", "uoms": [{"uom": "Nos"}, {"uom": "Box", "note": "x"}]})
        );
        assert_eq!(read(1), json!({"name": "C", "brand": "Aurora", "uoms": []}));
    }

    #[test]
    fn a_document_is_patched_only_where_it_differs() {
        let document = r#"{"name":"SO-1","status":"To Deliver","note":"x"}"#;
        let now = |value: Value| value.as_object().unwrap().clone();
        assert_eq!(patched(document, now(json!({"status": "To Deliver"}))), None);
        let changed = patched(document, now(json!({"status": "Completed", "note": null}))).unwrap();
        assert_eq!(changed, r#"{"name":"SO-1","status":"Completed"}"#);
        assert_eq!(patched("[", Map::new()), None);
    }

    proptest! {
        #[test]
        fn no_row_is_lost_or_doubled(parents in prop::collection::vec(0..5u8, 0..20)) {
            let list: Vec<Value> = parents.iter().map(|p| json!([p.to_string(), "uoms", "Nos"])).collect();
            let children = rows(&["parent", "parentfield", "uom"], Value::Array(list));
            let names: Vec<Value> = (0..5u8).map(|p| json!([p.to_string()])).collect();
            let tables = vec![(UOMS, ChildRows::read("uoms", children))];
            let documents = assemble("Item", rows(&["name"], Value::Array(names)), tables);
            for (place, document) in documents.iter().enumerate() {
                let document: Value = serde_json::from_str(&document.document).unwrap();
                let expected = parents.iter().filter(|p| usize::from(**p) == place).count();
                prop_assert_eq!(document["uoms"].as_array().unwrap().len(), expected);
            }
        }
    }
}
