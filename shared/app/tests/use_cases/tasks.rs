//! A task on one phone: reports judged as the server would, the timer, the checklist, files.

use crate::common;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use satchel_app::views::{NewTask, NewTime, TaskReport, TaskStatus, TaskView};
use satchel_app::{AppError, Satchel, Session};
use satchel_devices::clock::FakeClock;
use satchel_devices::location::NoLocation;
use satchel_domain::tasks::TaskRefusal;
use satchel_store::{MasterDocument, OutboxKind};
use serde_json::{Value, json};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n a seal";
const PIN: &str = "2580";
const HOUR: u64 = 3_600_000;

fn morning() -> DateTime<Utc> {
    "2026-05-14T08:41:00Z".parse().unwrap()
}

struct Phone {
    clock: Arc<FakeClock>,
    satchel: Satchel,
    session: Session,
    _folder: tempfile::TempDir,
}

impl Phone {
    fn new() -> Self {
        let clock = Arc::new(FakeClock::at(morning()));
        let folder = tempfile::tempdir().unwrap();
        let devices = common::devices(clock.clone(), Arc::new(NoLocation::new()));
        let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
        let session = satchel.create_demo(PIN, "en").unwrap();
        Self { clock, satchel, session, _folder: folder }
    }

    fn put(&self, doctype: &str, document: &Value) {
        let batch = vec![MasterDocument::from_value(doctype, document)];
        self.session.store().put_masters(batch, self.session.today()).wait().unwrap();
    }

    /// A task of the demo company by its subject.
    fn key(&self, subject: &str) -> String {
        let rows = self.session.tasks().unwrap();
        rows.into_iter().find(|row| row.subject.starts_with(subject)).unwrap().name
    }

    fn task(&self, subject: &str) -> TaskView {
        self.session.task(&self.key(subject)).unwrap()
    }

    /// The app is killed and opened again.
    fn killed(self) -> Self {
        let Self { clock, satchel, session, _folder } = self;
        let profile = session.profile().id.clone();
        drop(session);
        let session = satchel.unlock(&profile, PIN).unwrap();
        Self { clock, satchel, session, _folder }
    }
}

fn progress(percent: u8) -> TaskReport {
    TaskReport { progress: Some(percent), ..TaskReport::default() }
}

#[test]
fn a_task_says_where_it_is_and_what_is_to_be_checked() {
    let phone = Phone::new();
    let row = phone.session.tasks().unwrap().into_iter().find(|row| row.progress == 65).unwrap();
    let task = phone.session.task(&row.name).unwrap();
    assert_eq!(task.customer_name, "Mercearia Flor do Bonfim");
    assert!(!task.site.lines.is_empty() && !task.phone.is_empty(), "{task:?}");
    let done: Vec<bool> = task.checklist.iter().map(|item| item.done).collect();
    assert_eq!(done, [true, true, true, false, false]);
    assert_eq!(task.description, Vec::<String>::new());
    phone.session.tick(&row.name, 3, true).unwrap();
    let ticked = phone.session.task(&row.name).unwrap();
    assert!(ticked.checklist[3].done && ticked.waiting);
    assert!(phone.session.tick(&row.name, 5, true).is_err());
    assert!(matches!(phone.session.task("server:NONE"), Err(AppError::NotFound { .. })));
}

