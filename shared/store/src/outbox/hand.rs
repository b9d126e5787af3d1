//! What people decide about a document: send it again, leave it to a supervisor, take it back, or put
//! another one in its place.

use rusqlite::{Transaction, params};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::OrderUid;
use satchel_domain::orders::{OrderEvent, OrderState};

use super::attachments;
use super::replace::give_back;
use super::rows;
use super::settle::finished;
use super::types::{OutboxKind, OutboxRow, OutboxState, Slip};
use crate::customers::mended as party_mended;
use crate::error::{StoreError, bad};
use crate::field_work::{ChangingDoctype, change, delete, mended};
use crate::file::reply::Reply;
use crate::orders::{StateChange, state, timeline};
use crate::sql::run;
use crate::store::Store;

impl Store {
    /// Sends a document again as it is, because the office mended what stood in its way. The uid stays,
    /// so it cannot become two. One that waits is due now; of one in doubt the server is asked now.
    pub fn send_again(&self, seq: i64, captured: CapturedAt) -> Reply<()> {
        use OutboxState::{Handed, Parked, Unknown, Waiting};
        self.write(move |transaction| {
            let row = rows::by_seq(transaction, seq)?;
            allow(&row, &[Parked, Handed, Waiting, Unknown])?;
            let refused = matches!(row.state, Parked | Handed);
            let to = if refused { Waiting } else { row.state };
            run!(
                transaction,
                "UPDATE outbox SET state = ?2, attempts = 0, next_attempt_ms = 0 WHERE seq = ?1",
                params![seq, to.as_str()]
            )?;
            let order = refused.then_some(OrderState::Waiting);
            tell(transaction, &row, order, OrderEvent::SentAgain, &captured)
        })
    }

    /// Leaves a document to a supervisor: a refused one, or one that waits and does not get through. It
    /// stays on the phone, is not sent from here any more, and is looked for at the server now and then.
    /// The slip goes in its place, unless the document is taken back before.
    pub fn hand_over(
        &self,
        seq: i64,
        note: String,
        slip: Option<Slip>,
        captured: CapturedAt,
    ) -> Reply<()> {
        self.write(move |transaction| {
            let row = rows::by_seq(transaction, seq)?;
            allow(&row, &[OutboxState::Parked, OutboxState::Waiting])?;
            run!(
                transaction,
                "UPDATE outbox SET state = 'handed', next_attempt_ms = 0, note = ?2 WHERE seq = ?1",
                params![seq, note]
            )?;
            if let Some(slip) = slip {
                let at = captured.utc.timestamp_millis();
                attachments::append_slip(transaction, &row.uid, &slip, at)?;
            }
            let order = Some(OrderState::NeedsHand);
            tell(transaction, &row, order, OrderEvent::HandedOver { note }, &captured)
        })
    }

    /// Takes back a document the server does not have, with the rep's reason. What belongs to it is
    /// taken back with it; it stays on the phone to be looked at. Where a change is taken back, the
    /// document is again what the server said.
    ///
    /// What waits for it stays: an order for a customer that is taken back needs another customer.
    pub fn withdraw_row(&self, seq: i64, reason: String, captured: CapturedAt) -> Reply<()> {
        self.write_kept(move |transaction| {
            let row = rows::by_seq(transaction, seq)?;
            allow(&row, &[OutboxState::Waiting, OutboxState::Parked, OutboxState::Handed])?;
            withdraw(transaction, &row, &reason)?;
            give_back(transaction, &row.replaces, &reason, &captured)?;
            match row.kind {
                OutboxKind::DeleteEvent => delete::taken_back(transaction, &row, captured.utc)?,
                _ => change::taken_back(transaction, &row)?,
            }
            let event = match row.kind {
                OutboxKind::Submit => OrderEvent::LeftAsDraft { reason },
                _ => OrderEvent::Withdrawn { reason },
            };
            tell(transaction, &row, Some(OrderState::Withdrawn), event, &captured)?;
            Ok(((), finished(transaction, &row)?))
        })
    }

