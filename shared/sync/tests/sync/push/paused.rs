//! The whole queue waits: no key, too many requests, an update, a site that was never set up.

use satchel_domain::orders::OrderState;
use satchel_practice_site::Fault;
use satchel_store::OutboxState;
use satchel_sync::push::{Ended, OwnReason, Pause, PauseReason};
use serde_json::json;

use super::support::World;
use crate::office::{REP, data};

#[tokio::test]
async fn a_storm_of_429_is_waited_out_and_costs_no_attempt() {
    let world = World::new().await;
    world.place(1);
    world.place(2);
    world.practice.faults().always(Some(Fault::Throttle(120)));
    let report = world.push().await;
    assert_eq!(report.ended, Some(Ended::Paused(PauseReason::Throttled)));
    assert_eq!(world.requests(), 1, "the others are not even tried");
    for _ in 0..5 {
        world.clock.advance_ms(20_000);
        assert_eq!(world.push().await.steps, 0);
    }
    assert_eq!(world.requests(), 0, "Retry-After is honoured");
    world.practice.faults().clear();
    world.clock.advance_ms(60_000);
    world.push().await;
    assert_eq!((world.state(1), world.state(2)), (OrderState::Booked, OrderState::Booked));
    assert_eq!(world.row(1).attempts, 0);
    assert_eq!(Pause::load(world.store()).unwrap(), None);
}

#[tokio::test]
async fn a_clock_set_back_by_days_does_not_prolong_a_pause() {
    let world = World::new().await;
    world.place(1);
    world.practice.faults().next([Some(Fault::Maintenance)]);
    let report = world.push().await;
    assert_eq!(report.ended, Some(Ended::Paused(PauseReason::Maintenance)));
    world.clock.set_wall_clock(captured_days_earlier());
    world.push().await;
    assert_eq!(world.state(1), OrderState::Booked);
}

fn captured_days_earlier() -> chrono::DateTime<chrono::Utc> {
    super::support::captured().utc - chrono::TimeDelta::days(9)
}

#[tokio::test]
async fn a_disabled_user_keeps_everything_and_goes_on_when_enabled_again() {
    let world = World::new().await;
    world.place(1);
    world.place(2);
    let enabled = |on: i32| json!({"enabled": on}).as_object().unwrap().clone();
    world.administrator.update("User", REP, &enabled(0), None).await.unwrap();
    let report = world.push().await;
    assert_eq!(report.ended, Some(Ended::Paused(PauseReason::Unauthorised)));
    assert_eq!(world.requests(), 1);
    let row = world.row(1);
    assert_eq!((row.state, row.attempts), (OutboxState::Waiting, 0));
    assert_eq!(world.row(2).sent, 0, "nothing else is spent");
    world.clock.advance_ms(3_600_000);
    world.push().await;
    assert_eq!(world.requests(), 1, "only a question who we are");
    world.administrator.update("User", REP, &enabled(1), None).await.unwrap();
    world.clock.advance_ms(7_200_000);
    world.push().await;
    assert_eq!((world.state(1), world.state(2)), (OrderState::Booked, OrderState::Booked));
}

#[tokio::test]
async fn enrolling_again_ends_the_pause_at_once() {
    let mut world = World::new().await;
    world.place(1);
    world.practice.faults().next([Some(Fault::LoginExpired)]);
    world.push().await;
    assert!(Pause::load(world.store()).unwrap().is_some());
    world.account.company = "Acme Trading".into();
    world.account.save(world.store()).unwrap();
    world.push().await;
    assert_eq!(world.state(1), OrderState::Booked);
}

#[tokio::test]
async fn a_portal_ends_the_round_and_what_it_met_is_looked_up() {
    let world = World::new().await;
    world.place(1);
    world.practice.faults().next([Some(Fault::CaptivePortal)]);
    let report = world.push().await;
    assert_eq!(report.ended, Some(Ended::Offline));
    assert_eq!(world.row(1).state, OutboxState::Unknown);
    world.push().await;
    assert_eq!(world.state(1), OrderState::Booked);
    assert_eq!(world.orders_of(1).await.len(), 1);
}

/// Without the uid a second sending would be a second order: one goes, and the rest wait.
#[tokio::test]
async fn a_site_that_keeps_no_uid_pauses_the_queue() {
    let world = World::without_set_up().await;
    world.place(1);
    world.place(2);
    let report = world.push().await;
    assert_eq!(report.ended, Some(Ended::Paused(PauseReason::NotSetUp)));
    assert_eq!(world.at_site("Sales Order").await.len(), 1);
    world.clock.advance_ms(3_600_000);
    world.push().await;
    assert_eq!(world.at_site("Sales Order").await.len(), 1, "still not set up");
    assert_eq!(world.row(2).state, OutboxState::Waiting);
}

/// Without the uid an order whose answer was lost cannot be told from one that never came: a person looks.
#[tokio::test]
async fn what_may_have_arrived_without_a_uid_is_never_sent_by_itself() {
    let world = World::without_set_up().await;
    world.place(1);
    world.practice.faults().next([Some(Fault::CutAfter)]);
    let report = world.push().await;
    assert_eq!(report.ended, Some(Ended::Paused(PauseReason::NotSetUp)));
    let row = world.row(1);
    assert_eq!(row.state, OutboxState::Parked);
    assert_eq!(OwnReason::parse(&row.last_answer), Some(OwnReason::Unrecognisable));
    world.practice.site().apply_set_up(&data("set-up.json")).unwrap();
    world.clock.advance_ms(3_600_000);
    world.push_until_quiet().await;
    assert_eq!(world.at_site("Sales Order").await.len(), 1, "it is there once");
    assert_eq!(world.state(1), OrderState::NeedsHand);
}

#[tokio::test]
async fn a_role_taken_away_pauses_the_queue_and_refuses_nothing() {
    let world = World::new().await;
    world.place(1);
    world.place(2);
    let roles = |names: &[&str]| {
        let rows: Vec<_> = names.iter().map(|role| json!({"role": role})).collect();
        json!({"roles": rows}).as_object().unwrap().clone()
    };
    world.administrator.update("User", REP, &roles(&[]), None).await.unwrap();
    let report = world.push().await;
    assert_eq!(report.ended, Some(Ended::Paused(PauseReason::NotPermitted)));
    assert_eq!((world.row(1).state, world.row(1).attempts), (OutboxState::Waiting, 0));
    assert_eq!(world.row(2).sent, 0);
    world.clock.advance_ms(3_600_000);
    world.push().await;
    assert_eq!(world.row(1).state, OutboxState::Waiting, "still without it");
    world.administrator.update("User", REP, &roles(&["Satchel Rep"]), None).await.unwrap();
    world.clock.advance_ms(7_200_000);
    world.push_until_quiet().await;
    assert_eq!((world.state(1), world.state(2)), (OrderState::Booked, OrderState::Booked));
}

#[tokio::test]
async fn a_site_in_trouble_is_left_alone_after_three_failures() {
    let world = World::new().await;
    for n in 1..=6 {
        world.place(n);
    }
    world.practice.faults().always(Some(Fault::ServerError));
    let report = world.push().await;
    assert_eq!((report.ended, report.postponed), (Some(Ended::Trouble), 3));
    assert_eq!(world.requests(), 3);
    world.practice.faults().clear();
    world.push_until_quiet().await;
    for n in 1..=6 {
        assert_eq!(world.state(n), OrderState::Booked);
    }
}