#[test]
fn reports_are_judged_and_kept() {
    let phone = Phone::new();
    let key = phone.key("Photograph");
    phone.session.report_task(&key, &progress(40)).unwrap();
    phone.clock.advance_ms(60_000);
    let report = TaskReport {
        progress: Some(60),
        status: Some(TaskStatus::Working),
        note: "Two of three".into(),
    };
    phone.session.report_task(&key, &report).unwrap();
    // The same again is no report.
    phone.session.report_task(&key, &progress(60)).unwrap();
    let task = phone.session.task(&key).unwrap();
    assert_eq!((task.progress, task.status), (60, TaskStatus::Working));
    let told: Vec<_> = task
        .history
        .iter()
        .map(|row| (row.progress, row.status, row.note.as_str(), row.apart))
        .collect();
    assert_eq!(
        told,
        [(Some(60), Some(TaskStatus::Working), "Two of three", false), (Some(40), None, "", false)]
    );
    let refused = phone.session.report_task(&key, &progress(101)).unwrap_err();
    assert!(matches!(refused, AppError::Task(TaskRefusal::ProgressOver100)), "{refused:?}");
    let long = TaskReport { note: "x".repeat(1_001), ..TaskReport::default() };
    assert!(matches!(phone.session.report_task(&key, &long), Err(AppError::Field { .. })));
    phone.session.complete_task(&key).unwrap();
    let done = phone.session.task(&key).unwrap();
    assert_eq!((done.progress, done.status), (100, TaskStatus::Completed));
    assert_eq!(done.completed_on, NaiveDate::from_ymd_opt(2026, 5, 14));
    assert!(phone.session.tasks_over().unwrap().iter().any(|row| row.name == key));
    let again = TaskReport { status: Some(TaskStatus::Working), ..TaskReport::default() };
    phone.session.report_task(&key, &again).unwrap();
    let again = phone.session.task(&key).unwrap();
    assert_eq!((again.progress, again.completed_on), (100, None), "it keeps its 100");
}

#[test]
fn a_task_waits_for_another_until_that_is_done() {
    let phone = Phone::new();
    phone.put(
        "Task",
        &json!({"name": "T-RAIL", "subject": "Hang price rail", "status": "Open", "progress": 0,
            "depends_on": [{"task": "T-SHELF", "subject": "Install shelf"}, {"task": "T-GONE"}]}),
    );
    phone.put("Task", &json!({"name": "T-SHELF", "subject": "Install shelf", "status": "Working"}));
    let row = phone.session.tasks().unwrap();
    let row = row.iter().find(|row| row.name == "server:T-RAIL").unwrap();
    assert_eq!(row.waits_for, "Install shelf");
    let task = phone.session.task("server:T-RAIL").unwrap();
    assert!(task.depends_on[0].is_open());
    assert_eq!((task.depends_on[1].subject.as_str(), task.depends_on[1].status), ("T-GONE", None));
    let refused = phone.session.complete_task("server:T-RAIL").unwrap_err();
    assert_eq!(refused.message_id(), "error-task-dependency-open");
    assert_eq!(refused.args(), [("task", "Install shelf".to_owned())]);
    phone.session.complete_task("server:T-SHELF").unwrap();
    phone.session.complete_task("server:T-RAIL").unwrap();
}

#[test]
fn the_project_moves_by_the_phones_own_figure() {
    let phone = Phone::new();
    let project = |done: u8| {
        json!({"name": "P-1", "project_name": "Rollout", "percent_complete_method": "Task Progress",
            "percent_complete": done, "status": "Open"})
    };
    let task = |name: &str, progress: u8| json!({"name": name, "subject": name, "project": "P-1", "status": "Working", "progress": progress});
    // A third task was over before the phone came: 100, so (100 + 50 + 0) / 3.
    phone.put("Project", &project(50));
    phone.put("Task", &task("T-A", 50));
    phone.put("Task", &task("T-B", 0));
    let shown = |phone: &Phone| phone.session.task("server:T-A").unwrap().project.unwrap();
    assert_eq!((shown(&phone).percent, shown(&phone).own), (50.into(), false));
    phone.session.report_task("server:T-B", &progress(30)).unwrap();
    assert_eq!((shown(&phone).percent, shown(&phone).own), (60.into(), true));
}

