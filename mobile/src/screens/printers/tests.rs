//! Printers rendered to text in each of their states.

use super::adding::{Adding, Around, Form};
use super::print::PrintView;
use super::told::Told;
use super::view::{Known, View};
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::DateTime;
use dioxus::prelude::*;
use satchel_app::views::{
    FoundPrinterView, PrintJobView, PrintState, PrinterNews, PrinterStatus, PrinterView,
};
use std::collections::BTreeMap;

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

fn view(shown: Asked<Known>, adding: Adding) -> Element {
    let told = BTreeMap::new();
    rsx! { View { shown, adding, told, wrong: None, on_deed: |_| {}, on_back: |()| {} } }
}

fn van() -> PrinterView {
    PrinterView {
        id: 1,
        name: "Van".to_owned(),
        place: "192.168.1.50:9100".to_owned(),
        profile: "58mm".to_owned(),
        is_default: true,
    }
}

/// The saved printer with what it says of itself.
fn told(told: Told) -> Element {
    let known = Known { printers: vec![van()], jobs: vec![] };
    rsx! {
        View {
            shown: Asked::Ready(known),
            adding: Adding::No,
            told: BTreeMap::from([(1, told)]),
            wrong: None,
            on_deed: |_| {},
            on_back: |()| {},
        }
    }
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
        let known = Known { printers: vec![van()], jobs: vec![job(PrintState::Failed)] };
        view(Asked::Ready(known), Adding::No)
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
    let words = text(&render_at(Language::Arabic, 130, || view(nothing(), Adding::No)));
    assert!(words.contains("طابعة"), "{words}");
    let html = render_at(Language::English, 100, || {
        let wrong = Some(Problem { id: "error-printer-bad-address", args: vec![] });
        view(nothing(), Adding::Describing(Form { wrong, ..Form::default() }))
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

fn near(name: &str, likely: bool, signal_dbm: Option<i16>) -> FoundPrinterView {
    FoundPrinterView {
        name: name.to_owned(),
        address: format!("ble:hci0/{name}"),
        place: format!("hci0/{name}"),
        likely,
        signal_dbm,
        is_saved: likely,
    }
}

fn looking(around: Around) -> Element {
    view(nothing(), Adding::Looking(around))
}

#[test]
fn printers_near_by_are_looked_for() {
    let searching = words(|| looking(Around::Searching));
    assert!(searching.contains("Looking for printers"), "{searching}");
    assert!(searching.contains("Type an address"), "a printer in the network needs no search");
    let none = words(|| looking(Around::Found(vec![])));
    assert!(none.contains("No printer was found") && none.contains("Look again"), "{none}");
    let found = words(|| {
        looking(Around::Found(vec![near("MTP-2", true, Some(-50)), near("", false, Some(-90))]))
    });
    for part in ["MTP-2", "strong signal", "Saved", "Other devices", "weak signal", "hci0/"] {
        assert!(found.contains(part), "{part}: {found}");
    }
}

#[test]
fn why_none_can_be_looked_for() {
    fn failed(id: &'static str) -> Element {
        looking(Around::Failed(Problem { id, args: vec![] }))
    }
    assert!(words(|| failed("error-printer-radio-off")).contains("Bluetooth is off"));
    assert!(words(|| failed("error-printer-no-radio")).contains("has no Bluetooth"));
    assert!(words(|| failed("error-printer-not-allowed")).contains("Allow it"));
}

fn asking(state: PrintState) -> Element {
    let form = Form::of(&near("MTP-2", true, None));
    let known = Known { printers: vec![], jobs: vec![job(state)] };
    view(Asked::Ready(known), Adding::Asking(form, 1))
}

#[test]
fn a_page_is_tried_before_a_printer_is_saved() {
    let described =
        words(|| view(nothing(), Adding::Describing(Form::of(&near("MTP-2", true, None)))));
    assert!(
        described.contains("Print test page") && !described.contains("Save printer"),
        "{described}"
    );
    let printed = words(|| asking(PrintState::Done));
    for part in ["Did the page come out?", "MTP-2", "Yes, save printer", "No, another one"] {
        assert!(printed.contains(part), "{part}: {printed}");
    }
    let html = render_at(Language::English, 130, || asking(PrintState::Printing));
    assert!(html.contains("disabled"), "{html}");
    let failed = words(|| asking(PrintState::Failed));
    let (again, yes) = (failed.find("Print it again"), failed.find("Yes, save printer"));
    assert!(failed.contains("broke") && again.is_some() && again < yes, "{failed}");
    let arabic = text(&render_at(Language::Arabic, 150, || asking(PrintState::Done)));
    assert!(arabic.contains("MTP-2"), "{arabic}");
}

fn news(status: Option<PrinterStatus>, battery_percent: Option<u8>) -> Element {
    told(Told::News(PrinterNews { status, battery_percent }))
}

#[test]
fn how_a_printer_is() {
    assert!(words(|| told(Told::Asking)).contains("Asking the printer"));
    let ready = words(|| news(Some(PrinterStatus::default()), Some(64)));
    assert!(ready.contains("Ready to print") && ready.contains("64"), "{ready}");
    let open = words(|| {
        let open = PrinterStatus { cover_open: true, paper_out: true, ..Default::default() };
        news(Some(open), None)
    });
    assert!(open.contains("Cover open") && open.contains("No paper"), "{open}");
    assert!(words(|| news(None, None)).contains("does not say"));
    let away =
        words(|| told(Told::Failed(Problem { id: "error-printer-not-found", args: vec![] })));
    assert!(away.contains("was not found"), "{away}");
}
