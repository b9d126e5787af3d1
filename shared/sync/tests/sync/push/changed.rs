//! Changes of documents the site has.

use satchel_practice_site::Fault;
use satchel_store::{ChangingDoctype, Decision, MasterDocument, NewWork, TaskQuery};
use serde_json::{Map, Value, json};

use super::support::{World, captured, local};

const TASK: ChangingDoctype = ChangingDoctype::Task;

fn fields(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

/// A task at the site, and on the phone as it was read; its name.
async fn with_task(world: &World) -> String {
    let task = fields(json!({"subject": "Count shelves", "status": "Open", "priority": "Low"}));
    let saved = world.client.insert("Task", &task.into()).await.unwrap().document;
    let name = saved.name().unwrap().to_owned();
    let read = world.client.get_doc("Task", &name).await.unwrap();
    let document = MasterDocument::from_value("Task", &Value::Object(read.into_fields()));
    world.store().put_masters(vec![document], captured().local_date()).wait().unwrap();
    name
}

fn change(world: &World, name: &str, value: Value) {
    let (key, at) = (format!("server:{name}"), captured().utc);
    world.store().change_document(TASK, &key, value.to_string(), at).wait().unwrap();
}

async fn at_site(world: &World, name: &str, field: &str) -> Value {
    world.administrator.get_doc("Task", name).await.unwrap().get(field).cloned().unwrap()
}

async fn progress(world: &World, name: &str) -> Option<f64> {
    at_site(world, name, "progress").await.as_f64()
}

#[tokio::test]
async fn a_change_takes_one_request() {
    let world = World::new().await;
    let name = with_task(&world).await;
    change(&world, &name, json!({"progress": 40}));
    world.requests();
    world.push().await;
    assert_eq!(world.requests(), 1);
    assert_eq!(progress(&world, &name).await, Some(40.0));
    assert!(world.store().changed_documents().unwrap().is_empty());
}

#[tokio::test]
async fn a_stale_change_is_merged_with_what_the_office_did() {
    let world = World::new().await;
    let name = with_task(&world).await;
    change(&world, &name, json!({"progress": 40}));
    let office = fields(json!({"priority": "Urgent"}));
    world.administrator.update("Task", &name, &office, None).await.unwrap();
    world.push().await;
    assert_eq!(progress(&world, &name).await, Some(40.0));
    assert_eq!(at_site(&world, &name, "priority").await, json!("Urgent"));
    let here = world.store().task(&format!("server:{name}")).unwrap().unwrap();
    assert_eq!((here.priority.as_str(), here.changed_here), ("Urgent", false));
    assert!(world.store().conflicts().unwrap().is_empty());
}

#[tokio::test]
async fn a_true_conflict_overwrites_nobody_until_it_is_decided() {
    let world = World::new().await;
    let name = with_task(&world).await;
    change(&world, &name, json!({"progress": 40, "priority": "High"}));
    let office = fields(json!({"priority": "Urgent"}));
    world.administrator.update("Task", &name, &office, None).await.unwrap();
    world.push().await;
    assert_eq!(progress(&world, &name).await, Some(40.0), "the rest arrived");
    assert_eq!(at_site(&world, &name, "priority").await, json!("Urgent"));
    let conflicts = world.store().conflicts().unwrap();
    assert_eq!(conflicts.len(), 1);
    assert_eq!((&conflicts[0].mine, &conflicts[0].theirs), (&json!("High"), &json!("Urgent")));
    let key = format!("server:{name}");
    assert_eq!(world.store().task(&key).unwrap().unwrap().priority, "High", "the rep's stands");
    let at = captured().utc;
    world.store().decide_conflict(TASK, &key, "priority", Decision::Mine, at).wait().unwrap();
    world.push().await;
    assert_eq!(at_site(&world, &name, "priority").await, json!("High"));
    assert!(world.store().changed_documents().unwrap().is_empty());
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_made_once() {
    let world = World::new().await;
    let name = with_task(&world).await;
    change(&world, &name, json!({"progress": 40}));
    world.practice.faults().next([Some(Fault::CutAfter)]);
    world.push_until_quiet().await;
    assert_eq!(progress(&world, &name).await, Some(40.0));
    assert!(world.store().conflicts().unwrap().is_empty());
    assert!(world.store().queue().unwrap().is_empty());
}

#[tokio::test]
async fn work_made_on_the_phone_arrives_and_goes_on_under_its_name() {
    let world = World::new().await;
    let made = |document: Value| document.to_string();
    let task = NewWork::Task {
        uid: local(1),
        document: made(json!({"subject": "Call back", "status": "Open"})),
        at: captured().utc,
    };
    let event = NewWork::Event {
        uid: local(2),
        document: made(json!({"subject": "Visit", "starts_on": "2026-11-23 09:00:00",
                              "event_type": "Private", "status": "Open"})),
        at: captured().utc,
    };
    let key = world.store().create_work(task).wait().unwrap();
    world.store().create_work(event).wait().unwrap();
    world.practice.faults().next([Some(Fault::CutAfter)]);
    world.push_until_quiet().await;
    let tasks = world.at_site("Task").await;
    let ours: Vec<_> =
        tasks.iter().filter(|t| t.text("satchel_uid") == Some(&local(1).to_string())).collect();
    assert_eq!(ours.len(), 1);
    let name = ours[0].name().unwrap();
    let kept = world.store().tasks(&TaskQuery::default()).unwrap();
    let kept: Vec<_> = kept.iter().filter(|task| task.subject == "Call back").collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].key, format!("server:{name}"));
    let before = world.store().task(&key).unwrap();
    assert_eq!(before.as_ref(), Some(kept[0]), "still known by its former key");
    change(&world, name, json!({"progress": 75}));
    world.push_until_quiet().await;
    assert_eq!(progress(&world, name).await, Some(75.0));
}
