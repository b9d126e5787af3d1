//! Items, prices, stock, groups, and every other master.

mod types;

pub use types::{
    BrandRow, ItemCursor, ItemGroupRow, ItemPage, ItemQuery, ItemRow, ItemUom, MasterDocument,
    PutReport, ScannedItem, WarehouseStock,
};
