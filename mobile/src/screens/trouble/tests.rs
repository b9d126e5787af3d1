//! The screens rendered to text.

use super::*;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;

fn saved(incomplete: u32, numbering_certain: bool) -> SalvageView {
    SalvageView {
        orders: 3,
        drafts: 1,
        others: 0,
        incomplete,
        numbering_certain,
        items: if numbering_certain { 400 } else { 0 },
        set_aside: "satchel.db.damaged-1".to_owned(),
    }
}

#[test]
fn trouble_says_why_and_what_to_do() {
    for id in ["error-store-newer", "error-store-read-only", "error-profile-key-lost"] {
        let words = text(&render_at(
            Language::English,
            100,
            match id {
                "error-store-newer" => || trouble("error-store-newer"),
                "error-store-read-only" => || trouble("error-store-read-only"),
                _ => || trouble("error-profile-key-lost"),
            },
        ));
        assert!(words.contains("Try again") && words.contains("Restore a safe copy"), "{words}");
        assert!(!words.contains(id), "{words}");
    }
}

fn trouble(id: &'static str) -> Element {
    rsx! {
        Trouble {
            problem: Problem { id, args: Vec::new() },
            on_retry: |()| {},
            on_restore: |()| {},
        }
    }
}

#[test]
fn where_only_a_copy_mends_restoring_is_the_action() {
    let action = |part: fn() -> Element| {
        let html = render_at(Language::English, 100, part);
        let (_, action) = html.rsplit_once("s-act").unwrap();
        text(action)
    };
    let lost = action(|| trouble("error-profile-key-lost"));
    assert!(lost.contains("Restore a safe copy") && !lost.contains("Try again"), "{lost}");
    let full = action(|| trouble("error-store-disk-full"));
    assert!(full.contains("Try again") && !full.contains("Restore"), "{full}");
}

#[test]
fn what_was_saved_is_counted() {
    let words = text(&render_at(Language::English, 100, || {
        rsx! { Salvaged { saved: saved(0, true), on_done: |()| {} } }
    }));
    assert!(words.contains("3 orders") && words.contains("satchel.db.damaged-1"), "{words}");
    assert!(!words.contains("device code") && !words.contains("catalogue"), "{words}");
    let html = render_at(Language::English, 100, || {
        rsx! { Salvaged { saved: saved(2, false), on_done: |()| {} } }
    });
    let words = text(&html);
    assert!(words.contains("2 orders") && words.contains("device code"), "{words}");
    assert!(words.contains("catalogue"), "{words}");
    assert!(html.contains("role=\"alert\""));
}
