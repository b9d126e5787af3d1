//! The way between two visits: recorded where the company wants it, thinned, and at the office with the visit it leads to.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use satchel_app::views::{TeamFilter, TrackState};
use satchel_app::{Devices, Satchel, Session};
use satchel_devices::clock::Clock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::{Fix, SetLocation};
use satchel_devices::random::SystemRandom;
use satchel_domain::visits::read_track;
use satchel_sync::SiteAccount;
use satchel_sync::enrol::EnrolmentCode;
use satchel_sync::pull::PullDepth;

use crate::support::{PIN, World};
use crate::team::supervisor;

const DRIVER: &str = "rui.rep@example.com";

/// A rep's phone with a receiver, at the world's site.
async fn driver(
    world: &World,
    folder: &std::path::Path,
    location: Arc<SetLocation>,
    track: bool,
) -> Session {
    let keys = world.site.site().add_user(DRIVER, &["Satchel Rep"]).unwrap();
    let account = SiteAccount {
        track,
        ..SiteAccount::new(
            world.site.address(),
            DRIVER.into(),
            (keys.key, keys.secret),
            "Acme Trading".into(),
        )
    };
    let valid_until = world.clock.now() + TimeDelta::hours(1);
    let code =
        EnrolmentCode { id: "code-9".into(), account, device: "P09".parse().unwrap(), valid_until };
    let devices = Devices {
        clock: world.clock.clone(),
        key_store: Arc::new(MemoryKeyStore::new()),
        random: Arc::new(SystemRandom),
        location,
    };
    let satchel = Satchel::open(folder, devices).unwrap().with_cheap_keys();
    let session = satchel.enroll(&code.to_text(), PIN, "en").await.unwrap();
    session.fetch_once(PullDepth::Due).await.unwrap();
    session
}

/// Drives north and then east, a fix every ten seconds.
async fn drive(world: &World, location: &SetLocation, steps: u32) {
    for step in 0..=steps {
        let (north, east) = (step.min(steps / 2), step.saturating_sub(steps / 2));
        let (north, east) = (41.15 + f64::from(north) * 1e-3, -8.61 + f64::from(east) * 1e-3);
        location.move_to(Fix::at_degrees(north, east, 8.0, world.clock.now()));
        world.clock.advance_ms(10_000);
        // Every fix is told to a thread of its own.
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_a_visit_goes_with_it_and_a_supervisor_sees_it() {
    let world = World::new().await;
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let location = Arc::new(SetLocation::default());
    let rep = driver(&world, folder.path(), location.clone(), true).await;
    assert_eq!(rep.track_state().unwrap(), TrackState::Waiting);
    drive(&world, &location, 4).await;
    let first = rep.check_in("server:Customer 001", "").unwrap();
    drive(&world, &location, 4).await;
    assert_eq!(rep.track_state().unwrap(), TrackState::Waiting, "a visit goes on");
    assert!(rep.check_out("").unwrap());
    assert_eq!(rep.track_state().unwrap(), TrackState::Recording);
    drive(&world, &location, 40).await;
    let begin = Instant::now();
    while rep.store().track().unwrap().is_empty() {
        assert!(begin.elapsed() < Duration::from_secs(20), "nothing was kept");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(rep.store().track().unwrap().len() < 10, "thinned before it is kept");
    let second = rep.check_in("server:Customer 002", "").unwrap();
    assert_eq!(rep.track_state().unwrap(), TrackState::Waiting);
    assert!(rep.store().track().unwrap().is_empty(), "the visit has it");
    rep.check_out("").unwrap();
    drive(&world, &location, 4).await;
    rep.send_once().await.unwrap();

    let track = |name: String| {
        let administrator = world.administrator.clone();
        async move {
            let visit = administrator.get_doc("Field Visit", &name).await.unwrap();
            read_track(visit.text("track").unwrap_or_default())
        }
    };
    assert!(track(first.uid.clone()).await.is_empty(), "no way leads to the first visit of a day");
    let way = track(second.uid.clone()).await;
    assert!((3..10).contains(&way.len()), "{way:?}");
    let at = |north: f64, east: f64| {
        way.iter().any(|place| {
            (place.latitude() - north).abs() < 1.1e-3 && (place.longitude() - east).abs() < 1.1e-3
        })
    };
    assert!(at(41.17, -8.61) && at(41.17, -8.59), "the corner and the end: {way:?}");

    let boss = supervisor(&world, other.path()).await;
    boss.fetch_once(PullDepth::Due).await.unwrap();
    let everyone = TeamFilter::day(boss.today());
    assert!(boss.team_tracks(&everyone).unwrap().is_empty());
    let one = TeamFilter { users: vec![DRIVER.into()], ..everyone };
    let tracks = boss.team_tracks(&one).unwrap();
    assert_eq!(tracks.len(), 1);
    assert_eq!(tracks.values().next().map(Vec::len), Some(way.len()));

    // What was gathered after the last visit of a day is let go of.
    world.clock.advance_ms(24 * 60 * 60_000);
    assert_eq!(rep.track_state().unwrap(), TrackState::Waiting);
    rep.follow_track();
    location.move_to(Fix::at_degrees(41.0, -8.0, 8.0, world.clock.now()));
    let begin = Instant::now();
    while !rep.store().track().unwrap().is_empty() {
        assert!(begin.elapsed() < Duration::from_secs(40), "it is still here");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_companys_word_no_way_is_recorded() {
    let world = World::new().await;
    let folder = tempfile::tempdir().unwrap();
    let location = Arc::new(SetLocation::default());
    let rep = driver(&world, folder.path(), location.clone(), false).await;
    rep.check_in("server:Customer 001", "").unwrap();
    rep.check_out("").unwrap();
    assert_eq!(rep.track_state().unwrap(), TrackState::Off);
    drive(&world, &location, 25).await;
    assert!(rep.store().track().unwrap().is_empty());
    let second = rep.check_in("server:Customer 002", "").unwrap();
    rep.send_once().await.unwrap();
    let visit = world.administrator.get_doc("Field Visit", &second.uid).await.unwrap();
    assert_eq!(visit.text("track").unwrap_or_default(), "");
}
