//! Arbitrary documents laid over a small site, and an arbitrary order: whatever they hold, the engine
//! answers with an order or a refusal, and the answer can be stored.

#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use satchel_domain::masters::Masters;
use satchel_domain::pricing::{OrderEntry, PricedOrder, price};
use serde_json::{Map, Value, json};
use vocabulary::{DOCTYPES, FIELDS, TABLES, WORDS};

#[path = "../../../shared/domain/tests/vocabulary/mod.rs"]
mod vocabulary;

fn value(data: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    Ok(match data.int_in_range(0_u8..=6)? {
        0 => Value::Null,
        1 => json!(data.int_in_range(0..=1)?),
        2 => json!(data.int_in_range(-5..=200)?),
        3 => json!(f64::from(data.int_in_range(-100_000..=10_000_000)?) / 1000.0),
        4 => json!(f64::arbitrary(data)?),
        5 => json!(String::arbitrary(data)?),
        _ => json!(data.choose(&WORDS)?),
    })
}

fn fields(data: &mut Unstructured<'_>) -> arbitrary::Result<Map<String, Value>> {
    let mut fields = Map::new();
    for _ in 0..data.int_in_range(0..=16)? {
        fields.insert((*data.choose(&FIELDS)?).to_owned(), value(data)?);
    }
    Ok(fields)
}

fn document(data: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    let mut document = fields(data)?;
    document.insert("name".to_owned(), json!(data.choose(&WORDS)?));
    for _ in 0..data.int_in_range(0..=2)? {
        let mut rows = Vec::new();
        for _ in 0..data.int_in_range(0..=3)? {
            rows.push(Value::Object(fields(data)?));
        }
        document.insert((*data.choose(&TABLES)?).to_owned(), Value::Array(rows));
    }
    Ok(Value::Object(document))
}

fn site() -> Value {
    json!({
        "System Settings": {"rounding_method": "Banker's Rounding", "currency_precision": "2"},
        "Selling Settings": {"selling_price_list": "Selling"},
        "Company": [{"name": "Co", "default_currency": "USD"}],
        "Currency": [{"name": "USD", "smallest_currency_fraction_value": 0.05}],
        "Price List": [{"name": "Selling", "currency": "USD", "enabled": 1}],
        "Customer": [{"name": "A", "customer_group": "A", "territory": "A"}],
        "UOM": [{"name": "Nos"}, {"name": "Box"}],
        "Account": [{"name": "VAT", "company": "Co"}],
        "Item": [
            {"name": "A", "item_group": "A", "brand": "A", "stock_uom": "Nos"},
            {"name": "B", "item_group": "B", "stock_uom": "Nos", "variant_of": "A"},
        ],
        "Item Price": [
            {"name": "A", "item_code": "A", "uom": "Nos", "price_list": "Selling",
             "price_list_rate": 10.55},
            {"name": "B", "item_code": "B", "price_list": "Selling", "price_list_rate": 3.333},
        ],
        "Sales Taxes and Charges Template": [
            {"name": "A", "company": "Co",
             "taxes": [{"charge_type": "On Net Total", "account_head": "VAT", "rate": 20.0,
                        "included_in_print_rate": 1}]},
        ],
    })
}

fn order(data: &mut Unstructured<'_>) -> arbitrary::Result<Value> {
    let mut lines = Vec::new();
    for _ in 0..data.int_in_range(1..=5)? {
        let mut line = fields(data)?;
        line.retain(|key, value| {
            matches!(key.as_str(), "rate" | "discount_percentage" | "discount_amount")
                && value.is_number()
        });
        line.insert("item_code".to_owned(), json!(if data.arbitrary()? { "A" } else { "B" }));
        line.insert("qty".to_owned(), json!(f64::from(data.int_in_range(-10..=5000)?) / 10.0));
        lines.push(Value::Object(line));
    }
    let mut order = json!({
        "company": "Co", "customer": "A", "transaction_date": "2026-11-21",
        "delivery_date": "2026-11-28", "items": lines,
    });
    for field in ["coupon_code", "shipping_rule", "payment_terms_template", "currency"] {
        if data.ratio(1_u8, 5_u8)? {
            order[field] = json!(data.choose(&WORDS)?);
        }
    }
    if data.arbitrary()? {
        order["taxes_and_charges"] = json!("A");
    }
    if data.ratio(1_u8, 3_u8)? {
        order["discount_amount"] = json!(f64::from(data.int_in_range(-500..=5000)?) / 100.0);
    }
    Ok(order)
}

fn run(data: &[u8]) -> arbitrary::Result<()> {
    let data = &mut Unstructured::new(data);
    let Ok(mut masters) = Masters::from_world(&site()) else { return Ok(()) };
    if data.arbitrary()? {
        if let Ok(version) = "15.99.1".parse() {
            masters.set_version(version);
        }
    }
    for _ in 0..data.int_in_range(0..=20)? {
        let doctype = *data.choose(&DOCTYPES)?;
        let document = document(data)?;
        // A document without a name is refused, which is an answer as well.
        let _ = masters.put(doctype, &document);
    }
    let Ok(entry) = serde_json::from_value::<OrderEntry>(order(data)?) else { return Ok(()) };
    let _ = masters.needed_items(&entry);
    if let Ok(order) = price(&masters, &entry) {
        let text = serde_json::to_string(&order).expect("a priced order is written");
        let back: PricedOrder = serde_json::from_str(&text).expect("a priced order is read");
        assert_eq!(back, order);
    }
    Ok(())
}

fuzz_target!(|data: &[u8]| {
    // Bytes that run out end the case.
    let _ = run(data);
});
