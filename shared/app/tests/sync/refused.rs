//! What the site refuses, and what a person makes of it.

use satchel_app::views::{HandAction, MendView, OrderEdit, OutgoingState, StripState};
use satchel_domain::orders::OrderState;
use satchel_practice_site::Fault;
use serde_json::json;

use crate::support::World;

/// An order the site refuses: one of its items was disabled there meanwhile.
async fn refused() -> (World, String) {
    let world = World::ready().await;
    world.session.stop_sync();
    let uid = world.place();
    world.change_item("SKU-0002", "disabled", json!(1));
    world.session.start_sync().unwrap();
    world.until("the refusal", |world| !world.centre().needs_hand.is_empty()).await;
    world.until_at_rest().await;
    (world, uid)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_order_stands_there_in_the_sites_words() {
    let (world, uid) = refused().await;
    let row = world.refused();
    assert!(row.said.contains("SKU-0002 is disabled"), "{row:#?}");
    assert_eq!((row.what, row.order.as_str()), ("outgoing-sales-order", uid.as_str()));
    assert_eq!((row.title.as_str(), row.state.clone()), ("P07-00001", OutgoingState::NeedsHand));
    assert_eq!(row.actions[0], HandAction::Mend);
    assert_eq!(world.session.order_detail(&uid).unwrap().hand.unwrap(), row);
    let waiting = world.centre().waiting;
    assert_eq!(waiting[0].held_by.as_deref(), Some("P07-00001"), "its signature waits for it");
    assert_eq!(
        world.session.strip().unwrap(),
        StripState::NeedsHand { refused: 1, only_orders: true, waiting: 0 }
    );
    assert_eq!(world.count("Sales Order").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mended_order_reaches_the_site_once() {
    let (world, refused) = refused().await;
    let row = world.refused().row;
    let MendView::Order { uid } = world.session.mend(row).unwrap() else { panic!() };
    assert_eq!(world.session.mend(row).unwrap(), MendView::Order { uid: uid.clone() });
    assert_eq!(world.state(&refused), OrderState::NeedsHand, "nothing happened to it yet");
    let other = world.session.start_order("server:Customer 001").unwrap();
    assert_ne!(other, uid, "a new order is another draft");
    world.session.discard_order(&other).unwrap();

    world.session.edit_order(&uid, OrderEdit::Remove { line: 1 }).unwrap();
    world.session.place_order(&uid, "").unwrap();
    assert_eq!(world.state(&refused), OrderState::Withdrawn);
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(world.state(&uid), OrderState::Booked);
    assert!(world.at_site(&uid).await.is_some() && world.at_site(&refused).await.is_none());
    assert_eq!(world.count("Sales Order").await, 1);
    assert_eq!(world.orders(), 2, "the refused one can still be looked at");
    let told = world.session.order_detail(&refused).unwrap().timeline;
    let last = told.last().unwrap();
    assert_eq!((last.what.as_str(), last.note.as_str()), ("timeline-mended", "P07-00002"));
    let draft = world.session.mend(row).unwrap_err();
    assert_eq!(draft.message_id(), "error-app-not-found");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_goes_again_is_not_mended_as_well() {
    let (world, refused) = refused().await;
    let row = world.refused().row;
    let MendView::Order { uid } = world.session.mend(row).unwrap() else { panic!() };
    world.session.edit_order(&uid, OrderEdit::Remove { line: 1 }).unwrap();
    world.change_item("SKU-0002", "disabled", json!(0));
    world.session.send_again(row).unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let error = world.session.place_order(&uid, "").unwrap_err();
    assert_eq!(error.message_id(), "error-app-mended-meanwhile");
    assert_eq!(error.args(), [("number", "P07-00001".to_owned())]);
    assert_eq!(world.state(&refused), OrderState::Booked);
    assert_eq!(world.count("Sales Order").await, 1);
}

/// What the customer may owe.
async fn allow(world: &World, limit: f64) {
    let fields = json!({"credit_limits": [{"company": "Acme Trading", "credit_limit": limit}]});
    let fields = fields.as_object().unwrap();
    world.administrator.update("Customer", "Customer 001", fields, None).await.unwrap();
}

/// An order the office has as a draft and would not submit; its uid.
async fn not_submitted() -> (World, String) {
    let world = World::ready().await;
    allow(&world, 5.0).await;
    let first = world.place();
    world.until("the refusal", |world| !world.centre().needs_hand.is_empty()).await;
    world.until_at_rest().await;
    (world, first)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_the_office_would_not_submit_is_mended_in_its_draft() {
    let (world, first) = not_submitted().await;
    let row = world.refused();
    assert!(row.said.contains("Credit limit"), "{row:#?}");
    assert_eq!((row.what, row.title.as_str()), ("outgoing-submit", "P07-00001"));
    assert_eq!(
        (row.actions[0], row.actions.last()),
        (HandAction::Mend, Some(&HandAction::LeaveDraft))
    );
    let draft = world.at_site(&first).await.unwrap();
    assert_eq!((draft.docstatus(), world.state(&first)), (Some(0), OrderState::Booked));

    let MendView::Order { uid } = world.session.mend(row.row).unwrap() else { panic!() };
    assert_eq!(world.session.mend(row.row).unwrap(), MendView::Order { uid: uid.clone() });
    world.session.edit_order(&uid, OrderEdit::Remove { line: 1 }).unwrap();
    world.session.place_order(&uid, "M0 0L9 9").unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(
        (world.state(&first), world.state(&uid)),
        (OrderState::Withdrawn, OrderState::Booked)
    );
    let booked = world.at_site(&uid).await.unwrap();
    assert_eq!((booked.name(), booked.docstatus()), (draft.name(), Some(1)));
    assert!(world.at_site(&first).await.is_none());
    assert_eq!(world.count("Sales Order").await, 1);
    let files = world.count("File").await;
    assert_eq!(files, 2, "both signatures stay with it");
    world.session.sync_now();
    world.until_at_rest().await;
    assert_eq!(world.orders(), 2, "the first can still be looked at, and the site's is the second");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_left_at_the_office_gets_no_second_order_beside_it() {
    let (world, first) = not_submitted().await;
    let row = world.refused().row;
    let MendView::Order { uid } = world.session.mend(row).unwrap() else { panic!() };
    world.session.withdraw(row, "They approve it").unwrap();
    let error = world.session.place_order(&uid, "").unwrap_err();
    assert_eq!(error.message_id(), "error-app-mended-meanwhile");
    assert_eq!((world.state(&first), world.count("Sales Order").await), (OrderState::Booked, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mended_order_that_waits_can_be_taken_back_for_the_offices_draft() {
    let (world, first) = not_submitted().await;
    let row = world.refused().row;
    world.session.stop_sync();
    let MendView::Order { uid } = world.session.mend(row).unwrap() else { panic!() };
    world.session.edit_order(&uid, OrderEdit::Remove { line: 1 }).unwrap();
    world.session.place_order(&uid, "").unwrap();
    let waiting = world.centre().waiting;
    let mended = waiting.iter().find(|row| row.order == uid).unwrap();
    assert_eq!(mended.actions, [HandAction::LeaveDraft]);
    world.session.withdraw(mended.row, "They approve it").unwrap();
    assert_eq!(
        (world.state(&first), world.state(&uid)),
        (OrderState::Booked, OrderState::Withdrawn)
    );
    let told = world.session.order_detail(&first).unwrap().timeline;
    let last = told.last().unwrap();
    assert_eq!(
        (last.what.as_str(), last.note.as_str()),
        ("timeline-left-as-draft", "They approve it")
    );
    assert!(world.centre().is_clear());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_to_a_supervisor_stays_in_sight() {
    let (world, uid) = refused().await;
    let row = world.refused();
    assert!(row.note_goes_along);
    world.session.hand_to_supervisor(row.row, "Please enable the item").unwrap();
    assert_eq!(world.refused().state, OutgoingState::Handed);
    assert!(!world.refused().actions.contains(&HandAction::HandOver));
    let told = world.session.order_detail(&uid).unwrap().timeline;
    let last = told.last().unwrap();
    assert_eq!(
        (last.what.as_str(), last.note.as_str()),
        ("timeline-handed-over", "Please enable the item")
    );
    let gone = |world: &World| world.centre().waiting.iter().all(|row| row.what != "outgoing-slip");
    world.until("the note", gone).await;
    assert_eq!(world.count("Sales Order").await, 0);
    let files = world.administrator.names("File", &[]).await.unwrap();
    assert_eq!(files.len(), 1, "the note, without the signature");
    let file = world.administrator.get_doc("File", &files[0]).await.unwrap();
    assert_eq!(file.text("file_name"), Some("P07-00001.txt"));
    assert_eq!(file.text("attached_to_doctype"), Some("Customer"));
    assert_eq!(file.text("attached_to_name"), Some("Customer 001"));
    assert!(world.session.attached(&uid).unwrap().is_empty(), "it is no picture of the order");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_has_not_left_yet_goes_with_what_it_is_about() {
    let (world, _) = refused().await;
    world.session.stop_sync();
    let row = world.refused().row;
    world.session.hand_to_supervisor(row, "Please enable the item").unwrap();
    let notes = |world: &World| {
        world.centre().waiting.into_iter().filter(|row| row.what == "outgoing-slip").count()
    };
    assert_eq!(notes(&world), 1);
    world.session.withdraw(row, "Settled by telephone").unwrap();
    assert_eq!(notes(&world), 0, "nobody is asked for what was taken back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_order_keeps_its_number_and_its_reason() {
    let (world, uid) = refused().await;
    let row = world.refused().row;
    assert!(world.session.withdraw(row, "  ").is_err(), "not without a reason");
    world.session.withdraw(row, "The customer changed his mind").unwrap();
    assert!(world.centre().is_clear());
    assert_eq!(world.state(&uid), OrderState::Withdrawn);
    world.session.sync_now();
    world.until_at_rest().await;
    assert_eq!(world.count("Sales Order").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_the_office_has_as_a_draft_can_be_left_to_it() {
    let world = World::ready().await;
    // The order and its signature arrive; the submit comes at a bad moment.
    world.site.faults().next([None, None, Some(Fault::ServerError)]);
    let uid = world.place();
    let later = |world: &World| {
        let waiting = world.centre().waiting;
        waiting.iter().any(|row| matches!(row.state, OutgoingState::Later { .. }))
    };
    world.until("the bad moment", later).await;
    world.change_item("SKU-0002", "disabled", json!(1));
    world.clock.advance_ms(3_600_000);
    world.session.sync_now();
    world.until("the refusal", |world| !world.centre().needs_hand.is_empty()).await;
    let row = world.refused();
    let there = world.at_site(&uid).await.unwrap();
    assert_eq!((row.what, Some(row.office_name.as_str())), ("outgoing-submit", there.name()));
    use HandAction::{HandOver, LeaveDraft, Mend, SendAgain};
    assert_eq!(row.actions, [Mend, SendAgain, HandOver, LeaveDraft]);
    let booked = world.session.order_detail(&uid).unwrap().booked.unwrap();
    assert!(!booked.submitted && booked.said.contains("SKU-0002"), "{booked:#?}");

    world.session.withdraw(row.row, "The office decides").unwrap();
    assert!(world.centre().is_clear());
    let detail = world.session.order_detail(&uid).unwrap();
    assert_eq!(detail.row.state, OrderState::Booked, "the office has it");
    assert_eq!(detail.timeline.last().unwrap().what, "timeline-left-as-draft");
    assert_eq!(world.count("Sales Order").await, 1);
}
