//! `satchel-office site parity` against a practice site.

use crate::support::{ADMINISTRATOR, World, document, golden, map, payload};
use satchel_domain::masters::Masters;
use satchel_domain::pricing::{OrderEntry, price};
use serde_json::{Value, json};

/// The set-up makes the site keep `satchel_uid`, by which an order of a phone is known.
fn set_up(world: &World) {
    let uid = json!({"custom_fields": [{"dt": "Sales Order", "fieldname": "satchel_uid",
        "fieldtype": "Data", "label": "Satchel UID", "unique": 1}]});
    world.practice.site().apply_set_up(&uid).unwrap();
}

/// Prices an entry and sends it; the name the site gave it.
async fn place(world: &World, entry: Value, uid: &str) -> String {
    let masters = Masters::from_world(&world.documents).unwrap();
    let entry: OrderEntry = serde_json::from_value(entry).unwrap();
    let priced = price(&masters, &entry).unwrap();
    let saved = world.client().insert("Sales Order", &payload(&priced, uid)).await.unwrap();
    saved.document.name().unwrap().to_owned()
}

fn of<'a>(report: &'a Value, name: &str) -> &'a Value {
    let orders = report["orders"].as_array().unwrap();
    orders.iter().find(|order| order["name"] == name).unwrap_or_else(|| panic!("no {name}"))
}

fn kinds(order: &Value) -> Vec<String> {
    let reasons = order["reasons"].as_array().unwrap();
    reasons.iter().map(|reason| reason["kind"].as_str().unwrap().to_owned()).collect()
}

fn cases(category: &str) -> Vec<Value> {
    golden(&format!("cases/{category}.jsonl"))
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|case: &Value| case["world"] == "usd" && case["settings"] == json!({}))
        .filter(|case| case.get("expected").is_some() && case.get("history").is_none())
        .collect()
}

