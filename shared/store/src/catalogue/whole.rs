//! Taking in a whole catalogue in place of what is here: nothing is looked up, rows are written in the
//! order of their tables, and indexes are made at the end, which sorts once instead of finding the
//! place of each row. Documents are put into blocks where they are read, the text index is made beside.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Row, Transaction, params};

use super::display_order::GAP;
use super::list_rates::{ListRates, Places};
use super::parsed::{ParsedItems, ParsedPrices};
use super::text_beside::TextBeside;
use super::{blocks, groups, items, late_indexes, names, prices, text_index};
use crate::error::{StoreError, bad};
use crate::sql::{get, rows};

/// The index of items nobody has described yet: of those that are, it has nothing to write.
const UNDESCRIBED: &str = "item_undescribed";

/// The tables of the catalogue that belong to the server alone.
pub(crate) const TABLES: [&str; 11] = [
    "item_group",
    "brand",
    "price_list",
    "warehouse",
    "item",
    "document_block",
    "item_barcode",
    "item_uom",
    "item_price",
    "price_now",
    "bin",
];

/// A catalogue that is being taken in.
pub(crate) struct Loading<'a> {
    transaction: &'a Transaction<'a>,
    /// What was read of the items, until all have their places.
    items: Vec<ParsedItems>,
    groups: names::Cache,
    brands: names::Cache,
    lists: names::Cache,
    counts: groups::Counts,
    places: Places,
    rates: ListRates,
    /// Digests of the names of the prices there were, whose index comes too late to refuse a second one.
    prices: HashSet<i64>,
    /// The text index, once the items have their places.
    words: Option<TextBeside>,
    today: NaiveDate,
    /// The indexes to be made at the end, as SQL; the others are made once the rep can sell.
    indexes: Vec<String>,
}

impl<'a> Loading<'a> {
    /// Empties the catalogue. `today` decides which prices make list rates.
    pub(crate) fn begin(
        transaction: &'a Transaction<'a>,
        today: NaiveDate,
    ) -> Result<Self, StoreError> {
        let mut indexes = Vec::new();
        for table in TABLES.into_iter().rev() {
            let found: Vec<(String, String)> = rows!(
                transaction,
                "SELECT name, sql FROM main.sqlite_schema
                 WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL",
                [table],
                |row: &Row<'_>| Ok::<_, StoreError>((get(row, "name")?, get(row, "sql")?))
            )?;
            for (name, sql) in found {
                if name == UNDESCRIBED {
                    continue;
                }
                transaction.execute_batch(&format!("DROP INDEX main.{name}"))?;
                if !late_indexes::is_late(&name) {
                    indexes.push(sql);
                }
            }
            transaction.execute(&format!("DELETE FROM main.{table}"), [])?;
        }
        Ok(Self {
            transaction,
            items: Vec::new(),
            groups: names::Cache::new(names::ITEM_GROUP),
            brands: names::Cache::new(names::BRAND),
            lists: names::Cache::new(names::PRICE_LIST),
            counts: groups::Counts::default(),
            places: Places::default(),
            rates: ListRates::on(today),
            prices: HashSet::new(),
            words: None,
            today,
            indexes,
        })
    }

    /// Items, each once, best by `item_code`.
    pub(crate) fn items(&mut self, mut items: ParsedItems) -> Result<(), StoreError> {
        blocks::write(self.transaction, &std::mem::take(&mut items.blocks))?;
        items::write_barcodes(self.transaction, items.barcodes.rows())?;
        items::write_uoms(self.transaction, items.uoms.rows())?;
        self.items.push(items);
        Ok(())
    }

    /// Item Prices, each once, best by item and list.
    pub(crate) fn prices(&mut self, prices: &ParsedPrices) -> Result<(), StoreError> {
        if !prices.names.iter().all(|name| self.prices.insert(*name)) {
            return Err(bad("snapshot"));
        }
        blocks::write(self.transaction, &prices.blocks)?;
        let mut insert = prices::Insert::new(self.transaction)?;
        for price in prices.rows() {
            let list = self.lists.id(self.transaction, price.list)?;
            insert.write(&price.row, list, price.document_at)?;
            self.rates.see(&price, list, &self.places);
        }
        Ok(())
    }

    /// Gives the items their places, once all are known. Prices and Bins come after this.
    pub(crate) fn place_items(&mut self) -> Result<(), StoreError> {
        let items = std::mem::take(&mut self.items);
        let mut order: Vec<(&ParsedItems, usize)> =
            items.iter().flat_map(|some| some.order.iter().map(move |row| (some, *row))).collect();
        // Stable: it finds that the parts are in order already.
        order.sort_by(|(a, row), (b, other)| a.key(*row).cmp(&b.key(*other)));
        let rows = order.iter().filter_map(|(some, row)| some.row(*row));
        let mut placed = Vec::with_capacity(order.len());
        let mut words = Vec::with_capacity(order.len());
        for (n, (texts, numbers)) in (1_i64..).zip(rows) {
            let id = n.saturating_mul(GAP);
            let group = self.groups.id(self.transaction, texts.group)?;
            let brand = match texts.brand {
                "" => 0,
                name => self.brands.id(self.transaction, name)?,
            };
            if numbers.sellable {
                words.push((id, texts.words(group, brand)));
                self.counts.add(group, brand);
            }
            self.places.add(texts.code, id, texts.stock_uom);
            placed.push((id, group, brand, texts, numbers));
        }
        self.words = Some(TextBeside::begin(self.transaction, "item_fts", words)?);
        let mut insert = self.transaction.prepare_cached(
            "INSERT INTO item(id, code, name, item_group, brand, stock_uom, image, sellable,
               document_at, digest, parts_digest)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?;
        for (id, group, brand, texts, numbers) in placed {
            insert.execute(params![
                id,
                texts.code,
                texts.name,
                group,
                brand,
                texts.stock_uom,
                texts.image,
                numbers.sellable,
                numbers.document_at,
                numbers.digest,
                numbers.parts_digest
            ])?;
        }
        Ok(())
    }

    /// Makes the indexes that searching needs, the text index, and what lists show.
    pub(crate) fn finish(self) -> Result<(), StoreError> {
        for sql in &self.indexes {
            self.transaction.execute_batch(sql)?;
        }
        match self.words {
            Some(words) => words.write(self.transaction)?,
            None => text_index::rebuild(self.transaction)?,
        }
        self.rates.write(self.transaction, self.today)?;
        self.counts.write(self.transaction)
    }
}
