//! Once each, whatever the line does.

use satchel_domain::orders::OrderState;
use satchel_practice_site::Fault;
use satchel_store::{OrderToPlace, OutboxState};
use serde_json::json;

use super::support::{World, order, uid};

#[tokio::test]
async fn a_lost_answer_is_looked_up_and_adopted() {
    for fault in [Fault::CutAfter, Fault::HalfAnswer, Fault::GatewayTimeout, Fault::CutBefore] {
        let world = World::new().await;
        world.place(1);
        world.practice.faults().next([Some(fault)]);
        world.push_until_quiet().await;
        assert_eq!(world.the_order(1).await.docstatus(), Some(1), "{fault:?}");
        assert_eq!(world.state(1), OrderState::Booked, "{fault:?}");
        assert_eq!(world.row(1).attempts, 0, "a doubt is no failure: {fault:?}");
    }
}

#[tokio::test]
async fn a_lost_answer_to_the_submit_is_looked_up_too() {
    for fault in [Fault::CutAfter, Fault::HalfAnswer, Fault::CutBefore] {
        let world = World::new().await;
        world.place(1);
        world.practice.faults().next([None, Some(fault)]);
        world.push_until_quiet().await;
        assert_eq!(world.the_order(1).await.docstatus(), Some(1), "{fault:?}");
        assert!(world.store().queue().unwrap().is_empty());
    }
}

#[tokio::test]
async fn one_uid_sent_by_two_is_one_order_and_adopted() {
    let world = World::new().await;
    world.place(1);
    // Somebody else delivered it: the courier, or this phone in another life.
    let mut delivered: serde_json::Map<_, _> = serde_json::from_str(&world.row(1).payload).unwrap();
    delivered.insert("satchel_uid".into(), json!(uid(1).to_string()));
    let saved = world.administrator.insert("Sales Order", &delivered.into()).await.unwrap();
    world.push().await;
    assert_eq!(world.the_order(1).await.name(), saved.document.name());
    let row = world.store().order(uid(1)).unwrap().unwrap().row;
    assert_eq!(row.server_name.unwrap().as_str(), saved.document.name().unwrap());
    assert_eq!(world.row(1).attempts, 0);
}

#[tokio::test]
async fn an_order_delivered_and_submitted_elsewhere_is_not_submitted_again() {
    let world = World::new().await;
    world.place(1);
    let mut delivered: serde_json::Map<_, _> = serde_json::from_str(&world.row(1).payload).unwrap();
    delivered.insert("satchel_uid".into(), json!(uid(1).to_string()));
    let saved = world.administrator.insert("Sales Order", &delivered.into()).await.unwrap();
    let name = saved.document.name().unwrap();
    let submitted = world.administrator.submit("Sales Order", name, None).await.unwrap();
    world.push().await;
    assert_eq!(world.the_order(1).await.modified(), submitted.document.modified());
    assert!(world.store().queue().unwrap().is_empty());
}

/// Numbers are given out again: a submit must not hit the order that has the number now.
#[tokio::test]
async fn a_number_given_again_is_not_mistaken_for_the_order_that_had_it() {
    let world = World::new().await;
    world.place(1);
    world.practice.faults().next([None, Some(Fault::ServerError)]);
    world.push().await;
    let name = world.the_order(1).await.name().unwrap().to_owned();
    world.administrator.delete("Sales Order", &name).await.unwrap();
    let mut other: serde_json::Map<_, _> = serde_json::from_str(&world.row(1).payload).unwrap();
    other.insert("satchel_uid".into(), json!("of-another-phone"));
    let other = world.administrator.insert("Sales Order", &other.into()).await.unwrap();
    assert_eq!(other.document.name(), Some(name.as_str()), "the number is given again");
    world.push_until_quiet().await;
    let now = world.administrator.get_doc("Sales Order", &name).await.unwrap();
    assert_eq!(now.docstatus(), Some(0), "the other phone's order is untouched");
    let queue = world.store().queue().unwrap();
    assert_eq!(queue.len(), 1);
    assert_eq!(queue[0].state, OutboxState::Parked, "a person must know");
}

#[tokio::test]
async fn a_draft_the_office_edited_is_submitted_as_it_is_now() {
    let world = World::new().await;
    world.place(1);
    world.practice.faults().next([None, Some(Fault::ServerError)]);
    world.push().await;
    let name = world.the_order(1).await.name().unwrap().to_owned();
    let edit = json!({"po_no": "77"}).as_object().unwrap().clone();
    world.administrator.update("Sales Order", &name, &edit, None).await.unwrap();
    world.push_until_quiet().await;
    let now = world.the_order(1).await;
    assert_eq!((now.docstatus(), now.text("po_no")), (Some(1), Some("77")));
}

#[tokio::test]
async fn thirty_orders_over_a_bad_line_arrive_once_each() {
    let world = World::new().await;
    for n in 1..=30 {
        world.store().place(OrderToPlace { signature: vec![b'M'], ..order(n) }).wait().unwrap();
    }
    let chances = vec![
        (Fault::CutBefore, 80),
        (Fault::CutAfter, 80),
        (Fault::HalfAnswer, 80),
        (Fault::Throttle(3), 40),
        (Fault::ServerError, 40),
        (Fault::GatewayTimeout, 40),
        (Fault::CaptivePortal, 40),
        (Fault::Maintenance, 20),
        (Fault::LoginExpired, 20),
    ];
    world.practice.faults().at_random(11, chances);
    for _ in 0..200 {
        world.push().await;
        if world.store().queue().unwrap().is_empty() {
            break;
        }
        world.clock.advance_ms(3_600_000);
    }
    world.practice.faults().clear();
    assert!(world.store().queue().unwrap().is_empty());
    for n in 1..=30 {
        assert_eq!(world.the_order(n).await.docstatus(), Some(1));
        assert_eq!(world.state(n), OrderState::Booked);
    }
    let files = world.at_site("File").await;
    assert_eq!(files.len(), 30, "one signature an order");
}
