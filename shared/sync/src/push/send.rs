//! Sending one row, and asking what became of one.

use satchel_devices::clock::Clock;
use satchel_frappe::client::Upload;
use satchel_frappe::{Client, Document, Failure, Saved};
use satchel_store::{Arrival, OutboxKind, OutboxRow, Store, StoreError};
use serde_json::Value;

use super::replace::Replaced;
use super::verdict::words;
use super::{OwnReason, booked, changes, compare, deletions, payload};
use crate::{OnArrival, SiteAccount, SyncError};

/// What a row is sent with.
pub(super) struct Line<'a> {
    pub(super) store: &'a Store,
    pub(super) client: &'a Client,
    pub(super) account: &'a SiteAccount,
    pub(super) clock: &'a dyn Clock,
}

/// What sending a row came to.
pub(super) enum Sent {
    /// The site has it; whether it keeps our uid.
    Arrived(Box<Arrival>, bool),
    /// The site, or this phone, says that it cannot be, in words.
    Refused(String),
    /// No result.
    Failed(Failure),
    /// The site may have it, and could not be asked.
    Doubtful(Failure),
    /// The user may not do it to any document of its kind.
    NotPermitted,
}

/// What a look-up of a row in doubt came to.
pub(super) enum Found {
    /// The site has it.
    Arrived(Box<Arrival>),
    /// The site does not have it, or sending it again does no harm.
    No,
    /// The site keeps no uid to ask by.
    NotSetUp,
    /// The site could not be asked.
    Failed(Failure),
}

