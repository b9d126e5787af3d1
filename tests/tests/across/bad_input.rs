//! What a phone is handed in real life: each ends in a sentence and loses nothing.

use rust_decimal::{Decimal, dec};
use satchel_app::views::{CatalogueFilter, OrderEdit, OrderFilter};
use satchel_app::{AppError, EditError, OpenError, PricedFor, Session};
use satchel_store::UnlockError;
use satchel_tests::phone::{PIN, fake_phone};
use std::path::Path;

use super::support::{MORNING, demo};

/// A draft with one line of three.
fn draft(session: &Session) -> String {
    let who = session.customers("", None).unwrap().rows.remove(0);
    let order = session.start_order(&who.name).unwrap();
    let page = session
        .catalogue(&CatalogueFilter::default(), &PricedFor::Order(order.clone()), None)
        .unwrap();
    let item = page.rows.into_iter().find(|row| row.price.is_some()).unwrap();
    let edit = OrderEdit::Add { item_code: item.item_code, uom: None, qty: dec!(3) };
    session.edit_order(&order, edit).unwrap();
    order
}

fn database(folder: &Path) -> std::path::PathBuf {
    let profile = std::fs::read_dir(folder.join("profiles")).unwrap().next().unwrap().unwrap();
    profile.path().join("satchel.db")
}

#[test]
fn impossible_quantities_leave_the_order_as_it_was() {
    let (_folder, _phone, session) = demo();
    let order = draft(&session);
    let before = session.order(&order).unwrap();
    for (qty, why) in [
        (dec!(1_000_000_000), EditError::QtyTooLarge),
        (dec!(-3), EditError::NegativeQty),
        (Decimal::MAX, EditError::QtyTooLarge),
    ] {
        let answer = session.edit_order(&order, OrderEdit::Qty { line: 0, qty });
        assert!(matches!(answer, Err(AppError::Edit(error)) if error == why), "{qty}");
    }
    assert_eq!(session.order(&order).unwrap(), before);
}

#[test]
fn the_largest_quantity_taken_is_priced_without_a_panic() {
    let (_folder, _phone, session) = demo();
    let order = draft(&session);
    let edit = OrderEdit::Qty { line: 0, qty: dec!(999_999_999) };
    let view = session.edit_order(&order, edit).unwrap();
    assert!(view.refusal.is_some() || view.due.amount > dec!(1_000_000));
}

#[test]
fn a_note_of_ten_thousand_characters_is_kept_to_the_last() {
    let (_folder, _phone, session) = demo();
    let order = draft(&session);
    let note: String = "Ligar antes. اتصل قبل. ".chars().cycle().take(10_000).collect();
    session.edit_order(&order, OrderEdit::Note(note.clone())).unwrap();
    assert_eq!(session.order(&order).unwrap().note, note);
    session.place_order(&order, "").unwrap();
    let detail = session.order_detail(&order).unwrap();
    assert_eq!(detail.order.note, note);
}

#[test]
fn an_item_without_a_price_is_said_before_it_is_given_away() {
    let (_folder, _phone, session) = demo();
    let item = serde_json::json!({
        "name": "NOPRICE", "item_code": "NOPRICE", "item_name": "Sample without a price",
        "item_group": "All Item Groups", "stock_uom": "Nos", "is_sales_item": 1, "disabled": 0,
        "modified": "2026-05-14 00:00:00",
    });
    let document = satchel_store::MasterDocument::from_value("Item", &item);
    session.store().put_masters(vec![document], session.today()).wait().unwrap();
    let order = draft(&session);
    let edit = OrderEdit::Add { item_code: "NOPRICE".into(), uom: None, qty: Decimal::ONE };
    let view = session.edit_order(&order, edit).unwrap();
    let line = view.lines.iter().find(|line| line.item_code == "NOPRICE").unwrap();
    assert!(line.no_price && !view.can_place);
    let refused = session.place_order(&order, "");
    assert!(matches!(refused, Err(AppError::NoPrice { .. })), "{refused:?}");
    // A rate typed by the rep is meant.
    let edit = OrderEdit::Rate { line: line.line.unwrap(), rate: Some(dec!(1.50)) };
    assert!(session.edit_order(&order, edit).unwrap().can_place);
    session.place_order(&order, "").unwrap();
}

#[test]
fn an_empty_order_and_an_unknown_item_are_not_placed() {
    let (_folder, _phone, session) = demo();
    let who = session.customers("", None).unwrap().rows.remove(0);
    let order = session.start_order(&who.name).unwrap();
    assert!(matches!(session.place_order(&order, ""), Err(AppError::EmptyOrder)));
    let edit = OrderEdit::Add { item_code: "gone".into(), uom: None, qty: Decimal::ONE };
    let view = session.edit_order(&order, edit).unwrap();
    assert!(view.refusal.is_some() && !view.can_place);
    assert_eq!(view.lines.len(), 1, "the line can be seen and taken out");
    assert!(matches!(session.place_order(&order, ""), Err(AppError::Refused(_))));
}

