//! The confirmation of a placed order rendered to text in each of its states.

use super::view::{Known, View};
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use crate::screens::figures::fixture;
use chrono::DateTime;
use dioxus::prelude::*;
use satchel_app::views::{MoneyView, OrderRow, ReceiptView};
use satchel_domain::orders::OrderState;

fn known(customer_name: &str, state: OrderState, waiting: u32) -> Asked<Known> {
    let row = OrderRow {
        uid: "uid".to_owned(),
        number: "VAN3-00042".to_owned(),
        customer_name: customer_name.to_owned(),
        due: MoneyView::new(fixture::decimal("404.95"), "EUR"),
        lines: 7,
        state,
        at: DateTime::default(),
        refusal: String::new(),
    };
    Asked::Ready(Known { row, no_position: "location-denied".to_owned(), waiting })
}

fn view(shown: Asked<Known>) -> Element {
    rsx! {
        View {
            shown,
            receipt: Asked::Ready(ReceiptView::default()),
            on_today: |()| {},
            on_open: |()| {},
            on_customers: |()| {},
        }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 100, part))
}

#[test]
fn it_says_the_number_and_that_it_is_safe() {
    let one = words(|| view(known("Café Âncora", OrderState::Waiting, 1)));
    for part in [
        "Order placed",
        "VAN3-00042 · €404.95",
        "Café Âncora",
        "Safe on this phone",
        "Without a position",
    ] {
        assert!(one.contains(part), "{part}: {one}");
    }
    let three = words(|| view(known("Café Âncora", OrderState::Waiting, 3)));
    assert!(three.contains("3 orders wait for signal") && !one.contains("orders wait"), "{three}");
}

#[test]
fn it_follows_the_order_to_the_office() {
    assert!(words(|| view(known("C", OrderState::Sending, 1))).contains("On its way"));
    assert!(words(|| view(known("C", OrderState::Checking, 1))).contains("On its way"));
    assert!(words(|| view(known("C", OrderState::Booked, 0))).contains("The office has it"));
    assert!(words(|| view(known("C", OrderState::NeedsHand, 0))).contains("needs a hand"));
    assert!(words(|| view(known("C", OrderState::Withdrawn, 0))).contains("taken back"));
}

#[test]
fn it_loads_fails_and_reads_from_the_right() {
    assert!(render_at(Language::English, 100, || view(Asked::Loading)).contains("aria-busy"));
    let failed = || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }));
    assert!(render_at(Language::English, 100, failed).contains("role=\"alert\""));
    let arabic = || view(known("بقالة زهرة بونفيم <b>", OrderState::Waiting, 11));
    let html = render_at(Language::Arabic, 150, arabic);
    assert!(html.contains("بقالة زهرة بونفيم") && !html.contains("بونفيم <b>"), "{html}");
}
