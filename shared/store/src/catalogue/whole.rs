//! Taking in a whole catalogue in place of what is here: nothing is looked up, rows are written in the
//! order of their tables, and indexes are made at the end, which sorts once instead of finding the
//! place of each row.

use chrono::NaiveDate;
use rusqlite::{Row, Transaction, params};
use satchel_domain::ids::ItemCode;
use serde::Deserialize;

use super::display_order::{self, GAP};
pub(crate) use super::items::Item;
use super::list_rates::{ListRates, Places};
pub(crate) use super::prices::ItemPrice;
use super::{groups, items, names, prices, text_index};
use crate::error::StoreError;
use crate::sql::{get, rows, run};

/// The tables of the catalogue that belong to the server alone.
pub(crate) const TABLES: [&str; 11] = [
    "item_group",
    "brand",
    "price_list",
    "warehouse",
    "item",
    "item_document",
    "item_barcode",
    "item_uom",
    "item_price",
    "price_now",
    "bin",
];

/// Documents that were read, beside their text. Unreadable and nameless ones are left out.
pub(crate) struct Parsed<T>(Vec<(T, String)>);

/// Reads Items.
pub(crate) fn read_items(documents: Vec<String>) -> Parsed<Item> {
    read(documents, |item: &Item| &item.name.0)
}

/// Reads Item Prices.
pub(crate) fn read_prices(documents: Vec<String>) -> Parsed<ItemPrice> {
    read(documents, |price: &ItemPrice| &price.name.0)
}

fn read<T: for<'a> Deserialize<'a>>(documents: Vec<String>, name: fn(&T) -> &str) -> Parsed<T> {
    let parsed = documents.into_iter().filter_map(|text| {
        let document: T = serde_json::from_str(&text).ok()?;
        ItemCode::new(name(&document)).is_ok().then_some((document, text))
    });
    Parsed(parsed.collect())
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
    today: NaiveDate,
    /// The indexes to be made at the end, as SQL.
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
                indexes.push(sql);
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
            today,
            indexes,
        })
    }

    /// Items, each once, best by `item_code`.
    pub(crate) fn items(&mut self, items: &Parsed<Item>) -> Result<(), StoreError> {
        for (item, text) in &items.0 {
            run!(
                self.transaction,
                "INSERT INTO item_document(code, document) VALUES(?1, ?2)",
                params![item.code(), text]
            )?;
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
            });
        }
        // In tables of their own, so that each is in the cache while it is written.
        items.0.iter().try_for_each(|(item, _)| items::write_barcodes(self.transaction, item))?;
        items.0.iter().try_for_each(|(item, _)| items::write_uoms(self.transaction, item))
    }

    /// Item Prices, each once, best by item and list.
    pub(crate) fn prices(&mut self, prices: &Parsed<ItemPrice>) -> Result<(), StoreError> {
        for (price, text) in &prices.0 {
            let list = self.lists.id(self.transaction, &price.price_list.0)?;
            prices::insert(self.transaction, price, list, text)?;
            self.rates.see(price, list);
        }
        Ok(())
    }

    /// Gives the items their places, once all are known. Bins come after this.
    pub(crate) fn place_items(&mut self) -> Result<(), StoreError> {
        let mut rows = std::mem::take(&mut self.rows);
        rows.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        for (n, row) in (1_i64..).zip(rows) {
            let id = n.saturating_mul(GAP);
            run!(
                self.transaction,
                "INSERT INTO item(id, code, name, item_group, brand, stock_uom, image, sellable)
                 VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    id,
                    row.key.1,
                    row.name,
                    row.group,
                    row.brand,
                    row.stock_uom,
                    row.image,
                    row.sellable
                ]
            )?;
            self.places.insert(row.key.1, (id, row.stock_uom));
        }
        Ok(())
    }

    /// Makes the indexes, the text index, and what lists show.
    pub(crate) fn finish(self) -> Result<(), StoreError> {
        for sql in &self.indexes {
            self.transaction.execute_batch(sql)?;
        }
        text_index::rebuild(self.transaction)?;
        self.rates.write(self.transaction, &self.places, self.today)?;
        groups::count_items(self.transaction)
    }
}
