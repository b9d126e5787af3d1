//! What became of an attempt, and what people decide.

use chrono::TimeDelta;
use satchel_domain::ids::LocalId;
use satchel_domain::orders::{OrderEvent, OrderState};
use serde_json::json;

use crate::testing::*;
use crate::{
    Arrival, CheckIn, CheckOut, DifferenceReason, NewAttachment, NewCustomer, NewPartyDocument,
    OrderToPlace, OrderTotals, OutboxKind, OutboxState, Settlement, Step, StoreError,
    TotalsDifference,
};

fn step(seq: i64, settlement: Settlement) -> Step {
    Step { seq, settlement, at: noon() + TimeDelta::minutes(5), offset_minutes: 60 }
}

fn arrival(name: &str) -> Settlement {
    Settlement::Arrived(Box::new(Arrival {
        name: name.into(),
        modified: "2026-11-21 07:05:00.000001".into(),
        ..Arrival::default()
    }))
}

fn settle(opened: &Opened, seq: i64, settlement: Settlement) {
    opened.store.settle(step(seq, settlement)).wait().unwrap();
}

fn state_of(opened: &Opened, seq: i64) -> OutboxState {
    opened.store.outbox_row(seq).unwrap().unwrap().state
}

fn order_state(opened: &Opened, n: u8) -> OrderState {
    opened.store.order(uid(n)).unwrap().unwrap().row.state
}

fn events(opened: &Opened, n: u8) -> Vec<OrderEvent> {
    opened.store.timeline(uid(n)).unwrap().into_iter().map(|entry| entry.event).collect()
}

fn signed(n: u8) -> OrderToPlace {
    OrderToPlace { signature: vec![1, 2, 3], ..order(n) }
}

fn unsigned(n: u8) -> OrderToPlace {
    order(n)
}

/// A store with one unsigned order, whose row is 1.
fn placed() -> Opened {
    let opened = opened();
    opened.store.place(unsigned(1)).wait().unwrap();
    opened
}

#[test]
fn an_order_that_arrives_is_booked_under_its_name_and_followed_by_its_submit() {
    let opened = opened();
    opened.store.place(signed(1)).wait().unwrap();
    settle(&opened, 1, Settlement::Claimed);
    assert_eq!(order_state(&opened, 1), OrderState::Sending);
    let difference = TotalsDifference {
        phone: OrderTotals { rounded_total: "12.30".into(), ..OrderTotals::default() },
        server: OrderTotals { rounded_total: "12.40".into(), ..OrderTotals::default() },
        reason: DifferenceReason::TaxesDiffer,
    };
    let arrived = Arrival {
        name: "SO-1".into(),
        submit: true,
        difference: Some(difference.clone()),
        ..Arrival::default()
    };
    settle(&opened, 1, Settlement::Arrived(Box::new(arrived)));
    let detail = opened.store.order(uid(1)).unwrap().unwrap();
    assert_eq!(detail.row.state, OrderState::Booked);
    assert_eq!(detail.row.server_name.unwrap().as_str(), "SO-1");
    assert_eq!(opened.store.totals_difference(uid(1)).unwrap(), Some(difference));
    let told = OrderEvent::TotalsDiffer { phone: "12.30".into(), server: "12.40".into() };
    assert!(events(&opened, 1).contains(&told));
    let queue = opened.store.queue().unwrap();
    let kinds: Vec<_> = queue.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [OutboxKind::Attachment, OutboxKind::Submit]);
    assert!(queue.iter().all(|row| row.needs.is_empty()), "what they waited for is done");
    settle(&opened, queue[1].seq, Settlement::Claimed);
    settle(&opened, queue[1].seq, arrival("SO-1"));
    assert!(events(&opened, 1).contains(&OrderEvent::Submitted));
}

