//! When the worker runs, and that it ends.

use std::time::{Duration, Instant};

use satchel_app::views::{StripState, SyncConnection};
use satchel_practice_site::Fault;

use crate::support::{PIN, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_of_no_site_has_no_sync() {
    let world = World::new().await;
    let satchel = world.satchel.clone();
    let demo =
        tokio::task::spawn_blocking(move || satchel.create_demo(PIN, "en")).await.unwrap().unwrap();
    assert!(!demo.start_sync().unwrap());
    demo.sync_now();
    assert_eq!(demo.sync_centre().unwrap().connection, SyncConnection::NotEnrolled);
    assert_eq!(demo.sync_centre().unwrap().loading, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn locking_ends_it_in_the_middle_of_a_request() {
    let world = World::ready().await;
    world.site.faults().always(Some(Fault::Latency(Duration::from_secs(30))));
    let uid = world.place();
    let sending = |world: &World| !world.centre().sending.is_empty();
    world.until("sending", sending).await;
    let World { site, satchel, session, administrator, clock, folder } = world;
    let profile = session.profile().id.clone();
    let begin = Instant::now();
    drop(session);
    assert!(begin.elapsed() < Duration::from_secs(5), "a screen would have stood still");
    site.faults().clear();
    let session = satchel.unlock(&profile, PIN).unwrap();
    let world = World { site, satchel, session, administrator, clock, folder };
    assert!(!world.centre().sending.is_empty(), "it may have arrived: the site is asked first");
    // Nothing runs until it is started.
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!world.centre().is_clear());
    world.session.start_sync().unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert!(world.at_site(&uid).await.is_some());
    assert_eq!(world.count("Sales Order").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_sync_rests_and_can_be_started_again() {
    let world = World::ready().await;
    world.session.stop_sync();
    world.session.stop_sync();
    let requests = world.site.traffic().read();
    world.place();
    world.session.sync_now();
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(world.site.traffic().read(), requests, "nothing was asked");
    assert!(matches!(world.session.strip().unwrap(), StripState::Waiting { .. }));
    assert!(world.session.start_sync().unwrap());
    world.until("sending", |world| world.centre().is_clear()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_phone_asks_nothing_between_its_rounds() {
    let world = World::ready().await;
    let requests = world.site.traffic().read();
    let customer = world.session.start_order("server:Customer 001").unwrap();
    world.session.discard_order(&customer).unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(world.site.traffic().read(), requests, "a draft is nobody's business");
}
