//! The customers screen rendered to text in each of its states.

use super::state::State;
use super::view::{Shown, View};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{CustomerRow, MoneyView};

fn customer(customer_name: &str) -> CustomerRow {
    CustomerRow {
        name: customer_name.to_owned(),
        customer_name: customer_name.to_owned(),
        place: "Rua do Bonfim 118, Porto".to_owned(),
        customer_group: String::new(),
        territory: String::new(),
        distance_m: Some(1_240),
        last_order: NaiveDate::from_ymd_opt(2026, 5, 7),
        overdue: None,
        local: false,
    }
}

fn view(shown: Shown, typed: &str) -> Element {
    rsx! {
        View {
            state: State { text: typed.to_owned(), ..State::default() },
            shown,
            today: NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default(),
            on_change: |_| {},
            on_back: |()| {},
            on_open: |_| {},
            on_new: |()| {},
        }
    }
}

#[test]
fn a_customer_shows_where_and_when() {
    let html = render_at(Language::English, 100, || {
        let late = CustomerRow {
            overdue: Some(MoneyView::new("214.60".parse().unwrap_or_default(), "EUR")),
            ..customer("Café Âncora")
        };
        view(Shown::Rows(vec![customer("Mercearia Flor do Bonfim"), late]), "")
    });
    let text = text(&html);
    for words in ["1.2 km", "ordered 7 May", "€214.60 late", "Rua do Bonfim 118, Porto"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(html.matches("role=\"listitem\"").count(), 2);
}

#[test]
fn every_state_says_what_comes_next() {
    let text_of = |part: fn() -> Element| text(&render_at(Language::English, 100, part));
    assert!(text_of(|| view(Shown::Empty, "")).contains("New customer"));
    assert!(text_of(|| view(Shown::Empty, "zz")).contains("Nobody matches"));
    let nowhere = || {
        let why = Problem { id: "location-switched-off", args: vec![] };
        view(Shown::NoPosition(why), "")
    };
    assert!(text_of(nowhere).contains("Switch location on"));
    assert!(text_of(nowhere).contains("A to Z"));
    assert!(render_at(Language::English, 100, || view(Shown::Loading, "")).contains("aria-busy"));
    let failed = || view(Shown::Failed(Problem { id: "error-app-stopped", args: vec![] }), "");
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
}

#[test]
fn it_reads_from_the_right_in_arabic() {
    let html = render_at(Language::Arabic, 150, || {
        view(Shown::Rows(vec![customer("بقالة زهرة بونفيم")]), "")
    });
    assert!(html.contains("بقالة زهرة بونفيم") && text(&html).contains("كم"), "{html}");
}