#[test]
fn a_signature_goes_as_a_picture_to_the_document_it_was_given_for() {
    let opened = opened();
    let drawn = OrderToPlace { signature: b"M1.0 2.0L30.5 40.0".to_vec(), ..order(1) };
    opened.store.place(drawn).wait().unwrap();
    let row = opened.store.outbox_row(2).unwrap().unwrap();
    assert_eq!((row.kind, row.needs.as_slice()), (OutboxKind::Attachment, [1].as_slice()));
    assert_eq!(opened.store.attachment(&row).unwrap().name, "");
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, arrival("SO-1"));
    let file = opened.store.attachment(&row).unwrap();
    assert_eq!((file.doctype.as_str(), file.name.as_str()), ("Sales Order", "SO-1"));
    assert_eq!(file.file_name, "VAN3-00001-signature.svg");
    let text = String::from_utf8(file.content).unwrap();
    assert!(text.contains("viewBox=\"-4 -4 38 48\"") && text.contains("M1.0 2.0L30.5 40.0"));
}

#[test]
fn a_photo_waits_for_its_document_and_is_one_however_often_it_is_added() {
    let opened = placed();
    let photo = NewAttachment {
        uid: "photo-1".into(),
        subject: uid(1).to_string(),
        file_name: "shelf.jpg".into(),
        content: vec![9; 40],
        at: noon(),
    };
    for _ in 0..2 {
        opened.store.add_attachment(photo.clone()).wait().unwrap();
    }
    let queue = opened.store.queue().unwrap();
    assert_eq!((queue.len(), queue[1].needs.as_slice()), (2, [1].as_slice()));
    let row = opened.store.outbox_row(queue[1].seq).unwrap().unwrap();
    assert_eq!(opened.store.attachment(&row).unwrap().content, vec![9; 40]);
    let lost = NewAttachment { uid: "photo-2".into(), subject: "nothing".into(), ..photo };
    assert!(opened.store.add_attachment(lost).wait().is_err());
}

#[test]
fn later_counts_and_offline_does_not() {
    let opened = placed();
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, Settlement::NotSent);
    let row = opened.store.outbox_row(1).unwrap().unwrap();
    assert_eq!((row.state, row.attempts, row.sent), (OutboxState::Waiting, 0, 0));
    for minute in 1..=3 {
        settle(&opened, 1, Settlement::Claimed);
        let next_attempt = noon() + TimeDelta::minutes(minute);
        settle(&opened, 1, Settlement::Later { next_attempt, words: "busy".into() });
    }
    let row = opened.store.outbox_row(1).unwrap().unwrap();
    assert_eq!((row.attempts, row.sent, row.last_answer.as_str()), (3, 3, "busy"));
    assert_eq!(row.next_attempt_ms, (noon() + TimeDelta::minutes(3)).timestamp_millis());
    assert_eq!(order_state(&opened, 1), OrderState::Waiting);
    let told = events(&opened, 1);
    assert_eq!(told.len(), 3, "placed, sent, postponed, each once: {told:?}");
}

#[test]
fn a_lost_answer_is_no_failure_and_one_lost_every_time_is() {
    let opened = placed();
    for lost in 1..=5 {
        settle(&opened, 1, Settlement::Claimed);
        settle(&opened, 1, Settlement::InDoubt);
        let next_attempt = noon() + TimeDelta::minutes(lost);
        settle(&opened, 1, Settlement::NeverArrived { next_attempt });
        let row = opened.store.outbox_row(1).unwrap().unwrap();
        assert_eq!(i64::from(row.attempts), (lost - 2).max(0));
        assert_eq!(row.next_attempt_ms, next_attempt.timestamp_millis());
    }
    assert_eq!(opened.store.struggling(4).unwrap(), []);
    let struggling = opened.store.struggling(3).unwrap();
    assert_eq!((struggling[0].seq, struggling[0].state), (1, OutboxState::Waiting));

    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, Settlement::InDoubt);
    settle(&opened, 1, Settlement::StillInDoubt { next_attempt: noon() });
    let row = opened.store.outbox_row(1).unwrap().unwrap();
    assert_eq!(row.attempts, 4, "a site that cannot tell counts too");
    assert_eq!(opened.store.last_arrival_ms().unwrap(), None);
    settle(&opened, 1, arrival("SO-1"));
    assert_eq!(opened.store.struggling(1).unwrap(), []);
    assert!(opened.store.last_arrival_ms().unwrap().is_some());
}

