//! Copying what can be read of each table, row by row.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, Transaction, params_from_iter};

use super::damaged::Damaged;
use crate::catalogue::gather;
use crate::error::StoreError;
use crate::orders::lines;
use crate::sql::{get, rows};

/// Tables in the order of what must be saved first. Their content is copied as it is; text indexes
/// are written anew.
pub(super) const TABLES: [&str; 45] = [
    "outbox",
    "outbox_dependency",
    "attachment",
    "total_difference",
    "conflict",
    "sales_order",
    "sales_order_document",
    "sales_order_line",
    "sales_order_event",
    "receipt_counter",
    "draft",
    "setting",
    "local_name",
    "printer",
    "print_job",
    "visit",
    "visit_link",
    "customer",
    "party_document",
    "party_link",
    "event",
    "task",
    "project",
    "item_group",
    "brand",
    "price_list",
    "warehouse",
    "document_block",
    "item",
    "item_document",
    "item_barcode",
    "item_uom",
    "item_price",
    "bin",
    "promised",
    "master_document",
    "sync_state",
    "past_order",
    "sold_line",
    "team_visit",
    "team_visit_document",
    "team_order",
    "team_file",
    "team_file_content",
    "track_point",
];

/// Where the lines of orders were until schema 6; gathered from here as the migration does it.
const LINES_OF_SCHEMA_6: &str = "CREATE TABLE sales_order_line(
  order_id INTEGER NOT NULL, idx INTEGER NOT NULL, item_code TEXT NOT NULL, item_name TEXT NOT NULL,
  qty TEXT NOT NULL, uom TEXT NOT NULL, stock_qty TEXT NOT NULL, warehouse TEXT NOT NULL,
  rate TEXT NOT NULL, amount TEXT NOT NULL, is_free_item INTEGER NOT NULL,
  PRIMARY KEY(order_id, idx)
) STRICT, WITHOUT ROWID;";

/// What leads to a block that is lost; the pull brings it again.
const LOST_DOCUMENTS: &str = "
  UPDATE item SET document_at = 0, digest = 0, parts_digest = 0
    WHERE document_at / 64 NOT IN (SELECT id FROM document_block);
  DELETE FROM item_price WHERE document_at / 64 NOT IN (SELECT id FROM document_block);";

/// How many gaps of one table are probed before the rest is given up.
const PROBES: usize = 60;
/// Row ids count from 1, display orders in steps of 64; none comes near this.
const LAST_ROW_ID: i64 = 1 << 40;

