//! What went away goes, and what came into sight comes.

use std::sync::atomic::Ordering;

use satchel_sync::pull::PullDepth;
use satchel_sync::pull::schedule::MOST_REQUESTS;
use serde_json::json;

use super::support::World;
use crate::office::REP;

#[tokio::test]
async fn deleted_documents_go() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    let price = world.store.document_names("Item Price").unwrap().pop().unwrap();
    for (doctype, name) in [
        ("Address", "Address 5"),
        ("Item Price", price.as_str()),
        ("Task", "TASK-5"),
        ("Event", "EV-5"),
    ] {
        world.administrator.delete(doctype, name).await.unwrap();
    }
    // No change tells of it; the count does, in its time.
    world.pass(1);
    world.pull(PullDepth::Due).await.unwrap();
    assert!(world.document("Address", "Address 5").is_some());
    world.pass(3 * 60);
    world.hour().await;
    for (doctype, name) in [
        ("Address", "Address 5"),
        ("Item Price", price.as_str()),
        ("Task", "TASK-5"),
        ("Event", "EV-5"),
    ] {
        assert!(world.document(doctype, name).is_none(), "{doctype}");
    }
    assert_eq!(world.store.document_count("Item Price").unwrap(), 29);
}

#[tokio::test]
async fn a_permission_hides_and_shows_without_a_change() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    let only =
        json!({"name": "up1", "user": REP, "allow": "Customer", "for_value": "Customer 001"});
    world.practice.site().load(&[("User Permission".to_owned(), only)]).unwrap();
    world.pass(3 * 60);
    world.hour().await;
    assert_eq!(world.store.document_names("Customer").unwrap(), ["Customer 001"]);
    world.administrator.delete("User Permission", "up1").await.unwrap();
    world.pass(3 * 60);
    world.hour().await;
    assert_eq!(world.store.document_count("Customer").unwrap(), 3);
    assert!(world.document("Customer", "Customer 002").unwrap()["territory"].is_string());
}

#[tokio::test]
async fn one_gone_and_one_come_into_sight_are_found_when_all_names_are_compared() {
    let mut world = World::new().await;
    let permission = |customer: &str| {
        let only = json!({"name": "up1", "user": REP, "allow": "Customer", "for_value": customer});
        [("User Permission".to_owned(), only)]
    };
    world.practice.site().load(&permission("Customer 003")).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    world.hour().await;
    world.practice.site().load(&permission("Customer 001")).unwrap();
    world.pass(3 * 60);
    world.hour().await;
    assert_eq!(
        world.store.document_names("Customer").unwrap(),
        ["Customer 003"],
        "the count agrees"
    );
    world.pull(PullDepth::Everything).await.unwrap();
    assert_eq!(world.store.document_names("Customer").unwrap(), ["Customer 001"]);
}

#[tokio::test]
async fn a_site_that_does_not_count_is_asked_for_its_names_once_a_week() {
    let mut world = World::new().await;
    world.line.uncounted.store(true, Ordering::SeqCst);
    world.pull(PullDepth::Due).await.unwrap();
    world.administrator.delete("Address", "Address 5").await.unwrap();
    world.pass(2 * 24 * 60);
    world.hour().await;
    assert!(world.document("Address", "Address 5").is_some());
    world.pass(6 * 24 * 60);
    for _ in 0..4 {
        world.hour().await;
    }
    assert!(world.document("Address", "Address 5").is_none());
}

#[tokio::test]
async fn names_of_a_large_site_are_compared_a_few_with_every_round() {
    let mut world = World::new().await;
    let price = |number: usize| {
        let price = json!({
            "name": format!("PRICE-{number:04}"), "item_code": "ITEM-1",
            "price_list": "Standard Selling", "selling": 1, "price_list_rate": number,
            "modified": "2026-01-01 00:00:00.000000",
        });
        ("Item Price".to_owned(), price)
    };
    let prices: Vec<_> = (0..1_000).map(price).collect();
    world.practice.site().load(&prices).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    world.hour().await;
    world.administrator.delete("Item Price", "PRICE-0700").await.unwrap();
    world.practice.site().load(&[price(1_700)]).unwrap();
    world.pass(8 * 24 * 60);
    for round in 1.. {
        assert!(round < 60, "it was not found");
        world.pass(5);
        world.line.reset(0);
        world.pull(PullDepth::Due).await.unwrap();
        if world.document("Item Price", "PRICE-1700").is_some() {
            break;
        }
        assert!(world.line.requests() <= MOST_REQUESTS as u64, "{}", world.line.requests());
        assert!(world.line.bytes() <= 30_000, "{} bytes", world.line.bytes());
    }
    assert!(world.document("Item Price", "PRICE-0700").is_none());
}

#[tokio::test]
async fn a_right_taken_away_keeps_what_is_there() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    let roles = json!({"roles": []}).as_object().unwrap().clone();
    world.administrator.update("User", REP, &roles, None).await.unwrap();
    world.pass(4 * 60);
    let report = world.pull(PullDepth::Due).await.unwrap();
    assert!(report.forbidden.contains(&"Item"));
    assert_eq!(world.store.document_count("Item").unwrap(), 30);
}
