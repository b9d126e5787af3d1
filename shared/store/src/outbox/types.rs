//! What the outbox takes and gives.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::orders::OrderTotals;

/// What stands in the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxRow {
    /// Place in the queue.
    pub seq: i64,
    /// The idempotency key.
    pub uid: String,
    /// What it is.
    pub kind: OutboxKind,
    /// The uid or local id of the document it belongs to; of a change, the document's key.
    pub subject: String,
    /// Where it stands.
    pub state: OutboxState,
    /// Attempts that counted.
    pub attempts: u32,
    /// Not before this moment, in milliseconds since 1970 UTC.
    pub next_attempt_ms: i64,
    /// What the server last said about it, or nothing.
    pub last_answer: String,
    /// When it was written, in milliseconds since 1970 UTC.
    pub created_ms: i64,
    /// The frozen payload, as JSON.
    pub payload: String,
    /// How often it left the phone.
    #[serde(default)]
    pub sent: u32,
    /// The uids of the orders it is sent in place of, the latest first.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// The server's `name` of the document, once done and known.
    #[serde(default)]
    pub server_name: String,
    /// The server's `modified` of the document when it was done.
    #[serde(default)]
    pub server_modified: String,
    /// What the rep wrote when leaving it to a supervisor, or nothing.
    #[serde(default)]
    pub note: String,
    /// The rows that must be done first, by `seq`.
    pub needs: Vec<i64>,
}

impl OutboxRow {
    /// Whether it is a file that goes to another document than it was made for: a [`Slip`].
    pub fn goes_elsewhere(&self) -> bool {
        self.kind == OutboxKind::Attachment && self.payload != "{}" && self.subject != self.uid
    }
}

/// An open row without its payload, for planning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// Place in the queue.
    pub seq: i64,
    /// What it is.
    pub kind: OutboxKind,
    /// Where it stands; never done or withdrawn.
    pub state: OutboxState,
    /// Attempts that counted.
    pub attempts: u32,
    /// Not before this moment, in milliseconds since 1970 UTC.
    pub next_attempt_ms: i64,
    /// The rows that must be done first and are not.
    pub needs: Vec<i64>,
}

/// An open row that does not get through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Struggling {
    /// Place in the queue.
    pub seq: i64,
    /// What it is.
    pub kind: OutboxKind,
    /// Where it stands: to be sent, being sent, or in doubt.
    pub state: OutboxState,
    /// When it was written, in milliseconds since 1970 UTC.
    pub created_ms: i64,
}

/// The kinds of outbox rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxKind {
    /// Create a Customer.
    Customer,
    /// Create an Address.
    Address,
    /// Create a Contact.
    Contact,
    /// Create a Sales Order, as a draft.
    SalesOrder,
    /// Submit the Sales Order that was created.
    Submit,
    /// Add a File to a document.
    Attachment,
    /// Create a Field Visit.
    CheckIn,
    /// Complete a Field Visit.
    CheckOut,
    /// Create an Event.
    Event,
    /// Create a Task.
    Task,
    /// Create a Timesheet.
    Timesheet,
    /// Change fields of a Customer.
    ChangeCustomer,
    /// Change fields of an Event.
    ChangeEvent,
    /// Change fields of a Task.
    ChangeTask,
    /// Delete an Event.
    DeleteEvent,
}

impl OutboxKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Customer,
        Self::Address,
        Self::Contact,
        Self::SalesOrder,
        Self::Submit,
        Self::Attachment,
        Self::CheckIn,
        Self::CheckOut,
        Self::Event,
        Self::Task,
        Self::Timesheet,
        Self::ChangeCustomer,
        Self::ChangeEvent,
        Self::ChangeTask,
        Self::DeleteEvent,
    ];

    /// The name in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Address => "address",
            Self::Contact => "contact",
            Self::SalesOrder => "sales_order",
            Self::Submit => "submit",
            Self::Attachment => "attachment",
            Self::CheckIn => "check_in",
            Self::CheckOut => "check_out",
            Self::Event => "event",
            Self::Task => "task",
            Self::Timesheet => "timesheet",
            Self::ChangeCustomer => "change_customer",
            Self::ChangeEvent => "change_event",
            Self::ChangeTask => "change_task",
            Self::DeleteEvent => "delete_event",
        }
    }

    /// The DocType of the document it makes or changes.
    pub fn doctype(self) -> &'static str {
        match self {
            Self::Customer | Self::ChangeCustomer => "Customer",
            Self::Address => "Address",
            Self::Contact => "Contact",
            Self::SalesOrder | Self::Submit => "Sales Order",
            Self::Attachment => "File",
            Self::CheckIn | Self::CheckOut => "Field Visit",
            Self::Event | Self::ChangeEvent | Self::DeleteEvent => "Event",
            Self::Task | Self::ChangeTask => "Task",
            Self::Timesheet => "Timesheet",
        }
    }

    /// Whether it makes a document, which then carries the row's uid as `satchel_uid`.
    pub fn creates(self) -> bool {
        !matches!(
            self,
            Self::Submit
                | Self::CheckOut
                | Self::ChangeCustomer
                | Self::ChangeEvent
                | Self::ChangeTask
                | Self::DeleteEvent
        )
    }
}

