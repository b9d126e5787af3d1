//! The days to go to: a week, or a month where there is more to go.

use super::Change;
use super::days::{days_of, months_on, on_day as entries_on, weeks_of_month};
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::AgendaRow;

/// Dots of a day at most; more say no more.
const DOTS: usize = 4;

/// The days of the week, the chosen one marked.
#[component]
pub fn Week(rows: Vec<AgendaRow>, day: NaiveDate, on_change: EventHandler<Change>) -> Element {
    rsx! {
        div {
            class: "s-days",
            role: "group",
            "aria-label": tr!("agenda-week", week: day.iso_week().week().to_string()),
            for one in days_of(day) {
                Day { key: "{one}", date: one, entries: entries_on(&rows, one).len(), at: one == day, on_change }
            }
        }
    }
}

#[component]
fn Day(date: NaiveDate, entries: usize, at: bool, on_change: EventHandler<Change>) -> Element {
    rsx! {
        button {
            r#type: "button",
            "aria-current": at.then_some("date"),
            "aria-label": tr!("agenda-day", date: dates::short(date), count: entries),
            onclick: move |_| on_change.call(Change::Day(date)),
            span { {dates::weekday_short(date)} }
            " "
            b { "{date.day()}" }
            Dots { entries }
        }
    }
}

#[component]
fn Dots(entries: usize) -> Element {
    rsx! {
        u {
            for dot in 0..entries.min(DOTS) {
                i { key: "{dot}" }
            }
        }
    }
}

/// The weeks of a month, to go to a day at once.
#[component]
pub fn Month(
    rows: Vec<AgendaRow>,
    day: NaiveDate,
    today: NaiveDate,
    on_change: EventHandler<Change>,
) -> Element {
    let to = move |months: i32| move |()| on_change.call(Change::Day(months_on(day, months)));
    rsx! {
        div { class: "flex items-center justify-between px-2",
            IconButton { glyph: Glyph::ChevronLeft, label: tr!("calendar-month-before"), on_press: to(-1) }
            span { class: "s-name", "aria-live": "polite", {dates::month(day)} }
            IconButton { glyph: Glyph::ChevronRight, label: tr!("calendar-month-after"), on_press: to(1) }
        }
        div { class: "s-days s-month", role: "group", "aria-label": dates::month(day),
            for one in days_of(day) {
                span { key: "w{one.weekday().num_days_from_monday()}", "aria-hidden": "true", {dates::weekday_short(one)} }
            }
            for one in weeks_of_month(day) {
                MonthDay {
                    key: "{one}",
                    date: one,
                    entries: entries_on(&rows, one).len(),
                    other: one.month() != day.month(),
                    today: one == today,
                    at: one == day,
                    on_change,
                }
            }
        }
    }
}

#[component]
fn MonthDay(
    date: NaiveDate,
    entries: usize,
    other: bool,
    today: bool,
    at: bool,
    on_change: EventHandler<Change>,
) -> Element {
    let class = match (today, other) {
        (true, _) => "is-today",
        (false, true) => "is-other",
        (false, false) => "",
    };
    rsx! {
        button {
            class,
            r#type: "button",
            "aria-current": at.then_some("date"),
            "aria-label": tr!("agenda-day", date: dates::short(date), count: entries),
            onclick: move |_| on_change.call(Change::Pick(date)),
            b { "{date.day()}" }
            Dots { entries }
        }
    }
}
