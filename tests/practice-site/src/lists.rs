//! Lists, as `/api/resource/<DocType>` and `frappe.client.get_list` answer them.

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value};

use crate::{
    database::{Fields, column},
    meta::DocType,
    refusal::Refusal,
    rights::Reach,
    site::{Act, Done, Site},
};

/// A question for a list, its arguments as JSON (from a query or a body).
#[derive(Debug, Default)]
pub(crate) struct ListRequest {
    pub doctype: String,
    pub parent: Option<String>,
    pub fields: Vec<String>,
    pub filters: Value,
    pub or_filters: Value,
    pub order_by: String,
    pub start: u64,
    /// 0 for all.
    pub limit: u64,
    pub as_dict: bool,
}

impl ListRequest {
    /// Reads the arguments; texts may be JSON, as in a query.
    pub fn read(doctype: &str, arguments: &Map<String, Value>) -> Self {
        let json = |key: &str| match arguments.get(key) {
            Some(Value::String(text)) => {
                serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.clone()))
            }
            Some(value) => value.clone(),
            None => Value::Null,
        };
        let number = |key: &str, or: u64| match json(key) {
            Value::Number(number) => number.as_u64().unwrap_or(or),
            _ => or,
        };
        let text = |key: &str| arguments.get(key).and_then(Value::as_str).map(str::to_owned);
        let fields = match json("fields") {
            Value::Array(fields) => {
                fields.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            _ => vec!["name".to_owned()],
        };
        Self {
            doctype: doctype.to_owned(),
            parent: text("parent"),
            fields,
            filters: json("filters"),
            or_filters: json("or_filters"),
            order_by: text("order_by").unwrap_or_default(),
            start: number("limit_start", 0),
            limit: number("limit_page_length", 20),
            as_dict: !matches!(json("as_dict"), Value::Bool(false))
                && json("as_dict").as_i64() != Some(0),
        }
    }
}

/// SQL conditions with their values.
#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<SqlValue>,
}

impl Site {
    /// The rows of a list, as objects or as arrays.
    pub(crate) fn list(&self, act: &Act, request: &ListRequest) -> Done<Value> {
        let meta = self.meta_for_list(act, request)?;
        let whole = request.fields.iter().any(|field| field == "*");
        let fields: Vec<String> = if whole {
            meta.columns().map(str::to_owned).collect()
        } else {
            request.fields.iter().map(|field| bare(field).to_owned()).collect()
        };
        for field in &fields {
            known(meta, field)?;
        }
        let (rule, values) = self.conditions(act, request, meta)?;
        let order = order_by(meta, &request.order_by)?;
        let table = if meta.child { "child" } else { "document" };
        let limit = if request.limit == 0 { "-1".to_owned() } else { request.limit.to_string() };
        let cells: Vec<String> = fields.iter().map(|field| column(meta.child, field)).collect();
        // More columns than a function of SQLite takes arguments (127).
        let chosen =
            if whole { "body".to_owned() } else { format!("json_array({})", cells.join(", ")) };
        let sql = format!(
            "SELECT {chosen} FROM {table} WHERE {rule} ORDER BY {order} LIMIT {limit} OFFSET {}",
            request.start
        );
        let rows = self.db.json(&sql, values)?;
        Ok(Value::Array(
            rows.into_iter()
                .map(|cells| row(as_cells(cells, &fields), &fields, request.as_dict))
                .collect(),
        ))
    }

    /// How many documents meet the conditions. Sites before 15.75 ask for no permission.
    pub(crate) fn count(&self, act: &Act, request: &ListRequest) -> Done<i64> {
        if self.is_newer() {
            self.meta_for_list(act, request)?;
        }
        self.count_visible(&Act::administrator(), request)
    }

    /// How many documents that meet the conditions the user may see, as the desk counts them.
    pub(crate) fn count_visible(&self, act: &Act, request: &ListRequest) -> Done<i64> {
        let meta = self.meta_for_list(act, request)?;
        let (rule, values) = self.conditions(act, request, meta)?;
        let table = if meta.child { "child" } else { "document" };
        Ok(self.db.number(&format!("SELECT COUNT(*) FROM {table} WHERE {rule}"), values)?)
    }

    /// Whether a document is among those the user is shown.
    pub(crate) fn may_see(&self, act: &Act, doctype: &str, name: &str) -> Done<bool> {
        if self.meta.get(doctype).is_none() || self.reach(act, doctype, "read")? == Reach::None {
            return Ok(false);
        }
        let filters = serde_json::json!([["name", "=", name]]);
        let request =
            ListRequest { doctype: doctype.to_owned(), filters, ..ListRequest::default() };
        Ok(self.count_visible(act, &request)? > 0)
    }

    /// The DocType, if the user may list it. A child table is read with the right on its parent.
    fn meta_for_list(&self, act: &Act, request: &ListRequest) -> Done<&DocType> {
        let doctype = request.doctype.as_str();
        let Some(meta) = self.meta.get(doctype) else {
            return Err(Refusal::forbidden(&act.user, "DocType", false).into());
        };
        let guarding = match (&request.parent, meta.child) {
            (Some(parent), true) => parent.as_str(),
            (None, true) => {
                return Err(Refusal::silent(403, "PermissionError", "").into());
            }
            _ => doctype,
        };
        if self.reach(act, guarding, "read")? == Reach::None {
            return Err(Refusal::forbidden(&act.user, guarding, true).into());
        }
        Ok(meta)
    }

