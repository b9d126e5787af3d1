//! The recorded `scan` vectors through the phone: what the app finds for a code is what the server
//! finds, but for the cases named here with their reason.

use rust_decimal::dec;
use satchel_app::views::ScanSettings;
use satchel_app::{AppError, PricedFor, ScanOutcome, Session};
use satchel_store::MasterDocument;
use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::support::{cases, demo_at, world};

/// The day of the recording.
const RECORDED: &str = "2026-11-21T12:00:00+00:00";

/// What the phone finds where the server finds something else, and why.
const OTHERWISE: [(&str, Option<&str>, &str); 3] = [
    ("scan-008", Some("I-011"), "a UPC-A is the EAN-13 with a zero in front: one item, two labels"),
    ("scan-010", Some("I-001"), "scanners and keyboards put blanks in front"),
    ("scan-017", None, "batches are not on the phone"),
];

/// The items of the `usd` world with the barcodes of the `scan` world.
fn items() -> Vec<Value> {
    let scan = world("scan");
    let mut barcodes: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for row in scan["barcodes"].as_array().unwrap() {
        barcodes.entry(row["item_code"].as_str().unwrap()).or_default().push(row.clone());
    }
    let usd = world("usd");
    let items = usd["Item"].as_array().unwrap().iter().map(|item| {
        let mut item = item.clone();
        let rows = barcodes.remove(item["item_code"].as_str().unwrap());
        item["barcodes"] = json!(rows.unwrap_or_default());
        item
    });
    items.collect()
}

fn found(session: &Session, code: &str) -> Option<(String, String)> {
    let item = session.item_by_code(code, &PricedFor::Nobody).unwrap()?;
    Some((item.row.item_code, item.row.uom))
}

#[test]
fn every_case_through_the_phone() {
    let (_folder, _phone, session) = demo_at(RECORDED);
    let items = items();
    let documents = items.iter().map(|item| MasterDocument::from_value("Item", item)).collect();
    session.store().put_masters(documents, session.today()).wait().unwrap();

    let mut wrong = Vec::new();
    let mut seen = 0;
    for case in cases("cases/scan.jsonl") {
        let (id, value) = (case["id"].as_str().unwrap(), case["value"].as_str().unwrap());
        seen += 1;
        let given = found(&session, value);
        let otherwise = OTHERWISE.iter().find(|(other, ..)| *other == id);
        let item_code = otherwise.map_or(case["result"]["item_code"].as_str(), |other| other.1);
        let expected = item_code.map(|code| {
            let item = items.iter().find(|item| item["item_code"] == code).expect(code);
            // A row without a unit stands for the item's own: the one it is sold in, else the stock unit.
            let own = item["sales_uom"].as_str().filter(|uom| !uom.is_empty());
            let own = own.or(item["stock_uom"].as_str()).unwrap();
            let uom = case["result"]["uom"].as_str().unwrap_or(own);
            (code.to_owned(), uom.to_owned())
        });
        if given != expected {
            wrong.push(format!("{id} {value:?}: expected {expected:?}, given {given:?}"));
        }
    }
    assert_eq!(seen, 12, "cases of scan");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_label_with_a_weight_adds_that_weight() {
    let (_folder, _phone, session) = demo_at(RECORDED);
    let cheese = json!({
        "name": "CHEESE", "item_code": "CHEESE", "item_name": "Cheese", "item_group": "All Item Groups",
        "stock_uom": "Kg", "is_sales_item": 1, "is_stock_item": 0,
        "uoms": [{"idx": 1, "uom": "Kg", "conversion_factor": 1.0}],
        "barcodes": [{"idx": 1, "barcode": "2112345"}],
    });
    let documents = vec![MasterDocument::from_value("Item", &cheese)];
    session.store().put_masters(documents, session.today()).wait().unwrap();
    let who = session.customers("bonfim", None).unwrap().rows.remove(0);
    let order = session.start_order(&who.name).unwrap();
    // 21, item 12345, 1.250 kg, and the check digit.
    let label = "2112345012506";
    assert!(matches!(session.scan_into(&order, label).unwrap(), ScanOutcome::Unknown { .. }));

    let wrong = ["21IIIIIWWwwwC".to_owned(), "21IIIII".to_owned()];
    let Err(AppError::LabelPattern { pattern, .. }) = session.set_label_patterns(&wrong) else {
        panic!("a layout of seven signs")
    };
    assert_eq!(pattern, "21IIIII");
    assert!(session.label_patterns().unwrap().is_empty(), "all or none");
    session.set_label_patterns(&wrong[..1]).unwrap();
    let ScanOutcome::Added { order, .. } = session.scan_into(&order, label).unwrap() else {
        panic!("the label is known now")
    };
    let line = order.lines.iter().find(|line| line.item_code == "CHEESE").unwrap();
    assert_eq!((line.qty, line.uom.as_str()), (dec!(1.250), "Kg"));
}

#[test]
fn a_pack_that_expired_is_added_and_told() {
    let (_folder, _phone, session) = demo_at(RECORDED);
    let tea = json!({
        "name": "TEA", "item_code": "TEA", "item_name": "Tea", "item_group": "All Item Groups",
        "stock_uom": "Nos", "is_sales_item": 1, "is_stock_item": 0,
        "uoms": [{"idx": 1, "uom": "Nos", "conversion_factor": 1.0}],
        "barcodes": [{"idx": 1, "barcode": "4006381333931"}],
    });
    let documents = vec![MasterDocument::from_value("Item", &tea)];
    session.store().put_masters(documents, session.today()).wait().unwrap();
    let who = session.customers("bonfim", None).unwrap().rows.remove(0);
    let order = session.start_order(&who.name).unwrap();
    let today = session.today();
    let yesterday = today.pred_opt().unwrap();
    for (day, expected) in [(yesterday, Some(yesterday)), (today, None)] {
        let label = format!("]C10104006381333931{}10B7", day.format("17%y%m%d"));
        let ScanOutcome::Added { item_name, expired, .. } =
            session.scan_into(&order, &label).unwrap()
        else {
            panic!("{label}")
        };
        assert_eq!((item_name.as_str(), expired), ("Tea", expected));
    }
    let plain = session.scan_into(&order, "4006381333931").unwrap();
    assert!(matches!(plain, ScanOutcome::Added { expired: None, .. }));
}

#[test]
fn the_signs_of_a_scanner_are_kept_and_judged() {
    let (_folder, _phone, session) = demo_at(RECORDED);
    assert_eq!(session.scanning().unwrap(), ScanSettings::default());
    let set = ScanSettings { prefix: "~".into(), sound: false, ..ScanSettings::default() };
    session.set_scanning(&set).unwrap();
    for wrong in ["123456789", "\u{2}"] {
        let refused = session.set_scanning(&ScanSettings { suffix: wrong.into(), ..set.clone() });
        assert!(matches!(refused, Err(AppError::Field { field: "suffix" })), "{wrong:?}");
    }
    assert_eq!(session.scanning().unwrap(), set);
}
