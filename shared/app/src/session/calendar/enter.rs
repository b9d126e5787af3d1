//! Entering, changing, moving and deleting calendar entries on the phone.

use super::form::{changes, fields_of, form_of};
use crate::AppError;
use crate::session::company::text;
use crate::session::{Session, customer_key};
use crate::views::{EventDeleted, EventDetail, EventForm, OfficeTime, ParticipantView};
use chrono::TimeDelta;
use satchel_domain::calendar::Event;
use satchel_domain::ids::CustomerKey;
use satchel_store::{ChangingDoctype, Deletion, EventRow, NewWork, PersonRow, person_label};
use satchel_sync::SiteAccount;
use serde_json::{Value, json};

/// Customers whose contacts are offered.
const ASKED: usize = 8;
/// Contacts and Leads offered by their own names.
const PEOPLE: usize = 40;

impl Session {
    /// A calendar entry, to look at and to change.
    ///
    /// # Errors
    /// [`AppError::NotFound`], or [`AppError::Event`] where its times cannot be read.
    pub fn event(&self, event: &str) -> Result<EventDetail, AppError> {
        let (row, document) = self.event_document(event)?;
        let zones = self.zones();
        let mut form = form_of(&document, &zones)?;
        for participant in &mut form.participants {
            participant.label = self.called_participant(participant)?;
        }
        let read = Event::from_document(&document)?;
        let office = zones.site_name().filter(|_| !read.all_day && zones.differ_at(read.starts_on));
        let owner = text(&document, "owner");
        let own = is_own(&row.key, &owner, self.calendar_user().as_deref());
        Ok(EventDetail {
            event: row.key.clone(),
            form,
            own,
            owner: if own { String::new() } else { owner },
            office: office.map(|zone| OfficeTime {
                zone: zone.to_owned(),
                starts_on: read.starts_on,
                ends_on: read.ends_on,
            }),
            waiting: row.changed_here || row.key.starts_with("local:"),
            customer: row.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
        })
    }

    /// Enters an entry of the rep's own calendar; its key. It shows at once and goes to the office.
    ///
    /// # Errors
    /// [`AppError::Field`] or [`AppError::Event`] say what is missing or wrong.
    pub fn create_event(&self, form: &EventForm) -> Result<String, AppError> {
        let mut event = fields_of(form, &self.zones())?;
        event.insert("event_type".into(), json!("Private"));
        event.insert("status".into(), json!("Open"));
        self.create_work(|uid, document, at| NewWork::Event { uid, document, at }, event)
    }

    /// Changes an entry; of one that repeats, every time it takes place, as ERPNext does.
    ///
    /// # Errors
    /// As [`Session::create_event`]; [`AppError::NotYourEvent`] for somebody else's.
    pub fn change_event(&self, event: &str, form: &EventForm) -> Result<(), AppError> {
        let document = self.own_event(event)?;
        let fields = fields_of(form, &self.zones())?;
        let changes = changes(&document, fields, form);
        if changes.is_empty() {
            return Ok(());
        }
        let (fields, at) = (Value::Object(changes).to_string(), self.now().utc);
        let doctype = ChangingDoctype::Event;
        Ok(self.inner.store.change_document(doctype, event, fields, at).wait()?)
    }

    /// Moves an entry by so many minutes; its length stays.
    ///
    /// # Errors
    /// As [`Session::change_event`].
    pub fn move_event(&self, event: &str, minutes: i64) -> Result<(), AppError> {
        let document = self.own_event(event)?;
        let mut form = form_of(&document, &self.zones())?;
        let by = TimeDelta::try_minutes(minutes).ok_or(AppError::Field { field: "starts_on" })?;
        for time in [&mut form.starts_on, &mut form.ends_on] {
            *time = time.and_then(|time| time.checked_add_signed(by));
        }
        self.change_event(event, &form)
    }

    /// Deletes an entry of the rep's own; what brings it back.
    ///
    /// # Errors
    /// [`AppError::NotYourEvent`] for somebody else's.
    pub fn delete_event(&self, event: &str) -> Result<EventDeleted, AppError> {
        let document = self.own_event(event)?;
        let subject = text(&document, "subject");
        Ok(match self.inner.store.delete_event(event, self.now().utc).wait()? {
            Deletion::Gone { document } => EventDeleted { subject, row: None, document },
            Deletion::Waiting { seq } => {
                EventDeleted { subject, row: Some(seq), document: String::new() }
            }
        })
    }

