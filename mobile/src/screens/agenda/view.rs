//! What the agenda looks like.

use super::days::{Entry, Line, days_of, lines, moved, on_day as entries_on};
use crate::ask::Asked;
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::AgendaRow;
use std::rc::Rc;

/// Dots of a day at most; more say no more.
const DOTS: usize = 4;

#[component]
pub fn View(
    shown: Asked<Vec<AgendaRow>>,
    today: NaiveDate,
    day: NaiveDate,
    on_day: EventHandler<NaiveDate>,
    on_back: EventHandler<()>,
    on_open: EventHandler<String>,
) -> Element {
    let rows = match &shown {
        Asked::Ready(rows) => rows.clone(),
        Asked::Loading | Asked::Failed(_) => Vec::new(),
    };
    let strip = rsx! { Week { rows: rows.clone(), day, on_day } };
    rsx! {
        Screen {
            Head {
                title: dates::month(day),
                sub: rsx! { {tr!("agenda-week", week: day.iso_week().week().to_string())} },
                on_back,
                if day != today {
                    Button {
                        label: tr!("date-today"),
                        kind: ButtonKind::Text,
                        on_press: move |()| on_day.call(today),
                    }
                }
                IconButton {
                    glyph: Glyph::ChevronLeft,
                    label: tr!("agenda-before"),
                    on_press: move |()| on_day.call(moved(day, -7)),
                }
                IconButton {
                    glyph: Glyph::ChevronRight,
                    label: tr!("agenda-after"),
                    on_press: move |()| on_day.call(moved(day, 7)),
                }
            }
            match shown {
                Asked::Loading => rsx! { Body { {strip} Bones { rows: 5 } } },
                Asked::Failed(problem) => rsx! {
                    Body {
                        {strip}
                        Failed { title: tr!("agenda-failed"), text: problem.words() }
                    }
                },
                Asked::Ready(_) => rsx! {
                    List { lines: lines(&rows, day), before: strip, today, on_open }
                },
            }
        }
    }
}

/// The days of the week, the chosen one marked.
#[component]
fn Week(rows: Vec<AgendaRow>, day: NaiveDate, on_day: EventHandler<NaiveDate>) -> Element {
    rsx! {
        div {
            class: "s-days",
            role: "group",
            "aria-label": tr!("agenda-week", week: day.iso_week().week().to_string()),
            for one in days_of(day) {
                Day { key: "{one}", date: one, entries: entries_on(&rows, one).len(), at: one == day, on_day }
            }
        }
    }
}

#[component]
fn Day(date: NaiveDate, entries: usize, at: bool, on_day: EventHandler<NaiveDate>) -> Element {
    rsx! {
        button {
            r#type: "button",
            "aria-current": at.then_some("date"),
            "aria-label": tr!("agenda-day", date: dates::short(date), count: entries),
            onclick: move |_| on_day.call(date),
            span { {dates::weekday_short(date)} }
            b { "{date.day()}" }
            u {
                for dot in 0..entries.min(DOTS) {
                    i { key: "{dot}" }
                }
            }
        }
    }
}

#[component]
fn List(
    lines: Vec<Line>,
    before: Element,
    today: NaiveDate,
    on_open: EventHandler<String>,
) -> Element {
    let heights: Rc<[f64]> = lines.iter().map(height).collect();
    rsx! {
        VirtualList {
            name: tr!("agenda-title"),
            extent: Extent::Mixed(heights),
            before,
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

/// The name of an entry: the customer's, or what it is about.
fn name(row: &AgendaRow) -> String {
    if row.customer_name.is_empty() { row.subject.clone() } else { row.customer_name.clone() }
}

/// What is to be known besides: what a visit is about.
fn about(row: &AgendaRow) -> String {
    let visit = !row.customer.is_empty();
    if visit && !row.subject.is_empty() && row.subject != row.customer_name {
        row.subject.clone()
    } else if visit {
        tr!("agenda-visit")
    } else {
        match row.category.as_str() {
            "Meeting" => tr!("agenda-meeting"),
            "Call" => tr!("agenda-call"),
            _ => String::new(),
        }
    }
}

#[component]
fn Whole(entry: Entry, on_open: EventHandler<String>) -> Element {
    let customer = entry.row.customer.clone();
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
    if customer.is_empty() {
        return rsx! { div { class, {inside} } };
    }
    rsx! {
        button { class, r#type: "button", onclick: move |_| on_open.call(customer.clone()), {inside} }
    }
}

#[component]
fn Timed(entry: Entry, on_open: EventHandler<String>) -> Element {
    let row = entry.row;
    let customer = row.customer.clone();
    let mark = if customer.is_empty() { "bg-ink-3" } else { "bg-accent-ink" };
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
        span { class: "s-end self-center", Again { repeats: row.repeats } }
    };
    let class = "s-row is-top grid-cols-[3rem_3px_minmax(0,1fr)_auto]!";
    if customer.is_empty() {
        return rsx! { div { class, {inside} } };
    }
    rsx! {
        button { class, r#type: "button", onclick: move |_| on_open.call(customer.clone()), {inside} }
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
