//! What the catalogue takes and gives.

use rust_decimal::Decimal;
use satchel_domain::ids::ItemCode;
use serde::{Deserialize, Serialize};

/// One document as the server sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterDocument {
    /// The doctype, for instance `Item Price`.
    pub doctype: String,
    /// The whole document as a JSON object. `name` and `modified` are read from it.
    pub document: String,
}

impl MasterDocument {
    /// A document of `doctype` from a JSON value.
    pub fn from_value(doctype: impl Into<String>, document: &serde_json::Value) -> Self {
        Self { doctype: doctype.into(), document: document.to_string() }
    }
}

/// What became of a batch of documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PutReport {
    /// Documents stored.
    pub stored: usize,
    /// Documents that cannot be read: doctype, place in the batch (from 0), and why.
    pub refused: Vec<(String, usize, String)>,
}

/// What to look for in the catalogue, and how to show it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemQuery {
    /// What was typed: a barcode of 8 digits or more, the start of a code, or starts of words.
    pub text: String,
    /// Only this Item Group and those below it.
    pub item_group: Option<String>,
    /// Only this brand.
    pub brand: Option<String>,
    /// Only what is in stock in `warehouse`, after what this phone has promised.
    pub in_stock_only: bool,
    /// The price list the rate is shown from.
    pub price_list: String,
    /// The warehouse that counts as "here".
    pub warehouse: String,
    /// Where the page before ended.
    pub after: Option<ItemCursor>,
    /// How many rows at most; 1 to 500.
    pub limit: usize,
}

/// Where a page ended. Only good for the same query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemCursor(pub(crate) i64);

/// A page of items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemPage {
    /// The rows, best tier first.
    pub rows: Vec<ItemRow>,
    /// Pass it on for the next page; `None` at the end.
    pub next: Option<ItemCursor>,
}

/// An item in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// `item_code`.
    pub code: ItemCode,
    /// `item_name`.
    pub name: String,
    /// `stock_uom`.
    pub stock_uom: String,
    /// `item_group`.
    pub item_group: String,
    /// `brand`, or nothing.
    pub brand: String,
    /// `image`: a path on the site or the key of a drawing, or nothing.
    pub image: String,
    /// Today's plain rate for the stock unit in the price list asked for, as exact decimal text.
    pub list_rate: Option<String>,
    /// In stock in the warehouse asked for, less what this phone has promised there.
    pub stock_here: Decimal,
    /// The same in all other warehouses together.
    pub stock_elsewhere: Decimal,
}

/// What a scanned barcode means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedItem {
    /// The item.
    pub code: ItemCode,
    /// The unit the barcode stands for, where it says one.
    pub uom: Option<String>,
}

/// A unit an item is sold in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemUom {
    /// The unit.
    pub uom: String,
    /// Stock units in one of it.
    pub conversion_factor: Decimal,
}

/// An item's stock in one warehouse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarehouseStock {
    /// The warehouse.
    pub warehouse: String,
    /// `actual_qty` as the server last said.
    pub actual: Decimal,
    /// `reserved_qty` as the server last said.
    pub reserved: Decimal,
    /// What this phone has promised and the server has not counted yet, in stock units.
    pub sold_here: Decimal,
}

/// A node of the Item Group tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemGroupRow {
    /// `name`.
    pub name: String,
    /// `parent_item_group`, or nothing at the root.
    pub parent: String,
    /// Steps from the root.
    pub depth: u32,
    /// `image`, or nothing.
    pub image: String,
    /// Sellable items in it and below it.
    pub item_count: u32,
}

/// A brand with how much of it there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandRow {
    /// `name`.
    pub name: String,
    /// Sellable items of it.
    pub item_count: u32,
}
