//! Items: taking them in and taking them out.

use chrono::NaiveDate;
use rusqlite::{Error, ErrorCode, Row, Transaction, params};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::fields::{Check, Number, Table, Text, checked};
use super::put::Batch;
use super::{blocks, display_order, groups, names, prices, stock, text_index};
use crate::error::StoreError;
use crate::sql::{first, get, run};

/// What is read of an [`Item`].
pub(super) const FIELDS: [&str; 11] = [
    "name",
    "item_name",
    "item_group",
    "brand",
    "stock_uom",
    "image",
    "disabled",
    "has_variants",
    "is_sales_item",
    "barcodes",
    "uoms",
];

/// The fields of an Item (ERPNext `stock/doctype/item`) that queries need.
#[derive(Deserialize)]
pub(crate) struct Item {
    #[serde(default)]
    pub(super) name: Text,
    #[serde(default)]
    item_name: Text,
    #[serde(default)]
    pub(super) item_group: Text,
    #[serde(default)]
    pub(super) brand: Text,
    #[serde(default)]
    pub(super) stock_uom: Text,
    #[serde(default)]
    pub(super) image: Text,
    #[serde(default)]
    disabled: Check,
    #[serde(default)]
    has_variants: Check,
    #[serde(default = "checked")]
    is_sales_item: Check,
    #[serde(default)]
    barcodes: Table<Barcode>,
    #[serde(default)]
    uoms: Table<Uom>,
}

#[derive(Deserialize)]
struct Barcode {
    #[serde(default)]
    barcode: Text,
    #[serde(default)]
    uom: Text,
}

#[derive(Deserialize)]
struct Uom {
    #[serde(default)]
    uom: Text,
    #[serde(default)]
    conversion_factor: Number,
}

impl Item {
    pub(super) fn code(&self) -> &str {
        self.name.0.trim()
    }

    pub(super) fn shown_name(&self) -> &str {
        if self.item_name.0.is_empty() { &self.name.0 } else { &self.item_name.0 }
    }

    pub(super) fn barcode_rows(&self) -> Vec<(&str, &str)> {
        let rows = self.barcodes.0.iter().map(|row| (row.barcode.0.as_str(), row.uom.0.as_str()));
        rows.filter(|(barcode, _)| !barcode.is_empty()).collect()
    }

    pub(super) fn uom_rows(&self) -> Vec<(&str, Decimal)> {
        let rows = self.uoms.0.iter().map(|row| (row.uom.0.as_str(), row.conversion_factor.0));
        rows.filter(|(uom, _)| !uom.is_empty()).collect()
    }

    pub(super) fn sellable(&self) -> bool {
        !self.disabled.0 && !self.has_variants.0 && self.is_sales_item.0
    }

    /// Tells whether barcodes and units are those that were stored.
    pub(super) fn parts_digest(&self) -> i64 {
        blocks::digest(&(self.barcode_rows(), self.uom_rows()))
    }
}

/// The row as it stands.
struct Known {
    id: i64,
    name: String,
    group: i64,
    brand: i64,
    stock_uom: String,
    sellable: bool,
    document_at: i64,
    digest: i64,
    parts_digest: i64,
}

/// Where its document is, and what tells it from others.
struct Document {
    at: i64,
    digest: i64,
    parts_digest: i64,
}

/// Stores Items. Where they are many compared with what is there, all are put in order anew.
pub(crate) fn put(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let mut items = batch.read(|item: &Item| &item.name.0);
    items.sort_by_cached_key(|(item, _)| display_order::sort_key(item.shown_name(), item.code()));
    let mut writer = Writer {
        transaction,
        today,
        places: display_order::Places::for_batch(transaction, &display_order::ITEMS, items.len())?,
        groups: names::Cache::new(names::ITEM_GROUP),
        brands: names::Cache::new(names::BRAND),
        documents: blocks::Writer::new(transaction)?,
        words: text_index::Changes::default(),
        counts_changed: false,
    };
    for (item, text) in &items {
        writer.put(item, text)?;
    }
    let counts_changed = writer.counts_changed;
    writer.documents.finish()?;
    if !writer.places.rebuilds() {
        writer.words.write(transaction)?;
    }
    writer.places.finish(transaction, today)?;
    if counts_changed {
        groups::count_items(transaction)?;
    }
    Ok(())
}

struct Writer<'a> {
    transaction: &'a Transaction<'a>,
    today: NaiveDate,
    places: display_order::Places,
    groups: names::Cache,
    brands: names::Cache,
    documents: blocks::Writer<'a>,
    words: text_index::Changes,
    counts_changed: bool,
}

