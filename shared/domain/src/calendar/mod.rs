//! Events and the days they fall on, as ERPNext's calendar shows them.
//!
//! Source: `frappe/desk/doctype/event/event.py` (`Event.validate`, `get_events`); judged by the
//! recorded `calendar` vectors. Event times are naive and in the time zone of the site, see
//! [`zone`].

mod event;
pub mod ics;
mod occurrences;
pub mod zone;

pub use event::{Event, EventNowhere, EventRefusal, Repeat, Weekdays};
pub use occurrences::{DateRange, MAX_RANGE_DAYS, Occurrence, occurrences};
