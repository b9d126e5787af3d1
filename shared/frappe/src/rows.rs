//! Lists with `as_dict=0`: rows without keys, half the bytes of rows with them.

use serde_json::{Map, Value};

/// Rows in the order of `columns`; nulls are present.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
}

impl Rows {
    /// Reads rows for the fields asked for. A field like `` `tabItem Barcode`.barcode as code `` gives
    /// column `code`, `items.qty` gives `qty`. Rows with keys are taken as well; where all fields were
    /// asked for (`*`), the columns are those of the first row.
    ///
    /// Returns `None` if a row has another number of cells or is neither array nor object.
    pub fn read(fields: &[String], answer: Value) -> Option<Self> {
        let Value::Array(list) = answer else { return None };
        let columns: Vec<String> = match list.first() {
            Some(Value::Object(row)) if fields.iter().any(|field| field == "*") => {
                row.keys().cloned().collect()
            }
            _ => fields.iter().map(|field| column_name(field)).collect(),
        };
        let rows = list.into_iter().map(|row| cells(&columns, row)).collect::<Option<Vec<_>>>()?;
        Some(Self { columns, rows })
    }

    /// Column names.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, each as long as `columns`.
    pub fn iter(&self) -> impl Iterator<Item = &[Value]> {
        self.rows.iter().map(Vec::as_slice)
    }

    /// A cell; `None` if there is no such row or column.
    pub fn cell(&self, row: usize, column: &str) -> Option<&Value> {
        let at = self.columns.iter().position(|name| name == column)?;
        self.rows.get(row)?.get(at)
    }

    /// The rows as maps from column to value.
    pub fn into_maps(self) -> impl Iterator<Item = Map<String, Value>> {
        let columns = self.columns;
        self.rows.into_iter().map(move |row| columns.iter().cloned().zip(row).collect())
    }

    /// Keeps the rows for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&[Value]) -> bool) {
        self.rows.retain(|row| keep(row));
    }

    /// Adds the rows of a further answer to the same question.
    pub fn append(&mut self, mut further: Self) {
        if self.columns.is_empty() {
            self.columns = further.columns;
        }
        self.rows.append(&mut further.rows);
    }
}

fn cells(columns: &[String], row: Value) -> Option<Vec<Value>> {
    match row {
        Value::Array(cells) if cells.len() == columns.len() => Some(cells),
        Value::Object(mut fields) => {
            Some(columns.iter().map(|name| fields.remove(name).unwrap_or(Value::Null)).collect())
        }
        _ => None,
    }
}

fn column_name(field: &str) -> String {
    let named = match field.rsplit_once(" as ") {
        Some((_, alias)) => alias,
        None => field.rsplit_once('.').map_or(field, |(_, name)| name),
    };
    named.trim().trim_matches('`').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn columns_are_named_after_the_fields() {
        let fields =
            ["name", "`tabItem Barcode`.barcode as code", "items.qty"].map(str::to_owned).to_vec();
        let rows = Rows::read(&fields, json!([["a", "b", 1]])).unwrap();
        assert_eq!(rows.columns(), ["name", "code", "qty"]);
        assert_eq!(rows.cell(0, "code"), Some(&json!("b")));
        assert_eq!(rows.cell(1, "code"), None);
    }

    #[test]
    fn a_row_of_another_width_is_refused() {
        let fields = vec!["name".to_owned()];
        assert_eq!(Rows::read(&fields, json!([["a", "b"]])), None);
        assert_eq!(Rows::read(&fields, json!(["a"])), None);
        assert!(Rows::read(&fields, json!([{"name": "a"}])).is_some());
    }

    #[test]
    fn all_fields_are_those_of_the_first_row() {
        let all = vec!["*".to_owned()];
        let rows = Rows::read(&all, json!([{"name": "a", "qty": 1}, {"qty": 2}])).unwrap();
        assert_eq!(rows.columns(), ["name", "qty"]);
        assert_eq!(rows.cell(1, "qty"), Some(&json!(2)));
        assert_eq!(rows.cell(1, "name"), Some(&Value::Null));
        assert!(Rows::read(&all, json!([])).unwrap().is_empty());
    }
}
