//! What must hold for any order, whatever its figures.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is missing"
)]

use proptest::prelude::*;
use rust_decimal::Decimal;
use satchel_domain::masters::Masters;
use satchel_domain::pricing::{LineEntry, OrderEntry, PricedOrder, price};
use serde_json::{Value, json};
use vocabulary::{DOCTYPES, FIELDS, TABLES, WORDS};

mod vocabulary;

fn tax(charge: &str, rate: f64, included: u8) -> Value {
    json!({"charge_type": charge, "account_head": "VAT", "description": "VAT", "rate": rate,
           "included_in_print_rate": included})
}

/// A small site: ten items at odd prices, and templates without, with and with inclusive tax.
fn masters(rates: &[u32]) -> Masters {
    let template = |name: &str, rows: Value| json!({"name": name, "company": "Co", "taxes": rows});
    let mut world = json!({
        "today": "2026-11-21",
        "System Settings": {"rounding_method": "Banker's Rounding", "currency_precision": "2"},
        "Selling Settings": {"selling_price_list": "Selling"},
        "Company": [{"name": "Co", "default_currency": "USD"}],
        "Currency": [{"name": "USD", "smallest_currency_fraction_value": 0.05}],
        "Price List": [{"name": "Selling", "currency": "USD", "enabled": 1}],
        "Customer": [{"name": "Shop"}],
        "UOM": [{"name": "Nos"}],
        "Account": [{"name": "VAT", "company": "Co"}],
        "Sales Taxes and Charges Template": [
            template("On top", json!([tax("On Net Total", 20.0, 0)])),
            template("Included", json!([tax("On Net Total", 20.0, 1)])),
        ],
    });
    let items: Vec<Value> =
        (0..rates.len()).map(|at| json!({"name": format!("I{at}"), "stock_uom": "Nos"})).collect();
    let prices: Vec<Value> = rates
        .iter()
        .enumerate()
        .map(|(at, cents)| {
            json!({"name": format!("P{at}"), "item_code": format!("I{at}"), "uom": "Nos",
                   "price_list": "Selling", "price_list_rate": f64::from(*cents) / 100.0})
        })
        .collect();
    world["Item"] = Value::Array(items);
    world["Item Price"] = Value::Array(prices);
    Masters::from_world(&world).unwrap()
}

fn entry(lines: &[(usize, u32)], template: &str) -> OrderEntry {
    OrderEntry {
        company: "Co".to_owned(),
        customer: "Shop".to_owned(),
        transaction_date: "2026-11-21".parse().ok(),
        delivery_date: "2026-11-28".parse().ok(),
        taxes_and_charges: Some(template.to_owned()),
        items: lines
            .iter()
            .map(|(item, qty)| LineEntry {
                item_code: format!("I{item}"),
                qty: Decimal::from(*qty),
                ..LineEntry::default()
            })
            .collect(),
        ..OrderEntry::default()
    }
}

fn priced(masters: &Masters, entry: &OrderEntry) -> PricedOrder {
    price(masters, entry).unwrap()
}

prop_compose! {
    fn site()(rates in prop::collection::vec(1_u32..100_000, 10)) -> Vec<u32> { rates }
}

prop_compose! {
    fn lines()(lines in prop::collection::vec((0_usize..10, 1_u32..500), 1..12)) -> Vec<(usize, u32)> {
        lines
    }
}

