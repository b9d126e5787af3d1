//! The entry rendered to text.

use super::GoneView;
use super::form::FormView;
use super::people::PeopleView;
use super::read::Read;
use super::state::{Change, Over, State};
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::{EventDetail, EventRepeat, OfficeTime, ParticipantView};

fn tasca() -> ParticipantView {
    ParticipantView {
        doctype: "Customer".into(),
        name: "Tasca".into(),
        label: "Tasca do Cais".into(),
    }
}

fn state() -> State {
    let mut state = State::new("2026-05-14T09:00:00".parse().unwrap());
    state.apply(Change::Subject("Empty crates".into()));
    state.apply(Change::Join(tasca()));
    state
}

fn detail(own: bool, repeat: EventRepeat) -> EventDetail {
    let mut state = state();
    state.apply(Change::Repeat(repeat));
    EventDetail {
        event: "server:EV1".into(),
        form: state.form,
        own,
        owner: if own { String::new() } else { "bea@example.com".into() },
        office: Some(OfficeTime {
            zone: "America/New_York".into(),
            starts_on: "2026-05-14T04:00:00".parse().unwrap(),
            ends_on: None,
        }),
        waiting: false,
        customer: "server:Tasca".into(),
    }
}

fn form(state: State, of: Option<EventDetail>, problem: Option<Problem>) -> Element {
    rsx! {
        FormView {
            state,
            of,
            problem,
            on_change: |_| {},
            on_save: |()| {},
            on_delete: |()| {},
            on_back: |()| {},
        }
    }
}

fn series() -> Element {
    let detail = detail(true, EventRepeat::Weekly);
    let state = State { form: detail.form.clone(), over: Over::Nothing };
    form(state, Some(detail), None)
}

#[test]
fn a_new_entry_asks_when_and_has_nothing_to_delete() {
    let html = render_at(Language::English, 100, || form(state(), None, None));
    for part in [
        "type=\"date\" value=\"2026-05-14\"",
        "type=\"time\" value=\"09:00\"",
        "value=\"09:30\"",
        "aria-checked=\"true\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let text = text(&html);
    for words in [
        "New entry",
        "Save entry",
        "Tasca do Cais",
        "With a customer it is a visit",
        "15 min later",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Delete entry"));
}

#[test]
fn a_series_says_that_all_of_it_changes() {
    let html = render_at(Language::English, 130, series);
    let text = text(&html);
    for words in ["every time it takes place", "Repeats until", "Delete entry", "America/New York"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(html.matches("aria-pressed=\"true\"").count(), 1, "Thursday: {html}");
    let ask = || {
        let detail = detail(true, EventRepeat::Weekly);
        let state = State { form: detail.form.clone(), over: Over::Delete };
        form(state, Some(detail), None)
    };
    let asked = render_at(Language::English, 100, ask);
    assert!(
        asked.contains("role=\"dialog\"") && asked.contains("every time it takes place is deleted")
    );
}

#[test]
fn an_entry_of_the_whole_day_asks_for_no_time() {
    let part = || {
        let mut state = state();
        state.apply(Change::AllDay(true));
        form(state, None, None)
    };
    let html = render_at(Language::English, 100, part);
    assert!(!html.contains("type=\"time\"") && !html.contains("15 min"), "{html}");
}

#[test]
fn a_refusal_stands_over_the_button() {
    let part = || {
        let problem = Problem { id: "error-event-no-weekday", args: vec![] };
        form(state(), None, Some(problem))
    };
    assert!(text(&render_at(Language::English, 100, part)).contains("at least one weekday"));
    assert!(text(&render_at(Language::Arabic, 150, part)).contains("اختر"));
    assert!(text(&render_at(Language::Arabic, 150, series)).contains("متكرر"));
}

#[test]
fn somebody_elses_is_only_read() {
    let part = || {
        rsx! {
            Read { detail: detail(false, EventRepeat::Monthly), on_customer: |_| {}, on_back: |()| {} }
        }
    };
    let html = render_at(Language::English, 100, part);
    assert!(!html.contains("<input") && !html.contains("Save entry"), "{html}");
    let text = text(&html);
    for words in ["belongs to bea@example.com", "Every month", "09:00 to 09:30", "Open customer"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn people_are_found_or_not() {
    let found = || {
        rsx! {
            PeopleView { found: Asked::Ready(vec![tasca()]), on_type: |_| {}, on_change: |_| {} }
        }
    };
    assert!(text(&render_at(Language::English, 100, found)).contains("Tasca do Cais"));
    let none = || {
        rsx! {
            PeopleView { found: Asked::Ready(vec![]), on_type: |_| {}, on_change: |_| {} }
        }
    };
    assert!(text(&render_at(Language::English, 100, none)).contains("Nobody"));
    let loading = || {
        rsx! {
            PeopleView { found: Asked::Loading, on_type: |_| {}, on_change: |_| {} }
        }
    };
    assert!(render_at(Language::English, 100, loading).contains("aria-busy"));
}

#[test]
fn what_was_deleted_can_be_brought_back() {
    let part = || {
        rsx! {
            GoneView { subject: "Empty crates", problem: None, on_undo: |()| {}, on_back: |()| {} }
        }
    };
    let text = text(&render_at(Language::English, 100, part));
    assert!(text.contains("Empty crates was deleted") && text.contains("Undo"), "{text}");
}
