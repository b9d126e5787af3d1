//! What travels between the phone and the office.

use super::{AgesView, MoneyView};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use std::time::Duration;

/// Everything the sync centre shows.
#[derive(Debug, Clone, PartialEq)]
pub struct SyncCentre {
    /// How things stand with the site.
    pub connection: SyncConnection,
    /// Being sent just now, or being asked after because no answer came.
    pub sending: Vec<OutgoingRow>,
    /// What goes out next, oldest first.
    pub waiting: Vec<OutgoingRow>,
    /// What the site refused, and what was left to a supervisor.
    pub needs_hand: Vec<OutgoingRow>,
    /// Documents that both the rep and the office changed.
    pub conflicts: Vec<ConflictView>,
    /// How far the download of the office's file of masters is, while it goes on.
    pub download: Option<DownloadView>,
    /// Why the masters come in pages and not in that file, until they are all here.
    pub no_file: Option<Sentence>,
    /// How far the first load is, while it goes on.
    pub loading: Option<LoadView>,
    /// How old stock and prices are.
    pub ages: AgesView,
}

impl SyncCentre {
    /// Whether the office has everything and nobody has to decide anything.
    pub fn is_clear(&self) -> bool {
        self.sending.is_empty()
            && self.waiting.is_empty()
            && self.needs_hand.is_empty()
            && self.conflicts.is_empty()
    }

    /// Whether the first load goes on, in a file or in pages.
    pub fn is_first_load(&self) -> bool {
        self.download.is_some() || self.loading.is_some()
    }
}

/// How things stand with the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyncConnection {
    /// The profile belongs to no site; everything stays on this phone.
    NotEnrolled,
    /// Nothing goes on.
    Idle {
        /// When a round last went through, sending and fetching; nothing if none ever did.
        last_round: Option<DateTime<FixedOffset>>,
    },
    /// Documents are being sent.
    Sending,
    /// What changed at the office is being fetched.
    Fetching,
    /// The site could not be reached.
    Offline {
        /// When a round last went through.
        last_round: Option<DateTime<FixedOffset>>,
    },
    /// Nothing is sent until a moment, or until the office has done something. All is kept.
    Paused {
        /// Translation key of the sentence.
        message_id: &'static str,
        /// Its named arguments.
        args: Vec<(&'static str, String)>,
        /// When the site is asked again, at the earliest.
        until: DateTime<FixedOffset>,
        /// Whether only the office can end it.
        needs_office: bool,
    },
    /// The site was reached and something went wrong; it is tried again.
    Trouble {
        /// Translation key of the sentence.
        message_id: &'static str,
        /// Its named arguments.
        args: Vec<(&'static str, String)>,
        /// When a round last went through.
        last_round: Option<DateTime<FixedOffset>>,
    },
}

/// A document, or a change of one, that the office does not have yet.
#[derive(Debug, Clone, PartialEq)]
pub struct OutgoingRow {
    /// Which one, for the actions.
    pub row: i64,
    /// Translation key of what it is, such as `outgoing-sales-order`.
    pub what: &'static str,
    /// Doctype.
    pub doctype: &'static str,
    /// What people call it: a receipt number, a name, a subject; empty where it has none.
    pub title: String,
    /// Whom it is for, where that is somebody else than the title says.
    pub customer_name: String,
    /// Amount due of an order.
    pub due: Option<MoneyView>,
    /// Uid of the order it is, or belongs to; empty for all else.
    pub order: String,
    /// Where it stands.
    pub state: OutgoingState,
    /// When it was written, in the phone's zone.
    pub at: DateTime<FixedOffset>,
    /// Minutes since.
    pub minutes: u64,
    /// What the site last said about it, in its own words; empty where it said nothing.
    pub said: String,
    /// Why it does not go out, where it is the phone that says so.
    pub reason: Option<Sentence>,
    /// What the rep wrote when leaving it to a supervisor; empty where nothing was.
    pub note: String,
    /// The office's name of the document, where it has a part of it: the draft of an order whose
    /// submit was refused.
    pub office_name: String,
    /// What must be settled first, by its title, where that needs a hand or was taken back.
    pub held_by: Option<String>,
    /// What may be done about it, the likeliest first.
    pub actions: Vec<HandAction>,
    /// Whether a note reaches the office when this is left to a supervisor; otherwise it stays on this
    /// phone, as this belongs to nothing the office has.
    pub note_goes_along: bool,
}

/// Where a document on its way stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutgoingState {
    /// It goes with the next round.
    Waiting,
    /// It was tried; it goes again from this moment on.
    Later {
        /// In the phone's zone.
        at: DateTime<FixedOffset>,
    },
    /// It is being sent.
    Sending,
    /// It was sent and no answer came; the site is asked before anything else happens.
    Checking,
    /// The site refused it, or it was tried again and again and does not get through.
    NeedsHand,
    /// It was left to a supervisor.
    Handed,
}

