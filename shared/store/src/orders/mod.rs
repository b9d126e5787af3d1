//! Drafts, placed orders and the outbox.

mod types;

pub use types::{
    DayTotal, Draft, OrderCursor, OrderDetail, OrderLine, OrderPage, OrderQuery, OrderRow,
    OrderToPlace, OrderTotals, OutboxKind, OutboxRow, OutboxState, PastOrder, StateChange,
    TodayCounts, UsualItem,
};
