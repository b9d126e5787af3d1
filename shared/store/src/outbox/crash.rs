//! Rows the last run left in the middle of being sent.

use rusqlite::{Connection, Row, Transaction, TransactionBehavior};

use super::types::OutboxKind;
use crate::error::StoreError;
use crate::sql::{first, get, rows, run};

/// Rows that were being sent when the app ended may or may not have arrived: the server is asked
/// before anything else. Gives how many there were.
///
/// The time line says so as of the moment the order was last heard of, for nothing else is known.
pub(crate) fn note_interrupted(connection: &mut Connection) -> Result<usize, StoreError> {
    let any: Option<bool> = first!(
        connection,
        "SELECT 1 AS there FROM outbox WHERE state = 'sending' LIMIT 1",
        [],
        |row: &Row<'_>| get(row, "there")
    )?;
    if any.is_none() {
        return Ok(0);
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let interrupted = note(&transaction)?;
    transaction.commit()?;
    Ok(interrupted)
}

fn note(transaction: &Transaction<'_>) -> Result<usize, StoreError> {
    let interrupted: Vec<(String, String)> = rows!(
        transaction,
        "UPDATE outbox SET state = 'unknown', next_attempt_ms = 0 WHERE state = 'sending'
         RETURNING uid, kind",
        [],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "uid")?, get(row, "kind")?))
    )?;
    for (uid, kind) in &interrupted {
        if kind == OutboxKind::SalesOrder.as_str() {
            run!(
                transaction,
                "INSERT INTO sales_order_event(order_id, at_ms, offset_minutes, event)
                 SELECT o.id, coalesce(e.at_ms, o.placed_ms), coalesce(e.offset_minutes, 0),
                        '{\"event\":\"answer_lost\"}'
                 FROM sales_order o LEFT JOIN sales_order_event e ON e.id =
                   (SELECT max(id) FROM sales_order_event WHERE order_id = o.id)
                 WHERE o.uid = ?1",
                [uid]
            )?;
            run!(
                transaction,
                "UPDATE sales_order SET state = 'checking' WHERE uid = ?1 AND state = 'sending'",
                [uid]
            )?;
        }
    }
    Ok(interrupted.len())
}
