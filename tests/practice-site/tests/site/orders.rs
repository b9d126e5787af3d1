//! Orders on the practice site: one a uid, named, priced and submitted as recorded.

use crate::support;
use crate::support::{ADMINISTRATOR, REP, World, exc_type, made, map, number, order};
use satchel_frappe::Client;
use satchel_practice_site::SiteOptions;
use serde_json::{Value, json};

#[tokio::test]
async fn six_phones_with_one_uid_make_one_order() {
    let world = World::set_up().await;
    let all: Vec<_> = (0..6)
        .map(|_| {
            let client = world.client(REP);
            tokio::spawn(async move { client.insert("Sales Order", &order("same")).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for one in all {
        outcomes.push(one.await.unwrap());
    }
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    for failure in outcomes.into_iter().filter_map(Result::err) {
        assert_eq!(failure.refusal().unwrap().status, 417);
        assert!(failure.refusal().unwrap().is_duplicate_value());
    }
    let found = world.client(REP).find_by_uid("Sales Order", "same", &["grand_total"]).await;
    assert_eq!(number(&found.unwrap().unwrap(), "grand_total"), 2.96);
}

#[tokio::test]
async fn without_the_set_up_the_uid_is_dropped_and_cannot_be_asked_for() {
    let world = World::fresh().await;
    let client = world.client("rep@example.com");
    let first = made(&client, "u-1").await;
    assert_eq!(first.get("satchel_uid"), None);
    made(&client, "u-1").await;
    let failure = client.find_by_uid("Sales Order", "u-1", &[]).await.unwrap_err();
    assert_eq!(exc_type(&failure), "DataError");
}

#[tokio::test]
async fn a_number_is_given_out_again_after_a_deletion() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let first = made(&client, "u-1").await;
    let name = first.name().unwrap();
    world.client(ADMINISTRATOR).delete("Sales Order", name).await.unwrap();
    let second = made(&client, "u-2").await;
    assert_eq!(second.name(), Some(name));
    assert_eq!(client.find_by_uid("Sales Order", "u-1", &[]).await.unwrap(), None);
}

#[tokio::test]
async fn submit_in_the_insert_leaves_the_status_draft() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let mut at_once = order("u-1");
    at_once.set("docstatus", 1);
    let saved = client.insert("Sales Order", &at_once).await.unwrap().document;
    assert_eq!((saved.docstatus(), saved.text("status")), (Some(1), Some("Draft")));

    let draft = made(&client, "u-2").await;
    let name = draft.name().unwrap();
    let sent = client.submit("Sales Order", name, draft.modified().as_ref()).await.unwrap();
    assert_eq!(sent.document.text("status"), Some("To Deliver and Bill"));
    let again = client.submit("Sales Order", name, None).await.unwrap().document;
    assert_eq!(again.docstatus(), Some(1));
    assert!(again.modified() > sent.document.modified());
}

#[tokio::test]
async fn a_cancelled_order_stays_cancelled() {
    let world = World::set_up().await;
    let client = world.client(ADMINISTRATOR);
    let name = made(&client, "u-1").await.name().unwrap().to_owned();
    client.submit("Sales Order", &name, None).await.unwrap();
    let failure = client.delete("Sales Order", &name).await.unwrap_err();
    assert_eq!(exc_type(&failure), "ValidationError");
    let cancel = map(json!({"docstatus": 2}));
    let saved = client.update("Sales Order", &name, &cancel, None).await.unwrap();
    assert_eq!(saved.document.text("status"), Some("Cancelled"));
    let reopen = map(json!({"docstatus": 0}));
    let failure = client.update("Sales Order", &name, &reopen, None).await.unwrap_err();
    assert_eq!(failure.refusal().unwrap().words.to_string(), "Cannot edit cancelled document");
}

#[tokio::test]
async fn a_rate_of_nothing_needs_a_reason() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let rate = async |uid: &str, line: Value| {
        let mut order = order(uid);
        order.set("items", json!([line]));
        let saved = client.insert("Sales Order", &order).await.unwrap().document;
        let row = saved.children("items").next().unwrap().clone();
        row["rate"].as_f64().unwrap()
    };
    let line = json!({"item_code": "SKU-0002", "qty": 1, "rate": 0.0});
    assert_eq!(rate("u-1", line).await, 1.89);
    let given = json!({"item_code": "SKU-0002", "qty": 1, "rate": 0.0, "price_list_rate": 1.89,
                       "discount_percentage": 100.0});
    assert_eq!(rate("u-2", given).await, 0.0);
}

#[tokio::test]
async fn rates_stay_only_for_who_may_write_permission_level_one() {
    let world = World::set_up().await;
    let entered = |uid: &str| {
        let mut order = order(uid);
        order.set(
            "items",
            json!([{"item_code": "API-ITEM-1001", "qty": 12, "price_list_rate": 20.0,
                    "discount_percentage": 25.0, "rate": 15.0}]),
        );
        order
    };
    let total = async |client: Client, uid: &str| {
        let saved = client.insert("Sales Order", &entered(uid)).await.unwrap().document;
        (number(&saved, "ignore_pricing_rule"), number(&saved, "net_total"))
    };
    assert_eq!(total(world.client(REP), "u-1").await, (1.0, 180.0));
    let fresh = World::fresh().await;
    fresh.practice.site().load(&support::second_part()).unwrap();
    assert_eq!(total(fresh.client("rep@example.com"), "u-1").await, (0.0, 216.0));
    assert_eq!(total(fresh.client(ADMINISTRATOR), "u-2").await, (1.0, 180.0));
}

#[tokio::test]
async fn a_percentage_beats_an_amount_and_figures_sent_for_totals_are_replaced() {
    let world = World::set_up().await;
    let mut entered = order("u-1");
    entered.set("additional_discount_percentage", 50.0);
    entered.set("discount_amount", 0.5);
    entered.set("apply_discount_on", "Net Total");
    entered.set("grand_total", 1.0);
    entered.set("in_words", "x");
    let saved = world.client(REP).insert("Sales Order", &entered).await.unwrap().document;
    assert_eq!(number(&saved, "discount_amount"), 1.37);
    assert_eq!(number(&saved, "net_total"), 1.37);
    assert_eq!(number(&saved, "grand_total"), 1.48);
    assert_ne!(saved.text("in_words"), Some("x"));
}

#[tokio::test]
async fn an_item_tax_template_left_out_is_pulled_in() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let taxes = async |uid: &str, line: Value| {
        let mut order = order(uid);
        order.set("items", json!([line]));
        let saved = client.insert("Sales Order", &order).await.unwrap().document;
        number(&saved, "total_taxes_and_charges")
    };
    let line = |template: Option<&str>| {
        let mut line = json!({"item_code": "SKU-0020", "qty": 10, "rate": 8.0});
        if let Some(template) = template {
            line["item_tax_template"] = json!(template);
        }
        line
    };
    assert_eq!(taxes("u-1", line(None)).await, 2.4);
    assert_eq!(taxes("u-2", line(Some(""))).await, 6.4);
}

