//! The screen rendered to text.

use super::view::{Typed, View};
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::ScanSettings;

fn view(wrong: Option<Problem>, kept: bool) -> Element {
    let settings = ScanSettings { sound: false, prefix: "~".to_owned(), ..ScanSettings::default() };
    let typed = Typed::of(&settings, "21IIIIIWWwwwC");
    rsx! {
        View { shown: Asked::Ready((settings, typed)), wrong, kept, on_deed: |_| {}, on_back: |()| {} }
    }
}

#[test]
fn what_is_set_is_shown() {
    let html = render_at(Language::English, 100, || view(None, true));
    assert_eq!(html.matches("aria-checked=\"true\"").count(), 1, "the shake");
    assert_eq!(html.matches("aria-checked=\"false\"").count(), 1, "the tone");
    assert!(html.contains("value=\"~\"") && html.contains("21IIIIIWWwwwC"), "{html}");
    assert!(text(&html).contains("Saved"));
}

#[test]
fn a_layout_that_is_none_is_said_in_arabic_and_large() {
    let html = render_at(Language::Arabic, 150, || {
        let args = vec![("pattern".to_owned(), "21XX".to_owned())];
        view(Some(Problem { id: "error-label-pattern-length", args }), false)
    });
    assert!(text(&html).contains("21XX"), "{html}");
}
