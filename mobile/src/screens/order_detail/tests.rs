//! A placed order rendered to text in each of its states.

use super::state::{Change, Over, State};
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use crate::screens::figures::fixture;
use chrono::{DateTime, FixedOffset, TimeZone};
use dioxus::prelude::*;
use satchel_app::views::{
    AttachedView, MoneyView, OrderDetail, OrderRow, PlaceTaken, ReceiptView, TimelineRow,
};
use satchel_domain::orders::OrderState;

const LONG: &str = "Distribuidora de Bebidas e Produtos Alimentares Irmãos Vasconcelos <b>";

fn at(day: u32, minute: u32) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(3_600).unwrap();
    zone.with_ymd_and_hms(2026, 5, day, 17, minute, 0).unwrap()
}

fn happened(what: &str, note: &str, at: DateTime<FixedOffset>) -> TimelineRow {
    TimelineRow { what: what.to_owned(), note: note.to_owned(), at }
}

fn detail(customer_name: &str, state: OrderState, refusal: &str) -> OrderDetail {
    OrderDetail {
        row: OrderRow {
            uid: "uid".to_owned(),
            number: "VAN3-00038".to_owned(),
            customer_name: customer_name.to_owned(),
            due: MoneyView::new(fixture::decimal("48"), "EUR"),
            lines: 2,
            state,
            at: at(13, 44),
            refusal: refusal.to_owned(),
        },
        customer: "CUST-1".to_owned(),
        order: fixture::order(customer_name),
        booked: None,
        hand: None,
        timeline: vec![
            happened("timeline-placed", "", at(13, 44)),
            happened("timeline-sending", "", at(13, 55)),
            happened("timeline-refused", refusal, at(14, 2)),
            happened("timeline-of-tomorrow", "Told by its note", at(14, 3)),
        ],
        can_withdraw: state.may_withdraw(),
        signature: "M1.0 2.0L3.0 4.0".to_owned(),
        pictures: Vec::new(),
        no_position: String::new(),
        clock_ahead_min: None,
        position: Some(PlaceTaken {
            latitude: "41.15".to_owned(),
            longitude: "-8.61".to_owned(),
            accuracy_m: 12,
            age_min: 4,
        }),
    }
}

fn refused() -> OrderDetail {
    let words = "Credit limit has been crossed for customer (1,074.20 / 1,000.00)";
    detail("Hotel Linha Alta", OrderState::NeedsHand, words)
}

fn view(shown: Asked<OrderDetail>, state: State) -> Element {
    rsx! {
        View {
            shown,
            receipt: Asked::Ready(ReceiptView::default()),
            state,
            today: fixture::today(),
            on_back: |()| {},
            on_deed: |_| {},
        }
    }
}

fn after(changes: Vec<Change>) -> State {
    let mut state = State::default();
    changes.into_iter().for_each(|change| state.apply(change));
    state
}

