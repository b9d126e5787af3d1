//! The calendar rendered to text, looked at in each way and in each state.

use super::more::MoreView;
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use crate::screens::share::Stage;
use chrono::{NaiveDate, NaiveDateTime};
use dioxus::prelude::*;
use satchel_app::views::{AgendaRow, CalendarLook, CalendarView, OfficeClock, Shared};

fn time(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn entry(subject: &str, customer: &str, from: &str, until: &str, all_day: bool) -> AgendaRow {
    AgendaRow {
        event: subject.to_owned(),
        subject: subject.to_owned(),
        starts_on: time(from),
        ends_on: Some(time(until)),
        all_day,
        repeats: all_day,
        category: "Meeting".to_owned(),
        customer: customer.to_owned(),
        customer_name: customer.to_owned(),
        waiting: customer.is_empty() && !all_day,
        own: !all_day,
    }
}

fn some() -> CalendarView {
    CalendarView {
        rows: vec![
            entry("Water promotion", "", "2026-05-01T00:00:00", "2026-06-17T23:59:00", true),
            entry(
                "Empty crates",
                "Tasca do Cais",
                "2026-05-14T10:30:00",
                "2026-05-14T11:00:00",
                false,
            ),
            entry("Stock", "Café Âncora", "2026-05-14T10:45:00", "2026-05-14T11:15:00", false),
            entry("Team call", "", "2026-05-15T14:00:00", "2026-05-15T15:00:00", false),
            entry("Night", "", "2026-05-14T22:00:00", "2026-05-15T02:00:00", false),
        ],
        office: None,
    }
}

fn view(shown: Asked<CalendarView>, look: CalendarLook, month: bool) -> Element {
    rsx! {
        View {
            shown,
            now: time("2026-05-14T09:45:00"),
            day: NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default(),
            look,
            month,
            on_change: |_| {},
            on_open: |_| {},
            on_back: |()| {},
        }
    }
}

fn ready(look: CalendarLook) -> Element {
    view(Asked::Ready(some()), look, false)
}

fn list() -> Element {
    ready(CalendarLook::Agenda)
}

fn day() -> Element {
    ready(CalendarLook::Day)
}

fn week() -> Element {
    ready(CalendarLook::Week)
}

#[test]
fn the_list_has_days_entries_and_what_repeats() {
    let html = render_at(Language::English, 100, list);
    assert!(html.contains("aria-label=\"Thu 14 May, 4 entries\""), "{html}");
    assert!(html.contains("aria-label=\"Repeats\""));
    let text = text(&html);
    for words in [
        "May 2026",
        "Week 20",
        "Today, Thursday 14 May",
        "day 14 of 48",
        "10:30",
        "Tasca do Cais",
        "Empty crates",
        "Meeting",
        "Friday 15 May",
        "Waiting",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_day_names_every_block_in_order_of_time() {
    let html = render_at(Language::English, 100, day);
    let mut at = 0;
    for label in [
        "Water promotion, 1 May to 17 Jun, Meeting, Repeats",
        "Tasca do Cais, 10:30 to 11:00, Empty crates",
        "Café Âncora, 10:45 to 11:15, Stock",
        "Night, 14 May 22:00 to 15 May 02:00, Meeting, Waiting",
    ] {
        let label = format!("aria-label=\"{label}\"");
        let found = html.find(&label).unwrap_or_else(|| panic!("{label}: {html}"));
        assert!(found > at, "{label}");
        at = found;
    }
    // The two that overlap share the width.
    assert_eq!(html.matches("inline-size:50.000%").count(), 2);
    assert!(html.contains("border-block-start:2px solid"), "the line of now");
}

#[test]
fn a_week_shows_each_day_and_the_night_on_both() {
    let html = render_at(Language::English, 130, week);
    assert_eq!(html.matches("aria-label=\"Night, ").count(), 2);
    for label in ["Fri 15 May, show the day", "Fri 15 May, 2 entries", "aria-label=\"Hours\""] {
        assert!(html.contains(label), "{label}: {html}");
    }
    assert!(html.contains("grid-column:2/9"), "the bar lies over the week");
    assert_eq!(html.matches("aria-current=\"date\"").count(), 1);
}

#[test]
fn a_month_leads_to_any_of_its_days() {
    let part = || view(Asked::Ready(some()), CalendarLook::Day, true);
    let html = render_at(Language::English, 100, part);
    for label in ["Month before", "Next month", "Hide the month", "Sun 31 May, 1 entry"] {
        assert!(html.contains(label), "{label}: {html}");
    }
}

#[test]
fn another_clock_at_the_office_is_said() {
    let office = || {
        let zone = "America/New_York".to_owned();
        let office = Some(OfficeClock { zone, now: time("2026-05-14T04:45:00") });
        view(Asked::Ready(CalendarView { office, ..some() }), CalendarLook::Week, false)
    };
    let said = text(&render_at(Language::English, 100, office));
    assert!(said.contains("At the office (America/New York) it is 04:45 now"), "{said}");
    assert!(!text(&render_at(Language::English, 100, week)).contains("office"));
}

#[test]
fn every_state_says_something() {
    let free = || view(Asked::Ready(CalendarView::default()), CalendarLook::Agenda, false);
    let free = text(&render_at(Language::English, 100, free));
    assert!(free.contains("Nothing planned"), "{free}");
    let loading = || view(Asked::Loading, CalendarLook::Week, false);
    assert!(render_at(Language::English, 100, loading).contains("aria-busy"));
    let failed = || {
        let problem = Problem { id: "error-app-stopped", args: vec![] };
        view(Asked::Failed(problem), CalendarLook::Day, true)
    };
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    assert!(text(&render_at(Language::Arabic, 150, list)).contains("الأسبوع"));
    for part in [day as fn() -> Element, week] {
        let arabic = text(&render_at(Language::Arabic, 150, part));
        assert!(arabic.contains("طوال اليوم"), "{arabic}");
    }
}

fn more() -> Element {
    let day = NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default();
    rsx! {
        MoreView {
            day,
            stage: Stage::Done(Shared::Offered),
            on_share: |_| {},
            on_reminders: |()| {},
            on_close: |()| {},
        }
    }
}

#[test]
fn a_day_its_week_and_its_month_can_be_shared() {
    let words = text(&render_at(Language::English, 100, more));
    for part in [
        "Thursday 14 May",
        "Week 20",
        "Mon 11 May to Sun 17 May",
        "May 2026",
        "Reminders",
        "handed",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
}
