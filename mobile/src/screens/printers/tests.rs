//! Printers rendered to text in each of their states.

use super::print::PrintView;
use super::view::{Form, Known, View};
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::DateTime;
use dioxus::prelude::*;
use satchel_app::views::{PrintJobView, PrintState, PrinterView};

fn job(state: PrintState) -> PrintJobView {
    PrintJobView {
        id: 1,
        document: "uid".to_owned(),
        title: "VAN3-00042".to_owned(),
        printer: "Van".to_owned(),
        state,
        size: 900,
        sent: 120,
        problem: "error-printer-dropped".to_owned(),
        is_copy: false,
        queued: DateTime::default(),
    }
}

fn view(shown: Asked<Known>, form: Form) -> Element {
    rsx! { View { shown, form, wrong: None, on_deed: |_| {}, on_back: |()| {} } }
}

fn printing(printer: bool, job: Option<PrintJobView>) -> Element {
    rsx! {
        PrintView {
            printer,
            job,
            wrong: None,
            missing: "",
            on_print: |()| {},
            on_leave: |_| {},
            on_printers: |()| {},
        }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 100, part))
}

#[test]
fn printers_and_what_they_printed() {
    let words = words(|| {
        let printer = PrinterView {
            id: 1,
            name: "Van".to_owned(),
            place: "192.168.1.50:9100".to_owned(),
            profile: "58mm".to_owned(),
            is_default: true,
        };
        let known = Known { printers: vec![printer], jobs: vec![job(PrintState::Failed)] };
        view(Asked::Ready(known), Form::default())
    });
    for part in
        ["Van", "192.168.1.50:9100", "58 mm", "Print test page", "VAN3-00042", "120", "broke"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
}

fn nothing() -> Asked<Known> {
    Asked::Ready(Known { printers: vec![], jobs: vec![] })
}

#[test]
fn none_yet_and_one_being_added() {
    let words = text(&render_at(Language::Arabic, 130, || view(nothing(), Form::default())));
    assert!(words.contains("طابعة"), "{words}");
    let html = render_at(Language::English, 100, || {
        let wrong = Some(Problem { id: "error-printer-bad-address", args: vec![] });
        view(nothing(), Form { open: true, wrong, ..Form::default() })
    });
    assert!(html.contains("role=\"alert\"") && html.contains("printer-address"), "{html}");
}

#[test]
fn a_receipt_to_print_being_printed_and_failed() {
    assert!(words(|| printing(true, None)).contains("Print"));
    assert!(words(|| printing(false, None)).contains("Add a printer"));
    let html =
        render_at(Language::English, 100, || printing(true, Some(job(PrintState::Printing))));
    assert!(html.contains("disabled"), "{html}");
    let failed = words(|| printing(true, Some(job(PrintState::Failed))));
    assert!(failed.contains("120") && failed.contains("broke"), "{failed}");
}