proptest! {
    #[test]
    fn the_order_of_lines_changes_no_total(rates in site(), lines in lines()) {
        let masters = masters(&rates);
        let mut turned = lines.clone();
        turned.reverse();
        let one = priced(&masters, &entry(&lines, "On top"));
        let two = priced(&masters, &entry(&turned, "On top"));
        prop_assert_eq!(one.net_total, two.net_total);
        prop_assert_eq!(one.total_qty, two.total_qty);
        prop_assert_eq!(one.grand_total, two.grand_total);
        prop_assert_eq!(one.rounded_total, two.rounded_total);
    }

    #[test]
    fn splitting_an_order_without_tax_changes_nothing(
        rates in site(), lines in lines(), at in any::<prop::sample::Index>()
    ) {
        let masters = masters(&rates);
        let whole = priced(&masters, &entry(&lines, ""));
        let (left, right) = lines.split_at(at.index(lines.len()));
        let parts = [left, right].into_iter().filter(|part| !part.is_empty());
        let sum: Decimal = parts.map(|part| priced(&masters, &entry(part, "")).grand_total).sum();
        prop_assert_eq!(whole.grand_total, sum);
    }

    #[test]
    fn included_tax_taken_out_is_the_tax_put_on(cents in 1_u32..10_000_000) {
        let on_top = priced(&masters(&[cents]), &entry(&[(0, 1)], "On top"));
        let with_tax: u32 = (on_top.grand_total * Decimal::from(100)).try_into().unwrap();
        let included = priced(&masters(&[with_tax]), &entry(&[(0, 1)], "Included"));
        prop_assert_eq!(included.grand_total, on_top.grand_total);
        prop_assert_eq!(included.net_total, on_top.net_total);
        prop_assert_eq!(included.total_taxes_and_charges, on_top.total_taxes_and_charges);
    }

    #[test]
    fn the_balances_of_an_order_hold(
        rates in site(), lines in lines(), discount in 0_u32..60, included in any::<bool>(),
        on_net in any::<bool>()
    ) {
        let masters = masters(&rates);
        let mut entry = entry(&lines, if included { "Included" } else { "On top" });
        entry.additional_discount_percentage = Some(Decimal::from(discount));
        entry.apply_discount_on = on_net.then(|| "Net Total".to_owned());
        let order = priced(&masters, &entry);
        prop_assert_eq!(order.grand_total + order.rounding_adjustment, order.rounded_total);
        let net: Decimal = order.items.iter().map(|line| line.net_amount).sum();
        prop_assert_eq!(net, order.net_total);
        let amounts: Decimal = order.items.iter().map(|line| line.amount).sum();
        prop_assert_eq!(amounts, order.total);
        let last = order.taxes.last().unwrap();
        prop_assert_eq!(order.net_total + last.tax_amount_after_discount_amount, last.total);
        prop_assert!((last.total - order.grand_total).abs() <= Decimal::new(5, 2));
        let paid: Decimal = order.payment_schedule.iter().map(|row| row.payment_amount).sum();
        prop_assert_eq!(paid, order.rounded_total);
        prop_assert_eq!(order.derivation.lines.len(), order.items.len());
    }

    #[test]
    fn the_same_question_has_the_same_answer(rates in site(), lines in lines()) {
        let entry = entry(&lines, "On top");
        prop_assert_eq!(priced(&masters(&rates), &entry), priced(&masters(&rates), &entry));
    }
}

/// Any value where a document may have a text, a number or a table.
fn anything() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(WORDS.to_vec());
    let leaf = prop_oneof![
        words.prop_map(Value::from),
        Just(Value::Null),
        Just(json!(0)),
        Just(json!(1)),
        (-3_i64..60).prop_map(Value::from),
        prop::num::f64::ANY.prop_map(|number| json!(number)),
        (-100.0_f64..100.0).prop_map(|number| json!(number)),
    ];
    leaf.boxed()
}

fn document() -> impl Strategy<Value = Value> {
    let fields =
        || prop::collection::vec((prop::sample::select(FIELDS.to_vec()), anything()), 0..14);
    let row = fields().prop_map(|fields| {
        Value::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    });
    let table = (prop::sample::select(TABLES.to_vec()), prop::collection::vec(row, 0..3));
    (prop::sample::select(vec!["A", "B", "Nos", "USD", "EUR"]), fields(), table).prop_map(
        |(name, fields, (table, rows))| {
            let mut document: serde_json::Map<String, Value> =
                fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            document.insert("name".to_owned(), json!(name));
            document.insert(table.to_owned(), Value::Array(rows));
            Value::Object(document)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_masters_and_no_order_make_it_panic(
        documents in prop::collection::vec((prop::sample::select(DOCTYPES.to_vec()), document()), 0..25),
        items in prop::collection::vec(
            (prop::sample::select(vec!["A", "B", "I0", "I1"]), -3.0_f64..1e6, any::<bool>()), 0..6,
        ),
        discount in prop::option::of(-1e3_f64..1e3),
        newer in any::<bool>(),
        base in any::<bool>(),
    ) {
        let mut masters = if base { masters(&[1_050, 333]) } else { Masters::default() };
        for (doctype, document) in &documents {
            masters.put(doctype, document).unwrap();
        }
        if newer {
            masters.set_version("15.99.1".parse().unwrap());
        }
        let lines: Vec<Value> = items
            .iter()
            .map(|(item, qty, typed)| {
                let rate = typed.then_some(*qty / 7.0);
                json!({"item_code": item, "qty": qty, "rate": rate})
            })
            .collect();
        let order = json!({
            "company": "Co", "customer": "Shop", "transaction_date": "2026-11-21",
            "delivery_date": "2026-11-28", "discount_amount": discount, "coupon_code": "A",
            "shipping_rule": "B", "items": lines,
        });
        let order: OrderEntry = serde_json::from_value(order).unwrap();
        let _ = masters.needed_items(&order);
        let _ = price(&masters, &order);
        let plain = OrderEntry { coupon_code: None, shipping_rule: None, ..order };
        let _ = price(&masters, &plain);
        for (doctype, _) in &documents {
            masters.remove(doctype, "A");
        }
    }
}
