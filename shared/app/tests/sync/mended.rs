//! Refused documents that are no orders, mended: the phone shows what it sends.

use chrono::NaiveDate;
use satchel_app::views::{
    CustomerFields, HandAction, MendField, MendView, NewCustomer, NewTime, OutgoingState,
};
use serde_json::json;

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

fn field<'a>(fields: &'a [MendField], name: &str) -> &'a MendField {
    fields.iter().find(|field| field.field == name).unwrap()
}

fn typed<const N: usize>(pairs: [(&str, &str); N]) -> [(String, String); N] {
    pairs.map(|(field, typed)| (field.to_owned(), typed.to_owned()))
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_the_site_refuses_are_mended_and_booked_once() {
    let world = World::new().await;
    let task = json!({"name": "TASK-1", "subject": "Fit", "status": "Open", "progress": 5.0});
    world.site.site().load(&[("Task".to_owned(), task)]).unwrap();
    world.session.start_sync().unwrap();
    world.until("the first load", |world| world.session.tasks().unwrap().len() == 1).await;
    world.until_at_rest().await;
    world.session.stop_sync();

    world.administrator.delete("Task", "TASK-1").await.unwrap();
    let from = NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 20, 0));
    let task = "server:TASK-1".to_owned();
    let new = NewTime { task, from, minutes: 30, note: "Fitted".into(), ..NewTime::default() };
    world.session.log_time(&new).unwrap();
    world.session.start_sync().unwrap();
    world.until("the refusal", |world| !world.centre().needs_hand.is_empty()).await;
    world.until_at_rest().await;
    let row = world.refused();
    assert!(row.said.contains("TASK-1"), "{}", row.said);
    assert_eq!((row.what, row.actions[0]), ("outgoing-timesheet", HandAction::Mend));

    let MendView::Fields { row, fields } = world.session.mend(row.row).unwrap() else { panic!() };
    assert_eq!(field(&fields, "from_time").value, "2026-11-22T09:20");
    let error = world.session.mend_with(row, &typed([("from_time", "at ten")])).unwrap_err();
    assert_eq!((error.message_id(), error.args()[0].1.as_str()), ("error-app-field", "from_time"));
    assert_eq!(world.refused().row, row, "nothing is lost by it");
    let mended = typed([("task", ""), ("from_time", "2026-11-22T09:30"), ("hours", "1.5")]);
    world.session.mend_with(row, &mended).unwrap();
    world.until("sending", |world| world.centre().is_clear()).await;
    assert_eq!(world.count("Timesheet").await, 1);
    assert!(world.session.mend(row).is_err(), "it is settled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_change_is_mended_with_what_was_changed_since() {
    let world = World::ready().await;
    let key = "server:Customer 001";
    let before = world.session.customer_fields(key).unwrap();
    let change = |territory: &str, tax_id: &str| {
        let (territory, tax_id) = (territory.to_owned(), tax_id.to_owned());
        let fields = CustomerFields { territory, tax_id, ..before.clone() };
        assert!(world.session.change_customer(key, &fields).unwrap());
    };
    change("Atlantis", "");
    world.until("the refusal", |world| !world.centre().needs_hand.is_empty()).await;
    world.until_at_rest().await;
    let refused = world.refused();
    assert!(refused.said.contains("Atlantis"), "{refused:#?}");
    assert_eq!((refused.what, refused.actions[0]), ("outgoing-change-customer", HandAction::Mend));
    change("Atlantis", "599000042");
    assert!(world.centre().waiting.iter().any(|row| row.held_by.is_some()), "it waits behind it");

    let MendView::Fields { row, fields } = world.session.mend(refused.row).unwrap() else {
        panic!()
    };
    assert_eq!(field(&fields, "territory").value, "Atlantis");
    assert_eq!(field(&fields, "tax_id").value, "599000042");
    world.session.mend_with(row, &typed([("territory", "United States")])).unwrap();
    assert_eq!(world.session.customer_fields(key).unwrap().territory, "United States");
    world.until("sending", |world| world.centre().is_clear()).await;
    let there = world.administrator.get_doc("Customer", "Customer 001").await.unwrap();
    assert_eq!(there.text("territory"), Some("United States"));
    assert_eq!(there.text("tax_id"), Some("599000042"));
}
