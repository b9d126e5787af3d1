//! What a reader of the practice site meets: pages, child rows, times, a file taken up again.

use crate::support;
use crate::support::{ADMINISTRATOR, REP, World, document, exc_type, made, map, order};
use satchel_frappe::{Client, Cursor, Filter, ListQuery, SiteTime};
use satchel_practice_site::SiteOptions;
use serde_json::json;

#[tokio::test]
async fn pages_by_key_bring_every_document_once_while_they_change() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let query = ListQuery::new("Item", &["item_name"]);
    let (mut seen, mut cursor) = (Vec::new(), None::<Cursor>);
    loop {
        let page = client.page(&query, cursor.as_ref(), 7).await.unwrap();
        for row in 0..page.rows.len() {
            seen.push(page.rows.cell(row, "name").unwrap().as_str().unwrap().to_owned());
        }
        match page.next {
            Some(next) => cursor = Some(next),
            None => break,
        }
    }
    let mut names = client.names("Item", &[]).await.unwrap();
    seen.sort();
    names.sort();
    assert_eq!(seen, names);
    assert_eq!(client.count("Item", &[]).await, Ok(names.len() as u64));

    // A change comes after the cursor.
    let last = cursor.unwrap();
    world.clock.advance_ms(1_000);
    let changes = map(json!({"item_name": "New name"}));
    world.client(ADMINISTRATOR).update("Item", "SKU-0003", &changes, None).await.unwrap();
    let page = client.page(&query, Some(&last), 50).await.unwrap();
    let rows: Vec<_> = page.rows.into_maps().collect();
    assert!(rows.iter().any(|row| row["item_name"] == "New name"), "{rows:?}");
}

#[tokio::test]
async fn a_removed_child_row_leaves_no_trace_but_its_parent_changes() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let rows = async || {
        let fields = ["name", "parent", "uom", "conversion_factor"];
        let parents = ["SKU-0001", "SKU-0002"];
        client.child_rows("UOM Conversion Detail", "Item", &fields, &parents).await.unwrap()
    };
    let before = rows().await;
    assert_eq!(before.len(), 4);
    let parent = client.get_doc("Item", "SKU-0001").await.unwrap();
    let kept = parent.children("uoms").next().unwrap().clone();
    world.clock.advance_ms(1_000);
    let changes = map(json!({"uoms": [kept.clone()]}));
    world.client(ADMINISTRATOR).update("Item", "SKU-0001", &changes, None).await.unwrap();
    let after = rows().await;
    assert_eq!(after.len(), 3);
    assert_eq!(after.cell(0, "name"), kept.get("name"), "a row that stays keeps its name");
    let changed = client.get_doc("Item", "SKU-0001").await.unwrap();
    assert!(changed.modified() > parent.modified());
}

#[tokio::test]
async fn rows_of_a_child_table_need_their_parent() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let mut query = ListQuery::new("Item Barcode", &["parent", "barcode"]);
    let failure = client.list(&query).await.unwrap_err();
    assert!(failure.refusal().unwrap().is_forbidden());
    query.parent = Some("Item".to_owned());
    assert_eq!(client.list(&query).await.unwrap().len(), 30);
}

