//! Items and prices of a snapshot, read on a thread of their own as far as can be done without the
//! database: their documents in blocks, of the rest what their rows need.

use rust_decimal::Decimal;
use satchel_domain::ids::ItemCode;

use super::blocks::{self, Packer};
use super::items::{self, Item};
use super::prices::{self, ItemPrice};
use super::texts::Texts;
use super::{display_order, text_index};
use crate::error::StoreError;
use crate::snapshot::Block;

/// Items that were read. Unreadable and nameless ones are left out.
pub(crate) struct ParsedItems {
    pub(super) blocks: Vec<blocks::Block>,
    /// What it is sorted by, code, name, group, brand, unit and image.
    texts: Texts<7>,
    numbers: Vec<ItemNumbers>,
    /// The rows, sorted by their keys.
    pub(super) order: Vec<usize>,
    /// Barcode, item and unit.
    pub(super) barcodes: Texts<3>,
    /// Item, unit and conversion factor.
    pub(super) uoms: Texts<3>,
}

/// What of an item's row is no text.
#[derive(Clone, Copy)]
pub(super) struct ItemNumbers {
    pub(super) sellable: bool,
    pub(super) document_at: i64,
    pub(super) digest: i64,
    pub(super) parts_digest: i64,
}

/// An item's row.
pub(super) struct ItemTexts<'a> {
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) group: &'a str,
    pub(super) brand: &'a str,
    pub(super) stock_uom: &'a str,
    pub(super) image: &'a str,
}

impl ItemTexts<'_> {
    /// What the text index has of it.
    pub(super) fn words(&self, group: i64, brand: i64) -> String {
        text_index::text_of(self.name, self.code, group, brand)
    }
}

impl ParsedItems {
    /// The row of an item.
    pub(super) fn row(&self, row: usize) -> Option<(ItemTexts<'_>, ItemNumbers)> {
        Some((self.texts(row), *self.numbers.get(row)?))
    }

    /// What items are sorted by.
    pub(super) fn key(&self, row: usize) -> (&str, &str) {
        (self.texts.at(row, 0), self.texts.at(row, 1))
    }

    fn texts(&self, row: usize) -> ItemTexts<'_> {
        let [_, code, name, group, brand, stock_uom, image] = self.texts.get(row);
        ItemTexts { code, name, group, brand, stock_uom, image }
    }
}

/// Item Prices that were read. Unreadable and nameless ones are left out.
pub(crate) struct ParsedPrices {
    pub(super) blocks: Vec<blocks::Block>,
    texts: Texts<7>,
    numbers: Vec<(bool, Decimal, i64)>,
    /// Digests of their names.
    pub(super) names: Vec<i64>,
}

/// A price: its row, the name of its list, its rate as a number, and where its document will be.
pub(super) struct ParsedPrice<'a> {
    pub(super) row: prices::PriceRow<'a>,
    pub(super) list: &'a str,
    pub(super) rate: Decimal,
    pub(super) document_at: i64,
}

impl ParsedPrices {
    pub(super) fn rows(&self) -> impl Iterator<Item = ParsedPrice<'_>> {
        let rows = self.texts.rows().zip(&self.numbers);
        rows.map(|([item_code, list, uom, valid_from, name, valid_upto, text], numbers)| {
            let (plain, rate, document_at) = *numbers;
            let row = prices::PriceRow {
                item_code,
                uom,
                valid_from,
                name,
                valid_upto,
                plain,
                rate: text,
            };
            ParsedPrice { row, list, rate, document_at }
        })
    }
}

/// Reads documents and puts them into blocks.
pub(crate) struct Reading {
    packer: Packer,
}

impl Reading {
    pub(crate) fn begin() -> Result<Self, StoreError> {
        Ok(Self { packer: Packer::from(1)? })
    }

    /// Puts what is read from now on into the blocks from `first` on.
    pub(crate) fn go_on_from(&mut self, first: i64) {
        self.packer.go_on_from(first);
    }

    /// Reads Items.
    pub(crate) fn items(&mut self, block: &Block) -> Result<ParsedItems, StoreError> {
        let (mut texts, mut numbers) = (Texts::<7>::new(), Vec::new());
        let (mut barcodes, mut uoms) = (Texts::new(), Texts::new());
        block.read(&items::FIELDS, |item: Item, document| {
            if ItemCode::new(&item.name.0).is_err() {
                return Ok(());
            }
            let (code, name) = (item.code(), item.shown_name());
            let folded = display_order::folded(name);
            let [group, brand] = [&item.item_group.0, &item.brand.0];
            texts.push([&folded, code, name, group, brand, &item.stock_uom.0, &item.image.0]);
            numbers.push(ItemNumbers {
                sellable: item.sellable(),
                document_at: self.packer.add(document)?,
                digest: blocks::digest(&document),
                parts_digest: item.parts_digest(),
            });
            for (barcode, uom) in item.barcode_rows() {
                barcodes.push([barcode, code, uom]);
            }
            for (uom, factor) in item.uom_rows() {
                uoms.push([code, uom, &items::factor_text(factor)]);
            }
            Ok(())
        })?;
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        order.sort_by(|a, b| {
            let key = |row: usize| (texts.at(row, 0), texts.at(row, 1));
            key(*a).cmp(&key(*b))
        });
        Ok(ParsedItems { blocks: self.packer.take()?, texts, numbers, order, barcodes, uoms })
    }

    /// Reads Item Prices.
    pub(crate) fn prices(&mut self, block: &Block) -> Result<ParsedPrices, StoreError> {
        let (mut texts, mut numbers, mut names) = (Texts::new(), Vec::new(), Vec::new());
        block.read(&prices::FIELDS, |price: ItemPrice, document| {
            if ItemCode::new(&price.name.0).is_err() {
                return Ok(());
            }
            names.push(blocks::digest(&price.name.0));
            let text = price.rate().to_string();
            let row = price.row(&text);
            let list = &price.price_list.0;
            texts.push([
                row.item_code,
                list,
                row.uom,
                row.valid_from,
                row.name,
                row.valid_upto,
                row.rate,
            ]);
            numbers.push((row.plain, price.rate(), self.packer.add(document)?));
            Ok(())
        })?;
        Ok(ParsedPrices { blocks: self.packer.take()?, texts, numbers, names })
    }
}
