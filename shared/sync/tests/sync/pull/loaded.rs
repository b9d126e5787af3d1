//! The first load brings what the site has.

use satchel_sync::pull::{self, PullDepth, PullProgress};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::support::{World, facts};

#[tokio::test]
async fn the_first_load_brings_what_the_site_has() {
    let world = World::new().await;
    let report = world.pull(PullDepth::Due).await.unwrap();
    assert_eq!(report.unreadable, Default::default());
    assert_eq!(report.forbidden, ["Global Defaults", "Sales Partner", "Print Format", "Lead"]);
    for (doctype, count) in [
        ("Item", 30),
        ("Item Price", 30),
        ("Customer", 3),
        ("Address", 5),
        ("Contact", 5),
        ("Bin", 30),
        ("Pricing Rule", 1),
        ("Task", 5),
        ("Event", 5),
        ("Sales Order", 5),
    ] {
        assert_eq!(world.store.document_count(doctype).unwrap(), count, "{doctype}");
    }
    let site = world.administrator.get_doc("Item", "SKU-0001").await.unwrap();
    let phone = world.document("Item", "SKU-0001").unwrap();
    for field in
        ["item_name", "item_group", "stock_uom", "end_of_life", "is_sales_item", "modified"]
    {
        assert_eq!(Some(&phone[field]), site.get(field), "{field}");
    }
    let rows = |value: &Value, field: &str, keys: &[&str]| -> Vec<Value> {
        let rows = value[field].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| keys.iter().map(|key| row[*key].clone()).collect()).collect()
    };
    let site = Value::Object(site.into_fields());
    for (field, keys) in [
        ("barcodes", &["barcode"][..]),
        ("uoms", &["uom", "conversion_factor"]),
        ("item_defaults", &["company", "default_warehouse"]),
    ] {
        assert!(!rows(&site, field, keys).is_empty());
        assert_eq!(rows(&phone, field, keys), rows(&site, field, keys), "{field}");
    }
    let event = world.document("Event", "EV-1").unwrap();
    assert!(event["event_participants"][0]["name"].is_string(), "a row that stays is named so");
}

#[tokio::test]
async fn what_came_is_there_to_sell() {
    let world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    let item = world.document("Item", "SKU-0001").unwrap();
    let barcode = item["barcodes"][0]["barcode"].as_str().unwrap();
    assert_eq!(world.find(barcode), ["SKU-0001"]);
    let stock = world.store.item_stock(&"SKU-0001".parse().unwrap()).unwrap();
    assert_eq!(stock[0].actual.to_string(), "100");
    let past = world.store.past_orders(&"server:Customer 001".parse().unwrap(), 10).unwrap();
    assert_eq!(past.len(), 5);
}

#[tokio::test]
async fn what_may_not_be_read_is_told_and_stops_nothing() {
    let world = World::with_roles(&["Sales User", "Stock User"]).await;
    let report = world.pull(PullDepth::Due).await.unwrap();
    for doctype in ["Item Price", "Pricing Rule", "System Settings", "Task"] {
        assert!(report.forbidden.contains(&doctype), "{doctype}: {:?}", report.forbidden);
    }
    assert_eq!(world.store.document_count("Item").unwrap(), 30);
    // Asked for again after hours only.
    world.line.reset(0);
    world.pull(PullDepth::Due).await.unwrap();
    let paths = world.line.paths.lock().unwrap().clone();
    assert!(!paths.iter().any(|path| path.contains("Pricing%20Rule")), "{paths:?}");
}

#[tokio::test]
async fn the_progress_tells_counts_and_when_selling_can_begin() {
    let world = World::new().await;
    world.store.set_setting("pull_page_limit", &7).wait().unwrap();
    assert!(!pull::is_half_loaded(&world.store).unwrap(), "never pulled to");
    let (sender, mut receiver) = watch::channel(PullProgress::default());
    let half = world.store.set_sync_state("Item", r#"{"begun":true,"loaded":true}"#.to_owned());
    half.wait().unwrap();
    assert!(pull::is_half_loaded(&world.store).unwrap(), "rules and taxes are to come");
    world.store.set_sync_state("Item", "{}".to_owned()).wait().unwrap();
    let watched = tokio::spawn(async move {
        let mut seen: Vec<PullProgress> = Vec::new();
        while receiver.changed().await.is_ok() {
            seen.push(receiver.borrow_and_update().clone());
        }
        seen
    });
    pull::round_told(&world.store, &world.client, &facts(), world.now, PullDepth::Due, &sender)
        .await
        .unwrap();
    drop(sender);
    let seen = watched.await.unwrap();
    assert!(seen.windows(2).all(|pair| pair[0].done <= pair[1].done));
    let total = 30 + 30 + 3 + 5 + 5 + 30 + 5;
    assert!(seen.iter().any(|progress| progress.total == total && progress.done == 7));
    assert!(
        seen.iter().any(|progress| progress.can_sell && progress.loading),
        "before all is here"
    );
    let last = seen.last().unwrap();
    assert!(!last.loading && last.can_sell && last.thousandths() == 1_000);
    assert_eq!((last.done, last.total), (total, total));
    assert!(!pull::is_half_loaded(&world.store).unwrap());
}

#[tokio::test]
async fn a_field_of_the_site_itself_is_read_where_it_is_there() {
    let world = World::new().await;
    let place = json!({"name": "Address 1", "address_title": "A", "latitude": 38.7, "longitude": -9.1,
        "links": [{"link_doctype": "Customer", "link_name": "Customer 001"}]});
    world.practice.site().load(&[("Address".to_owned(), place)]).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    assert_eq!(world.document("Address", "Address 1").unwrap()["latitude"], json!(38.7));
    let customer = world.document("Customer", "Customer 001").unwrap();
    assert!(customer.get("custom_latitude").is_none());
}
