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
    Plan::of(queue.to_vec()).next(NOW)
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
    assert_eq!(Plan::of(vec![later(1)]).next_moment(NOW), Some(NOW + 1));
    assert_eq!(after(&[later(0)]), Some(Next::Send(1)));
    assert_eq!(after(&[later(30 * 86_400_000)]), Some(Next::Send(1)), "a month is no wait of ours");
}

#[test]
fn one_round_does_not_try_for_ever() {
    let mut plan = Plan::of(vec![row(1, OutboxState::Unknown, &[])]);
    let mut rounds = 0;
    while plan.next(NOW).is_some() {
        plan.touch(1);
        rounds += 1;
    }
    assert_eq!(rounds, 3);
    let again = plan.next_moment(NOW);
    assert!(again.is_some_and(|at| at > NOW), "and still comes back to it by itself: {again:?}");
    assert_eq!(plan.renewed(vec![row(1, OutboxState::Unknown, &[])]).next(NOW), None);
}

fn queue() -> impl Strategy<Value = Vec<QueueRow>> {
    let states = prop::sample::select(OutboxState::OPEN.to_vec());
    let needs = prop::collection::btree_set(0usize..12, 0..3);
    prop::collection::vec((states, needs, wait()), 0..12).prop_map(|rows| {
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

fn wait() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0i64), 1..1_000_000i64, Just(-5), Just(30 * 86_400_000i64)]
}

/// What happens to the queue between two questions.
#[derive(Debug, Clone)]
enum Happens {
    /// The step is carried out and the row arrives.
    Arrives,
    /// The row is still open, like this.
    Becomes(OutboxState, i64),
    /// A row is written that needs some of the others.
    Written(Vec<usize>),
    /// The clock is set.
    Clock(i64),
    /// Somebody changed something, and all is read again.
    ReadAgain,
}

fn happens() -> impl Strategy<Value = Happens> {
    let state = prop::sample::select(OutboxState::OPEN.to_vec());
    prop_oneof![
        4 => Just(Happens::Arrives),
        3 => (state, wait()).prop_map(|(state, wait)| Happens::Becomes(state, wait)),
        2 => prop::collection::vec(0usize..12, 0..3).prop_map(Happens::Written),
        2 => (-40 * 86_400_000i64..40 * 86_400_000).prop_map(Happens::Clock),
        1 => (-2_000_000i64..2_000_000).prop_map(Happens::Clock),
        1 => Just(Happens::ReadAgain),
    ]
}

/// The plan as it is meant, one look at every row a step: what [`Plan`] must say faster.
#[derive(Default)]
struct Meant {
    queue: Vec<QueueRow>,
    touched: BTreeMap<i64, u8>,
}

impl Meant {
    fn next(&self, now_ms: i64) -> Option<Next> {
        let ready = |row: &&QueueRow| {
            is_due(row, now_ms) && self.touched.get(&row.seq).is_none_or(|touches| *touches < 3)
        };
        let in_doubt =
            |row: &&QueueRow| matches!(row.state, OutboxState::Unknown | OutboxState::Handed);
        let to_send = |row: &&QueueRow| row.state == OutboxState::Waiting && row.needs.is_empty();
        let ready = || self.queue.iter().filter(ready);
        let look_up = ready().find(in_doubt).map(|row| Next::LookUp(row.seq));
        look_up.or_else(|| ready().find(to_send).map(|row| Next::Send(row.seq)))
    }

    fn next_moment(&self, now_ms: i64) -> Option<i64> {
        let rows = self.queue.iter().filter(|row| row.state != OutboxState::Parked);
        let moments = rows.filter_map(|row| {
            let out = self.touched.get(&row.seq).is_some_and(|touches| *touches >= 3);
            match is_due(row, now_ms) {
                false => Some(row.next_attempt_ms),
                true => out.then_some(now_ms + AGAIN_MS),
            }
        });
        moments.min()
    }

