//! Placed orders.

use super::MoneyView;
use chrono::{DateTime, FixedOffset};
use satchel_domain::orders::OrderState;

/// Which orders a list holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderFilter {
    /// One state only.
    pub state: Option<OrderState>,
    /// Customer name, receipt number or the office's number.
    pub text: String,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// The order's uid; empty for one that came from the office.
    pub uid: String,
    /// Receipt number, or the office's name for one that came from there.
    pub number: String,
    /// Customer name.
    pub customer_name: String,
    /// Amount due.
    pub due: MoneyView,
    /// Lines.
    pub lines: u32,
    /// State.
    pub state: OrderState,
    /// When it was placed or last edited, in the phone's zone of that moment.
    pub at: DateTime<FixedOffset>,
    /// What the office said, for a refused one.
    pub refusal: String,
}

/// How many orders stand in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrderCounts {
    /// Drafts.
    pub drafts: u32,
    /// Placed and not sent, on their way or being checked.
    pub waiting: u32,
    /// Refused.
    pub needs_hand: u32,
    /// With the office.
    pub booked: u32,
    /// Taken back.
    pub withdrawn: u32,
}

/// Something that happened to an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineRow {
    /// Translation key of what happened.
    pub what: String,
    /// A reason or note, in its writer's words.
    pub note: String,
    /// When, in the phone's zone of that moment.
    pub at: DateTime<FixedOffset>,
}

/// Everything the order detail shows.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderDetail {
    /// The list row.
    pub row: OrderRow,
    /// Customer document name.
    pub customer: String,
    /// The order as it was priced and shown.
    pub order: super::OrderView,
    /// What the office made of it; nothing before it has it.
    pub booked: Option<super::BookedView>,
    /// What somebody has to decide about it: the order was refused, or its submit.
    pub hand: Option<super::OutgoingRow>,
    /// What happened to it, oldest first.
    pub timeline: Vec<TimelineRow>,
    /// True until it is sent.
    pub can_withdraw: bool,
    /// The signature as an SVG path, empty if none.
    pub signature: String,
    /// Pictures that go with it, oldest first.
    pub pictures: Vec<super::AttachedView>,
    /// Where it was taken, if known: the better position where one came soon after.
    pub position: Option<PlaceTaken>,
    /// Key of the sentence that says why that is not known; empty where it is.
    pub no_position: String,
    /// Minutes the phone's clock was ahead of the office's (less than 0: behind), where it was wrong.
    pub clock_ahead_min: Option<i64>,
}

/// Where a document was captured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceTaken {
    /// Degrees north.
    pub latitude: String,
    /// Degrees east.
    pub longitude: String,
    /// Radius of the 68 % circle in metres.
    pub accuracy_m: u32,
    /// Minutes between the fix and the document.
    pub age_min: u32,
}

/// What the "placed" screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedView {
    /// The order's uid.
    pub uid: String,
    /// Receipt number.
    pub number: String,
    /// Customer name.
    pub customer_name: String,
    /// Amount due.
    pub due: MoneyView,
    /// Placed orders that wait on this phone, this one included.
    pub waiting: u32,
}
