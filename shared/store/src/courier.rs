//! What a courier file carries: the rows of the outbox with all that sending them needs, and the same
//! rows in another store, from which the office sends them as the phone would have.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, Transaction, params_from_iter};
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, bad};
use crate::file::migrate::SCHEMA;
use crate::file::reply::Reply;
use crate::store::Store;

/// Rows that are carried, those that must go before them, and the texts by which documents know them.
const OPEN: &str = "WITH RECURSIVE carried(seq) AS (
  SELECT seq FROM outbox WHERE state IN ('waiting', 'sending', 'unknown')
  UNION SELECT d.needs FROM outbox_dependency d JOIN carried c ON c.seq = d.seq),
 named(word) AS (
  SELECT uid FROM outbox WHERE seq IN (SELECT seq FROM carried)
  UNION SELECT subject FROM outbox WHERE seq IN (SELECT seq FROM carried)
  UNION SELECT 'local:' || uid FROM outbox WHERE seq IN (SELECT seq FROM carried))";

/// Tables in the order in which they are filled, and which of their rows are carried.
const TABLES: [(&str, &str); 9] = [
    ("local_name", "1"),
    ("customer", "key IN (SELECT word FROM named)"),
    ("event", "key IN (SELECT word FROM named)"),
    ("task", "key IN (SELECT word FROM named)"),
    ("sales_order", "uid IN (SELECT word FROM named)"),
    (
        "sales_order_document",
        "id IN (SELECT id FROM sales_order WHERE uid IN (SELECT word FROM named))",
    ),
    ("outbox", "seq IN (SELECT seq FROM carried)"),
    ("outbox_dependency", "seq IN (SELECT seq FROM carried)"),
    ("attachment", "uid IN (SELECT word FROM named)"),
];

/// The open rows of an outbox with all that sending them needs.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// Schema of the store they come from.
    schema: u32,
    tables: Vec<CarriedTable>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct CarriedTable {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Null,
    Number(i64),
    Text(String),
    Bytes { base64: String },
}

impl Carried {
    /// uids of the documents and changes it carries, in the order of the queue.
    pub fn uids(&self) -> Vec<&str> {
        let Some(outbox) = self.tables.iter().find(|table| table.name == "outbox") else {
            return Vec::new();
        };
        let at = |name| outbox.columns.iter().position(|column| column == name);
        let (Some(uid), Some(state)) = (at("uid"), at("state")) else { return Vec::new() };
        let open =
            |row: &&Vec<Cell>| matches!(row.get(state), Some(Cell::Text(state)) if is_open(state));
        let uids = outbox.rows.iter().filter(open).map(|row| match row.get(uid) {
            Some(Cell::Text(uid)) => Some(uid.as_str()),
            _ => None,
        });
        uids.flatten().collect()
    }
}

fn is_open(state: &str) -> bool {
    matches!(state, "waiting" | "sending" | "unknown")
}

impl std::fmt::Debug for Carried {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Carried").field("schema", &self.schema).finish_non_exhaustive()
    }
}

impl Store {
    /// Takes out what waits, is being sent or is in doubt. The outbox stays as it is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn carry_out(&self) -> Result<Carried, StoreError> {
        self.read(|connection| {
            let mut tables = Vec::with_capacity(TABLES.len());
            for (name, which) in TABLES {
                let columns = columns(connection, name)?;
                if !columns.is_empty() {
                    tables.push(taken(connection, name, columns, which)?);
                }
            }
            Ok(Carried { schema: SCHEMA, tables })
        })
    }

    /// Puts carried rows into this store, which must have no outbox of its own. What was being sent
    /// when it was taken out is in doubt here, and waits for nothing.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for rows of a newer app, [`StoreError::NotAllowed`] where there is an
    /// outbox, [`StoreError::BadInput`] for rows that do not fit.
    pub fn carry_in(&self, carried: Carried) -> Reply<()> {
        self.write(move |transaction| {
            if carried.schema > SCHEMA {
                return Err(StoreError::Newer { found: carried.schema, known: SCHEMA });
            }
            let empty = "SELECT NOT EXISTS (SELECT 1 FROM outbox)";
            if !transaction.query_row(empty, [], |row| row.get::<_, bool>(0))? {
                return Err(StoreError::NotAllowed { state: "in use" });
            }
            for (name, _) in TABLES {
                for table in carried.tables.iter().filter(|table| table.name == name) {
                    put(transaction, name, table)?;
                }
            }
            transaction.execute(
                "UPDATE outbox SET state = CASE state WHEN 'sending' THEN 'unknown' ELSE state END,
                   attempts = 0, next_attempt_ms = 0",
                [],
            )?;
            Ok(())
        })
    }
}

/// Columns of a table of this schema; none where there is no such table.
fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn taken(
    connection: &Connection,
    name: &str,
    columns: Vec<String>,
    which: &str,
) -> Result<CarriedTable, StoreError> {
    let listed = quoted(&columns);
    let sql = format!("{OPEN} SELECT {listed} FROM {name} WHERE {which} ORDER BY 1");
    let mut statement = connection.prepare(&sql)?;
    let mut found = statement.query([])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let cells = (0..columns.len()).map(|at| cell(row.get_ref(at)?));
        rows.push(cells.collect::<Result<_, StoreError>>()?);
    }
    Ok(CarriedTable { name: name.to_owned(), columns, rows })
}

fn cell(value: ValueRef<'_>) -> Result<Cell, StoreError> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Number(number),
        ValueRef::Text(text) => {
            Cell::Text(std::str::from_utf8(text).map_err(|_| bad("text"))?.to_owned())
        }
        ValueRef::Blob(bytes) => Cell::Bytes { base64: STANDARD_NO_PAD.encode(bytes) },
        ValueRef::Real(_) => return Err(bad("real")),
    })
}

/// Column names are taken from the file only where the schema here has them.
fn put(transaction: &Transaction<'_>, name: &str, table: &CarriedTable) -> Result<(), StoreError> {
    let known: BTreeSet<String> = columns(transaction, name)?.into_iter().collect();
    let given: BTreeSet<&String> = table.columns.iter().collect();
    let fits = given.len() == table.columns.len() && given.iter().all(|one| known.contains(*one));
    if !fits || table.columns.is_empty() {
        return Err(bad("columns"));
    }
    let marks = vec!["?"; table.columns.len()].join(", ");
    let sql = format!("INSERT INTO {name}({}) VALUES({marks})", quoted(&table.columns));
    let mut statement = transaction.prepare(&sql)?;
    for row in &table.rows {
        if row.len() != table.columns.len() {
            return Err(bad("row"));
        }
        let values = row.iter().map(value).collect::<Result<Vec<_>, _>>()?;
        statement.execute(params_from_iter(values))?;
    }
    Ok(())
}

fn value(cell: &Cell) -> Result<Sql, StoreError> {
    Ok(match cell {
        Cell::Null => Sql::Null,
        Cell::Number(number) => Sql::Integer(*number),
        Cell::Text(text) => Sql::Text(text.clone()),
        Cell::Bytes { base64 } => {
            Sql::Blob(STANDARD_NO_PAD.decode(base64).map_err(|_| bad("bytes"))?)
        }
    })
}

fn quoted(columns: &[String]) -> String {
    columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
