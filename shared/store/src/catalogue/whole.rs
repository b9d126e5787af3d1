//! Taking in a whole catalogue in place of what is here: nothing is looked up, rows are written in the
//! order of their tables, and indexes are made at the end, which sorts once instead of finding the
//! place of each row. Documents are put into blocks where they are read, the text index is made beside.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Row, Transaction, params};
use satchel_domain::ids::ItemCode;
use serde::Deserialize;

use super::blocks::{self, Packer};
use super::display_order::{self, GAP};
pub(crate) use super::items::Item;
use super::list_rates::{ListRates, Places};
pub(crate) use super::prices::ItemPrice;
use super::text_beside::TextBeside;
use super::{groups, items, late_indexes, names, prices, text_index};
use crate::error::{StoreError, bad};
use crate::sql::{get, rows};

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

/// Documents that were read, each with the place it has in the blocks. Unreadable and nameless ones are
/// left out.
pub(crate) struct Parsed<T> {
    documents: Vec<(T, Place)>,
    blocks: Vec<blocks::Block>,
}

/// Where a document will be, and what tells it from others.
struct Place {
    at: i64,
    digest: i64,
}

/// Reads documents and puts them into blocks.
pub(crate) struct Reading {
    packer: Packer,
    /// Digests of the names of the prices there were, whose index comes too late to refuse a second one.
    prices: HashSet<i64>,
}

impl Reading {
    pub(crate) fn begin() -> Result<Self, StoreError> {
        Ok(Self { packer: Packer::from(1)?, prices: HashSet::new() })
    }

    /// Reads Items.
    pub(crate) fn items(&mut self, documents: Vec<String>) -> Result<Parsed<Item>, StoreError> {
        self.read(documents, |item: &Item| &item.name.0)
    }

    /// Reads Item Prices, each of which may come once.
    pub(crate) fn prices(
        &mut self,
        documents: Vec<String>,
    ) -> Result<Parsed<ItemPrice>, StoreError> {
        let parsed = self.read(documents, |price: &ItemPrice| &price.name.0)?;
        let mut names = parsed.documents.iter().map(|(price, _)| blocks::digest(&price.name.0));
        if names.all(|name| self.prices.insert(name)) { Ok(parsed) } else { Err(bad("snapshot")) }
    }

    fn read<T: for<'a> Deserialize<'a>>(
        &mut self,
        texts: Vec<String>,
        name: fn(&T) -> &str,
    ) -> Result<Parsed<T>, StoreError> {
        let mut documents = Vec::with_capacity(texts.len());
        for text in texts {
            let Ok(document) = serde_json::from_str::<T>(&text) else { continue };
            if ItemCode::new(name(&document)).is_ok() {
                let place = Place { at: self.packer.add(&text)?, digest: blocks::digest(&text) };
                documents.push((document, place));
            }
        }
        Ok(Parsed { documents, blocks: self.packer.take()? })
    }
}

/// A catalogue that is being taken in.
pub(crate) struct Loading<'a> {
    transaction: &'a Transaction<'a>,
    rows: Vec<ItemRow>,
    groups: names::Cache,
    brands: names::Cache,
    lists: names::Cache,
    places: Places,
    rates: ListRates,
    /// The text index, once the items have their places.
    words: Option<TextBeside>,
    today: NaiveDate,
    /// The indexes to be made at the end, as SQL; the others are made once the rep can sell.
    indexes: Vec<String>,
}

/// The row of an item before it has a place.
struct ItemRow {
    key: (String, String),
    name: String,
    group: i64,
    brand: i64,
    stock_uom: String,
    image: String,
    sellable: bool,
    document_at: i64,
    digest: i64,
    parts_digest: i64,
}

impl ItemRow {
    fn text(&self) -> String {
        text_index::text_of(&self.name, &self.key.1, self.group, self.brand)
    }
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
                transaction.execute_batch(&format!("DROP INDEX main.{name}"))?;
                if !late_indexes::is_late(&name) {
                    indexes.push(sql);
                }
            }
            transaction.execute(&format!("DELETE FROM main.{table}"), [])?;
        }
        Ok(Self {
            transaction,
            rows: Vec::new(),
            groups: names::Cache::new(names::ITEM_GROUP),
            brands: names::Cache::new(names::BRAND),
            lists: names::Cache::new(names::PRICE_LIST),
            places: Places::new(),
            rates: ListRates::on(today),
            words: None,
            today,
            indexes,
        })
    }

    /// Items, each once, best by `item_code`.
    pub(crate) fn items(&mut self, items: &Parsed<Item>) -> Result<(), StoreError> {
        blocks::write(self.transaction, &items.blocks)?;
        for (item, place) in &items.documents {
            self.rows.push(ItemRow {
                key: display_order::sort_key(item.shown_name(), item.code()),
                name: item.shown_name().to_owned(),
                group: self.groups.id(self.transaction, &item.item_group.0)?,
                brand: match item.brand.0.as_str() {
                    "" => 0,
                    name => self.brands.id(self.transaction, name)?,
                },
                stock_uom: item.stock_uom.0.clone(),
                image: item.image.0.clone(),
                sellable: item.sellable(),
                document_at: place.at,
                digest: place.digest,
                parts_digest: item.parts_digest(),
            });
        }
        // In tables of their own, so that each is in the cache while it is written.
        let of = items.documents.iter().map(|(item, _)| item);
        items::write_barcodes(self.transaction, of.clone())?;
        items::write_uoms(self.transaction, of)
    }

    /// Item Prices, each once, best by item and list.
    pub(crate) fn prices(&mut self, prices: &Parsed<ItemPrice>) -> Result<(), StoreError> {
        blocks::write(self.transaction, &prices.blocks)?;
        let mut insert = prices::Insert::new(self.transaction)?;
        for (price, place) in &prices.documents {
            let list = self.lists.id(self.transaction, &price.price_list.0)?;
            insert.write(price, list, place.at)?;
            self.rates.see(price, list, &self.places);
        }
        Ok(())
    }

    /// Gives the items their places, once all are known. Prices and Bins come after this.
    pub(crate) fn place_items(&mut self) -> Result<(), StoreError> {
        let mut rows = std::mem::take(&mut self.rows);
        rows.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        let placed = || (1_i64..).map(|n| n.saturating_mul(GAP)).zip(&rows);
        let sellable = placed().filter(|(_, row)| row.sellable);
        let texts = sellable.map(|(id, row)| (id, row.text())).collect();
        self.words = Some(TextBeside::begin(self.transaction, texts)?);
        let mut insert = self.transaction.prepare_cached(
            "INSERT INTO item(id, code, name, item_group, brand, stock_uom, image, sellable,
               document_at, digest, parts_digest)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?;
        for (id, row) in placed() {
            insert.execute(params![
                id,
                row.key.1,
                row.name,
                row.group,
                row.brand,
                row.stock_uom,
                row.image,
                row.sellable,
                row.document_at,
                row.digest,
                row.parts_digest
            ])?;
        }
        for (n, row) in (1_i64..).zip(rows) {
            self.places.insert(row.key.1, (n.saturating_mul(GAP), row.stock_uom));
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
        groups::count_items(self.transaction)
    }
}
