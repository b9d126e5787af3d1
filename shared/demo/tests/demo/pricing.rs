//! The demo and the pricing agree.

use std::collections::BTreeMap;

use crate::common::{all, demo, number, rows, text, today};
use chrono::NaiveDate;
use satchel_demo::Demo;
use satchel_domain::masters::Masters;
use satchel_domain::pricing::{LineEntry, OrderEntry, PricedOrder, price};
use serde_json::Value;

const COMPANY: &str = "Mar & Serra Distribuição";

fn masters(demo: &Demo) -> Masters {
    Masters::from_world(&demo.world(today())).unwrap()
}

/// Item, quantity, unit.
type Line<'a> = (&'a str, &'a str, &'a str);

fn entry(customer: &str, date: NaiveDate, lines: &[Line<'_>]) -> OrderEntry {
    OrderEntry {
        company: COMPANY.to_owned(),
        customer: customer.to_owned(),
        transaction_date: Some(date),
        delivery_date: date.succ_opt(),
        items: lines
            .iter()
            .map(|(item, qty, uom)| LineEntry {
                item_code: (*item).to_owned(),
                qty: qty.parse().unwrap(),
                uom: Some((*uom).to_owned()),
                warehouse: Some("Van 3 - MS".to_owned()),
                ..LineEntry::default()
            })
            .collect(),
        ..OrderEntry::default()
    }
}

fn as_json(order: &PricedOrder) -> Value {
    serde_json::to_value(order).unwrap()
}

#[test]
fn the_order_of_the_pictures() {
    let demo = demo();
    let mut entry = entry(
        "Mercearia Flor do Bonfim",
        today(),
        &[
            ("PA-1006", "9", "Case"),
            ("AU-4100", "6", "Nos"),
            ("VD-1112", "4", "Case"),
            ("CL-2075", "2", "Box"),
            ("MR-1010", "3", "Pack"),
            ("SB-1520", "1", "Box"),
        ],
    );
    entry.items[5].discount_percentage = Some("5".parse().unwrap());
    let order = as_json(&price(&masters(&demo), &entry).unwrap());
    let lines: Vec<(&str, f64, f64)> = rows(&order, "items")
        .into_iter()
        .map(|line| (text(line, "item_code"), number(line, "qty"), number(line, "amount")))
        .collect();
    assert!(lines.contains(&("PA-1006", 9.0, 41.31)), "{lines:?}");
    assert!(lines.contains(&("PA-3324", 1.0, 0.0)), "{lines:?}");
    assert!(lines.contains(&("AU-4100", 6.0, 77.4)), "{lines:?}");
    assert!(lines.contains(&("SB-1520", 1.0, 21.28)), "{lines:?}");
    assert_eq!(number(&order, "net_total"), 350.41);
    assert_eq!(number(&order, "grand_total"), 404.95);
    let vat: BTreeMap<&str, f64> = rows(&order, "taxes")
        .into_iter()
        .map(|row| (text(row, "description"), number(row, "tax_amount")))
        .collect();
    assert_eq!(vat["VAT 6 %"], 9.2);
    assert_eq!(vat["VAT 23 %"], 45.34);
}

#[test]
fn every_customer_can_order_every_item() {
    let demo = demo();
    let masters = masters(&demo);
    for (turn, customer) in all(&demo, "Customer").into_iter().enumerate() {
        let name = text(customer, "name");
        for (part, items) in all(&demo, "Item").chunks(30).enumerate() {
            let qty = if (turn + part) % 2 == 0 { "1" } else { "12" };
            let lines: Vec<Line<'_>> = items
                .iter()
                .map(|item| (text(item, "name"), qty, text(item, "sales_uom")))
                .collect();
            let priced = price(&masters, &entry(name, today(), &lines));
            let order = as_json(&priced.unwrap_or_else(|refusal| panic!("{name}: {refusal}")));
            assert!(rows(&order, "items").len() >= items.len(), "{name}");
        }
    }
}

#[test]
fn past_orders_are_what_the_pricing_says() {
    let demo = demo();
    let masters = masters(&demo);
    for past in &demo.past_orders {
        let receipt = text(past, "satchel_receipt_no");
        let ordered: Vec<(String, String, String)> = rows(past, "items")
            .into_iter()
            .filter(|line| line["is_free_item"] == 0)
            .map(|line| {
                let qty = number(line, "qty").to_string();
                (text(line, "item_code").to_owned(), qty, text(line, "uom").to_owned())
            })
            .collect();
        let lines: Vec<Line<'_>> =
            ordered.iter().map(|(item, qty, uom)| (&**item, &**qty, &**uom)).collect();
        let date = text(past, "transaction_date").parse().unwrap();
        let order = price(&masters, &entry(text(past, "customer"), date, &lines))
            .unwrap_or_else(|refusal| panic!("{receipt}: {refusal}"));
        let order = as_json(&order);
        let (now, then) = (rows(&order, "items"), rows(past, "items"));
        let codes = |lines: &[&Value]| -> Vec<String> {
            lines.iter().map(|line| text(line, "item_code").to_owned()).collect()
        };
        let sorted = |mut codes: Vec<String>| {
            codes.sort();
            codes
        };
        assert_eq!(sorted(codes(&now)), sorted(codes(&then)), "{receipt}");
        for line in &then {
            let same = now.iter().find(|now| {
                text(now, "item_code") == text(line, "item_code")
                    && now["is_free_item"] == line["is_free_item"]
            });
            let same = same.unwrap_or_else(|| panic!("{receipt}: {line}"));
            for field in ["qty", "rate", "amount", "conversion_factor"] {
                assert_eq!(
                    number(same, field),
                    number(line, field),
                    "{receipt} {} {field}",
                    text(line, "item_code")
                );
            }
        }
        for field in
            ["net_total", "total_taxes_and_charges", "grand_total", "base_grand_total", "total_qty"]
        {
            assert_eq!(number(&order, field), number(past, field), "{receipt} {field}");
        }
        let vat = |order: &Value| -> Vec<f64> {
            rows(order, "taxes").into_iter().map(|row| number(row, "tax_amount")).collect()
        };
        assert_eq!(vat(&order), vat(past), "{receipt}");
        for field in ["currency", "selling_price_list", "taxes_and_charges"] {
            assert_eq!(text(&order, field), text(past, field), "{receipt} {field}");
        }
    }
}

/// What `docs/demo.md` invites to try: customer, lines and the rule that answers.
#[test]
fn the_rules_to_try_answer() {
    let demo = demo();
    let masters = masters(&demo);
    let bonfim = "Mercearia Flor do Bonfim";
    let cases: [(&str, &[Line<'_>], &str); 21] = [
        (bonfim, &[("PA-1006", "8", "Case")], "PRLE-0001"),
        (bonfim, &[("PA-1006", "9", "Case")], "PRLE-0002"),
        ("Hotel Serralta", &[("SC-0524", "1", "Case")], "PRLE-0004"),
        (bonfim, &[("AU-4100", "6", "Nos")], "PRLE-0005"),
        ("Café Âncora", &[("AU-4200", "8", "Nos")], "PRLE-0006"),
        ("Restaurante Sete Degraus", &[("MV-1724", "1", "Box")], "PRLE-0007"),
        (bonfim, &[("BR-1012", "1", "Box")], "PRLE-0008"),
        (bonfim, &[("BO-2020", "1", "Box")], "PRLE-0009"),
        ("Restaurante Maré Baixa", &[("QL-7521", "1", "Case")], "PRLE-0010"),
        ("Garrafeira Sete Pipas", &[("BV-7501", "2", "Case")], "PRLE-0011"),
        (bonfim, &[("MR-0524", "1", "Box")], "PRLE-0012"),
        (bonfim, &[("MR-0524", "3", "Box")], "PRLE-0013"),
        (bonfim, &[("MR-0524", "10", "Box")], "PRLE-0014"),
        ("Quiosque Boavista", &[("SO-1430", "1", "Box")], "PRLE-0015"),
        (bonfim, &[("CV-3001", "1", "Nos")], "PRLE-0016"),
        (bonfim, &[("MV-1224", "1", "Box"), ("MV-1524", "1", "Box")], "PRLE-0017"),
        (bonfim, &[("AU-4300", "8", "Nos"), ("DM-6001", "1", "Nos")], "PRLE-0019"),
        (bonfim, &[("CN-1020", "2", "Box")], "PRLE-0020"),
        (bonfim, &[("CV-3324", "10", "Case")], "PRLE-0021"),
        (bonfim, &[("MC-2075", "4", "Box")], "PRLE-0024"),
        (bonfim, &[("SB-4540", "2", "Box")], "PRLE-0025"),
    ];
    for (customer, lines, rule) in cases {
        let order = as_json(&price(&masters, &entry(customer, today(), lines)).unwrap());
        let applied =
            rows(&order, "items").iter().any(|line| text(line, "pricing_rules").contains(rule));
        assert!(applied, "{customer} {lines:?}: {rule} in {order}");
    }
}

#[test]
fn the_whole_order_rules_answer() {
    let demo = demo();
    let masters = masters(&demo);
    let bonfim = "Mercearia Flor do Bonfim";
    let over_600 =
        as_json(&price(&masters, &entry(bonfim, today(), &[("CL-2075", "11", "Box")])).unwrap());
    assert_eq!(number(&over_600, "total"), 646.8);
    assert_eq!(number(&over_600, "discount_amount"), 12.94);
    let mut coupon = entry(bonfim, today(), &[("CL-2075", "2", "Box")]);
    coupon.coupon_code = Some("BEMVINDO5".to_owned());
    let coupon = as_json(&price(&masters, &coupon).unwrap());
    assert!(number(&coupon, "discount_amount") > 5.0, "{coupon}");
    let mut gone = entry(bonfim, today(), &[("CL-2075", "2", "Box")]);
    gone.coupon_code = Some("PASCOA10".to_owned());
    assert!(price(&masters, &gone).is_err());
    let bottle = entry("Restaurante Maré Baixa", today(), &[("CL-2075", "7", "Box")]);
    let bottle = as_json(&price(&masters, &bottle).unwrap());
    assert!(
        rows(&bottle, "items")
            .iter()
            .any(|line| { text(line, "item_code") == "RM-7501" && line["is_free_item"] == 1 })
    );
    let cumulative = entry(bonfim, today(), &[("PN-2024", "1", "Case")]);
    assert!(!price(&masters, &cumulative).unwrap().provisional.is_empty());
}

#[test]
fn dollars_have_no_vat_for_the_exporter_and_vat_for_the_hotel() {
    let demo = demo();
    let masters = masters(&demo);
    let lines: &[Line<'_>] = &[("QL-7503", "2", "Nos"), ("CL-2250", "1", "Box")];
    let export = as_json(&price(&masters, &entry("Douro Gate Exports", today(), lines)).unwrap());
    assert_eq!((text(&export, "currency"), number(&export, "conversion_rate")), ("USD", 0.9183));
    assert_eq!(number(&export, "total_taxes_and_charges"), 0.0);
    let hotel = as_json(&price(&masters, &entry("Hotel Cais Norte", today(), lines)).unwrap());
    assert_eq!(text(&hotel, "currency"), "USD");
    assert!(number(&hotel, "total_taxes_and_charges") > 0.0);
}

#[test]
fn vat_is_inside_for_the_counter_price() {
    let demo = demo();
    let masters = masters(&demo);
    let entry = entry("Mercadinho Lordelo", today(), &[("MR-1010", "1", "Pack")]);
    let order = as_json(&price(&masters, &entry).unwrap());
    assert_eq!((number(&order, "grand_total"), number(&order, "net_total")), (11.9, 11.23));
}
