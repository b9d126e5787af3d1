//! Changes of the site arrive.

use satchel_store::ChangingDoctype;
use satchel_sync::pull::PullDepth;
use serde_json::{Map, Value, json};

use super::support::World;

fn fields(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

#[tokio::test]
async fn a_changed_item_brings_all_its_rows_and_a_removed_row_goes() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    let before = world.document("Item", "SKU-0001").unwrap();
    let barcode = before["barcodes"][0]["barcode"].as_str().unwrap().to_owned();
    world.pass(10);
    let site = world.administrator.get_doc("Item", "SKU-0001").await.unwrap();
    let kept = site.children("uoms").next().unwrap().clone();
    let changes = fields(json!({"item_name": "Crisps", "uoms": [kept], "barcodes": []}));
    world.administrator.update("Item", "SKU-0001", &changes, None).await.unwrap();
    world.pull(PullDepth::Changes).await.unwrap();
    let after = world.document("Item", "SKU-0001").unwrap();
    assert_eq!(after["uoms"].as_array().unwrap().len(), 1);
    assert_eq!(world.find("Crisps"), ["SKU-0001"]);
    assert!(world.find(&barcode).is_empty(), "the barcode of the removed row finds nothing");
}

#[tokio::test]
async fn a_new_price_and_new_stock_arrive() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    world.pass(10);
    let name = world.store.document_names("Item Price").unwrap().remove(0);
    let changes = fields(json!({"price_list_rate": 99.75}));
    world.administrator.update("Item Price", &name, &changes, None).await.unwrap();
    let bin = json!({"name": "bin0000001", "item_code": "SKU-0001", "warehouse": "Stores - AT",
        "actual_qty": 3.0, "reserved_qty": 1.0});
    world.practice.site().load(&[("Bin".to_owned(), bin)]).unwrap();
    world.pull(PullDepth::Changes).await.unwrap();
    assert_eq!(world.document("Item Price", &name).unwrap()["price_list_rate"], json!(99.75));
    let stock = world.store.item_stock(&"SKU-0001".parse().unwrap()).unwrap();
    assert_eq!(
        (stock[0].actual.to_string(), stock[0].reserved.to_string()),
        ("3".into(), "1".into())
    );
}

/// More changes at one moment than a page holds, and names that fill a request line.
#[tokio::test]
async fn many_long_names_of_one_moment_all_arrive() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    world.pass(10);
    let names: Vec<String> =
        (0..60).map(|n| format!("{n:03} {}", "Größe & Länge ".repeat(9))).collect();
    let new: Vec<(String, Value)> = names
        .iter()
        .map(|name| {
            let item = json!({"name": name.trim(), "item_code": name.trim(), "item_name": name.trim(),
                "item_group": "Snacks", "stock_uom": "Nos", "is_sales_item": 1,
                "modified": "2026-11-22 05:10:00.000000",
                "uoms": [{"uom": "Nos", "conversion_factor": 1.0}]});
            ("Item".to_owned(), item)
        })
        .collect();
    world.practice.site().load(&new).unwrap();
    world.store.set_setting("pull_page_limit", &25).wait().unwrap();
    world.line.reset(0);
    world.pull(PullDepth::Changes).await.unwrap();
    assert_eq!(world.store.document_count("Item").unwrap(), 90);
    for name in &names {
        assert_eq!(
            world.document("Item", name.trim()).unwrap()["uoms"].as_array().unwrap().len(),
            1
        );
    }
    let paths = world.line.paths.lock().unwrap().clone();
    assert!(paths.iter().all(|path| path.len() < 4_094));
    assert!(paths.iter().any(|path| path.contains("get_list")), "asked by POST");
}

/// A request that began earlier and ended later shows its change behind the mark.
#[tokio::test]
async fn a_change_that_shows_late_is_found_in_the_overlap() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    world.pass(10);
    let item = |name: &str, modified: &str| {
        let item = json!({"name": name, "item_code": name, "item_name": name, "item_group": "Snacks",
            "stock_uom": "Nos", "is_sales_item": 1, "modified": modified, "uoms": []});
        [("Item".to_owned(), item)]
    };
    world.practice.site().load(&item("QUICK", "2026-11-22 05:10:00.000000")).unwrap();
    world.pull(PullDepth::Changes).await.unwrap();
    world.pass(1);
    world.practice.site().load(&item("SLOW", "2026-11-22 05:08:30.000000")).unwrap();
    world.pull(PullDepth::Changes).await.unwrap();
    assert_eq!(world.store.document_count("Item").unwrap(), 32);
}

