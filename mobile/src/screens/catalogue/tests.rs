//! The catalogue and the sheet of an item rendered to text.

use super::sheet::ItemSheet;
use super::state::State;
use super::view::{OrderHead, Picking, View};
use crate::ask::{Asked, Problem};
use crate::components::testing::{render_at, text};
use crate::i18n::Language;
use dioxus::prelude::*;
use satchel_app::views::*;

fn euros(amount: &str) -> MoneyView {
    MoneyView::new(amount.parse().unwrap_or_default(), "EUR")
}

fn sparkling() -> ItemRow {
    ItemRow {
        item_code: "PA-1006".to_owned(),
        item_name: "Pedra Alta Sparkling 1 L".to_owned(),
        item_group: "Sparkling water".to_owned(),
        brand: "Pedra Alta".to_owned(),
        uom: "Case".to_owned(),
        conversion_factor: 6.into(),
        art: String::new(),
        stock: StockView { here: 84.into(), elsewhere: 1380.into(), kept: true },
        price: Some(euros("4.59")),
        list_price: Some(euros("5.10")),
        in_order: 9.into(),
    }
}

fn view(items: Asked<Vec<ItemRow>>, typed: &str, picking: Picking) -> Element {
    rsx! {
        View {
            state: State { text: typed.to_owned(), ..State::default() },
            items,
            groups: vec![GroupRow { name: "Water".into(), items: 41, is_group: true }],
            brands: vec![],
            picking,
            word: None,
            on_change: |_| {},
            on_add: |_| {},
            on_enter: |_| {},
            on_back: |()| {},
            on_review: |()| {},
        }
    }
}

fn into() -> Picking {
    Picking::Into(OrderHead {
        customer_name: "Mercearia Flor do Bonfim".into(),
        price_list: "Retail Porto".into(),
        lines: 6,
        due: euros("404.95"),
    })
}

fn words(language: Language, size: u32, part: fn() -> Element) -> String {
    text(&render_at(language, size, part))
}

#[test]
fn a_row_says_stock_price_and_what_a_rule_lowers() {
    let part = || view(Asked::Ready(vec![sparkling()]), "spark", into());
    let html = render_at(Language::English, 100, part);
    assert!(html.contains("<mark class=\"s-hit\">Spark</mark>"), "{html}");
    assert!(html.contains("9 of Pedra Alta Sparkling 1 L in the order, add one more"), "{html}");
    let text = text(&html);
    for words in
        ["Van 14", "PA-1006", "Case 6", "4.59", "5.10", "Review order", "€404.95", "6 lines"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn stock_is_told_in_words() {
    let part = || {
        let stocked = |here: i64, elsewhere: i64, kept| ItemRow {
            stock: StockView { here: here.into(), elsewhere: elsewhere.into(), kept },
            ..sparkling()
        };
        let rows = vec![
            stocked(12, 0, true),
            stocked(3, 0, true),
            stocked(0, 288, true),
            stocked(0, 0, true),
            ItemRow { price: None, ..stocked(0, 0, false) },
        ];
        view(Asked::Ready(rows), "", Picking::No)
    };
    let text = words(Language::English, 100, part);
    for words in ["Van 2 · low", "Van under 1 · low", "Not in van · 48 in store", "No price"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Review order"));
}

#[test]
fn every_state_says_what_comes_next() {
    assert!(
        render_at(Language::English, 100, || view(Asked::Loading, "", into()))
            .contains("aria-busy")
    );
    let none = words(Language::English, 100, || view(Asked::Ready(vec![]), "zz", Picking::No));
    assert!(none.contains("Show everything"), "{none}");
    let empty = words(Language::English, 100, || view(Asked::Ready(vec![]), "", Picking::No));
    assert!(empty.contains("No items yet"), "{empty}");
    let failed =
        || view(Asked::Failed(Problem { id: "error-app-stopped", args: vec![] }), "", Picking::No);
    assert!(render_at(Language::Spanish, 100, failed).contains("role=\"alert\""));
}

fn detail() -> ItemDetail {
    let unit = |uom: &str, holds: i64, price: &str| UnitPrice {
        unit: UomChoice {
            uom: uom.to_owned(),
            conversion_factor: holds.into(),
            must_be_whole_number: true,
        },
        price: Some(euros(price)),
        list_price: None,
        in_order: if uom == "Case" { 9.into() } else { 0.into() },
    };
    ItemDetail {
        row: sparkling(),
        stock_uom: "Nos".to_owned(),
        units: vec![unit("Nos", 1, "0.90"), unit("Case", 6, "4.59")],
        warehouses: vec![
            WarehouseView { label: "Van 3".into(), qty: 84.into(), here: true },
            WarehouseView { label: "Stores".into(), qty: 1380.into(), here: false },
        ],
        customer_name: "Mercearia Flor do Bonfim".to_owned(),
    }
}

fn sheet(item: Asked<ItemDetail>, picking: bool) -> Element {
    rsx! { ItemSheet { item, picking, on_add: |_| {}, on_close: |()| {} } }
}

#[test]
fn the_sheet_shows_each_unit_and_each_warehouse() {
    let html = render_at(Language::English, 130, || sheet(Asked::Ready(detail()), true));
    assert_eq!(html.matches("role=\"radio\"").count(), 2);
    assert_eq!(html.matches("aria-checked=\"true\"").count(), 1);
    let text = text(&html);
    for words in ["0.90", "4.59", "6 pieces", "9 in the order", "Van 3", "14 cases", "230 cases"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.contains("Add 1 case"), "{text}");
}

#[test]
fn only_looking_the_sheet_adds_nothing() {
    let text = words(Language::English, 100, || {
        sheet(Asked::Ready(ItemDetail { customer_name: String::new(), ..detail() }), false)
    });
    assert!(!text.contains("Add 1 case") && text.contains("List prices"), "{text}");
}

#[test]
fn it_reads_from_the_right_in_arabic() {
    let text = words(Language::Arabic, 150, || view(Asked::Ready(vec![sparkling()]), "", into()));
    assert!(text.contains("السيارة"), "{text}");
}
