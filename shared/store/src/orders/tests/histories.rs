//! Random histories against a simple model.

use std::collections::BTreeMap;

use proptest::prelude::*;
use satchel_domain::orders::{OrderEvent, OrderState};

use super::placing::change;
use crate::testing::*;
use crate::{Draft, OutboxState, StoreError};

#[derive(Debug, Clone)]
enum Step {
    Save(u8),
    Discard(u8),
    Restore(u8),
    Place(u8),
    Withdraw(u8),
    Become(u8, OrderState),
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    let n = 0u8..6;
    prop_oneof![
        4 => n.clone().prop_map(Step::Save),
        1 => n.clone().prop_map(Step::Discard),
        1 => n.clone().prop_map(Step::Restore),
        4 => n.clone().prop_map(Step::Place),
        2 => n.clone().prop_map(Step::Withdraw),
        4 => (n, prop::sample::select(OrderState::ALL.to_vec())).prop_map(|(n, s)| Step::Become(n, s)),
        1 => Just(Step::Restart),
    ]
}

/// What must be true, in the plainest words.
#[derive(Default)]
struct Model {
    /// Drafts and whether they are in the trash.
    drafts: BTreeMap<u8, (bool, usize)>,
    orders: BTreeMap<u8, (u32, OrderState)>,
}

impl Model {
    fn apply(&mut self, opened: &Opened, time: usize, step: &Step) {
        match step {
            Step::Save(n) => {
                let entry = format!("{{\"at\":{time}}}");
                let saved = opened.store.save_draft(Draft { entry, ..draft(*n) }).wait();
                if self.orders.contains_key(n) {
                    assert!(matches!(saved, Err(StoreError::NotAllowed { .. })));
                } else {
                    saved.unwrap();
                    self.drafts.insert(*n, (false, time));
                }
            }
            Step::Discard(n) => {
                self.trash(*n, true, opened.store.discard_draft(uid(*n), noon()).wait())
            }
            Step::Restore(n) => self.trash(*n, false, opened.store.restore_draft(uid(*n)).wait()),
            Step::Place(n) => {
                let number = opened.store.place(order(*n)).wait().unwrap().number();
                let next = u32::try_from(self.orders.len()).unwrap() + 1;
                let (expected, _) = self.orders.entry(*n).or_insert((next, OrderState::Waiting));
                assert_eq!(number, *expected);
                self.drafts.remove(n);
            }
            Step::Withdraw(n) => {
                let done = opened.store.withdraw(uid(*n), "no".into(), captured()).wait();
                self.becomes(*n, OrderState::Withdrawn, done);
            }
            Step::Become(n, to) => {
                let done = change(opened, *n, *to, OrderEvent::Postponed { reason: "x".into() });
                self.becomes(*n, *to, done);
            }
            Step::Restart => self.restarted(),
        }
    }

    fn trash(&mut self, n: u8, thrown: bool, done: Result<(), StoreError>) {
        match self.drafts.get_mut(&n) {
            Some((trashed, _)) => {
                done.unwrap();
                *trashed = thrown;
            }
            None => assert!(matches!(done, Err(StoreError::NotFound { .. }))),
        }
    }

    /// Only the server knows what became of what was being sent.
    fn restarted(&mut self) {
        for (_, state) in self.orders.values_mut().filter(|(_, s)| *s == OrderState::Sending) {
            *state = OrderState::Checking;
        }
    }

    fn becomes(&mut self, n: u8, to: OrderState, done: Result<(), StoreError>) {
        match self.orders.get_mut(&n) {
            Some((_, state)) if state.may_become(to) => {
                done.unwrap();
                *state = to;
            }
            Some(_) => assert!(matches!(done, Err(StoreError::NotAllowed { .. }))),
            None => assert!(matches!(done, Err(StoreError::NotFound { .. }))),
        }
    }

    fn check(&self, opened: &Opened) {
        let drafts = opened.store.drafts().unwrap();
        let trashed = opened.store.trashed_drafts().unwrap();
        for (n, (in_trash, time)) in &self.drafts {
            let place = if *in_trash { &trashed } else { &drafts };
            let found = place.iter().find(|draft| draft.uid == uid(*n)).unwrap();
            assert_eq!(found.entry, format!("{{\"at\":{time}}}"));
        }
        assert_eq!(drafts.len() + trashed.len(), self.drafts.len());
        let outbox = opened.store.outbox(&[], 500).unwrap();
        assert_eq!(outbox.len(), self.orders.len(), "one row an order");
        for (n, (number, state)) in &self.orders {
            let detail = opened.store.order(uid(*n)).unwrap().unwrap();
            assert_eq!((detail.row.receipt_number.number(), detail.row.state), (*number, *state));
            assert_eq!(detail.lines, order(*n).lines);
            let row = outbox.iter().find(|row| row.uid == uid(*n).to_string()).unwrap();
            let expected = match state {
                OrderState::Draft | OrderState::Waiting => OutboxState::Waiting,
                OrderState::Sending => OutboxState::Sending,
                OrderState::Checking => OutboxState::Unknown,
                OrderState::Booked => OutboxState::Done,
                OrderState::NeedsHand => OutboxState::Parked,
                OrderState::Withdrawn => OutboxState::Withdrawn,
            };
            assert_eq!(row.state, expected);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_history_ends_as_the_model_says(steps in prop::collection::vec(step(), 1..40)) {
        let mut opened = opened();
        let mut model = Model::default();
        for (time, step) in steps.iter().enumerate() {
            model.apply(&opened, time, step);
            if matches!(step, Step::Restart) {
                opened = opened.reopen();
                model.check(&opened);
            }
        }
        let opened = opened.reopen();
        model.restarted();
        model.check(&opened);
    }
}
