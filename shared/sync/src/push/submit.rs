//! Submitting an order that arrived as a draft.
//!
//! Order numbers are given out again after a deletion, so the name alone does not say which document
//! is meant: the submit carries the `modified` of the draft, and where that does not fit, the order is
//! looked up by its uid.

use satchel_frappe::{Document, Failure, SiteTime};
use satchel_store::{OutboxRow, StoreError};

use super::OwnReason;
use super::send::{Found, Line, Sent, arrived};
use crate::SyncError;

const SALES_ORDER: &str = "Sales Order";

impl Line<'_> {
    pub(super) async fn submit(&self, row: &OutboxRow) -> Result<Sent, SyncError> {
        let missing = SyncError::Store(StoreError::NotFound { what: "order" });
        let order = self.store.outbox_row_of(&row.subject)?.ok_or(missing)?;
        let Ok(modified) = SiteTime::parse(&order.server_modified) else {
            return Ok(self.submit_found(row).await);
        };
        match self.client.submit(SALES_ORDER, &order.server_name, Some(&modified)).await {
            Err(Failure::Refused(refusal)) if refusal.is_stale() || refusal.is_missing() => {
                Ok(self.submit_found(row).await)
            }
            saved => Ok(arrived(saved)),
        }
    }

    /// Finds the order by its uid and submits what is found, if it is a draft.
    async fn submit_found(&self, row: &OutboxRow) -> Sent {
        let found = match self.client.find_by_uid(SALES_ORDER, &row.subject, &[]).await {
            Ok(found) => found,
            Err(failure) => return Sent::Failed(failure),
        };
        match found.as_ref().map(Stage::of) {
            Some(Stage::Submitted(arrival)) => Sent::Arrived(arrival, true),
            Some(Stage::Draft { name, modified }) => {
                arrived(self.client.submit(SALES_ORDER, &name, modified.as_ref()).await)
            }
            Some(Stage::Cancelled(name)) => Sent::Refused(OwnReason::Cancelled(name).to_text()),
            None => Sent::Refused(OwnReason::Deleted.to_text()),
        }
    }

    pub(super) async fn look_up_submit(&self, row: &OutboxRow) -> Result<Found, SyncError> {
        let found = self.client.find_by_uid(SALES_ORDER, &row.subject, &[]).await;
        Ok(match found {
            Ok(document) => match document.as_ref().map(Stage::of) {
                Some(Stage::Submitted(arrival)) => Found::Arrived(arrival),
                // The submit itself tells what is wrong with a cancelled or a missing one.
                Some(Stage::Draft { .. } | Stage::Cancelled(_)) | None => Found::No,
            },
            Err(failure) => Found::Failed(failure),
        })
    }
}

/// How far an order is at the site.
enum Stage {
    Draft { name: String, modified: Option<SiteTime> },
    Submitted(Box<satchel_store::Arrival>),
    Cancelled(String),
}

impl Stage {
    fn of(document: &Document) -> Self {
        let name = document.name().unwrap_or_default().to_owned();
        let modified = document.modified();
        match document.docstatus() {
            Some(1) => Self::Submitted(Box::new(satchel_store::Arrival {
                name,
                modified: modified.map(String::from).unwrap_or_default(),
                ..satchel_store::Arrival::default()
            })),
            Some(2) => Self::Cancelled(name),
            _ => Self::Draft { name, modified },
        }
    }
}
