//! Rows of the outbox as people call them.

use super::actions::{Circumstances, actions};
use crate::AppError;
use crate::session::company::text;
use crate::session::placing::placed_due;
use crate::session::{Session, local_time};
use crate::views::{HandAction, OutgoingRow, OutgoingState, Sentence};
use chrono::{DateTime, Utc};
use satchel_domain::ids::{CustomerKey, OrderUid};
use satchel_store::{OutboxKind, OutboxRow, OutboxState, QueueRow};
use satchel_sync::push::{OwnReason, stuck};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// Rows that leave by themselves, and rows that need a hand, shown of each at most.
const MOST: usize = 500;

/// What a row is called, and whom it is for.
#[derive(Debug, Default)]
struct Called {
    title: String,
    customer_name: String,
    due: Option<crate::views::MoneyView>,
    order: String,
    office_name: String,
}

impl Session {
    /// Everything the office does not have, oldest first: the one list of what waits. Of a very long
    /// queue the newest rows are left out, but never one that needs a hand.
    ///
    /// # Errors
    /// What the store says.
    pub fn outgoing(&self) -> Result<Vec<OutgoingRow>, AppError> {
        let store = &self.inner.store;
        let by_themselves = [OutboxState::Waiting, OutboxState::Sending, OutboxState::Unknown];
        let mut rows = store.outbox(&by_themselves, MOST)?;
        rows.extend(store.outbox(&[OutboxState::Parked, OutboxState::Handed], MOST)?);
        rows.sort_by_key(|row| row.seq);
        let queue = store.queue()?;
        let stuck = self.stuck_rows()?;
        let needs: HashMap<i64, &QueueRow> = queue.iter().map(|row| (row.seq, row)).collect();
        rows.iter()
            .map(|row| {
                let waits_for = needs.get(&row.seq).map(|row| row.needs.as_slice());
                let held_by = self.held_by(waits_for.unwrap_or_default(), &needs, &stuck)?;
                self.outgoing_row(row, held_by, stuck.contains(&row.seq))
            })
            .collect()
    }

    /// The row of an order that needs a hand: its own, or that of its submit.
    pub(in crate::session) fn hand_of(&self, order: &str) -> Result<Option<OutgoingRow>, AppError> {
        let store = &self.inner.store;
        let stuck = self.stuck_rows()?;
        let mut rows = store.outbox(&[OutboxState::Parked, OutboxState::Handed], MOST)?;
        for seq in &stuck {
            rows.extend(store.outbox_row(*seq)?);
        }
        let of_order = |row: &&OutboxRow| {
            row.subject == order && matches!(row.kind, OutboxKind::SalesOrder | OutboxKind::Submit)
        };
        let found = rows.iter().find(of_order);
        found.map(|row| self.outgoing_row(row, None, stuck.contains(&row.seq))).transpose()
    }

    fn stuck_rows(&self) -> Result<BTreeSet<i64>, AppError> {
        let stuck = stuck::stuck(&self.inner.store, self.now().utc.timestamp_millis())?;
        Ok(stuck.into_iter().map(|row| row.seq).collect())
    }

    fn outgoing_row(
        &self,
        row: &OutboxRow,
        held_by: Option<String>,
        stuck: bool,
    ) -> Result<OutgoingRow, AppError> {
        let (now, offset) = (self.now().utc, self.now().offset_minutes);
        let called = self.called(row)?;
        let at = DateTime::from_timestamp_millis(row.created_ms).unwrap_or_default();
        let minutes = now.signed_duration_since(at).num_minutes();
        let over_draft = self.inner.store.replaces_a_draft(row)?;
        let circumstances = Circumstances { held: held_by.is_some(), stuck, over_draft };
        let actions = actions(row.kind, row.state, circumstances);
        let note_goes_along =
            actions.contains(&HandAction::HandOver) && self.note_goes_along(row)?;
        Ok(OutgoingRow {
            row: row.seq,
            what: what(row),
            doctype: row.kind.doctype(),
            title: called.title,
            customer_name: called.customer_name,
            due: called.due,
            order: called.order,
            state: if stuck { OutgoingState::NeedsHand } else { state(row, now, offset) },
            at: local_time(at, offset),
            minutes: u64::try_from(minutes).unwrap_or_default(),
            said: words(&row.last_answer),
            reason: if stuck { Some(tried(row)) } else { own_reason(&row.last_answer) },
            note: row.note.clone(),
            office_name: called.office_name,
            actions,
            note_goes_along,
            held_by,
        })
    }

    /// The title of the first row a row waits for that does not go out by itself.
    fn held_by(
        &self,
        waits_for: &[i64],
        open: &HashMap<i64, &QueueRow>,
        stuck: &BTreeSet<i64>,
    ) -> Result<Option<String>, AppError> {
        for seq in waits_for {
            let goes_out = open
                .get(seq)
                .is_some_and(|row| !matches!(row.state, OutboxState::Parked | OutboxState::Handed));
            if goes_out && !stuck.contains(seq) {
                continue;
            }
            if let Some(row) = self.inner.store.outbox_row(*seq)? {
                return Ok(Some(self.called(&row)?.title));
            }
        }
        Ok(None)
    }

    /// What people call the document of a row.
    pub(super) fn title_of(&self, row: &OutboxRow) -> Result<String, AppError> {
        Ok(self.called(row)?.title)
    }

