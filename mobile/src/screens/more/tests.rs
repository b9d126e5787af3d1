//! The screen rendered to text.

use super::choices::{ChoiceSheet, Choosing};
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use crate::options::Theme;
use dioxus::prelude::*;
use satchel_app::views::{PresenceView, ProfileCard, SettingsView};

fn settings() -> SettingsView {
    SettingsView {
        profile: ProfileCard {
            id: String::new(),
            label: "Van 3".to_owned(),
            company: "Mar & Serra".to_owned(),
            user: "Inês Prata".to_owned(),
            avatar: "IP".to_owned(),
            by_presence: false,
        },
        device: "VAN3".to_owned(),
        demo: true,
        site: Some("https://erp.example.com".to_owned()),
        language: "en".to_owned(),
        theme: "system".to_owned(),
        text_size: 130,
        warehouse: "Van 3 - MS".to_owned(),
        items: 420,
        key_store_warning: None,
        version: "0.1.0".to_owned(),
    }
}

fn view(shown: Asked<SettingsView>, wrong: Option<Problem>) -> Element {
    rsx! {
        View {
            shown,
            language: Language::English,
            theme: Theme::Dark,
            text_size: 130,
            waits: "Nothing waits to be sent",
            presence: PresenceView::Off,
            wrong,
            on_way: |_| {},
            on_set: |_| {},
            base: rsx! {},
        }
    }
}

#[test]
fn where_keys_lie_in_a_file_that_is_said() {
    let words = |shown: fn() -> Element| text(&render_at(Language::English, 100, shown));
    let warned = words(|| {
        let settings =
            SettingsView { key_store_warning: Some("key-store-sealed-file"), ..settings() };
        view(Asked::Ready(settings), None)
    });
    assert!(warned.contains("sealed file"), "{warned}");
    let quiet = words(|| view(Asked::Ready(settings()), None));
    assert!(!quiet.contains("sealed file"), "{quiet}");
}

#[test]
fn each_setting_shows_what_it_is_set_to() {
    let words = text(&render_at(Language::English, 100, || view(Asked::Ready(settings()), None)));
    for part in
        ["Inês Prata · Van 3", "English", "Large", "Dark", "VAN3 · 420 items", "erp.example.com"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(words.contains("Nothing waits to be sent") && words.contains("Safe copy"));
}

#[test]
fn the_places_are_there_before_the_settings_are_read() {
    let words = text(&render_at(Language::Arabic, 150, || view(Asked::Loading, None)));
    assert!(words.contains("العملاء") && words.contains("الكتالوج"));
}

#[test]
fn what_was_not_kept_is_said() {
    let html = render_at(Language::English, 100, || {
        let full = Problem { id: "error-store-disk-full", args: Vec::new() };
        view(Asked::Ready(settings()), Some(full))
    });
    assert!(html.contains("role=\"alert\"") && text(&html).contains("The phone is full"));
}

#[test]
fn every_choice_is_offered_in_its_own_words() {
    let words = text(&render_at(Language::English, 100, || {
        rsx! {
            ChoiceSheet {
                choosing: Choosing::Language,
                language: Language::English,
                theme: Theme::System,
                text_size: 100,
                on_set: |_| {},
                on_way: |_| {},
                on_close: |()| {},
            }
        }
    }));
    for language in Language::ALL {
        assert!(words.contains(language.own_name()), "{words}");
    }
}
