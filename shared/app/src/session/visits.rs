//! Visits: arriving at a customer and leaving, each appended with when and where.

use super::{Session, customer_in_order, customer_key, local_time};
use crate::AppError;
use crate::selling::site_time;
use crate::views::VisitView;
use chrono::{DateTime, Utc};
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::CustomerKey;
use satchel_store::{CapturedDocument, CheckIn, CheckOut, OutboxKind, VisitRow};
use serde_json::{Value, json};

/// The longest note taken, in characters (`notes` of Field Visit is Small Text).
const MAX_NOTE: usize = 1_000;

impl Session {
    /// Arrives at a customer, for an Event of the calendar or without one (`event` empty).
    ///
    /// Pressed twice it is one visit. A visit to somebody else is ended by the rep first: where and
    /// when it ended is for the rep to say.
    ///
    /// # Errors
    /// [`AppError::VisitOpen`] while a visit to another customer goes on, or what the store says.
    pub fn check_in(&self, customer: &str, event: &str) -> Result<VisitView, AppError> {
        let key = customer_key(customer)?;
        if let Some(open) = self.inner.store.open_visit()? {
            if open.customer.as_ref() == Some(&key) {
                return self.visit_view(&open);
            }
            return Err(AppError::VisitOpen { customer_name: open.customer_name });
        }
        let found =
            self.inner.store.customer(&key)?.ok_or(AppError::NotFound { what: "Customer" })?;
        let captured = self.captured();
        let uid = self.new_uid()?;
        let distance_m = self.metres_away(&captured, Some(&key))?;
        // `user` is left to the site, which sets the owner; what is captured the chain tells.
        let mut payload = json!({ "doctype": "Field Visit", "customer": customer_in_order(&key) });
        let track = self.track_to_here();
        if let Some(fields) = payload.as_object_mut().filter(|_| !track.is_empty()) {
            fields.insert("track".into(), track.into());
        }
        let customer_name = found.row.customer_name;
        let since = local_time(captured.utc, captured.offset_minutes);
        let (no_position, at) = (captured.no_position.clone(), captured.clone());
        self.inner
            .store
            .check_in(CheckIn {
                uid,
                customer: Some(key),
                customer_name: customer_name.clone(),
                event: event.to_owned(),
                site_time: self.site_time(captured.utc),
                captured,
                note: String::new(),
                distance_m,
                payload: payload.to_string(),
                link: None,
            })
            .wait()?;
        self.end_track();
        self.look_out(CapturedDocument::Visit(uid), at);
        Ok(VisitView {
            uid: uid.to_string(),
            customer: customer.to_owned(),
            customer_name,
            since,
            no_position,
            pictures: 0,
        })
    }

    /// Leaves the customer the rep is at, with a note or without. Gives whether there was a visit.
    ///
    /// # Errors
    /// [`AppError::Field`] for a note that is too long, or what the store says.
    pub fn check_out(&self, note: &str) -> Result<bool, AppError> {
        let note = note.trim();
        if note.chars().count() > MAX_NOTE {
            return Err(AppError::Field { field: "notes" });
        }
        let Some(open) = self.inner.store.open_visit()? else { return Ok(false) };
        // What was written meanwhile counts where nothing is said on leaving.
        let note = if note.is_empty() { open.note.as_str() } else { note };
        let captured = self.captured();
        let distance_m = self.metres_away(&captured, open.customer.as_ref())?;
        self.inner
            .store
            .check_out(CheckOut {
                visit: open.uid,
                uid: self.new_uid()?,
                site_time: self.site_time(captured.utc),
                captured,
                note: note.to_owned(),
                distance_m,
                payload: self.worked_on_during(&open)?.to_string(),
                link: None,
            })
            .wait()?;
        self.end_track();
        self.follow_track();
        Ok(true)
    }

    /// Keeps what the rep writes during a visit; it goes to the office when the rep leaves.
    ///
    /// # Errors
    /// [`AppError::Field`] for a note that is too long, [`AppError::NotFound`] where no such visit goes on,
    /// or what the store says.
    pub fn note_visit(&self, visit: &str, note: &str) -> Result<(), AppError> {
        let note = note.trim();
        if note.chars().count() > MAX_NOTE {
            return Err(AppError::Field { field: "notes" });
        }
        let row = self.visit_row(visit)?;
        match self.inner.store.note_visit(row.uid, note.to_owned()).wait()? {
            true => Ok(()),
            false => Err(AppError::NotFound { what: "open visit" }),
        }
    }

    /// The uid of the visit that goes on at a customer, to which what is made for them belongs; empty if
    /// there is none.
    pub(super) fn visit_at(&self, customer: &CustomerKey) -> Result<String, AppError> {
        let open = self.inner.store.open_visit()?;
        let open = open.filter(|open| open.customer.as_ref() == Some(customer));
        Ok(open.map(|open| open.uid.to_string()).unwrap_or_default())
    }

    /// The uid of the visit that goes on, empty if there is none.
    pub(super) fn visit_going_on(&self) -> Result<String, AppError> {
        let open = self.inner.store.open_visit()?;
        Ok(open.map(|open| open.uid.to_string()).unwrap_or_default())
    }

    /// The tasks changed during a visit, as the field of it that names them. A task names no visit: two
    /// reps may change it, each on a visit of their own.
    fn worked_on_during(&self, visit: &VisitRow) -> Result<Value, AppError> {
        let changed = self.rows_during(visit, &[OutboxKind::ChangeTask])?;
        let mut names: Vec<&str> = changed
            .iter()
            .map(|row| row.subject.split_once(':').map_or(row.subject.as_str(), |(_, name)| name))
            .collect();
        names.sort_unstable();
        names.dedup();
        Ok(match names.is_empty() {
            true => json!({}),
            false => json!({ "tasks": names.join("\n") }),
        })
    }

    fn site_time(&self, utc: DateTime<Utc>) -> String {
        site_time(utc, self.company().time_zone.as_deref())
    }

    /// The visit the rep is on.
    ///
    /// # Errors
    /// What the store says.
    pub fn open_visit(&self) -> Result<Option<VisitView>, AppError> {
        self.inner.store.open_visit()?.map(|row| self.visit_view(&row)).transpose()
    }

    fn visit_view(&self, row: &VisitRow) -> Result<VisitView, AppError> {
        Ok(VisitView {
            uid: row.uid.to_string(),
            customer: row.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
            customer_name: row.customer_name.clone(),
            since: local_time(row.check_in.utc, row.check_in.offset_minutes),
            no_position: why_none(&row.check_in),
            pictures: self.attached(&row.uid.to_string())?.len(),
        })
    }
}

/// Why a document has no position; empty where it has one.
pub(super) fn why_none(captured: &CapturedAt) -> String {
    match captured.best_position() {
        Some(_) => String::new(),
        None => captured.no_position.clone(),
    }
}
