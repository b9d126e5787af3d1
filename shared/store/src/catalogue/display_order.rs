//! The display order of items and customers: row ids by name, with gaps of 64 for later ones.
//!
//! A full-text match comes out in the order of row ids and can stop at the page's end, which is what
//! makes type-ahead fast (`bench/RESULTS.md`, 1). An item that comes later gets an id between its
//! neighbours; when there is no room left, the next tidying numbers all anew.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::room::{self, Moved};
use super::{prices, text_index};
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::settings;
use crate::sql::{first, get, rows, run};
use crate::store::Store;

/// Between the row ids of two neighbours.
pub(crate) const GAP: i64 = 64;
/// A batch of more than this share (1/4) of what is there, and no handful, is put in order as a whole.
const MANY: usize = 4;
const HANDFUL: usize = 256;
/// Set to true while some item stands out of order.
const UNTIDY: &str = "catalogue_untidy";

impl Store {
    /// Puts the catalogue in order where items stand out of it, and folds the search index into one
    /// piece, which halves the time of a search after many changes. For an idle moment.
    pub fn tidy_catalogue(&self, today: NaiveDate) -> Reply<()> {
        self.write(move |transaction| {
            if settings::setting(transaction, UNTIDY)?.unwrap_or(false) {
                renumber(transaction)?;
                prices::refresh_all(transaction, today)?;
                settings::set_setting(transaction, UNTIDY, "false")?;
            } else {
                run!(transaction, "INSERT INTO item_fts(item_fts) VALUES('optimize')", [])?;
            }
            Ok(())
        })
    }
}

/// A table whose row ids are its display order. Statements are spelled out, so that no table name is
/// ever text from outside.
pub(crate) struct Ordered {
    last: &'static str,
    count: &'static str,
    probe: &'static str,
    free: &'static str,
    before: &'static str,
    after: &'static str,
    /// The ids up to one, the highest first, and those behind it, the lowest first.
    pub(super) up_to: &'static str,
    pub(super) behind: &'static str,
    /// What gives a row, and all that is known of it by its id, another one.
    pub(super) moves: &'static [&'static str],
}

/// The items, by `name` and `code`.
pub(crate) const ITEMS: Ordered = Ordered {
    last: "SELECT max(id) FROM item",
    count: "SELECT count(*) FROM item",
    probe: "SELECT id, name, code FROM item WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 1",
    free: "SELECT i.id + 1 FROM item i WHERE i.id >= ?1
             AND NOT EXISTS (SELECT 1 FROM item j WHERE j.id = i.id + 1) ORDER BY i.id LIMIT 1",
    before: "SELECT name, code FROM item WHERE id < ?1 ORDER BY id DESC LIMIT 1",
    after: "SELECT name, code FROM item WHERE id > ?1 ORDER BY id LIMIT 1",
    up_to: "SELECT id FROM item WHERE id <= ?1 ORDER BY id DESC LIMIT ?2",
    behind: "SELECT id FROM item WHERE id > ?1 ORDER BY id LIMIT ?2",
    moves: &[
        "UPDATE price_now SET item = ?2 WHERE list IN (SELECT id FROM price_list) AND item = ?1",
        "UPDATE bin SET item = ?2 WHERE item = ?1",
        "UPDATE item SET id = ?2 WHERE id = ?1",
    ],
};

/// The customers, by `customer_name` and key.
pub(crate) const CUSTOMERS: Ordered = Ordered {
    last: "SELECT max(id) FROM customer",
    count: "SELECT count(*) FROM customer",
    probe: "SELECT id, customer_name AS name, key AS code FROM customer
            WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 1",
    free: "SELECT i.id + 1 FROM customer i WHERE i.id >= ?1
             AND NOT EXISTS (SELECT 1 FROM customer j WHERE j.id = i.id + 1) ORDER BY i.id LIMIT 1",
    before: "SELECT customer_name AS name, key AS code FROM customer WHERE id < ?1
             ORDER BY id DESC LIMIT 1",
    after: "SELECT customer_name AS name, key AS code FROM customer WHERE id > ?1
            ORDER BY id LIMIT 1",
    up_to: "SELECT id FROM customer WHERE id <= ?1 ORDER BY id DESC LIMIT ?2",
    behind: "SELECT id FROM customer WHERE id > ?1 ORDER BY id LIMIT ?2",
    moves: &["UPDATE customer SET id = ?2 WHERE id = ?1"],
};