impl Writer<'_> {
    fn put(&mut self, item: &Item, text: &str) -> Result<(), StoreError> {
        let known = known(self.transaction, item.code())?;
        let digest = blocks::digest(&text);
        if known.as_ref().is_some_and(|known| known.document_at > 0 && known.digest == digest) {
            return Ok(());
        }
        let group = self.groups.id(self.transaction, &item.item_group.0)?;
        let brand = match item.brand.0.as_str() {
            "" => 0,
            name => self.brands.id(self.transaction, name)?,
        };
        let at = match &known {
            Some(known) if known.document_at > 0 => {
                self.documents.change(known.document_at, text)?
            }
            _ => self.documents.add(text)?,
        };
        let document = Document { at, digest, parts_digest: item.parts_digest() };
        if known.as_ref().is_none_or(|known| known.parts_digest != document.parts_digest) {
            self.replace_parts(item)?;
        }
        match known {
            Some(known) => self.update(item, known, (group, brand), &document),
            None => self.insert(item, (group, brand), &document),
        }
    }

    fn insert(
        &mut self,
        item: &Item,
        (group, brand): (i64, i64),
        document: &Document,
    ) -> Result<(), StoreError> {
        let id = self.places.place(self.transaction, item.shown_name(), item.code())?;
        self.words.follow(self.transaction, &self.places.moved())?;
        run!(
            self.transaction,
            "INSERT INTO item(id, code, name, item_group, brand, stock_uom, image, sellable,
               document_at, digest, parts_digest)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                id,
                item.code(),
                item.shown_name(),
                group,
                brand,
                item.stock_uom.0,
                item.image.0,
                item.sellable(),
                document.at,
                document.digest,
                document.parts_digest
            ]
        )?;
        if item.sellable() {
            self.words.add(id);
        }
        if !self.places.rebuilds() {
            // Its prices may have come before it.
            prices::refresh_item(self.transaction, item.code(), self.today)?;
        }
        self.counts_changed = true;
        Ok(())
    }

    fn update(
        &mut self,
        item: &Item,
        mut known: Known,
        (group, brand): (i64, i64),
        document: &Document,
    ) -> Result<(), StoreError> {
        let same_name = known.name == item.shown_name();
        let same_counts =
            known.group == group && known.brand == brand && known.sellable == item.sellable();
        let was = known.id;
        let id = if same_name { known.id } else { self.move_to_place(item, &mut known.id)? };
        run!(
            self.transaction,
            "UPDATE item SET name = ?2, stock_uom = ?3, image = ?4, document_at = ?5, digest = ?6,
                             parts_digest = ?7 WHERE id = ?1",
            params![
                id,
                item.shown_name(),
                item.stock_uom.0,
                item.image.0,
                document.at,
                document.digest,
                document.parts_digest
            ]
        )?;
        if !same_counts {
            // Alone: without the columns of an index, SQLite leaves the indexes alone.
            run!(
                self.transaction,
                "UPDATE item SET item_group = ?2, brand = ?3, sellable = ?4 WHERE id = ?1",
                params![id, group, brand, item.sellable()]
            )?;
        }
        if !same_name || !same_counts {
            self.words.remove(known.id);
            if item.sellable() {
                self.words.add(id);
            }
        }
        if known.stock_uom != item.stock_uom.0 || id != was {
            prices::refresh_item(self.transaction, item.code(), self.today)?;
        }
        self.counts_changed |= !same_counts;
        Ok(())
    }

    /// Gives a renamed item the row id its new name asks for; the one it has, where that still fits. The
    /// one it had may change before, when its neighbours and itself move aside.
    fn move_to_place(&mut self, item: &Item, id: &mut i64) -> Result<i64, StoreError> {
        let place =
            self.places.place_again(self.transaction, *id, item.shown_name(), item.code())?;
        let moved = self.places.moved();
        self.words.follow(self.transaction, &moved)?;
        *id = moved.iter().find(|one| one.old == *id).map_or(*id, |one| one.new);
        if place != *id {
            run!(
                self.transaction,
                "DELETE FROM price_now WHERE list IN (SELECT id FROM price_list) AND item = ?1",
                [*id]
            )?;
            run!(self.transaction, "UPDATE bin SET item = ?2 WHERE item = ?1", [*id, place])?;
            run!(self.transaction, "UPDATE item SET id = ?2 WHERE id = ?1", [*id, place])?;
        }
        Ok(place)
    }

    /// The barcodes and units. A removed child row leaves no trace in a document, so all are replaced.
    fn replace_parts(&self, item: &Item) -> Result<(), StoreError> {
        let code = item.code();
        run!(self.transaction, "DELETE FROM item_barcode WHERE item_code = ?1", [code])?;
        let barcodes = item.barcode_rows().into_iter().map(|(barcode, uom)| [barcode, code, uom]);
        write_barcodes(self.transaction, barcodes)?;
        run!(self.transaction, "DELETE FROM item_uom WHERE item_code = ?1", [code])?;
        let uoms: Vec<_> =
            item.uom_rows().into_iter().map(|(uom, of)| (uom, factor_text(of))).collect();
        write_uoms(self.transaction, uoms.iter().map(|(uom, factor)| [code, uom, factor]))
    }
}

