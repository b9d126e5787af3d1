//! The site's own SQLite database: documents, child rows, series, secrets.

use rusqlite::{Connection, OptionalExtension, params, types::Value as SqlValue};
use serde_json::{Map, Value};

/// Fields kept in columns of their own beside the JSON.
const KEYS: [&str; 6] = ["name", "owner", "creation", "modified", "modified_by", "docstatus"];

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS document (
  doctype TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, owner TEXT NOT NULL, modified TEXT NOT NULL,
  body TEXT NOT NULL, PRIMARY KEY (doctype, name)) STRICT;
CREATE INDEX IF NOT EXISTS document_modified ON document (doctype, modified, name);
CREATE INDEX IF NOT EXISTS document_item ON document (doctype, json_extract(body, '$.item_code'));
CREATE TABLE IF NOT EXISTS child (
  doctype TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, parenttype TEXT NOT NULL,
  parent TEXT NOT NULL COLLATE NOCASE,
  parentfield TEXT NOT NULL, idx INTEGER NOT NULL, modified TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (doctype, name)) STRICT;
CREATE INDEX IF NOT EXISTS child_parent ON child (parenttype, parent, parentfield, idx);
CREATE TABLE IF NOT EXISTS unique_value (
  doctype TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  PRIMARY KEY (doctype, field, value)) STRICT;
