//! A day of selling with no network, from the use cases the screens call.

use rust_decimal::{Decimal, dec};
use satchel_app::views::{
    CatalogueFilter, CustomerRow, DiscountEntry, ItemRow, NewCustomer, OrderEdit, OrderFilter,
    StripState,
};
use satchel_app::{AppError, PricedFor, ScanOutcome, Session};
use satchel_domain::orders::OrderState;
use satchel_tests::phone::{PIN, fake_phone};

use super::support::demo;

fn customer(session: &Session, text: &str) -> CustomerRow {
    session.customers(text, None).unwrap().rows.into_iter().next().expect("a customer")
}

fn priced_items(session: &Session, order: &str) -> Vec<ItemRow> {
    let page = session
        .catalogue(&CatalogueFilter::default(), &PricedFor::Order(order.to_owned()), None)
        .unwrap();
    page.rows.into_iter().filter(|row| row.price.is_some()).collect()
}

fn add(session: &Session, order: &str, item: &str, qty: Decimal) -> satchel_app::views::OrderView {
    let edit = OrderEdit::Add { item_code: item.to_owned(), uom: None, qty };
    session.edit_order(order, edit).unwrap()
}

#[test]
fn an_order_is_taken_placed_and_found_again_after_a_restart() {
    let (folder, _phone, session) = demo();
    let who = customer(&session, "bonfim");
    let order = session.start_order(&who.name).unwrap();
    let items = priced_items(&session, &order);
    for item in items.iter().take(5) {
        add(&session, &order, &item.item_code, dec!(2));
    }
    let view = session.order(&order).unwrap();
    assert!(view.can_place, "{:?}", view.refusal);
    assert!(view.due.amount > Decimal::ZERO);
    let placed = session.place_order(&order, "M1 1L5 5").unwrap();
    assert_eq!(placed.number, "VAN3-00042", "the past orders end with VAN3-00041");
    assert_eq!(placed.due, view.due);
    assert!(session.drafts().unwrap().is_empty(), "the draft became the order");
    drop(session);

    let phone = fake_phone(folder.path(), "2026-05-14T12:00:00+01:00").unwrap();
    let profile = phone.satchel.profiles().unwrap().remove(0);
    let session = phone.satchel.unlock(&profile.id, PIN).unwrap();
    let found = session.orders(&OrderFilter::default(), None).unwrap().rows;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].number, placed.number);
    assert_eq!(found[0].state, OrderState::Waiting);
    let detail = session.order_detail(&order).unwrap();
    assert_eq!(detail.order.due, view.due);
    assert_eq!(detail.signature, "M1 1L5 5");
    assert!(detail.can_withdraw);
    assert!(detail.position.is_some(), "the demo's van knows where it stands");
    let waiting: Vec<&str> =
        session.outgoing().unwrap().into_iter().map(|row| row.doctype).collect();
    assert_eq!(waiting, ["Sales Order", "File"], "the order, then its signature");
    assert!(matches!(session.strip().unwrap(), StripState::Waiting { orders: 1, .. }));
    let today = session.today_view().unwrap();
    assert_eq!(today.sold_orders, 1);
}

#[test]
fn what_was_entered_is_saved_before_it_is_shown() {
    let (_folder, phone, session) = demo();
    let who = customer(&session, "");
    let order = session.start_order(&who.name).unwrap();
    let item = &priced_items(&session, &order)[0];
    add(&session, &order, &item.item_code, dec!(3));
    session.edit_order(&order, OrderEdit::Note("leave at the back door".into())).unwrap();
    // A second session on the same file sees what the first one said.
    let profile = phone.satchel.profiles().unwrap().remove(0);
    drop(session);
    let again = phone.satchel.unlock(&profile.id, PIN).unwrap();
    let view = again.order(&order).unwrap();
    assert_eq!(view.note, "leave at the back door");
    assert_eq!(view.lines.iter().map(|line| line.qty).sum::<Decimal>(), dec!(3));
    assert_eq!(again.start_order(&who.name).unwrap(), order, "one draft a customer");
}

#[test]
fn placing_twice_gives_one_order_and_one_number() {
    let (_folder, _phone, session) = demo();
    let who = customer(&session, "");
    let order = session.start_order(&who.name).unwrap();
    let item = &priced_items(&session, &order)[0];
    add(&session, &order, &item.item_code, dec!(1));
    let first = session.place_order(&order, "").unwrap();
    let second = session.place_order(&order, "").unwrap();
    assert_eq!(first.number, second.number);
    assert_eq!(session.orders(&OrderFilter::default(), None).unwrap().rows.len(), 1);
    assert_eq!(session.outgoing().unwrap().len(), 1);
}

#[test]
fn stock_counts_what_this_phone_has_sold() {
    let (_folder, _phone, session) = demo();
    let who = customer(&session, "");
    let order = session.start_order(&who.name).unwrap();
    let item = priced_items(&session, &order)
        .into_iter()
        .find(|row| row.stock.kept && row.stock.here >= dec!(4))
        .expect("an item in the van");
    add(&session, &order, &item.item_code, dec!(3));
    session.place_order(&order, "").unwrap();
    let next = session.start_order(&who.name).unwrap();
    let filter = CatalogueFilter { text: item.item_code.clone(), ..Default::default() };
    let row = session
        .catalogue(&filter, &PricedFor::Order(next.clone()), None)
        .unwrap()
        .rows
        .into_iter()
        .find(|row| row.item_code == item.item_code)
        .unwrap();
    assert!(row.stock.here < item.stock.here, "{} of {}", row.stock.here, item.stock.here);
    let view = add(&session, &next, &item.item_code, item.stock.here);
    assert!(view.lines.iter().any(|line| line.stock_note.is_some()), "a warning is due");
    assert!(view.can_place, "a warning, not a refusal");
}