#[test]
fn twenty_wrong_pins_wait_longer_and_lose_nothing() {
    let (folder, phone, session) = demo();
    let order = draft(&session);
    let profile = session.profile().id.clone();
    drop(session);
    let mut waits = Vec::new();
    for _ in 0..20 {
        let error = phone.satchel.unlock(&profile, "0000").unwrap_err();
        let OpenError::Unlock(UnlockError::WrongPin { wait, .. }) = error else {
            panic!("{error:?}");
        };
        waits.push(wait);
        phone.clock.advance_ms(u64::try_from(wait.as_millis()).unwrap());
    }
    assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]), "{waits:?}");
    assert!(waits[19].as_secs() >= 60, "{waits:?}");
    // The wait is there after a restart, also with the clock set back a year.
    let error = phone.satchel.unlock(&profile, "0000").unwrap_err();
    assert!(error.wait().is_some());
    drop(phone);
    let again = fake_phone(folder.path(), "2025-05-14T09:41:00+01:00").unwrap();
    let early = again.satchel.unlock(&profile, PIN).unwrap_err();
    assert!(matches!(early, OpenError::Unlock(UnlockError::Wait { .. })), "{early:?}");
    again.clock.advance_ms(48 * 3_600_000);
    let session = again.satchel.unlock(&profile, PIN).unwrap();
    assert_eq!(session.order(&order).unwrap().lines[0].qty, dec!(3));
}

#[test]
fn a_clock_set_back_changes_no_number_and_no_order_of_orders() {
    let (_folder, phone, session) = demo();
    let first = draft(&session);
    let first = session.place_order(&first, "").unwrap();
    let earlier = chrono::DateTime::parse_from_rfc3339("2026-05-12T23:00:00Z").unwrap().to_utc();
    phone.clock.set_wall_clock(earlier);
    let second = draft(&session);
    let second = session.place_order(&second, "").unwrap();
    assert!(second.number > first.number, "{} then {}", first.number, second.number);
    let monotonic = |uid: &str| {
        let uid = uid.parse().unwrap();
        session.store().order(uid).unwrap().unwrap().captured.monotonic_ms
    };
    assert!(monotonic(&second.uid) >= monotonic(&first.uid));
    assert_eq!(session.orders(&OrderFilter::default(), None).unwrap().rows.len(), 2);
}

#[test]
fn a_folder_that_is_a_file_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a-file");
    std::fs::write(&file, "not a folder").unwrap();
    assert!(fake_phone(&file, MORNING).is_err());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "not a folder");
}

#[test]
fn a_torn_database_is_set_aside_and_what_was_placed_comes_back() {
    let (folder, phone, session) = demo();
    let order = draft(&session);
    let placed = session.place_order(&order, "").unwrap();
    let profile = session.profile().id.clone();
    drop(session);
    // The store closes its file when the last session goes; then its pages are torn.
    let path = database(folder.path());
    let mut bytes = std::fs::read(&path).unwrap();
    for byte in bytes.iter_mut().take(64 * 1024) {
        *byte ^= 0xA5;
    }
    std::fs::write(&path, &bytes).unwrap();

    let session = phone.satchel.unlock(&profile, PIN).unwrap();
    let found = session.orders(&OrderFilter::default(), None).unwrap().rows;
    assert_eq!(found.len(), 1, "the placed order is back");
    assert_eq!(found[0].number, placed.number);
    assert_eq!(session.outgoing().unwrap().len(), 1, "and waits to be sent");
    let kept: Vec<_> = std::fs::read_dir(path.parent().unwrap())
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter(|name| name.contains("damaged"))
        .collect();
    assert!(!kept.is_empty(), "the damaged file is kept");
}

#[test]
fn profiles_that_cannot_be_read_are_not_a_phone_without_profiles() {
    let (folder, phone, session) = demo();
    drop(session);
    let profile = database(folder.path()).parent().unwrap().to_owned();
    for card in ["profile.json", "profile.copy.json"] {
        std::fs::write(profile.join(card), b"torn").unwrap();
    }
    let unread = phone.satchel.profiles().unwrap_err();
    assert!(matches!(unread, OpenError::Unlock(UnlockError::CardDamaged)), "{unread:?}");
    let second = phone.satchel.create_demo(PIN, "en").unwrap();
    assert_eq!(phone.satchel.profiles().unwrap().len(), 1, "one that can be read is shown");
    drop(second);
    std::fs::remove_dir_all(folder.path().join("profiles")).unwrap();
    std::fs::write(folder.path().join("profiles"), b"a file").unwrap();
    let unread = phone.satchel.profiles().unwrap_err();
    assert!(matches!(unread, OpenError::Shelf(_)), "{unread:?}");
}
