//! A visit of the team rendered to text in each of its states.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::DateTime;
use dioxus::prelude::*;
use satchel_app::views::{Break, Flag, TeamEvidence, TeamVisitLine, TeamVisitView};

fn visit() -> TeamVisitView {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
    TeamVisitView {
        line: TeamVisitLine {
            id: 7,
            nth: 3,
            customer_name: "Café Âncora".into(),
            from: at("2026-05-14T08:55:00+01:00"),
            until: Some(at("2026-05-14T09:10:00+01:00")),
            planned: true,
            degrees: Some((41.1512, -8.5972)),
            flags: vec![
                Flag::ClockChanged { minutes: -14 },
                Flag::Chain(Break::Changed),
                Flag::Far { metres: 380 },
            ],
            sold: vec![],
        },
        user: "ines@example.com".into(),
        name: "Inês Prata".into(),
        territory: "Ribeira".into(),
        accuracy_m: Some(8),
        distance_m: Some(380),
        notes: "Shelf is empty".into(),
        orders: vec![],
        pictures: vec!["/private/files/shelf.jpg".into()],
        evidence: vec![TeamEvidence {
            leaving: false,
            device: "VAN3".into(),
            number: 41,
            at: at("2026-05-14T08:55:00+01:00"),
            clock_ahead_s: Some(-840),
            simulated: Some(false),
            hash: "ab".repeat(32),
        }],
        changed: vec!["distance_m".into()],
    }
}

fn view(shown: Asked<TeamVisitView>) -> Element {
    rsx! { View { shown, on_back: |()| {} } }
}

#[test]
fn every_doubt_is_a_sentence_with_its_reason() {
    let words = text(&render_at(Language::English, 100, || view(Asked::Ready(visit()))));
    for part in [
        "Clock set back 14 minutes",
        "changed after it was made",
        "380 m from the customer",
        "Inês Prata",
        "Shelf is empty",
        "shelf.jpg",
        "distance_m",
        "VAN3",
        "08:55:00",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let arabic = render_at(Language::Arabic, 150, || view(Asked::Ready(visit())));
    assert!(arabic.contains("Café Âncora") && !text(&arabic).contains("team-"), "{arabic}");
}

#[test]
fn nothing_wrong_is_said_and_so_is_a_site_that_keeps_no_evidence() {
    let words = text(&render_at(Language::English, 100, || {
        let mut plain = visit();
        plain.line.flags.clear();
        plain.line.until = None;
        plain.line.degrees = None;
        (plain.evidence, plain.changed) = (vec![], vec![]);
        view(Asked::Ready(plain))
    }));
    for part in ["Nothing looks wrong", "no check-out", "keeps no evidence"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn before_it_is_there_and_when_it_fails() {
    assert!(render_at(Language::English, 100, || view(Asked::Loading)).contains("aria-busy"));
    let failed = || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }));
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
}