/// Writes barcodes with their items and units; one that another item had is the new one's.
pub(super) fn write_barcodes<'a>(
    transaction: &Transaction<'_>,
    rows: impl Iterator<Item = [&'a str; 3]>,
) -> Result<(), StoreError> {
    // `OR REPLACE` alone costs twice as much a row: it may change several, and so keeps a way back.
    let mut insert = transaction
        .prepare_cached("INSERT INTO item_barcode(barcode, item_code, uom) VALUES(?1, ?2, ?3)")?;
    for row in rows {
        match insert.execute(row) {
            Err(Error::SqliteFailure(error, _)) if error.code == ErrorCode::ConstraintViolation => {
                run!(
                    transaction,
                    "INSERT OR REPLACE INTO item_barcode(barcode, item_code, uom)
                     VALUES(?1, ?2, ?3)",
                    row
                )?
            }
            done => done?,
        };
    }
    Ok(())
}

/// Writes the units of items, which have none yet, with their conversion factors.
pub(super) fn write_uoms<'a>(
    transaction: &Transaction<'_>,
    rows: impl Iterator<Item = [&'a str; 3]>,
) -> Result<(), StoreError> {
    let mut insert = transaction.prepare_cached(
        "INSERT OR REPLACE INTO item_uom(item_code, uom, conversion_factor) VALUES(?1, ?2, ?3)",
    )?;
    for row in rows {
        insert.execute(row)?;
    }
    Ok(())
}

/// A conversion factor as it is kept.
pub(super) fn factor_text(factor: Decimal) -> String {
    factor.normalize().to_string()
}

fn known(transaction: &Transaction<'_>, code: &str) -> Result<Option<Known>, StoreError> {
    first!(
        transaction,
        "SELECT id, name, item_group, brand, stock_uom, sellable, document_at, digest, parts_digest
         FROM item WHERE code = ?1",
        [code],
        |row: &Row<'_>| Ok::<_, StoreError>(Known {
            id: get(row, "id")?,
            name: get(row, "name")?,
            group: get(row, "item_group")?,
            brand: get(row, "brand")?,
            stock_uom: get(row, "stock_uom")?,
            sellable: get(row, "sellable")?,
            document_at: get(row, "document_at")?,
            digest: get(row, "digest")?,
            parts_digest: get(row, "parts_digest")?,
        })
    )
}

/// The row id of an item; one nobody has described yet gets a row that no list shows.
pub(crate) fn id_or_placeholder(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<i64, StoreError> {
    if let Some(id) = stock::item_id(transaction, code)? {
        return Ok(id);
    }
    let mut places = display_order::Places::for_batch(transaction, &display_order::ITEMS, 0)?;
    let id = places.place(transaction, code, code)?;
    let mut words = text_index::Changes::default();
    words.follow(transaction, &places.moved())?;
    words.write(transaction)?;
    run!(
        transaction,
        "INSERT INTO item(id, code, name, sellable) VALUES(?1, ?2, ?2, 0)",
        params![id, code]
    )?;
    Ok(id)
}

/// Forgets an item; what was sold of it stays.
pub(crate) fn remove(transaction: &Transaction<'_>, code: &str) -> Result<usize, StoreError> {
    let Some(known) = known(transaction, code)? else { return Ok(0) };
    text_index::remove(transaction, known.id)?;
    blocks::forget(transaction, known.document_at)?;
    for sql in [
        "DELETE FROM price_now WHERE list IN (SELECT id FROM price_list) AND item = ?1",
        "DELETE FROM bin WHERE item = ?1",
        "DELETE FROM item WHERE id = ?1",
    ] {
        run!(transaction, sql, [known.id])?;
    }
    for sql in [
        "DELETE FROM item_barcode WHERE item_code = ?1",
        "DELETE FROM item_uom WHERE item_code = ?1",
    ] {
        run!(transaction, sql, [code])?;
    }
    prices::remove_of_item(transaction, code)?;
    Ok(1)
}