    /// Brings a deleted entry back, as long as the office has not heard of the deletion; its key.
    ///
    /// # Errors
    /// The store's, where the deletion has arrived or is just being sent.
    pub fn bring_event_back(&self, deleted: &EventDeleted) -> Result<(), AppError> {
        if let Some(seq) = deleted.row {
            return Ok(self
                .inner
                .store
                .withdraw_row(seq, String::new(), self.captured())
                .wait()?);
        }
        let document: Value = serde_json::from_str(&deleted.document)
            .map_err(|_| AppError::Unreadable { what: "Event" })?;
        let Value::Object(document) = document else {
            return Err(AppError::Unreadable { what: "Event" });
        };
        self.create_work(|uid, document, at| NewWork::Event { uid, document, at }, document)?;
        Ok(())
    }

    /// Who may take part: customers found by what was typed, each with their contacts; then contacts and
    /// leads found by their own names.
    ///
    /// # Errors
    /// What the store says.
    pub fn participants(&self, typed: &str) -> Result<Vec<ParticipantView>, AppError> {
        let mut found = Vec::new();
        for (place, customer) in self.customers(typed, None)?.rows.into_iter().enumerate() {
            let key = customer_key(&customer.name)?;
            found.push(ParticipantView {
                doctype: "Customer".into(),
                name: super::super::customer_in_order(&key),
                label: customer.customer_name,
            });
            if place < ASKED {
                found.extend(self.contacts_of(&key)?);
            }
        }
        for person in self.inner.store.people(typed, PEOPLE)? {
            let there = |other: &ParticipantView| {
                (&other.doctype, &other.name) == (&person.doctype, &person.name)
            };
            if !found.iter().any(there) {
                let PersonRow { doctype, name, label } = person;
                found.push(ParticipantView { doctype, name, label });
            }
        }
        Ok(found)
    }

    fn contacts_of(&self, customer: &CustomerKey) -> Result<Vec<ParticipantView>, AppError> {
        let Some(found) = self.inner.store.customer(customer)? else { return Ok(Vec::new()) };
        let contacts = found.contacts.into_iter().filter_map(|contact| {
            let name = contact.key.strip_prefix("server:")?.to_owned();
            let label = person_label(&contact.document).unwrap_or_else(|| name.clone());
            Some(ParticipantView { doctype: "Contact".into(), name, label })
        });
        Ok(contacts.collect())
    }

    fn called_participant(&self, participant: &ParticipantView) -> Result<String, AppError> {
        if participant.doctype != "Customer" {
            let document = self.inner.store.document(&participant.doctype, &participant.name)?;
            let called = document.as_deref().and_then(person_label);
            return Ok(called.unwrap_or_else(|| participant.name.clone()));
        }
        let key = match participant.name.starts_with("local:") {
            true => participant.name.clone(),
            false => format!("server:{}", participant.name),
        };
        let Ok(key) = customer_key(&key) else { return Ok(participant.name.clone()) };
        let found = self.inner.store.customer(&key)?;
        Ok(found.map_or_else(|| participant.name.clone(), |found| found.row.customer_name))
    }

    fn event_document(&self, event: &str) -> Result<(EventRow, Value), AppError> {
        let found = self.inner.store.event(event)?.ok_or(AppError::NotFound { what: "Event" })?;
        let document = serde_json::from_str(&found.document)
            .map_err(|_| AppError::Unreadable { what: "Event" })?;
        Ok((found, document))
    }

    fn own_event(&self, event: &str) -> Result<Value, AppError> {
        let (row, document) = self.event_document(event)?;
        match is_own(&row.key, &text(&document, "owner"), self.calendar_user().as_deref()) {
            true => Ok(document),
            false => Err(AppError::NotYourEvent),
        }
    }

    /// Whose calendar it is; nobody's in particular without an office.
    pub(super) fn calendar_user(&self) -> Option<String> {
        let account = SiteAccount::load(&self.inner.store).ok().flatten();
        account.map(|account| account.user)
    }
}

/// Only its owner changes an Event (the rights of the role, `if_owner`). Without an office, all of them
/// are the rep's.
pub(super) fn is_own(key: &str, owner: &str, user: Option<&str>) -> bool {
    owner.is_empty() || key.starts_with("local:") || user.is_none_or(|user| user == owner)
}
