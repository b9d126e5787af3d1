//! The calendar: a day, a week, or a list of days.

mod columns;
mod days;
mod drag;
mod hours;
mod list;
mod more;
mod strip;
#[cfg(test)]
mod tests;
mod view;
mod words;

use crate::ask::{Problem, use_ask, use_session};
use chrono::{NaiveDate, NaiveDateTime};
use days::{LISTED, last_of_week, moved, week_of, weeks_of_month};
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{AgendaRow, CalendarLook};
use std::time::Duration;
use view::View;

/// How often the line of now moves.
const TICK: Duration = Duration::from_secs(20);

/// How long a word on what was done stays.
const SAID: Duration = Duration::from_secs(6);

/// Something the rep did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Goes to a day.
    Day(NaiveDate),
    /// Goes to a day and closes the month it was picked from.
    Pick(NaiveDate),
    /// Goes to today.
    Today,
    /// Looks at the hours of one day.
    Open(NaiveDate),
    /// Looks at the list from a day on.
    List(NaiveDate),
    /// Looks at it in another way.
    Look(CalendarLook),
    /// Shows the month, or the week again.
    Month(bool),
    /// Enters something at a time.
    New(NaiveDateTime),
    /// Moves an entry, by its key, so many minutes.
    Move(String, i64),
    /// Takes the last move back.
    Undo,
}

/// The screen.
#[component]
pub fn Calendar(
    /// The day it shows; today where it says none.
    day: ReadSignal<Option<NaiveDate>>,
    /// Another day was chosen.
    on_day: EventHandler<NaiveDate>,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// An entry was pressed: its key.
    on_open: EventHandler<String>,
    /// A new entry is to be made, at a time.
    on_new: EventHandler<NaiveDateTime>,
    /// How the rep is reminded is to be set.
    on_reminders: EventHandler<()>,
) -> Element {
    let session = use_session();
    let clock = session.clone();
    let mut now = use_signal(|| clock.local_now().naive_local());
    use_future(move || {
        let clock = clock.clone();
        async move {
            loop {
                tokio::time::sleep(TICK).await;
                now.set(clock.local_now().naive_local());
            }
        }
    });
    let mut look = use_signal(|| session.calendar_look());
    let mut month = use_signal(|| false);
    let here = use_memo(move || day().unwrap_or_else(|| now().date()));
    let asked = use_memo(move || range(here(), month()));
    let found = use_ask(move || {
        let (from, until) = asked();
        move |session: &Session| session.calendar(from, until)
    });
    let mut said = use_signal(|| None::<Said>);
    let mover = session.clone();
    let mut move_it = move |event: String, minutes: i64, undo: bool| {
        let told = match mover.move_event(&event, minutes) {
            Ok(()) if undo => None,
            Ok(()) => Some(Said::Moved(event, minutes)),
            Err(error) => Some(Said::Wrong(error.into())),
        };
        said.set(told);
        spawn(async move {
            tokio::time::sleep(SAID).await;
            said.set(None);
        });
    };
    let mut look_at = move |way: CalendarLook| {
        look.set(way);
        // It is looked at this way all the same; only the next time it is not.
        if let Err(error) = session.set_calendar_look(way) {
            tracing::warn!(%error, "how the calendar is looked at is not kept");
        }
    };
    let change = move |change: Change| match change {
        Change::Day(day) => on_day.call(day),
        Change::Pick(day) => {
            month.set(false);
            on_day.call(day);
        }
        Change::Today => on_day.call(now.peek().date()),
        Change::Open(day) => {
            look_at(CalendarLook::Day);
            on_day.call(day);
        }
        Change::List(day) => {
            look_at(CalendarLook::Agenda);
            on_day.call(day);
        }
        Change::Look(way) => look_at(way),
        Change::Month(open) => month.set(open),
        Change::New(at) => on_new.call(at),
        Change::Move(event, minutes) => move_it(event, minutes, false),
        Change::Undo => {
            let last = said.peek().clone();
            if let Some(Said::Moved(event, minutes)) = last {
                move_it(event, minutes.saturating_neg(), true);
            }
        }
    };
    rsx! {
        View {
            shown: found(),
            now: now(),
            day: here(),
            look: look(),
            month: month(),
            said: said(),
            on_change: change,
            on_open: move |row: AgendaRow| on_open.call(row.event),
            on_reminders,
            on_back,
        }
    }
}

/// What was just done.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// An entry was moved, by so many minutes.
    Moved(String, i64),
    /// It was not.
    Wrong(Problem),
}

/// The days asked for: those in sight, as a week, a list or a month.
fn range(day: NaiveDate, month: bool) -> (NaiveDate, NaiveDate) {
    let (monday, listed) = (week_of(day), moved(day, LISTED - 1));
    let weeks = if month { weeks_of_month(day) } else { Vec::new() };
    let from = weeks.first().copied().unwrap_or(monday).min(monday);
    let until = weeks.last().copied().unwrap_or(listed).max(listed);
    (from, until.max(last_of_week(monday)))
}