#[tokio::test]
async fn tracebacks_can_be_hidden() {
    let world = World::set_up().await;
    let settings = json!({"name": "System Settings", "allow_error_traceback": 0, "time_zone": "America/New_York"});
    world.practice.site().load(&[("System Settings".to_owned(), settings)]).unwrap();
    let client = world.client(REP);
    made(&client, "u-1").await;
    let failure = client.insert("Sales Order", &order("u-1")).await.unwrap_err();
    let refusal = failure.refusal().unwrap();
    assert_eq!(refusal.unique_field, None, "it is told in the traceback only");
    assert_eq!(refusal.words.to_string(), "Satchel UID must be unique");
}

#[tokio::test]
async fn a_newer_site_ignores_the_name_sent_and_guards_counts() {
    let versions = ("15.99.1".to_owned(), "15.101.1".to_owned());
    let mut newer = World::with(SiteOptions { versions, ..SiteOptions::default() }).await;
    newer.add_user("none@example.com", &[]);
    let client = newer.client(ADMINISTRATOR);
    let mut named = order("u-1");
    named.set("name", "MINE-1");
    let saved = client.insert("Sales Order", &named).await.unwrap().document;
    assert!(saved.name().unwrap().starts_with("SAL-ORD-2026-"));
    assert_eq!(client.versions().await.unwrap().erpnext().unwrap().to_string(), "15.99.1");
    let count = newer.client("none@example.com").count("Deleted Document", &[]).await;
    assert!(count.unwrap_err().refusal().unwrap().is_forbidden());
    let older = World::fresh().await;
    assert_eq!(older.client("limited@example.com").count("Deleted Document", &[]).await, Ok(0));
    let saved = older.client(ADMINISTRATOR).insert("Sales Order", &named).await.unwrap();
    assert_eq!(saved.document.name(), Some("MINE-1"));
}
