//! Searching and browsing.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::json;

use crate::testing::*;
use crate::{ItemQuery, MasterDocument, StoreError};

fn shop() -> Opened {
    let opened = opened();
    opened.put(vec![
        document("Item Group", json!({"name": "All", "parent_item_group": null})),
        document("Item Group", json!({"name": "Drinks", "parent_item_group": "All"})),
        document("Item Group", json!({"name": "Water", "parent_item_group": "Drinks"})),
        document("Item Group", json!({"name": "Food", "parent_item_group": "All"})),
        item_with(
            "PA-0005",
            "Pão de queijo",
            json!({"item_group": "Food", "brand": "Casa",
            "barcodes": [{"barcode": "5601420001001", "uom": "Box"}]}),
        ),
        item_with("PA-0001", "Água mineral 1 L", json!({"item_group": "Water"})),
        item_with("XX-0009", "Paprika pão", json!({"item_group": "Food", "brand": null})),
        item("CO-1", "Cola zero"),
        price("P1", "PA-0005", 3.5),
        bin("PA-0005", "Van", 4.0),
        bin("PA-0005", "Main", 10.5),
        bin("CO-1", "Main", 7.0),
    ]);
    opened
}

#[test]
fn accents_are_folded_both_ways() {
    let shop = shop();
    assert_eq!(shop.codes("pao"), ["PA-0005", "XX-0009"], "by name: Pão before Paprika");
    assert_eq!(shop.codes("PÃO"), ["PA-0005", "XX-0009"]);
    assert_eq!(shop.codes("pa\u{303}o"), ["PA-0005", "XX-0009"], "a decomposed accent");
    assert_eq!(shop.codes("agua"), ["PA-0001"]);
}

#[test]
fn the_code_comes_before_the_words() {
    let shop = shop();
    assert_eq!(shop.codes("pa"), ["PA-0001", "PA-0005", "XX-0009"]);
    assert_eq!(shop.codes("pa-0005"), ["PA-0005"]);
    assert_eq!(shop.codes("0009"), ["XX-0009"]);
    assert_eq!(shop.codes("que pa"), ["PA-0005"], "every word, as a prefix, in any order");
    assert!(shop.codes("quejo").is_empty());
}

#[test]
fn a_barcode_finds_its_item_and_unit() {
    let shop = shop();
    assert_eq!(shop.codes("5601420001001"), ["PA-0005"]);
    assert_eq!(shop.codes("٥٦٠١٤٢٠٠٠١٠٠١"), ["PA-0005"]);
    assert!(shop.codes("5601420001002").is_empty());
    let scanned = shop.store.item_by_barcode(" 5601420001001 ").unwrap().unwrap();
    assert_eq!((scanned.code.as_str(), scanned.uom.as_deref()), ("PA-0005", Some("Box")));
    assert_eq!(shop.store.item_by_barcode("").unwrap(), None);
}

#[test]
fn a_row_carries_price_and_stock() {
    let shop = shop();
    let row = shop.find("queijo").rows.remove(0);
    assert_eq!(row.list_rate.as_deref(), Some("3.5"));
    assert_eq!((row.stock_here, row.stock_elsewhere), (Decimal::from(4), "10.5".parse().unwrap()));
    assert_eq!((row.item_group.as_str(), row.brand.as_str()), ("Food", "Casa"));
    let cola =
        shop.store.item_row(&"CO-1".parse().unwrap(), "Other list", "Main").unwrap().unwrap();
    assert_eq!((cola.list_rate, cola.stock_here), (None, Decimal::from(7)));
    let unknown = shop.store.item_row(&"NO".parse().unwrap(), "", "").unwrap();
    assert_eq!(unknown, None);
}

#[test]
fn filters_follow_the_tree_the_brand_and_the_stock() {
    let shop = shop();
    let find = |text: &str, group: Option<&str>, brand: Option<&str>, stock: bool| {
        let query = ItemQuery {
            item_group: group.map(str::to_owned),
            brand: brand.map(str::to_owned),
            in_stock_only: stock,
            ..query(text)
        };
        codes(&shop.store.search_items(&query).unwrap())
    };
    assert_eq!(
        find("", Some("Drinks"), None, false),
        ["PA-0001", "CO-1"],
        "Água stands among the A"
    );
    assert_eq!(find("", Some("All"), None, false).len(), 4);
    assert_eq!(find("pa", Some("Food"), None, false), ["PA-0005", "XX-0009"]);
    assert_eq!(find("pa", Some("Food"), Some("Casa"), false), ["PA-0005"]);
    assert_eq!(find("", None, Some("Casa"), false), ["PA-0005"]);
    assert_eq!(find("", None, None, true), ["PA-0005"]);
    assert_eq!(find("pa", None, None, true), ["PA-0005"]);
    assert!(find("", Some("No such group"), None, false).is_empty());
    assert!(find("", None, Some("No such brand"), true).is_empty());
    assert!(find("5601420001001", Some("Drinks"), None, false).is_empty());
}

