//! Items as lists show them.

use super::MoneyView;
use rust_decimal::Decimal;

/// What narrows the catalogue. Empty means everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CatalogueFilter {
    /// What was typed: words, the start of a code, or a barcode.
    pub text: String,
    /// Item Group, with all groups below it.
    pub item_group: Option<String>,
    /// Brand.
    pub brand: Option<String>,
    /// Only what the rep's own warehouse has.
    pub in_stock: bool,
}

/// An Item Group with how many items stand in it and below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Name of the Item Group.
    pub name: String,
    /// Items in it and in the groups below.
    pub items: u64,
    /// True when it has groups below it.
    pub is_group: bool,
}

/// Stock in stock units, less what this phone has sold and the office does not know yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StockView {
    /// In the rep's warehouse.
    pub here: Decimal,
    /// In all other warehouses.
    pub elsewhere: Decimal,
    /// False for an item without stock keeping; the figures mean nothing then.
    pub kept: bool,
}

/// An item in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// Item code.
    pub item_code: String,
    /// Item name.
    pub item_name: String,
    /// Item Group.
    pub item_group: String,
    /// Brand, empty if none.
    pub brand: String,
    /// The unit it would be added in.
    pub uom: String,
    /// Key of its drawing or picture, empty if none.
    pub art: String,
    /// Stock here and elsewhere.
    pub stock: StockView,
    /// Price for this customer in `uom`, rules applied; `None` where no price is known.
    pub price: Option<MoneyView>,
    /// The list price, where a rule lowers it.
    pub list_price: Option<MoneyView>,
    /// How many are in the open order already, in the order's unit; 0 if none.
    pub in_order: Decimal,
}

/// A unit the item is sold in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UomChoice {
    /// UOM name.
    pub uom: String,
    /// How many stock units it holds.
    pub conversion_factor: Decimal,
    /// True where the unit takes whole numbers only.
    pub must_be_whole_number: bool,
}
