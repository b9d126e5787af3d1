//! One calendar entry, as it is entered, changed and looked at.

use super::Sentence;
use chrono::{NaiveDate, NaiveDateTime};

/// A calendar entry as a rep fills it in. Times are the phone's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventForm {
    /// `subject`; needed.
    pub subject: String,
    /// `event_category` as ERPNext writes it (Event, Meeting, Call, Sent/Received Email, Other); the
    /// site's default when empty.
    pub category: String,
    /// `starts_on`; needed. Of an entry for the whole day its date counts alone.
    pub starts_on: Option<NaiveDateTime>,
    /// `ends_on`, if one is set; not before the start. Of an entry for the whole day, the last day.
    pub ends_on: Option<NaiveDateTime>,
    /// `all_day`.
    pub all_day: bool,
    /// `repeat_on`, or never.
    pub repeat: EventRepeat,
    /// Monday to Sunday: on which it is, where it is every week.
    pub weekdays: [bool; 7],
    /// `repeat_till`: the last day.
    pub repeat_till: Option<NaiveDate>,
    /// `event_participants`.
    pub participants: Vec<ParticipantView>,
    /// `description`, in plain text.
    pub description: String,
    /// `send_reminder`; the phone reminds too.
    pub reminder: bool,
}

/// How an entry repeats.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EventRepeat {
    /// It does not.
    #[default]
    Never,
    /// Every day.
    Daily,
    /// Every week, on chosen days.
    Weekly,
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every six months.
    HalfYearly,
    /// Every year.
    Yearly,
}

impl EventRepeat {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Never,
        Self::Daily,
        Self::Weekly,
        Self::Monthly,
        Self::Quarterly,
        Self::HalfYearly,
        Self::Yearly,
    ];

    /// `repeat_on` in ERPNext; empty for never.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "",
            Self::Daily => "Daily",
            Self::Weekly => "Weekly",
            Self::Monthly => "Monthly",
            Self::Quarterly => "Quarterly",
            Self::HalfYearly => "Half Yearly",
            Self::Yearly => "Yearly",
        }
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParticipantView {
    /// `reference_doctype`: Customer, Lead, Contact, or what the office put there.
    pub doctype: String,
    /// `reference_docname`, or the key of a customer: `local:UUID` of one the office does not have yet.
    pub name: String,
    /// What people call them.
    pub label: String,
}

/// A calendar entry with all that is to be known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDetail {
    /// Key of the entry.
    pub event: String,
    /// As it can be filled in.
    pub form: EventForm,
    /// Whether the rep may change it: it is the rep's own.
    pub own: bool,
    /// Whose it is, by user name, where it is somebody else's.
    pub owner: String,
    /// When it is by the office's clock, where that is another time.
    pub office: Option<OfficeTime>,
    /// True while something of it has not reached the office.
    pub waiting: bool,
    /// Key of the customer who takes part, empty if none does.
    pub customer: String,
}

/// A time by the office's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeTime {
    /// Its time zone (IANA).
    pub zone: String,
    /// Start.
    pub starts_on: NaiveDateTime,
    /// End, if one is set.
    pub ends_on: Option<NaiveDateTime>,
}

/// What is shared of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IcsOf {
    /// One entry, by its key.
    Event(String),
    /// All from one day to another, both included.
    Days(NaiveDate, NaiveDate),
}

/// An entry of an invitation that was not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedEvent {
    /// As it would be entered.
    pub form: EventForm,
    /// What of it cannot be kept.
    pub notes: Vec<Sentence>,
}

/// An entry that was deleted, to bring it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDeleted {
    /// What it is called.
    pub subject: String,
    /// Place of the deletion in the outbox; nothing where the office never had the entry.
    pub(crate) row: Option<i64>,
    /// The entry as it was, where the office never had it.
    pub(crate) document: String,
}