/// Orders as a real ERPNext booked them, put on the site as they were recorded. What was typed over
/// a rule is the one thing their figures do not tell.
#[tokio::test(flavor = "multi_thread")]
async fn recorded_orders_are_equal_unless_typed_over_a_rule() {
    let world = World::recorded().await;
    let mut orders = Vec::new();
    for category in [
        "currency",
        "document-discount",
        "free-items",
        "manual-override",
        "mixed",
        "price-selection",
        "pricing-rule",
        "rounding",
        "shipping",
        "tax-rule",
        "taxes",
        "transaction-rule",
    ] {
        for case in cases(category) {
            let mut order = case["expected"].clone();
            order["name"] = case["id"].clone();
            for field in ["customer_address", "shipping_address_name"] {
                if let Some(address) = case["input"].get(field) {
                    order[field] = address.clone();
                }
            }
            orders.push(("Sales Order".to_owned(), order));
        }
    }
    world.practice.site().load(&orders).unwrap();
    let (report, well) = world.report(&["--last", "1000"]).await;
    assert_eq!(report["counts"]["orders"], orders.len());
    assert_eq!(
        (&report["counts"]["equal"], &report["counts"]["skipped"]),
        (&json!(296), &json!(0))
    );
    assert!(!well, "some differ");
    for order in report["orders"].as_array().unwrap() {
        let known = match order["outcome"].as_str().unwrap() {
            "equal" => continue,
            "provisional" => "provisional",
            _ => "typed_over_rule",
        };
        assert!(kinds(order).contains(&known.to_owned()), "{order:#}");
        assert_ne!(order["differences"], json!([]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_sent_as_a_phone_prices_them_are_equal() {
    let world = World::recorded().await;
    set_up(&world);
    let mut placed = 0;
    for case in cases("mixed").into_iter().chain(cases("pricing-rule")).take(40) {
        place(&world, case["input"].clone(), case["id"].as_str().unwrap()).await;
        placed += 1;
    }
    let (report, well) = world.report(&["--last", "100"]).await;
    assert_eq!((placed, &report["counts"]["orders"]), (40, &json!(40)));
    // A discount typed over a rule cannot be told from the rule's own in what was booked: said so.
    assert_eq!(report["counts"]["equal"], 35, "{report:#}");
    for order in report["orders"].as_array().unwrap() {
        let told = kinds(order).contains(&"typed_over_rule".to_owned());
        assert!(order["outcome"] == "equal" || told, "{order:#}");
    }
    assert!(!well, "some differ");
    let (report, _) = world.report(&["--last", "3"]).await;
    assert_eq!(report["counts"]["orders"], 3);
    let text = world.parity(ADMINISTRATOR, &["--last", "3"]).await;
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.ends_with("3 orders: 3 equal, 0 differ, 0 provisional, 0 skipped\n"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_company_is_equal() {
    let today = "2026-05-14".parse().unwrap();
    let demo = satchel_demo::documents(today).unwrap();
    let world = World::with(demo.world(today)).await;
    set_up(&world);
    let past = demo.past_orders.iter().map(|order| ("Sales Order".to_owned(), order.clone()));
    world.practice.site().load(&past.collect::<Vec<_>>()).unwrap();
    for (at, order) in demo.past_orders.iter().take(6).enumerate() {
        let lines =
            order["items"].as_array().unwrap().iter().filter(|row| row["is_free_item"] != 1);
        let lines: Vec<Value> = lines
            .map(|row| json!({"item_code": row["item_code"], "qty": row["qty"], "uom": row["uom"]}))
            .collect();
        let entry = json!({
            "company": order["company"], "customer": order["customer"], "items": lines,
            "transaction_date": "2026-05-14", "delivery_date": "2026-05-15",
        });
        place(&world, entry, &format!("demo-{at}")).await;
    }
    let (report, well) = world.report(&["--last", "1000"]).await;
    assert_eq!(report["counts"]["orders"], demo.past_orders.len() + 6);
    assert_eq!(report["counts"]["equal"], report["counts"]["orders"], "{report:#}");
    assert!(well);
    let customer = demo.past_orders[0]["customer"].as_str().unwrap();
    let (of_one, _) = world.report(&["--last", "1000", "--customer", customer]).await;
    let counts = |report: &Value| report["counts"]["orders"].as_u64().unwrap();
    assert!((1..counts(&report)).contains(&counts(&of_one)));
}

fn one_line(customer: &str, line: Value) -> Value {
    json!({
        "company": "Acme Trading", "customer": customer, "items": [line],
        "transaction_date": "2026-11-21", "delivery_date": "2026-11-28",
        "selling_price_list": "Standard Selling",
    })
}

async fn change(world: &World, doctype: &str, name: &str, changes: Value) {
    world.client().update(doctype, name, &map(changes), None).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_master_changed_after_the_order_is_named_beside_the_difference() {
    let world = World::recorded().await;
    set_up(&world);
    let listed =
        place(&world, one_line("C-02", json!({"item_code": "I-028", "qty": 1})), "a").await;
    let ruled = place(&world, one_line("C-21", json!({"item_code": "I-055", "qty": 1})), "b").await;
    let typed = json!({"item_code": "I-028", "qty": 1, "rate": 60.5});
    let typed = place(&world, one_line("C-02", typed), "c").await;
    let (report, well) = world.report(&[]).await;
    assert!(well, "{report:#}");
    assert_eq!(of(&report, &typed)["typed_rates"], json!([1]));
    assert_eq!(of(&report, &listed)["typed_rates"], json!([]));

    change(&world, "Pricing Rule", "PRLE-0033", json!({"rate": 30.25})).await;
    let (report, well) = world.report(&[]).await;
    assert!(!well);
    assert_eq!(report["counts"]["equal"], 2, "{report:#}");
    let differing = of(&report, &ruled);
    let rate = json!({"field": "items[1].rate", "booked": 31.5, "priced": 30.25});
    assert!(differing["differences"].as_array().unwrap().contains(&rate), "{differing:#}");
    let reasons =
        json!([{"kind": "changed_since", "doctype": "Pricing Rule", "name": "PRLE-0033"}]);
    assert_eq!(differing["reasons"], reasons);

    let name = "55dhvpmj5a";
    change(&world, "Item Price", name, json!({"price_list_rate": 70.0})).await;
    let (report, _) = world.report(&[]).await;
    assert_eq!(report["counts"]["different"], 3, "{report:#}");
    let differing = of(&report, &listed);
    let first = json!({"field": "items[1].price_list_rate", "booked": 68.11, "priced": 70.0});
    assert_eq!(differing["differences"][0], first);
    let reason = json!({"kind": "changed_since", "doctype": "Item Price", "name": name});
    assert!(differing["reasons"].as_array().unwrap().contains(&reason), "{differing:#}");
    let text = world.parity(ADMINISTRATOR, &[]).await;
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.contains("    items[1].price_list_rate: booked 68.11, priced 70.0\n"), "{text}");
    assert!(text.contains("because: Pricing Rule PRLE-0033 was changed after the order"), "{text}");
    assert!(text.contains("3 orders: 0 equal, 3 differ, 0 provisional, 0 skipped"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_switched_off_at_the_office_are_named() {
    let world = World::recorded().await;
    let sent = document(json!({
        "customer": "C-21", "company": "Acme Trading", "transaction_date": "2026-11-21",
        "delivery_date": "2026-11-28", "ignore_pricing_rule": 1, "currency": "USD",
        "items": [{"item_code": "I-055", "qty": 1, "uom": "Nos", "rate": 20.0}],
    }));
    let made = world.client().insert("Sales Order", &sent).await.unwrap().document;
    let (report, _) = world.report(&[]).await;
    let order = of(&report, made.name().unwrap());
    assert_eq!(order["outcome"], "equal", "{order:#}");
    assert_eq!(order["typed_rates"], json!([1]));
    let prices = world.documents["Item Price"].as_array().unwrap();
    for price in prices.iter().filter(|price| price["item_code"] == "I-055") {
        let name = price["name"].as_str().unwrap();
        change(&world, "Item Price", name, json!({"price_list_rate": 99.0})).await;
    }
    let (report, _) = world.report(&[]).await;
    let kinds = kinds(of(&report, made.name().unwrap()));
    assert_eq!(kinds.first().map(String::as_str), Some("ignore_pricing_rule"));
    assert!(kinds.contains(&"changed_since".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ended_since_is_skipped_with_its_reason() {
    let world = World::recorded().await;
    set_up(&world);
    let name = place(&world, one_line("C-02", json!({"item_code": "I-028", "qty": 1})), "a").await;
    change(&world, "Item", "I-028", json!({"disabled": 1})).await;
    let (report, well) = world.report(&[]).await;
    assert!(well, "nothing comparable differs");
    let order = of(&report, &name);
    assert_eq!(order["outcome"], "skipped");
    assert!(order["reasons"][0]["why"].as_str().unwrap().contains("Item I-028 is disabled"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_user_may_not_read_is_named_and_no_secret_is_told() {
    let world = World::recorded().await;
    let keys = world.practice.site().add_user("office@example.com", &["Sales User"]).unwrap();
    let output = world.parity(&format!("{}:{}", keys.key, keys.secret), &[]).await;
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("nothing compared, this user may not read:\n"), "{text}");
    for doctype in ["System Settings", "Pricing Rule", "Tax Rule", "Item Price"] {
        assert!(text.lines().any(|line| line.trim() == doctype), "{doctype} in {text}");
    }
    assert!(!text.lines().any(|line| line.trim() == "Customer"), "{text}");

    for token in ["somebody:wrongsecret", "nocolonsecret"] {
        let output = world.parity(token, &[]).await;
        assert_eq!(output.status.code(), Some(1));
        let said = [output.stdout, output.stderr].concat();
        assert!(!String::from_utf8(said).unwrap().contains(&token[4..]));
    }
}