/// Where an outbox row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    /// To be sent.
    Waiting,
    /// Being sent.
    Sending,
    /// Sent without an answer.
    Unknown,
    /// The server has it.
    Done,
    /// Refused; a person must decide.
    Parked,
    /// Refused, and left to a supervisor: asked for by its uid now and then, never sent from here.
    Handed,
    /// Taken back before the server had it.
    Withdrawn,
}

impl OutboxState {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::Waiting,
        Self::Sending,
        Self::Unknown,
        Self::Done,
        Self::Parked,
        Self::Handed,
        Self::Withdrawn,
    ];

    /// The states of what the server does not have yet, for all the phone knows.
    pub const OPEN: [Self; 5] =
        [Self::Waiting, Self::Sending, Self::Unknown, Self::Parked, Self::Handed];

    /// The name in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Unknown => "unknown",
            Self::Done => "done",
            Self::Parked => "parked",
            Self::Handed => "handed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What an attempt, or a look at the server, ended in. Each is written with all it means in one
/// transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// It is about to be sent: from here on only an answer or a look-up says what became of it.
    Claimed,
    /// Nothing left the phone; it waits as before and the attempt does not count.
    NotSent,
    /// The server said "later", or failed without having done it. The attempt counts.
    Later {
        /// Not before this moment.
        next_attempt: DateTime<Utc>,
        /// What the server said, or nothing.
        words: String,
    },
    /// It was sent and no answer came.
    InDoubt,
    /// The server was to be asked what became of it, and could not say yet; asked again then. Counts
    /// as an attempt, but for what was left to a supervisor.
    StillInDoubt {
        /// Not before this moment.
        next_attempt: DateTime<Utc>,
    },
    /// The server was asked and does not have it: it waits again. An answer is lost now and then; a
    /// document that has left the phone three times in vain has failed, and the attempt counts.
    NeverArrived {
        /// Not before this moment.
        next_attempt: DateTime<Utc>,
    },
    /// The server has it.
    Arrived(Box<Arrival>),
    /// The server said no; a person must decide.
    Refused {
        /// The server's words.
        words: String,
    },
}

/// One settlement of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which row.
    pub seq: i64,
    /// What it ended in.
    pub settlement: Settlement,
    /// The phone's wall clock in UTC.
    pub at: DateTime<Utc>,
    /// Minutes east of UTC the phone showed.
    pub offset_minutes: i32,
}

/// What the server made of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrival {
    /// Its `name`; empty where the server does not tell (a Field Visit the rep may not read).
    pub name: String,
    /// Its `modified`, as the server wrote it; empty where unknown.
    pub modified: String,
    /// What the server remarked, or nothing.
    pub remarks: String,
    /// Of an order: the totals, where they are not the promised ones.
    pub difference: Option<TotalsDifference>,
    /// Of an order: it shall be submitted, which is a row of its own from now on.
    pub submit: bool,
    /// Of a changed document: what the server has now, as JSON.
    pub document: String,
}

/// What the rep promised and what the server booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalsDifference {
    /// The totals on the receipt.
    pub phone: OrderTotals,
    /// The totals of the server.
    pub server: OrderTotals,
    /// Why, if that is known.
    pub reason: DifferenceReason,
}

/// Why the server's totals are not the phone's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum DifferenceReason {
    /// The server priced the lines itself (`ignore_pricing_rule` did not count for this user).
    PricedBySite,
    /// A line has another rate at the server.
    RateChanged {
        /// The first such `item_code`.
        item_code: String,
        /// Its `rate` on the phone, exact decimal text.
        phone: String,
        /// Its `rate` at the server, exact decimal text.
        server: String,
        /// Whether the phone has learnt of another price since.
        price_changed_since: bool,
    },
    /// The lines agree and the taxes do not.
    TaxesDiffer,
    /// The phone had said that the price depends on what only the server knows.
    Provisional,
    /// The net total and taxes agree, the rounding does not.
    Rounding,
    /// None of these.
    Unknown,
}

/// A file to go with a document that has an outbox row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    /// Its own uid: the idempotency key.
    pub uid: String,
    /// The uid of the document it belongs to, which has a row in the outbox.
    pub subject: String,
    /// Name with extension.
    pub file_name: String,
    /// The bytes.
    pub content: Vec<u8>,
    /// When it was made.
    pub at: DateTime<Utc>,
}

/// A file that was added to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// Name with extension.
    pub file_name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was added.
    pub at: DateTime<Utc>,
    /// Where it stands.
    pub state: OutboxState,
}

/// A file as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Name with extension.
    pub file_name: String,
    /// DocType of the document it belongs to.
    pub doctype: String,
    /// `name` of that document at the server, or `local:` and the uid of one made here that has gone
    /// since; empty while unknown.
    pub name: String,
    /// The bytes.
    pub content: Vec<u8>,
}

/// What goes to the office when a document is left to a supervisor: a file on a page the office has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Its own uid: the idempotency key.
    pub uid: String,
    /// Name with extension.
    pub file_name: String,
    /// The bytes.
    pub content: Vec<u8>,
    /// DocType of the document it goes to.
    pub doctype: String,
    /// `name` of that document, or `local:` and its uid.
    pub name: String,
}
