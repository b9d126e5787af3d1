//! Finding items: exact barcode, then code, then words; or browsing by group, brand and stock.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use rust_decimal::Decimal;
use satchel_domain::ids::ItemCode;

use super::filter::{By, Filter, NOT_SOLD_OUT};
use super::stock::Stock;
use super::types::{ItemCursor, ItemPage, ItemQuery, ItemRow, ItemUom, ScannedItem};
use crate::error::{StoreError, bad};
use crate::shelf::ascii_digit;
use crate::sql::{first, get, optional, page, parsed, rows, words_query};
use crate::store::Store;

/// Rows of a page that may come from the start of a code.
const BY_CODE: usize = 20;
/// The shortest run of digits that is looked up as a barcode (EAN-8).
const BARCODE_DIGITS: usize = 8;

const COLUMNS: &str = "i.id, i.code, i.name, i.stock_uom, i.image, \
    (SELECT g.name FROM item_group g WHERE g.id = i.item_group) AS item_group, \
    (SELECT b.name FROM brand b WHERE b.id = i.brand) AS brand, \
    (SELECT p.rate FROM price_now p WHERE p.list = :list AND p.item = i.id) AS rate, i.stock";

impl Store {
    /// A page of sellable items.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn search_items(&self, query: &ItemQuery) -> Result<ItemPage, StoreError> {
        self.read(|connection| Search::new(connection, query)?.page())
    }

    /// One item as a list shows it, sellable or not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_row(
        &self,
        code: &ItemCode,
        price_list: &str,
        warehouse: &str,
    ) -> Result<Option<ItemRow>, StoreError> {
        let query = ItemQuery {
            price_list: price_list.to_owned(),
            warehouse: warehouse.to_owned(),
            ..ItemQuery::default()
        };
        self.read(|connection| {
            let search = Search::new(connection, &query)?;
            let found = search.rows("FROM item i WHERE i.code = ?", vec![text(code.as_str())])?;
            Ok(found.into_iter().next().map(|(_, row)| row))
        })
    }

    /// What a barcode means, if any item has it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_by_barcode(&self, barcode: &str) -> Result<Option<ScannedItem>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT item_code, uom FROM item_barcode WHERE barcode = ?1",
                [barcode.trim()],
                |row: &Row<'_>| Ok::<_, StoreError>(ScannedItem {
                    code: parsed(row, "item_code")?,
                    uom: optional(row, "uom")?,
                })
            )
        })
    }

    /// The units an item is sold in with their factors, the stock unit among them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_uoms(&self, code: &ItemCode) -> Result<Vec<ItemUom>, StoreError> {
        self.read(|connection| {
            let mut uoms = rows!(
                connection,
                "SELECT uom, conversion_factor FROM item_uom WHERE item_code = ?1",
                [code.as_str()],
                |row: &Row<'_>| Ok::<_, StoreError>(ItemUom {
                    uom: get(row, "uom")?,
                    conversion_factor: parsed(row, "conversion_factor")?,
                })
            )?;
            let stock_uom: Option<String> = first!(
                connection,
                "SELECT stock_uom FROM item WHERE code = ?1",
                [code.as_str()],
                |row: &Row<'_>| get(row, "stock_uom")
            )?;
            if let Some(uom) = stock_uom.filter(|uom| uoms.iter().all(|known| &known.uom != uom)) {
                uoms.push(ItemUom { uom, conversion_factor: Decimal::ONE });
            }
            uoms.sort_by(|a, b| (a.conversion_factor, &a.uom).cmp(&(b.conversion_factor, &b.uom)));
            Ok(uoms)
        })
    }

    /// How many sellable items there are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_count(&self) -> Result<u32, StoreError> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT coalesce(sum(item_count), 0) FROM item_group")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        })
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Digits of any script as ASCII, the rest as it is.
fn with_ascii_digits(text: &str) -> String {
    text.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect()
}

/// A search with its names looked up.
pub(crate) struct Search<'a> {
    connection: &'a Connection,
    query: &'a ItemQuery,
    text: String,
    limit: usize,
    list: i64,
    warehouse: i64,
    filter: Filter,
}

