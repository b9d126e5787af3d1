//! Deleting Events.

use serde_json::{Value, json};

use crate::testing::*;
use crate::{ChangingDoctype, Deletion, NewWork, OutboxKind, OutboxState, Settlement, Step};

const KEY: &str = "server:EV1";

fn with_event() -> Opened {
    let opened = opened();
    opened.put(vec![document(
        "Event",
        json!({"name": "EV1", "subject": "Visit", "status": "Open", "owner": "rep@example.com",
               "creation": "2026-11-01 08:00:00", "modified": "2026-11-01 08:00:00",
               "starts_on": "2026-11-21 09:00:00", "ends_on": "2026-11-21 10:00:00"}),
    )]);
    opened
}

/// An event made on the phone; its key.
fn made_here(opened: &Opened) -> String {
    let document = json!({"subject": "Call", "starts_on": "2026-11-21 09:00:00"}).to_string();
    let uid = "0197c2a0-0000-7000-8000-000000000001".parse().unwrap();
    let new = NewWork::Event { uid, document, at: noon() };
    opened.store.create_work(new).wait().unwrap()
}

/// Claims the row that makes the event and gives its number.
fn claim_making(opened: &Opened) -> i64 {
    let making = opened.store.outbox(&[], 1).unwrap().remove(0).seq;
    settle(opened, making, Settlement::Claimed);
    making
}

fn change(opened: &Opened, fields: Value) {
    let (event, fields) = (ChangingDoctype::Event, fields.to_string());
    opened.store.change_document(event, KEY, fields, noon()).wait().unwrap();
}

fn delete(opened: &Opened, key: &str) -> Deletion {
    opened.store.delete_event(key, noon()).wait().unwrap()
}

fn shown(opened: &Opened) -> usize {
    opened.store.events_between(today(), today()).unwrap().len()
}

fn settle(opened: &Opened, seq: i64, settlement: Settlement) {
    let step = Step { seq, settlement, at: noon(), offset_minutes: 0 };
    opened.store.settle(step).wait().unwrap();
}

fn waiting(opened: &Opened) -> Vec<OutboxKind> {
    let rows = opened.store.outbox(&[OutboxState::Waiting], 10).unwrap();
    rows.into_iter().map(|row| row.kind).collect()
}

#[test]
fn a_deleted_event_is_out_of_sight_and_its_deletion_waits_once() {
    let opened = with_event();
    change(&opened, json!({"subject": "Moved"}));
    let Deletion::Waiting { seq } = delete(&opened, KEY) else { panic!() };
    assert!(opened.store.event(KEY).unwrap().is_none());
    assert_eq!((shown(&opened), waiting(&opened)), (0, vec![OutboxKind::DeleteEvent]));
    settle(&opened, seq, Settlement::Claimed);
    settle(&opened, seq, Settlement::Arrived(Box::default()));
    assert!(opened.store.event(KEY).unwrap().is_none());
    assert!(opened.store.changed_documents().unwrap().is_empty());
}

#[test]
fn a_deletion_that_is_taken_back_brings_the_event_and_its_changes_back() {
    let opened = with_event();
    change(&opened, json!({"subject": "Moved"}));
    let Deletion::Waiting { seq } = delete(&opened, KEY) else { panic!() };
    opened.store.withdraw_row(seq, String::new(), captured()).wait().unwrap();
    let event = opened.store.event(KEY).unwrap().unwrap();
    assert_eq!((event.subject.as_str(), event.changed_here), ("Moved", true));
    assert_eq!(waiting(&opened), [OutboxKind::ChangeEvent]);
}

#[test]
fn a_refused_deletion_leaves_the_event_in_sight() {
    let opened = with_event();
    let Deletion::Waiting { seq } = delete(&opened, KEY) else { panic!() };
    settle(&opened, seq, Settlement::Claimed);
    settle(&opened, seq, Settlement::Refused { words: "Not permitted".into() });
    assert_eq!(shown(&opened), 1);
    // Tried once more, it is the same row.
    assert_eq!(delete(&opened, KEY), Deletion::Waiting { seq });
    assert_eq!(shown(&opened), 0);
}

#[test]
fn an_event_that_never_left_is_gone_with_all_that_waited_of_it() {
    let opened = opened();
    let key = made_here(&opened);
    let Deletion::Gone { document } = delete(&opened, &key) else { panic!() };
    assert!(document.contains("Call"));
    assert_eq!((shown(&opened), waiting(&opened)), (0, vec![]));
}

#[test]
fn an_event_on_its_way_is_deleted_under_its_name() {
    let opened = opened();
    let key = made_here(&opened);
    let making = claim_making(&opened);
    let Deletion::Waiting { seq } = delete(&opened, &key) else { panic!() };
    let row = opened.store.outbox_row(seq).unwrap().unwrap();
    assert_eq!(row.needs, [making]);
    let arrival = crate::Arrival { name: "EV7".into(), ..crate::Arrival::default() };
    settle(&opened, making, Settlement::Arrived(Box::new(arrival)));
    assert_eq!(opened.store.outbox_row(seq).unwrap().unwrap().subject, "server:EV7");
    assert_eq!(shown(&opened), 0);
}

#[test]
fn an_event_is_still_known_by_the_key_it_had_before_the_office_named_it() {
    let opened = opened();
    let key = made_here(&opened);
    let making = claim_making(&opened);
    let arrival = crate::Arrival { name: "EV7".into(), ..crate::Arrival::default() };
    settle(&opened, making, Settlement::Arrived(Box::new(arrival)));
    assert_eq!(opened.store.event(&key).unwrap().unwrap().key, "server:EV7");
    let (event, fields) = (ChangingDoctype::Event, json!({"subject": "Call back"}).to_string());
    opened.store.change_document(event, &key, fields, noon()).wait().unwrap();
    let changed = opened.store.event("server:EV7").unwrap().unwrap();
    assert_eq!((changed.subject.as_str(), changed.changed_here), ("Call back", true));
    let Deletion::Waiting { seq } = delete(&opened, &key) else { panic!() };
    assert_eq!(opened.store.outbox_row(seq).unwrap().unwrap().subject, "server:EV7");
    assert!(opened.store.event(&key).unwrap().is_none());
}

#[test]
fn of_an_event_the_offices_value_stands_and_the_reps_is_offered() {
    let opened = with_event();
    change(&opened, json!({"subject": "Mine", "description": "Bring cards"}));
    opened.put(vec![document(
        "Event",
        json!({"name": "EV1", "subject": "Theirs", "status": "Open", "owner": "rep@example.com",
               "creation": "2026-11-01 08:00:00", "modified": "2026-11-02 08:00:00",
               "starts_on": "2026-11-21 11:00:00", "ends_on": "2026-11-21 12:00:00"}),
    )]);
    let event = opened.store.event(KEY).unwrap().unwrap();
    assert_eq!(event.subject, "Theirs");
    assert_eq!(event.starts_on, today().and_hms_opt(11, 0, 0), "what only they changed is theirs");
    assert!(event.document.contains("Bring cards"), "what only the rep changed is the rep's");
    let open = opened.store.conflicts().unwrap();
    assert_eq!((open.len(), &open[0].mine), (1, &json!("Mine")));
    let (event, mine) = (ChangingDoctype::Event, crate::Decision::Mine);
    opened.store.decide_conflict(event, KEY, "subject", mine, noon()).wait().unwrap();
    assert_eq!(opened.store.event(KEY).unwrap().unwrap().subject, "Mine");
}
