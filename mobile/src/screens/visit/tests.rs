//! A visit rendered to text in each of its states.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, FixedOffset, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::*;
use satchel_domain::visits::{Break, Moment};

fn at(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-05-14T{time}:00+01:00")).unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 14).unwrap()
}

fn moment(time: &str, what: VisitEvent) -> VisitMoment {
    VisitMoment { at: at(time), what }
}

fn file(name: &str, there: bool) -> (AttachedView, Option<String>) {
    let file = AttachedView { file_name: name.to_owned(), bytes: 9, there };
    (file, Some("data:image/jpeg;base64,AAAA".to_owned()))
}

fn detail() -> VisitDetail {
    let order = VisitEvent::Order {
        uid: "o".to_owned(),
        number: "VAN3-00042".to_owned(),
        due: MoneyView::new("404.95".parse().unwrap(), "EUR"),
    };
    let task = VisitEvent::Task {
        key: "server:TASK-1".to_owned(),
        subject: "Mount the shelf".to_owned(),
        progress: 60,
    };
    VisitDetail {
        uid: "v".to_owned(),
        customer: "server:Flor".to_owned(),
        customer_name: "Mercearia Flor".to_owned(),
        planned: Some(at("10:30").naive_local()),
        from: at("10:28"),
        until: Some(at("11:02")),
        arrived: VisitPlace {
            position: Some(PlaceTaken {
                latitude: "41.1465".to_owned(),
                longitude: "-8.6111".to_owned(),
                accuracy_m: 12,
                age_min: 0,
            }),
            distance_m: Some(31),
            simulated: Some(false),
            no_position: String::new(),
        },
        left: Some(VisitPlace { no_position: "location-denied".to_owned(), ..Default::default() }),
        note: "Wants the new range in June".to_owned(),
        files: Vec::new(),
        moments: vec![
            moment("10:28", VisitEvent::Arrived),
            moment("10:40", order),
            moment("10:45", VisitEvent::Picture("visit-1.jpg".to_owned())),
            moment("10:50", VisitEvent::Signature),
            moment("10:55", task),
            moment("10:56", VisitEvent::Time { minutes: 25 }),
            moment("11:02", VisitEvent::Left),
        ],
        record: VisitRecord {
            device: "VAN3".to_owned(),
            links: vec![LinkView {
                number: 7,
                moment: Moment::CheckIn,
                hash: "a0b1".repeat(16),
                previous: String::new(),
            }],
            broken: None,
            clock_ahead_min: None,
            there: false,
        },
    }
}

fn going_on() -> VisitDetail {
    VisitDetail { until: None, left: None, planned: None, ..detail() }
}

fn view(shown: Asked<VisitDetail>) -> Element {
    rsx! {
        View {
            shown,
            files: vec![file("visit-1.jpg", true), file("visit-signature.svg", false)],
            problem: None,
            today: today(),
            on_back: |()| {},
            on_way: |_| {},
            on_deed: |_| {},
        }
    }
}

fn of(part: fn() -> Element) -> (String, String) {
    let html = render_at(Language::English, 100, part);
    let words = text(&html);
    (html, words)
}

#[test]
fn a_visit_tells_all_that_was_done() {
    let (html, words) = of(|| view(Asked::Ready(detail())));
    for part in [
        "Mercearia Flor",
        "10:28 to 11:02",
        "Planned for 10:30",
        "Waiting",
        "Order of €404.95",
        "VAN3-00042",
        "Mount the shelf",
        "60 % done",
        "25 minutes of work entered",
        "30 m from the address",
        "to within 10 m",
        "Wants the new range in June",
        "unchanged since",
        "record 7 of VAN3",
        "Signed by the customer",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(html.contains("41.1465") && html.matches("<img").count() == 2);
    assert!(!words.contains("Check out") && !html.contains("<textarea"));
}

#[test]
fn while_it_goes_on_it_takes_note_photo_and_signature() {
    let (html, words) = of(|| view(Asked::Ready(going_on())));
    for part in ["Here since 10:28", "Not planned", "Check out", "Take a photo", "New order"] {
        assert!(words.contains(part) || html.contains(part), "{part}: {words}");
    }
    assert!(html.contains("<textarea") && !words.contains("Have it signed"), "it is signed");
}

#[test]
fn what_is_wrong_with_a_record_is_said() {
    let (_, words) = of(|| {
        let mut detail = detail();
        detail.record.broken = Some(Break::Changed);
        detail.record.clock_ahead_min = Some(-14);
        detail.arrived.simulated = Some(true);
        view(Asked::Ready(detail))
    });
    for part in ["changed after it was made", "made up by an app", "14 minutes behind"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!words.contains("unchanged since"));
    let (_, words) = of(|| {
        let mut detail = detail();
        detail.record = VisitRecord::default();
        view(Asked::Ready(detail))
    });
    assert!(words.contains("before visits were sealed"), "{words}");
}

#[test]
fn what_is_not_there_yet_or_never_is_said() {
    let (html, _) = of(|| view(Asked::Loading));
    assert!(html.contains("aria-busy"));
    let (html, words) =
        of(|| view(Asked::Failed(Problem { id: "error-app-stopped", args: Vec::new() })));
    assert!(html.contains("role=\"alert\"") && words.contains("could not be read"));
}

#[test]
fn it_reads_from_the_right_in_arabic() {
    let html = render_at(Language::Arabic, 150, || view(Asked::Ready(detail())));
    let words = text(&html);
    assert!(words.contains("مختوم ولم يتغيّر") && words.contains("على بعد"), "{words}");
}
