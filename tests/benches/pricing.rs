//! How long an order takes to price: by its lines, by the number of rules and prices around it.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is missing"
)]

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use satchel_domain::masters::Masters;
use satchel_domain::pricing::{OrderEntry, price};
use serde_json::{Value, json};

const ITEMS: usize = 100_000;

/// The recorded site with its 60-odd rules, 100,000 more items with two prices each, and further
/// rules on those items, on their group and for single customers.
fn masters(rules: usize) -> Masters {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/worlds/usd.json");
    let world: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut masters = Masters::from_world(&world).unwrap();
    for at in 0..ITEMS {
        let code = format!("B-{at:06}");
        let item = json!({
            "name": code, "item_code": code, "item_name": code, "item_group": "Drinks",
            "stock_uom": "Nos", "is_sales_item": 1, "grant_commission": 1, "weight_per_unit": 0.4,
            "uoms": [{"idx": 1, "uom": "Nos", "conversion_factor": 1.0},
                     {"idx": 2, "uom": "Box", "conversion_factor": 12.0}],
            "item_defaults": [{"idx": 1, "company": "Acme Trading",
                               "default_warehouse": "Stores - AT"}],
        });
        masters.put("Item", &item).unwrap();
        for (list, factor) in [("Standard Selling", 1.0), ("Wholesale", 0.9)] {
            let rate = (at % 9_973) as f64 / 100.0 * factor + 1.25;
            let price = json!({
                "name": format!("{code} {list}"), "item_code": code, "price_list": list,
                "uom": "Nos", "price_list_rate": rate, "valid_from": "2026-01-01",
            });
            masters.put("Item Price", &price).unwrap();
        }
    }
    for at in 68..rules.max(68) {
        masters.put("Pricing Rule", &rule(at)).unwrap();
    }
    masters
}

fn rule(at: usize) -> Value {
    let mut rule = json!({
        "name": format!("PRLE-{at:05}"), "title": "bench", "selling": 1, "company": "Acme Trading",
        "currency": "USD", "price_or_product_discount": "Price", "min_qty": 3.0,
        "rate_or_discount": "Discount Percentage", "discount_percentage": 5.0,
        "valid_from": "2026-01-01",
    });
    if at.is_multiple_of(10) {
        rule["apply_on"] = json!("Item Group");
        rule["item_groups"] = json!([{"idx": 1, "item_group": "Drinks"}]);
        rule["applicable_for"] = json!("Customer");
        rule["customer"] = json!(format!("Someone {at}"));
    } else {
        rule["apply_on"] = json!("Item Code");
        rule["items"] = json!([{"idx": 1, "item_code": format!("B-{:06}", at * 17 % ITEMS)}]);
    }
    rule
}

fn order(lines: usize) -> OrderEntry {
    let items: Vec<Value> = (0..lines)
        .map(|at| json!({"item_code": format!("B-{:06}", at * 17 % ITEMS), "qty": at % 7 + 1}))
        .collect();
    serde_json::from_value(json!({
        "company": "Acme Trading", "customer": "C-24", "transaction_date": "2026-11-21",
        "delivery_date": "2026-11-28", "items": items,
    }))
    .unwrap()
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("price");
    for rules in [60, 5_000] {
        let masters = masters(rules);
        for lines in [10, 50, 100] {
            let entry = order(lines);
            price(&masters, &entry).unwrap();
            group.bench_with_input(
                BenchmarkId::new(format!("{rules} rules"), lines),
                &entry,
                |bencher, entry| bencher.iter(|| price(black_box(&masters), black_box(entry))),
            );
        }
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
