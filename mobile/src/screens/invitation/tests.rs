//! An invitation rendered to text.

use super::view::{Shown, View};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::{EventForm, EventRepeat, InvitedEvent, Sentence};

fn fair() -> InvitedEvent {
    InvitedEvent {
        form: EventForm {
            subject: "Spring fair".into(),
            starts_on: Some("2026-05-14T09:00:00".parse().unwrap()),
            ends_on: Some("2026-05-14T17:00:00".parse().unwrap()),
            repeat: EventRepeat::Yearly,
            description: "Hall 3".into(),
            ..EventForm::default()
        },
        notes: vec![Sentence {
            message_id: "ics-note-single-times",
            args: vec![("count", "2".into())],
        }],
    }
}

fn view(shown: Shown, added: Vec<usize>) -> Element {
    rsx! {
        View {
            shown,
            added,
            on_file: |_| {},
            on_add: |_| {},
            on_calendar: |_| {},
            on_back: |()| {},
        }
    }
}

#[test]
fn what_cannot_be_kept_is_said_before_it_is_taken() {
    let html = render_at(Language::English, 100, || view(Shown::Events(vec![fair()]), vec![]));
    let said = text(&html);
    for words in
        ["Spring fair", "09:00 to 17:00", "Every year", "2 single times", "Add to calendar"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("To the calendar"));
    assert!(html.contains("accept=\".ics,text/calendar\""));
}

#[test]
fn what_was_taken_leads_to_its_day() {
    let part = || view(Shown::Events(vec![fair()]), vec![0]);
    let said = text(&render_at(Language::English, 130, part));
    assert!(said.contains("Added") && said.contains("To the calendar"), "{said}");
    assert!(!said.contains("Add to calendar"));
}

#[test]
fn every_state_says_something() {
    let none = text(&render_at(Language::Arabic, 150, || view(Shown::Nothing, vec![])));
    assert!(none.contains("دعوة"), "{none}");
    assert!(
        render_at(Language::English, 100, || view(Shown::Reading, vec![])).contains("aria-busy")
    );
    let wrong = || {
        let problem = Problem { id: "error-ics-unreadable", args: vec![] };
        view(Shown::Wrong(problem), vec![])
    };
    assert!(text(&render_at(Language::English, 100, wrong)).contains("no invitation"));
}
