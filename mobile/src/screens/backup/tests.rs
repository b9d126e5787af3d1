//! The screens rendered to text.

use super::file::{ENDING, Exchange, RECEIPT};
use super::make::{Stage, View as Make, Wrong};
use super::restore::View as Restore;
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use std::path::PathBuf;

fn make(stage: Stage) -> Element {
    let file = use_signal(|| "/home/ines/satchel-VAN3-2026-11-22.satchel".to_owned());
    let (passphrase, again) = (use_signal(String::new), use_signal(String::new));
    rsx! {
        Make { stage, file, passphrase, again, on_make: |()| {}, on_back: |()| {} }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 100, part))
}

#[test]
fn a_mistake_stands_at_its_field() {
    let differs = words(|| make(Stage::Asking(Some(Wrong::Differs))));
    assert!(differs.contains("That was another passphrase"), "{differs}");
    let html = render_at(Language::English, 100, || {
        let short = Problem { id: "error-passphrase-too-short", args: Vec::new() };
        make(Stage::Asking(Some(Wrong::Problem(short))))
    });
    assert_eq!(html.matches("role=\"alert\"").count(), 1);
    assert!(html.contains("satchel-VAN3-2026-11-22.satchel"));
}

#[test]
fn a_copy_made_says_what_is_in_it_and_where_it_is() {
    let words = words(|| make(Stage::Made(3)));
    for part in ["is made", "3 things", "satchel-VAN3", "Done"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

fn restore(wrong: Option<Problem>, inside: bool) -> Element {
    let (file, passphrase) = (use_signal(|| "/a/b.satchel".to_owned()), use_signal(String::new));
    let summary: Option<satchel_app::BackupSummary> = inside.then(|| {
        serde_json::from_str(
            r#"{"label": "Van 3", "company": "Mar & Serra", "user": "Inês Prata", "avatar": "IP",
                "made_at": "2026-11-22T08:00:00Z", "device_code": "VAN3", "last_receipt": null,
                "unsent_documents": 2, "schema": 4}"#,
        )
        .unwrap()
    });
    rsx! {
        Restore {
            found: vec![PathBuf::from("/a/b.satchel"), PathBuf::from("/a/c.satchel")],
            file,
            passphrase,
            busy: false,
            wrong,
            inside: summary,
            on_look: |()| {},
            on_change: |()| {},
            on_unread: |()| {},
            on_pin: |()| {},
            on_back: |()| {},
        }
    }
}

#[test]
fn what_is_in_a_copy_is_shown_before_a_pin_is_chosen() {
    let before = words(|| restore(None, false));
    assert!(before.contains("b.satchel") && before.contains("c.satchel"), "{before}");
    assert!(before.contains("Look into it") && !before.contains("Choose a PIN"), "{before}");
    let after = words(|| restore(None, true));
    for part in ["Inês Prata", "2 things in it wait", "VAN3B", "Choose a PIN"] {
        assert!(after.contains(part), "{part}: {after}");
    }
}

#[test]
fn a_wrong_passphrase_stands_at_the_passphrase() {
    let html = render_at(Language::Arabic, 150, || {
        restore(Some(Problem { id: "error-backup-passphrase", args: Vec::new() }), false)
    });
    assert!(html.contains("id=\"restore-passphrase-about\""), "{html}");
    assert!(!html.contains("id=\"restore-file-about\""), "{html}");
}

#[test]
fn the_copy_of_a_chosen_file_is_in_no_list_and_does_not_stay() {
    let folder = tempfile::tempdir().unwrap();
    let exchange = Exchange(folder.path().to_path_buf());
    let own = folder.path().join("chosen.satchel");
    for path in [own.clone(), exchange.copy_of(ENDING), exchange.copy_of(RECEIPT)] {
        std::fs::write(path, "content").unwrap();
    }
    assert_eq!((exchange.found(), exchange.receipts()), (vec![own.clone()], vec![]));
    exchange.forget_copies();
    let left: Vec<PathBuf> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(left, [own]);
}
