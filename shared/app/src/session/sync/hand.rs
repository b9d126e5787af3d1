//! What a person does about a refused document. Nothing disappears by it: what was taken back stays
//! on the phone with its reason.

use super::actions::can_be_mended;
use crate::AppError;
use crate::selling::DraftBody;
use crate::session::placing::MAX_REASON;
use crate::session::{Session, customer_in_order};
use crate::views::{MendField, MendView};
use satchel_domain::ids::OrderUid;
use satchel_store::{OutboxKind, OutboxRow, OutboxState};
use serde_json::{Map, Value};

/// The fields a refused document is mended in, with the translation keys of their labels.
const FIELDS: [(&str, &str); 28] = [
    ("customer_name", "field-customer-name"),
    ("customer_group", "field-customer-group"),
    ("territory", "field-territory"),
    ("tax_id", "field-tax-id"),
    ("address_title", "field-address-title"),
    ("address_line1", "field-address-line1"),
    ("address_line2", "field-address-line2"),
    ("city", "field-city"),
    ("state", "field-state"),
    ("pincode", "field-pincode"),
    ("country", "field-country"),
    ("first_name", "field-first-name"),
    ("last_name", "field-last-name"),
    ("mobile_no", "field-mobile-no"),
    ("email_id", "field-email-id"),
    ("subject", "field-subject"),
    ("description", "field-description"),
    ("status", "field-status"),
    ("priority", "field-priority"),
    ("progress", "field-progress"),
    ("project", "field-project"),
    ("exp_start_date", "field-exp-start-date"),
    ("exp_end_date", "field-exp-end-date"),
    ("completed_on", "field-completed-on"),
    ("event_type", "field-event-type"),
    ("starts_on", "field-starts-on"),
    ("ends_on", "field-ends-on"),
    ("note", "field-note"),
];

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
    /// draft.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where there is nothing to mend: it was settled meanwhile, or the office
    /// has it as a draft, which only the office can change.
    pub fn mend(&self, row: i64) -> Result<MendView, AppError> {
        let row = self.to_mend(row)?;
        if row.kind == OutboxKind::SalesOrder {
            return Ok(MendView::Order { uid: self.mend_order(&row)? });
        }
        let payload = fields_of(&row)?;
        let fields = FIELDS
            .iter()
            .filter_map(|(field, label)| {
                let value = payload.get(*field).filter(|value| !value.is_array())?;
                Some(MendField { field: (*field).to_owned(), label, value: plain(value) })
            })
            .collect();
        Ok(MendView::Fields { row: row.seq, fields })
    }

    /// Sends a refused document, other than an order, with these fields changed, in its own place:
    /// whatever became of the first, it stays one document.
    ///
    /// # Errors
    /// As [`Session::mend`].
    pub fn mend_with(&self, row: i64, changed: &[(String, String)]) -> Result<(), AppError> {
        let row = self.to_mend(row)?;
        let mut payload = fields_of(&row)?;
        for (field, typed) in changed {
            let known = FIELDS.iter().any(|(known, _)| known == field);
            let Some(value) = payload.get_mut(field).filter(|_| known) else {
                return Err(AppError::NotFound { what: "field" });
            };
            *value = typed_as(value, typed.trim());
        }
        let payload = Value::Object(payload).to_string();
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
        let row = self.inner.store.outbox_row(row)?.ok_or(nothing)?;
        let refused = matches!(row.state, OutboxState::Parked | OutboxState::Handed);
        if refused && can_be_mended(row.kind) {
            Ok(row)
        } else {
            Err(AppError::NotFound { what: "refused document" })
        }
    }

    fn mend_order(&self, row: &OutboxRow) -> Result<String, AppError> {
        let no_order = || AppError::NotFound { what: "Sales Order" };
        let refused: OrderUid = row.uid.parse().map_err(|_| no_order())?;
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

fn fields_of(row: &OutboxRow) -> Result<Map<String, Value>, AppError> {
    serde_json::from_str(&row.payload).map_err(|_| AppError::Unreadable { what: "document" })
}

/// Translation key of the label of a field this app knows.
pub(super) fn label(field: &str) -> Option<&'static str> {
    FIELDS.iter().chain(&ONLY_COMPARED).find(|(known, _)| *known == field).map(|(_, label)| *label)
}

/// A value as text.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What was typed, in the shape the value had: figures stay figures where they are some.
fn typed_as(before: &Value, typed: &str) -> Value {
    match before {
        Value::Number(_) => {
            typed.parse().map_or_else(|_| Value::String(typed.to_owned()), Value::Number)
        }
        _ => Value::String(typed.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn a_figure_stays_a_figure() {
        assert_eq!(typed_as(&json!(40), "55"), json!(55));
        assert_eq!(typed_as(&json!(40), "many"), json!("many"));
        assert_eq!(typed_as(&json!("40"), "55"), json!("55"));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_reads_back(typed in ".*") {
            prop_assert_eq!(plain(&typed_as(&json!("before"), &typed)), typed);
        }
    }
}
