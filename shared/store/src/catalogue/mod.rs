//! Items, prices, stock, groups, and every other master.

mod bins;
pub(crate) mod blocks;
pub(crate) mod display_order;
mod documents;
pub(crate) mod fields;
mod filter;
pub(crate) mod gather;
mod groups;
mod items;
pub(crate) mod late_indexes;
mod list_rates;
pub(crate) mod names;
pub(crate) mod parsed;
pub(crate) mod prices;
pub(crate) mod put;
pub(crate) mod room;
pub(crate) mod search;
pub(crate) mod stock;
pub(crate) mod text_beside;
pub(crate) mod text_index;
mod text_merge;
mod texts;
pub(crate) mod touched;
mod types;
pub(crate) mod whole;

pub use touched::MasterChanges;
pub use types::{
    BrandRow, ItemCursor, ItemGroupRow, ItemPage, ItemQuery, ItemRow, ItemUom, MasterDocument,
    PutReport, ScannedItem, WarehouseStock,
};

#[cfg(test)]
mod tests;
