//! Changes of documents the site has: queued, merged, decided.

use serde_json::{Value, json};

use crate::testing::*;
use crate::{
    Arrival, ChangingDoctype, Decision, NewWork, OutboxKind, OutboxState, Settlement, Step,
};

const TASK: ChangingDoctype = ChangingDoctype::Task;

fn task(fields: Value) -> crate::MasterDocument {
    let mut task = json!({"name": "T-1", "subject": "Count", "status": "Open", "progress": 10,
                          "modified": "2026-11-21 10:00:00.000001"});
    task.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    document("Task", task)
}

fn change(opened: &Opened, fields: Value) {
    let fields = fields.to_string();
    opened.store.change_document(TASK, "server:T-1", fields, noon()).wait().unwrap();
}

fn shown(opened: &Opened) -> Value {
    let row = opened.store.task("server:T-1").unwrap().unwrap();
    serde_json::from_str(&row.document).unwrap()
}

fn settle(opened: &Opened, seq: i64, settlement: Settlement) {
    let step = Step { seq, settlement, at: noon(), offset_minutes: 0 };
    opened.store.settle(step).wait().unwrap();
}

fn arrive(opened: &Opened, seq: i64, document: Value) {
    settle(opened, seq, Settlement::Claimed);
    let arrival =
        Arrival { name: "T-1".into(), document: document.to_string(), ..Arrival::default() };
    settle(opened, seq, Settlement::Arrived(Box::new(arrival)));
}

fn fields_of(opened: &Opened, seq: i64) -> Value {
    serde_json::from_str(&opened.store.outbox_row(seq).unwrap().unwrap().payload).unwrap()
}

#[test]
fn changes_travel_together_until_the_first_is_sent() {
    let opened = opened();
    opened.put(vec![task(json!({}))]);
    change(&opened, json!({"progress": 20}));
    change(&opened, json!({"progress": 30, "status": "Working"}));
    let queue = opened.store.queue().unwrap();
    assert_eq!((queue.len(), queue[0].kind), (1, OutboxKind::ChangeTask));
    assert_eq!(fields_of(&opened, 1), json!({"progress": 30, "status": "Working"}));
    settle(&opened, 1, Settlement::Claimed);
    change(&opened, json!({"progress": 40}));
    assert_eq!(fields_of(&opened, 1), json!({"progress": 30, "status": "Working"}), "frozen");
    let queue = opened.store.queue().unwrap();
    assert_eq!((queue.len(), queue[1].needs.as_slice()), (2, [1].as_slice()));
}

#[test]
fn an_answer_keeps_what_was_changed_since() {
    let opened = opened();
    opened.put(vec![task(json!({}))]);
    change(&opened, json!({"progress": 20}));
    settle(&opened, 1, Settlement::Claimed);
    change(&opened, json!({"status": "Working"}));
    let answer = json!({"name": "T-1", "subject": "Count all", "status": "Open", "progress": 20.0});
    let arrival = Arrival { document: answer.to_string(), ..Arrival::default() };
    settle(&opened, 1, Settlement::Arrived(Box::new(arrival)));
    let now = shown(&opened);
    assert_eq!(now["subject"], "Count all");
    assert_eq!((&now["status"], &now["progress"]), (&json!("Working"), &json!(20.0)));
    assert!(opened.store.task("server:T-1").unwrap().unwrap().changed_here);
    arrive(&opened, 2, json!({"name": "T-1", "status": "Working", "progress": 20.0}));
    assert!(opened.store.changed_documents().unwrap().is_empty());
}

#[test]
fn a_pull_merges_what_the_office_changed_meanwhile() {
    let opened = opened();
    opened.put(vec![task(json!({}))]);
    change(&opened, json!({"progress": 60}));
    opened.put(vec![task(json!({"status": "Working", "modified": "2026-11-21 11:00:00"}))]);
    let now = shown(&opened);
    assert_eq!((&now["status"], &now["progress"]), (&json!("Working"), &json!(60)));
    assert!(opened.store.conflicts().unwrap().is_empty());
    assert!(opened.store.mirror("Task", "T-1").unwrap().unwrap().contains("Working"));
}

