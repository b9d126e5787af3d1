//! What the rep and the office both changed.

use satchel_app::views::{ConflictValue, Keep, StripState, TaskReport, TaskStatus};
use serde_json::json;

use crate::support::World;

async fn at_site(world: &World) -> String {
    let task = world.administrator.get_doc("Task", "TASK-1").await.unwrap();
    task.text("status").unwrap().to_owned()
}

/// The rep and the office say different things of one task.
async fn conflict() -> World {
    let world = World::new().await;
    let task = |status: &str| {
        json!({"name": "TASK-1", "subject": "Fit the shelf", "status": status,
               "priority": "Medium", "progress": 10.0})
    };
    world.site.site().load(&[("Task".into(), task("Open"))]).unwrap();
    world.session.start_sync().unwrap();
    world.until("the first load", |world| !world.session.tasks().unwrap().is_empty()).await;
    world.until_at_rest().await;
    world.session.stop_sync();
    let working = TaskReport { status: Some(TaskStatus::Working), ..TaskReport::default() };
    world.session.report_task("TASK-1", &working).unwrap();
    world.clock.advance_ms(60_000);
    world.site.site().load(&[("Task".into(), task("Cancelled"))]).unwrap();
    world.session.start_sync().unwrap();
    world.until("the conflict", |world| !world.centre().conflicts.is_empty()).await;
    world.until_at_rest().await;
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn both_values_are_shown_and_the_reps_goes_out_once_decided() {
    let world = conflict().await;
    let conflicts = world.centre().conflicts;
    assert_eq!((conflicts.len(), conflicts[0].title.as_str()), (1, "Fit the shelf"));
    let field = &conflicts[0].fields[0];
    assert_eq!((field.field.as_str(), field.label), ("status", Some("field-status")));
    let choice = |word: &str| ConflictValue::Choice(word.into());
    assert_eq!((&field.mine, &field.theirs), (&choice("Working"), &choice("Cancelled")));
    assert_eq!(world.session.tasks().unwrap()[0].status, "Working", "the rep's value stands");
    assert_eq!(
        world.session.strip().unwrap(),
        StripState::NeedsHand { refused: 1, only_orders: false, waiting: 0 }
    );
    assert!(
        world.session.decide_conflict("Task/server:OTHER", &[("x".into(), Keep::Mine)]).is_err()
    );

    let mine = [("status".to_owned(), Keep::Mine)];
    world.session.decide_conflict(&conflicts[0].id, &mine).unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(at_site(&world).await, "Working");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_offices_value_can_stay() {
    let world = conflict().await;
    let id = world.centre().conflicts[0].id.clone();
    world.session.decide_conflict(&id, &[("status".to_owned(), Keep::Theirs)]).unwrap();
    world.until("settling", |world| world.centre().is_clear()).await;
    assert_eq!(world.session.task("TASK-1").unwrap().status, TaskStatus::Cancelled);
    assert_eq!(at_site(&world).await, "Cancelled");
}
