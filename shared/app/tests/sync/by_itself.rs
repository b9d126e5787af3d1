//! What is saved reaches the site without anybody doing anything.

use std::time::Duration;

use satchel_app::views::{StripState, SyncConnection};
use satchel_domain::orders::OrderState;
use satchel_practice_site::Fault;

use crate::support::World;

#[tokio::test(flavor = "multi_thread")]
async fn an_order_placed_offline_reaches_the_site_by_itself() {
    let world = World::ready().await;
    world.session.stop_sync();
    let uid = world.place();
    assert_eq!(world.state(&uid), OrderState::Waiting);
    assert_eq!(world.session.strip().unwrap(), StripState::Waiting { orders: 1, others: 1 });
    assert!(world.session.start_sync().unwrap());
    assert!(world.session.start_sync().unwrap(), "twice is once");
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(world.state(&uid), OrderState::Booked);
    let there = world.at_site(&uid).await.unwrap();
    assert_eq!(there.docstatus(), Some(1));
    let booked = world.session.order_detail(&uid).unwrap().booked.unwrap();
    assert_eq!((Some(booked.name.as_str()), booked.submitted), (there.name(), true));
    assert_eq!(booked.difference, None);
    assert_eq!(world.count("Sales Order").await, 1);
    let strip = world.session.strip().unwrap();
    assert!(matches!(strip, StripState::AllBooked { at: Some(_) }), "{strip:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_placed_while_it_runs_goes_at_once() {
    let world = World::ready().await;
    let uid = world.place();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert!(world.at_site(&uid).await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_signal_nothing_is_lost_and_no_attempt_is_spent() {
    let world = World::ready().await;
    world.site.faults().always(Some(Fault::CutBefore));
    world.session.stop_sync();
    // Nobody listens where the phone looks for the site.
    let account = satchel_sync::SiteAccount::load(world.session.store()).unwrap().unwrap();
    let nowhere =
        satchel_sync::SiteAccount { address: "http://127.0.0.1:9".into(), ..account.clone() };
    nowhere.save(world.session.store()).unwrap();
    world.session.start_sync().unwrap();
    let uid = world.place();
    let offline = |world: &World| {
        matches!(world.session.connection().unwrap(), SyncConnection::Offline { .. })
    };
    world.until("noticing", offline).await;
    for _ in 0..3 {
        world.session.sync_now();
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    world.until("noticing", offline).await;
    assert_eq!(world.state(&uid), OrderState::Waiting);
    let rows = world.session.store().outbox(&[], 10).unwrap();
    assert!(rows.iter().all(|row| (row.attempts, row.sent) == (0, 0)), "{rows:#?}");
    assert_eq!(world.session.strip().unwrap(), StripState::Waiting { orders: 1, others: 1 });

    world.site.faults().clear();
    account.save(world.session.store()).unwrap();
    world.session.sync_now();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(world.count("Sales Order").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_does_not_count_pauses_all_and_spends_nothing() {
    let world = World::ready().await;
    world.site.faults().always(Some(Fault::LoginExpired));
    let uid = world.place();
    let paused = |world: &World| {
        matches!(
            world.session.connection().unwrap(),
            SyncConnection::Paused {
                message_id: "sync-paused-unauthorised",
                needs_office: true,
                ..
            }
        )
    };
    world.until("pausing", paused).await;
    let strip = world.session.strip().unwrap();
    assert!(matches!(strip, StripState::Paused { orders: 1, others: 1, .. }), "{strip:?}");
    let rows = world.session.store().outbox(&[], 10).unwrap();
    assert!(rows.iter().all(|row| row.attempts == 0), "{rows:#?}");
    world.site.faults().clear();
    // The office enabled the user again; the rep need not wait.
    world.session.sync_now();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(world.state(&uid), OrderState::Booked);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_makes_no_second_order() {
    let world = World::ready().await;
    world.site.faults().next([Some(Fault::CutAfter)]);
    let uid = world.place();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(world.state(&uid), OrderState::Booked);
    assert_eq!(world.count("Sales Order").await, 1);
}
