//! Orders the site took as drafts and would not submit, mended.

use satchel_domain::orders::{OrderEvent, OrderState};
use satchel_frappe::Document;
use satchel_practice_site::Fault;
use satchel_store::{OrderToPlace, OutboxState, Store};
use satchel_sync::push::{self, OwnReason};
use serde_json::{Value, json};

use super::support::{World, captured, order, payload, uid};

/// The customer may owe so much, of which an order of [`order`] takes 2.96.
async fn with_credit(limit: f64) -> World {
    let world = World::new().await;
    allow(&world, limit).await;
    world
}

/// The first order stands at the office as a draft that was not submitted.
async fn with_draft(limit: f64) -> World {
    let world = with_credit(limit).await;
    world.place(1);
    world.push().await;
    world
}

/// The first one mended, and refused in its turn.
async fn with_refused_mend(limit: f64) -> World {
    let world = with_draft(limit).await;
    let mut bad = mended(2, &[1]);
    bad.payload = bad.payload.replace("SKU-0001", "SKU-NONE");
    world.store().place(bad).wait().unwrap();
    world.push().await;
    world
}

async fn allow(world: &World, limit: f64) {
    let limits = json!([{"company": "Acme Trading", "credit_limit": limit}]);
    let fields = json!({ "credit_limits": limits });
    let fields = fields.as_object().unwrap();
    world.administrator.update("Customer", "Customer 001", fields, None).await.unwrap();
}

/// An order with other fields than those of [`payload`].
fn with(n: u8, fields: Value) -> OrderToPlace {
    let mut sent = payload();
    sent.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    OrderToPlace { payload: sent.to_string(), ..order(n) }
}

/// One piece in place of two.
fn mended(n: u8, replaces: &[u8]) -> OrderToPlace {
    let line = json!([{"item_code": "SKU-0001", "qty": 1, "uom": "Nos", "price_list_rate": 1.52,
                       "discount_percentage": 0, "rate": 1.37, "item_tax_template": ""}]);
    let replaces = replaces.iter().map(|n| uid(*n)).collect();
    OrderToPlace { replaces, ..with(n, json!({ "items": line })) }
}

async fn all_orders(world: &World) -> Vec<Document> {
    world.at_site("Sales Order").await
}

#[tokio::test]
async fn a_draft_that_was_not_submitted_is_mended_under_its_name() {
    let world = with_credit(2.0).await;
    let note = json!({"satchel_note": "by the back door", "additional_discount_percentage": 0,
                      "discount_amount": 0.1, "apply_discount_on": "Grand Total"});
    world.store().place(with(1, note)).wait().unwrap();
    world.push().await;
    let draft = world.the_order(1).await;
    assert_eq!((draft.docstatus(), world.state(1)), (Some(0), OrderState::Booked));
    let refused = world.store().outbox(&[OutboxState::Parked], 9).unwrap();
    assert!(refused[0].last_answer.contains("Credit limit"), "{}", refused[0].last_answer);

    world.store().place(mended(2, &[1])).wait().unwrap();
    assert_eq!(world.state(1), OrderState::Withdrawn);
    world.requests();
    world.push().await;
    assert_eq!(world.requests(), 3, "looked for, written over, submitted");
    let orders = all_orders(&world).await;
    assert_eq!(orders.len(), 1);
    let booked = world.the_order(2).await;
    assert_eq!((booked.name(), booked.docstatus()), (draft.name(), Some(1)));
    assert_eq!(booked.text("satchel_receipt_no"), Some("VAN3-00002"));
    assert_eq!(booked.get("grand_total"), Some(&json!(1.48)));
    assert_eq!(booked.get("discount_amount").and_then(Value::as_f64), Some(0.0));
    assert_eq!(booked.text("satchel_note").unwrap_or_default(), "", "nothing of the first is left");
    assert_eq!(booked.children("items").count(), 1);
    assert_eq!(booked.children("payment_schedule").count(), 1);
    assert_eq!((world.state(1), world.state(2)), (OrderState::Withdrawn, OrderState::Booked));
    let number = OrderEvent::Mended { number: "VAN3-00002".into() };
    assert_eq!(world.events(1).last(), Some(&number));
    assert!(world.store().queue().unwrap().is_empty());
}

#[tokio::test]
async fn whatever_happens_to_the_answer_it_stays_one() {
    for fault in [Fault::CutBefore, Fault::CutAfter, Fault::HalfAnswer, Fault::GatewayTimeout] {
        let world = with_draft(2.0).await;
        world.store().place(mended(2, &[1])).wait().unwrap();
        world.practice.faults().next([None, Some(fault)]);
        world.push_until_quiet().await;
        assert_eq!(all_orders(&world).await.len(), 1, "{fault:?}");
        assert_eq!(world.the_order(2).await.docstatus(), Some(1), "{fault:?}");
        assert_eq!(world.state(2), OrderState::Booked, "{fault:?}");
    }
}

#[tokio::test]
async fn a_mended_one_that_is_refused_and_mended_again_still_finds_the_draft() {
    let world = with_refused_mend(2.0).await;
    assert_eq!(world.state(2), OrderState::NeedsHand);
    assert_eq!(world.the_order(1).await.docstatus(), Some(0), "as it was");
    world.store().place(mended(3, &[2, 1])).wait().unwrap();
    world.push().await;
    assert_eq!(all_orders(&world).await.len(), 1);
    assert_eq!(world.the_order(3).await.docstatus(), Some(1));
}