#[test]
fn a_withdrawn_order_keeps_its_number_and_gives_its_stock_back() {
    let (_folder, _phone, session) = demo();
    let who = customer(&session, "");
    let order = session.start_order(&who.name).unwrap();
    let item = priced_items(&session, &order).remove(0);
    add(&session, &order, &item.item_code, dec!(1));
    let placed = session.place_order(&order, "").unwrap();
    assert!(matches!(
        session.withdraw_order(&order, "  "),
        Err(AppError::Field { field: "reason" })
    ));
    session.withdraw_order(&order, "customer changed their mind").unwrap();
    let detail = session.order_detail(&order).unwrap();
    assert_eq!(detail.row.state, OrderState::Withdrawn);
    assert_eq!(detail.row.number, placed.number);
    assert!(detail.timeline.iter().any(|row| row.note == "customer changed their mind"));
    assert!(session.outgoing().unwrap().is_empty());
    assert!(session.withdraw_order(&order, "again").is_err());
    let again = session.order_again(&order).unwrap();
    assert_eq!(session.order(&again).unwrap().lines[0].item_code, item.item_code);
}

#[test]
fn a_barcode_adds_its_item_in_its_own_unit() {
    let (_folder, _phone, session) = demo();
    let who = customer(&session, "");
    let order = session.start_order(&who.name).unwrap();
    let demo = satchel_demo::documents(session.today()).unwrap();
    let (code, barcode, uom) = demo
        .masters
        .iter()
        .filter(|(doctype, _)| doctype == "Item")
        .find_map(|(_, item)| {
            let rows = item["barcodes"].as_array()?;
            let row = rows
                .iter()
                .find(|row| row["uom"].is_string() && row["uom"] != item["stock_uom"])?;
            Some((item["name"].as_str()?, row["barcode"].as_str()?, row["uom"].as_str()?))
        })
        .expect("a case with a barcode of its own");
    for _ in 0..2 {
        let outcome = session.scan_into(&order, &format!(" {barcode}\n")).unwrap();
        assert!(matches!(outcome, ScanOutcome::Added { .. }), "{outcome:?}");
    }
    let view = session.order(&order).unwrap();
    let line = view.lines.iter().find(|line| line.line == Some(0)).unwrap();
    assert_eq!((line.item_code.as_str(), line.uom.as_str(), line.qty), (code, uom, dec!(2)));
    let unknown = session.scan_into(&order, "0000000000000").unwrap();
    assert_eq!(unknown, ScanOutcome::Unknown { code: "0000000000000".into() });
}

#[test]
fn a_new_customer_can_order_at_once() {
    let (_folder, _phone, session) = demo();
    assert!(matches!(
        session.create_customer(&NewCustomer::default()),
        Err(AppError::Field { field: "customer_name" })
    ));
    let new = NewCustomer {
        customer_name: "Quiosque do Jardim Novo".into(),
        phone: "+351 912 000 111".into(),
        address_line1: "Rua de Cedofeita 10".into(),
        city: "Porto".into(),
        position: Some(("41.1520".into(), "-8.6170".into())),
        ..NewCustomer::default()
    };
    let key = session.create_customer(&new).unwrap();
    let found = customer(&session, "jardim novo");
    assert_eq!(found.name, key);
    assert!(found.local);
    let order = session.start_order(&key).unwrap();
    let item = &priced_items(&session, &order)[0];
    add(&session, &order, &item.item_code, dec!(1));
    session.place_order(&order, "").unwrap();
    let doctypes: Vec<_> = session.outgoing().unwrap().into_iter().map(|row| row.doctype).collect();
    assert_eq!(doctypes[0], "Customer", "the customer goes before its order: {doctypes:?}");
    assert_eq!(doctypes.last(), Some(&"Sales Order"));
}

#[test]
fn discounts_the_basket_and_the_order_as_a_whole() {
    let (_folder, _phone, session) = demo();
    let regular = session
        .customers("", None)
        .unwrap()
        .rows
        .into_iter()
        .find(|row| !session.customer(&row.name).unwrap().basket.is_empty())
        .expect("a customer with past orders");
    let order = session.start_order(&regular.name).unwrap();
    let view = session.edit_order(&order, OrderEdit::UsualBasket).unwrap();
    assert!(!view.lines.is_empty());
    let before = view.due.amount;
    let percent = Some(DiscountEntry::Percentage(dec!(10)));
    let view = session.edit_order(&order, OrderEdit::DocumentDiscount(percent)).unwrap();
    assert!(view.due.amount < before, "{} < {before}", view.due.amount);
    let view = session.edit_order(&order, OrderEdit::DocumentDiscount(None)).unwrap();
    assert_eq!(view.due.amount, before);
    let uom = view.lines[0].uoms.last().unwrap().uom.clone();
    let view = session.edit_order(&order, OrderEdit::Uom { line: 0, uom: uom.clone() }).unwrap();
    assert_eq!(view.lines[0].uom, uom);
}

#[test]
fn every_customer_can_be_opened_and_priced() {
    let (_folder, _phone, session) = demo();
    let mut after = None;
    let mut seen = 0;
    loop {
        let page = session.customers("", after.as_deref()).unwrap();
        for row in &page.rows {
            let detail = session.customer(&row.name).unwrap();
            assert!(!detail.price_list.is_empty());
            assert!(!detail.addresses.is_empty(), "{}", row.customer_name);
            let order = session.start_order(&row.name).unwrap();
            let items = priced_items(&session, &order);
            assert!(items.len() > 30, "{}: {} priced", row.customer_name, items.len());
            seen += 1;
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    assert_eq!(seen, 60);
}