#[test]
fn a_crash_while_sending_leaves_a_doubt_that_only_the_server_settles() {
    let opened = placed();
    settle(&opened, 1, Settlement::Claimed);
    let opened = opened.reopen();
    assert_eq!(state_of(&opened, 1), OutboxState::Unknown);
    assert_eq!(order_state(&opened, 1), OrderState::Checking);
    let withdrawn = opened.store.withdraw(uid(1), "no".into(), captured()).wait();
    assert!(matches!(withdrawn, Err(StoreError::NotAllowed { .. })));
    let again = opened.store.settle(step(1, Settlement::Claimed)).wait();
    assert!(matches!(again, Err(StoreError::NotAllowed { .. })), "not before it is looked up");
    settle(&opened, 1, Settlement::NeverArrived { next_attempt: noon() });
    assert_eq!(order_state(&opened, 1), OrderState::Waiting);
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, Settlement::InDoubt);
    settle(&opened, 1, arrival("SO-1"));
    assert_eq!(order_state(&opened, 1), OrderState::Booked);
    let late = opened.store.settle(step(1, arrival("SO-2"))).wait();
    assert!(matches!(late, Err(StoreError::NotAllowed { .. })), "it arrives once");
}

#[test]
fn a_refused_order_is_sent_again_handed_over_or_taken_back() {
    let opened = placed();
    let refused = Settlement::Refused { words: "Credit limit".into() };
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, refused.clone());
    assert_eq!(order_state(&opened, 1), OrderState::NeedsHand);
    assert_eq!(opened.store.outbox_row(1).unwrap().unwrap().last_answer, "Credit limit");
    opened.store.send_again(1, captured()).wait().unwrap();
    assert_eq!(order_state(&opened, 1), OrderState::Waiting);
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, refused);
    opened.store.hand_over(1, String::new(), None, captured()).wait().unwrap();
    assert_eq!(state_of(&opened, 1), OutboxState::Handed);
    assert_eq!(order_state(&opened, 1), OrderState::NeedsHand);
    let again = opened.store.settle(step(1, Settlement::Claimed)).wait();
    assert!(again.is_err(), "the phone does not send it any more");
    opened.store.withdraw_row(1, "closed".into(), captured()).wait().unwrap();
    assert_eq!(order_state(&opened, 1), OrderState::Withdrawn);
    assert!(opened.store.queue().unwrap().is_empty());
}

#[test]
fn what_a_supervisor_delivered_is_booked() {
    let opened = placed();
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, Settlement::Refused { words: String::new() });
    opened.store.hand_over(1, String::new(), None, captured()).wait().unwrap();
    settle(&opened, 1, arrival("SO-7"));
    assert_eq!(order_state(&opened, 1), OrderState::Booked);
}

#[test]
fn an_order_mended_takes_the_place_of_the_refused_one() {
    let opened = opened();
    opened.store.place(signed(1)).wait().unwrap();
    let replacing = OrderToPlace { replaces: vec![uid(1)], ..unsigned(2) };
    let early = opened.store.place(replacing.clone()).wait();
    assert!(matches!(early, Err(StoreError::NotAllowed { .. })), "nobody refused the first");
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, Settlement::Refused { words: "no such price list".into() });
    let number = opened.store.place(replacing).wait().unwrap();
    assert_eq!(number.to_string(), "VAN3-00002", "the one refused too early took no number");
    assert_eq!(order_state(&opened, 1), OrderState::Withdrawn);
    assert_eq!(state_of(&opened, 2), OutboxState::Withdrawn, "its signature goes with it");
    let mended = OrderEvent::Mended { number: "VAN3-00002".into() };
    assert_eq!(events(&opened, 1).last(), Some(&mended));
    let row = opened.store.outbox_row_of(&uid(2).to_string()).unwrap().unwrap();
    assert_eq!((row.state, row.replaces), (OutboxState::Waiting, vec![uid(1).to_string()]));
}

fn local(n: u8) -> LocalId {
    LocalId::from_parts(1_900_000_000_000, [n; 10])
}