/// Copies every table; the names of those with gaps go into `torn`.
pub(crate) fn tables(
    old: &mut Damaged<'_>,
    fresh: &mut Connection,
    torn: &mut Vec<String>,
) -> Result<(), StoreError> {
    let transaction = fresh.transaction()?;
    transaction.execute_batch(LINES_OF_SCHEMA_6)?;
    transaction.execute_batch(gather::SCHEMA_15)?;
    for name in TABLES {
        let Some(table) = Table::of(old, &transaction, name)? else { continue };
        if !table.copy(old, &transaction)? {
            torn.push(name.to_owned());
        }
    }
    lines::gather(&transaction)?;
    gather::documents(&transaction)?;
    if !torn.is_empty() {
        // A pull that resumes would leave the gaps; from the start it fills them.
        transaction.execute_batch("DELETE FROM sync_state;")?;
        transaction.execute_batch(LOST_DOCUMENTS)?;
    }
    rebuild_indexes(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// A table and the columns both files have.
struct Table {
    name: &'static str,
    columns: String,
    marks: String,
    /// The single integer that is its row id, or nothing where its key is text or several columns.
    row_id: Option<String>,
    /// Its key, for tables without row ids.
    key: String,
}

impl Table {
    /// Nothing when the damaged file has no such table, being of an earlier schema.
    fn of(
        old: &mut Damaged<'_>,
        fresh: &Transaction<'_>,
        name: &'static str,
    ) -> Result<Option<Self>, StoreError> {
        let known = columns(old.connection(), name).unwrap_or_default();
        let shared: Vec<Column> = columns(fresh, name)?
            .into_iter()
            .filter(|column| known.iter().any(|other| other.name == column.name))
            .collect();
        if shared.is_empty() {
            return Ok(None);
        }
        let names: Vec<&str> = shared.iter().map(|column| column.name.as_str()).collect();
        let mut keys: Vec<&Column> = shared.iter().filter(|column| column.key > 0).collect();
        keys.sort_by_key(|column| column.key);
        let key: Vec<&str> = keys.iter().map(|column| column.name.as_str()).collect();
        let row_id = match keys.as_slice() {
            [only] if only.integer => Some(only.name.clone()),
            _ if !without_row_ids(fresh, name)? => Some("rowid".to_owned()),
            _ => None,
        };
        Ok(Some(Self {
            name,
            columns: names.join(", "),
            marks: vec!["?"; names.len()].join(", "),
            row_id,
            key: key.join(", "),
        }))
    }

    /// Whether all of it could be read.
    fn copy(&self, old: &mut Damaged<'_>, fresh: &Transaction<'_>) -> Result<bool, StoreError> {
        match &self.row_id {
            Some(row_id) => self.copy_by_row_id(old, fresh, row_id),
            None => self.copy_from_both_ends(old, fresh),
        }
    }

    /// Reads up from the bottom until a torn page, down from the top until a torn page, and then
    /// looks into the gap between, half by half.
    fn copy_by_row_id(
        &self,
        old: &mut Damaged<'_>,
        fresh: &Transaction<'_>,
        row_id: &str,
    ) -> Result<bool, StoreError> {
        let mut todo = vec![(0, LAST_ROW_ID)];
        let (mut whole, mut probes) = (true, 0);
        while let Some((low, high)) = todo.pop() {
            let up = self.read(old, fresh, row_id, (low, high), "ASC")?;
            let Some(up) = up.torn_after(low) else { continue };
            whole = false;
            let down = self.read(old, fresh, row_id, (up, high), "DESC")?;
            let Some(down) = down.torn_after(high) else { continue };
            probes += 1;
            if probes > PROBES || down.saturating_sub(up) < 2 {
                continue;
            }
            let middle = up.midpoint(down);
            todo.push((up.saturating_add(1), middle));
            todo.push((middle, down.saturating_sub(1)));
        }
        Ok(whole)
    }

    /// Copies rows of a range in one direction until its end or a torn page.
    fn read(
        &self,
        old: &mut Damaged<'_>,
        fresh: &Transaction<'_>,
        row_id: &str,
        (low, high): (i64, i64),
        direction: &str,
    ) -> Result<Read, StoreError> {
        let sql = format!(
            "SELECT {row_id} AS place, {} FROM {} NOT INDEXED
             WHERE {row_id} BETWEEN ?1 AND ?2 ORDER BY {row_id} {direction}",
            self.columns, self.name
        );
        let mut last = None;
        let whole = each_row(old, &sql, &[low, high], |row| {
            let Some(values) = values(row, 1) else { return Ok(false) };
            self.insert(fresh, values)?;
            last = Some(row.get("place")?);
            Ok(true)
        })?;
        Ok(if whole { Read::Whole } else { Read::Torn(last) })
    }

    /// Tables keyed by text are read from both ends; what lies between torn pages is given up.
    fn copy_from_both_ends(
        &self,
        old: &mut Damaged<'_>,
        fresh: &Transaction<'_>,
    ) -> Result<bool, StoreError> {
        if self.read_by_key(old, fresh, "ASC")? {
            return Ok(true);
        }
        self.read_by_key(old, fresh, "DESC")?;
        Ok(false)
    }

    fn read_by_key(
        &self,
        old: &mut Damaged<'_>,
        fresh: &Transaction<'_>,
        direction: &str,
    ) -> Result<bool, StoreError> {
        let order = self.key.replace(", ", &format!(" {direction}, "));
        let sql = format!(
            "SELECT {} FROM {} NOT INDEXED ORDER BY {order} {direction}",
            self.columns, self.name
        );
        each_row(old, &sql, &[], |row| match values(row, 0) {
            Some(values) => self.insert(fresh, values).map(|()| true),
            None => Ok(false),
        })
    }

    /// A row that is there already, or that the schema refuses, is left out: damaged rows may be
    /// anything.
    fn insert(&self, fresh: &Transaction<'_>, values: Vec<Value>) -> Result<(), StoreError> {
        let sql =
            format!("INSERT OR IGNORE INTO {}({}) VALUES({})", self.name, self.columns, self.marks);
        let inserted = fresh
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.execute(params_from_iter(values)));
        match inserted.map_err(StoreError::from) {
            Err(StoreError::Database(_)) | Ok(_) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Hands rows on until the end (true), a torn page, or a row that is refused (false). After a torn page
/// the file is opened anew.
fn each_row(
    old: &mut Damaged<'_>,
    sql: &str,
    values: &[i64],
    mut take: impl FnMut(&Row<'_>) -> Result<bool, StoreError>,
) -> Result<bool, StoreError> {
    let whole = (|| {
        let Ok(mut statement) = old.connection().prepare(sql) else { return Ok(false) };
        let Ok(mut found) = statement.query(params_from_iter(values)) else { return Ok(false) };
        loop {
            match found.next() {
                Ok(Some(row)) if take(row)? => {}
                Ok(None) => return Ok(true),
                Ok(Some(_)) | Err(_) => return Ok(false),
            }
        }
    })();
    if matches!(whole, Ok(false)) {
        old.reopen()?;
    }
    whole
}

/// How far a read came.
enum Read {
    Whole,
    /// Torn after the row at this place, or before any.
    Torn(Option<i64>),
}

impl Read {
    /// The last place read before a torn page, or where the reading began.
    fn torn_after(&self, begin: i64) -> Option<i64> {
        match self {
            Self::Whole => None,
            Self::Torn(last) => Some(last.unwrap_or(begin)),
        }
    }
}

fn values(row: &Row<'_>, skip: usize) -> Option<Vec<Value>> {
    let count = row.as_ref().column_count();
    (skip..count).map(|column| row.get(column).ok()).collect()
}

struct Column {
    name: String,
    /// Its place in the key, from 1; 0 outside.
    key: i64,
    integer: bool,
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<Column>, StoreError> {
    let sql = format!("PRAGMA table_info({table})");
    rows!(connection, &sql, [], |row: &Row<'_>| {
        let kind: String = get(row, "type")?;
        Ok::<_, StoreError>(Column {
            name: get(row, "name")?,
            key: get(row, "pk")?,
            integer: kind == "INTEGER",
        })
    })
}

fn without_row_ids(connection: &Connection, table: &str) -> Result<bool, StoreError> {
    let sql = "SELECT wr FROM pragma_table_list WHERE name = ?1";
    Ok(connection.query_row(sql, [table], |row| row.get(0))?)
}

fn rebuild_indexes(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    crate::catalogue::text_index::rebuild(transaction)?;
    crate::customers::text_index::rebuild(transaction)?;
    crate::orders::words::fill(transaction)
}
