//! The screen rendered to text.

use super::view::{Stage, View};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::{CourierFile, CourierReceipt};

fn view(stage: Stage) -> Element {
    let file = use_signal(|| "/home/ines/satchel-VAN3-2026-11-22.courier".to_owned());
    let receipt = use_signal(|| "/home/ines/1.receipt".to_owned());
    rsx! {
        View { stage, file, receipt, on_write: |()| {}, on_read: |()| {}, on_unread: |()| {}, on_back: |()| {} }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 100, part))
}

#[test]
fn a_file_that_was_written_says_what_is_in_it_and_where_it_is() {
    let words = words(|| {
        let place = "/media/card/satchel-VAN3-2026-11-22.courier".to_owned();
        view(Stage::Written(CourierFile { number: 3, documents: 5 }, place))
    });
    for part in ["File 3", "5 things", "/media/card/satchel-VAN3-2026-11-22.courier", "Share"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn each_mistake_stands_at_its_field() {
    let html = render_at(Language::English, 100, || {
        let torn = Problem { id: "error-courier-torn", args: Vec::new() };
        view(Stage::Asking(None, Some(torn)))
    });
    assert_eq!(html.matches("role=\"alert\"").count(), 1);
    assert!(text(&html).contains("torn"));
}

fn receipt(delivered: u32, refused: u32, unchanged: u32) -> CourierReceipt {
    CourierReceipt { delivered, refused, unchanged, ..CourierReceipt::default() }
}

#[test]
fn other_totals_are_told() {
    let words = words(|| view(Stage::Read(CourierReceipt { differ: 2, ..receipt(4, 0, 0) })));
    assert!(words.contains("2 orders were booked with other totals"), "{words}");
}

#[test]
fn a_receipt_says_what_is_delivered_and_what_is_not() {
    let words = words(|| view(Stage::Read(receipt(4, 1, 0))));
    assert!(words.contains("4 things") && words.contains("refused"), "{words}");
    let arabic = text(&render_at(Language::Arabic, 150, || view(Stage::Read(receipt(4, 0, 2)))));
    assert!(arabic.contains("المكتب"), "{arabic}");
}