#[test]
fn groups_and_brands_say_how_much_they_hold() {
    let shop = shop();
    let groups = shop.store.item_groups().unwrap();
    let told: Vec<_> = groups.iter().map(|g| (g.name.as_str(), g.depth, g.item_count)).collect();
    assert_eq!(told, [("All", 0, 4), ("Drinks", 1, 2), ("Water", 2, 1), ("Food", 1, 2)]);
    let brands = shop.store.brands().unwrap();
    let told: Vec<_> = brands.iter().map(|b| (b.name.as_str(), b.item_count)).collect();
    assert_eq!(told, [("Aurora", 2), ("Casa", 1)]);
    assert_eq!(shop.store.item_count().unwrap(), 4);
}

/// All pages of a query, one after the other.
fn pages(opened: &Opened, query: &ItemQuery) -> Vec<String> {
    let mut query = query.clone();
    let mut found = Vec::new();
    for _ in 0..1_000 {
        let page = opened.store.search_items(&query).unwrap();
        assert!(page.rows.len() <= query.limit);
        found.extend(codes(&page));
        match page.next {
            Some(next) => query.after = Some(next),
            None => return found,
        }
    }
    panic!("the pages do not end");
}

fn many(count: usize) -> Vec<MasterDocument> {
    let names = ["Café torrado", "Cafeína", "Chá verde", "Coffee beans", "CA tea"];
    (0..count)
        .map(|n| {
            let name = format!("{} {n}", names[n % names.len()]);
            item_with(&format!("CA-{n:04}"), &name, json!({"item_group": format!("G{}", n % 7)}))
        })
        .collect()
}

#[test]
fn pages_show_every_match_once() {
    let opened = opened();
    opened.put(many(137));
    for text in ["", "ca", "cafe", "c", "cafe 1", "ca-00"] {
        for limit in [1, 7, 20, 21, 50, 500] {
            let query = ItemQuery { limit, ..query(text) };
            let found = pages(&opened, &query);
            let once: BTreeSet<_> = found.iter().collect();
            assert_eq!(once.len(), found.len(), "{text} {limit}: twice on the pages");
            let all = pages(&opened, &ItemQuery { limit: 500, ..query.clone() });
            assert_eq!(once, all.iter().collect(), "{text} {limit}: missing on the pages");
        }
    }
    assert_eq!(pages(&opened, &ItemQuery { limit: 9, ..query("ca") }).len(), 137);
    assert_eq!(pages(&opened, &query("")).len(), 137);
}

#[test]
fn small_groups_page_as_large_ones_do() {
    let opened = opened();
    let mut items = many(100);
    items.push(item_with("Z-2", "Zest 2", json!({"item_group": "Rare"})));
    items.push(item_with("Z-1", "Zest 1", json!({"item_group": "Rare"})));
    opened.put(items);
    for (group, count) in [("Rare", 2), ("G3", 14)] {
        let query = ItemQuery { item_group: Some(group.into()), limit: 1, ..query("") };
        assert_eq!(pages(&opened, &query).len(), count);
    }
    let rare = ItemQuery { item_group: Some("Rare".into()), ..query("") };
    assert_eq!(pages(&opened, &rare), ["Z-1", "Z-2"], "by name");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever order items arrive in, and whichever get another name, the list is in order of names, every
    /// search finds what a plain comparison finds, and no text is an error.
    #[test]
    fn search_agrees_with_a_plain_comparison(
        names in prop::collection::vec("[abcã]{1,3}( [abcã]{1,3}){0,2}", 1..60),
        cuts in prop::collection::vec(1usize..20, 1..8),
        renamed in prop::collection::vec((0usize..60, "[abcã]{1,3}"), 0..12),
        text in "[abcã]{1,2}( [abcã]{1,2})?",
        junk in ".{0,20}",
    ) {
        let opened = opened();
        let mut items: Vec<(String, String)> =
            names.iter().enumerate().map(|(n, name)| (format!("X{n:03}"), name.clone())).collect();
        let mut rest = items.as_slice();
        for cut in cuts.iter().cycle() {
            let (batch, later) = rest.split_at((*cut).min(rest.len()));
            opened.put(batch.iter().map(|(code, name)| item(code, name)).collect());
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        for (n, name) in &renamed {
            let Some((code, old)) = items.get_mut(*n) else { continue };
            opened.put(vec![item(code, name)]);
            old.clone_from(name);
        }
        let mut sorted = items.clone();
        let fold = |text: &str| text.replace('ã', "a");
        sorted.sort_by_key(|(code, name)| (fold(name), code.clone()));
        let by_name: Vec<String> = sorted.iter().map(|(code, _)| code.clone()).collect();
        prop_assert_eq!(pages(&opened, &query("")), by_name);

        let expected: Vec<String> = sorted
            .iter()
            .filter(|(_, name)| {
                let name = fold(name);
                fold(&text).split(' ').all(|word| name.split(' ').any(|n| n.starts_with(word)))
            })
            .map(|(code, _)| code.clone())
            .collect();
        prop_assert_eq!(pages(&opened, &ItemQuery { limit: 7, ..query(&text) }), expected);
        opened.find(&junk);
    }
}

#[test]
fn neighbours_move_aside_with_all_that_is_theirs() {
    let opened = opened();
    let (named, code) = (|n: u32| format!("Salt {n:03}"), |n: u32| format!("S-{n}"));
    opened.put(vec![item("A", "Apple"), item("Z", "Zest")]);
    // The next one stands before the one before: each time in the same narrow place.
    for n in (0..120).rev() {
        opened.put(vec![
            item(&code(n), &named(n)),
            price(&format!("P-{n}"), &code(n), f64::from(n) + 0.5),
            bin(&code(n), "Van", f64::from(n)),
        ]);
    }
    let mut expected: Vec<String> = (0..120).map(code).collect();
    assert_eq!(pages(&opened, &query("salt")), expected, "found by words, in order");
    expected.insert(0, "A".to_owned());
    expected.push("Z".to_owned());
    assert_eq!(pages(&opened, &ItemQuery { limit: 9, ..query("") }), expected);
    // One batch of names that belong there, one of names that leave it.
    opened.put((0..40).map(|n| item(&format!("T-{n}"), &format!("Salt 060 {n:02}"))).collect());
    opened.put((40..80).map(|n| item(&code(n), &format!("Pepper {n}"))).collect());
    assert_eq!(pages(&opened, &query("salt 060")).len(), 40);
    assert_eq!(pages(&opened, &query("salt")).len(), 120);
    assert_eq!(pages(&opened, &query("pepper")), (40..80).map(code).collect::<Vec<_>>());
    for n in 0..120 {
        let page = opened.find(&code(n));
        let row = page.rows.iter().find(|row| row.code.as_str() == code(n)).unwrap();
        assert_eq!(row.list_rate.as_deref(), Some(format!("{n}.5").as_str()));
        assert_eq!(row.stock_here, Decimal::from(n), "{n}");
    }
    let check = |transaction: &rusqlite::Transaction<'_>| {
        transaction
            .execute_batch("INSERT INTO item_fts(item_fts) VALUES('integrity-check')")
            .map_err(StoreError::from)
    };
    opened.store.write(check).wait().unwrap();
}

