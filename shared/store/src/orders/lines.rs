//! The lines of a placed order: one JSON column of its document.

use rusqlite::{Connection, Row, Transaction};

use super::types::OrderLine;
use crate::error::{StoreError, bad};
use crate::sql::{first, get};

/// The lines as the column holds them.
pub(crate) fn to_text(lines: &[OrderLine]) -> Result<String, StoreError> {
    serde_json::to_string(lines).map_err(|_| bad("lines"))
}

/// The lines from the column.
pub(crate) fn from_text(text: &str) -> Result<Vec<OrderLine>, StoreError> {
    serde_json::from_str(text).map_err(|_| bad("lines"))
}

/// The lines of the order with row id `order_id`; none where it has no document.
pub(crate) fn of(connection: &Connection, order_id: i64) -> Result<Vec<OrderLine>, StoreError> {
    let text: Option<String> = first!(
        connection,
        "SELECT lines FROM sales_order_document WHERE id = ?1",
        [order_id],
        |row: &Row<'_>| get(row, "lines")
    )?;
    text.map_or(Ok(Vec::new()), |text| from_text(&text))
}

/// Moves the lines of schema 6, a row each in `sales_order_line`, into their orders' documents, drops
/// that table, and forgets the events that say what `captured` says: that the order was placed.
pub(crate) fn gather(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute_batch(
        "INSERT OR IGNORE INTO sales_order_document(id)
           SELECT id FROM sales_order WHERE id IN (SELECT order_id FROM sales_order_line);
         UPDATE sales_order_document SET lines = (
           SELECT json_group_array(json_object(
             'item_code', item_code, 'item_name', item_name, 'qty', qty, 'uom', uom,
             'stock_qty', stock_qty, 'warehouse', warehouse, 'rate', rate, 'amount', amount,
             'is_free_item', json(iif(is_free_item, 'true', 'false'))) ORDER BY idx)
           FROM sales_order_line WHERE order_id = sales_order_document.id)
         WHERE id IN (SELECT order_id FROM sales_order_line);
         DROP TABLE sales_order_line;
         DELETE FROM sales_order_event WHERE event = '{\"event\":\"placed\"}';",
    )?;
    Ok(())
}
