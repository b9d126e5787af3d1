//! The chain over restarts, over a lost database, and what is seen of a row that was changed.

use proptest::prelude::*;
use satchel_domain::capture::{CapturedPosition, LaterPosition};
use satchel_domain::ids::DeviceCode;
use satchel_domain::visits::{better_fields, check_chain};
use serde_json::{Value, json};

use super::*;
use crate::file::salvage::open_or_salvage;
use crate::testing::{Opened, captured, customer_key, key, noon, opened, uid};
use crate::{CapturedDocument, CheckIn, CheckOut, Settlement, Step};

fn arrive(opened: &Opened, n: u8) {
    let visit = CheckIn {
        uid: uid(n),
        customer: Some(customer_key("CUST-1")),
        customer_name: "Padaria".into(),
        event: "server:EV-1".into(),
        captured: captured(),
        note: String::new(),
        site_time: "2026-11-21 12:00:00".into(),
        distance_m: Some(31),
        payload: json!({"doctype": "Field Visit", "customer": "CUST-1"}).to_string(),
        link: None,
    };
    opened.store.check_in(visit).wait().unwrap();
}

fn leave(opened: &Opened, n: u8) {
    let visit = CheckOut {
        visit: uid(n),
        uid: uid(n + 100),
        captured: captured(),
        note: "sold".into(),
        site_time: "2026-11-21 12:30:00".into(),
        distance_m: None,
        payload: "{}".into(),
        link: None,
    };
    opened.store.check_out(visit).wait().unwrap();
}

fn day(visits: std::ops::RangeInclusive<u8>) -> Opened {
    let opened = opened();
    for n in visits {
        arrive(&opened, n);
        leave(&opened, n);
    }
    opened
}

fn payload(store: &Store, n: u8) -> Value {
    let row = store.outbox_row_of(&uid(n).to_string()).unwrap().unwrap();
    serde_json::from_str(&row.payload).unwrap()
}

fn numbers(store: &Store) -> Vec<u64> {
    let links = store.visit_links().unwrap();
    let checked = check_chain(&links);
    assert!(checked.iter().all(|(_, broken)| broken.is_none()), "{checked:?}");
    checked.into_iter().map(|(evidence, _)| evidence.unwrap().number).collect()
}

fn broken(store: &Store, n: u8) -> Option<Break> {
    store.sealed_visit(uid(n)).unwrap().broken
}

#[test]
fn each_end_follows_the_one_before_and_goes_with_the_document() {
    let opened = day(1..=2);
    let opened = opened.reopen();
    arrive(&opened, 3);
    assert_eq!(numbers(&opened.store), [1, 2, 3, 4, 5]);
    let (first, second) = (payload(&opened.store, 1), payload(&opened.store, 101));
    assert_eq!(first["check_in"], "2026-11-21 12:00:00");
    assert_eq!((&first["device"], &first["event"]), (&"VAN3".into(), &"EV-1".into()));
    assert_eq!((&first["distance_m"], &first["check_in_offset_min"]), (&31.into(), &60.into()));
    assert_eq!(second["check_out_previous_hash"], first["check_in_hash"]);
    assert_eq!(second["notes"], "sold");
    assert_eq!(payload(&opened.store, 2)["check_in_previous_hash"], second["check_out_hash"]);
    assert_eq!((broken(&opened.store, 1), broken(&opened.store, 3)), (None, None));
}

#[test]
fn saving_twice_makes_no_second_link() {
    let opened = day(1..=1);
    arrive(&opened, 1);
    leave(&opened, 1);
    assert_eq!(numbers(&opened.store), [1, 2]);
}

#[test]
fn another_device_code_has_a_chain_of_its_own() {
    let opened = day(1..=1);
    opened.store.use_device_code(&DeviceCode::new("VAN9").unwrap()).wait().unwrap();
    arrive(&opened, 2);
    opened.store.use_device_code(&DeviceCode::new("VAN3").unwrap()).wait().unwrap();
    leave(&opened, 2);
    let links = opened.store.visit_links().unwrap();
    let told: Vec<_> = links.iter().map(|link| link.read().unwrap()).collect();
    let places: Vec<_> = told.iter().map(|one| (one.device.as_str(), one.number)).collect();
    assert_eq!(places, [("VAN3", 1), ("VAN3", 2), ("VAN3", 3), ("VAN9", 1)]);
    assert_eq!(broken(&opened.store, 2), None);
}

#[test]
fn a_better_position_is_sealed_when_the_rep_leaves() {
    let opened = opened();
    arrive(&opened, 1);
    let position = CapturedPosition { accuracy_m: 7, ..CapturedPosition::default() };
    let later = LaterPosition { position, after_s: 9 };
    let document = CapturedDocument::Visit(uid(1));
    opened.store.better_position(document, later, better_fields(later)).wait().unwrap();
    assert_eq!(payload(&opened.store, 1)["better_after_s"], 9);
    assert_eq!(broken(&opened.store, 1), None);
    leave(&opened, 1);
    assert_eq!(payload(&opened.store, 101)["accuracy_m"], 7);
    assert_eq!(broken(&opened.store, 1), None);
}

#[test]
fn the_chain_goes_on_after_the_database_was_lost() {
    let opened = day(1..=2);
    let row = opened.store.outbox_row_of(&uid(1).to_string()).unwrap().unwrap();
    let arrived = satchel_arrival("FV-1");
    for settlement in [Settlement::Claimed, arrived] {
        let step = Step { seq: row.seq, settlement, at: noon(), offset_minutes: 0 };
        opened.store.settle(step).wait().unwrap();
    }
    let before = opened.store.visit_links().unwrap();
    let path = opened.path();
    let Opened { store, dir } = opened;
    drop(store);
    std::fs::remove_file(&path).unwrap();
    let (store, _) = open_or_salvage(&path, &key(), noon()).unwrap();
    assert_eq!(store.visit_links().unwrap(), before, "of what was sent as well");
    let opened = Opened { store, dir };
    arrive(&opened, 3);
    assert_eq!(numbers(&opened.store), [1, 2, 3, 4, 5]);
}

