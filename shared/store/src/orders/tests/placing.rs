//! Saving drafts, placing, withdrawing.

use chrono::TimeDelta;
use rust_decimal::Decimal;
use satchel_domain::ids::DeviceCode;
use satchel_domain::orders::{OrderEvent, OrderState};
use serde_json::{Value, json};

use crate::testing::*;
use crate::{Draft, OrderToPlace, OutboxKind, OutboxState, StateChange, StoreError};

#[test]
fn the_newest_save_of_a_draft_is_the_one_found_after_a_restart() {
    let opened = opened();
    for n in 0..50 {
        let entry = format!("{{\"n\":{n}}}");
        drop(opened.store.save_draft(Draft { entry, ..draft(1) }));
    }
    let opened = opened.reopen();
    let found = opened.store.drafts().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0], Draft { entry: "{\"n\":49}".into(), ..draft(1) });
}

#[test]
fn a_discarded_draft_can_be_brought_back_for_thirty_days() {
    let opened = opened();
    for n in [1, 2, 3] {
        opened.store.save_draft(draft(n)).wait().unwrap();
    }
    opened.store.discard_draft(uid(1), noon()).wait().unwrap();
    assert_eq!(opened.store.drafts().unwrap().len(), 2);
    assert_eq!(opened.store.trashed_drafts().unwrap()[0].uid, uid(1));
    opened.store.restore_draft(uid(1)).wait().unwrap();
    assert_eq!(opened.store.drafts().unwrap().len(), 3);

    opened.store.discard_draft(uid(1), noon()).wait().unwrap();
    opened.store.discard_draft(uid(2), noon() + TimeDelta::days(29)).wait().unwrap();
    assert_eq!(opened.store.trashed_drafts().unwrap().len(), 2);
    opened.store.discard_draft(uid(3), noon() + TimeDelta::days(31)).wait().unwrap();
    let left: Vec<_> = opened.store.trashed_drafts().unwrap().iter().map(|d| d.uid).collect();
    assert_eq!(left, [uid(3), uid(2)]);
    let gone = opened.store.restore_draft(uid(1)).wait();
    assert!(matches!(gone, Err(StoreError::NotFound { .. })));
}

#[test]
fn a_clock_set_back_does_not_empty_the_trash() {
    let opened = opened();
    opened.store.save_draft(draft(1)).wait().unwrap();
    opened.store.save_draft(draft(2)).wait().unwrap();
    opened.store.discard_draft(uid(1), noon() - TimeDelta::days(4_000)).wait().unwrap();
    opened.store.discard_draft(uid(2), noon()).wait().unwrap();
    assert_eq!(opened.store.trashed_drafts().unwrap().len(), 2);
}

#[test]
fn placing_freezes_numbers_and_queues_in_one_step() {
    let opened = opened();
    opened.store.save_draft(draft(1)).wait().unwrap();
    let number = opened.store.place(order(1)).wait().unwrap();
    assert_eq!(number.to_string(), "VAN3-00001");
    let opened = opened.reopen();

    assert!(opened.store.drafts().unwrap().is_empty(), "the draft became the order");
    let detail = opened.store.order(uid(1)).unwrap().unwrap();
    let placed = order(1);
    assert_eq!((detail.entry, detail.priced), (placed.entry, placed.priced));
    assert_eq!(detail.row.totals, placed.totals);
    assert_eq!((detail.captured, detail.lines), (placed.captured, placed.lines));
    assert_eq!((detail.signature, detail.note), (placed.signature, placed.note));
    assert_eq!(detail.row.state, OrderState::Waiting);
    assert_eq!(detail.timeline.len(), 1);
    assert_eq!(detail.timeline[0].event, OrderEvent::Placed);

    let outbox = opened.store.outbox(&[], 10).unwrap();
    assert_eq!(outbox.len(), 1);
    assert_eq!(outbox[0].uid, uid(1).to_string());
    assert_eq!((outbox[0].kind, outbox[0].state), (OutboxKind::SalesOrder, OutboxState::Waiting));
    let payload: Value = serde_json::from_str(&outbox[0].payload).unwrap();
    assert_eq!(payload["satchel_uid"], uid(1).to_string());
    assert_eq!(payload["satchel_receipt_no"], "VAN3-00001");
    assert_eq!(payload["satchel_device"], "VAN3");
    assert_eq!(payload["customer"], "CUST-1");
    let by_receipt = opened.store.order_by_receipt(&number).unwrap();
    assert_eq!(by_receipt, Some(uid(1)));
}

