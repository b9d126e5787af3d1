//! What calendar, tasks, projects and visits take and give.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rust_decimal::Decimal;
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{CustomerKey, LocalId, OrderUid};
use satchel_domain::visits::{Break, Link};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// An Event of the calendar. Times are the site's own, without zone, as ERPNext keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// `server:NAME` or `local:UUID`.
    pub key: String,
    /// `subject`.
    pub subject: String,
    /// `starts_on`.
    pub starts_on: Option<NaiveDateTime>,
    /// `ends_on`.
    pub ends_on: Option<NaiveDateTime>,
    /// `all_day`.
    pub all_day: bool,
    /// `status`.
    pub status: String,
    /// The customer among its participants.
    pub customer: Option<CustomerKey>,
    /// `repeat_this_event`.
    pub repeats: bool,
    /// There are changes the server does not have yet.
    pub changed_here: bool,
    /// The whole document as JSON, with the rep's changes.
    pub document: String,
}

/// A Task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// `server:NAME` or `local:UUID`.
    pub key: String,
    /// `subject`.
    pub subject: String,
    /// `project`, or nothing.
    pub project: String,
    /// `status`.
    pub status: String,
    /// `priority`.
    pub priority: String,
    /// `exp_start_date`.
    pub exp_start_date: Option<NaiveDate>,
    /// `exp_end_date`.
    pub exp_end_date: Option<NaiveDate>,
    /// `progress` in percent.
    pub progress: Decimal,
    /// There are changes the server does not have yet.
    pub changed_here: bool,
    /// The whole document as JSON, with the rep's changes.
    pub document: String,
}

/// Which tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskQuery {
    /// Only this `project`.
    pub project: Option<String>,
    /// Only those not Completed, Cancelled or Template.
    pub open_only: bool,
    /// Only those with `exp_end_date` up to this day.
    pub due_until: Option<NaiveDate>,
}

/// A Project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// `server:NAME`.
    pub key: String,
    /// `project_name`.
    pub project_name: String,
    /// `status`.
    pub status: String,
    /// `customer`.
    pub customer: Option<CustomerKey>,
    /// `percent_complete`.
    pub percent_complete: Decimal,
    /// `expected_end_date`.
    pub expected_end_date: Option<NaiveDate>,
    /// The whole document as JSON.
    pub document: String,
}

/// The doctypes whose documents a rep changes in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangingDoctype {
    /// Customer.
    Customer,
    /// Event.
    Event,
    /// Task.
    Task,
}

/// A field the rep and the site both changed, each to another value.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Which doctype.
    pub doctype: ChangingDoctype,
    /// `server:NAME` or `local:UUID`.
    pub key: String,
    /// Field name in ERPNext.
    pub field: String,
    /// What both started from.
    pub base: Value,
    /// The rep's value. The document shows it until someone decides, but for an Event, which shows the
    /// site's ([`ChangingDoctype::keeps_theirs`]).
    pub mine: Value,
    /// The site's value.
    pub theirs: Value,
    /// When it was noted, where that is known.
    pub noted_at: Option<DateTime<Utc>>,
}

/// Whose value stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The rep's, which is sent.
    Mine,
    /// The site's.
    Theirs,
}

/// What became of an Event that was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deletion {
    /// It is gone; the office never had it.
    Gone {
        /// The document it was, as JSON.
        document: String,
    },
    /// The deletion waits for the office.
    Waiting {
        /// Its place in the outbox.
        seq: i64,
    },
}

/// Work a rep enters on the phone: its uid (local id and idempotency key), the document to create as a
/// JSON object, and when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewWork {
    /// An Event of the calendar.
    Event {
        /// Local id and idempotency key.
        uid: LocalId,
        /// The document.
        document: String,
        /// When it was made.
        at: DateTime<Utc>,
    },
    /// A Task.
    Task {
        /// Local id and idempotency key.
        uid: LocalId,
        /// The document.
        document: String,
        /// When it was made.
        at: DateTime<Utc>,
    },
    /// A Timesheet.
    Timesheet {
        /// Local id and idempotency key.
        uid: LocalId,
        /// The document.
        document: String,
        /// When it was made.
        at: DateTime<Utc>,
    },
}

/// A document with local changes, for the merge with the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedDocument {
    /// Which doctype.
    pub doctype: ChangingDoctype,
    /// `server:NAME` or `local:UUID`.
    pub key: String,
    /// Changes since the server last had it.
    pub change_counter: u32,
    /// What the rep sees, as JSON.
    pub document: String,
    /// What the server last said, as JSON; nothing when it never did.
    pub mirror: String,
}

/// A rep arrives at a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The visit's uid.
    pub uid: OrderUid,
    /// Whom the rep visits.
    pub customer: Option<CustomerKey>,
    /// Shown in lists.
    pub customer_name: String,
    /// The key of the Event it belongs to, or nothing.
    pub event: String,
    /// When and where.
    pub captured: CapturedAt,
    /// The rep's note.
    pub note: String,
    /// The time as the site is told it, in its own zone.
    #[serde(default)]
    pub site_time: String,
    /// Metres to the customer's address, where both are known.
    #[serde(default)]
    pub distance_m: Option<u32>,
    /// The Field Visit to insert, as a JSON object; `satchel_uid` and what the chain says are written
    /// into it.
    pub payload: String,
    /// The link it is in the chain, once it is one; made when it is saved.
    #[serde(default)]
    pub link: Option<Link>,
}

/// A rep leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckOut {
    /// The visit's uid.
    pub visit: OrderUid,
    /// The idempotency key of this half.
    pub uid: OrderUid,
    /// When and where.
    pub captured: CapturedAt,
    /// The rep's note, in place of the one made at check-in.
    pub note: String,
    /// The time as the site is told it, in its own zone.
    #[serde(default)]
    pub site_time: String,
    /// Metres to the customer's address, where both are known.
    #[serde(default)]
    pub distance_m: Option<u32>,
    /// The fields to set, as a JSON object; what the chain says is written into it.
    pub payload: String,
    /// The link it is in the chain, once it is one; made when it is saved.
    #[serde(default)]
    pub link: Option<Link>,
}

/// What is sealed of a visit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealedVisit {
    /// Check-in and check-out, as far as there is a chain.
    pub links: Vec<Link>,
    /// What is wrong with them, or with the visit beside them.
    pub broken: Option<Break>,
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitRow {
    /// Its uid.
    pub uid: OrderUid,
    /// Whom.
    pub customer: Option<CustomerKey>,
    /// Shown in lists.
    pub customer_name: String,
    /// The key of the Event it belongs to, or nothing.
    pub event: String,
    /// The civil date the rep saw.
    pub local_day: NaiveDate,
    /// Arrival.
    pub check_in: CapturedAt,
    /// Departure, once it is over.
    pub check_out: Option<CapturedAt>,
    /// The rep's note.
    pub note: String,
    /// When it began.
    pub started_at: DateTime<Utc>,
}
