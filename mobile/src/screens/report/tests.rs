//! Reports rendered to text in each of their states.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::{ReceiptKind, ReceiptView};
use satchel_domain::receipts::{Receipt, parse};

fn made(title: &str) -> Asked<ReceiptView> {
    let blocks = parse("@bold: Café Âncora\n@row * *>: Began | 09:58").unwrap();
    let receipt = Receipt { blocks, rtl: false, decimal_mark: ".".to_owned() };
    Asked::Ready(ReceiptView { receipt, title: title.to_owned(), ..ReceiptView::default() })
}

fn view(kind: ReceiptKind, receipt: Asked<ReceiptView>) -> Element {
    rsx! {
        View { kind, receipt, deeds: rsx! { p { "Print" } }, on_back: |()| {} }
    }
}

#[test]
fn a_report_says_what_it_is_and_of_whom() {
    let words =
        text(&render_at(Language::English, 100, || view(ReceiptKind::Visit, made("Café Âncora"))));
    for part in ["Visit note", "Café Âncora", "Began", "Print"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let day = render_at(Language::English, 150, || view(ReceiptKind::Day, made("2026-11-22")));
    assert!(text(&day).contains("Day report"));
    let arabic = render_at(Language::Arabic, 130, || view(ReceiptKind::Task, made("تنظيف الآلة")));
    assert!(arabic.contains("تنظيف الآلة"));
}

#[test]
fn before_it_is_there_nothing_is_printed() {
    let html = render_at(Language::English, 100, || view(ReceiptKind::Day, Asked::Loading));
    assert!(html.contains("aria-busy") && !text(&html).contains("Print"), "{html}");
    let failed = || {
        let problem = Problem { id: "error-app-stopped", args: vec![] };
        view(ReceiptKind::Task, Asked::Failed(problem))
    };
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
}
