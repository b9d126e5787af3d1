//! What the calendar looks like.

use super::days::{days_of, moved};
use super::hours::Hours;
use super::list::List;
use super::more::More;
use super::strip::{Month, Week};
use super::{Change, Said};
use crate::ask::Asked;
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use dioxus::prelude::*;
use satchel_app::views::{AgendaRow, CalendarLook, CalendarView, OfficeClock};

/// The hour a day begins at.
const MORNING: u32 = 9;

/// The ways to look, in the order they are offered.
const LOOKS: [CalendarLook; 3] = [CalendarLook::Day, CalendarLook::Week, CalendarLook::Agenda];

#[component]
pub fn View(
    shown: Asked<CalendarView>,
    now: NaiveDateTime,
    day: NaiveDate,
    look: CalendarLook,
    /// True while a month is shown to jump in.
    month: bool,
    #[props(default)] said: Option<Said>,
    on_change: EventHandler<Change>,
    on_open: EventHandler<AgendaRow>,
    #[props(default)] on_reminders: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let mut more = use_signal(|| false);
    let today = now.date();
    let view = match &shown {
        Asked::Ready(view) => view.clone(),
        Asked::Loading | Asked::Failed(_) => CalendarView::default(),
    };
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
                        on_press: move |()| on_change.call(Change::Day(today)),
                    }
                }
                IconButton {
                    glyph: if month { Glyph::ChevronUp } else { Glyph::CalendarDays },
                    label: if month { tr!("calendar-month-close") } else { tr!("calendar-month-open") },
                    on_press: move |()| on_change.call(Change::Month(!month)),
                }
                IconButton {
                    glyph: Glyph::CalendarPlus,
                    label: tr!("event-new"),
                    on_press: move |()| on_change.call(Change::New(start_of_new(day, now))),
                }
                IconButton {
                    glyph: Glyph::EllipsisVertical,
                    label: tr!("calendar-more"),
                    on_press: move |()| more.set(true),
                }
            }
            Keys { day, on_change,
                if month {
                    Month { rows: view.rows.clone(), day, today, on_change }
                } else if look != CalendarLook::Week {
                    Week { rows: view.rows.clone(), day, on_change }
                }
                if let Some(office) = view.office.clone() {
                    Office { office }
                }
                match shown {
                    Asked::Loading => rsx! { Body { Bones { rows: 5 } } },
                    Asked::Failed(problem) => rsx! {
                        Body { Failed { title: tr!("agenda-failed"), text: problem.words() } }
                    },
                    Asked::Ready(view) => rsx! {
                        Middle { rows: view.rows, now, day, look, on_change, on_open }
                    },
                }
            }
            match said {
                Some(Said::Moved(..)) => rsx! {
                    Toast { text: tr!("calendar-moved"), on_undo: move |()| on_change.call(Change::Undo) }
                },
                Some(Said::Wrong(problem)) => rsx! { Toast { text: problem.words() } },
                None => rsx! {},
            }
            Foot {
                div { class: "flex items-center gap-1",
                    IconButton {
                        glyph: Glyph::ChevronLeft,
                        label: earlier(look),
                        on_press: move |()| on_change.call(Change::Day(moved(day, -step(look)))),
                    }
                    div { class: "grow",
                        Segmented {
                            name: tr!("calendar-look"),
                            choices: vec![tr!("calendar-day"), tr!("calendar-week"), tr!("calendar-agenda")],
                            at: LOOKS.iter().position(|one| *one == look).unwrap_or_default(),
                            on_pick: move |place: usize| {
                                if let Some(look) = LOOKS.get(place) {
                                    on_change.call(Change::Look(*look));
                                }
                            },
                        }
                    }
                    IconButton {
                        glyph: Glyph::ChevronRight,
                        label: later(look),
                        on_press: move |()| on_change.call(Change::Day(moved(day, step(look)))),
                    }
                }
            }
            if more() {
                More { day, on_reminders, on_close: move |()| more.set(false) }
            }
        }
    }
}

/// When a new entry starts: at the next full hour of today, in the morning of any other day.
fn start_of_new(day: NaiveDate, now: NaiveDateTime) -> NaiveDateTime {
    let hour = if day == now.date() { (now.hour() + 1).min(23) } else { MORNING };
    day.and_hms_opt(hour, 0, 0).unwrap_or(now)
}

/// Days one goes on with the arrows.
fn step(look: CalendarLook) -> i64 {
    if look == CalendarLook::Day { 1 } else { 7 }
}

fn earlier(look: CalendarLook) -> String {
    if look == CalendarLook::Day { tr!("calendar-day-before") } else { tr!("agenda-before") }
}

fn later(look: CalendarLook) -> String {
    if look == CalendarLook::Day { tr!("calendar-day-after") } else { tr!("agenda-after") }
}

#[component]
fn Middle(
    rows: Vec<AgendaRow>,
    now: NaiveDateTime,
    day: NaiveDate,
    look: CalendarLook,
    on_change: EventHandler<Change>,
    on_open: EventHandler<AgendaRow>,
) -> Element {
    let today = now.date();
    let days = match look {
        CalendarLook::Day => vec![day],
        CalendarLook::Week => days_of(day),
        CalendarLook::Agenda => return rsx! { List { rows, day, today, on_open } },
    };
    let shown = format!("{look:?} {:?}", days.first());
    rsx! {
        // A list of one: under another key the hours are made anew and scroll to where they begin.
        for days in [days] {
            Hours { key: "{shown}", days, rows: rows.clone(), today, now, on_change, on_open }
        }
    }
}

/// Arrows go through the days as they are read, page keys through the weeks, Home to today.
#[component]
fn Keys(day: NaiveDate, on_change: EventHandler<Change>, children: Element) -> Element {
    let on_key = move |event: KeyboardEvent| {
        let forward = if crate::i18n::language().dir() == "rtl" { -1 } else { 1 };
        let to = match event.key() {
            Key::ArrowLeft => Change::Day(moved(day, -forward)),
            Key::ArrowRight => Change::Day(moved(day, forward)),
            Key::PageUp => Change::Day(moved(day, -7)),
            Key::PageDown => Change::Day(moved(day, 7)),
            Key::Home => Change::Today,
            _ => return,
        };
        event.prevent_default();
        on_change.call(to);
    };
    rsx! {
        div { class: "s-body flex flex-col overflow-hidden!", onkeydown: on_key, {children} }
    }
}

#[component]
fn Office(office: OfficeClock) -> Element {
    rsx! {
        p { class: "s-cap px-4 py-1", role: "note",
            {tr!(
                "calendar-office",
                zone: office.zone.replace('_', " "),
                time: dates::time(office.now.time()),
            )}
        }
    }
}