/// What rows are sorted by: name without regard to case and accents, then code.
pub(crate) fn sort_key(name: &str, code: &str) -> (String, String) {
    (folded(name), code.to_owned())
}

/// A name without regard to case and accents.
pub(super) fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Gives new items their places.
pub(crate) struct Places {
    table: &'static Ordered,
    /// Where the next item goes when all are put in order afterwards anyway.
    append: Option<i64>,
    in_order: bool,
    untidy: bool,
    moved: Vec<Moved>,
}

impl Places {
    /// Decides how a batch of at most `size` new items is placed.
    pub(crate) fn for_batch(
        connection: &Connection,
        table: &'static Ordered,
        size: usize,
    ) -> Result<Self, StoreError> {
        let last: Option<i64> =
            connection.prepare_cached(table.last)?.query_row([], |row| row.get(0))?;
        let append = match last {
            None => Some(GAP),
            Some(last) if size > HANDFUL => {
                let count: i64 =
                    connection.prepare_cached(table.count)?.query_row([], |row| row.get(0))?;
                let many = usize::try_from(count).unwrap_or(usize::MAX) < size.saturating_mul(MANY);
                many.then_some(last - last % GAP + GAP)
            }
            Some(_) => None,
        };
        // The first batch arrives sorted, so appending it is already the right order.
        Ok(Self { table, append, in_order: last.is_none(), untidy: false, moved: Vec::new() })
    }

    /// Whether text index and list rates are written as a whole at the end.
    pub(crate) fn rebuilds(&self) -> bool {
        self.append.is_some()
    }

    /// The row id for an item that was renamed: its own, where its new name belongs there.
    pub(crate) fn place_again(
        &mut self,
        connection: &Connection,
        id: i64,
        name: &str,
        code: &str,
    ) -> Result<i64, StoreError> {
        if self.append.is_some() {
            // All are put in order at the end anyway.
            return Ok(id);
        }
        let key = sort_key(name, code);
        let beside = |sql: &str| -> Result<Option<(String, String)>, StoreError> {
            first!(connection, sql, [id], |row: &Row<'_>| {
                let (name, code): (String, String) = (get(row, "name")?, get(row, "code")?);
                Ok::<_, StoreError>(sort_key(&name, &code))
            })
        };
        let before = beside(self.table.before)?;
        let after = beside(self.table.after)?;
        if before.is_none_or(|before| before < key) && after.is_none_or(|after| key < after) {
            return Ok(id);
        }
        self.place(connection, name, code)
    }

    /// The row id for a new item. Where its neighbours have to move aside for it, [`Places::moved`] tells
    /// which did.
    pub(crate) fn place(
        &mut self,
        connection: &Connection,
        name: &str,
        code: &str,
    ) -> Result<i64, StoreError> {
        if let Some(next) = &mut self.append {
            let id = *next;
            *next = next.saturating_add(GAP);
            return Ok(id);
        }
        let key = sort_key(name, code);
        let (before, after) = neighbours(connection, self.table, &key)?;
        if let Some(id) = between(before, after) {
            return Ok(id);
        }
        self.moved.extend(room::make(connection, self.table, before)?);
        let (before, after) = neighbours(connection, self.table, &key)?;
        if let Some(id) = between(before, after) {
            return Ok(id);
        }
        self.untidy = true;
        free_after(connection, self.table, before)
    }

    /// The rows that moved aside since this was asked last, in the order they did.
    pub(crate) fn moved(&mut self) -> Vec<Moved> {
        std::mem::take(&mut self.moved)
    }

    /// Whether the table was empty: nothing of the batch is there yet.
    pub(crate) fn is_first(&self) -> bool {
        self.append.is_some() && self.in_order
    }

    /// Whether all rows must be put in order at the end of the batch.
    pub(crate) fn unordered(&self) -> bool {
        self.append.is_some() && !self.in_order
    }

    /// Ends a batch of items: puts all in order where that was put off.
    pub(crate) fn finish(
        &self,
        transaction: &Transaction<'_>,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        if self.append.is_some() {
            if self.in_order {
                text_index::rebuild(transaction)?;
            } else {
                renumber(transaction)?;
            }
            prices::refresh_all(transaction, today)?;
        }
        if self.untidy {
            settings::set_setting(transaction, UNTIDY, "true")?;
        }
        Ok(())
    }
}

