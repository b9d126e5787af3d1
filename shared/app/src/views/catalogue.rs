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
    /// How many stock units `uom` holds.
    pub conversion_factor: Decimal,
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

/// The price of one of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPrice {
    /// The unit.
    pub unit: UomChoice,
    /// Price of one for this customer, rules applied; `None` where no price is known.
    pub price: Option<MoneyView>,
    /// The list price, where a rule lowers it.
    pub list_price: Option<MoneyView>,
    /// How many are in the open order already, in this unit; 0 if none.
    pub in_order: Decimal,
}

/// What one warehouse has of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarehouseView {
    /// Warehouse name as people call it.
    pub label: String,
    /// In stock units, less what this phone has sold and the office does not know yet.
    pub qty: Decimal,
    /// True for the warehouse of the order, or the rep's own.
    pub here: bool,
}

/// Everything the item sheet shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDetail {
    /// The list row; `row.uom` is the unit it is added in.
    pub row: ItemRow,
    /// The stock unit.
    pub stock_uom: String,
    /// Every unit it is sold in, the smallest first, with its price.
    pub units: Vec<UnitPrice>,
    /// Stock a warehouse, the one that counts first, then by name; none for an item without stock
    /// keeping.
    pub warehouses: Vec<WarehouseView>,
    /// The order's customer name, empty where the price is nobody's.
    pub customer_name: String,
}
