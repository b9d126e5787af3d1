//! What a pull changes counts from the next price on, in a session that is open.

use rust_decimal::{Decimal, dec};
use satchel_app::views::{CatalogueFilter, OrderEdit, OrderView};
use satchel_app::{PricedFor, Session};
use satchel_store::{MasterDocument, Pulled, Store};
use serde_json::{Value, json};

use super::support::demo;

/// An order of one line; the item's code.
fn order(session: &Session) -> (String, String) {
    let who = session.customers("bonfim", None).unwrap().rows.remove(0);
    let order = session.start_order(&who.name).unwrap();
    let items = session
        .catalogue(&CatalogueFilter::default(), &PricedFor::Order(order.clone()), None)
        .unwrap();
    let item = items.rows.into_iter().find(|row| row.price.is_some()).unwrap();
    let edit = OrderEdit::Add { item_code: item.item_code.clone(), uom: None, qty: dec!(2) };
    session.edit_order(&order, edit).unwrap();
    (order, item.item_code)
}

fn pull(store: &Store, doctype: &str, document: &Value) {
    let documents = vec![MasterDocument::from_value(doctype, document)];
    let today = "2026-05-14".parse().unwrap();
    store.apply_pulled(Pulled { documents, ..Pulled::default() }, today).wait().unwrap();
}

fn remove(store: &Store, doctype: &str, name: &str) {
    let removed = vec![(doctype.to_owned(), vec![name.to_owned()])];
    let today = "2026-05-14".parse().unwrap();
    store.apply_pulled(Pulled { removed, ..Pulled::default() }, today).wait().unwrap();
}

fn prices(store: &Store, item: &str) -> Vec<Value> {
    let found = store.item_price_documents(&[item.parse().unwrap()]).unwrap();
    found.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
}

fn net(view: &OrderView) -> Decimal {
    view.lines[0].amount
}

#[test]
fn a_changed_price_counts_from_the_next_price_on() {
    let (_folder, _phone, session) = demo();
    let (order, item) = order(&session);
    let before = net(&session.order(&order).unwrap());
    for mut price in prices(session.store(), &item) {
        let rate = price["price_list_rate"].as_f64().unwrap();
        price["price_list_rate"] = json!(rate * 2.0);
        pull(session.store(), "Item Price", &price);
    }
    assert_eq!(net(&session.order(&order).unwrap()), before * dec!(2));
    for price in prices(session.store(), &item) {
        remove(session.store(), "Item Price", price["name"].as_str().unwrap());
    }
    assert!(!session.order(&order).unwrap().can_place, "no price is no price");
}

#[test]
fn a_new_rule_counts_and_one_that_went_away_does_not() {
    let (_folder, _phone, session) = demo();
    let (order, item) = order(&session);
    let before = net(&session.order(&order).unwrap());
    let currency = session.order(&order).unwrap().currency;
    let rule = json!({
        "name": "PRLE-PULLED", "title": "Half", "apply_on": "Item Code",
        "items": [{"item_code": item}], "selling": 1, "disable": 0, "has_priority": 1,
        "priority": "20", "price_or_product_discount": "Price",
        "rate_or_discount": "Discount Percentage", "discount_percentage": 50, "currency": currency,
    });
    pull(session.store(), "Pricing Rule", &rule);
    assert!(net(&session.order(&order).unwrap()) < before);
    remove(session.store(), "Pricing Rule", "PRLE-PULLED");
    assert_eq!(net(&session.order(&order).unwrap()), before);
}

#[test]
fn an_item_taken_from_sale_is_refused_though_it_was_in_memory() {
    let (_folder, _phone, session) = demo();
    let (order, item) = order(&session);
    assert!(session.order(&order).unwrap().can_place);
    let text = session.store().document("Item", &item).unwrap().unwrap();
    let mut document: Value = serde_json::from_str(&text).unwrap();
    document["disabled"] = json!(1);
    pull(session.store(), "Item", &document);
    let view = session.order(&order).unwrap();
    assert!(!view.can_place && view.refusal.is_some());
}

#[test]
fn a_pull_larger_than_is_remembered_counts_too() {
    let (_folder, _phone, session) = demo();
    let (order, item) = order(&session);
    let before = net(&session.order(&order).unwrap());
    let mut documents: Vec<MasterDocument> = (0..5_000)
        .map(|n| {
            let brand = json!({"name": format!("Brand {n}"), "brand": format!("Brand {n}")});
            MasterDocument::from_value("Brand", &brand)
        })
        .collect();
    for mut price in prices(session.store(), &item) {
        price["price_list_rate"] = json!(price["price_list_rate"].as_f64().unwrap() * 3.0);
        documents.push(MasterDocument::from_value("Item Price", &price));
    }
    let today = "2026-05-14".parse().unwrap();
    let pulled = Pulled { documents, ..Pulled::default() };
    session.store().apply_pulled(pulled, today).wait().unwrap();
    assert_eq!(net(&session.order(&order).unwrap()), before * dec!(3));
}

#[test]
fn the_company_is_the_one_the_site_last_said() {
    let (_folder, _phone, session) = demo();
    let settings = session.store().documents("Selling Settings").unwrap().remove(0);
    let mut settings: Value = serde_json::from_str(&settings).unwrap();
    settings["name"] = json!("Selling Settings");
    settings["selling_price_list"] = json!("No such list");
    let rows = |session: &Session| {
        session.catalogue(&CatalogueFilter::default(), &PricedFor::Nobody, None).unwrap().rows
    };
    assert!(rows(&session).iter().any(|row| row.price.is_some()));
    pull(session.store(), "Selling Settings", &settings);
    assert!(rows(&session).iter().all(|row| row.price.is_none()));
}

#[test]
fn the_demo_has_no_age_and_a_pull_gives_one() {
    let (_folder, phone, session) = demo();
    assert_eq!(session.ages().unwrap(), Default::default());
    let state = |ms: i64| json!({"begun": true, "loaded": true, "checked_ms": ms}).to_string();
    let now = session.local_now().timestamp_millis();
    for (doctype, ms) in [("Bin", now), ("Item Price", now), ("Pricing Rule", now - 3_600_000)] {
        session.store().set_sync_state(doctype, state(ms)).wait().unwrap();
    }
    phone.clock.advance_ms(25 * 3_600_000);
    let ages = session.ages().unwrap();
    let (stock, prices) = (ages.stock.unwrap(), ages.prices.unwrap());
    assert_eq!((stock.minutes, stock.too_old), (25 * 60, true));
    assert_eq!((prices.minutes, prices.too_old), (26 * 60, false));
    let company = session.store().documents("Company").unwrap().remove(0);
    let mut company: Value = serde_json::from_str(&company).unwrap();
    company["satchel_prices_max_age_hours"] = json!(26);
    company["satchel_stock_max_age_hours"] = json!(25);
    pull(session.store(), "Company", &company);
    let ages = session.ages().unwrap();
    assert!(!ages.stock.unwrap().too_old && !ages.prices.unwrap().too_old);
}