    fn arrived(&mut self, seq: i64) {
        self.queue.retain(|row| row.seq != seq);
        self.queue.iter_mut().for_each(|row| row.needs.retain(|need| *need != seq));
    }
}

proptest! {
    /// Whatever happens between the steps, the plan says what a look at every row would say.
    #[test]
    fn the_plan_is_the_one_that_looks_at_every_row(
        queue in queue(),
        story in prop::collection::vec(happens(), 0..60),
    ) {
        let mut plan = Plan::of(queue.clone());
        let mut meant = Meant { queue, touched: BTreeMap::new() };
        let mut now_ms = NOW;
        for happens in story {
            let next = plan.next(now_ms);
            prop_assert_eq!(next, meant.next(now_ms));
            prop_assert_eq!(plan.next_moment(now_ms), meant.next_moment(now_ms));
            let touched = next.map(|next| match next {
                Next::LookUp(seq) | Next::Send(seq) => seq,
            });
            if let Some(seq) = touched {
                plan.touch(seq);
                *meant.touched.entry(seq).or_default() += 1;
            }
            match (happens, touched) {
                (Happens::Arrives, Some(seq)) => {
                    plan.arrived(seq);
                    meant.arrived(seq);
                }
                (Happens::Becomes(state, wait), Some(seq)) => {
                    let row = meant.queue.iter_mut().find(|row| row.seq == seq).unwrap();
                    (row.state, row.next_attempt_ms) = (state, now_ms + wait);
                    plan.put(row.clone());
                }
                (Happens::Written(needs), _) => {
                    let seq = meant.queue.last().map_or(0, |row| row.seq).max(100) + 1;
                    let needs = needs.into_iter().filter_map(|at| meant.queue.get(at));
                    let needs: BTreeSet<i64> = needs.map(|row| row.seq).collect();
                    let needs: Vec<i64> = needs.into_iter().collect();
                    meant.queue.push(row(seq, OutboxState::Waiting, &needs));
                    plan.put(row(seq, OutboxState::Waiting, &needs));
                }
                (Happens::Clock(set), _) => now_ms += set,
                (Happens::ReadAgain, _) => plan = plan.renewed(meant.queue.clone()),
                (Happens::Arrives | Happens::Becomes(..), None) => {}
            }
        }
    }

    /// Whatever a round leaves behind that may be sent without a person has a moment to go on at.
    #[test]
    fn nothing_is_left_without_a_moment(
        queue in queue(),
        stuck in prop::collection::vec(any::<bool>(), 12),
    ) {
        let mut plan = Plan::of(queue.clone());
        for (row, _) in queue.iter().zip(&stuck).filter(|(_, stuck)| **stuck) {
            (0..3).for_each(|_| plan.touch(row.seq));
        }
        let free = |row: &&QueueRow| match row.state {
            OutboxState::Waiting => row.needs.is_empty(),
            state => matches!(state, OutboxState::Unknown | OutboxState::Handed),
        };
        if plan.next(NOW).is_none() && queue.iter().any(|row| free(&row)) {
            let at = plan.next_moment(NOW);
            prop_assert!(at.is_some_and(|at| at > NOW), "{:?}", at);
        }
    }

    /// Carrying the plan out, with every attempt going well, sends each row after all it needs, each
    /// once, and leaves only what a person or a moment must free.
    #[test]
    fn the_plan_empties_the_queue_in_order(queue in queue()) {
        let mut left = queue.clone();
        let mut done = BTreeSet::new();
        let mut plan = Plan::of(queue);
        while let Some(step) = plan.next(NOW) {
            let (Next::LookUp(seq) | Next::Send(seq)) = step;
            plan.touch(seq);
            plan.arrived(seq);
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
                || (row.next_attempt_ms > NOW && !is_due(row, NOW))
                || !row.needs.is_empty();
            prop_assert!(held, "{:?} was left for nothing", row);
        }
    }
}