#[test]
fn the_timer_outlives_the_app_and_is_booked_once() {
    let phone = Phone::new();
    let key = phone.key("Photograph");
    phone.session.start_timer(&key).unwrap();
    phone.session.start_timer(&key).unwrap();
    let other = phone.key("Replace");
    let refused = phone.session.start_timer(&other).unwrap_err();
    assert_eq!(refused.message_id(), "error-app-timer-runs");
    phone.clock.advance_ms(42 * 60_000);
    let phone = phone.killed();
    let timer = phone.session.timer().unwrap().unwrap();
    assert_eq!((timer.task.as_str(), timer.seconds, timer.forgotten), (key.as_str(), 2_520, false));
    assert!(phone.session.tasks().unwrap().iter().any(|row| row.name == key && row.timed));
    // Somebody sets the clock back a year: the time worked is the same.
    phone.clock.set_wall_clock(morning() - TimeDelta::days(365));
    assert_eq!(phone.session.stop_timer(None, "", "").unwrap(), 42);
    assert_eq!(phone.session.timer().unwrap(), None);
    assert_eq!(phone.session.stop_timer(None, "", "").unwrap(), 0, "none runs");
    assert_eq!(phone.session.task(&key).unwrap().minutes, 42);
    let sheets =
        phone.session.store().outbox_between(&[OutboxKind::Timesheet], i64::MIN, i64::MAX).unwrap();
    assert_eq!(sheets.len(), 1);
    let sheet: Value = serde_json::from_str(&sheets[0].payload).unwrap();
    let log = &sheet["time_logs"][0];
    assert_eq!(Some(log["task"].as_str().unwrap()), key.strip_prefix("server:"));
    assert!(log["project"].as_str().is_some_and(|project| !project.is_empty()), "{log}");
    assert_eq!(log["hours"].as_f64(), Some(0.7));
}

#[test]
fn a_forgotten_timer_asks_how_long_it_was() {
    let phone = Phone::new();
    let key = phone.key("Photograph");
    phone.session.start_timer(&key).unwrap();
    phone.clock.advance_ms(13 * HOUR);
    assert!(phone.session.timer().unwrap().unwrap().forgotten);
    let asked = phone.session.stop_timer(None, "", "").unwrap_err();
    assert!(matches!(asked, AppError::TimerForgotten { hours: 13 }), "{asked:?}");
    assert!(phone.session.timer().unwrap().is_some(), "it runs on");
    assert_eq!(phone.session.stop_timer(Some(95), "", "").unwrap(), 95);
    phone.session.start_timer(&key).unwrap();
    phone.session.drop_timer().unwrap();
    assert_eq!(phone.session.timer().unwrap(), None);
    assert_eq!(phone.task("Photograph").minutes, 95);
}

#[test]
fn after_a_restart_of_the_phone_the_time_is_not_negative() {
    let phone = Phone::new();
    let key = phone.key("Photograph");
    phone.session.start_timer(&key).unwrap();
    phone.clock.restart("boot-2");
    phone.clock.advance_ms(9 * 60_000);
    phone.clock.set_wall_clock(morning() - TimeDelta::hours(5));
    assert_eq!(phone.session.timer().unwrap().unwrap().seconds, 9 * 60 + 1);
}

#[test]
fn hours_by_hand_are_of_the_task_too() {
    let phone = Phone::new();
    let key = phone.key("Photograph");
    let from = NaiveDate::from_ymd_opt(2026, 5, 13).unwrap().and_hms_opt(9, 0, 0);
    let new = NewTime { task: key.clone(), from, minutes: 95, ..NewTime::default() };
    phone.session.log_time(&new).unwrap();
    assert_eq!(phone.session.task(&key).unwrap().minutes, 95);
}

#[test]
fn photos_and_a_signature_wait_for_the_office() {
    let phone = Phone::new();
    let key = phone.key("Photograph");
    let name = phone.session.attach_to_task(&key, PNG.to_vec()).unwrap();
    assert!(name.ends_with("-1.png"), "{name}");
    phone.session.sign_task(&key, "M0 0L9 9").unwrap();
    assert!(phone.session.sign_task(&key, "").is_err());
    assert!(matches!(
        phone.session.attach_to_task(&key, b"GIF89a".to_vec()),
        Err(AppError::NotAPicture)
    ));
    let files = phone.session.task(&key).unwrap().files;
    assert_eq!(files.len(), 2);
    assert!(files[1].file_name.ends_with("signature.svg") && !files[1].there);
    // On a task made here they go after it.
    let made = NewTask { subject: "Made here".into(), ..NewTask::default() };
    let made = phone.session.create_task(&made).unwrap();
    phone.session.attach_to_task(&made, PNG.to_vec()).unwrap();
    assert_eq!(phone.session.task(&made).unwrap().files.len(), 1);
}
