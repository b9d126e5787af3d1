//! The screens rendered to text.

use super::code::{Code, Said};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::EnrolmentView;

fn code(said: Option<Said>, busy: bool) -> Element {
    let code = use_signal(|| "SATCHEL1.abc.def".to_owned());
    rsx! {
        Code {
            title: "Connect to your company",
            about: "About",
            next: "Choose a PIN",
            code,
            said,
            busy,
            on_look: |()| {},
            on_change: |()| {},
            on_next: |()| {},
            on_back: |()| {},
        }
    }
}

fn enrolment() -> EnrolmentView {
    EnrolmentView {
        site: "https://erp.example.com".to_owned(),
        user: "ines.prata@example.com".to_owned(),
        company: "Mar & Serra Distribuição".to_owned(),
        device: "VAN3".to_owned(),
        valid_until: "2026-11-22T09:30:00+01:00".parse().unwrap(),
    }
}

fn words(language: Language, size: u32, part: fn() -> Element) -> String {
    text(&render_at(language, size, part))
}

#[test]
fn a_code_is_read_before_it_is_used() {
    let asked = words(Language::English, 100, || code(None, false));
    assert!(asked.contains("Read the code") && !asked.contains("Choose a PIN"), "{asked}");
    let read = words(Language::English, 100, || code(Some(Said::Read(enrolment())), false));
    for part in
        ["erp.example.com", "ines.prata@example.com", "Serra Distribuição", "VAN3", "Choose a PIN"]
    {
        assert!(read.contains(part), "{part}: {read}");
    }
    assert!(read.contains("09:30") || read.contains("9:30"), "{read}");
}

#[test]
fn a_refusal_stands_at_the_code() {
    let html = render_at(Language::English, 100, || {
        let expired = Problem { id: "error-enrol-expired", args: Vec::new() };
        code(Some(Said::Refused(expired)), false)
    });
    assert_eq!(html.matches("role=\"alert\"").count(), 1);
    assert!(text(&html).contains("This code has expired"));
}

#[test]
fn it_waits_and_ends_in_words() {
    let busy = words(Language::English, 150, || code(Some(Said::Read(enrolment())), true));
    assert!(busy.contains("Connecting"), "{busy}");
    let done = words(Language::Arabic, 130, || code(Some(Said::Done), false));
    assert!(done.contains("تم الاتصال"), "{done}");
}
