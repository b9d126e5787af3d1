//! Calendar, tasks, projects, visits.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::testing::*;
use crate::{
    ChangingDoctype, CheckIn, CheckOut, MasterDocument, OutboxKind, StoreError, TaskQuery,
};

fn event(name: &str, starts_on: &str, ends_on: &str, more: Value) -> MasterDocument {
    let mut event = json!({
        "name": name, "subject": name, "starts_on": starts_on, "ends_on": ends_on,
        "status": "Open", "event_participants": [
            {"reference_doctype": "Contact", "reference_docname": "X"},
            {"reference_doctype": "Customer", "reference_docname": "CUST-1"}],
    });
    event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    document("Event", event)
}

fn task(name: &str, status: &str, due: &str) -> MasterDocument {
    document(
        "Task",
        json!({"name": name, "subject": name, "status": status, "exp_end_date": due,
               "project": "PROJ-1", "progress": 12.5, "custom": "kept"}),
    )
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn events_that_touch_a_day_are_that_days() {
    let opened = opened();
    opened.put(vec![
        event("before", "2026-11-20 09:00:00", "2026-11-20 10:00:00", json!({})),
        event("over night", "2026-11-20 23:00:00", "2026-11-21 01:00:00", json!({})),
        event("at noon", "2026-11-21 12:00:00.000000", "", json!({"ends_on": null})),
        event("late", "2026-11-21 23:59:59", "2026-11-22 00:30:00", json!({})),
        event("after", "2026-11-22 00:00:00", "2026-11-22 01:00:00", json!({})),
        event(
            "weekly",
            "2026-01-03 08:00:00",
            "2026-01-03 09:00:00",
            json!({"repeat_this_event": 1}),
        ),
        event("no time", "", "", json!({})),
    ]);
    let found = opened.store.events_between(today(), today()).unwrap();
    let names: Vec<_> = found.iter().map(|event| event.subject.as_str()).collect();
    assert_eq!(names, ["weekly", "over night", "at noon", "late"]);
    assert_eq!(found[2].starts_on, today().and_hms_opt(12, 0, 0));
    assert_eq!(found[2].customer, Some(customer_key("CUST-1")));
    assert!(found[0].repeats && !found[2].changed_here);
}

#[test]
fn tasks_come_with_the_first_due_first() {
    let opened = opened();
    opened.put(vec![
        task("T-1", "Open", ""),
        task("T-2", "Working", "2026-11-25"),
        task("T-3", "Open", "2026-11-21 00:00:00"),
        task("T-4", "Completed", "2026-11-20"),
    ]);
    let find = |query: TaskQuery| -> Vec<String> {
        opened.store.tasks(&query).unwrap().into_iter().map(|task| task.subject).collect()
    };
    assert_eq!(find(TaskQuery::default()), ["T-4", "T-3", "T-2", "T-1"]);
    let open = TaskQuery { open_only: true, ..TaskQuery::default() };
    assert_eq!(find(open.clone()), ["T-3", "T-2", "T-1"]);
    assert_eq!(find(TaskQuery { due_until: Some(today()), ..open.clone() }), ["T-3"]);
    assert!(find(TaskQuery { project: Some("PROJ-2".into()), ..open }).is_empty());
}

#[test]
fn what_the_rep_changed_is_not_overwritten_by_a_pull() {
    let opened = opened();
    opened.put(vec![task("T-1", "Open", "2026-11-21"), task("T-2", "Open", "2026-11-21")]);
    let change = |fields: Value| {
        opened
            .store
            .change_document(ChangingDoctype::Task, "server:T-1", fields.to_string(), noon())
            .wait()
            .unwrap();
    };
    change(json!({"progress": 50}));
    change(json!({"status": "Completed", "progress": 100}));
    opened.put(vec![task("T-1", "Overdue", "2026-12-01"), task("T-2", "Overdue", "2026-12-01")]);
    let mine = opened.store.task("server:T-1").unwrap().unwrap();
    assert_eq!((mine.status.as_str(), mine.progress), ("Completed", Decimal::from(100)));
    assert!(mine.changed_here && mine.document.contains("kept"));
    let other = opened.store.task("server:T-2").unwrap().unwrap();
    assert_eq!(other.exp_end_date, Some(day("2026-12-01")));
    let changed = opened.store.changed_documents().unwrap();
    assert_eq!((changed.len(), changed[0].change_counter), (1, 1), "no conflict");
    assert!(changed[0].mirror.contains("Overdue"), "what the server last said");
    let names = vec!["T-1".into(), "T-2".into()];
    assert_eq!(opened.store.remove_masters("Task", names).wait().unwrap(), 1);
    assert!(opened.store.task("server:T-1").unwrap().is_some());
}

#[test]
fn a_change_to_nothing_or_of_nonsense_is_refused() {
    let opened = opened();
    opened.put(vec![task("T-1", "Open", "")]);
    let change = |key: &str, fields: &str| {
        opened.store.change_document(ChangingDoctype::Task, key, fields.into(), noon()).wait()
    };
    assert!(matches!(change("server:T-9", "{}"), Err(StoreError::NotFound { .. })));
    assert!(matches!(change("server:T-1", "[]"), Err(StoreError::BadInput { .. })));
    assert!(opened.store.changed_documents().unwrap().is_empty());
}

#[test]
fn projects_are_listed_by_name() {
    let opened = opened();
    opened.put(vec![
        document(
            "Project",
            json!({"name": "PROJ-2", "project_name": "Beach", "percent_complete": 33.3}),
        ),
        document(
            "Project",
            json!({"name": "PROJ-1", "project_name": "Alley", "customer": "CUST-1"}),
        ),
    ]);
    let found = opened.store.projects().unwrap();
    assert_eq!(found[0].project_name, "Alley");
    assert_eq!(found[0].customer, Some(customer_key("CUST-1")));
    assert_eq!(found[1].percent_complete, "33.3".parse().unwrap());
}

fn check_in() -> CheckIn {
    CheckIn {
        uid: uid(1),
        customer: Some(customer_key("CUST-1")),
        customer_name: "Padaria".into(),
        event: "server:EV-1".into(),
        captured: captured(),
        note: "arrived".into(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: json!({"doctype": "Field Visit"}).to_string(),
    }
}

#[test]
fn a_visit_is_two_rows_of_the_outbox_one_after_the_other() {
    let opened = opened();
    opened.store.check_in(check_in()).wait().unwrap();
    opened.store.check_in(check_in()).wait().unwrap();
    assert_eq!(opened.store.open_visit().unwrap().unwrap().uid, uid(1));
    let out = || CheckOut {
        visit: uid(1),
        uid: uid(2),
        captured: captured(),
        note: "sold a lot".into(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: json!({"notes": "sold a lot"}).to_string(),
    };
    opened.store.check_out(out()).wait().unwrap();
    opened.store.check_out(out()).wait().unwrap();
    assert_eq!(opened.store.open_visit().unwrap(), None);
    let visits = opened.store.visits_of_day(today()).unwrap();
    assert_eq!(visits.len(), 1);
    assert_eq!((visits[0].note.as_str(), &visits[0].check_out), ("sold a lot", &Some(captured())));
    let of_customer = opened.store.visits_of_customer(&customer_key("CUST-1"), 5).unwrap();
    assert_eq!(of_customer, visits);
    let outbox = opened.store.outbox(&[], 10).unwrap();
    let kinds: Vec<_> = outbox.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [OutboxKind::CheckIn, OutboxKind::CheckOut]);
    assert_eq!(outbox[1].needs, [outbox[0].seq]);
    assert!(outbox[0].payload.contains(&uid(1).to_string()));
}

#[test]
fn leaving_without_having_come_is_refused() {
    let opened = opened();
    let out = CheckOut {
        visit: uid(1),
        uid: uid(2),
        captured: captured(),
        note: String::new(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: "{}".into(),
    };
    let refused = opened.store.check_out(out).wait();
    assert!(matches!(refused, Err(StoreError::NotFound { .. })));
    assert!(opened.store.outbox(&[], 10).unwrap().is_empty());
}