    /// Puts a mended document in the place of a refused one that is no order: a new row with the new
    /// payload and the same `satchel_uid`, which keeps it one document whatever became of the first.
    /// Of a mended change ([`Store::row_to_mend`]) the changes behind it go along in its row.
    pub fn mend_row(&self, seq: i64, payload: String, captured: CapturedAt) -> Reply<()> {
        self.write(move |transaction| {
            let row = rows::by_seq(transaction, seq)?;
            allow(&row, &[OutboxState::Parked, OutboxState::Handed])?;
            let mendable = ChangingDoctype::of_change(row.kind).is_some()
                || row.kind.creates()
                    && !matches!(row.kind, OutboxKind::SalesOrder | OutboxKind::Attachment);
            if !mendable {
                return Err(StoreError::NotAllowed { state: row.kind.as_str() });
            }
            replace_row(transaction, row, &payload, &captured)
        })
    }
}

/// The phone's own copy of a mended document shows what is sent now.
fn show_mended(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    payload: &str,
) -> Result<(), StoreError> {
    match row.kind {
        OutboxKind::Customer | OutboxKind::Event | OutboxKind::Task => {
            mended::document(transaction, row, payload)
        }
        OutboxKind::ChangeCustomer | OutboxKind::ChangeEvent | OutboxKind::ChangeTask => {
            mended::change(transaction, row, payload)
        }
        OutboxKind::Address | OutboxKind::Contact => party_mended::party(transaction, row, payload),
        // Kept in the row alone.
        _ => Ok(()),
    }
}

fn replace_row(
    transaction: &Transaction<'_>,
    row: OutboxRow,
    payload: &str,
    captured: &CapturedAt,
) -> Result<(), StoreError> {
    let (row, mut given_up) = mended::together(transaction, row)?;
    given_up.insert(0, row.seq);
    let mut fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(payload).map_err(|_| bad("payload"))?;
    if row.kind.creates() {
        fields.insert("satchel_uid".into(), row.uid.clone().into());
    }
    let payload = serde_json::Value::Object(fields).to_string();
    for seq in &given_up {
        run!(
            transaction,
            "UPDATE outbox SET state = 'withdrawn', uid = uid || '#' || seq WHERE seq = ?1",
            [seq]
        )?;
    }
    let mended = rows::NewRow {
        uid: &row.uid,
        kind: row.kind,
        subject: &row.subject,
        payload: &payload,
        replaces: "",
        created_ms: captured.utc.timestamp_millis(),
    };
    let seq = rows::append(transaction, &mended)?;
    show_mended(transaction, &row, &payload)?;
    for old in given_up {
        for sql in [
            "UPDATE OR IGNORE outbox_dependency SET needs = ?2 WHERE needs = ?1",
            "UPDATE OR IGNORE outbox_dependency SET seq = ?2 WHERE seq = ?1",
            // What two of them had alike, and the one that waited for the other.
            "DELETE FROM outbox_dependency WHERE ?1 IN (seq, needs) OR (seq = ?2 AND needs = ?2)",
        ] {
            run!(transaction, sql, params![old, seq])?;
        }
    }
    Ok(())
}

fn allow(row: &OutboxRow, states: &[OutboxState]) -> Result<(), StoreError> {
    if states.contains(&row.state) {
        Ok(())
    } else {
        Err(StoreError::NotAllowed { state: row.state.as_str() })
    }
}

fn withdraw(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    reason: &str,
) -> Result<(), StoreError> {
    // The document itself takes its files, its submit and its slip with it; each of those goes alone.
    run!(
        transaction,
        "UPDATE outbox SET state = 'withdrawn', last_answer = ?3
         WHERE (seq = ?1 OR (subject = ?2 AND subject <> uid)) AND state NOT IN ('done', 'withdrawn')",
        params![row.seq, row.uid, reason]
    )?;
    Ok(())
}

/// The order's part of a decision, where the row is an order or its submit.
fn tell(
    transaction: &Transaction<'_>,
    row: &OutboxRow,
    to: Option<OrderState>,
    event: OrderEvent,
    captured: &CapturedAt,
) -> Result<(), StoreError> {
    if !matches!(row.kind, OutboxKind::SalesOrder | OutboxKind::Submit) {
        return Ok(());
    }
    let uid: OrderUid = row.subject.parse().map_err(|_| bad("subject"))?;
    let (id, from) = state::order(transaction, uid)?;
    let (at, offset_minutes) = (captured.utc, captured.offset_minutes);
    match to.filter(|to| row.kind == OutboxKind::SalesOrder && *to != from) {
        Some(to) => {
            state::become_state(transaction, &StateChange { uid, to, event, at, offset_minutes })
        }
        None => timeline::add(transaction, id, at, offset_minutes, &event),
    }
}
