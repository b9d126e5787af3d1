//! An order in the place of another: the refused one is taken back when the mended one is placed, and comes
//! back where the office has it as a draft and the mended one is taken back.

use rusqlite::{Row, Transaction, params};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{OrderUid, ReceiptNumber};
use satchel_domain::orders::{OrderEvent, OrderState};

use super::rows;
use super::settle::SUBMIT;
use super::types::{OutboxRow, OutboxState};
use crate::error::{StoreError, bad};
use crate::orders::{StateChange, state, timeline};
use crate::sql::{first, get, run};
use crate::store::Store;

impl Store {
    /// Whether the office has, as a draft, an order that this row is sent in place of.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn replaces_a_draft(&self, row: &OutboxRow) -> Result<bool, StoreError> {
        for uid in &row.replaces {
            if self.outbox_row_of(uid)?.is_some_and(|row| row.state == OutboxState::Done) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// When the answer to a row was written down that had left the phone before without one, in milliseconds
    /// since 1970 UTC; nothing for one that was answered at once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn settled_after_doubt(&self, uid: &str) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT settled_ms FROM outbox WHERE uid = ?1 AND state = 'done' AND sent > 1";
        let settled = |row: &Row<'_>| get(row, "settled_ms");
        self.read(|connection| first!(connection, sql, [uid], settled))
    }

    /// Whether the office has an order as a draft that it refused to submit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn is_refused_draft(&self, order: OrderUid) -> Result<bool, StoreError> {
        let submit = self.outbox_row_of(&format!("{order}{SUBMIT}"))?;
        Ok(submit.is_some_and(|submit| is_refused(&submit)))
    }
}

fn is_refused(row: &OutboxRow) -> bool {
    matches!(row.state, OutboxState::Parked | OutboxState::Handed)
}

/// Takes a refused order back because the order with receipt `number` goes in its place: one the office
/// does not have, or has as a draft it would not submit.
///
/// No other can be replaced: one that arrived meanwhile must not be sold twice.
pub(crate) fn take_back(
    transaction: &Transaction<'_>,
    refused: OrderUid,
    number: &ReceiptNumber,
    captured: &CapturedAt,
) -> Result<(), StoreError> {
    let (_, from) = state::order(transaction, refused)?;
    let allowed = match from {
        OrderState::NeedsHand => true,
        OrderState::Booked => submit_is_refused(transaction, refused)?,
        _ => false,
    };
    if !allowed {
        return Err(StoreError::NotAllowed { state: from.as_str() });
    }
    rows::set_order_state(transaction, &refused.to_string(), OutboxState::Withdrawn)?;
    let change = StateChange {
        uid: refused,
        to: OrderState::Withdrawn,
        event: OrderEvent::Mended { number: number.to_string() },
        at: captured.utc,
        offset_minutes: captured.offset_minutes,
    };
    match from {
        OrderState::Booked => replace_booked(transaction, &change),
        _ => state::become_state(transaction, &change),
    }
}

/// The office's draft counts again when the order that was to replace it is taken back: it is still there.
pub(crate) fn give_back(
    transaction: &Transaction<'_>,
    replaced: &[String],
    reason: &str,
    captured: &CapturedAt,
) -> Result<(), StoreError> {
    for uid in replaced {
        if row_of(transaction, uid)?.is_none_or(|row| row.state != OutboxState::Done) {
            continue;
        }
        let change = StateChange {
            uid: uid.parse().map_err(|_| bad("replaces"))?,
            to: OrderState::Booked,
            event: OrderEvent::LeftAsDraft { reason: reason.to_owned() },
            at: captured.utc,
            offset_minutes: captured.offset_minutes,
        };
        return replace_booked(transaction, &change);
    }
    Ok(())
}

/// The uids of the orders that an order is sent in place of, the latest first.
pub(crate) fn replaced_by(
    transaction: &Transaction<'_>,
    order: OrderUid,
) -> Result<Vec<String>, StoreError> {
    Ok(row_of(transaction, &order.to_string())?.map(|row| row.replaces).unwrap_or_default())
}

fn submit_is_refused(transaction: &Transaction<'_>, order: OrderUid) -> Result<bool, StoreError> {
    let submit = row_of(transaction, &format!("{order}{SUBMIT}"))?;
    Ok(submit.is_some_and(|submit| is_refused(&submit)))
}

fn row_of(transaction: &Transaction<'_>, uid: &str) -> Result<Option<OutboxRow>, StoreError> {
    first!(transaction, "SELECT * FROM outbox WHERE uid = ?1", [uid], rows::row)
}

/// Between booked and taken back, which no other way leads: neither holds stock.
fn replace_booked(transaction: &Transaction<'_>, change: &StateChange) -> Result<(), StoreError> {
    let (id, _) = state::order(transaction, change.uid)?;
    run!(
        transaction,
        "UPDATE sales_order SET state = ?2 WHERE id = ?1",
        params![id, change.to.as_str()]
    )?;
    timeline::add(transaction, id, change.at, change.offset_minutes, &change.event)
}