#[tokio::test]
async fn a_request_line_too_long_is_a_page_and_the_same_question_goes_by_post() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let names: Vec<String> = (1..=500).map(|n| format!("SKU-{n:04}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let query = ListQuery::new("Item", &["name"]).with(Filter::is_one_of("name", &names));
    assert_eq!(client.list(&query).await.unwrap().len(), 30);

    let request = json!({"method": "GET", "as": REP, "headers": {"Authorization": ""},
                         "path": format!("/api/resource/Item?filters={}", "x".repeat(4_100)), "body": null});
    let answer = support::send(&world, &request).await;
    assert_eq!(answer.status, 400);
    let kind = answer.headers.iter().find(|(name, _)| name == "content-type").unwrap();
    assert!(kind.1.contains("text/html"));
}

#[tokio::test]
async fn times_are_naive_and_in_the_zone_of_the_site() {
    let world = World::set_up().await;
    let client = world.client(REP);
    assert_eq!(client.time_zone().await.unwrap(), "America/New_York");
    let made = made(&client, "u-1").await;
    assert!(made.modified().unwrap().as_str().starts_with("2026-11-21 16:03:"));
    world.practice.site().set_clock_skew(-3 * 86_400);
    let late = client
        .insert("Event", &document(json!({"subject": "x", "starts_on": "2026-11-21 10:00:00", "event_type": "Private"})))
        .await
        .unwrap();
    assert!(late.document.modified() < made.modified(), "a clock set back shows");
}

#[tokio::test]
async fn two_sheets_of_one_user_may_not_overlap() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let sheet = |from: &str, user: Option<&str>| {
        let mut sheet = document(json!({"company": "Acme Trading", "time_logs": [
            {"activity_type": "Execution", "from_time": from, "hours": 1.5, "task": "TASK-2026-00003"}]}));
        if let Some(user) = user {
            sheet.set("user", user);
        }
        sheet
    };
    let first = client.insert("Timesheet", &sheet("2026-11-21 09:00:00", Some(REP))).await.unwrap();
    let row = first.document.children("time_logs").next().unwrap().clone();
    assert_eq!(row["to_time"], "2026-11-21 10:30:00");
    let over = client.insert("Timesheet", &sheet("2026-11-21 10:00:00", Some(REP))).await;
    assert_eq!(exc_type(&over.unwrap_err()), "OverlapError");
    client.insert("Timesheet", &sheet("2026-11-21 10:00:00", None)).await.unwrap();
    client.insert("Timesheet", &sheet("2026-11-21 10:30:00", Some(REP))).await.unwrap();
}

#[tokio::test]
async fn an_event_is_deleted_by_who_may_and_noted() {
    let world = World::set_up().await;
    let (rep, administrator) = (world.client(REP), world.client(ADMINISTRATOR));
    let event = document(
        json!({"subject": "Visit", "starts_on": "2026-11-23 09:30:00", "event_type": "Private"}),
    );
    let name = rep.insert("Event", &event).await.unwrap().document.name().unwrap().to_owned();
    assert!(rep.delete("Event", &name).await.unwrap_err().refusal().unwrap().is_forbidden());
    administrator.delete("Event", &name).await.unwrap();
    let gone = administrator.delete("Event", &name).await.unwrap_err();
    assert!(gone.refusal().unwrap().is_missing() && gone.refusal().unwrap().words.is_empty());
    let noted = ListQuery::new("Deleted Document", &["deleted_name"]);
    let noted = administrator.list(&noted).await.unwrap();
    assert_eq!(noted.cell(0, "deleted_name"), Some(&json!(name)));
}

#[tokio::test]
async fn a_site_goes_on_where_its_file_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let file = Some(folder.path().join("site.db"));
    let world = World::with(SiteOptions { file: file.clone(), ..SiteOptions::default() }).await;
    world.practice.site().apply_set_up(&support::json_data("set-up.json")).unwrap();
    let client = world.client(ADMINISTRATOR);
    let first = made(&client, "u-1").await;
    drop((client, world));
    let options = SiteOptions { file, ..SiteOptions::default() };
    let clock = std::sync::Arc::new(satchel_devices::clock::SystemClock::new());
    let again = satchel_practice_site::PracticeSite::start(0, options, clock).await.unwrap();
    let address = satchel_frappe::SiteAddress::parse(&again.address()).unwrap();
    let transport =
        satchel_frappe::HttpTransport::new(address, satchel_frappe::HttpOptions::default())
            .unwrap();
    let token = satchel_frappe::Token::new("administrator", "practice").ok();
    let client = Client::new(std::sync::Arc::new(transport), token);
    let failure = client.insert("Sales Order", &order("u-1")).await.unwrap_err();
    assert!(failure.refusal().unwrap().is_duplicate_value());
    let found = client.find_by_uid("Sales Order", "u-1", &[]).await.unwrap().unwrap();
    assert_eq!(found.name(), first.name());
    let since = SiteTime::parse("2026-11-21 16:03:00").unwrap();
    let changed =
        ListQuery::new("Sales Order", &["name"]).with(Filter::new("modified", ">", since.as_str()));
    assert_eq!(client.list(&changed).await.unwrap().len(), 1);
}