    fn called(&self, row: &OutboxRow) -> Result<Called, AppError> {
        let payload: Value = serde_json::from_str(&row.payload).unwrap_or_default();
        let titled = |field: &str| Called { title: text(&payload, field), ..Called::default() };
        Ok(match row.kind {
            OutboxKind::SalesOrder => self.called_order(row)?,
            OutboxKind::Submit | OutboxKind::Attachment => self.called_as_subject(row)?,
            OutboxKind::Customer => titled("customer_name"),
            OutboxKind::Address => titled("address_title"),
            OutboxKind::Contact => titled("first_name"),
            OutboxKind::Event | OutboxKind::Task | OutboxKind::DeleteEvent => titled("subject"),
            OutboxKind::Timesheet => titled("note"),
            OutboxKind::CheckIn => {
                let title = self.customer_called(&text(&payload, "customer"))?;
                Called { title, ..Called::default() }
            }
            OutboxKind::CheckOut => self.called_as_subject(row)?,
            OutboxKind::ChangeCustomer | OutboxKind::ChangeEvent | OutboxKind::ChangeTask => {
                let title = self.document_title(row.kind.doctype(), &row.subject)?;
                Called { title, ..Called::default() }
            }
        })
    }

    /// A row that belongs to another is called as that one.
    fn called_as_subject(&self, row: &OutboxRow) -> Result<Called, AppError> {
        match self.inner.store.outbox_row_of(&row.subject)? {
            Some(subject) if subject.uid != row.uid && subject.kind != row.kind => {
                let called = self.called(&subject)?;
                Ok(Called { office_name: subject.server_name, ..called })
            }
            // A file of a document the office made names that one.
            _ => {
                let payload: Value = serde_json::from_str(&row.payload).unwrap_or_default();
                let name = text(&payload, "attached_to_name");
                if name.is_empty() {
                    return Ok(Called::default());
                }
                let title = self.document_title(&text(&payload, "attached_to_doctype"), &name)?;
                Ok(Called { title, ..Called::default() })
            }
        }
    }

    fn called_order(&self, row: &OutboxRow) -> Result<Called, AppError> {
        let uid: Option<OrderUid> = row.uid.parse().ok();
        let order = uid.map(|uid| self.inner.store.order(uid)).transpose()?.flatten();
        let Some(order) = order else {
            return Ok(Called { title: row.uid.clone(), ..Called::default() });
        };
        Ok(Called {
            title: order.row.receipt_number.to_string(),
            due: Some(placed_due(&order.row.totals)),
            customer_name: order.row.customer_name,
            order: row.uid.clone(),
            office_name: String::new(),
        })
    }

    /// What people call a document by its key: a name, a subject.
    pub(super) fn document_title(&self, doctype: &str, key: &str) -> Result<String, AppError> {
        let name = key.strip_prefix("server:").unwrap_or(key);
        if doctype == "Customer" {
            let known: Option<CustomerKey> = key.parse().ok();
            let found = known.map(|key| self.inner.store.customer(&key)).transpose()?.flatten();
            return Ok(found.map_or_else(|| name.to_owned(), |found| found.row.customer_name));
        }
        let document = self.inner.store.document(doctype, name)?;
        let document: Value =
            document.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let subject = text(&document, "subject");
        Ok(if subject.is_empty() { name.to_owned() } else { subject })
    }
}

/// The site's words; nothing where it is the phone that says why.
pub(in crate::session) fn words(kept: &str) -> String {
    if OwnReason::parse(kept).is_some() { String::new() } else { kept.to_owned() }
}

/// The phone's own reason, where it is one.
pub(super) fn own_reason(kept: &str) -> Option<Sentence> {
    let reason = OwnReason::parse(kept)?;
    Some(Sentence { message_id: reason.message_id(), args: reason.args() })
}

/// Why a row that does not get through needs a hand.
fn tried(row: &OutboxRow) -> Sentence {
    let count = row.attempts.to_string();
    Sentence { message_id: "sync-stuck", args: vec![("count", count)] }
}

fn state(row: &OutboxRow, now: DateTime<Utc>, offset: i32) -> OutgoingState {
    match row.state {
        OutboxState::Waiting | OutboxState::Done | OutboxState::Withdrawn => {
            match DateTime::from_timestamp_millis(row.next_attempt_ms).filter(|at| *at > now) {
                Some(at) => OutgoingState::Later { at: local_time(at, offset) },
                None => OutgoingState::Waiting,
            }
        }
        OutboxState::Sending => OutgoingState::Sending,
        OutboxState::Unknown => OutgoingState::Checking,
        OutboxState::Parked => OutgoingState::NeedsHand,
        OutboxState::Handed => OutgoingState::Handed,
    }
}

/// Translation key of what a row is.
fn what(row: &OutboxRow) -> &'static str {
    match row.kind {
        OutboxKind::Customer => "outgoing-customer",
        OutboxKind::Address => "outgoing-address",
        OutboxKind::Contact => "outgoing-contact",
        OutboxKind::SalesOrder => "outgoing-sales-order",
        OutboxKind::Submit => "outgoing-submit",
        OutboxKind::Attachment if row.goes_elsewhere() => "outgoing-slip",
        OutboxKind::Attachment => "outgoing-attachment",
        OutboxKind::CheckIn => "outgoing-check-in",
        OutboxKind::CheckOut => "outgoing-check-out",
        OutboxKind::Event => "outgoing-event",
        OutboxKind::Task => "outgoing-task",
        OutboxKind::Timesheet => "outgoing-timesheet",
        OutboxKind::ChangeCustomer => "outgoing-change-customer",
        OutboxKind::ChangeEvent => "outgoing-change-event",
        OutboxKind::ChangeTask => "outgoing-change-task",
        OutboxKind::DeleteEvent => "outgoing-delete-event",
    }
}
