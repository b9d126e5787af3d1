//! The screen rendered to text.

use super::view::View;
use crate::ask::Asked;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use crate::screens::permit::Guard;
use dioxus::prelude::*;
use satchel_app::views::ReminderSettings;
use satchel_devices::permission::{Answer, FakePermissions, Permission};
use std::sync::Arc;

fn view(settings: ReminderSettings) -> Element {
    let system = FakePermissions::default();
    system.put(Permission::Notifications, Answer::NotAsked, Answer::Granted);
    use_context_provider(|| Guard(Arc::new(system)));
    rsx! {
        View { shown: Asked::Ready(settings), wrong: None, on_set: |_| {}, on_back: |()| {} }
    }
}

#[test]
fn it_says_why_before_the_system_asks() {
    let html = render_at(Language::English, 100, || view(ReminderSettings::default()));
    let words = text(&html);
    assert!(words.contains("The phone tells you") && words.contains("Allow"), "{words}");
    assert!(words.contains("15 minutes before") && words.contains("2 hours before"), "{words}");
    assert!(words.contains("The day before") && words.contains("Tasks"), "{words}");
    assert_eq!(html.matches("aria-checked=\"true\"").count(), 1);
}

#[test]
fn switched_off_it_asks_for_nothing() {
    let words = text(&render_at(Language::Arabic, 150, || {
        view(ReminderSettings { on: false, ..ReminderSettings::default() })
    }));
    assert!(words.contains("التذكير") && !words.contains("السماح"), "{words}");
}