#[test]
fn placing_twice_is_placing_once() {
    let opened = opened();
    let (one, two) = (opened.store.place(order(1)), opened.store.place(order(1)));
    assert_eq!(one.wait().unwrap(), two.wait().unwrap());
    assert_eq!(opened.store.outbox(&[], 10).unwrap().len(), 1);
    assert_eq!(opened.store.place(order(2)).wait().unwrap().number(), 2);
}

#[test]
fn a_late_save_does_not_bring_a_placed_order_back_as_a_draft() {
    let opened = opened();
    opened.store.place(order(1)).wait().unwrap();
    let late = opened.store.save_draft(draft(1)).wait();
    assert!(matches!(late, Err(StoreError::NotAllowed { .. })));
    assert!(opened.store.drafts().unwrap().is_empty());
}

#[test]
fn a_refused_order_takes_no_number() {
    let opened = opened();
    opened.store.save_draft(draft(1)).wait().unwrap();
    let wrong = [
        OrderToPlace { entry: "{".into(), ..order(1) },
        OrderToPlace { priced: "".into(), ..order(1) },
        OrderToPlace { payload: "[]".into(), ..order(1) },
        OrderToPlace {
            lines: vec![crate::OrderLine { rate: "1,5".into(), ..line("A", 1) }],
            ..order(1)
        },
    ];
    for order in wrong {
        let refused = opened.store.place(order).wait();
        assert!(matches!(refused, Err(StoreError::BadInput { .. })), "{refused:?}");
    }
    assert_eq!(opened.store.drafts().unwrap().len(), 1, "the draft is still there");
    assert_eq!(opened.store.place(order(1)).wait().unwrap().number(), 1);
}

#[test]
fn a_phone_without_a_code_gives_no_number() {
    let opened = opened();
    opened.store.set_setting("device_code", &None::<DeviceCode>).wait().unwrap();
    let refused = opened.store.place(order(1)).wait();
    assert!(matches!(refused, Err(StoreError::NoDeviceCode)), "{refused:?}");
    assert!(opened.store.outbox(&[], 10).unwrap().is_empty());
}

#[test]
fn another_code_counts_by_itself_and_an_old_one_goes_on() {
    let opened = opened();
    let place = |n: u8| opened.store.place(order(n)).wait().unwrap().to_string();
    assert_eq!(place(1), "VAN3-00001");
    opened.store.use_device_code(&DeviceCode::new("VAN4").unwrap()).wait().unwrap();
    assert_eq!(place(2), "VAN4-00001");
    opened.store.use_device_code(&DeviceCode::new("VAN3").unwrap()).wait().unwrap();
    assert_eq!(place(3), "VAN3-00002");
}

#[test]
fn ten_thousand_characters_of_note_and_odd_quantities_are_kept() {
    let opened = opened();
    let note = "ñ".repeat(10_000);
    let mut odd = line("A-1", 1);
    odd.qty = "1000000000".parse().unwrap();
    odd.stock_qty = "0.0000000001".parse().unwrap();
    let order = OrderToPlace { note: note.clone(), lines: vec![odd.clone()], ..order(1) };
    opened.store.place(order).wait().unwrap();
    let detail = opened.store.order(uid(1)).unwrap().unwrap();
    assert_eq!((detail.note, detail.lines), (note, vec![odd]));
}

