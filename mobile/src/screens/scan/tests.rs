//! The scan screen rendered to text in each state.

use super::state::{Counted, State};
use super::view::View;
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use chrono::DateTime;
use dioxus::prelude::*;
use satchel_app::views::*;

fn euros(amount: &str) -> MoneyView {
    MoneyView::new(amount.parse().unwrap_or_default(), "EUR")
}

fn item() -> ItemDetail {
    ItemDetail {
        row: ItemRow {
            item_code: "PA-1006".to_owned(),
            item_name: "Pedra Alta Sparkling 1 L".to_owned(),
            item_group: String::new(),
            brand: String::new(),
            uom: "Case".to_owned(),
            conversion_factor: 6.into(),
            art: String::new(),
            stock: StockView { here: 84.into(), elsewhere: 1380.into(), kept: true },
            price: Some(euros("4.59")),
            list_price: Some(euros("5.10")),
            in_order: 9.into(),
        },
        stock_uom: "Nos".to_owned(),
        units: vec![UnitPrice {
            unit: UomChoice {
                uom: "Case".to_owned(),
                conversion_factor: 6.into(),
                must_be_whole_number: true,
            },
            price: Some(euros("4.59")),
            list_price: None,
            in_order: 9.into(),
        }],
        warehouses: vec![WarehouseView { label: "Stores".into(), qty: 1380.into(), here: false }],
        customer_name: "Mercearia Flor do Bonfim".to_owned(),
    }
}

fn view(found: Asked<Option<ItemDetail>>, code: &str, with_draft: bool) -> Element {
    view_counted(found, code, with_draft, Vec::new())
}

fn view_counted(
    found: Asked<Option<ItemDetail>>,
    code: &str,
    with_draft: bool,
    counted: Vec<Counted>,
) -> Element {
    let draft = DraftRow {
        uid: "one".to_owned(),
        customer_name: "Mercearia Flor do Bonfim".to_owned(),
        lines: 6,
        due: euros("158.91"),
        at: DateTime::parse_from_rfc3339("2026-05-14T10:39:00+01:00").unwrap_or_default(),
    };
    rsx! {
        View {
            state: State {
                code: code.to_owned(),
                version: 1,
                draft: with_draft.then(|| "one".to_owned()),
                counted: counted.clone(),
                noted: !counted.is_empty(),
            },
            found,
            drafts: if with_draft { vec![draft] } else { vec![] },
            problem: None,
            base: rsx! {},
            on_change: |_| {},
            on_count: |_| true,
            settings: ScanSettings::default(),
            on_undo: |()| {},
            on_note: |_| {},
            on_add: |_| {},
            on_search: |()| {},
            on_order: |_| {},
        }
    }
}

fn words(part: fn() -> Element) -> String {
    text(&render_at(Language::English, 130, part))
}

#[test]
fn a_known_code_shows_price_and_stock_and_goes_into_the_order() {
    let text = words(|| view(Asked::Ready(Some(item())), "5601420501006", true));
    for words in [
        "Pedra Alta Sparkling 1 L",
        "€4.59",
        "5.10",
        "Van 14",
        "Stores 230",
        "9 cases in the order",
        "Add for Mercearia Flor do Bonfim",
        "€158.91",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn without_an_order_it_still_tells() {
    let text = words(|| view(Asked::Ready(Some(item())), "5601420501006", false));
    assert!(text.contains("€4.59") && text.contains("No order is open"), "{text}");
}

#[test]
fn what_was_scanned_stands_below_with_a_way_back() {
    let text = words(|| {
        let counted = Counted {
            item_code: "PA-1006".to_owned(),
            item_name: "Pedra Alta Sparkling 1 L".to_owned(),
            uom: "Case".to_owned(),
            qty: 3.into(),
            last: 1.into(),
        };
        view_counted(Asked::Ready(Some(item())), "5601420501006", true, vec![counted])
    });
    assert!(text.contains("3 cases") && text.contains("Undo"), "{text}");
}

#[test]
fn the_camera_and_a_picture_are_offered() {
    let html = render_at(Language::English, 150, || view(Asked::Ready(None), "", true));
    assert!(html.contains("type=\"file\"") && html.contains("accept=\"image/*\""));
    let text = text(&html);
    assert!(text.contains("Use the camera") && text.contains("Read a picture"), "{text}");
}

#[test]
fn an_unknown_code_leads_to_the_search() {
    let text = words(|| view(Asked::Ready(None), "5601420117731", true));
    assert!(text.contains("5601420117731") && text.contains("Not in the catalogue"), "{text}");
    assert!(text.contains("Search") && text.contains("Note it in the order"), "{text}");
    let alone = words(|| view(Asked::Ready(None), "5601420117731", false));
    assert!(!alone.contains("Note it in the order"), "there is no order: {alone}");
    let noted = words(|| {
        let counted = Counted {
            item_code: "PA-1006".to_owned(),
            item_name: "Water".to_owned(),
            uom: "Case".to_owned(),
            qty: 1.into(),
            last: 1.into(),
        };
        view_counted(Asked::Ready(None), "5601420117731", true, vec![counted])
    });
    assert!(noted.contains("Noted in the order"), "{noted}");
}

#[test]
fn before_the_first_code_and_when_it_cannot_be_read() {
    let text = words(|| view(Asked::Ready(None), "", true));
    assert!(text.contains("camera"), "{text}");
    let failed =
        || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }), "1", false);
    assert!(render_at(Language::Arabic, 100, failed).contains("role=\"alert\""));
    assert!(
        render_at(Language::Arabic, 100, || view(Asked::Loading, "1", true)).contains("aria-busy")
    );
}
