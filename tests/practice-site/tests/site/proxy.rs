//! The fault-injecting proxy in front of a site: what it lets through is what the site says, and
//! what it breaks is broken as on the site's own line.

use std::sync::Arc;

use crate::support::{REP, World, made, order};
use satchel_frappe::{
    Client, Failure, HttpOptions, HttpTransport, NotFrappe, SiteAddress, failure::LostAnswer,
};
use satchel_practice_site::{Fault, FaultProxy, Profile};

async fn proxied(world: &World) -> (FaultProxy, Client) {
    let site = SiteAddress::parse(&world.practice.address()).unwrap();
    let proxy = FaultProxy::start(&site, None).await.unwrap();
    let address = SiteAddress::parse(&proxy.address()).unwrap();
    let transport = HttpTransport::new(address, HttpOptions::default()).unwrap();
    let client = Client::new(Arc::new(transport), world.token(REP));
    (proxy, client)
}

#[tokio::test]
async fn without_faults_it_is_the_site() {
    let world = World::set_up().await;
    let (proxy, client) = proxied(&world).await;
    let direct = world.client(REP);
    assert_eq!(client.names("Item", &[]).await.unwrap(), direct.names("Item", &[]).await.unwrap());
    assert!(made(&client, "u-1").await.name().is_some());
    let again = client.insert("Sales Order", &order("u-1")).await.unwrap_err();
    assert!(again.refusal().unwrap().is_duplicate_value(), "{again:?}");
    let read = proxy.traffic().read();
    assert_eq!(read.requests["POST Sales Order"], 2);
    assert_eq!(read.total(), 3);
    // Two bodies of an order went up; the order and its totals came down once.
    let body = serde_json::to_string(order("u-1").fields()).unwrap().len() as u64;
    assert!(read.sent > 2 * body && read.sent < 2 * body + 3_000, "{}", read.sent);
    assert!(read.received > 3_000, "{}", read.received);
}

#[tokio::test]
async fn what_it_breaks_after_the_request_was_carried_out_is_at_the_site() {
    let world = World::set_up().await;
    let (proxy, client) = proxied(&world).await;
    for (number, (fault, cause)) in [
        (Fault::CutAfter, LostAnswer::Cut),
        (Fault::HalfAnswer, LostAnswer::Cut),
        (Fault::GatewayTimeout, LostAnswer::Gateway),
        (Fault::BadGateway, LostAnswer::Gateway),
    ]
    .into_iter()
    .enumerate()
    {
        let uid = format!("u-{number}");
        proxy.faults().next([Some(fault)]);
        let failure = client.insert("Sales Order", &order(&uid)).await.unwrap_err();
        assert_eq!(failure, Failure::Unknown { cause }, "{fault:?}");
        let there = client.find_by_uid("Sales Order", &uid, &[]).await.unwrap();
        assert!(there.is_some(), "{fault:?}");
    }
}

#[tokio::test]
async fn what_it_answers_itself_never_reaches_the_site() {
    let world = World::set_up().await;
    let (proxy, client) = proxied(&world).await;
    for (number, fault) in [
        Fault::CutBefore,
        Fault::Throttle(7),
        Fault::ServerError,
        Fault::Maintenance,
        Fault::LoginExpired,
        Fault::LoginPage,
        Fault::CaptivePortal,
    ]
    .into_iter()
    .enumerate()
    {
        let uid = format!("u-{number}");
        proxy.faults().next([Some(fault)]);
        let failure = client.insert("Sales Order", &order(&uid)).await.unwrap_err();
        let right = match fault {
            Fault::CutBefore => matches!(failure, Failure::Unknown { .. }),
            Fault::Throttle(_) => matches!(failure, Failure::Throttled { .. }),
            Fault::ServerError => matches!(failure, Failure::Transient { .. }),
            Fault::Maintenance => matches!(failure, Failure::Maintenance { .. }),
            Fault::LoginExpired => matches!(failure, Failure::Unauthorised { .. }),
            Fault::LoginPage | Fault::CaptivePortal => {
                matches!(failure, Failure::NotFrappe { why: NotFrappe::WebPage { status: 200 } })
            }
            _ => false,
        };
        assert!(right, "{fault:?} gave {failure:?}");
        assert!(client.find_by_uid("Sales Order", &uid, &[]).await.unwrap().is_none(), "{fault:?}");
    }
}

#[tokio::test]
async fn nobody_behind_it_is_a_cut() {
    let gone = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        SiteAddress::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap()
    };
    let proxy = FaultProxy::start(&gone, None).await.unwrap();
    let address = SiteAddress::parse(&proxy.address()).unwrap();
    let transport = HttpTransport::new(address, HttpOptions::default()).unwrap();
    let failure = Client::new(Arc::new(transport), None).ping().await.unwrap_err();
    // A ping may be asked again without harm, so a cut is no doubt.
    assert!(matches!(failure, Failure::Transient { .. } | Failure::Offline { .. }), "{failure:?}");
}

/// The rule of the outbox under every profile: unknown is looked up, the rest is sent again.
#[tokio::test]
async fn every_profile_lets_everything_through_in_the_end_and_once() {
    let world = World::set_up().await;
    let (proxy, client) = proxied(&world).await;
    for name in Profile::NAMES {
        let profile = Profile::named(name).unwrap();
        proxy.faults().follow(11, &profile);
        for number in 0..10 {
            let uid = format!("{name}-{number}");
            let mut tries = 0;
            loop {
                tries += 1;
                assert!(tries < 500, "{name} lets nothing through");
                match client.insert("Sales Order", &order(&uid)).await {
                    Ok(_) => break,
                    Err(Failure::Refused(refusal)) if refusal.is_duplicate_value() => break,
                    Err(_) => {}
                }
            }
        }
        proxy.faults().clear();
        let names = client.names("Sales Order", &[]).await.unwrap();
        let place = Profile::NAMES.iter().position(|one| *one == name).unwrap();
        assert_eq!(names.len(), (place + 1) * 10, "{name}");
    }
}