#[test]
fn a_true_conflict_waits_for_a_decision_and_the_reps_value_stands() {
    for decision in [Decision::Mine, Decision::Theirs] {
        let opened = opened();
        opened.put(vec![task(json!({}))]);
        change(&opened, json!({"subject": "Count it"}));
        opened.put(vec![task(json!({"subject": "Recount"}))]);
        opened.put(vec![task(json!({"subject": "Count all"}))]);
        let conflicts = opened.store.conflicts().unwrap();
        assert_eq!(conflicts.len(), 1);
        let found = (&conflicts[0].base, &conflicts[0].mine, &conflicts[0].theirs);
        assert_eq!(found, (&json!("Count"), &json!("Count it"), &json!("Count all")));
        assert_eq!(shown(&opened)["subject"], json!("Count it"));
        arrive(&opened, 1, json!({"name": "T-1", "subject": "Count all", "status": "Open"}));
        assert_eq!(opened.store.conflicts().unwrap().len(), 1, "not forgotten");
        opened
            .store
            .decide_conflict(TASK, "server:T-1", "subject", decision, noon())
            .wait()
            .unwrap();
        assert!(opened.store.conflicts().unwrap().is_empty());
        let waiting = opened.store.outbox(&[OutboxState::Waiting], 9).unwrap();
        match decision {
            Decision::Mine => {
                assert_eq!(waiting.len(), 1);
                assert_eq!(waiting[0].payload, json!({"subject": "Count it"}).to_string());
                assert_eq!(shown(&opened)["subject"], json!("Count it"));
            }
            Decision::Theirs => {
                assert!(waiting.is_empty());
                assert_eq!(shown(&opened)["subject"], json!("Count all"));
                assert!(opened.store.changed_documents().unwrap().is_empty());
            }
        }
    }
}

#[test]
fn a_step_back_made_while_the_first_is_sent_stands() {
    let opened = opened();
    opened.put(vec![task(json!({}))]);
    change(&opened, json!({"progress": 60}));
    settle(&opened, 1, Settlement::Claimed);
    change(&opened, json!({"progress": 20}));
    let answer = json!({"name": "T-1", "subject": "Count", "status": "Open", "progress": 60});
    let arrival = Arrival { document: answer.to_string(), ..Arrival::default() };
    settle(&opened, 1, Settlement::Arrived(Box::new(arrival)));
    assert_eq!(shown(&opened)["progress"], json!(20));
    assert!(opened.store.conflicts().unwrap().is_empty());
}

#[test]
fn of_two_reports_the_further_one_stands_and_none_is_lost() {
    let opened = opened();
    opened.put(vec![task(json!({}))]);
    change(&opened, json!({"progress": 60, "satchel_progress_log": "1 ana"}));
    opened.put(vec![task(json!({"progress": 80, "satchel_progress_log": "2 ben"}))]);
    let now = shown(&opened);
    assert_eq!(
        (&now["progress"], &now["satchel_progress_log"]),
        (&json!(80), &json!("1 ana\n2 ben"))
    );
    assert!(opened.store.conflicts().unwrap().is_empty());
    assert!(
        opened.store.task("server:T-1").unwrap().unwrap().changed_here,
        "the line is to be sent"
    );
    opened.store.withdraw_row(1, "not mine".into(), captured()).wait().unwrap();
    let now = shown(&opened);
    assert!(now["satchel_progress_log"].as_str().unwrap().contains("2 ben"));
}

#[test]
fn a_customer_changed_here_is_merged_too() {
    let opened = opened();
    let customer = |fields: Value| {
        let mut customer =
            json!({"name": "CUST-1", "customer_name": "Padaria", "territory": "North"});
        customer.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        document("Customer", customer)
    };
    opened.put(vec![customer(json!({}))]);
    let fields = json!({"mobile_no": "555"}).to_string();
    let changing = ChangingDoctype::Customer;
    opened.store.change_document(changing, "server:CUST-1", fields, noon()).wait().unwrap();
    opened.put(vec![customer(json!({"territory": "South", "customer_name": "A Padaria"}))]);
    let row = opened.store.customer(&customer_key("CUST-1")).unwrap().unwrap().row;
    assert_eq!(
        (row.mobile_no.as_str(), row.territory.as_str(), row.customer_name.as_str()),
        ("555", "South", "A Padaria")
    );
    assert_eq!(opened.store.queue().unwrap()[0].kind, OutboxKind::ChangeCustomer);
}