CREATE TABLE IF NOT EXISTS series (prefix TEXT PRIMARY KEY NOT NULL, current INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS secret (user TEXT PRIMARY KEY NOT NULL, api_secret TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS content (file_url TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;
";

/// A document or child row as its fields.
pub type Fields = Map<String, Value>;

/// Result of a query.
pub type Sql<T> = rusqlite::Result<T>;

/// The open database.
pub struct Database {
    pub(crate) connection: Connection,
}

impl Database {
    /// Opens `file`, or a database in memory.
    ///
    /// # Errors
    /// SQLite's, if the file cannot be opened or is no database.
    pub fn open(file: Option<&std::path::Path>) -> Sql<Self> {
        let connection = match file {
            Some(file) => Connection::open(file)?,
            None => Connection::open_in_memory()?,
        };
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self { connection })
    }

    pub(crate) fn begin(&self) -> Sql<()> {
        self.connection.execute_batch("BEGIN IMMEDIATE")
    }

    pub(crate) fn end(&self, keep: bool) -> Sql<()> {
        self.connection.execute_batch(if keep { "COMMIT" } else { "ROLLBACK" })
    }

    /// The fields of a document, without child tables.
    pub(crate) fn header(&self, doctype: &str, name: &str) -> Sql<Option<Fields>> {
        self.connection
            .prepare_cached("SELECT body FROM document WHERE doctype = ?1 AND name = ?2")?
            .query_row(params![doctype, name], |row| row.get::<_, String>(0))
            .optional()
            .map(|body| body.map(|body| parse(&body)))
    }

    pub(crate) fn exists(&self, doctype: &str, name: &str) -> Sql<bool> {
        self.connection
            .prepare_cached("SELECT 1 FROM document WHERE doctype = ?1 AND name = ?2")?
            .exists(params![doctype, name])
    }

    pub(crate) fn put_header(&self, doctype: &str, fields: &Fields) -> Sql<()> {
        let text = |key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default();
        self.connection
            .prepare_cached(
                "INSERT INTO document (doctype, name, owner, modified, body) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (doctype, name) DO UPDATE SET modified = ?4, body = ?5",
            )?
            .execute(params![
                doctype,
                text("name"),
                text("owner"),
                text("modified"),
                Value::Object(fields.clone()).to_string()
            ])?;
        Ok(())
    }

    pub(crate) fn children(&self, doctype: &str, parent: &str, field: &str) -> Sql<Vec<Fields>> {
        self.connection
            .prepare_cached(
                "SELECT body FROM child WHERE parenttype = ?1 AND parent = ?2 AND parentfield = ?3
                 ORDER BY idx",
            )?
            .query_map(params![doctype, parent, field], |row| row.get::<_, String>(0))?
            .map(|body| body.map(|body| parse(&body)))
            .collect()
    }

    pub(crate) fn remove_children(&self, doctype: &str, parent: &str, field: &str) -> Sql<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM child WHERE parenttype = ?1 AND parent = ?2 AND parentfield = ?3",
            )?
            .execute(params![doctype, parent, field])?;
        Ok(())
    }

    pub(crate) fn put_child(&self, doctype: &str, row: &Fields) -> Sql<()> {
        let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO child
                 (doctype, name, parenttype, parent, parentfield, idx, modified, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                doctype,
                text("name"),
                text("parenttype"),
                text("parent"),
                text("parentfield"),
                row.get("idx").and_then(Value::as_i64).unwrap_or_default(),
                text("modified"),
                Value::Object(row.clone()).to_string()
            ])?;
        Ok(())
    }

    pub(crate) fn remove(&self, doctype: &str, name: &str) -> Sql<()> {
        let pair = params![doctype, name];
        self.connection.execute("DELETE FROM document WHERE doctype = ?1 AND name = ?2", pair)?;
        self.connection.execute("DELETE FROM child WHERE parenttype = ?1 AND parent = ?2", pair)?;
        self.connection
            .execute("DELETE FROM unique_value WHERE doctype = ?1 AND name = ?2", pair)?;
        Ok(())
    }

    /// Keeps the value of a unique field. Gives `false` where another document has it.
    pub(crate) fn claim(&self, doctype: &str, field: &str, value: &str, name: &str) -> Sql<bool> {
        let holder: Option<String> = self
            .connection
            .query_row(
                "SELECT name FROM unique_value WHERE doctype = ?1 AND field = ?2 AND value = ?3",
                params![doctype, field, value],
                |row| row.get(0),
            )
            .optional()?;
        if let Some(holder) = holder {
            return Ok(holder == name);
        }
        self.connection.execute(
            "DELETE FROM unique_value WHERE doctype = ?1 AND field = ?2 AND name = ?3",
            params![doctype, field, name],
        )?;
        self.connection.execute(
            "INSERT INTO unique_value (doctype, field, value, name) VALUES (?1, ?2, ?3, ?4)",
            params![doctype, field, value, name],
        )?;
        Ok(true)
    }

    /// The next number of a series.
    pub(crate) fn next_number(&self, prefix: &str) -> Sql<i64> {
        self.connection.query_row(
            "INSERT INTO series (prefix, current) VALUES (?1, 1)
             ON CONFLICT (prefix) DO UPDATE SET current = current + 1 RETURNING current",
            params![prefix],
            |row| row.get(0),
        )
    }

    /// Counts a name that was given elsewhere, so that its number is not given out again.
    pub(crate) fn take_number(&self, name: &str) -> Sql<()> {
        let digits = name.chars().rev().take_while(char::is_ascii_digit).count();
        let (prefix, number) = name.split_at(name.len() - digits);
        if let Ok(number) = number.parse::<i64>() {
            self.connection
                .prepare_cached(
                    "INSERT INTO series (prefix, current) VALUES (?1, ?2)
                     ON CONFLICT (prefix) DO UPDATE SET current = max(current, ?2)",
                )?
                .execute(params![prefix, number])?;
        }
        Ok(())
    }

    /// Gives the newest number of a series back, as Frappe does when its document is deleted.
    pub(crate) fn give_back(&self, name: &str) -> Sql<()> {
        let digits = name.chars().rev().take_while(char::is_ascii_digit).count();
        let (prefix, number) = name.split_at(name.len() - digits);
        if let Ok(number) = number.parse::<i64>() {
            self.connection.execute(
                "UPDATE series SET current = current - 1 WHERE prefix = ?1 AND current = ?2",
                params![prefix, number],
            )?;
        }
        Ok(())
    }

    pub(crate) fn secret(&self, user: &str) -> Sql<Option<String>> {
        self.connection
            .query_row("SELECT api_secret FROM secret WHERE user = ?1", params![user], |r| r.get(0))
            .optional()
    }

    pub(crate) fn put_secret(&self, user: &str, secret: &str) -> Sql<()> {
        self.connection.execute(
            "INSERT OR REPLACE INTO secret (user, api_secret) VALUES (?1, ?2)",
            params![user, secret],
        )?;
        Ok(())
    }

    pub(crate) fn content(&self, file_url: &str) -> Sql<Option<Vec<u8>>> {
        self.connection
            .query_row("SELECT bytes FROM content WHERE file_url = ?1", params![file_url], |r| {
                r.get(0)
            })
            .optional()
    }

    /// Removes content no File has any more.
    pub(crate) fn remove_content(&self, file_url: &str) -> Sql<()> {
        self.connection.execute(
            "DELETE FROM content WHERE file_url = ?1 AND NOT EXISTS (
               SELECT 1 FROM document WHERE doctype = 'File'
                 AND json_extract(body, '$.file_url') = ?1)",
            params![file_url],
        )?;
        Ok(())
    }

    pub(crate) fn put_content(&self, file_url: &str, bytes: &[u8]) -> Sql<()> {
        self.connection.execute(
            "INSERT OR REPLACE INTO content (file_url, bytes) VALUES (?1, ?2)",
            params![file_url, bytes],
        )?;
        Ok(())
    }

    /// The bodies a query gives in its first column.
    pub(crate) fn bodies(&self, sql: &str, values: Vec<SqlValue>) -> Sql<Vec<Fields>> {
        self.connection
            .prepare_cached(sql)?
            .query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(0))?
            .map(|body| body.map(|body| parse(&body)))
            .collect()
    }

    /// The JSON values a query gives in its first column.
    pub(crate) fn json(&self, sql: &str, values: Vec<SqlValue>) -> Sql<Vec<Value>> {
        self.connection
            .prepare_cached(sql)?
            .query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(0))?
            .map(|text| text.map(|text| serde_json::from_str(&text).unwrap_or_default()))
            .collect()
    }

    /// All documents of a DocType, without child tables.
    pub(crate) fn all(&self, doctype: &str) -> Sql<Vec<Fields>> {
        self.bodies(
            "SELECT body FROM document WHERE doctype = ?1 ORDER BY name",
            vec![SqlValue::Text(doctype.to_owned())],
        )
    }

    /// Some documents of each DocType, to see which fields they have.
    pub(crate) fn samples(&self) -> Sql<Vec<(String, Fields)>> {
        self.connection
            .prepare(
                "SELECT doctype, body FROM (SELECT doctype, body,
                   ROW_NUMBER() OVER (PARTITION BY doctype ORDER BY name) AS place FROM document)
                 WHERE place <= 20",
            )?
            .query_map([], |row| Ok((row.get(0)?, parse(&row.get::<_, String>(1)?))))?
            .collect()
    }

    /// The one number a query gives.
    pub(crate) fn number(&self, sql: &str, values: Vec<SqlValue>) -> Sql<i64> {
        self.connection
            .prepare_cached(sql)?
            .query_row(rusqlite::params_from_iter(values), |row| row.get(0))
    }
}

/// The SQL expression of a field; key fields have columns, the others are in the JSON. `field` must
/// have been checked to be a field name.
pub(crate) fn column(child: bool, field: &str) -> String {
    let own_column = match field {
        "name" | "modified" => true,
        "owner" => !child,
        "parent" | "parenttype" | "parentfield" | "idx" => child,
        _ => false,
    };
    if own_column { field.to_owned() } else { format!("json_extract(body, '$.{field}')") }
}

/// Whether a field belongs to the keys the site itself writes.
pub(crate) fn is_key(field: &str) -> bool {
    KEYS.contains(&field)
}

fn parse(body: &str) -> Fields {
    serde_json::from_str(body).unwrap_or_default()
}
