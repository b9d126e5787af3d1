//! Items, prices, stock and the orders booked from them.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{all, demo, names, number, rows, text};
use satchel_demo::Demo;
use serde_json::Value;

fn check_digit(code: &str) -> u32 {
    let sum: u32 = code
        .bytes()
        .take(12)
        .enumerate()
        .map(|(index, digit)| u32::from(digit - b'0') * if index % 2 == 0 { 1 } else { 3 })
        .sum();
    (10 - sum % 10) % 10
}

#[test]
fn barcodes_are_ean_13_and_unique() {
    let demo = demo();
    let mut seen = BTreeSet::new();
    for item in all(&demo, "Item") {
        let units: BTreeSet<&str> = rows(item, "uoms").iter().map(|row| text(row, "uom")).collect();
        for row in rows(item, "barcodes") {
            let code = text(row, "barcode");
            assert!(code.len() == 13 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
            assert_eq!(code[12..].parse(), Ok(check_digit(code)), "{code}");
            assert!(seen.insert(code), "{code} twice");
            let uom = text(row, "uom");
            assert!(uom.is_empty() || units.contains(uom), "{code} {uom}");
        }
    }
    assert!(seen.len() > 800, "{}", seen.len());
    assert!(seen.contains("5601420001001"), "the barcode of Pedra Alta Sparkling 1 L");
}

#[test]
fn units_start_with_the_stock_unit_and_grow() {
    let demo = demo();
    let mut used = BTreeSet::new();
    for item in all(&demo, "Item") {
        let units = rows(item, "uoms");
        assert_eq!(text(units[0], "uom"), text(item, "stock_uom"));
        assert_eq!(number(units[0], "conversion_factor"), 1.0);
        for pair in units.windows(2) {
            assert!(
                number(pair[0], "conversion_factor") < number(pair[1], "conversion_factor"),
                "{}",
                text(item, "name")
            );
        }
        assert!(units.iter().any(|row| text(row, "uom") == text(item, "sales_uom")));
        assert!(number(item, "weight_per_unit") > 0.0);
        used.extend(units.iter().map(|row| text(row, "uom")));
    }
    assert!(used.is_superset(&BTreeSet::from(["Nos", "Box", "Case", "Pack", "Kg"])), "{used:?}");
}

#[test]
fn prices_are_believable() {
    let demo = demo();
    let items: BTreeMap<&str, &Value> =
        all(&demo, "Item").into_iter().map(|item| (text(item, "name"), item)).collect();
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for price in all(&demo, "Item Price") {
        let item = items[text(price, "item_code")];
        let unit =
            rows(item, "uoms").into_iter().find(|row| text(row, "uom") == text(price, "uom"));
        let factor = number(unit.unwrap_or_else(|| panic!("{price}")), "conversion_factor");
        let each = number(price, "price_list_rate") / factor;
        assert!((0.15..300.0).contains(&each), "{price}");
        *listed.entry(text(price, "price_list")).or_default() += 1;
    }
    for list in ["Standard Selling", "Retail Porto", "HoReCa"] {
        assert!(listed[list] > 750, "{list} {}", listed[list]);
    }
    assert!((200..600).contains(&listed["Export USD"]), "{}", listed["Export USD"]);
}

#[test]
fn a_pack_is_never_dearer_than_its_pieces() {
    let demo = demo();
    let mut unit_price: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for price in all(&demo, "Item Price").into_iter().filter(|p| text(p, "customer").is_empty()) {
        if ["Nos", "Kg"].contains(&text(price, "uom")) {
            let key = (text(price, "price_list"), text(price, "item_code"));
            unit_price.insert(key, number(price, "price_list_rate"));
        }
    }
    let items: BTreeMap<&str, &Value> =
        all(&demo, "Item").into_iter().map(|item| (text(item, "name"), item)).collect();
    for price in all(&demo, "Item Price") {
        let item = text(price, "item_code");
        let units = rows(items[item], "uoms");
        let unit = units.iter().find(|row| text(row, "uom") == text(price, "uom")).unwrap();
        let factor = number(unit, "conversion_factor");
        let single = unit_price[&(text(price, "price_list"), item)];
        // Cents of the list factor are rounded for each unit by itself.
        assert!(number(price, "price_list_rate") <= (single + 0.01) * factor, "{price}");
    }
}

#[test]
fn stock_is_low_here_and_gone_there() {
    let demo = demo();
    let bins = all(&demo, "Bin");
    assert_eq!(bins.len(), 2 * all(&demo, "Item").len());
    let in_van = |test: fn(f64) -> bool| {
        bins.iter()
            .filter(|bin| text(bin, "warehouse") == "Van 3 - MS" && test(number(bin, "actual_qty")))
            .count()
    };
    assert!(in_van(|qty| qty == 0.0) > 80);
    assert!(in_van(|qty| qty > 0.0 && qty < 6.0) > 10);
    assert!(in_van(|qty| qty >= 6.0) > 100);
    let whole: BTreeSet<&str> = all(&demo, "UOM")
        .into_iter()
        .filter(|uom| uom["must_be_whole_number"] == 1)
        .map(|uom| text(uom, "name"))
        .collect();
    for bin in bins {
        let qty = number(bin, "actual_qty");
        assert!(qty >= 0.0 && (!whole.contains(text(bin, "stock_uom")) || qty.fract() == 0.0));
    }
}

#[test]
fn pricing_rules_cover_the_common_kinds() {
    let demo = demo();
    let rules = all(&demo, "Pricing Rule");
    let has = |test: &dyn Fn(&Value) -> bool| rules.iter().any(|rule| test(rule));
    for target in ["Item Code", "Item Group", "Brand", "Transaction"] {
        assert!(has(&|rule| text(rule, "apply_on") == target), "{target}");
    }
    for target in ["Customer", "Customer Group", "Territory", "Campaign"] {
        assert!(has(&|rule| text(rule, "applicable_for") == target), "{target}");
    }
    for kind in ["Rate", "Discount Percentage", "Discount Amount"] {
        assert!(has(&|rule| text(rule, "rate_or_discount") == kind), "{kind}");
    }
    for margin in ["Percentage", "Amount"] {
        assert!(has(&|rule| text(rule, "margin_type") == margin), "{margin}");
    }
    for check in [
        "mixed_conditions",
        "same_item",
        "is_recursive",
        "coupon_code_based",
        "is_cumulative",
        "has_priority",
        "apply_multiple_pricing_rules",
        "disable",
    ] {
        assert!(has(&|rule| rule[check] == 1), "{check}");
    }
    for field in ["for_price_list", "warehouse", "condition", "other_item_code", "valid_upto"] {
        assert!(has(&|rule| !text(rule, field).is_empty()), "{field}");
    }
    for field in ["min_qty", "max_qty", "min_amt"] {
        assert!(has(&|rule| number(rule, field) > 0.0), "{field}");
    }
}

#[test]
fn pricing_rules_have_targets() {
    let demo = demo();
    let targets: [(&str, &str, &str, BTreeSet<&str>); 3] = [
        ("Item Code", "items", "item_code", names(&demo, "Item")),
        ("Item Group", "item_groups", "item_group", names(&demo, "Item Group")),
        ("Brand", "brands", "brand", names(&demo, "Brand")),
    ];
    for rule in all(&demo, "Pricing Rule") {
        for (apply_on, table, field, known) in &targets {
            let rows = rows(rule, table);
            assert_eq!(text(rule, "apply_on") == *apply_on, !rows.is_empty(), "{rule}");
            assert!(rows.iter().all(|row| known.contains(text(row, field))), "{rule}");
        }
        let for_field = text(rule, "applicable_for").to_lowercase().replace(' ', "_");
        assert!(for_field.is_empty() || !text(rule, &for_field).is_empty(), "{rule}");
        let free = text(rule, "price_or_product_discount") == "Product";
        assert_eq!(free, number(rule, "free_qty") > 0.0, "{rule}");
    }
}

fn cents(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

fn sum(rows: &[&Value], field: &str) -> i64 {
    rows.iter().map(|row| cents(number(row, field))).sum()
}

#[test]
fn past_orders_add_up() {
    let demo = demo();
    let uoms: BTreeMap<&str, Vec<&Value>> = all(&demo, "Item")
        .into_iter()
        .map(|item| (text(item, "name"), rows(item, "uoms")))
        .collect();
    let mut receipts = BTreeSet::new();
    for order in &demo.past_orders {
        let receipt = text(order, "satchel_receipt_no");
        assert!(receipts.insert(receipt), "{receipt} twice");
        let (items, taxes) = (rows(order, "items"), rows(order, "taxes"));
        assert!(!items.is_empty() && !taxes.is_empty(), "{receipt}");
        for item in &items {
            assert_eq!(
                cents(number(item, "qty") * number(item, "rate")),
                cents(number(item, "amount")),
                "{receipt}"
            );
            let unit = uoms[text(item, "item_code")]
                .iter()
                .find(|unit| text(unit, "uom") == text(item, "uom"))
                .unwrap();
            assert_eq!(number(unit, "conversion_factor"), number(item, "conversion_factor"));
        }
        assert_eq!(sum(&items, "amount"), cents(number(order, "net_total")), "{receipt}");
        assert_eq!(
            sum(&taxes, "tax_amount"),
            cents(number(order, "total_taxes_and_charges")),
            "{receipt}"
        );
        assert_eq!(
            cents(number(order, "net_total")) + cents(number(order, "total_taxes_and_charges")),
            cents(number(order, "grand_total")),
            "{receipt}"
        );
        assert_eq!(
            cents(number(taxes[taxes.len() - 1], "total")),
            cents(number(order, "grand_total"))
        );
        assert!((40.0..1000.0).contains(&number(order, "grand_total")), "{receipt}");
    }
}

#[test]
fn receipt_numbers_have_no_gap_and_the_van_goes_on_from_them() {
    let demo = demo();
    let numbers: Vec<i64> = demo
        .past_orders
        .iter()
        .map(|order| text(order, "satchel_receipt_no")[5..].parse().unwrap())
        .collect();
    let expected: Vec<i64> = (12..=41).collect();
    assert_eq!(numbers, expected);
    assert_eq!(demo.device["next_receipt_number"], 42);
}

#[test]
fn vat_of_a_known_order() {
    let demo = demo();
    let order = find(&demo, "VAN3-00012");
    let vat: Vec<(&str, f64)> = rows(order, "taxes")
        .into_iter()
        .map(|row| (text(row, "description"), number(row, "tax_amount")))
        .collect();
    // 6 % on 117.60 + 35.70 + 21.84 = 175.14; 23 % on 40.80 + 77.40 + 57.12 = 175.32.
    assert_eq!(vat, [("VAT 6 %", 10.51), ("VAT 13 %", 0.0), ("VAT 23 %", 40.32)]);
    assert_eq!(number(order, "grand_total"), 401.29);
}

fn find<'a>(demo: &'a Demo, receipt: &str) -> &'a Value {
    demo.past_orders.iter().find(|order| text(order, "satchel_receipt_no") == receipt).unwrap()
}

#[test]
fn customers_have_a_usual_basket() {
    let demo = demo();
    let bonfim: Vec<&Value> = demo
        .past_orders
        .iter()
        .filter(|order| text(order, "customer") == "Mercearia Flor do Bonfim")
        .collect();
    assert!(bonfim.len() >= 4);
    for usual in ["PA-1006", "AU-4100", "VD-1112", "CL-2075"] {
        assert!(bonfim.iter().all(|order| {
            rows(order, "items").iter().any(|item| text(item, "item_code") == usual)
        }));
    }
}
