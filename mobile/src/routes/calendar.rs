//! The calendar and its entries.

use super::{Id, Route, ways};
use crate::ask::use_session;
use crate::screens::calendar::Calendar;
use crate::screens::event::{EventScreen, NewEvent};
use crate::screens::invitation::Invitation;
use chrono::{NaiveDate, NaiveDateTime};
use dioxus::prelude::*;

/// The calendar, on a day. Another day takes its place, so that back leads out of the calendar.
#[component]
pub fn CalendarPage(day: Id) -> Element {
    let day: Option<NaiveDate> = day.0.parse().ok();
    rsx! {
        Calendar {
            day,
            on_day: |day: NaiveDate| {
                navigator().replace(Route::CalendarPage { day: Id(day.to_string()) });
            },
            on_back: |()| ways::back(),
            on_open: |event| ways::to(Route::EventPage { event: Id(event) }),
            on_new: |at: NaiveDateTime| {
                ways::to(Route::NewEventPage { at: Id(at.format(TIME).to_string()) });
            },
            on_reminders: |()| ways::to(Route::RemindersPage {}),
        }
    }
}

/// A time in an address.
const TIME: &str = "%Y-%m-%dT%H:%M:%S";

/// An entry of the calendar.
#[component]
pub fn EventPage(event: Id) -> Element {
    rsx! {
        EventScreen {
            event: event.0,
            on_customer: ways::customer,
            on_back: |()| ways::back(),
        }
    }
}

/// A new entry.
#[component]
pub fn NewEventPage(at: Id) -> Element {
    let session = use_session();
    let at = NaiveDateTime::parse_from_str(&at.0, TIME);
    let at = at.unwrap_or_else(|_| session.local_now().naive_local());
    rsx! {
        NewEvent {
            at,
            on_invitation: |()| ways::to(Route::InvitationPage {}),
            on_back: |()| ways::back(),
        }
    }
}

/// An invitation, to be taken into the calendar.
#[component]
pub fn InvitationPage() -> Element {
    rsx! {
        Invitation {
            on_calendar: |day: NaiveDate| {
                navigator().replace(Route::CalendarPage { day: Id(day.to_string()) });
            },
            on_back: |()| ways::back(),
        }
    }
}