/// In the night in which clocks are set back an hour of marks comes twice.
#[tokio::test]
async fn changes_of_the_hour_that_comes_twice_are_found() {
    let mut world = World::new().await;
    let night = chrono::DateTime::parse_from_rfc3339("2026-11-01T05:50:00Z").unwrap();
    let item = |name: &str, modified: &str| {
        let item = json!({"name": name, "item_code": name, "item_name": name, "item_group": "Snacks",
            "stock_uom": "Nos", "is_sales_item": 1, "modified": modified, "uoms": []});
        [("Item".to_owned(), item)]
    };
    // Everything before that night.
    let old: Vec<(String, Value)> = world
        .administrator
        .names("Item", &[])
        .await
        .unwrap()
        .iter()
        .flat_map(|name| item(name, "2026-10-01 10:00:00.000000"))
        .collect();
    world.practice.site().load(&old).unwrap();
    world.now = night;
    world.practice.site().load(&item("FIRST", "2026-11-01 01:49:00.000000")).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    // 01:10 again, forty minutes later.
    world.now = night + chrono::TimeDelta::minutes(40);
    world.practice.site().load(&item("SECOND", "2026-11-01 01:10:00.000000")).unwrap();
    world.pull(PullDepth::Changes).await.unwrap();
    assert!(world.document("Item", "SECOND").is_some());
}

#[tokio::test]
async fn what_the_rep_changed_is_not_overwritten() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    for key in ["server:TASK-1", "server:TASK-3"] {
        let change = json!({"progress": 40, "subject": "Mended on site"}).to_string();
        world
            .store
            .change_document(ChangingDoctype::Task, key, change, world.now.to_utc())
            .wait()
            .unwrap();
    }
    world.pass(10);
    let before = world.administrator.get_doc("Task", "TASK-1").await.unwrap();
    let late = fields(json!({"progress": 10.0, "subject": "To be mended"}));
    world.administrator.update("Task", "TASK-1", &late, None).await.unwrap();
    world.administrator.update("Task", "TASK-2", &late, None).await.unwrap();
    let other = fields(json!({"priority": "Urgent"}));
    world.administrator.update("Task", "TASK-3", &other, None).await.unwrap();
    world.pull(PullDepth::Everything).await.unwrap();
    assert_eq!(world.document("Task", "TASK-1").unwrap()["progress"], json!(40));
    assert_eq!(world.document("Task", "TASK-2").unwrap()["progress"], json!(10.0));
    let merged = world.document("Task", "TASK-3").unwrap();
    assert_eq!((&merged["progress"], &merged["priority"]), (&json!(40), &json!("Urgent")));
    let unsent = world.store.changed_documents().unwrap();
    assert_eq!(unsent.len(), 2, "both wait to be sent");
    let conflicts = world.store.conflicts().unwrap();
    assert_eq!((conflicts.len(), conflicts[0].key.as_str()), (1, "server:TASK-1"));
    let said = (&conflicts[0].base, &conflicts[0].mine, &conflicts[0].theirs);
    let expected = (&before.fields()["subject"], &json!("Mended on site"), &json!("To be mended"));
    assert_eq!(said, expected, "kept until someone decides; the progress that is further stands");
}

#[tokio::test]
async fn what_became_of_an_order_arrives_without_a_change_of_its_time() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    let order = world.administrator.get_doc("Sales Order", "SAL-ORD-2026-00001").await.unwrap();
    let mut moved = order.into_fields();
    moved.insert("status".into(), json!("Completed"));
    moved.insert("per_delivered".into(), json!(100.0));
    world.practice.site().load(&[("Sales Order".to_owned(), Value::Object(moved))]).unwrap();
    world.pass(60);
    world.hour().await;
    let past = world.store.past_orders(&"server:Customer 001".parse().unwrap(), 10).unwrap();
    let found = past.iter().find(|order| {
        order.name.as_ref().is_some_and(|name| name.as_str() == "SAL-ORD-2026-00001")
    });
    assert_eq!(found.map(|order| order.status.as_str()), Some("Completed"));
    let document = world.document("Sales Order", "SAL-ORD-2026-00001").unwrap();
    assert_eq!(document["items"].as_array().unwrap().len(), 1, "its lines stay");
}
