//! The recorded `scan` vectors through the phone: what the app finds for a code is what the server
//! finds, but for the cases named here with their reason.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use rust_decimal::dec;
use satchel_app::views::ScanSettings;
use satchel_app::{AppError, PricedFor, ScanOutcome, Session};
use satchel_store::MasterDocument;
use satchel_tests::phone::{PIN, fake_phone};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The day of the recording.
const RECORDED: &str = "2026-11-21T12:00:00+00:00";

/// What the phone finds where the server finds something else, and why.
const OTHERWISE: [(&str, Option<&str>, &str); 3] = [
    ("scan-008", Some("I-011"), "a UPC-A is the EAN-13 with a zero in front: one item, two labels"),
    ("scan-010", Some("I-001"), "scanners and keyboards put blanks in front"),
    ("scan-017", None, "batches are not on the phone"),
];

fn golden(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(file);
    fs::read_to_string(path).unwrap()
}

/// The items of the `usd` world with the barcodes of the `scan` world.
fn items() -> Vec<Value> {
    let scan: Value = serde_json::from_str(&golden("worlds/scan.json")).unwrap();
    let mut barcodes: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for row in scan["barcodes"].as_array().unwrap() {
        barcodes.entry(row["item_code"].as_str().unwrap()).or_default().push(row.clone());
    }
    let usd: Value = serde_json::from_str(&golden("worlds/usd.json")).unwrap();
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
    let folder = tempfile::tempdir().unwrap();
    let phone = fake_phone(folder.path(), RECORDED).unwrap();
    let session = phone.satchel.create_demo(PIN, "en").unwrap();
    let items = items();
    let documents = items.iter().map(|item| MasterDocument::from_value("Item", item)).collect();
    session.store().put_masters(documents, session.today()).wait().unwrap();

    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in golden("cases/scan.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let (id, value) = (case["id"].as_str().unwrap(), case["value"].as_str().unwrap());
        cases += 1;
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
    assert_eq!(cases, 12, "cases of scan");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_label_with_a_weight_adds_that_weight() {
    let folder = tempfile::tempdir().unwrap();
    let phone = fake_phone(folder.path(), RECORDED).unwrap();
    let session = phone.satchel.create_demo(PIN, "en").unwrap();
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
fn the_signs_of_a_scanner_are_kept_and_judged() {
    let folder = tempfile::tempdir().unwrap();
    let phone = fake_phone(folder.path(), RECORDED).unwrap();
    let session = phone.satchel.create_demo(PIN, "en").unwrap();
    assert_eq!(session.scanning().unwrap(), ScanSettings::default());
    let set = ScanSettings { prefix: "~".into(), sound: false, ..ScanSettings::default() };
    session.set_scanning(&set).unwrap();
    for wrong in ["123456789", "\u{2}"] {
        let refused = session.set_scanning(&ScanSettings { suffix: wrong.into(), ..set.clone() });
        assert!(matches!(refused, Err(AppError::Field { field: "suffix" })), "{wrong:?}");
    }
    assert_eq!(session.scanning().unwrap(), set);
}
