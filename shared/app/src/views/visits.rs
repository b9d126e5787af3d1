//! Visits: one with all that belongs to it, those of a customer, and what of the plan was missed.

use super::{AttachedView, MoneyView, PlaceTaken};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use satchel_domain::visits::{Break, Moment};

/// Where the rep was at one end of a visit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VisitPlace {
    /// Where, as far as it is known.
    pub position: Option<PlaceTaken>,
    /// Metres to the customer's address, where both are known.
    pub distance_m: Option<u32>,
    /// Whether the platform said that the position was made up; `None` where it said neither.
    pub simulated: Option<bool>,
    /// Key of the sentence that says why the place is not known; empty where it is.
    pub no_position: String,
}

/// Something that happened during a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitEvent {
    /// The rep arrived.
    Arrived,
    /// An order was placed: its uid, its receipt number, what is due.
    Order {
        /// Its uid.
        uid: String,
        /// Receipt number.
        number: String,
        /// Amount due.
        due: MoneyView,
    },
    /// A picture was taken: its file name.
    Picture(String),
    /// The customer signed.
    Signature,
    /// A task was made or changed.
    Task {
        /// Its key.
        key: String,
        /// Subject.
        subject: String,
        /// Progress in percent, as it is now.
        progress: u8,
    },
    /// Hours were entered, in minutes.
    Time {
        /// How long.
        minutes: u32,
    },
    /// The rep left.
    Left,
}

/// A moment of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitMoment {
    /// When, in the phone's zone of the arrival.
    pub at: DateTime<FixedOffset>,
    /// What.
    pub what: VisitEvent,
}

/// A link of the chain, for people who want to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkView {
    /// Its number on this phone.
    pub number: u64,
    /// Which end.
    pub moment: Moment,
    /// SHA-256, hexadecimal.
    pub hash: String,
    /// That of the one before, empty for the first.
    pub previous: String,
}

/// What makes the record of a visit one to rely on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VisitRecord {
    /// Device code it was sealed under; empty where nothing is sealed.
    pub device: String,
    /// The links, none for a visit from before there was a chain.
    pub links: Vec<LinkView>,
    /// What is wrong with them.
    pub broken: Option<Break>,
    /// Minutes the phone's clock was ahead of the office's on arriving, where that is much.
    pub clock_ahead_min: Option<i64>,
    /// Whether all of the visit is at the office.
    pub there: bool,
}

/// Everything the screen of a visit shows.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitDetail {
    /// Its uid.
    pub uid: String,
    /// Customer key; empty when it is to nobody known.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// The time it was planned for, of a planned one; midnight for one of all day.
    pub planned: Option<NaiveDateTime>,
    /// Arrival, in the phone's zone of that moment.
    pub from: DateTime<FixedOffset>,
    /// Departure, once it is over.
    pub until: Option<DateTime<FixedOffset>>,
    /// Where the rep arrived.
    pub arrived: VisitPlace,
    /// Where the rep left.
    pub left: Option<VisitPlace>,
    /// The rep's note, empty if none.
    pub note: String,
    /// Pictures and the signature, oldest first.
    pub files: Vec<AttachedView>,
    /// What happened, oldest first.
    pub moments: Vec<VisitMoment>,
    /// The record.
    pub record: VisitRecord,
}

/// Where a visit of a customer's list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitState {
    /// To come.
    Planned,
    /// Its day is over and nobody came.
    Missed,
    /// Goes on.
    Open,
    /// Over.
    Done,
}

/// A visit of a customer, made or planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerVisit {
    /// Its uid; empty for one not made.
    pub uid: String,
    /// Event key of the plan, empty for an unplanned one.
    pub event: String,
    /// Arrival or planned start, as the phone shows it.
    pub at: NaiveDateTime,
    /// Departure, as the phone shows it.
    pub until: Option<NaiveDateTime>,
    /// Planned for no time of its day.
    pub all_day: bool,
    /// Planned in the calendar.
    pub planned: bool,
    /// Where it stands.
    pub state: VisitState,
    /// The rep's note, or the subject of the plan.
    pub note: String,
}

impl CustomerVisit {
    /// Whether it stands in the calendar of a day and was not made yet.
    pub fn is_planned_for(&self, day: NaiveDate) -> bool {
        self.state == VisitState::Planned && self.at.date() == day
    }
}

/// A planned visit whose day went by without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedVisit {
    /// Event key.
    pub event: String,
    /// Customer key.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// Its day.
    pub day: NaiveDate,
    /// Planned time; `None` for all day.
    pub at: Option<NaiveTime>,
}

/// A customer the rep stands near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearVisit {
    /// Customer key.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// Event key of the planned visit, empty for an unplanned one.
    pub event: String,
    /// Metres to the address.
    pub distance_m: u32,
}
