//! Reading documents back whole.

use rusqlite::{Connection, Params, Row, params};
use satchel_domain::ids::ItemCode;

use super::blocks;
use crate::error::StoreError;
use crate::sql::{first, get, rows};
use crate::store::Store;
use crate::team::{TEAM_FILE, TEAM_ORDER, TEAM_VISIT};

impl Store {
    /// Every document of a doctype, by name. For doctypes a phone holds few of: settings, rules,
    /// taxes, groups.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn documents(&self, doctype: &str) -> Result<Vec<String>, StoreError> {
        self.read(|connection| match own_table(doctype) {
            Some(table) if table.in_blocks => {
                let sql = format!("SELECT document_at FROM {} ORDER BY {}", table.name, table.key);
                from_blocks(connection, &sql, [])
            }
            Some(table) => {
                let sql = format!("SELECT document FROM {} ORDER BY {}", table.name, table.key);
                rows!(connection, &sql, [], document)
            }
            None => rows!(
                connection,
                "SELECT document FROM master_document WHERE doctype = ?1 ORDER BY name",
                [doctype],
                document
            ),
        })
    }

    /// One document, as the server sent it; an Event or Task with the rep's changes.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn document(&self, doctype: &str, name: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| find(connection, doctype, name))
    }

    /// The Item documents of the given codes, in that order; unknown ones are left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_documents(
        &self,
        codes: &[ItemCode],
    ) -> Result<Vec<(ItemCode, String)>, StoreError> {
        self.read(|connection| {
            let mut found = Vec::with_capacity(codes.len());
            for code in codes {
                let document = find(connection, "Item", code.as_str())?;
                found.extend(document.map(|text| (code.clone(), text)));
            }
            Ok(found)
        })
    }

    /// Every Item Price document of the given items, in every list, unit and period.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_price_documents(&self, codes: &[ItemCode]) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut found = Vec::new();
            for code in codes {
                found.extend(from_blocks(
                    connection,
                    "SELECT document_at FROM item_price WHERE item_code = ?1",
                    [code.as_str()],
                )?);
            }
            Ok(found)
        })
    }

    /// What the site last said of a document: the document itself, but for those the rep may change.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mirror(&self, doctype: &str, name: &str) -> Result<Option<String>, StoreError> {
        let sql = match doctype {
            "Customer" => {
                "SELECT iif(mirror = '', document, mirror) AS mirror FROM customer WHERE key = ?1"
            }
            "Event" => "SELECT mirror FROM event WHERE key = ?1",
            "Task" => "SELECT mirror FROM task WHERE key = ?1",
            "Project" => "SELECT mirror FROM project WHERE key = ?1",
            _ => return self.document(doctype, name),
        };
        self.read(|connection| {
            first!(connection, sql, [format!("server:{name}")], |row: &Row<'_>| get(row, "mirror"))
        })
    }

    /// How many documents of a doctype the site gave this phone.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn document_count(&self, doctype: &str) -> Result<usize, StoreError> {
        self.read(|connection| {
            let count = |row: &Row<'_>| get::<i64>(row, "found");
            let found = match own_table(doctype) {
                _ if doctype == "Bin" => {
                    first!(connection, "SELECT count(*) AS found FROM bin", [], count)
                }
                _ if doctype == "Item" => first!(
                    connection,
                    "SELECT count(*) - (SELECT count(*) FROM item WHERE document_at = 0) AS found
                     FROM item",
                    [],
                    count
                ),
                Some(table) => {
                    let server = if table.server_keys { "WHERE key LIKE 'server:%'" } else { "" };
                    let sql = format!("SELECT count(*) AS found FROM {} {server}", table.name);
                    first!(connection, &sql, [], count)
                }
                None if is_party(doctype) => first!(
                    connection,
                    "SELECT count(*) AS found FROM party_document
                     WHERE doctype = ?1 AND key LIKE 'server:%'",
                    [doctype],
                    count
                ),
                None => first!(
                    connection,
                    "SELECT count(*) AS found FROM master_document WHERE doctype = ?1",
                    [doctype],
                    count
                ),
            };
            Ok(found?.and_then(|found| usize::try_from(found).ok()).unwrap_or_default())
        })
    }

    /// The names of every document of a doctype, for the comparison with the server's.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn document_names(&self, doctype: &str) -> Result<Vec<String>, StoreError> {
        self.read(|connection| match own_table(doctype) {
            Some(table) if table.server_keys => {
                let sql = format!(
                    "SELECT substr({0}, 8) AS name FROM {1} WHERE {0} LIKE 'server:%' ORDER BY {0}",
                    table.key, table.name
                );
                rows!(connection, &sql, [], name)
            }
            Some(table) => {
                let described = if table.in_blocks { "WHERE document_at > 0" } else { "" };
                let sql = format!(
                    "SELECT {0} AS name FROM {1} {described} ORDER BY {0}",
                    table.key, table.name
                );
                rows!(connection, &sql, [], name)
            }
            None if is_party(doctype) => rows!(
                connection,
                "SELECT substr(key, 8) AS name FROM party_document
                 WHERE doctype = ?1 AND key LIKE 'server:%' ORDER BY key",
                [doctype],
                name
            ),
            None => rows!(
                connection,
                "SELECT name FROM master_document WHERE doctype = ?1 ORDER BY name",
                [doctype],
                name
            ),
        })
    }

    /// Those of the names which no document of the doctype has that the site gave this phone.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn names_without_document(
        &self,
        doctype: &str,
        names: &[String],
    ) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut without = Vec::new();
            for name in names {
                if !has(connection, doctype, name)? {
                    without.push(name.clone());
                }
            }
            Ok(without)
        })
    }
}

