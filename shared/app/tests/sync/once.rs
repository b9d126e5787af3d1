//! Rounds that somebody waits for, as a script does.

use satchel_app::AppError;
use satchel_app::views::SyncConnection;
use satchel_domain::capture::ServerClock;
use satchel_domain::orders::OrderState;
use satchel_sync::SyncError;
use satchel_sync::pull::PullDepth;
use satchel_sync::push::Ended;

use crate::support::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_day_without_a_worker() {
    let world = World::new().await;
    let pulled = world.session.fetch_once(PullDepth::Due).await.unwrap();
    assert!(pulled.stored["Item"] > 0);
    let heard: Option<ServerClock> = world.session.store().setting("server_clock").unwrap();
    assert!(heard.is_some(), "the answers told the office's clock");
    let uid = world.place();
    let sent = world.session.send_once().await.unwrap();
    assert_eq!((sent.arrived, sent.ended), (3, None), "the order, its signature, its submit");
    assert_eq!(world.state(&uid), OrderState::Booked);
    assert_eq!(world.session.connection().unwrap(), SyncConnection::Idle { last_round: None });
    assert_eq!(world.session.send_once().await.unwrap().steps, 0);
    assert_eq!(world.count("Sales Order").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_script_meets_is_what_the_screens_tell() {
    let world = World::ready().await;
    world.session.stop_sync();
    let uid = world.place();
    let account = satchel_sync::SiteAccount::load(world.session.store()).unwrap().unwrap();
    let nowhere = satchel_sync::SiteAccount { address: "http://127.0.0.1:9".into(), ..account };
    nowhere.save(world.session.store()).unwrap();
    let sent = world.session.send_once().await.unwrap();
    assert_eq!(sent.ended, Some(Ended::Offline));
    let connection = world.session.connection().unwrap();
    assert!(matches!(connection, SyncConnection::Offline { .. }), "{connection:?}");
    world.clock.advance_ms(3_600_000);
    let error = world.session.fetch_once(PullDepth::Due).await.unwrap_err();
    assert!(matches!(&error, AppError::Sync(SyncError::Site(_))), "{error:?}");
    assert_eq!(world.state(&uid), OrderState::Waiting);
}