#[tokio::test]
async fn a_mended_one_that_is_not_submitted_either_is_mended_too() {
    let world = with_draft(1.0).await;
    world.store().place(mended(2, &[1])).wait().unwrap();
    world.push().await;
    assert_eq!(
        (world.state(2), world.the_order(2).await.docstatus()),
        (OrderState::Booked, Some(0))
    );
    allow(&world, 2.0).await;
    world.store().place(mended(3, &[2, 1])).wait().unwrap();
    world.push().await;
    assert_eq!(all_orders(&world).await.len(), 1);
    assert_eq!(world.the_order(3).await.docstatus(), Some(1));
    assert_eq!(world.state(2), OrderState::Withdrawn);
}

#[tokio::test]
async fn taken_back_the_draft_at_the_office_counts_again() {
    let world = with_draft(2.0).await;
    world.store().place(mended(2, &[1])).wait().unwrap();
    world.store().withdraw(uid(2), "they want both".into(), captured()).wait().unwrap();
    assert_eq!((world.state(1), world.state(2)), (OrderState::Booked, OrderState::Withdrawn));
    let left = OrderEvent::LeftAsDraft { reason: "they want both".into() };
    assert_eq!(world.events(1).last(), Some(&left));
    assert_eq!(world.push().await.steps, 0, "nothing is left to do");

    // The same after the site said no to the mended one.
    let world = with_refused_mend(2.0).await;
    assert!(world.store().replaces_a_draft(&world.row(2)).unwrap());
    world.store().withdraw_row(world.row(2).seq, "no".into(), captured()).wait().unwrap();
    assert_eq!((world.state(1), world.state(2)), (OrderState::Booked, OrderState::Withdrawn));
}

#[tokio::test]
async fn what_the_office_did_to_the_draft_is_not_written_over() {
    let world = with_draft(2.0).await;
    let name = world.the_order(1).await.name().unwrap().to_owned();
    let change = json!({"po_no": "4711"});
    let change = change.as_object().unwrap();
    world.administrator.update("Sales Order", &name, change, None).await.unwrap();
    world.store().place(mended(2, &[1])).wait().unwrap();
    world.push().await;
    let told = OwnReason::ReplacedChanged(name.clone()).to_text();
    assert_eq!((world.state(2), world.row(2).last_answer), (OrderState::NeedsHand, told));
    assert_eq!(world.the_order(1).await.text("po_no"), Some("4711"));

    // Submitted by the office after all.
    allow(&world, 100.0).await;
    world.administrator.submit("Sales Order", &name, None).await.unwrap();
    world.store().send_again(world.row(2).seq, captured()).wait().unwrap();
    world.push().await;
    let told = OwnReason::ReplacedArrived(name).to_text();
    assert_eq!(world.row(2).last_answer, told);
    assert_eq!(all_orders(&world).await.len(), 1);
}

#[tokio::test]
async fn a_draft_that_is_gone_or_cancelled_is_made_anew() {
    let world = with_draft(2.0).await;
    let name = world.the_order(1).await.name().unwrap().to_owned();
    world.administrator.delete("Sales Order", &name).await.unwrap();
    world.store().place(mended(2, &[1])).wait().unwrap();
    world.push().await;
    assert_eq!(all_orders(&world).await.len(), 1);
    assert_eq!(world.the_order(2).await.docstatus(), Some(1));
}

/// A first request of the draft that got no answer may still be carried out: its uid stays taken until it
/// cannot be.
#[tokio::test]
async fn after_a_lost_answer_it_waits_until_no_request_can_be_under_way() {
    let world = with_credit(2.0).await;
    world.place(1);
    world.practice.faults().next([Some(Fault::CutBefore)]);
    world.push_until_quiet().await;
    assert_eq!(world.row(1).sent, 2);
    world.clock.advance_ms(60_000);
    world.store().place(mended(2, &[1])).wait().unwrap();
    let report = world.push().await;
    assert_eq!((report.arrived, world.state(2)), (0, OrderState::Waiting));
    assert_eq!(world.the_order(1).await.docstatus(), Some(0));
    world.clock.advance_ms(10 * 60_000);
    world.push_until_quiet().await;
    assert_eq!(all_orders(&world).await.len(), 1);
    assert_eq!(world.the_order(2).await.docstatus(), Some(1));
}

#[tokio::test]
async fn an_order_that_was_submitted_is_replaced_by_none() {
    let world = World::new().await;
    world.place(1);
    world.push().await;
    assert!(world.store().place(mended(2, &[1])).wait().is_err());
    assert_eq!(world.state(1), OrderState::Booked);
}

/// The office's store of a courier's file knows nothing of what became of the first one.
#[tokio::test]
async fn a_courier_brings_it_over_the_draft_too_and_phone_and_courier_make_one() {
    let world = with_refused_mend(1.0).await;
    allow(&world, 2.0).await;
    world.store().place(mended(3, &[2, 1])).wait().unwrap();

    let folder = tempfile::tempdir().unwrap();
    let carried = Store::open_with_key(&folder.path().join("c.db"), [8; 32]).unwrap();
    carried.carry_in(world.store().carry_out().unwrap()).wait().unwrap();
    let (clock, random) = (world.clock.as_ref(), &world.random);
    let office = &world.administrator;
    push::round(&carried, office, &world.account, clock, random).await.unwrap();
    assert_eq!(all_orders(&world).await.len(), 1);
    assert_eq!(world.the_order(3).await.docstatus(), Some(1));
    world.push_until_quiet().await;
    assert_eq!(all_orders(&world).await.len(), 1);
    assert_eq!(world.state(3), OrderState::Booked);
}