#[test]
fn work_made_here_takes_changes_along_until_it_is_sent_and_then_its_name() {
    let opened = opened();
    let uid = satchel_domain::ids::LocalId::from_parts(1_800_000_000_000, [4; 10]);
    let document = json!({"subject": "Call back", "status": "Open"}).to_string();
    let new = NewWork::Task { uid, document, at: noon() };
    let key = opened.store.create_work(new.clone()).wait().unwrap();
    assert_eq!(opened.store.create_work(new).wait().unwrap(), key, "twice is once");
    let change = |fields: Value| {
        opened.store.change_document(TASK, &key, fields.to_string(), noon()).wait().unwrap();
    };
    change(json!({"progress": 5}));
    assert_eq!(opened.store.queue().unwrap().len(), 1);
    assert_eq!(fields_of(&opened, 1)["progress"], json!(5));
    settle(&opened, 1, Settlement::Claimed);
    change(json!({"progress": 50}));
    let answer = json!({"name": "TASK-9", "subject": "Call back", "status": "Open", "progress": 5});
    let arrival =
        Arrival { name: "TASK-9".into(), document: answer.to_string(), ..Arrival::default() };
    settle(&opened, 1, Settlement::Arrived(Box::new(arrival)));
    let task = opened.store.task("server:TASK-9").unwrap().unwrap();
    assert_eq!((task.progress.to_string().as_str(), task.changed_here), ("50", true));
    let row = opened.store.outbox_row(2).unwrap().unwrap();
    assert_eq!(
        (row.subject.as_str(), row.payload.as_str()),
        ("server:TASK-9", "{\"progress\":50}")
    );
}

#[test]
fn a_change_taken_back_leaves_what_the_office_said() {
    let opened = opened();
    opened.put(vec![task(json!({}))]);
    change(&opened, json!({"progress": 20, "status": "Working"}));
    settle(&opened, 1, Settlement::Claimed);
    change(&opened, json!({"status": "Overdue"}));
    settle(&opened, 1, Settlement::Refused { words: "not yours".into() });
    opened.store.withdraw_row(1, "not mine".into(), captured()).wait().unwrap();
    let now = shown(&opened);
    assert_eq!((&now["progress"], &now["status"]), (&json!(10), &json!("Overdue")));
    assert!(opened.store.task("server:T-1").unwrap().unwrap().changed_here);
    opened.store.withdraw_row(2, "nor this".into(), captured()).wait().unwrap();
    assert_eq!(shown(&opened)["status"], "Open");
    assert!(!opened.store.task("server:T-1").unwrap().unwrap().changed_here);
}

#[test]
fn a_mended_change_takes_what_waits_behind_it_along() {
    let opened = opened();
    opened.put(vec![task(json!({}))]);
    change(&opened, json!({"status": "Completed", "progress": 100}));
    settle(&opened, 1, Settlement::Claimed);
    change(&opened, json!({"progress": 80, "priority": "High"}));
    assert!(opened.store.mend_row(1, "{}".into(), captured()).wait().is_err(), "it is being sent");
    settle(&opened, 1, Settlement::Refused { words: "T-0 is not completed".into() });

    let row = opened.store.row_to_mend(1).unwrap().unwrap();
    let mut payload: Value = serde_json::from_str(&row.payload).unwrap();
    assert_eq!(payload, json!({"status": "Completed", "progress": 80, "priority": "High"}));
    payload["status"] = json!("Working");
    opened.store.mend_row(1, payload.to_string(), captured()).wait().unwrap();

    let queue = opened.store.queue().unwrap();
    assert_eq!((queue.len(), queue[0].seq, queue[0].needs.len()), (1, 3, 0), "{queue:?}");
    assert_eq!(fields_of(&opened, 3), payload, "no uid of a document that is not made here");
    let shown = opened.store.task("server:T-1").unwrap().unwrap();
    assert_eq!((shown.status.as_str(), shown.progress), ("Working", 80.into()));
    assert!(shown.changed_here);

    change(&opened, json!({"progress": 90}));
    assert_eq!(fields_of(&opened, 3)["progress"], 90, "a change made now joins it");
    arrive(
        &opened,
        3,
        json!({"name": "T-1", "status": "Working", "progress": 90, "modified": "m2"}),
    );
    let shown = opened.store.task("server:T-1").unwrap().unwrap();
    assert!(!shown.changed_here && opened.store.queue().unwrap().is_empty());
}
