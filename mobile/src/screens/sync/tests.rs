//! The screen rendered to text in each of its states.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::{MoneyView, WaitingRow};
use satchel_domain::orders::OrderState;

fn row(title: &str, state: OrderState) -> WaitingRow {
    WaitingRow {
        doctype: "Sales Order".to_owned(),
        title: title.to_owned(),
        customer_name: "Hotel Linha Alta".to_owned(),
        due: Some(MoneyView::new(612.into(), "EUR")),
        uid: "0197-uid".to_owned(),
        state,
        at: DateTime::parse_from_rfc3339("2026-05-13T18:02:00+01:00").unwrap(),
        refusal: "Credit limit has been crossed".to_owned(),
    }
}

fn visit() -> WaitingRow {
    WaitingRow {
        doctype: "Field Visit".to_owned(),
        customer_name: "Café Âncora".to_owned(),
        due: None,
        uid: String::new(),
        refusal: String::new(),
        ..row("", OrderState::Waiting)
    }
}

fn view(shown: Asked<Vec<WaitingRow>>) -> Element {
    let today = NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default();
    rsx! {
        View { shown, today, on_back: |()| {}, on_open: |_| {}, on_backup: |()| {} }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 100, part))
}

#[test]
fn what_waits_is_said_to_be_safe_and_not_sent_by_this_version() {
    let words = words(|| {
        let rows = vec![row("VAN3-00039", OrderState::Waiting), visit()];
        view(Asked::Ready(rows))
    });
    for part in ["2 things are safe", "Nothing is lost", "does not send yet", "Visit"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    for part in ["VAN3-00039 · Hotel Linha Alta", "€612.00", "Yesterday 18:02", "Café Âncora"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!words.contains("Needs a hand"));
}

#[test]
fn a_refused_order_keeps_the_words_of_the_office() {
    let words = words(|| view(Asked::Ready(vec![row("VAN3-00038", OrderState::NeedsHand)])));
    for part in ["Needs a hand", "Credit limit has been crossed", "Look at it", "VAN3-00038"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn nothing_and_failure_are_said_too() {
    assert!(words(|| view(Asked::Ready(Vec::new()))).contains("Nothing waits to be sent"));
    let failed =
        words(|| view(Asked::Failed(Problem { id: "error-store-failed", args: Vec::new() })));
    assert!(failed.contains("could not be read") && failed.contains("safe"), "{failed}");
}

#[test]
fn it_reads_from_the_right_in_arabic() {
    let html = render_at(Language::Arabic, 150, || {
        view(Asked::Ready(vec![row("VAN3-00039", OrderState::Waiting)]))
    });
    assert!(text(&html).contains("لا يضيع شيء"));
}
