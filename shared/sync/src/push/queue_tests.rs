use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{DeviceCode, OrderUid};
use satchel_store::{Arrival, OrderToPlace, OrderTotals, QueueRow, Settlement, Step, StoreError};
use tempfile::TempDir;

use super::*;
use crate::push::plan::Next;

fn opened() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with_key(&folder.path().join("satchel.db"), [7; 32]).unwrap();
    store.use_device_code(&DeviceCode::new("VAN3").unwrap()).wait().unwrap();
    (store, folder)
}

fn captured() -> CapturedAt {
    CapturedAt {
        utc: DateTime::UNIX_EPOCH,
        offset_minutes: 0,
        monotonic_ms: 0,
        boot_id: "boot".into(),
        position: None,
        later: None,
        no_position: String::new(),
        server: None,
    }
}

fn place(store: &Store, n: u8, signed: bool) {
    let order = OrderToPlace {
        uid: OrderUid::from_parts(1_800_000_000_000, [n; 10]),
        customer: "server:Customer 001".parse().unwrap(),
        customer_name: "Customer 001".into(),
        company: "Acme Trading".into(),
        transaction_date: NaiveDate::default(),
        delivery_date: None,
        totals: OrderTotals {
            currency: "USD".into(),
            net_total: "0".into(),
            total_taxes_and_charges: "0".into(),
            grand_total: "0".into(),
            rounded_total: "0".into(),
        },
        provisional: false,
        lines: Vec::new(),
        note: String::new(),
        entry: "{}".into(),
        priced: "{}".into(),
        payload: "{}".into(),
        captured: captured(),
        signature: if signed { vec![1] } else { Vec::new() },
        copied_from: None,
        replaces: Vec::new(),
    };
    store.place(order).wait().unwrap();
}

fn settle(store: &Store, seq: i64, settlement: Settlement) -> Result<(), StoreError> {
    let step = Step { seq, settlement, at: DateTime::UNIX_EPOCH, offset_minutes: 0 };
    store.settle(step).wait()
}

/// What a round may write of a row.
fn settlement() -> impl Strategy<Value = Settlement> {
    let later = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::hours(1);
    let arrival = |submit| Arrival { name: "SO-1".into(), submit, ..Arrival::default() };
    prop_oneof![
        4 => Just(Settlement::Claimed),
        4 => any::<bool>().prop_map(move |submit| Settlement::Arrived(Box::new(arrival(submit)))),
        1 => Just(Settlement::NotSent),
        1 => Just(Settlement::InDoubt),
        1 => Just(Settlement::NeverArrived { next_attempt: later }),
        1 => Just(Settlement::StillInDoubt { next_attempt: later }),
        1 => Just(Settlement::Later { next_attempt: later, words: String::new() }),
        1 => Just(Settlement::Refused { words: "no".into() }),
    ]
}

#[derive(Debug, Clone)]
enum Happens {
    /// The round settles one of the rows.
    Settled(usize, Settlement),
    /// The rep places an order, signed or not.
    Placed(bool),
    /// The rep takes one back, or sends it again.
    TakenBack(usize),
    SentAgain(usize),
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        8 => (0usize..6, settlement()).prop_map(|(at, step)| Happens::Settled(at, step)),
        2 => any::<bool>().prop_map(Happens::Placed),
        1 => (0usize..6).prop_map(Happens::TakenBack),
        1 => (0usize..6).prop_map(Happens::SentAgain),
    ]
}

#[test]
fn what_a_round_writes_itself_is_not_read_again() {
    let (store, _folder) = opened();
    (1..=3).for_each(|n| place(&store, n, false));
    // What orders promise from stock is written after the answer; this one is written after that.
    store.set_sync_state("later", "{}".into()).wait().unwrap();
    let mut queue = Queue::new(&store);
    assert_eq!(queue.plan().unwrap().next(0), Some(Next::Send(1)));
    settle(&store, 1, Settlement::Claimed).unwrap();
    queue.settled(1).unwrap();
    assert_eq!(queue.seen, Some(*store.revision().borrow()), "one settlement is one commit");
    place(&store, 4, false);
    assert_ne!(queue.seen, Some(*store.revision().borrow()), "and what others write is seen");
    assert_eq!(queue.plan().unwrap().last(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    /// Row by row, whatever the round and the rep write, the queue is what the store has.
    #[test]
    fn the_queue_is_the_stores(story in prop::collection::vec(happens(), 1..40)) {
        let (store, _folder) = opened();
        (1..=2).for_each(|n| place(&store, n, n == 1));
        let mut orders = 2;
        let mut queue = Queue::new(&store);
        for happens in story {
            let open: Vec<QueueRow> = store.queue().unwrap();
            prop_assert_eq!(queue.plan().unwrap().rows(), open.clone());
            let at = |place: usize| open.get(place).map(|row| row.seq);
            match happens {
                Happens::Settled(place, step) => {
                    if let Some(seq) = at(place)
                        && settle(&store, seq, step).is_ok()
                    {
                        queue.settled(seq).unwrap();
                    }
                }
                Happens::Placed(signed) => {
                    orders += 1;
                    place(&store, orders, signed);
                }
                Happens::TakenBack(place) => {
                    let taken = at(place).map(|seq| store.withdraw_row(seq, "no".into(), captured()));
                    let _ = taken.map(|reply| reply.wait());
                }
                Happens::SentAgain(place) => {
                    let again = at(place).map(|seq| store.send_again(seq, captured()));
                    let _ = again.map(|reply| reply.wait());
                }
            }
        }
        prop_assert_eq!(queue.plan().unwrap().rows(), store.queue().unwrap());
    }
}
