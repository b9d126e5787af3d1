//! A visit of the team rendered to text in each of its states.

use super::pictures::{NoPicture, Seen};
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::DateTime;
use dioxus::prelude::*;
use satchel_app::PictureError;
use satchel_app::views::{Break, Flag, TeamEvidence, TeamPicture, TeamVisitLine, TeamVisitView};

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
            worth: 0,
        },
        user: "ines@example.com".into(),
        name: "Inês Prata".into(),
        territory: "Ribeira".into(),
        accuracy_m: Some(8),
        distance_m: Some(380),
        notes: "Shelf is empty".into(),
        orders: vec![],
        pictures: vec![],
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
    rsx! { View { shown, pictures: vec![], on_again: |()| {}, on_back: |()| {} } }
}

fn picture(name: &str, signature: bool, seen: Seen) -> (TeamPicture, Seen) {
    let picture = TeamPicture {
        name: name.into(),
        file_name: format!("{name}.jpg"),
        bytes: 1,
        signature,
        here: matches!(seen, Seen::Here(_)),
    };
    (picture, seen)
}

fn with(pictures: Vec<(TeamPicture, Seen)>) -> Element {
    rsx! {
        View { shown: Asked::Ready(visit()), pictures, on_again: |()| {}, on_back: |()| {} }
    }
}

fn not(error: PictureError) -> (TeamPicture, Seen) {
    picture(error.message_id(), false, Seen::Not(NoPicture::from(error)))
}

#[test]
fn a_picture_is_shown_or_is_coming() {
    const URL: &str = "data:image/jpeg;base64,AAAA";
    let there = render_at(Language::English, 150, || {
        with(vec![
            picture("a", false, Seen::Here(URL.into())),
            picture("b", true, Seen::Here(URL.into())),
            picture("c", false, Seen::Coming),
        ])
    });
    assert_eq!(there.matches(URL).count(), 2, "{there}");
    assert!(there.contains("bg-white") && there.contains("aria-busy"), "{there}");
    assert!(text(&there).contains("Signed by the customer"));
    assert!(!text(&there).contains("Try again"), "nothing failed");
}

#[test]
fn a_picture_that_does_not_come_says_why_and_whether_trying_again_is_of_use() {
    let lasting = || {
        with(vec![
            not(PictureError::Refused),
            not(PictureError::Gone),
            not(PictureError::NotAPicture),
            not(PictureError::TooLarge),
        ])
    };
    let lasting = text(&render_at(Language::English, 150, lasting));
    for part in ["does not show you", "no longer has", "is no photo", "too large for a phone"] {
        assert!(lasting.contains(part), "{part}: {lasting}");
    }
    assert!(!lasting.contains("Try again"), "{lasting}");
    let passing = || with(vec![not(PictureError::Offline), not(PictureError::Slow)]);
    let passing = text(&render_at(Language::English, 150, passing));
    for part in ["comes when there is signal", "too weak", "Try again"] {
        assert!(passing.contains(part), "{part}: {passing}");
    }
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
