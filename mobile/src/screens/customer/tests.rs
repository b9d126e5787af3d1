//! The customer rendered to text in each state.

use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::{DateTime, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::*;
use satchel_domain::orders::OrderState;

fn euros(amount: &str) -> MoneyView {
    MoneyView::new(amount.parse().unwrap_or_default(), "EUR")
}

fn detail() -> CustomerDetail {
    CustomerDetail {
        row: CustomerRow {
            name: "server:Flor".to_owned(),
            customer_name: "Mercearia Flor do Bonfim".to_owned(),
            place: "Porto".to_owned(),
            customer_group: "Grocery".to_owned(),
            territory: "Bonfim".to_owned(),
            distance_m: None,
            last_order: None,
            overdue: Some(euros("214.60")),
            local: false,
        },
        price_list: "Retail Porto".to_owned(),
        currency: "EUR".to_owned(),
        addresses: vec![AddressView {
            title: String::new(),
            lines: vec!["Rua do Bonfim 118".to_owned(), "4300-066 Porto".to_owned()],
            position: Some(("41.1512".to_owned(), "-8.5972".to_owned())),
        }],
        contacts: vec![ContactView {
            name: "Manuel Quintal".to_owned(),
            role: "Owner".to_owned(),
            phone: "+351 22 000 10 00".to_owned(),
            email: "manuel@flordobonfim.example".to_owned(),
        }],
        credit_note: "Pays on the last Friday.".to_owned(),
        outstanding: Some(euros("214.60")),
        days_late: Some(12),
        credit_limit: Some(euros("1000")),
        orders: vec![OrderRow {
            uid: String::new(),
            number: "SAL-ORD-2026-00029".to_owned(),
            customer_name: String::new(),
            due: euros("398.12"),
            lines: 7,
            state: OrderState::Booked,
            at: DateTime::parse_from_rfc3339("2026-05-07T10:00:00+01:00").unwrap_or_default(),
            refusal: String::new(),
        }],
        basket: vec![BasketItem {
            item_code: "PA-1006".to_owned(),
            item_name: "Pedra Alta Sparkling 1 L".to_owned(),
            art: String::new(),
            qty: 9.into(),
            uom: "Case".to_owned(),
            orders: 4,
        }],
        draft: None,
    }
}

fn view(shown: Asked<CustomerDetail>) -> Element {
    rsx! {
        View {
            shown,
            problem: None,
            today: NaiveDate::from_ymd_opt(2026, 5, 14).unwrap_or_default(),
            on_do: |_| {},
            on_back: |()| {},
            on_open_order: |_| {},
        }
    }
}

#[test]
fn everything_known_is_said_and_can_be_reached() {
    let html = render_at(Language::English, 100, || view(Asked::Ready(detail())));
    for link in ["tel:+351220001000", "mailto:manuel@flordobonfim.example", "mlat=41.1512"] {
        assert!(html.contains(link), "{link}");
    }
    let text = text(&html);
    for words in [
        "Grocery · Rua do Bonfim 118",
        "Pays on the last Friday.",
        "12 days late",
        "€785.40",
        "SAL-ORD-2026-00029",
        "7 May",
        "7 lines",
        "Pedra Alta Sparkling 1 L",
        "New order",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn a_draft_goes_on_and_a_customer_with_nothing_can_still_buy() {
    let text_of = |part: fn() -> Element| text(&render_at(Language::English, 130, part));
    let goes_on =
        text_of(|| view(Asked::Ready(CustomerDetail { draft: Some("u".into()), ..detail() })));
    assert!(goes_on.contains("Go on with the draft"), "{goes_on}");
    let bare = text_of(|| {
        view(Asked::Ready(CustomerDetail {
            addresses: vec![],
            contacts: vec![],
            orders: vec![],
            basket: vec![],
            outstanding: None,
            credit_limit: None,
            ..detail()
        }))
    });
    assert!(bare.contains("New order") && bare.contains("No orders yet"), "{bare}");
    assert!(!bare.contains("Call") && !bare.contains("Usually buys"), "{bare}");
}

#[test]
fn while_it_is_read_and_when_it_cannot_be() {
    assert!(render_at(Language::English, 100, || view(Asked::Loading)).contains("aria-busy"));
    let failed = || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }));
    assert!(render_at(Language::Portuguese, 100, failed).contains("role=\"alert\""));
}

#[test]
fn it_reads_from_the_right_in_arabic() {
    let html = render_at(Language::Arabic, 150, || view(Asked::Ready(detail())));
    assert!(text(&html).contains("طلب جديد"), "{html}");
}

#[test]
fn the_fields_to_change_stand_there_as_they_are() {
    let html = render_at(Language::English, 130, || {
        let fields = CustomerFields {
            customer_name: "Mercearia Flor do Bonfim".to_owned(),
            customer_group: "Grocery".to_owned(),
            territory: "Bonfim".to_owned(),
            tax_id: "PT 500 000 001".to_owned(),
        };
        rsx! {
            super::edit::Edit { fields, problem: None, on_save: |_| {}, on_close: |()| {} }
        }
    });
    for part in ["value=\"PT 500 000 001\"", "value=\"Bonfim\"", "role=\"dialog\""] {
        assert!(html.contains(part), "{part}: {html}");
    }
}
