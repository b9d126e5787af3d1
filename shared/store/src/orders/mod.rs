//! Drafts and placed orders.

pub(crate) mod drafts;
mod history;
pub(crate) mod lines;
pub(crate) mod list;
pub(crate) mod past;
pub(crate) mod place;
pub(crate) mod promises;
pub(crate) mod state;
pub(crate) mod timeline;
mod types;
pub(crate) mod words;

pub use types::{
    DayTotal, Draft, OrderCursor, OrderDetail, OrderLine, OrderPage, OrderQuery, OrderRow,
    OrderToPlace, OrderTotals, PastOrder, StateChange, TodayCounts, UsualItem,
};

#[cfg(test)]
mod tests;