impl<'a> Search<'a> {
    pub(crate) fn new(
        connection: &'a Connection,
        query: &'a ItemQuery,
    ) -> Result<Self, StoreError> {
        let number = |sql: &str, name: &str| -> Result<Option<i64>, StoreError> {
            first!(connection, sql, [name], |row: &Row<'_>| get(row, "id"))
        };
        let list = number("SELECT id FROM price_list WHERE name = ?1", &query.price_list)?;
        let warehouse = number("SELECT id FROM warehouse WHERE name = ?1", &query.warehouse)?;
        let warehouse = warehouse.unwrap_or(-1);
        Ok(Self {
            connection,
            query,
            text: with_ascii_digits(query.text.trim()),
            limit: page(query.limit),
            list: list.unwrap_or(-1),
            warehouse,
            filter: Filter::new(connection, query, warehouse)?,
        })
    }

    pub(crate) fn page(&self) -> Result<ItemPage, StoreError> {
        if self.text.is_empty() {
            return self.browse();
        }
        let digits = self.text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && self.text.len() >= BARCODE_DIGITS && self.query.after.is_none() {
            let found = self.by_barcode()?;
            if !found.is_empty() {
                return Ok(ItemPage { rows: without_ids(found), next: None });
            }
        }
        let by_code = self.by_code()?;
        self.by_words(by_code)
    }

    fn by_barcode(&self) -> Result<Vec<(i64, ItemRow)>, StoreError> {
        let mut values = vec![text(&self.text)];
        let filter = self.filter.sql(By::Look, &mut values);
        self.rows(
            &format!(
                "FROM item_barcode c JOIN item i ON i.code = c.item_code
                 WHERE c.barcode = ? AND i.sellable = 1 {filter}"
            ),
            values,
        )
    }

    /// Items whose code begins with the text. They stand on the first page; later pages need them
    /// too, so as not to show them again.
    fn by_code(&self) -> Result<Vec<(i64, ItemRow)>, StoreError> {
        if self.text.contains(char::is_whitespace) {
            return Ok(Vec::new());
        }
        let end = format!("{}\u{10FFFF}", self.text);
        let mut values = vec![text(&self.text), text(&end)];
        let filter = self.filter.sql(By::Look, &mut values);
        let limit = BY_CODE.min(self.limit);
        let found = self.rows(
            &format!(
                "FROM item i INDEXED BY item_code_nocase
                 WHERE i.code COLLATE NOCASE >= ? AND i.code COLLATE NOCASE < ?
                   AND i.sellable = 1 {filter}
                 ORDER BY i.code COLLATE NOCASE LIMIT {limit}"
            ),
            values.clone(),
        );
        match found {
            // Right after a first load it is still to be made. Until then every code is looked at, but
            // of the items only those that are shown: they come in the order of `found`.
            Err(StoreError::Database(error)) if error.to_string().contains("no such index") => self
                .rows(
                    &format!(
                        "FROM (SELECT id FROM item INDEXED BY sqlite_autoindex_item_1
                               WHERE code COLLATE NOCASE >= ? AND code COLLATE NOCASE < ?
                               ORDER BY code COLLATE NOCASE LIMIT -1) AS found
                         CROSS JOIN item i ON i.id = found.id
                         WHERE i.sellable = 1 {filter} LIMIT {limit}"
                    ),
                    values,
                ),
            found => found,
        }
    }

    fn by_words(&self, by_code: Vec<(i64, ItemRow)>) -> Result<ItemPage, StoreError> {
        let shown: Vec<i64> = by_code.iter().map(|(id, _)| *id).collect();
        let mut rows = match self.query.after {
            None => without_ids(by_code),
            Some(_) => Vec::new(),
        };
        let mut after = self.query.after.map_or(0, |cursor| cursor.0);
        let Some(words) = words_query(&self.text) else {
            return Ok(ItemPage { rows, next: None });
        };
        let wanted = self.limit;
        if rows.len() >= wanted {
            // The code tier filled the page; the words begin on the next one.
            return Ok(ItemPage { rows, next: Some(ItemCursor(after)) });
        }
        // A few more than needed, in place of those already shown.
        let fetch = wanted - rows.len() + shown.len();
        let (sql, values) = self.words_sql(&words, after, fetch)?;
        let found = self.rows(&sql, values)?;
        let complete = found.len() < fetch;
        let mut left_over = false;
        for (id, row) in found {
            if shown.contains(&id) {
                after = id;
                continue;
            }
            if rows.len() == wanted {
                left_over = true;
                break;
            }
            after = id;
            rows.push(row);
        }
        let more = left_over || !complete;
        Ok(ItemPage { rows, next: more.then_some(ItemCursor(after)) })
    }

