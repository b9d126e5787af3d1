//! Several threads at once.

use std::collections::BTreeSet;
use std::thread;

use crate::testing::*;
use crate::{Draft, OrderQuery, OrderToPlace};

#[test]
fn threads_that_place_at_once_get_every_number_once() {
    let opened = opened();
    let numbers: BTreeSet<u32> = thread::scope(|scope| {
        let threads: Vec<_> = (0..6u8)
            .map(|t| {
                let store = opened.store.clone();
                scope.spawn(move || {
                    (0..20u8)
                        .map(|n| {
                            let n = t * 20 + n;
                            store.save_draft(draft(n)).wait().unwrap();
                            store.place(order(n)).wait().unwrap().number()
                        })
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        let reader = opened.store.clone();
        let reading = scope.spawn(move || {
            let mut last = 0;
            while last < 120 {
                let query = OrderQuery { limit: 500, ..OrderQuery::default() };
                let seen = reader.orders(&query).unwrap().rows.len();
                assert!(seen >= last, "a commit is never unseen again");
                last = seen;
            }
        });
        let numbers = threads.into_iter().flat_map(|t| t.join().unwrap()).collect();
        reading.join().unwrap();
        numbers
    });
    assert_eq!(numbers, (1..=120).collect());
    assert_eq!(opened.store.outbox(&[], 500).unwrap().len(), 120);
    assert!(opened.store.drafts().unwrap().is_empty());
}

#[test]
fn more_readers_than_connections_wait_their_turn() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                for _ in 0..50 {
                    assert!(opened.store.order(uid(1)).unwrap().is_some());
                }
            });
        }
    });
}

#[test]
fn the_revision_tells_of_every_commit_and_of_nothing_else() {
    let opened = opened();
    let revision = opened.store.revision();
    let before = *revision.borrow();
    opened.store.save_draft(draft(1)).wait().unwrap();
    assert_eq!(*revision.borrow(), before + 1);
    opened.store.save_draft(Draft { entry: "{".into(), ..draft(1) }).wait().unwrap_err();
    opened.store.place(OrderToPlace { payload: "7".into(), ..order(1) }).wait().unwrap_err();
    opened.store.drafts().unwrap();
    assert_eq!(*revision.borrow(), before + 1);
}

#[test]
fn closing_finishes_what_was_asked_for() {
    let opened = opened();
    let replies: Vec<_> = (0..50u8).map(|n| opened.store.place(order(n))).collect();
    let opened = opened.reopen();
    for reply in replies {
        reply.wait().unwrap();
    }
    let query = OrderQuery { limit: 500, ..OrderQuery::default() };
    assert_eq!(opened.store.orders(&query).unwrap().rows.len(), 50);
}
