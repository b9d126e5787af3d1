//! What a person does about a refused document. Nothing disappears by it: what was taken back stays
//! on the phone with its reason.

use super::actions::can_be_mended;
use super::mend;
use crate::AppError;
use crate::selling::DraftBody;
use crate::session::placing::MAX_REASON;
use crate::session::{Session, customer_in_order};
use crate::views::MendView;
use satchel_domain::ids::OrderUid;
use satchel_store::{OutboxKind, OutboxRow, OutboxState};
use serde_json::Value;

/// Fields both sides may change and nobody mends as text, with the same.
const ONLY_COMPARED: [(&str, &str); 6] = [
    ("all_day", "field-all-day"),
    ("repeat_on", "field-repeat-on"),
    ("repeat_till", "field-repeat-till"),
    ("event_category", "field-event-category"),
    ("event_participants", "field-event-participants"),
    ("send_reminder", "field-send-reminder"),
];

impl Session {
    /// Opens a refused document to be mended.
    ///
    /// An order becomes a draft with all that was entered; placing it takes the refused one back in the
    /// same transaction, so that there is never none and never two. Opening it twice gives the same
    /// draft. One that the office has and would not submit is opened likewise; the mended one is written
    /// over the office's draft.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where there is nothing to mend: it was settled meanwhile.
    pub fn mend(&self, row: i64) -> Result<MendView, AppError> {
        let row = self.to_mend(row)?;
        if matches!(row.kind, OutboxKind::SalesOrder | OutboxKind::Submit) {
            return Ok(MendView::Order { uid: self.mend_order(&row)? });
        }
        let fields = mend::fields(row.kind, &row.payload, self.zones())?;
        Ok(MendView::Fields { row: row.seq, fields })
    }

    /// Sends a refused document, other than an order, with these fields changed, in its own place:
    /// whatever became of the first, it stays one document.
    ///
    /// # Errors
    /// As [`Session::mend`].
    pub fn mend_with(&self, row: i64, changed: &[(String, String)]) -> Result<(), AppError> {
        let row = self.to_mend(row)?;
        let payload = mend::mended(row.kind, &row.payload, changed, self.zones())?;
        Ok(self.inner.store.mend_row(row.seq, payload, self.captured()).wait()?)
    }

    /// Sends a document that was refused, or does not get through, again as it is and at once. It stays
    /// the same document, whatever happens.
    ///
    /// # Errors
    /// The store's refusal where it was settled meanwhile.
    pub fn send_again(&self, row: i64) -> Result<(), AppError> {
        self.inner.store.send_again(row, self.captured()).wait()?;
        // Asking after one in doubt is nothing the worker would see as new.
        self.came_back();
        Ok(())
    }

    /// Leaves a document that was refused, or does not get through, to a supervisor, with a note that is
    /// kept beside it and, where it belongs to something the office has, goes there in its place. The document
    /// stays here and is not sent any more; once the office has it, it counts as arrived.
    ///
    /// # Errors
    /// [`AppError::Field`] for a note too long; the store's refusal where it was settled meanwhile.
    pub fn hand_to_supervisor(&self, row: i64, note: &str) -> Result<(), AppError> {
        let note = note.trim();
        if note.chars().count() > MAX_REASON {
            return Err(AppError::Field { field: "note" });
        }
        let nothing = AppError::NotFound { what: "refused document" };
        let handed = self.inner.store.outbox_row(row)?.ok_or(nothing)?;
        let slip = self.slip(&handed, note)?;
        Ok(self.inner.store.hand_over(row, note.to_owned(), slip, self.captured()).wait()?)
    }

    /// Takes a document back, with a reason; of an order the office has as a draft, only its submit.
    ///
    /// # Errors
    /// [`AppError::Field`] without a reason; the store's refusal once the site has it.
    pub fn withdraw(&self, row: i64, reason: &str) -> Result<(), AppError> {
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > MAX_REASON {
            return Err(AppError::Field { field: "reason" });
        }
        Ok(self.inner.store.withdraw_row(row, reason.to_owned(), self.captured()).wait()?)
    }

    fn to_mend(&self, row: i64) -> Result<OutboxRow, AppError> {
        let nothing = AppError::NotFound { what: "refused document" };
        let row = self.inner.store.row_to_mend(row)?.ok_or(nothing)?;
        let refused = matches!(row.state, OutboxState::Parked | OutboxState::Handed);
        if refused && can_be_mended(row.kind) {
            Ok(row)
        } else {
            Err(AppError::NotFound { what: "refused document" })
        }
    }

    fn mend_order(&self, row: &OutboxRow) -> Result<String, AppError> {
        let no_order = || AppError::NotFound { what: "Sales Order" };
        let refused: OrderUid = row.subject.parse().map_err(|_| no_order())?;
        if let Some(open) = self.draft_replacing(refused)? {
            return Ok(open.to_string());
        }
        let order = self.inner.store.order(refused)?.ok_or_else(no_order)?;
        let mut body: DraftBody = serde_json::from_str(&order.entry)
            .map_err(|_| AppError::Unreadable { what: "Sales Order" })?;
        // The customer may have its name by now.
        body.entry.customer = customer_in_order(&order.row.customer);
        body.removed = None;
        body.copied_from = Some(refused.to_string());
        body.replaces = Some(refused);
        body.move_to(self.today());
        let uid = self.new_uid()?;
        self.save(uid, &order.row.customer, &body)?;
        Ok(uid.to_string())
    }

    fn draft_replacing(&self, refused: OrderUid) -> Result<Option<OrderUid>, AppError> {
        let mends = |entry: &str| {
            serde_json::from_str::<DraftBody>(entry).is_ok_and(|b| b.replaces == Some(refused))
        };
        let drafts = self.inner.store.drafts()?;
        Ok(drafts.into_iter().find(|draft| mends(&draft.entry)).map(|draft| draft.uid))
    }
}

/// Translation key of the label of a field this app knows.
pub(super) fn label(field: &str) -> Option<&'static str> {
    let compared = ONLY_COMPARED.iter().find(|(known, _)| *known == field);
    mend::label(field).or(compared.map(|(_, label)| *label))
}

/// A value as text.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
