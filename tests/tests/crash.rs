//! Kills a phone that takes orders, at random moments, and looks at what is left.
//!
//! What a screen had said before the kill must be there: every order that was "placed", once, with
//! its outbox row; every edit that was shown, in its draft or in the order it became. Receipt numbers
//! have no gap and no double over all the lives of the phone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use satchel_app::Session;
use satchel_domain::orders::OrderState;
use satchel_store::{OrderQuery, OutboxKind, OutboxState};
use satchel_tests::phone::{PIN, phone};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How often each of two phones is killed.
const KILLS: u64 = 100;

#[derive(Default)]
struct Said {
    placed: BTreeMap<String, String>,
    drafts: HashMap<String, String>,
}

#[test]
fn nothing_a_screen_said_is_lost_however_often_the_phone_dies() {
    die_often(0);
}

/// At other moments, and beside the first: each waits for the disk most of the time.
#[test]
fn nor_on_a_second_phone() {
    die_often(KILLS);
}

/// Kills a phone of its own, at moments that follow from the numbers from `first` on.
fn die_often(first: u64) {
    let folder = tempfile::tempdir().unwrap();
    let session = phone(folder.path()).unwrap().create_demo(PIN, "en").unwrap();
    drop(session);

    let mut said = Said::default();
    for kill in first..first + KILLS {
        live_and_die(folder.path(), kill, &mut said);
        // Looking after every life would hide damage that only the next start repairs.
        if kill % 20 == 19 {
            look(folder.path(), &said);
        }
    }
    let orders = look(folder.path(), &said);
    assert!(orders > KILLS as usize / 2, "only {orders} orders in {KILLS} lives");
}

/// One life: starts, reads what it says, kills it a random while after the first words.
fn live_and_die(folder: &Path, kill: u64, said: &mut Said) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crash-writer"))
        .arg(folder)
        .arg(kill.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.next();
    if first.is_none() {
        let mut why = String::new();
        std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut why).unwrap();
        panic!("life {kill} ended before it began: {why}");
    }
    // From a moment after the first words to well into several orders: by what was said, so that a slow
    // machine dies as often in the middle of one as a fast machine.
    let wanted = usize::try_from(kill.wrapping_mul(7_919) % 16).unwrap();
    let mut heard: Vec<String> = lines.by_ref().take(wanted).map_while(Result::ok).collect();
    let wait = Duration::from_micros((kill.wrapping_mul(104_729) % 101) * 200);
    let reader = std::thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>());
    std::thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    heard.extend(reader.join().unwrap());
    for line in heard {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["placed", uid, number] => {
                said.drafts.remove(uid);
                said.placed.insert(uid.to_owned(), number.to_owned());
            }
            ["draft", uid, qty] => {
                said.drafts.insert(uid.to_owned(), qty.to_owned());
            }
            // The kill may cut the last line.
            _ => {}
        }
    }
}

/// Opens what is left and compares it with what was said; gives the number of orders.
fn look(folder: &Path, said: &Said) -> usize {
    let satchel = phone(folder).unwrap();
    let profile = satchel.profiles().unwrap().remove(0);
    let session = satchel.unlock(&profile.id, PIN).unwrap();
    let placed = placed(&session);
    for (uid, number) in &said.placed {
        assert_eq!(placed.get(uid), Some(number), "an order that was said to be placed");
    }
    check_numbers(&placed);
    check_outbox(&session, &placed);
    check_drafts(&session, said, &placed);
    placed.len()
}

fn placed(session: &Session) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut query = OrderQuery { limit: 500, ..OrderQuery::default() };
    loop {
        let page = session.store().orders(&query).unwrap();
        for row in page.rows {
            assert_eq!(row.state, OrderState::Waiting);
            let double = all.insert(row.uid.to_string(), row.receipt_number.to_string());
            assert!(double.is_none(), "an order is listed twice");
        }
        match page.next {
            Some(next) => query.after = Some(next),
            None => return all,
        }
    }
}

/// VAN3-00001, VAN3-00002, …: none missing, none twice.
fn check_numbers(placed: &BTreeMap<String, String>) {
    let numbers: BTreeSet<u32> =
        placed.values().map(|text| text.rsplit('-').next().unwrap().parse().unwrap()).collect();
    assert_eq!(numbers.len(), placed.len(), "a receipt number was given twice");
    if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
        assert_eq!((last - first + 1) as usize, numbers.len(), "a gap in the receipt numbers");
    }
}

/// One outbox row an order, with its uid and number in the frozen payload.
fn check_outbox(session: &Session, placed: &BTreeMap<String, String>) {
    let rows = session.store().outbox(&OutboxState::ALL, 100_000).unwrap();
    let mut seen = BTreeSet::new();
    for row in rows.into_iter().filter(|row| row.kind == OutboxKind::SalesOrder) {
        let payload: serde_json::Value = serde_json::from_str(&row.payload).unwrap();
        let number = placed.get(&row.uid).expect("an outbox row without its order");
        assert_eq!(payload["satchel_uid"], row.uid.as_str());
        assert_eq!(payload["satchel_receipt_no"], number.as_str());
        assert!(seen.insert(row.uid), "an order stands in the outbox twice");
    }
    assert_eq!(seen.len(), placed.len(), "an order without its outbox row");
}

/// A draft that was shown is there as shown or newer, or became an order.
fn check_drafts(session: &Session, said: &Said, placed: &BTreeMap<String, String>) {
    for (uid, qty) in &said.drafts {
        if placed.contains_key(uid) {
            continue;
        }
        let Ok(order) = session.order(uid) else {
            // Discarded as unplaceable; the trash keeps it.
            let trashed = session.store().trashed_drafts().unwrap();
            assert!(trashed.iter().any(|draft| draft.uid.to_string() == *uid), "a draft is lost");
            continue;
        };
        let total: rust_decimal::Decimal =
            order.lines.iter().filter(|line| line.line.is_some()).map(|line| line.qty).sum();
        let shown: rust_decimal::Decimal = qty.parse().unwrap();
        assert!(total >= shown, "a draft went back from {shown} to {total}");
    }
}
