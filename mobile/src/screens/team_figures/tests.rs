//! The figures of the team rendered to text in each of their states.

use super::Sentences;
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use crate::screens::share::Stage;
use chrono::NaiveDate;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{Flag, MoneyView, TeamFigures, TeamFilter, TeamReport, TeamUnvisited};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, day).unwrap()
}

fn report() -> TeamReport {
    TeamReport {
        reps: vec![TeamFigures {
            user: "ines@example.com".into(),
            name: "Inês Prata".into(),
            visits: 40,
            days: 5,
            with_order: 26,
            flagged: 2,
            minutes: 800,
            left: 40,
            sold: vec![MoneyView::new(Decimal::new(128_450, 2), "EUR")],
        }],
        days: vec![(day(13), 18), (day(14), 22)],
        customers: 60,
        unvisited: 6,
        longest: vec![TeamUnvisited {
            customer: "server:C-1".into(),
            customer_name: "Tasca do Cais".into(),
            territory: "Ribeira".into(),
            last: None,
        }],
    }
}

fn view(found: Asked<TeamReport>) -> Element {
    let filter = TeamFilter { from: day(8), ..TeamFilter::day(day(14)) };
    rsx! {
        View {
            filter,
            found,
            span: 1,
            alone: 1,
            stage: Stage::Idle,
            on_span: |_| {},
            on_alone: |_| {},
            on_file: |_| {},
            on_customer: |_| {},
            on_back: |()| {},
        }
    }
}

#[test]
fn the_figures_stand_in_words_beside_the_drawing() {
    let html = render_at(Language::English, 100, || view(Asked::Ready(report())));
    let words = text(&html);
    for part in
        ["Inês Prata", "€1,284.50", "65", "20 min", "13 h 20 min", "90", "Tasca do Cais", "GPX"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(html.contains("<rect") && html.contains("<table"), "{html}");
    let arabic = text(&render_at(Language::Arabic, 150, || view(Asked::Ready(report()))));
    assert!(arabic.contains("Inês Prata") && !arabic.contains("team-"), "{arabic}");
}

#[test]
fn nothing_yet_not_yet_and_not_at_all() {
    let none =
        text(&render_at(Language::English, 100, || view(Asked::Ready(TeamReport::default()))));
    assert!(none.contains("No visits"), "{none}");
    assert!(render_at(Language::English, 100, || view(Asked::Loading)).contains("aria-busy"));
    let failed = || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }));
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
}

#[test]
fn a_file_says_what_the_screen_says() {
    #[component]
    fn Said() -> Element {
        let sentences = Sentences::now();
        let flags =
            [Flag::Far { metres: 380 }, Flag::ClockChanged { minutes: -14 }, Flag::NoCheckOut];
        let said = flags.iter().map(|flag| sentences.of(flag)).collect::<Vec<_>>().join("|");
        rsx! { "{said}" }
    }
    let words = render_at(Language::English, 100, || rsx! { Said {} });
    assert_eq!(
        words,
        "Checked in 380 m from the customer|Clock set back 14 minutes|Never checked out"
    );
}