    fn conditions(
        &self,
        act: &Act,
        request: &ListRequest,
        meta: &DocType,
    ) -> Done<(String, Vec<SqlValue>)> {
        let mut all = Conditions {
            sql: vec!["doctype = ?".to_owned()],
            values: vec![request.doctype.clone().into()],
        };
        if !meta.child && self.reach(act, &request.doctype, "read")? == Reach::Own {
            all.sql.push("owner = ?".to_owned());
            all.values.push(act.user.clone().into());
        }
        self.user_permissions(act, &request.doctype, meta, &mut all)?;
        if request.doctype == "File" && !act.is_administrator() {
            self.readable_files(act, &mut all)?;
        }
        for (field, operator, value) in triples(&request.filters) {
            all.add(meta, &field, &operator, &value)?;
        }
        let mut any = Conditions::default();
        for (field, operator, value) in triples(&request.or_filters) {
            any.add(meta, &field, &operator, &value)?;
        }
        if !any.sql.is_empty() {
            all.sql.push(format!("({})", any.sql.join(" OR ")));
            all.values.append(&mut any.values);
        }
        Ok((all.sql.join(" AND "), all.values))
    }

    /// Of files a user is shown public ones, one's own, and those attached to a DocType one may read
    /// (Frappe `core/doctype/file`).
    fn readable_files(&self, act: &Act, all: &mut Conditions) -> Done<()> {
        let attached = self.db.bodies(
            "SELECT json_object('to', json_extract(body, '$.attached_to_doctype')) FROM document
             WHERE doctype = 'File' GROUP BY 1",
            Vec::new(),
        )?;
        let mut readable = Vec::new();
        for to in attached.iter().filter_map(|row| row.get("to")?.as_str()) {
            if self.reach(act, to, "read")? != Reach::None {
                readable.push(SqlValue::Text(to.to_owned()));
            }
        }
        let marks = vec!["?"; readable.len()].join(", ");
        all.sql.push(format!(
            "(owner = ? OR IFNULL(json_extract(body, '$.is_private'), 0) = 0
              OR IFNULL(json_extract(body, '$.attached_to_doctype'), '') IN ({marks}))"
        ));
        all.values.push(act.user.clone().into());
        all.values.append(&mut readable);
        Ok(())
    }

    /// User Permission: a user who has values of a DocType sees these only, and of other documents
    /// those that link to one of them or to none. What lies below a value in its tree counts with it; one
    /// that is `applicable_for` a DocType counts for documents of that alone.
    fn user_permissions(
        &self,
        act: &Act,
        doctype: &str,
        meta: &DocType,
        all: &mut Conditions,
    ) -> Done<()> {
        if act.is_administrator() || meta.child {
            return Ok(());
        }
        let rows = self.db.bodies(
            "SELECT body FROM document WHERE doctype = 'User Permission'
             AND json_extract(body, '$.user') = ?1",
            vec![act.user.clone().into()],
        )?;
        let text = |row: &Fields, field: &str| {
            row.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let values_of = |allow: &str| -> Done<Vec<Value>> {
            let counts = |row: &&Fields| {
                let only = text(row, "applicable_for");
                text(row, "allow") == allow && (only.is_empty() || only == doctype)
            };
            let mut values: Vec<String> =
                rows.iter().filter(counts).map(|row| text(row, "for_value")).collect();
            self.with_those_below(allow, &mut values)?;
            Ok(values.into_iter().map(Value::String).collect())
        };
        let own = values_of(doctype)?;
        if !own.is_empty() {
            all.add(meta, "name", "in", &Value::Array(own))?;
        }
        for (field, target) in &meta.links {
            let values = values_of(target)?;
            if !values.is_empty() {
                let mut either = Conditions::default();
                either.add(meta, field, "in", &Value::Array(values))?;
                either.add(meta, field, "is", &Value::from("not set"))?;
                all.sql.push(format!("({})", either.sql.join(" OR ")));
                all.values.append(&mut either.values);
            }
        }
        Ok(())
    }

    /// Adds what lies below documents of a tree.
    fn with_those_below(&self, doctype: &str, names: &mut Vec<String>) -> Done<()> {
        let parent = format!("parent_{}", doctype.to_lowercase().replace(' ', "_"));
        if !self.meta.get(doctype).is_some_and(|meta| meta.fields.contains(&parent)) {
            return Ok(());
        }
        let mut at = 0;
        while let Some(name) = names.get(at).cloned() {
            at += 1;
            let below = self.db.bodies(
                "SELECT body FROM document WHERE doctype = ?1
                 AND json_extract(body, '$.' || ?2) = ?3",
                vec![doctype.to_owned().into(), parent.clone().into(), name.into()],
            )?;
            for document in below {
                let name = document.get("name").and_then(Value::as_str).unwrap_or_default();
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        }
        Ok(())
    }

    /// Whether the site acts like 15.99 where the recordings differ.
    pub(crate) fn is_newer(&self) -> bool {
        let minor = self.options.versions.1.split('.').nth(1);
        minor.and_then(|minor| minor.parse::<u32>().ok()).is_some_and(|minor| minor >= 75)
    }
}

impl Conditions {
    fn add(&mut self, meta: &DocType, field: &str, operator: &str, value: &Value) -> Done<()> {
        let field = bare(field);
        known(meta, field)?;
        let column = column(meta.child, field);
        let operator = operator.to_lowercase();
        let sql = match operator.as_str() {
            "=" | ">" | ">=" | "<" | "<=" => {
                self.values.push(sql_value(value));
                format!("{column} {operator} ?")
            }
            "!=" | "like" | "not like" => {
                self.values.push(sql_value(value));
                format!("IFNULL({column}, '') {operator} ?")
            }
            "in" | "not in" => {
                let values = values_of(value);
                let marks = vec!["?"; values.len()].join(", ");
                self.values.extend(values);
                format!("IFNULL({column}, '') {operator} ({marks})")
            }
            "between" => match values_of(value).as_slice() {
                [from, to] => {
                    self.values.extend([from.clone(), to.clone()]);
                    format!("{column} BETWEEN ? AND ?")
                }
                _ => return Err(Refusal::invalid("between takes two values").into()),
            },
            "is" if value.as_str() == Some("set") => format!("IFNULL({column}, '') != ''"),
            "is" => format!("IFNULL({column}, '') = ''"),
            _ => {
                return Err(Refusal::invalid(format!("Operator must be one of: {operator}")).into());
            }
        };
        self.sql.push(sql);
        Ok(())
    }
}

fn sql_value(value: &Value) -> SqlValue {
    match value {
        Value::Null => SqlValue::Null,
        Value::Bool(set) => SqlValue::Integer(i64::from(*set)),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => SqlValue::Integer(whole),
            None => SqlValue::Real(number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => SqlValue::Text(text.clone()),
        other => SqlValue::Text(other.to_string()),
    }
}

fn values_of(value: &Value) -> Vec<SqlValue> {
    match value {
        Value::Array(values) => values.iter().map(sql_value).collect(),
        Value::String(text) => text.split(',').map(|part| part.trim().to_owned().into()).collect(),
        other => vec![sql_value(other)],
    }
}

/// Filters as field, operator, value: a list of three or four (DocType in front), or an object.
fn triples(filters: &Value) -> Vec<(String, String, Value)> {
    match filters {
        Value::Array(list) => list.iter().filter_map(triple).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(field, value)| match value.as_array().map(Vec::as_slice) {
                Some([Value::String(operator), value]) => {
                    (field.clone(), operator.clone(), value.clone())
                }
                _ => (field.clone(), "=".to_owned(), value.clone()),
            })
            .collect(),
        Value::String(name) => {
            vec![("name".to_owned(), "=".to_owned(), Value::from(name.as_str()))]
        }
        _ => Vec::new(),
    }
}

fn triple(filter: &Value) -> Option<(String, String, Value)> {
    match filter.as_array()?.as_slice() {
        [field, operator, value] | [_, field, operator, value, ..] => {
            Some((field.as_str()?.to_owned(), operator.as_str()?.to_owned(), value.clone()))
        }
        _ => None,
    }
}

/// `` `tabItem`.`name` `` as `name`.
pub(crate) fn bare(field: &str) -> &str {
    field.rsplit_once('.').map_or(field, |(_, name)| name).trim().trim_matches('`')
}

fn known(meta: &DocType, field: &str) -> Done<()> {
    if meta.has_column(field) && field.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        Ok(())
    } else {
        let text = format!("Field not permitted in query: {field}");
        Err(Refusal::thrown(417, "DataError", text).into())
    }
}

