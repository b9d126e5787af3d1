//! Faults on demand, seen from the client: what it calls unknown is looked up, and nothing doubles.

use std::time::{Duration, Instant};

use crate::support::World;
use satchel_frappe::{Document, Failure, NotFrappe, failure::LostAnswer};
use satchel_practice_site::Fault;
use serde_json::json;

const REP: &str = "satchel.rep@example.com";

fn customer(uid: &str) -> Document {
    let fields = json!({"customer_name": format!("Shop {uid}"), "customer_type": "Company",
        "customer_group": "Commercial", "territory": "United States", "satchel_uid": uid});
    Document::from(fields.as_object().unwrap().clone())
}

/// Inserts under a fault; gives the failure and whether the site has the document.
async fn under(fault: Fault) -> (Failure, bool) {
    let world = World::set_up().await;
    let client = world.client(REP);
    world.practice.faults().next([Some(fault)]);
    let failure = client.insert("Customer", &customer("u-1")).await.unwrap_err();
    let there = client.find_by_uid("Customer", "u-1", &[]).await.unwrap().is_some();
    (failure, there)
}

#[tokio::test]
async fn what_was_carried_out_without_an_answer_is_unknown() {
    for (fault, cause) in [
        (Fault::CutAfter, LostAnswer::Cut),
        (Fault::HalfAnswer, LostAnswer::Cut),
        (Fault::GatewayTimeout, LostAnswer::Gateway),
    ] {
        let (failure, there) = under(fault).await;
        assert_eq!(failure, Failure::Unknown { cause }, "{fault:?}");
        assert!(there, "{fault:?}");
    }
}

#[tokio::test]
async fn what_was_cut_before_is_unknown_too_and_not_there() {
    let (failure, there) = under(Fault::CutBefore).await;
    assert_eq!(failure, Failure::Unknown { cause: LostAnswer::Cut });
    assert!(!there);
}

#[tokio::test]
async fn what_the_site_turned_away_is_not_there() {
    for fault in [
        Fault::Throttle(15),
        Fault::ServerError,
        Fault::Maintenance,
        Fault::LoginExpired,
        Fault::CaptivePortal,
    ] {
        let (failure, there) = under(fault).await;
        assert!(!there, "{fault:?}");
        match (fault, failure) {
            (Fault::Throttle(_), Failure::Throttled { retry_after }) => {
                assert_eq!(retry_after, Some(Duration::from_secs(15)));
            }
            (Fault::ServerError, Failure::Transient { fault, .. }) => {
                assert_eq!(fault.status, Some(500));
            }
            (Fault::Maintenance, Failure::Maintenance { .. })
            | (Fault::LoginExpired, Failure::Unauthorised { .. }) => {}
            (
                Fault::CaptivePortal,
                Failure::NotFrappe { why: NotFrappe::WebPage { status: 200 } },
            ) => {}
            (fault, failure) => panic!("{fault:?} gave {failure:?}"),
        }
    }
}

#[tokio::test]
async fn a_slow_site_is_waited_for() {
    let world = World::set_up().await;
    world.practice.faults().always(Some(Fault::Latency(Duration::from_millis(120))));
    let start = Instant::now();
    world.client(REP).names("Item", &[]).await.unwrap();
    assert!(start.elapsed() >= Duration::from_millis(120));
}

/// The rule of the outbox over a bad line: unknown is looked up, the rest is sent again.
#[tokio::test]
async fn fifty_customers_over_a_bad_line_arrive_once_each() {
    let world = World::set_up().await;
    let client = world.client(REP);
    let chances = vec![
        (Fault::CutBefore, 100),
        (Fault::CutAfter, 100),
        (Fault::HalfAnswer, 100),
        (Fault::Throttle(0), 50),
        (Fault::ServerError, 50),
        (Fault::GatewayTimeout, 50),
        (Fault::CaptivePortal, 50),
    ];
    world.practice.faults().at_random(7, chances);
    let mut tries = 0;
    for number in 0..50 {
        let uid = format!("u-{number}");
        loop {
            tries += 1;
            assert!(tries < 1_000, "it goes on for ever");
            match client.insert("Customer", &customer(&uid)).await {
                Ok(_) => break,
                Err(Failure::Refused(refusal)) => {
                    assert!(refusal.is_duplicate_value(), "{refusal:?}");
                    break;
                }
                Err(failure) if failure.may_have_run() => {
                    if let Ok(Some(_)) = client.find_by_uid("Customer", &uid, &[]).await {
                        break;
                    }
                }
                Err(_) => {}
            }
        }
    }
    assert!(tries > 55, "the line was bad: {tries}");
    world.practice.faults().clear();
    let shops = client.names("Customer", &[]).await.unwrap();
    let shops: Vec<_> = shops.iter().filter(|name| name.starts_with("Shop ")).collect();
    assert_eq!(shops.len(), 50, "{shops:?}");
}