/// The ids between which `key` belongs, found by halving: ids and names are in the same order but for
/// a few strays, so the answer is right or nearly so. No item stands between the two.
fn neighbours(
    connection: &Connection,
    table: &Ordered,
    key: &(String, String),
) -> Result<(i64, i64), StoreError> {
    let last: Option<i64> =
        connection.prepare_cached(table.last)?.query_row([], |row| row.get(0))?;
    let end = last.unwrap_or(0).saturating_add(2 * GAP);
    let (mut before, mut high, mut after) = (0, end, end);
    while high - before > 1 {
        let middle = before + (high - before) / 2;
        let at = first!(connection, table.probe, [middle, high], |row: &Row<'_>| {
            let (id, name, code): (i64, String, String) =
                (get(row, "id")?, get(row, "name")?, get(row, "code")?);
            Ok::<_, StoreError>((id, sort_key(&name, &code)))
        })?;
        match at {
            Some((id, found)) if &found < key => before = id,
            Some((id, _)) => (after, high) = (id, middle),
            None => high = middle,
        }
    }
    Ok((before, after))
}

/// The id in the middle of two.
fn between(before: i64, after: i64) -> Option<i64> {
    let id = before.saturating_add((after - before) / 2);
    (id > before && id < after).then_some(id)
}

/// The first free id after `id`.
fn free_after(connection: &Connection, table: &Ordered, id: i64) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached(table.free)?;
    let free: Option<i64> = statement.query_row([id], |row| row.get(0)).optional()?;
    Ok(free.unwrap_or(id.saturating_add(1)))
}

/// Writes the rows in their order into `temp.place(old, new)`.
pub(crate) fn write_places(
    transaction: &Transaction<'_>,
    mut rows: Vec<((String, String), i64)>,
) -> Result<(), StoreError> {
    rows.sort_unstable();
    transaction.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS place(old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
         DELETE FROM temp.place;",
    )?;
    for (n, (_, old)) in (1_i64..).zip(&rows) {
        run!(
            transaction,
            "INSERT INTO temp.place(old, new) VALUES(?1, ?2)",
            params![old, n.saturating_mul(GAP)]
        )?;
    }
    Ok(())
}

/// Gives every item its place by name anew, and writes the text index as one piece.
fn renumber(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let items = rows!(transaction, "SELECT id, name, code FROM item", [], |row: &Row<'_>| {
        let (name, code): (String, String) = (get(row, "name")?, get(row, "code")?);
        let id: i64 = get(row, "id")?;
        Ok::<_, StoreError>((sort_key(&name, &code), id))
    })?;
    write_places(transaction, items)?;
    // Out and in again, in the new order: far cheaper than moving each row past the others.
    transaction.execute_batch(
        "CREATE TEMP TABLE moved AS SELECT p.new AS id, i.code, i.name, i.item_group, i.brand,
           i.stock_uom, i.image, i.sellable, i.stock, i.document_at, i.digest, i.parts_digest
         FROM item i JOIN temp.place p ON p.old = i.id ORDER BY p.new;
         DELETE FROM item;
         INSERT INTO item(id, code, name, item_group, brand, stock_uom, image, sellable, stock,
             document_at, digest, parts_digest)
           SELECT id, code, name, item_group, brand, stock_uom, image, sellable, stock,
             document_at, digest, parts_digest
           FROM temp.moved;
         DROP TABLE temp.moved;
         CREATE TEMP TABLE moved AS SELECT p.new AS item, b.warehouse, b.actual, b.reserved, b.in_stock
         FROM bin b JOIN temp.place p ON p.old = b.item ORDER BY p.new, b.warehouse;
         DELETE FROM bin;
         INSERT INTO bin(item, warehouse, actual, reserved, in_stock)
           SELECT item, warehouse, actual, reserved, in_stock FROM temp.moved;
         DROP TABLE temp.moved;
         DELETE FROM temp.place;",
    )?;
    text_index::rebuild(transaction)
}
