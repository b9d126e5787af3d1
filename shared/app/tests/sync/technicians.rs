//! Two technicians of one task, each with a phone that had no network.

use satchel_app::Session;
use satchel_app::views::{TaskReport, TaskStatus, TaskView};
use serde_json::{Value, json};

use crate::support::{Phone, World};

const BEN: &str = "ben.rep@example.com";
const TASK: &str = "server:TASK-1";

fn report(progress: u8, status: TaskStatus, note: &str) -> TaskReport {
    TaskReport { progress: Some(progress), status: Some(status), note: note.to_owned() }
}

/// A site with a task two phones know, neither of which is at work with the site.
async fn apart() -> (World, Phone) {
    let world = World::new().await;
    let project = json!({"name": "PROJ-1", "project_name": "Rollout", "status": "Open",
        "percent_complete_method": "Task Progress", "percent_complete": 5.0});
    let task = |name: &str| {
        json!({"name": name, "subject": format!("Fit {name}"), "status": "Open", "priority": "Medium",
               "project": "PROJ-1", "progress": 5.0, "description": "[ ] seal\n[ ] lamp"})
    };
    let documents = [("Project", project), ("Task", task("TASK-1")), ("Task", task("TASK-2"))];
    let documents = documents.map(|(doctype, document)| (doctype.to_owned(), document));
    world.site.site().load(&documents).unwrap();
    world.session.start_sync().unwrap();
    world.until("the first load", |world| world.session.tasks().unwrap().len() == 2).await;
    world.until_at_rest().await;
    let ben = world.another(BEN, "P08").await;
    ben.until("its tasks", |session| session.tasks().unwrap().len() == 2).await;
    world.session.stop_sync();
    ben.session.stop_sync();
    (world, ben)
}

/// What both say happened, the newest first: how far, whether it was said apart.
fn told(task: &TaskView) -> Vec<(Option<u8>, bool)> {
    task.history.iter().map(|row| (row.progress, row.apart)).collect()
}

async fn sent(world: &World, session: &Session) {
    session.start_sync().unwrap();
    world.until("sending", |_| session.sync_centre().unwrap().is_clear()).await;
}

/// Ana completes the task while Ben is at 80 %, and they come back in this order.
async fn both_report(ana_first: bool) -> (World, Phone) {
    let (world, ben) = apart().await;
    world.session.tick(TASK, 0, true).unwrap();
    world.session.complete_task(TASK).unwrap();
    world.clock.advance_ms(60_000);
    ben.session.tick(TASK, 1, true).unwrap();
    ben.session.report_task(TASK, &report(80, TaskStatus::PendingReview, "lamp fits")).unwrap();
    world.clock.advance_ms(60_000);
    let (first, second) =
        if ana_first { (&world.session, &ben.session) } else { (&ben.session, &world.session) };
    sent(&world, first).await;
    world.clock.advance_ms(1_000);
    sent(&world, second).await;
    // What was looked at in the same millisecond is not looked at again.
    world.clock.advance_ms(1_000);
    first.sync_now();
    let both = |session: &Session| {
        session.task(TASK).is_ok_and(|task| task.history.len() == 2 && !task.waiting)
    };
    world.until("both know", |world| both(&world.session) && both(&ben.session)).await;
    (world, ben)
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_arrives_first_the_task_ends_the_same_and_both_see_what_happened() {
    let mut ends = Vec::new();
    for ana_first in [true, false] {
        let (world, ben) = both_report(ana_first).await;
        let there = world.administrator.get_doc("Task", "TASK-1").await.unwrap();
        assert_eq!(there.text("status"), Some("Completed"));
        assert_eq!(there.get("progress").and_then(Value::as_f64), Some(100.0));
        assert_eq!(there.text("description"), Some("[x] seal\n[x] lamp"));
        let log = there.text("satchel_progress_log").unwrap();
        assert_eq!(log.lines().count(), 2, "{log}");
        for session in [&world.session, &ben.session] {
            let task = session.task(TASK).unwrap();
            assert_eq!((task.status, task.progress), (TaskStatus::Completed, 100));
            assert_eq!(told(&task), [(Some(80), true), (Some(100), false)], "{:?}", task.history);
            assert_eq!(task.history[0].note, "lamp fits");
            assert!(session.sync_centre().unwrap().conflicts.is_empty());
        }
        let field = |field: &str| there.get(field).cloned().unwrap_or_default();
        ends.push(["status", "progress", "completed_on", "description"].map(field));
    }
    assert_eq!(ends[0], ends[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_projects_figure_is_the_phones_own_until_the_office_says() {
    let (world, _ben) = apart().await;
    let share = |world: &World| world.session.task(TASK).unwrap().project.unwrap();
    assert_eq!((share(&world).percent, share(&world).own), (5.into(), false));
    world.session.report_progress(TASK, 75).unwrap();
    assert_eq!((share(&world).percent, share(&world).own), (40.into(), true));
    sent(&world, &world.session).await;
    world.clock.advance_ms(2 * 3_600_000);
    world.session.sync_everything();
    world.until("the office's figure", |world| share(world).percent == 40.into()).await;
    assert!(!share(&world).own);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_and_the_timer_of_a_task_of_the_office_arrive() {
    let (world, _ben) = apart().await;
    world.session.start_timer(TASK).unwrap();
    world.clock.advance_ms(42 * 60_000);
    world.session.attach_to_task(TASK, b"\x89PNG\r\n\x1a\n a seal".to_vec()).unwrap();
    world.session.sign_task(TASK, "M0 0L9 9").unwrap();
    assert_eq!(world.session.stop_timer(None, "", "seal").unwrap(), 42);
    assert_eq!(world.session.outgoing().unwrap().len(), 3);
    sent(&world, &world.session).await;
    let files = world.session.task(TASK).unwrap().files;
    assert!(files.len() == 2 && files.iter().all(|file| file.there), "{files:?}");
    for file in world.administrator.names("File", &[]).await.unwrap() {
        let file = world.administrator.get_doc("File", &file).await.unwrap();
        assert_eq!(file.text("attached_to_doctype"), Some("Task"));
        assert_eq!(file.text("attached_to_name"), Some("TASK-1"));
    }
    let sheets = world.administrator.names("Timesheet", &[]).await.unwrap();
    assert_eq!(sheets.len(), 1);
    let sheet = world.administrator.get_doc("Timesheet", &sheets[0]).await.unwrap();
    assert_eq!(sheet.get("docstatus").and_then(Value::as_i64), Some(0), "a draft");
    let log = &sheet.get("time_logs").unwrap()[0];
    assert_eq!((&log["task"], &log["project"]), (&json!("TASK-1"), &json!("PROJ-1")));
    assert_eq!(log["hours"].as_f64(), Some(0.7));
}
