//! The calendar as a list of days, to read.

use super::days::{Entry, Line, lines};
use super::words::{about, name};
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::AgendaRow;
use std::rc::Rc;

/// The list.
#[component]
pub fn List(
    rows: Vec<AgendaRow>,
    /// The day it begins with.
    day: NaiveDate,
    today: NaiveDate,
    on_open: EventHandler<AgendaRow>,
) -> Element {
    let lines = lines(&rows, day);
    let heights: Rc<[f64]> = lines.iter().map(height).collect();
    rsx! {
        VirtualList {
            name: tr!("agenda-title"),
            extent: Extent::Mixed(heights),
            version: day.num_days_from_ce().unsigned_abs(),
            row: move |place: usize| match lines.get(place).cloned() {
                Some(Line::Day(date, count)) => rsx! { Heading { date, count, today } },
                Some(Line::Nothing) => rsx! {
                    p { class: "s-pad s-meta", {tr!("agenda-nothing")} }
                },
                Some(Line::Entry(entry)) if entry.whole => rsx! { Whole { entry, on_open } },
                Some(Line::Entry(entry)) => rsx! { Timed { entry, on_open } },
                None => rsx! {},
            },
        }
    }
}

/// How tall a line is, in rem.
fn height(line: &Line) -> f64 {
    match line {
        Line::Day(..) => 3.0,
        Line::Nothing => 1.5,
        Line::Entry(entry) if entry.whole => 3.0,
        Line::Entry(_) => 4.0,
    }
}

#[component]
fn Heading(date: NaiveDate, count: usize, today: NaiveDate) -> Element {
    let title = if date == today {
        tr!("agenda-today", date: dates::long(date))
    } else {
        dates::long(date)
    };
    let note = (count > 0).then(|| tr!("agenda-entries", count: count));
    rsx! { Section { title, note } }
}

#[component]
fn Whole(entry: Entry, on_open: EventHandler<AgendaRow>) -> Element {
    let pressed = entry.row.clone();
    let inside = rsx! {
        Tag { text: tr!("agenda-all-day") }
        span { class: "text-base-content font-medium s-line1 min-w-0", bdi { {name(&entry.row)} } }
        span { class: "ms-auto flex items-center gap-2 shrink-0",
            if entry.count > 1 {
                {tr!("agenda-nth", nth: entry.nth.to_string(), count: entry.count.to_string())}
            }
            Again { repeats: entry.row.repeats }
        }
    };
    let class = "flex items-center gap-2 px-4 h-full w-full s-meta text-start";
    rsx! {
        button { class, r#type: "button", onclick: move |_| on_open.call(pressed.clone()), {inside} }
    }
}

#[component]
fn Timed(entry: Entry, on_open: EventHandler<AgendaRow>) -> Element {
    let row = entry.row;
    let pressed = row.clone();
    let mark = if row.customer.is_empty() { "bg-ink-3" } else { "bg-accent-ink" };
    let inside = rsx! {
        span { class: "s-meta",
            b { class: "block font-semibold text-base-content", {dates::time(row.starts_on.time())} }
            if let Some(end) = row.ends_on {
                {dates::time(end.time())}
            }
        }
        span { class: "self-stretch rounded-full {mark}" }
        span { class: "min-w-0",
            span { class: "s-name block s-line1", bdi { {name(&row)} } }
            span { class: "s-meta block s-line1", bdi { {about(&row)} } }
        }
        span { class: "s-end self-center flex items-center gap-2",
            if row.waiting {
                StateWord { word: tr!("state-waiting"), glyph: Glyph::Clock, tone: Tone::Waiting }
            }
            Again { repeats: row.repeats }
        }
    };
    let class = "s-row is-top grid-cols-[3rem_3px_minmax(0,1fr)_auto]!";
    rsx! {
        button { class, r#type: "button", onclick: move |_| on_open.call(pressed.clone()), {inside} }
    }
}

#[component]
fn Again(repeats: bool) -> Element {
    if !repeats {
        return rsx! {};
    }
    rsx! {
        span { role: "img", "aria-label": tr!("agenda-repeats"),
            Icon { glyph: Glyph::Repeat, size: IconSize::Small, class: "text-ink-3" }
        }
    }
}
