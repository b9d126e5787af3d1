//! The app comes back to the front, or to a network.

use std::time::{Duration, Instant};

use satchel_app::views::SyncConnection;
use satchel_domain::orders::OrderState;
use satchel_practice_site::Fault;
use satchel_sync::SiteAccount;

use crate::support::World;

impl World {
    /// Requests the site has seen so far.
    fn requests(&self) -> u64 {
        self.site.traffic().read().total()
    }

    /// Rounds that fetched so far: each asks once for what changed in the items.
    fn fetched(&self) -> u64 {
        let seen = self.site.traffic().read().requests;
        seen.get("GET Item").copied().unwrap_or_default()
    }
}

/// Lets whatever was called for begin and end.
async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_for_a_network_goes_the_moment_there_is_one() {
    let world = World::ready().await;
    world.session.stop_sync();
    let account = SiteAccount::load(world.session.store()).unwrap().unwrap();
    let nowhere = SiteAccount { address: "http://127.0.0.1:9".into(), ..account.clone() };
    nowhere.save(world.session.store()).unwrap();
    world.session.start_sync().unwrap();
    let uid = world.place();
    let offline = |world: &World| {
        matches!(world.session.connection().unwrap(), SyncConnection::Offline { .. })
    };
    world.until("noticing", offline).await;
    // Tried so often in vain, the next try by itself is minutes away.
    for _ in 0..6 {
        world.session.sync_now();
        a_moment().await;
    }
    account.save(world.session.store()).unwrap();
    a_moment().await;
    assert_eq!(world.state(&uid), OrderState::Waiting, "nothing polls in between");

    let begin = Instant::now();
    world.session.came_back();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    assert_eq!(world.state(&uid), OrderState::Booked);
}

#[tokio::test(flavor = "multi_thread")]
async fn turning_to_the_app_again_and_again_costs_the_site_nothing() {
    let world = World::ready().await;
    let before = world.requests();
    for _ in 0..5 {
        world.session.came_back();
        a_moment().await;
    }
    assert_eq!(world.requests(), before, "a round went through a moment ago");

    world.clock.advance_ms(61_000);
    let fetched = world.fetched();
    world.session.came_back();
    world.until("a round", |world| world.requests() > before).await;
    world.until_at_rest().await;
    assert_eq!(world.fetched(), fetched + 1);
    let after = world.requests();
    a_moment().await;
    assert_eq!(world.requests(), after, "and then the schedule goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn however_often_it_is_called_there_is_one_round_at_a_time() {
    let world = World::ready().await;
    world.clock.advance_ms(3_600_000);
    world.site.faults().always(Some(Fault::Latency(Duration::from_millis(40))));
    let fetched = world.fetched();
    for _ in 0..50 {
        world.session.came_back();
    }
    world.until("a round", |world| world.fetched() > fetched).await;
    for _ in 0..50 {
        world.session.came_back();
    }
    // Whoever asks aloud waits for his turn, and so does a script.
    let script = world.session.fetch_once(satchel_sync::pull::PullDepth::Changes).await;
    assert!(script.is_ok(), "{script:?}");
    world.until_at_rest().await;
    a_moment().await;
    assert_eq!(world.fetched(), fetched + 1, "one for all of them; then nothing was left to ask");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_asked_to_be_left_alone_is() {
    let world = World::ready().await;
    world.site.faults().always(Some(Fault::Throttle(600)));
    let uid = world.place();
    let paused = |world: &World| {
        matches!(world.session.connection().unwrap(), SyncConnection::Paused { .. })
    };
    world.until("pausing", paused).await;
    let before = world.requests();
    for _ in 0..5 {
        world.session.came_back();
        a_moment().await;
    }
    assert_eq!(world.requests(), before);
    assert_eq!(world.state(&uid), OrderState::Waiting);
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_app_does_not_end_what_the_site_asked_for() {
    let world = World::ready().await;
    world.clock.advance_ms(3_600_000);
    world.site.faults().always(Some(Fault::Throttle(600)));
    world.session.came_back();
    let told = |world: &World| {
        let said = world.session.connection().unwrap();
        matches!(said, SyncConnection::Trouble { .. } | SyncConnection::Paused { .. })
    };
    world.until("being told", told).await;
    a_moment().await;
    world.site.faults().clear();
    let asked = world.requests();
    for _ in 0..3 {
        world.session.stop_sync();
        world.session.start_sync().unwrap();
        world.session.came_back();
        a_moment().await;
    }
    assert_eq!(world.requests(), asked);
    world.session.stop_sync();
    world.clock.advance_ms(601_000);
    world.session.start_sync().unwrap();
    world.until("a round", |world| world.requests() > asked).await;
}