impl Line<'_> {
    /// Sends a row. Errors of this phone's database alone are errors.
    pub(super) async fn send(&self, row: &OutboxRow) -> Result<Sent, SyncError> {
        let sent = match row.kind {
            OutboxKind::Submit => self.submit(row).await,
            OutboxKind::Attachment => self.attach(row).await,
            OutboxKind::CheckOut => self.check_out(row).await,
            OutboxKind::ChangeCustomer | OutboxKind::ChangeEvent | OutboxKind::ChangeTask => {
                changes::send(self, row).await
            }
            OutboxKind::DeleteEvent => deletions::send(self, row).await,
            _ => self.create(row).await,
        };
        match sent {
            // What cannot be read or named parks this row and stops no other.
            Err(SyncError::Store(StoreError::NotFound { .. } | StoreError::BadInput { .. })) => {
                Ok(Sent::Refused(OwnReason::Unreadable.to_text()))
            }
            sent => sent,
        }
    }

    /// Asks what became of a row that was sent without an answer.
    pub(super) async fn look_up(&self, row: &OutboxRow) -> Result<Found, SyncError> {
        match row.kind {
            OutboxKind::Submit => self.look_up_submit(row).await,
            // Setting the same values twice is setting them once, and so is deleting.
            OutboxKind::CheckOut
            | OutboxKind::ChangeCustomer
            | OutboxKind::ChangeEvent
            | OutboxKind::ChangeTask
            | OutboxKind::DeleteEvent => Ok(Found::No),
            _ => match self.find(row).await {
                Ok(Some(document)) => {
                    Ok(Found::Arrived(Box::new(self.arrival(row, &document).await?)))
                }
                Ok(None) => Ok(Found::No),
                // May not be read: the unique uid itself will tell.
                Err(Failure::Refused(refusal)) if refusal.is_forbidden() && made_unread(row) => {
                    Ok(Found::No)
                }
                // 417 `DataError`: the field is not one of this site's.
                Err(Failure::Refused(refusal)) if !refusal.is_forbidden() => Ok(Found::NotSetUp),
                Err(failure) => Ok(Found::Failed(failure)),
            },
        }
    }

    async fn create(&self, row: &OutboxRow) -> Result<Sent, SyncError> {
        let document = payload::document(self.store, self.account, row)?;
        let saved = match self.replaced(row, &document).await? {
            Replaced::Nothing => self.client.insert(row.kind.doctype(), &document).await,
            Replaced::Draft(draft) => self.write_over(&draft, document).await,
            Replaced::NoMore(sent) => return Ok(sent),
        };
        self.judge(row, saved).await
    }

    /// What an insert came to. The second one of a uid is answered 417 `UniqueValidationError`: the
    /// document is there, and is found by its uid.
    async fn judge(
        &self,
        row: &OutboxRow,
        saved: Result<Saved, Failure>,
    ) -> Result<Sent, SyncError> {
        let refusal = match saved {
            Ok(saved) => {
                let mut arrival = self.arrival(row, &saved.document).await?;
                arrival.remarks = saved.remarks.to_string();
                let keeps_uid = saved.document.text("satchel_uid") == Some(&row.uid);
                return Ok(Sent::Arrived(Box::new(arrival), keeps_uid));
            }
            Err(Failure::Refused(refusal)) => refusal,
            Err(failure) => return Ok(Sent::Failed(failure)),
        };
        // A document named by its uid is refused by its name (409), any other by its uid (417).
        let by_name = refusal.is_duplicate_name() && made_unread(row);
        if !refusal.is_duplicate_value() && !by_name {
            let shut_out = row.kind == OutboxKind::SalesOrder
                && refusal.is_forbidden()
                && self.may_read_orders().await.is_ok_and(|may| !may);
            return Ok(if shut_out { Sent::NotPermitted } else { Sent::Refused(words(&refusal)) });
        }
        match self.find(row).await {
            Ok(Some(document)) => {
                Ok(Sent::Arrived(Box::new(self.arrival(row, &document).await?), true))
            }
            // Another unique field is taken.
            Ok(None) => Ok(Sent::Refused(words(&refusal))),
            // What may be made and not read has no other unique field: this answer is the proof.
            Err(Failure::Refused(read)) if read.is_forbidden() && made_unread(row) => {
                Ok(Sent::Arrived(Box::default(), true))
            }
            Err(Failure::Refused(read)) => Ok(Sent::Refused(words(&read))),
            Err(failure) => Ok(Sent::Doubtful(failure)),
        }
    }

    /// Whether the user may read Sales Orders at all: without the role both this and making one are 403,
    /// while a single order may be forbidden for what it names.
    pub(super) async fn may_read_orders(&self) -> Result<bool, Failure> {
        match self.client.find_by_uid("Sales Order", "none", &[]).await {
            Err(Failure::Refused(refusal)) if refusal.is_forbidden() => Ok(false),
            Err(Failure::Refused(_)) | Ok(_) => Ok(true),
            Err(failure) => Err(failure),
        }
    }

    async fn find(&self, row: &OutboxRow) -> Result<Option<Document>, Failure> {
        let doctype = row.kind.doctype();
        let fields: &[&str] =
            if row.kind == OutboxKind::SalesOrder { &compare::TOTALS } else { &[] };
        let found = self.client.find_by_uid(doctype, &row.uid, fields).await?;
        match (row.kind, found.as_ref().and_then(Document::name)) {
            // What the rep goes on changing is merged over the whole of what the site has.
            (OutboxKind::Event | OutboxKind::Task, Some(name)) => {
                self.client.get_doc(doctype, name).await.map(Some)
            }
            _ => Ok(found),
        }
    }

    /// What the site made of the document of a row.
    async fn arrival(&self, row: &OutboxRow, document: &Document) -> Result<Arrival, SyncError> {
        let mut arrival = Arrival {
            name: document.name().unwrap_or_default().to_owned(),
            modified: document.modified().map(String::from).unwrap_or_default(),
            ..Arrival::default()
        };
        match row.kind {
            OutboxKind::SalesOrder => {
                let draft = document.docstatus().unwrap_or_default() == 0;
                arrival.submit =
                    draft && self.account.on_arrival_now(self.store)? == OnArrival::Submit;
                arrival.difference = booked::difference(self.store, row, document)?;
                booked::ask_for_price(self.client, row, &mut arrival.difference).await;
            }
            // Only a whole document can become what the site last said.
            OutboxKind::Event | OutboxKind::Task if document.get("owner").is_some() => {
                arrival.document = Value::Object(document.fields().clone()).to_string();
            }
            _ => {}
        }
        Ok(arrival)
    }

    async fn attach(&self, row: &OutboxRow) -> Result<Sent, SyncError> {
        let file = self.store.attachment(row)?;
        let name = match file.name.as_str() {
            // The set-up names it by its uid, whether or not the answer told.
            "" if file.doctype == "Field Visit" => row.subject.clone(),
            "" => return Err(SyncError::Store(StoreError::NotFound { what: "document" })),
            name => payload::site_name(self.store, name)?,
        };
        let upload = Upload {
            uid: &row.uid,
            file_name: &file.file_name,
            attached_to: (&file.doctype, &name),
            content: &file.content,
        };
        match self.client.upload(&upload).await {
            // A picture the site cannot decode will not become one (recording 156).
            Err(Failure::Transient { fault, .. })
                if fault.exc_type.as_deref().is_some_and(is_broken_picture) =>
            {
                Ok(Sent::Refused(fault.exc_type.unwrap_or_default()))
            }
            saved => self.judge(row, saved).await,
        }
    }

    async fn check_out(&self, row: &OutboxRow) -> Result<Sent, SyncError> {
        let missing = || SyncError::Store(StoreError::NotFound { what: "visit" });
        let visit = self.store.outbox_row_of(&row.subject)?.ok_or_else(missing)?;
        let mut name = visit.server_name;
        if name.is_empty() {
            let found = self.client.find_by_uid("Field Visit", &visit.uid, &[]).await;
            name = match found {
                Ok(Some(document)) => document.name().unwrap_or_default().to_owned(),
                Ok(None) => return Err(missing()),
                // Reps may not read it. The set-up names it by its uid, so that it can be ended even
                // if the answer to its beginning was lost.
                Err(Failure::Refused(refusal)) if refusal.is_forbidden() => visit.uid,
                Err(Failure::Refused(refusal)) => return Ok(Sent::Refused(words(&refusal))),
                Err(failure) => return Ok(Sent::Failed(failure)),
            };
        }
        let fields = payload::fields(row)?;
        Ok(arrived(self.client.update("Field Visit", &name, &fields, None).await))
    }
}

/// What may be made without being readable, by DocType.
fn made_unread(row: &OutboxRow) -> bool {
    matches!(row.kind, OutboxKind::CheckIn | OutboxKind::Attachment)
}

fn is_broken_picture(exc_type: &str) -> bool {
    matches!(exc_type, "OSError" | "UnidentifiedImageError")
}

/// What a change of a document came to.
pub(super) fn arrived(saved: Result<Saved, Failure>) -> Sent {
    match saved {
        Ok(saved) => {
            let arrival = Arrival {
                name: saved.document.name().unwrap_or_default().to_owned(),
                modified: saved.document.modified().map(String::from).unwrap_or_default(),
                remarks: saved.remarks.to_string(),
                ..Arrival::default()
            };
            Sent::Arrived(Box::new(arrival), true)
        }
        Err(Failure::Refused(refusal)) => Sent::Refused(words(&refusal)),
        Err(failure) => Sent::Failed(failure),
    }
}
