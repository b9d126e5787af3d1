//! What fails at the site again and again without being refused.

use satchel_domain::orders::{OrderEvent, OrderState};
use satchel_practice_site::Fault;
use satchel_store::{OutboxState, StoreError};
use satchel_sync::push::stuck::{RARELY, TRIES, stuck};

use super::support::{World, captured};

impl World {
    fn stuck(&self) -> Vec<i64> {
        use satchel_devices::clock::Clock;
        let now_ms = self.clock.now().timestamp_millis();
        stuck(self.store(), now_ms).unwrap().into_iter().map(|row| row.seq).collect()
    }

    /// Rounds half an hour apart.
    async fn rounds(&self, rounds: u32) {
        for _ in 0..rounds {
            self.push().await;
            self.clock.advance_ms(1_800_000);
        }
    }
}

/// Order 1 meets a 500 every time; order 2 got through.
async fn one_that_fails() -> World {
    let world = World::new().await;
    world.place(1);
    world.place(2);
    world.practice.faults().next([Some(Fault::ServerError), None, None]);
    world.push().await;
    assert_eq!(world.state(2), OrderState::Booked, "it stops no other");
    world.practice.faults().always(Some(Fault::ServerError));
    world
}

#[tokio::test]
async fn a_document_that_fails_for_ever_is_told_and_kept() {
    let world = one_that_fails().await;
    world.clock.advance_ms(1_800_000);
    world.rounds(TRIES - 2).await;
    assert_eq!((world.row(1).attempts, world.stuck()), (TRIES - 1, vec![]));
    world.rounds(1).await;
    assert_eq!(world.stuck(), [world.row(1).seq]);
    let row = world.row(1);
    assert_eq!((row.state, row.attempts), (OutboxState::Waiting, TRIES), "it stays in the queue");
    assert!(!row.last_answer.is_empty(), "with what the site said");

    world.requests();
    world.rounds(10).await;
    assert_eq!(world.requests(), 0, "and is tried rarely");
    world.clock.advance_ms(u64::try_from(RARELY.as_millis()).unwrap());
    world.practice.faults().clear();
    world.push_until_quiet().await;
    assert_eq!(world.the_order(1).await.docstatus(), Some(1), "a mended site gets it by itself");
    assert_eq!(world.stuck(), [0; 0]);
}

#[tokio::test]
async fn a_site_that_takes_nothing_at_all_is_in_trouble_itself() {
    let world = World::new().await;
    world.place(1);
    world.practice.faults().always(Some(Fault::ServerError));
    world.rounds(TRIES + 2).await;
    assert!(world.row(1).attempts >= TRIES);
    assert_eq!(world.stuck(), [0; 0], "not within the first hours");
    world.clock.advance_ms(24 * 3_600_000);
    assert_eq!(world.stuck(), [world.row(1).seq], "but after a day without any word");
}

#[tokio::test]
async fn a_stuck_document_goes_again_when_a_person_says_so() {
    let world = one_that_fails().await;
    world.clock.advance_ms(1_800_000);
    world.rounds(TRIES).await;
    world.practice.faults().clear();
    assert_eq!(world.push().await.steps, 0, "not its time");
    world.store().send_again(world.row(1).seq, captured()).wait().unwrap();
    assert_eq!(world.row(1).attempts, 0);
    world.push().await;
    assert_eq!(world.state(1), OrderState::Booked);
    assert!(world.events(1).contains(&OrderEvent::SentAgain));
}

#[tokio::test]
async fn a_stuck_document_is_handed_over_or_taken_back() {
    let world = one_that_fails().await;
    world.clock.advance_ms(1_800_000);
    world.rounds(TRIES).await;
    let seq = world.row(1).seq;
    world.store().hand_over(seq, "Please look at it".into(), None, captured()).wait().unwrap();
    let row = world.row(1);
    assert_eq!((row.state, row.note.as_str()), (OutboxState::Handed, "Please look at it"));
    assert_eq!(world.state(1), OrderState::NeedsHand);
    assert_eq!(world.stuck(), [0; 0], "that is decided");
    world.store().withdraw_row(seq, "Sold elsewhere".into(), captured()).wait().unwrap();
    assert_eq!(world.state(1), OrderState::Withdrawn);
    world.practice.faults().clear();
    world.push_until_quiet().await;
    assert!(world.orders_of(1).await.is_empty());
}

#[tokio::test]
async fn what_was_settled_is_not_sent_again() {
    let world = World::new().await;
    world.place(1);
    world.push_until_quiet().await;
    let again = world.store().send_again(world.row(1).seq, captured()).wait();
    assert!(matches!(again, Err(StoreError::NotAllowed { .. })), "{again:?}");
    let handed = world.store().hand_over(world.row(1).seq, String::new(), None, captured()).wait();
    assert!(matches!(handed, Err(StoreError::NotAllowed { .. })), "{handed:?}");
}
