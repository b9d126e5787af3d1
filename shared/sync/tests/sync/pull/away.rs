//! What went away goes, and what came into sight comes.

use satchel_sync::pull::PullDepth;
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