    /// Without further filters the match alone can stop at the limit; with them each hit is looked at.
    pub(crate) fn words_sql(
        &self,
        words: &str,
        after: i64,
        fetch: usize,
    ) -> Result<(String, Vec<Value>), StoreError> {
        let (wanted, rest) = self.filter.as_words(self.connection)?;
        let query = match wanted {
            Some(wanted) => format!("({words}) AND {wanted}"),
            None => words.to_owned(),
        };
        let mut values = vec![Value::Text(query), Value::Integer(after)];
        let filter = rest.sql(By::Look, &mut values);
        let sql = if filter.is_empty() {
            format!(
                "FROM (SELECT rowid AS id FROM item_fts WHERE item_fts MATCH ? AND rowid > ?
                       LIMIT {fetch}) h
                 CROSS JOIN item i ON i.id = h.id"
            )
        } else {
            format!(
                "FROM item_fts h CROSS JOIN item i ON i.id = h.rowid
                 WHERE h.item_fts MATCH ? AND h.rowid > ? {filter} LIMIT {fetch}"
            )
        };
        Ok((sql, values))
    }

    fn browse(&self) -> Result<ItemPage, StoreError> {
        let (sql, values) = self.browse_sql()?;
        let found = self.rows(&sql, values)?;
        let next = match found.last() {
            Some((id, _)) if found.len() == self.limit => Some(ItemCursor(*id)),
            _ => None,
        };
        Ok(ItemPage { rows: without_ids(found), next })
    }

    /// Walks whatever is least to look at: a small group or brand by its index, else the stock of the
    /// warehouse, else the items in order.
    pub(crate) fn browse_sql(&self) -> Result<(String, Vec<Value>), StoreError> {
        let after = Value::Integer(self.query.after.map_or(0, |cursor| cursor.0));
        let limit = self.limit;
        if self.few_items()? {
            let mut values = vec![after];
            let filter = self.filter.sql(By::Index, &mut values);
            let sql = format!(
                "FROM item i WHERE i.id > ? AND i.sellable = 1 {filter}
                 ORDER BY +i.id LIMIT {limit}"
            );
            return Ok((sql, values));
        }
        if let Some(warehouse) = self.filter.in_stock_at {
            let mut values = vec![Value::Integer(warehouse), after];
            let mut filter = self.filter.sql_without_stock(By::Look, &mut values);
            filter.push_str(NOT_SOLD_OUT);
            values.push(Value::Integer(warehouse));
            let sql = format!(
                "FROM bin s INDEXED BY bin_in_stock CROSS JOIN item i ON i.id = s.item
                 WHERE s.warehouse = ? AND s.in_stock = 1 AND s.item > ? AND i.sellable = 1 {filter}
                 ORDER BY s.item LIMIT {limit}"
            );
            return Ok((sql, values));
        }
        let mut values = vec![after];
        let filter = self.filter.sql(By::Look, &mut values);
        let sql = format!(
            "FROM item i WHERE i.id > ? AND i.sellable = 1 {filter} ORDER BY i.id LIMIT {limit}"
        );
        Ok((sql, values))
    }

    /// Whether group and brand leave so few items that sorting them beats walking past the others.
    fn few_items(&self) -> Result<bool, StoreError> {
        let Some(items) = self.filter.items else { return Ok(false) };
        let all: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(sum(item_count), 0) FROM item_group")?
            .query_row([], |row| row.get(0))?;
        Ok(items <= all / 20)
    }

    /// Runs `SELECT … from` with the list rate and stock of each row.
    fn rows(&self, from: &str, values: Vec<Value>) -> Result<Vec<(i64, ItemRow)>, StoreError> {
        let columns = COLUMNS.replace(":list", &self.list.to_string());
        let sql = format!("SELECT {columns} {from}");
        let mut stock = Stock::new(self.connection, self.warehouse)?;
        rows!(self.connection, &sql, params_from_iter(values), |row: &Row<'_>| {
            // By place, not by name: looking names up would be half the cost of a row.
            let code = row.get_ref(1)?.as_str().map_err(|_| bad("code"))?;
            let shown = row.get_ref(8)?.as_str().map_err(|_| bad("stock"))?;
            let (stock_here, stock_elsewhere) = stock.of(shown, code)?;
            let item = ItemRow {
                code: code.parse().map_err(|_| bad("code"))?,
                name: row.get(2)?,
                stock_uom: row.get(3)?,
                image: row.get(4)?,
                item_group: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                brand: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
                list_rate: row.get(7)?,
                stock_here,
                stock_elsewhere,
            };
            Ok::<_, StoreError>((row.get(0)?, item))
        })
    }
}

fn without_ids(rows: Vec<(i64, ItemRow)>) -> Vec<ItemRow> {
    rows.into_iter().map(|(_, row)| row).collect()
}
