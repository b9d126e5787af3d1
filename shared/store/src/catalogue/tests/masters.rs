//! Taking documents in and out.

use rust_decimal::Decimal;
use serde_json::json;

use crate::MasterDocument;
use crate::testing::*;

fn rate(opened: &Opened, code: &str) -> Option<String> {
    let row = opened.store.item_row(&code.parse().unwrap(), "Standard Selling", "Van").unwrap();
    row.unwrap().list_rate
}

#[test]
fn documents_come_back_whole() {
    let opened = opened();
    let odd = json!({"name": "A-1", "item_name": "Água", "custom_field": {"deep": [1, null, "é"]}});
    opened.put(vec![document("Item", odd.clone()), price("P1", "A-1", 9.99)]);
    opened.put(vec![
        document("Pricing Rule", json!({"name": "PR-2", "x": 1})),
        document("Pricing Rule", json!({"name": "PR-1", "x": 2})),
    ]);
    let code = "A-1".parse().unwrap();
    let found = opened.store.item_documents(&["NO".parse().unwrap(), code]).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&found[0].1).unwrap(), odd);
    assert_eq!(opened.store.item_price_documents(&["A-1".parse().unwrap()]).unwrap().len(), 1);
    let rules = opened.store.documents("Pricing Rule").unwrap();
    assert!(rules[0].contains("PR-1") && rules[1].contains("PR-2"));
    assert!(opened.store.document("Item", "A-1").unwrap().unwrap().contains("Água"));
    assert_eq!(opened.store.document("Tax Rule", "none").unwrap(), None);
    assert_eq!(opened.store.document_names("Pricing Rule").unwrap(), ["PR-1", "PR-2"]);
    assert_eq!(opened.store.document_names("Item").unwrap(), ["A-1"]);
    for (doctype, here) in [("Pricing Rule", "PR-2"), ("Item", "A-1")] {
        let asked = ["B-9".to_owned(), here.to_owned()];
        assert_eq!(opened.store.names_without_document(doctype, &asked).unwrap(), ["B-9"]);
    }
}

#[test]
fn unreadable_documents_are_reported_and_stop_nothing() {
    let opened = opened();
    let broken = |text: &str| MasterDocument { doctype: "Item".into(), document: text.into() };
    let report = opened.put(vec![
        broken("{\"name\": \"A-1\""),
        broken("[]"),
        broken("{}"),
        broken("{\"name\": \"with\\nbreak\"}"),
        item("B-1", "Bread"),
        broken("{\"name\": 5, \"barcodes\": {\"not\": \"a list\"}}"),
    ]);
    assert_eq!(report.stored, 1);
    let places: Vec<usize> = report.refused.iter().map(|(_, place, _)| *place).collect();
    assert_eq!(places, [0, 1, 2, 3, 5]);
    assert_eq!(opened.codes(""), ["B-1"]);
}

#[test]
fn putting_twice_is_putting_once() {
    let opened = opened();
    let batch = || {
        vec![
            item_with(
                "A-1",
                "Apple",
                json!({
                    "barcodes": [{"barcode": "12345670"}, {"barcode": "12345671", "uom": "Box"}],
                    "uoms": [{"uom": "Nos", "conversion_factor": 1}, {"uom": "Box", "conversion_factor": 12.0}],
                }),
            ),
            price("P1", "A-1", 2.0),
            bin("A-1", "Van", 5.0),
        ]
    };
    opened.put(batch());
    opened.put(batch());
    assert_eq!(opened.codes("app"), ["A-1"]);
    let uoms = opened.store.item_uoms(&"A-1".parse().unwrap()).unwrap();
    let told: Vec<_> = uoms.iter().map(|u| (u.uom.as_str(), u.conversion_factor)).collect();
    assert_eq!(told, [("Nos", Decimal::ONE), ("Box", Decimal::from(12))]);
    assert_eq!(opened.store.item_price_documents(&["A-1".parse().unwrap()]).unwrap().len(), 1);
}

#[test]
fn an_item_that_changes_is_found_as_it_is_now() {
    let opened = opened();
    opened.put(vec![item_with("A-1", "Apple", json!({"barcodes": [{"barcode": "12345670"}]}))]);
    opened.put(vec![item("A-1", "Banana")]);
    assert!(opened.codes("apple").is_empty());
    assert_eq!(opened.codes("banana"), ["A-1"]);
    assert_eq!(
        opened.store.item_by_barcode("12345670").unwrap(),
        None,
        "a removed child row is gone"
    );
    opened.put(vec![item_with("A-1", "Banana", json!({"disabled": 1}))]);
    assert!(opened.codes("banana").is_empty() && opened.codes("a-1").is_empty());
    assert!(opened.codes("").is_empty());
    assert_eq!(opened.store.item_count().unwrap(), 0);
    opened.put(vec![item("A-1", "Banana")]);
    assert_eq!(opened.codes("a-1"), ["A-1"]);
}