fn customer() -> NewCustomer {
    NewCustomer {
        local_id: local(1),
        document: json!({"customer_name": "New shop"}).to_string(),
        address: None,
        contact: Some(NewPartyDocument {
            local_id: local(2),
            document: json!({"first_name": "Ana"}).to_string(),
        }),
        place: None,
        captured: captured(),
    }
}

#[test]
fn a_mended_customer_keeps_its_uid_and_those_who_wait_for_it() {
    let opened = opened();
    let key = opened.store.create_customer(customer()).wait().unwrap();
    opened.store.place(OrderToPlace { customer: key, ..unsigned(1) }).wait().unwrap();
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, Settlement::Refused { words: "Customer Group missing".into() });
    let mended = json!({"customer_name": "New shop", "customer_group": "All"}).to_string();
    opened.store.mend_row(1, mended, captured()).wait().unwrap();
    let row = opened.store.outbox_row_of(&local(1).to_string()).unwrap().unwrap();
    assert!(row.payload.contains("customer_group") && row.payload.contains(&local(1).to_string()));
    let queue = opened.store.queue().unwrap();
    let waits: Vec<_> = queue.iter().map(|r| (r.kind, r.needs.contains(&row.seq))).collect();
    assert_eq!(
        waits,
        [
            (OutboxKind::Contact, true),
            (OutboxKind::SalesOrder, true),
            (OutboxKind::Customer, false)
        ]
    );
    assert!(opened.store.mend_row(2, "{}".into(), captured()).wait().is_err(), "not refused");
}

#[test]
fn a_contact_taken_back_holds_no_order_up() {
    let opened = opened();
    let key = opened.store.create_customer(customer()).wait().unwrap();
    opened.store.place(OrderToPlace { customer: key, ..unsigned(1) }).wait().unwrap();
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, arrival("New shop"));
    opened.store.withdraw_row(2, "wrong person".into(), captured()).wait().unwrap();
    let queue = opened.store.queue().unwrap();
    assert_eq!((queue.len(), queue[0].needs.len()), (1, 0));
    let order = opened.store.order(uid(1)).unwrap().unwrap();
    assert_eq!(order.row.customer, customer_key("New shop"), "the name is adopted everywhere");
}

#[test]
fn the_journal_keeps_a_document_until_all_of_it_has_arrived() {
    let opened = opened();
    opened.store.place(signed(1)).wait().unwrap();
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, arrival("SO-1"));
    let settled = |opened: &Opened| {
        let path = crate::file::journal::path_for(&opened.path());
        let records = crate::file::journal::read(&path, &key().journal).unwrap().records;
        crate::file::tend::settled_uids(&records).contains(&uid(1).to_string())
    };
    let opened = opened.reopen();
    opened.store.set_setting("x", &1).wait().unwrap();
    assert!(!settled(&opened), "the signature is still here");
    settle(&opened, 2, Settlement::Claimed);
    settle(&opened, 2, arrival("file-1"));
    assert!(settled(&opened));
}

#[test]
fn a_check_out_knows_the_visit_it_ends() {
    let opened = opened();
    let visit = CheckIn {
        uid: uid(1),
        customer: Some(customer_key("CUST-1")),
        customer_name: "Padaria".into(),
        event: String::new(),
        captured: captured(),
        note: String::new(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: "{}".into(),
    };
    opened.store.check_in(visit).wait().unwrap();
    let end = CheckOut {
        visit: uid(1),
        uid: uid(2),
        captured: captured(),
        note: String::new(),
        site_time: "2026-11-21 16:00:00".into(),
        distance_m: None,
        link: None,
        payload: "{}".into(),
    };
    opened.store.check_out(end).wait().unwrap();
    settle(&opened, 1, Settlement::Claimed);
    settle(&opened, 1, arrival("FV-1"));
    let row = opened.store.outbox_row(2).unwrap().unwrap();
    let visit = opened.store.outbox_row_of(&row.subject).unwrap().unwrap();
    assert_eq!((visit.server_name.as_str(), visit.state), ("FV-1", OutboxState::Done));
}
