use rusqlite::Row;

use super::LATE;
use crate::sql::{get, rows};
use crate::testing::*;

/// The names of the indexes that are there, and how they were made.
fn indexes(opened: &Opened) -> Vec<(String, String)> {
    let read = |one: &rusqlite::Connection| {
        rows!(
            one,
            "SELECT name, sql FROM main.sqlite_schema
             WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
            [],
            |row: &Row<'_>| Ok::<_, crate::StoreError>((get(row, "name")?, get(row, "sql")?))
        )
    };
    opened.store.read(read).unwrap()
}

fn missing(opened: &Opened) -> usize {
    let there = indexes(opened);
    LATE.iter().filter(|(late, _)| !there.iter().any(|(name, _)| name == late)).count()
}

/// A phone right after its first load, and how many indexes wait to be made.
fn loaded() -> (Opened, usize) {
    let office = opened();
    office.put(vec![
        item_with("A-1", "Olives", serde_json::json!({"barcodes": [{"barcode": "5601234567890"}]})),
        item("B-1", "Bread"),
        price("P-1", "A-1", 1.5),
        price("P-2", "B-1", 2.5),
    ]);
    let path = office.dir.path().join("masters");
    office.store.export_masters(&path, Vec::new()).wait().unwrap();
    let phone = opened();
    let file = std::fs::File::open(path).unwrap();
    phone.store.import_masters(file, today()).wait().unwrap();
    let missing = missing(&phone);
    (phone, missing)
}

#[test]
fn a_first_load_leaves_them_out_and_each_step_makes_one() {
    let (phone, waiting) = loaded();
    assert_eq!(waiting, LATE.len());
    assert_eq!(phone.codes("oliv"), ["A-1"]);
    assert_eq!(phone.codes("5601234567890"), ["A-1"]);
    let revision = *phone.store.revision().borrow();
    for left in (0..LATE.len()).rev() {
        assert!(phone.store.make_index().wait().unwrap());
        assert_eq!(missing(&phone), left);
    }
    assert!(!phone.store.make_index().wait().unwrap(), "all are there");
    assert_eq!(*phone.store.revision().borrow(), revision, "nobody reads again");
}

#[test]
fn a_code_is_found_by_its_beginning_before_and_after() {
    let office = opened();
    let coded =
        |n: u32| item(&format!("{}-{n:03}", if n.is_multiple_of(2) { "kx" } else { "KX" }), "Tea");
    office.put((0..150).map(coded).chain([item("L-1", "kx")]).collect());
    let path = office.dir.path().join("masters");
    office.store.export_masters(&path, Vec::new()).wait().unwrap();
    let phone = opened();
    phone.store.import_masters(std::fs::File::open(path).unwrap(), today()).wait().unwrap();
    let pages = |text: &str| {
        let mut query = query(text);
        let mut found = Vec::new();
        loop {
            let page = phone.store.search_items(&query).unwrap();
            found.extend(codes(&page));
            match page.next {
                Some(next) => query.after = Some(next),
                None => return found,
            }
        }
    };
    let texts = ["kx-0", "KX", "kx-14", "l-1", "zz"];
    let before = texts.map(pages);
    assert_eq!(missing(&phone), LATE.len());
    assert_eq!(before[0].first().map(String::as_str), Some("kx-000"), "{before:?}");
    assert_eq!((before[1].len(), before[2].len(), before[4].len()), (151, 10, 0), "{before:?}");
    while phone.store.make_index().wait().unwrap() {}
    assert_eq!(before, texts.map(pages));
}

#[test]
fn they_are_those_of_a_new_file() {
    let (phone, _) = loaded();
    while phone.store.make_index().wait().unwrap() {}
    assert_eq!(indexes(&phone), indexes(&opened()));
}

#[test]
fn the_next_start_makes_what_is_missing() {
    let (phone, _) = loaded();
    let phone = phone.reopen();
    assert!(!phone.store.make_index().wait().unwrap());
    assert_eq!(missing(&phone), 0);
}

#[test]
fn a_change_makes_them_first() {
    let (phone, _) = loaded();
    phone.put(vec![item_with(
        "A-1",
        "Olives",
        serde_json::json!({"barcodes": [{"barcode": "5609876543210"}]}),
    )]);
    assert_eq!(missing(&phone), 0);
    assert!(phone.codes("5601234567890").is_empty(), "its barcode of before is gone");
    phone.store.remove_masters("Item Price", vec!["P-1".into()]).wait().unwrap();
    let rate = |code: &str| {
        let page = phone.find(code);
        page.rows.first().unwrap().list_rate.clone()
    };
    assert_eq!(rate("A-1"), None);
    assert!(rate("B-1").is_some());
}

#[test]
fn a_second_load_takes_the_place_of_the_first() {
    let (phone, _) = loaded();
    let office = opened();
    office.put(vec![item("C-1", "Cheese"), price("P-1", "C-1", 9.0)]);
    let path = office.dir.path().join("masters");
    office.store.export_masters(&path, Vec::new()).wait().unwrap();
    phone.store.import_masters(std::fs::File::open(path).unwrap(), today()).wait().unwrap();
    while phone.store.make_index().wait().unwrap() {}
    assert_eq!(indexes(&phone), indexes(&office));
    assert_eq!(phone.codes(""), ["C-1"]);
}
