use std::collections::BTreeSet;

use proptest::prelude::*;
use satchel_store::OutboxKind;

use super::*;

const NOW: i64 = 1_795_262_400_000;

fn row(seq: i64, state: OutboxState, needs: &[i64]) -> QueueRow {
    QueueRow {
        seq,
        kind: OutboxKind::SalesOrder,
        state,
        attempts: 0,
        next_attempt_ms: 0,
        needs: needs.to_vec(),
    }
}

fn after(queue: &[QueueRow]) -> Option<Next> {
    next(queue, &Touched::new(), NOW)
}

#[test]
fn what_is_in_doubt_comes_before_anything_is_sent() {
    let queue = [row(1, OutboxState::Waiting, &[]), row(2, OutboxState::Unknown, &[])];
    assert_eq!(after(&queue), Some(Next::LookUp(2)));
    let queue = [row(1, OutboxState::Waiting, &[]), row(2, OutboxState::Waiting, &[])];
    assert_eq!(after(&queue), Some(Next::Send(1)));
}

#[test]
fn a_parked_row_stops_those_that_need_it_and_nobody_else() {
    let queue = [
        row(1, OutboxState::Parked, &[]),
        row(2, OutboxState::Waiting, &[1]),
        row(3, OutboxState::Waiting, &[]),
    ];
    assert_eq!(after(&queue), Some(Next::Send(3)));
    assert_eq!(after(&queue[..2]), None);
}

#[test]
fn a_row_waits_for_its_moment_unless_the_clock_was_set_back() {
    let later =
        |wait| QueueRow { next_attempt_ms: NOW + wait, ..row(1, OutboxState::Waiting, &[]) };
    assert_eq!(after(&[later(1)]), None);
    assert_eq!(next_moment(&[later(1)], &Touched::new(), NOW), Some(NOW + 1));
    assert_eq!(after(&[later(0)]), Some(Next::Send(1)));
    assert_eq!(after(&[later(30 * 86_400_000)]), Some(Next::Send(1)), "a month is no wait of ours");
}

#[test]
fn one_round_does_not_try_for_ever() {
    let queue = [row(1, OutboxState::Unknown, &[])];
    let mut touched = Touched::new();
    let mut rounds = 0;
    while next(&queue, &touched, NOW).is_some() {
        *touched.entry(1).or_default() += 1;
        rounds += 1;
    }
    assert_eq!(rounds, 3);
    let again = next_moment(&queue, &touched, NOW);
    assert!(again.is_some_and(|at| at > NOW), "and still comes back to it by itself: {again:?}");
}

fn queue() -> impl Strategy<Value = Vec<QueueRow>> {
    let states = prop::sample::select(OutboxState::OPEN.to_vec());
    let needs = prop::collection::btree_set(0usize..12, 0..3);
    let wait = prop_oneof![Just(0i64), 1..1_000_000i64, Just(-5)];
    prop::collection::vec((states, needs, wait), 0..12).prop_map(|rows| {
        let parts = rows.into_iter().enumerate();
        parts
            .map(|(seq, (state, needs, wait))| QueueRow {
                needs: needs.into_iter().filter(|n| *n < seq).map(|n| n as i64).collect(),
                next_attempt_ms: NOW + wait,
                ..row(seq as i64, state, &[])
            })
            .collect()
    })
}

proptest! {
    /// Whatever a round leaves behind that may be sent without a person has a moment to go on at.
    #[test]
    fn nothing_is_left_without_a_moment(queue in queue(), stuck in prop::collection::vec(any::<bool>(), 12)) {
        let touches = |(row, stuck): (&QueueRow, &bool)| stuck.then_some((row.seq, 3));
        let touched: Touched = queue.iter().zip(&stuck).filter_map(touches).collect();
        let free = |row: &&QueueRow| match row.state {
            OutboxState::Waiting => row.needs.is_empty(),
            state => matches!(state, OutboxState::Unknown | OutboxState::Handed),
        };
        if next(&queue, &touched, NOW).is_none() && queue.iter().any(|row| free(&row)) {
            let at = next_moment(&queue, &touched, NOW);
            prop_assert!(at.is_some_and(|at| at > NOW), "{:?}", at);
        }
    }

    /// Carrying the plan out, with every attempt going well, sends each row after all it needs, each
    /// once, and leaves only what a person or a moment must free.
    #[test]
    fn the_plan_empties_the_queue_in_order(queue in queue()) {
        let mut left = queue.clone();
        let mut done = BTreeSet::new();
        let mut touched = Touched::new();
        while let Some(step) = next(&left, &touched, NOW) {
            let (Next::LookUp(seq) | Next::Send(seq)) = step;
            *touched.entry(seq).or_default() += 1;
            let row = left.iter().find(|row| row.seq == seq).unwrap().clone();
            if matches!(step, Next::Send(_)) {
                prop_assert_eq!(row.state, OutboxState::Waiting);
                prop_assert!(row.needs.is_empty());
            }
            prop_assert!(done.insert(seq), "each once");
            left.retain(|row| row.seq != seq);
            left.iter_mut().for_each(|row| row.needs.retain(|need| *need != seq));
        }
        for row in &left {
            let held = row.state == OutboxState::Parked
                || row.state == OutboxState::Sending
                || row.next_attempt_ms > NOW
                || !row.needs.is_empty();
            prop_assert!(held, "{:?} was left for nothing", row);
        }
    }
}
