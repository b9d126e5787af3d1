use std::fs::File;
use std::path::Path;

use proptest::prelude::*;
use serde_json::json;

use crate::catalogue::prices::refresh_all;
use crate::testing::*;
use crate::{CustomerQuery, ItemQuery, StoreError};

fn take_in(phone: &Opened, path: &Path) -> Result<(), StoreError> {
    phone.store.import_masters(File::open(path).unwrap(), today()).wait()
}

fn filled() -> Opened {
    let opened = opened();
    opened.put(vec![
        document("Item Group", json!({"name": "Drinks", "parent_item_group": ""})),
        item_with(
            "A-1",
            "Água",
            json!({"barcodes": [{"barcode": "5601234567890"}],
            "uoms": [{"uom": "Box", "conversion_factor": 12}]}),
        ),
        item("B-1", "Beer"),
        price("P-1", "A-1", 1.5),
        price("P-2", "B-1", 2.5),
        bin("A-1", "Van", 7.0),
        bin("A-1", "Stores", 9.0),
        document("Customer", json!({"name": "CUST-1", "customer_name": "Padaria"})),
        document(
            "Address",
            json!({"name": "ADR-1", "city": "Porto",
            "links": [{"link_doctype": "Customer", "link_name": "CUST-1"}]}),
        ),
        document("Company", json!({"name": "Aurora"})),
    ]);
    opened
}

