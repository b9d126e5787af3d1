//! The time line of an order.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, Transaction, params};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::OrderUid;
use satchel_domain::orders::{OrderEvent, TimelineEntry};

use crate::error::{StoreError, bad};
use crate::sql::{first, get, moment, rows, run};
use crate::store::Store;

impl Store {
    /// What happened to an order, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn timeline(&self, uid: OrderUid) -> Result<Vec<TimelineEntry>, StoreError> {
        self.read(|connection| of(connection, uid))
    }
}

pub(crate) fn of(connection: &Connection, uid: OrderUid) -> Result<Vec<TimelineEntry>, StoreError> {
    // That it was placed is in its row; the rest has rows of its own.
    let placed = first!(
        connection,
        "SELECT captured FROM sales_order WHERE uid = ?1",
        [uid.to_string()],
        placed
    )?;
    let later = rows!(
        connection,
        "SELECT e.at_ms, e.offset_minutes, e.event
         FROM sales_order o JOIN sales_order_event e ON e.order_id = o.id
         WHERE o.uid = ?1 ORDER BY e.id",
        [uid.to_string()],
        entry
    )?;
    Ok(placed.into_iter().chain(later).collect())
}

fn placed(row: &Row<'_>) -> Result<TimelineEntry, StoreError> {
    let captured: String = get(row, "captured")?;
    let captured: CapturedAt = serde_json::from_str(&captured).map_err(|_| bad("captured"))?;
    Ok(TimelineEntry {
        at: captured.utc,
        offset_minutes: captured.offset_minutes,
        event: OrderEvent::Placed,
    })
}

fn entry(row: &Row<'_>) -> Result<TimelineEntry, StoreError> {
    let event: String = get(row, "event")?;
    Ok(TimelineEntry {
        at: moment(row, "at_ms")?,
        offset_minutes: get(row, "offset_minutes")?,
        event: serde_json::from_str(&event).map_err(|_| bad("event"))?,
    })
}

/// Adds an entry to the time line of the order with row id `order_id`.
pub(crate) fn add(
    transaction: &Transaction<'_>,
    order_id: i64,
    at: DateTime<Utc>,
    offset_minutes: i32,
    event: &OrderEvent,
) -> Result<(), StoreError> {
    let event = serde_json::to_string(event).map_err(|_| bad("event"))?;
    run!(
        transaction,
        "INSERT INTO sales_order_event(order_id, at_ms, offset_minutes, event)
         VALUES(?1, ?2, ?3, ?4)",
        params![order_id, at.timestamp_millis(), offset_minutes, event]
    )?;
    Ok(())
}

/// Whether an order's time line says just this since the order was last put into the queue.
pub(crate) fn says_already(
    connection: &Connection,
    uid: OrderUid,
    event: &OrderEvent,
) -> Result<bool, StoreError> {
    let text = serde_json::to_string(event).map_err(|_| bad("event"))?;
    let said: Option<bool> = first!(
        connection,
        "SELECT 1 AS said FROM sales_order o JOIN sales_order_event e ON e.order_id = o.id
         WHERE o.uid = ?1 AND e.event = ?2 AND e.id > (
           SELECT coalesce(max(id), 0) FROM sales_order_event
           WHERE order_id = o.id AND event = '{\"event\":\"sent_again\"}')",
        params![uid.to_string(), text],
        |row: &Row<'_>| get(row, "said")
    )?;
    Ok(said.is_some())
}
