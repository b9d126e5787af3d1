//! What the site says no to.

use satchel_domain::orders::OrderState;
use satchel_frappe::transport::Effect;
use satchel_store::{CheckIn, OrderToPlace, OutboxState};
use serde_json::json;

use super::support::{World, captured, order, payload, uid};

fn without_delivery_date(n: u8) -> OrderToPlace {
    let mut sent = payload();
    sent.as_object_mut().unwrap().remove("delivery_date");
    OrderToPlace { payload: sent.to_string(), ..order(n) }
}

#[tokio::test]
async fn one_refused_order_stops_none_of_the_others() {
    let world = World::new().await;
    world.place(1);
    world.store().place(without_delivery_date(2)).wait().unwrap();
    world.place(3);
    let report = world.push().await;
    assert_eq!((report.arrived, report.refused), (4, 1));
    assert_eq!(world.state(2), OrderState::NeedsHand);
    let words = world.row(2).last_answer;
    assert!(words.contains("Delivery Date") && !words.contains('<'), "{words}");
    assert_eq!((world.state(1), world.state(3)), (OrderState::Booked, OrderState::Booked));
    world.clock.advance_ms(86_400_000);
    assert_eq!(world.push().await.steps, 0, "never retried blindly");
}

#[tokio::test]
async fn a_refused_order_mended_is_one_order() {
    let world = World::new().await;
    world.store().place(without_delivery_date(1)).wait().unwrap();
    world.push().await;
    let mended = OrderToPlace { replaces: vec![uid(1)], ..order(2) };
    world.store().place(mended).wait().unwrap();
    world.push_until_quiet().await;
    assert_eq!((world.orders_of(1).await.len(), world.orders_of(2).await.len()), (0, 1));
    assert_eq!((world.state(1), world.state(2)), (OrderState::Withdrawn, OrderState::Booked));
}

/// The first one was thought refused, and yet is there: the mended one must not make it two.
#[tokio::test]
async fn a_mended_order_does_not_go_beside_one_that_arrived_late() {
    let world = World::new().await;
    world.store().place(without_delivery_date(1)).wait().unwrap();
    world.push().await;
    world.store().place(OrderToPlace { replaces: vec![uid(1)], ..order(2) }).wait().unwrap();
    let mut late = payload();
    late["satchel_uid"] = json!(uid(1).to_string());
    let late = late.as_object().unwrap().clone();
    world.administrator.insert("Sales Order", &late.into()).await.unwrap();
    world.push_until_quiet().await;
    assert_eq!((world.orders_of(1).await.len(), world.orders_of(2).await.len()), (1, 0));
    assert_eq!(world.state(2), OrderState::NeedsHand);
}

#[tokio::test]
async fn a_refused_order_goes_again_once_the_office_has_mended_its_side() {
    let world = World::new().await;
    let mut sent = payload();
    sent["customer"] = json!("Customer of tomorrow");
    world.store().place(OrderToPlace { payload: sent.to_string(), ..order(1) }).wait().unwrap();
    world.push().await;
    assert_eq!(world.state(1), OrderState::NeedsHand);
    let customer = json!({"customer_name": "Customer of tomorrow", "customer_type": "Company",
                          "customer_group": "Commercial", "territory": "United States"});
    let customer = customer.as_object().unwrap().clone();
    world.administrator.insert("Customer", &customer.into()).await.unwrap();
    world.store().send_again(world.row(1).seq, captured()).wait().unwrap();
    world.push().await;
    assert_eq!(world.state(1), OrderState::Booked);
}

#[tokio::test]
async fn what_a_supervisor_took_over_is_found_when_it_arrives() {
    let world = World::new().await;
    world.store().place(without_delivery_date(1)).wait().unwrap();
    world.push().await;
    world.store().hand_over(world.row(1).seq, String::new(), None, captured()).wait().unwrap();
    world.push().await;
    assert_eq!(world.row(1).state, OutboxState::Handed);
    let mut entered = payload();
    entered["satchel_uid"] = json!(uid(1).to_string());
    let entered = entered.as_object().unwrap().clone();
    world.administrator.insert("Sales Order", &entered.into()).await.unwrap();
    world.clock.advance_ms(2 * 3_600_000);
    world.push().await;
    assert_eq!(world.state(1), OrderState::Booked);
    assert_eq!(world.orders_of(1).await.len(), 1);
}

/// Reps may make Field Visits and not read them: the answer to the second insert is the proof.
#[tokio::test]
async fn a_visit_that_may_not_be_read_is_proven_by_its_second_insert() {
    let world = World::new().await;
    let rules = "frappe.core.page.permission_manager.permission_manager.update";
    for ptype in ["read", "write"] {
        let args = json!({"doctype": "Field Visit", "role": "Satchel Rep", "permlevel": 0,
                          "if_owner": 1, "ptype": ptype, "value": "0"});
        world.administrator.call(rules, &args, Effect::Write).await.unwrap();
    }
    let visit = CheckIn {
        uid: uid(5),
        customer: None,
        customer_name: String::new(),
        event: String::new(),
        captured: captured(),
        note: String::new(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: json!({"customer": "Customer 001", "check_in": "2026-11-21 16:00:00"}).to_string(),
    };
    world.store().check_in(visit).wait().unwrap();
    world.practice.faults().next([Some(satchel_practice_site::Fault::CutAfter)]);
    world.push_until_quiet().await;
    assert_eq!(world.row(5).state, OutboxState::Done);
    assert_eq!(world.at_site("Field Visit").await.len(), 1);
}
