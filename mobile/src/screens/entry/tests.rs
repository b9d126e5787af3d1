use super::pin_screen::PinScreen;
use super::presence::{PresenceState, question};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::components::*;
use crate::i18n::Language;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::PresenceView;

fn presence(state: PresenceView, wrong: Option<Problem>) -> Element {
    rsx! {
        PresenceState { state, wrong, on_end: |()| {}, on_back: |()| {} }
    }
}

#[test]
fn a_finger_that_opens_can_be_switched_off() {
    let words = text(&render_at(Language::English, 100, || presence(PresenceView::On, None)));
    assert!(words.contains("The PIN always does, too") && words.contains("Use only the PIN"));
}

#[test]
fn a_phone_that_knows_nobody_says_where_to_teach_it() {
    let words =
        text(&render_at(Language::English, 100, || presence(PresenceView::NobodyKnown, None)));
    assert!(words.contains("Teach it one in the phone"), "{words}");
    assert!(!words.contains("Use only the PIN"), "{words}");
    let arabic = render_at(Language::Arabic, 150, || presence(PresenceView::NobodyKnown, None));
    assert!(text(&arabic).contains("الإصبع أو الوجه"));
}

#[test]
fn what_could_not_be_switched_off_is_said() {
    let html = render_at(Language::English, 100, || {
        let full = Problem { id: "error-store-disk-full", args: Vec::new() };
        presence(PresenceView::On, Some(full))
    });
    assert!(html.contains("role=\"alert\"") && text(&html).contains("The phone is full"));
}

#[test]
fn the_other_way_in_stands_under_the_hint() {
    let words = text(&render_at(Language::Spanish, 100, || {
        assert_eq!(question().title, "Desbloquear Satchel");
        rsx! {
            PinScreen {
                on_back: None,
                off: false,
                ready: false,
                entered: 0,
                title: "Rita",
                about: "Aurora Lda",
                hint: tr!("unlock-hint"),
                wrong: None,
                beside: rsx! {
                    Button { label: tr!("presence-open"), on_press: |()| {} }
                },
                on_key: |_| {},
                on_done: |()| {},
            }
        }
    }));
    assert!(words.contains("Usar huella o cara"), "{words}");
}
