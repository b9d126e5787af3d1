//! Settling: what an attempt ended in, with all it means for the document, in one transaction.

use rusqlite::{Row, Transaction, params};
use satchel_domain::ids::{LocalId, OrderUid};
use satchel_domain::orders::{OrderEvent, OrderState};

use super::rows::{self, NewRow};
use super::types::{Arrival, OutboxKind, OutboxRow, OutboxState, Settlement, Step};
use crate::customers::names;
use crate::error::{StoreError, bad};
use crate::field_work::{change, delete};
use crate::file::journal::Record;
use crate::file::reply::Reply;
use crate::orders::{StateChange, state, timeline};
use crate::sql::{first, get, run};
use crate::store::Store;

/// What follows the order's uid in the uid of the row that submits it.
pub(super) const SUBMIT: &str = ":submit";

/// How often a row may leave the phone in vain before that counts as an attempt.
const DOUBTS: u32 = 2;

impl Store {
    /// Writes what became of a row: its state, its order's state and time line, the names it brought,
    /// the rows that follow from it. All or nothing.
    ///
    /// A step that does not fit the row's state (a second answer to the same attempt, an answer to a
    /// row that was taken back) is refused with [`StoreError::NotAllowed`] and changes nothing, but for
    /// one: what the server has, it has, so [`Settlement::Arrived`] fits any open row.
    pub fn settle(&self, step: Step) -> Reply<()> {
        self.write_kept(move |transaction| {
            let row = rows::by_seq(transaction, step.seq)?;
            settle(transaction, &row, &step)?;
            Ok(((), finished(transaction, &row)?))
        })
    }
}

/// The journal's record once nothing of the document is open any more.
pub(super) fn finished(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
) -> Result<Option<Record>, StoreError> {
    let open: Option<bool> = first!(
        transaction,
        "SELECT 1 AS open FROM outbox
         WHERE (uid = ?1 OR (subject = ?1 AND subject <> uid))
           AND state NOT IN ('done', 'withdrawn')",
        [&row.subject],
        |row: &Row<'_>| get(row, "open")
    )?;
    let uid = if row.kind == OutboxKind::CheckOut { &row.uid } else { &row.subject };
    Ok(open.is_none().then(|| Record::Settled { uid: uid.clone() }))
}

fn settle(transaction: &Transaction<'_>, row: &OutboxRow, step: &Step) -> Result<(), StoreError> {
    if !fits(row.state, &step.settlement) {
        return Err(StoreError::NotAllowed { state: row.state.as_str() });
    }
    match &step.settlement {
        Settlement::Claimed => {
            mark(transaction, row, OutboxState::Sending, "sent = sent + 1")?;
        }
        Settlement::NotSent => {
            mark(transaction, row, OutboxState::Waiting, "sent = max(sent - 1, 0)")?;
        }
        Settlement::InDoubt => mark(transaction, row, OutboxState::Unknown, "next_attempt_ms = 0")?,
        Settlement::NeverArrived { next_attempt } => {
            run!(
                transaction,
                "UPDATE outbox SET state = 'waiting', attempts = attempts + (sent > ?3),
                   next_attempt_ms = ?2 WHERE seq = ?1",
                params![row.seq, next_attempt.timestamp_millis(), DOUBTS]
            )?;
        }
        Settlement::Later { next_attempt, words } => {
            run!(
                transaction,
                "UPDATE outbox SET state = 'waiting', attempts = attempts + 1,
                   next_attempt_ms = ?2, last_answer = ?3 WHERE seq = ?1",
                params![row.seq, next_attempt.timestamp_millis(), words]
            )?;
        }
        Settlement::StillInDoubt { next_attempt } => {
            run!(
                transaction,
                "UPDATE outbox SET next_attempt_ms = ?2, attempts = attempts + (state = 'unknown')
                 WHERE seq = ?1",
                params![row.seq, next_attempt.timestamp_millis()]
            )?;
        }
        Settlement::Refused { words } => {
            run!(
                transaction,
                "UPDATE outbox SET state = 'parked', attempts = attempts + 1, last_answer = ?2
                 WHERE seq = ?1",
                params![row.seq, words]
            )?;
        }
        Settlement::Arrived(arrival) => arrived(transaction, row, step, arrival)?,
    }
    tell_order(transaction, row, step)
}

fn fits(state: OutboxState, settlement: &Settlement) -> bool {
    use OutboxState::{Handed, Parked, Sending, Unknown, Waiting};
    match settlement {
        Settlement::Claimed => state == Waiting,
        Settlement::NotSent | Settlement::Later { .. } | Settlement::InDoubt => state == Sending,
        Settlement::StillInDoubt { .. } => matches!(state, Unknown | Handed),
        Settlement::NeverArrived { .. } => state == Unknown,
        // A look-up may find what shows that sending again is no use.
        Settlement::Refused { .. } => matches!(state, Sending | Unknown),
        Settlement::Arrived(_) => {
            matches!(state, Waiting | Sending | Unknown | Parked | Handed)
        }
    }
}

fn mark(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    state: OutboxState,
    also: &'static str,
) -> Result<(), StoreError> {
    let sql = format!("UPDATE outbox SET state = ?2, {also} WHERE seq = ?1");
    run!(transaction, &sql, params![row.seq, state.as_str()])?;
    Ok(())
}