#[test]
fn words_inside_groups_and_brands_follow_every_change() {
    let shop = opened();
    let group = |name: &str, parent: &str| {
        document("Item Group", json!({"name": name, "parent_item_group": parent}))
    };
    let apple = |code: &str, group: &str, brand: &str| {
        item_with(code, "Apple", json!({"item_group": group, "brand": brand}))
    };
    shop.put(vec![
        group("All", ""),
        group("Fruit", "All"),
        group("Red", "Fruit"),
        group("Green", "All"),
        apple("A-1", "Red", "Casa"),
        apple("A-2", "Green", "Casa"),
        apple("A-3", "Green", "Rio"),
    ]);
    let inside = |group: Option<&str>, brand: Option<&str>| -> Vec<String> {
        let query = ItemQuery {
            item_group: group.map(str::to_owned),
            brand: brand.map(str::to_owned),
            ..query("app")
        };
        codes(&shop.store.search_items(&query).unwrap())
    };
    assert_eq!(inside(Some("Fruit"), None), ["A-1"]);
    assert_eq!(inside(Some("Green"), Some("Casa")), ["A-2"]);
    assert!(inside(Some("Red"), Some("Rio")).is_empty());
    // The tree changes, an item changes its group, another its brand.
    shop.put(vec![group("Green", "Fruit")]);
    assert_eq!(inside(Some("Fruit"), None), ["A-1", "A-2", "A-3"]);
    shop.put(vec![apple("A-2", "Red", "Casa"), apple("A-3", "Green", "Casa")]);
    assert_eq!(inside(Some("Red"), None), ["A-1", "A-2"]);
    assert_eq!(inside(None, Some("Casa")), ["A-1", "A-2", "A-3"]);
    assert!(inside(None, Some("Rio")).is_empty());
    shop.store.remove_masters("Item", vec!["A-1".into()]).wait().unwrap();
    assert_eq!(inside(Some("Fruit"), Some("Casa")), ["A-2", "A-3"]);
}

#[test]
fn a_tree_of_very_many_groups_is_searched_as_well() {
    let shop = opened();
    let mut documents = vec![document("Item Group", json!({"name": "All"}))];
    for n in 0..60 {
        let name = format!("G{n}");
        documents.push(document("Item Group", json!({"name": name, "parent_item_group": "All"})));
        documents.push(item_with(&format!("A-{n:02}"), "Apple", json!({"item_group": name})));
    }
    shop.put(documents);
    for (group, found) in [("All", 50), ("G7", 1)] {
        let query = ItemQuery { item_group: Some(group.into()), ..query("app") };
        assert_eq!(shop.store.search_items(&query).unwrap().rows.len(), found, "{group}");
    }
}

#[test]
fn the_characters_of_groups_and_brands_are_no_words_of_a_search() {
    let shop = opened();
    shop.put(vec![item("A-1", "Apple")]);
    for text in ["\u{F0002}", "\u{F0003}", "app \u{F0002}"] {
        assert_eq!(shop.codes(text).len(), usize::from(text.starts_with("app")), "{text:?}");
    }
}