#[test]
fn the_list_rate_is_the_plain_price_of_today() {
    let opened = opened();
    opened.put(vec![
        item("A-1", "Apple"),
        price_with("old", "A-1", 1.0, json!({"valid_from": "2025-01-01"})),
        price_with("now", "A-1", 2.0, json!({"valid_from": "2026-11-21"})),
        price_with("next", "A-1", 3.0, json!({"valid_from": "2026-11-22"})),
        price_with("mine", "A-1", 4.0, json!({"valid_from": "2026-11-21", "customer": "C"})),
        price_with("box", "A-1", 5.0, json!({"valid_from": "2026-11-21", "uom": "Box"})),
        price_with("any", "A-1", 6.0, json!({"valid_from": "2026-11-21", "uom": ""})),
        price_with("buy", "A-1", 7.0, json!({"valid_from": "2026-11-21", "selling": 0})),
        price_with(
            "gone",
            "A-1",
            8.0,
            json!({"valid_from": "2026-11-21", "valid_upto": "2026-11-20"}),
        ),
    ]);
    assert_eq!(rate(&opened, "A-1").as_deref(), Some("2"));
    opened.store.remove_masters("Item Price", vec!["now".into()]).wait().unwrap();
    assert_eq!(rate(&opened, "A-1").as_deref(), Some("6"), "a price without a unit comes after");
    opened.store.remove_masters("Item Price", vec!["any".into()]).wait().unwrap();
    assert_eq!(rate(&opened, "A-1").as_deref(), Some("1"));
    opened.put(vec![price_with("old", "OTHER", 1.0, json!({}))]);
    assert_eq!(rate(&opened, "A-1"), None, "a price that moved to another item");
}

#[test]
fn list_rates_follow_the_day_both_ways() {
    let opened = opened();
    opened.put(vec![
        item("A-1", "Apple"),
        price("now", "A-1", 2.0),
        price_with(
            "next",
            "A-1",
            3.0,
            json!({"valid_from": "2026-11-22", "valid_upto": "2026-11-23"}),
        ),
    ]);
    let days = [(21, "2"), (22, "3"), (23, "3"), (24, "2"), (23, "3"), (20, "2")];
    for (day, expected) in days {
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        opened.store.refresh_list_rates(date).wait().unwrap();
        assert_eq!(rate(&opened, "A-1").as_deref(), Some(expected), "on the {day}th");
    }
}

#[test]
fn prices_and_stock_may_come_before_their_item() {
    let opened = opened();
    opened.put(vec![price("P1", "A-1", 2.0), bin("A-1", "Van", 5.0)]);
    assert!(opened.codes("").is_empty(), "nobody has described it yet");
    opened.put(vec![item("A-1", "Apple")]);
    let row = opened.find("apple").rows.remove(0);
    assert_eq!((row.list_rate.as_deref(), row.stock_here), (Some("2"), Decimal::from(5)));
}

#[test]
fn a_large_batch_is_put_in_order_as_a_whole() {
    let opened = opened();
    opened.put(vec![item("M-1", "mango"), bin("M-1", "Van", 3.0), price("PM", "M-1", 9.0)]);
    let batch = (0..600).map(|n| item(&format!("N-{n:03}"), &format!("nut {:03}", 599 - n)));
    opened.put(batch.chain([item("A-1", "apple"), item("Z-1", "zest")]).collect());
    let first = opened.find("");
    assert_eq!(first.rows[0].name, "apple");
    assert_eq!(
        (first.rows[1].stock_here, first.rows[1].list_rate.as_deref()),
        (Decimal::from(3), Some("9")),
        "mango kept its stock and its price"
    );
    assert_eq!(first.rows[2].name, "nut 000");
    assert_eq!(opened.find("zest").rows.len(), 1);
}

#[test]
fn removed_items_are_gone_everywhere() {
    let opened = opened();
    opened.put(vec![
        item_with("A-1", "Apple", json!({"barcodes": [{"barcode": "12345670"}]})),
        price("P1", "A-1", 2.0),
        bin("A-1", "Van", 5.0),
    ]);
    let names = vec!["A-1".to_owned(), "unknown".to_owned()];
    assert_eq!(opened.store.remove_masters("Item", names).wait().unwrap(), 1);
    assert!(opened.codes("apple").is_empty() && opened.codes("12345670").is_empty());
    assert!(opened.store.item_price_documents(&["A-1".parse().unwrap()]).unwrap().is_empty());
    assert_eq!(opened.store.item_groups().unwrap()[0].item_count, 0);
}