fn arrived(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    step: &Step,
    arrival: &Arrival,
) -> Result<(), StoreError> {
    run!(
        transaction,
        "UPDATE outbox SET state = 'done', server_name = ?2, server_modified = ?3,
           last_answer = ?4, settled_ms = ?5 WHERE seq = ?1",
        params![
            row.seq,
            arrival.name,
            arrival.modified,
            arrival.remarks,
            step.at.timestamp_millis()
        ]
    )?;
    match row.kind {
        OutboxKind::Customer | OutboxKind::Address | OutboxKind::Contact => {
            let id: LocalId = row.uid.parse().map_err(|_| bad("uid"))?;
            names::adopt(transaction, row.kind.doctype(), id, &arrival.name).map(|_| ())
        }
        OutboxKind::SalesOrder => order_arrived(transaction, row, arrival),
        OutboxKind::Event | OutboxKind::Task => {
            change::adopt(transaction, row, &arrival.name, &arrival.document)
        }
        OutboxKind::ChangeCustomer | OutboxKind::ChangeEvent | OutboxKind::ChangeTask => {
            change::arrived(transaction, row, &arrival.document, step.at)
        }
        OutboxKind::DeleteEvent => delete::arrived(transaction, row),
        OutboxKind::Submit
        | OutboxKind::Attachment
        | OutboxKind::CheckIn
        | OutboxKind::CheckOut
        | OutboxKind::Timesheet => Ok(()),
    }
}

fn order_arrived(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    arrival: &Arrival,
) -> Result<(), StoreError> {
    if let Some(difference) = &arrival.difference {
        let text = serde_json::to_string(difference).map_err(|_| bad("difference"))?;
        run!(
            transaction,
            "INSERT OR REPLACE INTO total_difference(order_id, difference)
             SELECT id, ?2 FROM sales_order WHERE uid = ?1",
            params![row.uid, text]
        )?;
    }
    if arrival.submit {
        let uid = format!("{}{SUBMIT}", row.uid);
        if !rows::exists(transaction, &uid)? {
            let follows = NewRow {
                uid: &uid,
                kind: OutboxKind::Submit,
                subject: &row.uid,
                payload: "{}",
                replaces: "",
                created_ms: row.created_ms,
            };
            rows::append(transaction, &follows)?;
        }
    }
    Ok(())
}

/// What a step means for the order it is about: its state and its time line.
fn tell_order(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    step: &Step,
) -> Result<(), StoreError> {
    // A row whose order was lost with a torn page still goes; there is nothing left to tell.
    let Some(uid) = row.subject.parse().ok().filter(|uid| is_here(transaction, *uid)) else {
        return Ok(());
    };
    match row.kind {
        OutboxKind::SalesOrder => order_step(transaction, uid, step),
        OutboxKind::Submit => {
            let event = match &step.settlement {
                Settlement::Arrived(_) => OrderEvent::Submitted,
                Settlement::Refused { words } => {
                    OrderEvent::SubmitRefused { reason: words.clone() }
                }
                _ => return Ok(()),
            };
            note(transaction, uid, step, &event)
        }
        _ => Ok(()),
    }
}

fn is_here(transaction: &Transaction<'_>, uid: OrderUid) -> bool {
    state::order(transaction, uid).is_ok()
}

fn order_step(transaction: &Transaction<'_>, uid: OrderUid, step: &Step) -> Result<(), StoreError> {
    let (_, from) = state::order(transaction, uid)?;
    let (to, event) = match &step.settlement {
        Settlement::Claimed => (OrderState::Sending, OrderEvent::Sending),
        Settlement::InDoubt => (OrderState::Checking, OrderEvent::AnswerLost),
        Settlement::Later { words, .. } => {
            (OrderState::Waiting, OrderEvent::Postponed { reason: words.clone() })
        }
        Settlement::Refused { words } => {
            (OrderState::NeedsHand, OrderEvent::Refused { reason: words.clone() })
        }
        Settlement::Arrived(arrival) => {
            (OrderState::Booked, OrderEvent::Booked { name: arrival.name.clone() })
        }
        Settlement::NotSent | Settlement::NeverArrived { .. } => {
            return state::set_quietly(transaction, uid, OrderState::Waiting);
        }
        Settlement::StillInDoubt { .. } => return Ok(()),
    };
    // Ten attempts in a tunnel are one line of the time line, not ten.
    let repeats = !matches!(to, OrderState::Booked | OrderState::NeedsHand);
    if repeats && timeline::says_already(transaction, uid, &event)? {
        return state::set_quietly(transaction, uid, to);
    }
    if from == to {
        return note(transaction, uid, step, &event);
    }
    let change = StateChange { uid, to, event, at: step.at, offset_minutes: step.offset_minutes };
    state::become_state(transaction, &change)?;
    match &step.settlement {
        Settlement::Arrived(arrival) => tell_difference(transaction, uid, step, arrival),
        _ => Ok(()),
    }
}

fn tell_difference(
    transaction: &Transaction<'_>,
    uid: OrderUid,
    step: &Step,
    arrival: &Arrival,
) -> Result<(), StoreError> {
    let Some(difference) = &arrival.difference else { return Ok(()) };
    let event = OrderEvent::TotalsDiffer {
        phone: difference.phone.rounded_total.clone(),
        server: difference.server.rounded_total.clone(),
    };
    note(transaction, uid, step, &event)
}

fn note(
    transaction: &Transaction<'_>,
    uid: OrderUid,
    step: &Step,
    event: &OrderEvent,
) -> Result<(), StoreError> {
    let (id, _) = state::order(transaction, uid)?;
    timeline::add(transaction, id, step.at, step.offset_minutes, event)
}
