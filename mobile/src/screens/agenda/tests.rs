//! The agenda rendered to text in each state.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{NaiveDate, NaiveDateTime};
use dioxus::prelude::*;
use satchel_app::views::AgendaRow;

fn entry(subject: &str, customer: &str, from: &str, until: &str, all_day: bool) -> AgendaRow {
    let time = |text: &str| text.parse::<NaiveDateTime>().unwrap_or_default();
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
    }
}

fn view(shown: Asked<Vec<AgendaRow>>) -> Element {
    let today = NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default();
    rsx! {
        View {
            shown,
            today,
            day: today,
            on_day: |_| {},
            on_back: |()| {},
            on_open: |_| {},
        }
    }
}

fn some() -> Element {
    view(Asked::Ready(vec![
        entry("Water promotion", "", "2026-05-01T00:00:00", "2026-06-17T23:59:00", true),
        entry("Empty crates", "Tasca do Cais", "2026-05-14T10:30:00", "2026-05-14T11:00:00", false),
        entry("Team call", "", "2026-05-15T14:00:00", "2026-05-15T15:00:00", false),
    ]))
}

#[test]
fn days_entries_and_what_repeats() {
    let html = render_at(Language::English, 100, some);
    assert!(html.contains("aria-label=\"Thu 14 May, 2 entries\""), "{html}");
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
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn only_a_customers_entry_leads_somewhere() {
    let html = render_at(Language::English, 130, some);
    assert_eq!(html.matches("<button class=\"s-row").count(), 1);
}

#[test]
fn every_state_says_something() {
    let free = text(&render_at(Language::English, 100, || view(Asked::Ready(vec![]))));
    assert!(free.contains("Nothing planned"), "{free}");
    assert!(render_at(Language::English, 100, || view(Asked::Loading)).contains("aria-busy"));
    let failed = || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }));
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    assert!(text(&render_at(Language::Arabic, 150, some)).contains("الأسبوع"));
}
