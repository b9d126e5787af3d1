//! The first screen of the day.

use super::{AgendaRow, MissedVisit, MoneyView, NearVisit, OrderRow, TaskRow};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use rust_decimal::Decimal;

/// What the state strip says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StripState {
    /// Nothing waits.
    AllBooked {
        /// When the office last had everything, if ever.
        at: Option<DateTime<FixedOffset>>,
    },
    /// Documents wait for signal.
    Waiting {
        /// Orders on this phone.
        orders: u32,
        /// Other documents.
        others: u32,
    },
    /// Documents are on their way.
    Sending {
        /// Orders that are not at the office yet.
        orders: u32,
        /// Other documents.
        others: u32,
    },
    /// Some were refused, or both sides changed them.
    NeedsHand {
        /// Documents somebody has to decide about.
        refused: u32,
        /// Whether all of them are orders.
        only_orders: bool,
        /// Orders waiting besides.
        waiting: u32,
    },
    /// Nothing is sent for a while, or until the office has done something.
    Paused {
        /// Translation key of why.
        message_id: &'static str,
        /// Orders on this phone.
        orders: u32,
        /// Other documents.
        others: u32,
    },
    /// The first load goes on.
    Loading {
        /// Part done, in thousandths.
        thousandths: u16,
        /// Whether orders can be taken already.
        can_sell: bool,
    },
    /// Nothing waits, and prices are older than the company sells by.
    OldPrices {
        /// When the phone last knew all of them.
        since: DateTime<FixedOffset>,
    },
}

/// A stop of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitStop {
    /// Event document name or local id.
    pub event: String,
    /// Planned time; `None` for all day.
    pub at: Option<NaiveTime>,
    /// Planned end, where there is one on the same day.
    pub until: Option<NaiveTime>,
    /// When the rep gets there, going on now in the order of the day.
    pub arrives: Option<NaiveTime>,
    /// Minutes that is too late.
    pub late_min: u32,
    /// Its time is over and nobody was there.
    pub past: bool,
    /// Customer document name.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// First address line.
    pub place: String,
    /// Metres in a straight line from the stop before it, or from here.
    pub distance_m: Option<u32>,
    /// True from the arrival on.
    pub done: bool,
    /// Smallest and largest of the customer's last order totals.
    pub usual: Option<(Decimal, Decimal, String)>,
    /// Overdue amount, if any.
    pub overdue: Option<MoneyView>,
    /// Phone number to call, empty if none.
    pub phone: String,
    /// Latitude and longitude as text, if known.
    pub position: Option<(String, String)>,
}

/// The way of the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RouteView {
    /// Metres of all legs that are left, in straight lines; `None` where no place is known.
    pub total_m: Option<u32>,
    /// The rep put the stops in this order.
    pub by_hand: bool,
}

/// The way of the day with the stops that are left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DayRouteView {
    /// The stops, in the order of the way.
    pub stops: Vec<VisitStop>,
    /// The way.
    pub route: RouteView,
}

/// A visit that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitView {
    /// The visit's uid.
    pub uid: String,
    /// Customer key, empty when it is to nobody known.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// Arrival, in the phone's zone of that moment.
    pub since: DateTime<FixedOffset>,
    /// Key of the sentence that says why its place is not known; empty where it is.
    pub no_position: String,
    /// Pictures taken there.
    pub pictures: usize,
}

/// A visit that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitDone {
    /// Its uid.
    pub uid: String,
    /// Customer name.
    pub customer_name: String,
    /// Arrival, in the phone's zone of that moment.
    pub from: DateTime<FixedOffset>,
    /// Departure, in the phone's zone of that moment.
    pub until: DateTime<FixedOffset>,
    /// The rep's note, empty if none.
    pub note: String,
}

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The order's uid.
    pub uid: String,
    /// Customer name.
    pub customer_name: String,
    /// Lines.
    pub lines: u32,
    /// Amount due, as last priced.
    pub due: MoneyView,
    /// Last edit, in the phone's zone of that moment.
    pub at: DateTime<FixedOffset>,
}

/// Everything the Today screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayView {
    /// The phone's date.
    pub date: NaiveDate,
    /// Who sells: device or user label.
    pub who: String,
    /// Sold today, in the company's currency.
    pub sold: MoneyView,
    /// In how many orders.
    pub sold_orders: u32,
    /// The visit the rep is on.
    pub visit: Option<VisitView>,
    /// The visits of today that are over, in order.
    pub visited: Vec<VisitDone>,
    /// Stops of the day: those made, then the others in the order of the way.
    pub stops: Vec<VisitStop>,
    /// The way.
    pub route: RouteView,
    /// The customer the rep stands near, if that is not the next stop.
    pub near: Option<NearVisit>,
    /// Planned visits of the last days that were missed, newest first.
    pub missed: Vec<MissedVisit>,
    /// Other entries of the calendar today.
    pub events: Vec<AgendaRow>,
    /// Tasks due today or late.
    pub tasks: Vec<TaskRow>,
    /// Drafts, newest first.
    pub drafts: Vec<DraftRow>,
    /// Orders that need a hand.
    pub needs_hand: Vec<OrderRow>,
    /// The strip.
    pub strip: StripState,
}