#[test]
fn an_order_is_withdrawn_only_until_it_is_sent() {
    let opened = opened();
    opened.put(vec![item("A-1", "Apple"), bin("A-1", "Van", 10.0)]);
    opened.place_and_count(order(1));
    opened.place_and_count(order(2));
    let stock = || opened.find("apple").rows[0].stock_here;
    assert_eq!(stock(), Decimal::from(4), "ten less two times three");
    opened.store.withdraw(uid(1), "wrong shop".into(), captured()).wait().unwrap();
    assert_eq!(stock(), Decimal::from(7));
    let detail = opened.store.order(uid(1)).unwrap().unwrap();
    assert_eq!(detail.row.state, OrderState::Withdrawn);
    assert_eq!(
        detail.timeline.last().unwrap().event,
        OrderEvent::Withdrawn { reason: "wrong shop".into() }
    );
    assert_eq!(opened.store.outbox(&[OutboxState::Waiting], 10).unwrap().len(), 1);
    let again = opened.store.withdraw(uid(1), "again".into(), captured()).wait();
    assert!(matches!(again, Err(StoreError::NotAllowed { state: "withdrawn" })));

    change(&opened, 2, OrderState::Sending, OrderEvent::Sending).unwrap();
    let late = opened.store.withdraw(uid(2), "late".into(), captured()).wait();
    assert!(matches!(late, Err(StoreError::NotAllowed { state: "sending" })));
    assert_eq!(opened.store.place(order(3)).wait().unwrap().number(), 3, "numbers stay used");
}

pub(super) fn change(
    opened: &Opened,
    n: u8,
    to: OrderState,
    event: OrderEvent,
) -> Result<(), StoreError> {
    let change = StateChange { uid: uid(n), to, event, at: noon(), offset_minutes: 0 };
    opened.store.change_order_state(change).wait()
}

#[test]
fn a_booked_order_has_its_name_and_gives_its_stock_back_to_the_servers_count() {
    let opened = opened();
    opened.put(vec![item("A-1", "Apple"), bin("A-1", "Van", 10.0)]);
    opened.place_and_count(order(1));
    change(&opened, 1, OrderState::Sending, OrderEvent::Sending).unwrap();
    change(&opened, 1, OrderState::Checking, OrderEvent::AnswerLost).unwrap();
    let stock = opened.store.item_stock(&"A-1".parse().unwrap()).unwrap();
    assert_eq!(stock[0].sold_here, Decimal::from(3));
    let outbox = opened.store.outbox(&[OutboxState::Unknown], 10).unwrap();
    assert_eq!(outbox.len(), 1);
    change(&opened, 1, OrderState::Booked, OrderEvent::Booked { name: "SAL-1".into() }).unwrap();
    let row = opened.store.order(uid(1)).unwrap().unwrap().row;
    assert_eq!(row.server_name.unwrap().as_str(), "SAL-1");
    assert_eq!(opened.find("apple").rows[0].stock_here, Decimal::from(10));
    assert_eq!(opened.store.outbox(&[OutboxState::Done], 10).unwrap().len(), 1);
    let back = change(&opened, 1, OrderState::Waiting, OrderEvent::SentAgain);
    assert!(matches!(back, Err(StoreError::NotAllowed { state: "booked" })));
}

#[test]
fn stock_promised_survives_the_next_pull() {
    let opened = opened();
    opened.put(vec![item("A-1", "Apple"), bin("A-1", "Van", 3.0)]);
    opened.place_and_count(order(1));
    let in_stock = crate::ItemQuery { in_stock_only: true, ..query("") };
    assert!(opened.store.search_items(&in_stock).unwrap().rows.is_empty());
    opened.put(vec![bin("A-1", "Van", 4.0)]);
    let rows = opened.store.search_items(&in_stock).unwrap().rows;
    assert_eq!(rows[0].stock_here, Decimal::ONE);
}

#[test]
fn an_order_for_a_customer_made_here_waits_for_it() {
    let opened = opened();
    let local_id = satchel_domain::ids::LocalId::from_parts(1, [1; 10]);
    let new = crate::NewCustomer {
        local_id,
        document: json!({"customer_name": "Novo"}).to_string(),
        address: None,
        contact: None,
        place: None,
        captured: captured(),
    };
    let key = opened.store.create_customer(new).wait().unwrap();
    opened.store.place(OrderToPlace { customer: key, ..order(1) }).wait().unwrap();
    let outbox = opened.store.outbox(&[], 10).unwrap();
    assert_eq!((outbox[0].kind, outbox[1].kind), (OutboxKind::Customer, OutboxKind::SalesOrder));
    assert_eq!(outbox[1].needs, [outbox[0].seq]);
}