fn snapshot(from: &Opened) -> std::path::PathBuf {
    let path = from.dir.path().join("masters.db");
    let states = vec![("Item".to_owned(), r#"{"loaded":true}"#.to_owned())];
    let contents = from.store.export_masters(&path, states).wait().unwrap();
    assert_eq!((contents.items, contents.prices, contents.customers), (2, 2, 1));
    path
}

#[test]
fn what_was_written_out_is_there_after_taking_it_in() {
    let office = filled();
    let path = snapshot(&office);
    let phone = opened();
    take_in(&phone, &path).unwrap();
    for text in ["agua", "5601234567890", "B-1", ""] {
        assert_eq!(phone.find(text), office.find(text), "{text}");
    }
    assert_eq!(phone.store.item_groups().unwrap(), office.store.item_groups().unwrap());
    let code = "A-1".parse().unwrap();
    assert_eq!(phone.store.item_stock(&code).unwrap(), office.store.item_stock(&code).unwrap());
    assert_eq!(phone.store.item_uoms(&code).unwrap(), office.store.item_uoms(&code).unwrap());
    for doctype in ["Item", "Item Price", "Customer", "Company"] {
        assert_eq!(
            phone.store.documents(doctype).unwrap(),
            office.store.documents(doctype).unwrap()
        );
    }
    let detail = phone.store.customer(&customer_key("CUST-1")).unwrap().unwrap();
    assert_eq!(detail.addresses.len(), 1);
    assert_eq!(phone.store.sync_state("Item").unwrap().as_deref(), Some(r#"{"loaded":true}"#));
    // What comes later finds its place.
    phone.put(vec![item("A-2", "Azeite"), price("P-1", "A-1", 9.0)]);
    assert_eq!(phone.codes(""), ["A-1", "A-2", "B-1"]);
    let row = phone.find("A-1").rows.remove(0);
    assert_eq!(row.list_rate.as_deref(), Some("9"));
}

#[test]
fn customers_are_found_by_every_word_after_it() {
    let office = filled();
    let customer = |n: u32| {
        let name = format!("CUST-{n}");
        let shown = format!("Café {n} do Zé {}", n % 5);
        document(
            "Customer",
            json!({"name": name, "customer_name": shown, "mobile_no": format!("91{n:03}"),
                "disabled": u8::from(n.is_multiple_of(11))}),
        )
    };
    let address = json!({"name": "ADR-2", "city": "Braga",
        "links": [{"link_doctype": "Customer", "link_name": "CUST-20"}]});
    office.put((2..90).map(customer).chain([document("Address", address)]).collect());
    let path = office.dir.path().join("masters");
    office.store.export_masters(&path, Vec::new()).wait().unwrap();
    let phone = opened();
    let own = crate::customers::tests::new_customer();
    phone.store.create_customer(own).wait().unwrap();
    take_in(&phone, &path).unwrap();
    let names = |of: &Opened, text: &str| -> Vec<String> {
        let query = CustomerQuery { text: text.to_owned(), limit: 200, ..CustomerQuery::default() };
        let rows = of.store.search_customers(&query).unwrap().rows;
        rows.into_iter().map(|row| row.customer_name).collect()
    };
    for text in ["cafe", "ze 3", "91045", "porto", "braga", "cust-7", "padaria"] {
        let found = names(&phone, text);
        assert!(!found.is_empty(), "{text}");
        assert_eq!(found, names(&office, text), "{text}");
    }
    assert_eq!(names(&phone, "matosinhos"), ["Mercearia Nova"], "the rep's own");
    let check = |transaction: &rusqlite::Transaction<'_>| {
        transaction
            .execute_batch("INSERT INTO customer_fts(customer_fts) VALUES('integrity-check')")
            .map_err(StoreError::from)
    };
    phone.store.write(check).wait().unwrap();
    // What comes later is indexed as ever.
    phone.put(vec![document("Customer", json!({"name": "CUST-5", "customer_name": "Quinta"}))]);
    assert_eq!(names(&phone, "quin"), ["Quinta"]);
    assert!(names(&phone, "cafe").iter().all(|name| !name.starts_with("Café 5 ")));
}

#[test]
fn what_the_rep_has_stays() {
    let office = filled();
    let path = snapshot(&office);
    let phone = opened();
    phone.put(vec![item("Z-1", "Old"), bin("Z-1", "Depot", 1.0), bin("A-1", "Van", 7.0)]);
    phone.store.save_draft(draft(1)).wait().unwrap();
    phone.store.place(order(2)).wait().unwrap();
    phone.store.set_setting("warehouse", &"Van").wait().unwrap();
    let here = phone.find("A-1").rows.first().map(|row| row.stock_here);
    take_in(&phone, &path).unwrap();
    assert_eq!(phone.codes("Z-1"), Vec::<String>::new(), "the catalogue is the office's");
    assert!(phone.store.order(uid(2)).unwrap().is_some());
    assert_eq!(phone.store.drafts().unwrap().len(), 1);
    assert_eq!(phone.store.setting::<String>("warehouse").unwrap().as_deref(), Some("Van"));
    let stock = phone.store.item_stock(&"A-1".parse().unwrap()).unwrap();
    let van = stock.iter().find(|row| row.warehouse == "Van").unwrap();
    assert_eq!(van.sold_here.to_string(), "3", "promised here, under the warehouse's new number");
    assert_eq!(phone.find("A-1").rows[0].stock_here, van.actual - van.sold_here);
    assert!(here.is_none_or(|here| here <= van.actual));
}

#[test]
fn nothing_secret_and_nothing_of_a_rep_is_written_out() {
    let office = filled();
    office.store.set_setting("site_account", &json!({"api_secret": "s3cret-word"})).wait().unwrap();
    office.store.place(order(2)).wait().unwrap();
    let path = snapshot(&office);
    let bytes = std::fs::read(path).unwrap();
    let holds = |word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    assert!(holds("Beer") && !holds("s3cret-word") && !holds("ring the bell"));
}

#[test]
fn what_is_no_snapshot_changes_nothing() {
    let office = filled();
    let phone = filled();
    let whole = std::fs::read(snapshot(&office)).unwrap();
    let refused = |bytes: Vec<u8>| {
        let before = phone.find("");
        let refused = phone.store.import_masters(std::io::Cursor::new(bytes), today()).wait();
        assert_eq!(phone.find(""), before);
        phone.put(vec![document("Company", json!({"name": "Aurora"}))]);
        refused.unwrap_err()
    };
    // One piece of the text in place of another that is as long.
    let spoilt = |from: &str, to: &str| {
        let mut bytes = whole.clone();
        let at = bytes.windows(from.len()).position(|part| part == from.as_bytes()).unwrap();
        bytes.splice(at..at + from.len(), to.bytes());
        bytes
    };
    for (name, bytes) in [
        ("nothing", Vec::new()),
        ("garbage", vec![7; 9_000]),
        ("database", b"SQLite format 3\0".to_vec()),
        ("half", whole[..whole.len() / 2].to_vec()),
        ("no end", whole[..whole.len() - 4].to_vec()),
        ("twice", spoilt("\"B-1\"", "\"A-1\"")),
        ("price twice", spoilt("\"P-2\"", "\"P-1\"")),
        ("count", spoilt("2\n\"P-1\"", "3\n\"P-1\"")),
        ("state", spoilt("\"state\":", "\"stage\":")),
    ] {
        let error = refused(bytes);
        assert!(matches!(error, StoreError::BadInput { .. }), "{name}: {error:?}");
    }
    assert_eq!(phone.store.document_count("Customer").unwrap(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    /// Whatever became of the bytes, either nothing is taken in or something that works.
    #[test]
    fn a_changed_snapshot_is_taken_in_or_changes_nothing(
        at: prop::sample::Index,
        to: u8,
        cut: bool,
    ) {
        let office = filled();
        let phone = filled();
        let mut bytes = std::fs::read(snapshot(&office)).unwrap();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = to;
        }
        let before = phone.find("");
        match phone.store.import_masters(std::io::Cursor::new(bytes), today()).wait() {
            Ok(()) => prop_assert!(!cut && !phone.find("").rows.is_empty()),
            Err(error) => {
                prop_assert!(matches!(error, StoreError::BadInput { .. }), "{:?}", error);
                prop_assert_eq!(phone.find(""), before);
            }
        }
    }
}

/// Prices of two items in two lists, of which some begin, have ended, are for a customer or a box.
fn any_price() -> impl Strategy<Value = serde_json::Value> {
    let days =
        prop::sample::select(vec!["", "2026-01-01", "2026-11-20", "2026-11-21", "2027-01-01"]);
    let word = |words: &'static [&'static str]| prop::sample::select(words);
    (
        word(&["A-1", "B-1", "gone"]),
        word(&["Standard Selling", "Wholesale"]),
        word(&["", "Nos", "Box"]),
        days.clone(),
        days,
        word(&["", "", "", "CUST-1"]),
        1..9_000_u32,
    )
        .prop_map(|(item, list, uom, from, upto, customer, rate)| {
            json!({"item_code": item, "price_list": list, "uom": uom, "valid_from": from,
                "valid_upto": upto, "customer": customer, "selling": 1,
                "price_list_rate": f64::from(rate) / 100.0})
        })
}

#[test]
fn of_prices_that_count_alike_the_lowest_is_the_list_rate_however_it_came() {
    let rates = [0.11, 0.02, 0.1];
    for first in 0..rates.len() {
        let office = opened();
        office.put(vec![item("A-1", "Água")]);
        for (at, rate) in rates.iter().cycle().skip(first).take(rates.len()).enumerate() {
            office.put(vec![price(&format!("P-{at}"), "A-1", *rate)]);
        }
        let path = office.dir.path().join("masters");
        office.store.export_masters(&path, Vec::new()).wait().unwrap();
        let phone = opened();
        take_in(&phone, &path).unwrap();
        assert_eq!(list_rates(&office)[0].as_deref(), Some("0.02"));
        assert_eq!(list_rates(&phone)[0].as_deref(), Some("0.02"));
        derive_all(&office);
        assert_eq!(list_rates(&office)[0].as_deref(), Some("0.02"));
    }
}

fn derive_all(opened: &Opened) {
    opened.store.write(|transaction| refresh_all(transaction, today())).wait().unwrap();
}

fn list_rates(opened: &Opened) -> Vec<Option<String>> {
    let rate = |list: &str, code: &str| {
        let query = ItemQuery {
            text: code.into(),
            price_list: list.into(),
            limit: 9,
            ..ItemQuery::default()
        };
        let mut rows = opened.store.search_items(&query).unwrap().rows;
        rows.pop().and_then(|row| row.list_rate)
    };
    let lists = ["Standard Selling", "Wholesale"];
    lists.iter().flat_map(|list| ["A-1", "B-1"].map(|code| rate(list, code))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_snapshot_gives_the_list_rates_a_pull_gives(
        prices in prop::collection::vec(any_price(), 0..12),
    ) {
        let office = opened();
        office.put(vec![item("A-1", "Água"), item("B-1", "Beer")]);
        let named = prices.into_iter().enumerate().map(|(at, mut price)| {
            price["name"] = json!(format!("P-{at}"));
            document("Item Price", price)
        });
        office.put(named.collect());
        let path = office.dir.path().join("masters");
        office.store.export_masters(&path, Vec::new()).wait().unwrap();
        let phone = opened();
        take_in(&phone, &path).unwrap();
        let one_by_one = list_rates(&office);
        prop_assert_eq!(&list_rates(&phone), &one_by_one);
        derive_all(&office);
        prop_assert_eq!(&list_rates(&office), &one_by_one);
    }
}
