//! Sending a mended order in the place of the refused one: beside nothing, or over the draft the site has.
//!
//! A rep may not delete a Sales Order, so a draft that the site would not submit is written over: the same
//! document under the same name, with the uid of the mended order. Answered or not, there is one.

use std::time::Duration;

use satchel_frappe::failure::Fault;
use satchel_frappe::{Document, Failure, Saved, SiteWords};
use satchel_store::{OutboxRow, OutboxState};
use serde_json::{Value, json};

use super::OwnReason;
use super::send::{Line, Sent};
use crate::SyncError;

const SALES_ORDER: &str = "Sales Order";
/// What is asked of an order that may be written over.
const ABOUT: [&str; 3] = ["owner", "modified_by", "customer"];
/// For so long after its answer a request that was sent before it may still be carried out: longer than any
/// server keeps one waiting. Until then the first uid has to stay taken.
const LATE: Duration = Duration::from_secs(10 * 60);

/// Texts and links of an order's head that are sent only where there is one.
pub const TEXTS_IF_ANY: [&str; 9] = [
    "satchel_note",
    "satchel_visit",
    "tax_category",
    "taxes_and_charges",
    "shipping_rule",
    "payment_terms_template",
    "sales_partner",
    "campaign",
    "coupon_code",
];
/// Figures of an order's head that are sent only where there is one.
pub const FIGURES_IF_ANY: [&str; 6] = [
    "latitude",
    "longitude",
    "satchel_accuracy_m",
    "satchel_clock_ahead_s",
    "discount_amount",
    "additional_discount_percentage",
];

/// What is at the site of the orders that one goes in place of.
pub(super) enum Replaced {
    /// Nothing, or what was cancelled.
    Nothing,
    /// A draft as the phone sent it.
    Draft(Box<Document>),
    /// What cannot be replaced any more, or the site could not be asked.
    NoMore(Sent),
}

impl Line<'_> {
    /// Looks for the orders a mended one replaces. One that was thought refused may have arrived: a request
    /// that was thought lost may have been carried out late.
    pub(super) async fn replaced(
        &self,
        row: &OutboxRow,
        document: &Document,
    ) -> Result<Replaced, SyncError> {
        for uid in &row.replaces {
            let found = match self.client.find_by_uid(SALES_ORDER, uid, &ABOUT).await {
                Ok(Some(found)) => found,
                Ok(None) => continue,
                Err(failure) => return Ok(Replaced::NoMore(Sent::Failed(failure))),
            };
            if found.docstatus() == Some(2) {
                continue;
            }
            if let Some(reason) = self.against(uid, &found, document)? {
                return Ok(Replaced::NoMore(Sent::Refused(reason.to_text())));
            }
            let wait = self.late_request(uid)?;
            return Ok(match wait {
                None => Replaced::Draft(Box::new(found)),
                Some(wait) => Replaced::NoMore(Sent::Failed(later(wait))),
            });
        }
        Ok(Replaced::Nothing)
    }

    /// Why the order `uid`, found at the site, may not be written over by `document`.
    fn against(
        &self,
        uid: &str,
        found: &Document,
        document: &Document,
    ) -> Result<Option<OwnReason>, SyncError> {
        let name = || found.name().unwrap_or_default().to_owned();
        let is_ours = found.text("owner") == Some(&self.account.user);
        // Of what this phone sent it must know that it arrived: else another request may be under way.
        let sent = self.store.outbox_row_of(uid)?;
        let is_known = sent.is_none_or(|row| row.state == OutboxState::Done);
        if found.docstatus() != Some(0) || !is_ours || !is_known {
            return Ok(Some(OwnReason::ReplacedArrived(name())));
        }
        let changed = found.text("modified_by") != found.text("owner")
            // What the site filled in for one customer would stay for the other.
            || found.text("customer") != document.text("customer");
        Ok(changed.then(|| OwnReason::ReplacedChanged(name())))
    }

    /// How long a request of the order `uid` of which no answer came may still be under way.
    fn late_request(&self, uid: &str) -> Result<Option<Duration>, SyncError> {
        let Some(settled_ms) = self.store.settled_after_doubt(uid)? else { return Ok(None) };
        let passed = self.clock.now().timestamp_millis().saturating_sub(settled_ms);
        // A clock that was set back does not put it off for longer.
        let passed = Duration::from_millis(u64::try_from(passed).unwrap_or_default());
        Ok(LATE.checked_sub(passed).filter(|left| !left.is_zero()))
    }

    /// Writes a mended order over a draft: every field it would be made with, and nothing of what only the
    /// first one had. The site makes the payment schedule again.
    pub(super) async fn write_over(
        &self,
        draft: &Document,
        document: Document,
    ) -> Result<Saved, Failure> {
        let mut fields = document.into_fields();
        for field in TEXTS_IF_ANY {
            fields.entry(field).or_insert(Value::Null);
        }
        for field in FIGURES_IF_ANY {
            fields.entry(field).or_insert(json!(0));
        }
        fields.insert("payment_schedule".to_owned(), json!([]));
        let name = draft.name().unwrap_or_default();
        let modified = draft.modified();
        match self.client.update(SALES_ORDER, name, &fields, modified.as_ref()).await {
            // Changed since it was looked at: it is looked at again.
            Err(Failure::Refused(refusal)) if refusal.is_stale() => Err(Failure::Transient {
                delay: None,
                fault: Fault {
                    status: Some(refusal.status),
                    exc_type: Some(refusal.exc_type),
                    words: refusal.words,
                },
            }),
            saved => saved,
        }
    }
}

fn later(wait: Duration) -> Failure {
    let fault = Fault { status: None, exc_type: None, words: SiteWords::default() };
    Failure::Transient { delay: Some(wait), fault }
}