/// `modified asc, name asc`; by name where nothing is asked for, as in the recordings.
fn order_by(meta: &DocType, text: &str) -> Done<String> {
    if text.trim().is_empty() {
        return Ok("name ASC".to_owned());
    }
    let mut parts = Vec::new();
    for part in text.split(',') {
        let mut words = part.split_whitespace();
        let field = bare(words.next().unwrap_or_default());
        known(meta, field)?;
        let down = words.next().is_some_and(|word| word.eq_ignore_ascii_case("desc"));
        parts.push(format!("{} {}", column(meta.child, field), if down { "DESC" } else { "ASC" }));
    }
    Ok(parts.join(", "))
}

/// A whole body as the cells of these fields.
fn as_cells(body: Value, fields: &[String]) -> Value {
    match body {
        Value::Object(mut body) => fields
            .iter()
            .map(|field| body.remove(field).unwrap_or(Value::Null))
            .collect::<Vec<_>>()
            .into(),
        cells => cells,
    }
}

/// A row as an object, or its cells as they are. Nulls are present in lists.
fn row(cells: Value, fields: &[String], as_dict: bool) -> Value {
    match cells {
        Value::Array(cells) if as_dict => {
            Value::Object(fields.iter().cloned().zip(cells).collect())
        }
        other => other,
    }
}
