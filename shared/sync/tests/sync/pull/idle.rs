//! What a round costs where nothing changed.

use satchel_sync::pull::PullDepth;
use satchel_sync::pull::schedule::MOST_REQUESTS;

use super::support::World;

#[tokio::test]
async fn an_idle_round_takes_at_most_25_requests_and_30_kb() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    // The overlap is read again once; then, at any time of the day, nothing is.
    world.pass(5);
    world.pull(PullDepth::Due).await.unwrap();
    let before = world.everything();
    let mut most = (0, 0);
    for minutes in [5, 5, 60, 5, 24 * 60, 5, 5, 10 * 24 * 60, 5] {
        world.pass(minutes);
        world.line.reset(0);
        world.pull(PullDepth::Due).await.unwrap();
        let (requests, bytes) = (world.line.requests(), world.line.bytes());
        assert!(requests <= MOST_REQUESTS as u64, "{requests} requests");
        assert!(bytes <= 30_000, "{bytes} bytes in {requests} requests");
        most = most.max((requests, bytes));
    }
    println!("the largest idle round: {} requests, {} bytes both ways", most.0, most.1);
    assert!(world.everything() == before, "the same documents");
}

#[tokio::test]
async fn a_short_round_asks_only_for_what_changes_by_the_hour() {
    let mut world = World::new().await;
    world.pull(PullDepth::Due).await.unwrap();
    world.hour().await;
    world.pass(60);
    world.line.reset(0);
    world.pull(PullDepth::Changes).await.unwrap();
    assert_eq!(world.line.requests(), 11, "ten doctypes, and who the user is");
}