impl OutgoingState {
    /// The word of the state for scripts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Later { .. } => "later",
            Self::Sending => "sending",
            Self::Checking => "checking",
            Self::NeedsHand => "needs_hand",
            Self::Handed => "handed",
        }
    }
}

/// What may be done about a document that was refused, or that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandAction {
    /// Change it and send it in its own place.
    Mend,
    /// Send it again as it is, because the office removed what stood in its way.
    SendAgain,
    /// Leave it to a supervisor.
    HandOver,
    /// Take it back, with a reason.
    Withdraw,
    /// The office has it as a draft: leave it so, with a reason.
    LeaveDraft,
}

/// How a refused document is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MendView {
    /// An order: it was opened as a draft. Placing that takes the refused one back in the same moment.
    Order {
        /// The draft's uid.
        uid: String,
    },
    /// Another document: its fields, to be changed and handed to `mend_with`.
    Fields {
        /// Which one.
        row: i64,
        /// The fields in reading order.
        fields: Vec<MendField>,
    },
}

/// A field of a refused document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MendField {
    /// Field name in ERPNext.
    pub field: String,
    /// Translation key of its label.
    pub label: &'static str,
    /// Its value as it is typed: a time in the phone's zone.
    pub value: String,
    /// How it is typed.
    pub kind: MendKind,
}

/// How a field of a refused document is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MendKind {
    /// A line.
    Text,
    /// Several lines.
    Lines,
    /// A number.
    Figure,
    /// A day: `2026-11-22`.
    Day,
    /// A day and a time: `2026-11-22T09:00`.
    Moment,
    /// One of these, in ERPNext's words.
    Choice(&'static [&'static str]),
}

/// A document both sides changed. The rep's values stand until someone decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictView {
    /// Which one, for the decision; opaque.
    pub id: String,
    /// Doctype: Customer, Event or Task.
    pub doctype: &'static str,
    /// What people call it.
    pub title: String,
    /// Whose values the phone shows until they are decided.
    pub stands: Keep,
    /// The fields, by name.
    pub fields: Vec<ConflictField>,
}

/// A field both sides changed, each to another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictField {
    /// Field name in ERPNext.
    pub field: String,
    /// Translation key of its label; nothing for a field this app does not know.
    pub label: Option<&'static str>,
    /// What both started from.
    pub before: ConflictValue,
    /// The rep's value.
    pub mine: ConflictValue,
    /// The office's value.
    pub theirs: ConflictValue,
}

/// A value both sides may have changed, as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConflictValue {
    /// None.
    Empty,
    /// Text as it stands, without markup.
    Text(String),
    /// One of ERPNext's words.
    Choice(String),
    /// A day.
    Day(NaiveDate),
    /// A day and a time by the phone's clock.
    Moment(NaiveDateTime),
    /// Yes or no.
    Switch(bool),
}

/// Whose value stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Keep {
    /// The rep's, which is sent.
    Mine,
    /// The office's.
    Theirs,
}

/// How far the first load is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadView {
    /// Doctype that is being read.
    pub doctype: &'static str,
    /// Documents here.
    pub done: u64,
    /// Documents there will be, as far as the site told.
    pub total: u64,
    /// Part done, in thousandths.
    pub thousandths: u16,
    /// Time left at the pace so far; nothing before there is a pace.
    pub time_left: Option<Duration>,
    /// All that orders need is here.
    pub can_sell: bool,
}

/// How far the download of the masters in one file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadView {
    /// Bytes here.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
    /// Part done, in thousandths.
    pub thousandths: u16,
    /// Time left at the pace so far; nothing before there is a pace.
    pub time_left: Option<Duration>,
}

/// What the office made of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedView {
    /// The office's name of it.
    pub name: String,
    /// Whether it is submitted there, or still a draft.
    pub submitted: bool,
    /// What the site said when it refused to submit it; empty while it did not.
    pub said: String,
    /// Why it is not submitted, where it is the phone that says so.
    pub reason: Option<Sentence>,
    /// Both figures, where they are not the same.
    pub difference: Option<DifferenceView>,
}

/// A sentence of the app's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Translation key.
    pub message_id: &'static str,
    /// Its named arguments.
    pub args: Vec<(&'static str, String)>,
}

/// What the rep promised and what the office booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceView {
    /// Amount due on the receipt.
    pub promised: MoneyView,
    /// Amount due at the office.
    pub booked: MoneyView,
    /// Translation key of the reason.
    pub reason: &'static str,
    /// Its named arguments.
    pub args: Vec<(&'static str, String)>,
}
