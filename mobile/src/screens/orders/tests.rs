//! The list of orders rendered to text in each of its states.

use super::listed::Listed;
use super::matches;
use super::state::{Segment, State};
use super::view::{Search, Shown, View};
use crate::ask::Problem;
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use dioxus::prelude::*;
use satchel_app::views::{DraftRow, MoneyView, OrderCounts, OrderRow};
use satchel_domain::orders::OrderState;

const LONG: &str =
    "Distribuidora de Bebidas e Produtos Alimentares Irmãos Vasconcelos & Companhia <b>";

pub(super) fn at(day: u32, hour: u32) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(3_600).unwrap();
    zone.with_ymd_and_hms(2026, 5, day, hour, 52, 0).unwrap()
}

fn euros() -> MoneyView {
    MoneyView::new("404.95".parse().unwrap(), "EUR")
}

pub(super) fn placed(name: &str, state: OrderState, at: DateTime<FixedOffset>) -> OrderRow {
    OrderRow {
        uid: format!("uid-{name}"),
        number: "VAN3-00042".to_owned(),
        customer_name: name.to_owned(),
        due: euros(),
        lines: 4,
        state,
        at,
        refusal: String::new(),
    }
}

fn draft(name: &str) -> DraftRow {
    DraftRow {
        uid: "draft".to_owned(),
        customer_name: name.to_owned(),
        lines: 4,
        due: euros(),
        at: at(13, 17),
    }
}

fn view(shown: Shown, state: State) -> Element {
    rsx! {
        View {
            state,
            shown,
            today: NaiveDate::from_ymd_opt(2026, 5, 14).unwrap(),
            base: rsx! {},
            on_change: |_| {},
            on_open: |_| {},
            on_draft: |_| {},
            on_new: |()| {},
        }
    }
}

fn listed(name: &str) -> Listed {
    let refused = OrderRow {
        refusal: "Credit limit has been crossed for customer (1,074.20 / 1,000.00)".to_owned(),
        ..placed("Hotel Linha Alta", OrderState::NeedsHand, at(13, 17))
    };
    Listed {
        counts: OrderCounts { drafts: 1, waiting: 2, needs_hand: 1, booked: 33, withdrawn: 0 },
        drafts: vec![draft("Quiosque Boavista")],
        rows: vec![
            placed(name, OrderState::Waiting, at(14, 10)),
            placed("Café Âncora", OrderState::Sending, at(14, 9)),
            refused,
        ],
        more: false,
    }
}

#[test]
fn orders_stand_by_day_with_their_state_and_amount() {
    let html = render_at(Language::English, 100, || {
        view(Shown::Ready(listed("Mercearia Flor do Bonfim")), State::default())
    });
    let text = text(&html);
    for words in [
        "All37",
        "Waiting2",
        "Drafts",
        "4 lines · Yesterday 17:52",
        "Today€809.90 in 2",
        "Yesterday€404.95 in 1",
        "VAN3-00042 · 10:52",
        "Sending",
        "Office: Credit limit has been crossed for customer (1,074.20 / 1,000.00)",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(html.matches("aria-pressed=\"true\"").count(), 1);
}

#[test]
fn every_state_says_what_comes_next() {
    let text_of = |part: fn() -> Element| text(&render_at(Language::English, 100, part));
    assert!(
        text_of(|| view(Shown::Ready(Listed::default()), State::default())).contains("New order")
    );
    for segment in Segment::ALL {
        // Rendered one by one: a part is a plain function.
        let part: fn() -> Element = match segment {
            Segment::All => || view(Shown::Ready(Listed::default()), of(Segment::All)),
            Segment::Waiting => || view(Shown::Ready(Listed::default()), of(Segment::Waiting)),
            Segment::NeedsHand => || view(Shown::Ready(Listed::default()), of(Segment::NeedsHand)),
            Segment::Drafts => || view(Shown::Ready(Listed::default()), of(Segment::Drafts)),
            Segment::Booked => || view(Shown::Ready(Listed::default()), of(Segment::Booked)),
            Segment::Withdrawn => || view(Shown::Ready(Listed::default()), of(Segment::Withdrawn)),
        };
        assert!(!text_of(part).contains("orders-"), "{segment:?} has its words");
    }
    let searched = || {
        view(Shown::Ready(Listed::default()), State { text: "zz".to_owned(), ..State::default() })
    };
    assert!(text_of(searched).contains("No order matches"));
    let loading = || view(Shown::Loading, State::default());
    assert!(render_at(Language::English, 100, loading).contains("aria-busy"));
    let failed =
        || view(Shown::Failed(Problem { id: "error-app-stopped", args: vec![] }), State::default());
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
}

fn of(segment: Segment) -> State {
    State { segment, ..State::default() }
}

#[test]
fn it_reads_from_the_right_and_takes_a_long_name() {
    let html = render_at(Language::Arabic, 150, || {
        view(Shown::Ready(listed("بقالة زهرة بونفيم")), State::default())
    });
    assert!(html.contains("بقالة زهرة بونفيم"), "{html}");
    let html =
        render_at(Language::Portuguese, 130, || view(Shown::Ready(listed(LONG)), State::default()));
    assert!(html.contains("Irmãos Vasconcelos") && !html.contains("Companhia <b>"), "{html}");
}

#[test]
fn the_search_is_named_and_finds_drafts_by_customer() {
    let html = render_at(Language::English, 100, || {
        rsx! { Search { state: State { text: "a".to_owned(), ..State::default() }, on_change: |_| {} } }
    });
    assert!(html.contains("aria-label=\"Find an order\""), "{html}");
    assert!(matches(&draft("Quiosque Boavista"), " BOA ") && matches(&draft("Q"), ""));
    assert!(!matches(&draft("Quiosque Boavista"), "42"));
}
