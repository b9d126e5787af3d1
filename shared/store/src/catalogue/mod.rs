//! Items, prices, stock, groups, and every other master.

pub(crate) mod names;
pub(crate) mod stock;
mod types;

pub use types::{
    BrandRow, ItemCursor, ItemGroupRow, ItemPage, ItemQuery, ItemRow, ItemUom, MasterDocument,
    PutReport, ScannedItem, WarehouseStock,
};
