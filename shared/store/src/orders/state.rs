//! What may still happen to a placed order: withdrawing it, and what the courier reports.

use rusqlite::{Row, Transaction, params};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::OrderUid;
use satchel_domain::orders::{OrderEvent, OrderState};

use super::types::StateChange;
use super::{promises, timeline, words};
use crate::error::StoreError;
use crate::file::journal::Record;
use crate::file::reply::Reply;
use crate::outbox::{self, OutboxState};
use crate::sql::{first, get, parsed, run};
use crate::store::Store;

impl Store {
    /// Takes an order back, while the server cannot have it. Its receipt number stays used.
    ///
    /// What it was sent in place of stays taken back, unless the office has that as a draft.
    pub fn withdraw(&self, uid: OrderUid, reason: String, captured: CapturedAt) -> Reply<()> {
        self.write_kept(move |transaction| {
            let replaced = outbox::replaced_by(transaction, uid)?;
            let change = StateChange {
                uid,
                to: OrderState::Withdrawn,
                event: OrderEvent::Withdrawn { reason: reason.clone() },
                at: captured.utc,
                offset_minutes: captured.offset_minutes,
            };
            change_state(transaction, &change)?;
            outbox::give_back(transaction, &replaced, &reason, &captured)?;
            Ok(((), Some(Record::Settled { uid: uid.to_string() })))
        })
    }

    /// Moves an order to another state, with its outbox row, its stock and its time line.
    pub fn change_order_state(&self, change: StateChange) -> Reply<()> {
        self.write_kept(move |transaction| {
            change_state(transaction, &change)?;
            let settled = matches!(change.to, OrderState::Booked | OrderState::Withdrawn);
            let record = settled.then(|| Record::Settled { uid: change.uid.to_string() });
            Ok(((), record))
        })
    }
}

fn change_state(transaction: &Transaction<'_>, change: &StateChange) -> Result<(), StoreError> {
    let uid = change.uid.to_string();
    outbox::set_order_state(transaction, &uid, outbox_state(change.to))?;
    become_state(transaction, change)
}

/// Moves the order alone, with its stock and its time line.
pub(crate) fn become_state(
    transaction: &Transaction<'_>,
    change: &StateChange,
) -> Result<(), StoreError> {
    promises::count(transaction)?;
    let (id, from) = order(transaction, change.uid)?;
    if !from.may_become(change.to) {
        return Err(StoreError::NotAllowed { state: from.as_str() });
    }
    run!(
        transaction,
        "UPDATE sales_order SET state = ?2 WHERE id = ?1",
        params![id, change.to.as_str()]
    )?;
    if let OrderEvent::Booked { name } = &change.event {
        run!(
            transaction,
            "UPDATE sales_order SET server_name = ?2 WHERE id = ?1",
            params![id, name]
        )?;
        words::write(transaction, id)?;
    }
    if from.holds_stock() && !change.to.holds_stock() {
        promises::release(transaction, id)?;
    }
    timeline::add(transaction, id, change.at, change.offset_minutes, &change.event)
}

/// Sets the state of an order that holds its stock before and after, without a word on its time line.
pub(crate) fn set_quietly(
    transaction: &Transaction<'_>,
    uid: OrderUid,
    to: OrderState,
) -> Result<(), StoreError> {
    let (id, from) = order(transaction, uid)?;
    if from == to {
        return Ok(());
    }
    if !from.may_become(to) || from.holds_stock() != to.holds_stock() {
        return Err(StoreError::NotAllowed { state: from.as_str() });
    }
    run!(transaction, "UPDATE sales_order SET state = ?2 WHERE id = ?1", params![id, to.as_str()])?;
    Ok(())
}

/// The row id and state of an order.
pub(crate) fn order(
    transaction: &Transaction<'_>,
    uid: OrderUid,
) -> Result<(i64, OrderState), StoreError> {
    first!(
        transaction,
        "SELECT id, state FROM sales_order WHERE uid = ?1",
        [uid.to_string()],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "id")?, parsed(row, "state")?))
    )?
    .ok_or(StoreError::NotFound { what: "order" })
}

fn outbox_state(state: OrderState) -> OutboxState {
    match state {
        OrderState::Draft | OrderState::Waiting => OutboxState::Waiting,
        OrderState::Sending => OutboxState::Sending,
        OrderState::Checking => OutboxState::Unknown,
        OrderState::Booked => OutboxState::Done,
        OrderState::NeedsHand => OutboxState::Parked,
        OrderState::Withdrawn => OutboxState::Withdrawn,
    }
}
