//! Refused documents that are no orders, mended: the phone shows what it sends.

use satchel_app::views::{HandAction, MendView, NewCustomer, OutgoingState};

use crate::support::World;

/// A customer of a group the site does not know, with an address.
async fn refused() -> (World, String) {
    let world = World::ready().await;
    let new = NewCustomer {
        customer_name: "Corner Shop".into(),
        customer_group: "Shops of yesterday".into(),
        territory: "United States".into(),
        address_line1: "Rua Nova 1".into(),
        city: "Porto".into(),
        ..NewCustomer::default()
    };
    let key = world.session.create_customer(&new).unwrap();
    world.until("the refusal", |world| !world.centre().needs_hand.is_empty()).await;
    world.until_at_rest().await;
    (world, key)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mended_customer_is_the_one_the_phone_shows() {
    let (world, key) = refused().await;
    let row = world.refused();
    assert_eq!(row.what, "outgoing-customer");
    assert!(row.said.contains("Shops of yesterday"), "{}", row.said);
    let MendView::Fields { row, fields } = world.session.mend(row.row).unwrap() else { panic!() };
    assert!(fields.iter().any(|field| field.value == "Corner Shop"));
    world.session.stop_sync();
    let changed = [
        ("customer_group".to_owned(), "Commercial".to_owned()),
        ("customer_name".to_owned(), "Corner Shop Porto".to_owned()),
    ];
    world.session.mend_with(row, &changed).unwrap();
    let detail = world.session.customer(&key).unwrap();
    assert_eq!(detail.row.customer_name, "Corner Shop Porto", "before it is sent");
    let found = world.session.customers("shop porto", None).unwrap().rows;
    assert_eq!(found.len(), 1, "and found by its new name");
    assert!(world.centre().waiting.iter().any(|row| row.title == "Corner Shop Porto"));

    world.session.start_sync().unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    let there = world.administrator.get_doc("Customer", "Corner Shop Porto").await.unwrap();
    assert_eq!(there.text("customer_group"), Some("Commercial"));
    assert_eq!(world.count("Address").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_keeps_the_note_to_the_supervisor() {
    let (world, _) = refused().await;
    let row = world.refused().row;
    world.session.hand_to_supervisor(row, "  Please make the group  ").unwrap();
    let handed = world.refused();
    assert_eq!(handed.state, OutgoingState::Handed);
    assert_eq!(handed.note, "Please make the group");
    assert!(handed.actions.contains(&HandAction::Mend));
    assert!(!handed.note_goes_along, "the office has no page of a customer it refused");
    assert!(world.centre().waiting.iter().all(|row| row.held_by.is_some()), "the address waits");
}