#[test]
fn a_visit_that_goes_on_and_its_note_outlive_the_database() {
    let mut opened = day(1..=1);
    arrive(&opened, 2);
    let row = opened.store.outbox_row_of(&uid(2).to_string()).unwrap().unwrap();
    for settlement in [Settlement::Claimed, satchel_arrival("FV-2")] {
        let step = Step { seq: row.seq, settlement, at: noon(), offset_minutes: 0 };
        opened.store.settle(step).wait().unwrap();
    }
    for note in ["Asked", "Asked for cups"] {
        assert!(opened.store.note_visit(uid(2), note.into()).wait().unwrap());
    }
    assert!(!opened.store.note_visit(uid(1), "too late".into()).wait().unwrap());
    // Once as it stands, once after the journal was written anew or grew by an opening.
    for _ in 0..2 {
        let path = opened.path();
        let Opened { store, dir } = opened;
        drop(store);
        std::fs::remove_file(&path).unwrap();
        let (store, _) = open_or_salvage(&path, &key(), noon()).unwrap();
        let visit = store.open_visit().unwrap().unwrap();
        assert_eq!((visit.uid, visit.note.as_str()), (uid(2), "Asked for cups"));
        let ended = store.visit(uid(1)).unwrap().unwrap();
        assert!(ended.check_out.is_some(), "what has ended does not go on");
        opened = Opened { store, dir }.reopen();
    }
    leave(&opened, 2);
    assert_eq!(opened.store.open_visit().unwrap(), None);
}

#[test]
fn a_note_the_journal_has_not_is_added_when_the_store_opens() {
    let opened = day(1..=1);
    arrive(&opened, 2);
    opened.store.note_visit(uid(2), "Asked for cups".into()).wait().unwrap();
    let path = opened.path();
    let Opened { store, dir } = opened;
    drop(store);
    std::fs::remove_file(crate::file::journal::path_for(&path)).unwrap();
    let (store, _) = open_or_salvage(&path, &key(), noon()).unwrap();
    drop(store);
    std::fs::remove_file(&path).unwrap();
    let (store, _) = open_or_salvage(&path, &key(), noon()).unwrap();
    let opened = Opened { store, dir };
    assert_eq!(opened.store.open_visit().unwrap().unwrap().note, "Asked for cups");
}

fn satchel_arrival(name: &str) -> Settlement {
    Settlement::Arrived(Box::new(crate::Arrival { name: name.into(), ..Default::default() }))
}

#[test]
fn the_last_link_outlives_the_frames_of_what_was_sent() {
    let opened = day(1..=3);
    opened
        .store
        .write(|transaction| {
            transaction.execute("UPDATE outbox SET state = 'done'", [])?;
            Ok(())
        })
        .wait()
        .unwrap();
    // Nothing waits: the journal is written anew, with the counters and the last link.
    let opened = opened.reopen().reopen();
    opened.store.set_setting("x", &1).wait().unwrap();
    let path = opened.path();
    let Opened { store, dir } = opened;
    drop(store);
    std::fs::remove_file(&path).unwrap();
    let (store, _) = open_or_salvage(&path, &key(), noon()).unwrap();
    let opened = Opened { store, dir };
    arrive(&opened, 4);
    assert_eq!(*numbers(&opened.store).last().unwrap(), 7);
}

#[test]
fn a_row_that_was_changed_is_seen() {
    let changes = [
        "UPDATE visit SET note = 'sold more'",
        "UPDATE visit SET customer = 'server:CUST-2'",
        "UPDATE visit SET check_in = replace(check_in, '12:00:00', '11:00:00')",
        "UPDATE visit SET check_out = replace(check_out, '12:00:00', '12:20:00')",
        "UPDATE visit_link SET evidence = replace(evidence, ':31', ':3')",
        "UPDATE visit_link SET hash = upper(hash)",
        "DELETE FROM visit",
    ];
    for change in changes {
        let opened = day(1..=1);
        let sql = change.to_owned();
        let changed = opened.store.write(move |transaction| Ok(transaction.execute(&sql, [])?));
        assert!(changed.wait().unwrap() > 0, "{change}");
        assert_eq!(broken(&opened.store, 1), Some(Break::Changed), "{change}");
    }
    let opened = day(1..=2);
    opened
        .store
        .write(
            |transaction| Ok(transaction.execute("DELETE FROM visit_link WHERE number = 2", [])?),
        )
        .wait()
        .unwrap();
    assert_eq!(broken(&opened.store, 2), Some(Break::Missing));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_other_byte_of_a_link_is_seen(number in 1..=4_i64, at: prop::sample::Index, by in 1..=25_u8) {
        let opened = day(1..=2);
        let changed = opened.store.write(move |transaction| {
            let sql = "SELECT evidence FROM visit_link WHERE number = ?1";
            let text: String = transaction.query_row(sql, [number], |row| row.get(0))?;
            let mut bytes = text.into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = b' ' + (bytes[at] - b' ' + by) % 95;
            let text = String::from_utf8(bytes).unwrap();
            let sql = "UPDATE visit_link SET evidence = ?2 WHERE number = ?1";
            Ok(transaction.execute(sql, params![number, text])?)
        });
        prop_assert_eq!(changed.wait().unwrap(), 1);
        let visit = if number <= 2 { 1 } else { 2 };
        prop_assert!(broken(&opened.store, visit).is_some());
    }
}
