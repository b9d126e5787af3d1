//! The form rendered to text.

use super::state::{Change, Here, State};
use super::view::View;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::NewCustomerChoices;

fn view(state: State) -> Element {
    rsx! {
        View {
            state,
            choices: NewCustomerChoices {
                customer_groups: vec!["Bakery".to_owned(), "Grocery".to_owned()],
                territories: vec![],
                customer_group: "Grocery".to_owned(),
                territory: String::new(),
            },
            problem: None,
            on_change: |_| {},
            on_save: |()| {},
            on_back: |()| {},
        }
    }
}

fn tried() -> State {
    let mut state = State::default();
    state.apply(Change::Field("email_id", "rosa@".into()));
    state.try_to_save();
    state
}

#[test]
fn it_asks_for_little_and_takes_defaults() {
    let html = render_at(Language::English, 100, || view(State::default()));
    assert!(!html.contains("aria-invalid"), "{html}");
    assert_eq!(html.matches("<option").count(), 2);
    assert!(text(&html).contains("Save customer"));
    // Without choices there is nothing to choose.
    assert!(!html.contains("id=\"territory\""));
}

#[test]
fn each_mistake_stands_at_its_field() {
    let html = render_at(Language::English, 130, || view(tried()));
    assert_eq!(html.matches("aria-invalid=\"true\"").count(), 2);
    let text = text(&html);
    for words in ["This is needed", "That is not an e-mail address", "2 fields"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_phone_that_does_not_know_its_place_says_so() {
    let part = || view(State { here: Here::Unknown, ..State::default() });
    let html = render_at(Language::Arabic, 150, part);
    assert!(text(&html).contains("الهاتف"), "{html}");
}
