//! A pull that is broken off goes on where it was.

use std::sync::atomic::Ordering;

use satchel_frappe::Failure;
use satchel_practice_site::Fault;
use satchel_sync::SyncError;
use satchel_sync::pull::PullDepth;
use serde_json::json;

use super::support::World;

#[tokio::test(flavor = "multi_thread")]
async fn broken_off_at_any_request_it_ends_as_if_never_broken_off() {
    let mut world = World::new().await;
    world.store.set_setting("pull_page_limit", &16).wait().unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    let whole = world.everything();
    let requests = world.line.requests();
    assert!(requests > 60, "{requests}");
    // Every third request: each step of each doctype is met at some page.
    for breaks_at in (1..=requests).step_by(3).chain([requests]) {
        world.new_phone();
        world.store.set_setting("pull_page_limit", &16).wait().unwrap();
        world.line.reset(breaks_at);
        let broken = world.pull(PullDepth::Due).await.unwrap_err();
        assert!(matches!(broken, SyncError::Site(Failure::Offline { .. })), "{broken:?}");
        let before = world.everything();
        world.restart();
        assert!(world.everything() == before, "what was read is kept");
        world.line.reset(0);
        world.pull(PullDepth::Due).await.unwrap();
        assert!(world.everything() == whole, "broken off at request {breaks_at}");
        assert!(
            world.line.requests() <= requests - breaks_at + 30,
            "read again from the beginning"
        );
    }
}

#[tokio::test]
async fn a_task_that_is_dropped_between_answer_and_commit_loses_nothing() {
    let mut world = World::new().await;
    world.store.set_setting("pull_page_limit", &4).wait().unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    let whole = world.everything();
    for wait_us in [300, 2_000, 9_000, 30_000, 60_000, 120_000] {
        world.new_phone();
        let wait = std::time::Duration::from_micros(wait_us);
        let _ = tokio::time::timeout(wait, world.pull(PullDepth::Due)).await;
        world.restart();
        world.pull(PullDepth::Due).await.unwrap();
        assert!(world.everything() == whole, "dropped after {wait_us} us");
    }
}

#[tokio::test]
async fn a_throttled_pull_waits_as_long_as_the_site_asks() {
    let world = World::new().await;
    world.practice.faults().next([Some(Fault::Throttle(1)), Some(Fault::HalfAnswer)]);
    let began = std::time::Instant::now();
    world.pull(PullDepth::Due).await.unwrap();
    assert!(began.elapsed() >= std::time::Duration::from_secs(1));
    assert_eq!(world.store.document_count("Item").unwrap(), 30);
    // A site that asks for minutes is left alone.
    world.practice.faults().next([Some(Fault::Throttle(300))]);
    let throttled = world.pull(PullDepth::Due).await.unwrap_err();
    let wait = std::time::Duration::from_secs(300);
    let SyncError::Site(Failure::Throttled { retry_after }) = throttled else { panic!() };
    assert_eq!(retry_after, Some(wait));
}

/// 400 more customers, on a line that lets a tenth of them through at once.
async fn narrow() -> World {
    let world = World::new().await;
    let mut customers = Vec::new();
    for n in 0..400 {
        let name = format!("Shop {n:03}");
        let customer = json!({"name": name, "customer_name": name, "customer_group": "Commercial",
                              "territory": "United States", "customer_type": "Company"});
        customers.push(("Customer".to_owned(), customer));
    }
    world.practice.site().load(&customers).unwrap();
    world.pull(PullDepth::Due).await.unwrap();
    world
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_asked_for_in_pieces() {
    let mut world = narrow().await;
    let whole = world.everything();
    world.new_phone();
    world.line.longest.store(30_000, Ordering::SeqCst);
    world.pull(PullDepth::Due).await.unwrap();
    assert!(world.everything() == whole);
}

#[tokio::test]
async fn where_answers_break_off_the_next_round_asks_for_less_and_comes_through() {
    let mut world = narrow().await;
    let whole = world.everything();
    world.new_phone();
    world.line.longest.store(60_000, Ordering::SeqCst);
    world.line.cuts.store(true, Ordering::SeqCst);
    let mut rounds = 0;
    while let Err(error) = world.pull(PullDepth::Due).await {
        assert!(matches!(error, SyncError::Site(Failure::Transient { .. })), "{error:?}");
        rounds += 1;
        assert!(rounds < 4, "{error:?}");
    }
    assert!(rounds > 0 && world.everything() == whole);
    let learnt = |world: &World| world.store.setting::<u32>("pull_page_learnt").unwrap();
    assert!(learnt(&world).unwrap() < 5_000, "{:?}", learnt(&world));
}