/// A doctype with a table of its own.
struct OwnTable {
    name: &'static str,
    key: &'static str,
    /// Its keys are `server:NAME` or `local:UUID`.
    server_keys: bool,
    /// Its documents stand in blocks ([`super::blocks`]).
    in_blocks: bool,
}

fn own_table(doctype: &str) -> Option<OwnTable> {
    let (name, key, server_keys) = match doctype {
        "Item" => ("item", "code", false),
        "Item Price" => ("item_price", "name", false),
        "Sales Order" => ("past_order", "name", false),
        "Customer" => ("customer", "key", true),
        "Event" => ("event", "key", true),
        "Task" => ("task", "key", true),
        "Project" => ("project", "key", true),
        TEAM_VISIT => ("team_visit_document", "name", false),
        TEAM_ORDER => ("team_order", "name", false),
        TEAM_FILE => ("team_file", "name", false),
        _ => return None,
    };
    Some(OwnTable { name, key, server_keys, in_blocks: matches!(name, "item" | "item_price") })
}

fn is_party(doctype: &str) -> bool {
    matches!(doctype, "Address" | "Contact")
}

fn find(connection: &Connection, doctype: &str, name: &str) -> Result<Option<String>, StoreError> {
    match own_table(doctype) {
        Some(table) if table.in_blocks => {
            let sql = format!("SELECT document_at FROM {} WHERE {} = ?1", table.name, table.key);
            Ok(from_blocks(connection, &sql, [name])?.pop())
        }
        Some(table) => {
            let key = if table.server_keys { format!("server:{name}") } else { name.to_owned() };
            let sql = format!("SELECT document FROM {} WHERE {} = ?1", table.name, table.key);
            first!(connection, &sql, [key], document)
        }
        None if is_party(doctype) => first!(
            connection,
            "SELECT document FROM party_document WHERE doctype = ?1 AND key = ?2",
            params![doctype, format!("server:{name}")],
            document
        ),
        None => first!(
            connection,
            "SELECT document FROM master_document WHERE doctype = ?1 AND name = ?2",
            params![doctype, name],
            document
        ),
    }
}

/// Whether there is such a document, which in a block is told without reading it.
fn has(connection: &Connection, doctype: &str, name: &str) -> Result<bool, StoreError> {
    let Some(table) = own_table(doctype).filter(|table| table.in_blocks) else {
        return Ok(find(connection, doctype, name)?.is_some());
    };
    let place = |row: &Row<'_>| get::<i64>(row, "document_at");
    let sql = format!("SELECT document_at FROM {} WHERE {} = ?1", table.name, table.key);
    Ok(first!(connection, &sql, [name], place)?.is_some_and(|place| place > 0))
}

/// The documents at the places a query gives.
fn from_blocks(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<Vec<String>, StoreError> {
    let places: Vec<i64> = rows!(connection, sql, params, |row: &Row<'_>| get(row, "document_at"))?;
    let mut reader = blocks::Reader::new(connection, 1)?;
    let mut found = Vec::with_capacity(places.len());
    for place in places {
        found.extend(reader.read(place)?);
    }
    Ok(found)
}

fn document(row: &Row<'_>) -> Result<String, StoreError> {
    get(row, "document")
}

fn name(row: &Row<'_>) -> Result<String, StoreError> {
    get(row, "name")
}
