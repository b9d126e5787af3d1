//! The app ends between any two steps and is started again.

use satchel_devices::clock::Clock;
use satchel_domain::orders::OrderState;
use satchel_practice_site::Fault;
use satchel_store::{OrderToPlace, OutboxState, Settlement, Step};

use super::support::{World, order};

impl World {
    /// Claims a row and leaves it there, as a phone that goes off in the middle of sending.
    fn claim(&self, seq: i64) {
        let at = self.clock.now();
        let step = Step { seq, settlement: Settlement::Claimed, at, offset_minutes: 0 };
        self.store().settle(step).wait().unwrap();
    }
}

#[tokio::test]
async fn claimed_and_never_sent() {
    let mut world = World::new().await;
    world.place(1);
    world.claim(1);
    world.restart();
    assert_eq!(world.row(1).state, OutboxState::Unknown);
    world.push_until_quiet().await;
    assert_eq!(world.the_order(1).await.docstatus(), Some(1));
}

#[tokio::test]
async fn sent_and_never_written_down() {
    let mut world = World::new().await;
    world.place(1);
    let payload: serde_json::Map<_, _> = serde_json::from_str(&world.row(1).payload).unwrap();
    world.claim(1);
    world.client.insert("Sales Order", &payload.into()).await.unwrap();
    world.restart();
    world.push_until_quiet().await;
    assert_eq!(world.the_order(1).await.docstatus(), Some(1));
    assert_eq!(world.state(1), OrderState::Booked);
}

#[tokio::test]
async fn arrived_and_not_yet_submitted() {
    let mut world = World::new().await;
    world.place(1);
    world.practice.faults().next([None, Some(Fault::ServerError)]);
    world.push().await;
    world.restart();
    world.push_until_quiet().await;
    assert_eq!(world.the_order(1).await.docstatus(), Some(1));
}

#[tokio::test]
async fn submitted_and_never_written_down() {
    let mut world = World::new().await;
    world.place(1);
    world.practice.faults().next([None, Some(Fault::ServerError)]);
    world.push().await;
    world.clock.advance_ms(3_600_000);
    let submit = world.store().queue().unwrap()[0].seq;
    world.claim(submit);
    let name = world.the_order(1).await.name().unwrap().to_owned();
    world.client.submit("Sales Order", &name, None).await.unwrap();
    world.restart();
    world.push_until_quiet().await;
    assert_eq!(world.the_order(1).await.docstatus(), Some(1));
    assert!(world.store().queue().unwrap().is_empty());
}

/// A round is dropped after every number of requests it may make, then the app starts again.
#[tokio::test]
async fn a_round_dropped_anywhere_ends_in_one_of_each() {
    for requests in 0..6 {
        let mut world = World::new().await;
        world.store().place(OrderToPlace { signature: vec![b'M'], ..order(1) }).wait().unwrap();
        let hang = Fault::Latency(std::time::Duration::from_secs(600));
        let through = std::iter::repeat_n(None, requests);
        world.practice.faults().next(through.chain([Some(hang)]));
        let round = tokio::time::timeout(std::time::Duration::from_millis(700), world.push());
        drop(round.await);
        world.practice.faults().clear();
        world.restart();
        world.push_until_quiet().await;
        assert_eq!(world.the_order(1).await.docstatus(), Some(1), "after {requests}");
        assert_eq!(world.at_site("File").await.len(), 1, "after {requests}");
        assert!(world.store().queue().unwrap().is_empty(), "after {requests}");
    }
}