#[test]
fn a_refused_order_says_what_the_office_said_and_what_happened() {
    let html =
        render_at(Language::English, 100, || view(Asked::Ready(refused()), State::default()));
    let text = text(&html);
    for words in [
        "€48.00",
        "Needs a hand",
        "The office says",
        "Credit limit has been crossed for customer (1,074.20 / 1,000.00)",
        "VAN3-00038 · Yesterday 17:44",
        "Signed by the customer · position ±12 m",
        "Not booked",
        "Today 17:02",
        "Told by its note",
        "2 lines",
        "9 cases × 4.59",
        "Free",
        "Withdraw",
        "Order again",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(html.contains("geo:41.15,-8.61?q=41.15,-8.61"), "{html}");
    assert!(html.contains("Signature of Hotel Linha Alta"), "{html}");
}

#[test]
fn what_the_office_may_have_is_not_withdrawn() {
    for part in [
        (|| view(Asked::Ready(detail("C", OrderState::Booked, "")), State::default()))
            as fn() -> Element,
        || view(Asked::Ready(detail("C", OrderState::Sending, "")), State::default()),
        || view(Asked::Ready(detail("C", OrderState::Checking, "")), State::default()),
        || view(Asked::Ready(detail("C", OrderState::Withdrawn, "")), State::default()),
    ] {
        let text = text(&render_at(Language::English, 100, part));
        assert!(text.contains("Order again") && !text.contains("Withdraw…"), "{text}");
    }
    let waiting = || view(Asked::Ready(detail("C", OrderState::Waiting, "")), State::default());
    assert!(text(&render_at(Language::English, 100, waiting)).contains("Withdraw…"));
}

#[test]
fn withdrawing_asks_for_a_reason_and_shows_what_is_wrong_there() {
    let html = render_at(Language::English, 100, || {
        view(Asked::Ready(refused()), after(vec![Change::Over(Over::Withdraw)]))
    });
    assert!(html.contains("role=\"dialog\"") && html.contains("disabled"), "{html}");
    assert!(text(&html).contains("Write a reason first"), "{html}");
    let html = render_at(Language::English, 100, || {
        let wrong = Problem { id: "error-app-stopped", args: vec![] };
        let typed = Change::Reason("Typed twice".to_owned());
        view(
            Asked::Ready(refused()),
            after(vec![Change::Over(Over::Withdraw), typed, Change::Wrong(wrong)]),
        )
    });
    assert!(text(&html).contains("Withdraw this order"), "{html}");
    assert!(html.contains("aria-invalid=\"true\""), "{html}");
}

#[test]
fn the_receipt_rises_over_the_order() {
    let html = render_at(Language::English, 100, || {
        view(Asked::Ready(refused()), after(vec![Change::Over(Over::Receipt)]))
    });
    assert!(html.contains("s-paper") && html.contains("Receipt VAN3-00038"), "{html}");
}

#[test]
fn it_loads_fails_and_takes_a_long_name_and_arabic() {
    let loading = || view(Asked::Loading, State::default());
    assert!(render_at(Language::English, 100, loading).contains("aria-busy"));
    let failed =
        || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }), State::default());
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    let long = || view(Asked::Ready(detail(LONG, OrderState::Waiting, "")), State::default());
    let html = render_at(Language::Portuguese, 130, long);
    assert!(html.contains("Irmãos Vasconcelos") && !html.contains("Vasconcelos <b>"), "{html}");
    let html = render_at(Language::Arabic, 150, || view(Asked::Ready(refused()), State::default()));
    assert!(text(&html).contains("Credit limit has been crossed"), "in the office's own words");
}

#[test]
fn another_amount_at_the_office_is_shown_beside_the_receipts() {
    let words = text(&render_at(Language::English, 100, || {
        let difference = satchel_app::views::DifferenceView {
            promised: MoneyView::new("76.60".parse().unwrap(), "EUR"),
            booked: MoneyView::new("78.20".parse().unwrap(), "EUR"),
            reason: "error-app-stopped",
            args: Vec::new(),
        };
        let booked = satchel_app::views::BookedView {
            name: "SAL-ORD-2026-00017".to_owned(),
            submitted: true,
            said: String::new(),
            reason: None,
            difference: Some(difference),
        };
        rsx! { super::booked::Booked { booked } }
    }));
    for part in ["SAL-ORD-2026-00017, submitted", "another amount", "€76.60", "€78.20"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn pictures_tell_their_size_and_whether_the_office_has_them() {
    let words = text(&render_at(Language::English, 100, || {
        let picture = |file_name: &str, bytes, there| AttachedView {
            file_name: file_name.to_owned(),
            bytes,
            there,
        };
        let pictures = vec![
            picture("VAN3-00038-1.jpg", 3_240_000, true),
            picture("VAN3-00038-2.jpg", 900, false),
        ];
        let shown = OrderDetail { pictures, ..refused() };
        view(Asked::Ready(shown), State::default())
    }));
    for part in
        ["VAN3-00038-1.jpg3.2 MBAt the office", "VAN3-00038-2.jpg0.1 MBWaiting", "Add a photo"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn an_order_without_a_position_or_by_a_wrong_clock_says_so() {
    let words = text(&render_at(Language::English, 100, || {
        let shown = OrderDetail {
            position: None,
            no_position: "location-denied".to_owned(),
            clock_ahead_min: Some(-125),
            ..refused()
        };
        view(Asked::Ready(shown), State::default())
    }));
    for part in ["Without a position", "may not use the position", "125 minutes behind the office"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    let words = text(&render_at(Language::English, 100, || {
        view(Asked::Ready(refused()), State::default())
    }));
    assert!(!words.contains("Without a position") && !words.contains("clock"), "{words}");
}
