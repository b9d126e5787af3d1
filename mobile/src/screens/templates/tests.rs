//! Templates rendered to text in each of their states.

use super::edit::{Draft, View as Edit};
use super::list::View as List;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::{
    Receipt, ReceiptError, ReceiptKind, TemplateFrom, TemplateRow, TemplateTrial,
};
use satchel_domain::receipts::parse;

fn broken() -> ReceiptError {
    ReceiptError::Template { line: 2, detail: "unknown filter: monye".to_owned() }
}

fn list(shown: Asked<Vec<TemplateRow>>) -> Element {
    rsx! { List { shown, on_back: |()| {}, on_open: |_| {} } }
}

fn edit(typed: &str, problem: Option<ReceiptError>, is_sample: bool) -> Element {
    let draft = Draft {
        start: "@rule\n{{ doc.total|monye }}".to_owned(),
        version: 0,
        text: typed.to_owned(),
        kept: "@rule".to_owned(),
        from: TemplateFrom::Own,
        behind: "@rule =".to_owned(),
        of_office: false,
    };
    let receipt = Receipt { blocks: parse("Café Âncora").unwrap(), ..Receipt::default() };
    let trial = Asked::Ready(TemplateTrial { receipt, problem, is_sample, logo: None });
    rsx! {
        Edit { kind: ReceiptKind::Order, draft, trial, wrong: None, on_deed: |_| {}, on_back: |()| {} }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 100, part))
}

#[test]
fn each_kind_says_whose_it_is_and_what_is_wrong() {
    let shown = words(|| {
        let row = |kind, from, of_office, problem| TemplateRow { kind, from, of_office, problem };
        list(Asked::Ready(vec![
            row(ReceiptKind::Order, TemplateFrom::Own, false, Some(broken())),
            row(ReceiptKind::Visit, TemplateFrom::Own, true, None),
            row(ReceiptKind::Task, TemplateFrom::Office, true, None),
            row(ReceiptKind::Day, TemplateFrom::BuiltIn, false, None),
        ]))
    });
    for part in [
        "Receipt of an order",
        "Your own",
        "Line 2",
        "monye",
        "Your own; the office has one too",
        "From the office",
        "Day report",
        "Built in",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(render_at(Language::Arabic, 150, || list(Asked::Loading)).contains("aria-busy"));
    let failed = || list(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }));
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
}

#[test]
fn a_mistake_stands_at_its_line_and_the_receipt_prints_all_the_same() {
    let html = render_at(Language::English, 100, || edit("b", Some(broken()), false));
    let shown = text(&html);
    assert!(html.contains("--line:2") && shown.contains("Line 2"), "{html}");
    for part in ["built-in", "Not saved", "Save", "Café Âncora", "last"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn what_is_kept_can_only_be_left_or_given_up() {
    let html = render_at(Language::Spanish, 130, || edit("@rule", None, true));
    assert!(html.matches("disabled").count() == 1, "{html}");
    assert!(!html.contains("--line"));
}
