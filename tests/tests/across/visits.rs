//! Visits and what waits on the phone, from the use cases the screens call.

use rust_decimal::dec;
use satchel_app::views::{OrderEdit, VisitStop};
use satchel_app::{AppError, Session};
use satchel_tests::phone::PIN;

use super::support::demo_at;

/// Before the first visit of the day.
const EARLY: &str = "2026-05-14T07:30:00+01:00";

fn stops(session: &Session) -> Vec<VisitStop> {
    session.today_view().unwrap().stops
}

#[test]
fn a_visit_is_begun_once_and_ended_once() {
    let (_folder, phone, session) = demo_at(EARLY);
    let stop = stops(&session).remove(0);
    let visit = session.check_in(&stop.customer, &stop.event).unwrap();
    let again = session.check_in(&stop.customer, &stop.event).unwrap();
    assert_eq!(visit, again, "pressed twice is one visit");

    let today = session.today_view().unwrap();
    assert!(today.stops[0].done && !today.stops[1].done);
    assert_eq!(today.visit, Some(visit));
    assert_eq!(session.outgoing().unwrap().len(), 1);

    phone.clock.advance_ms(20 * 60 * 1000);
    assert!(session.check_out("shelf is empty").unwrap());
    assert!(!session.check_out("").unwrap(), "there is nobody to leave");
    assert_eq!(session.open_visit().unwrap(), None);

    let waiting = session.outgoing().unwrap();
    let whose: Vec<_> = waiting.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(whose, [&stop.customer_name, &stop.customer_name], "the check-out knows too");
}

#[test]
fn the_next_visit_waits_for_the_end_of_this_one() {
    let (_folder, _phone, session) = demo_at(EARLY);
    let stops = stops(&session);
    session.check_in(&stops[0].customer, &stops[0].event).unwrap();
    match session.check_in(&stops[1].customer, &stops[1].event) {
        Err(AppError::VisitOpen { customer_name }) => {
            assert_eq!(customer_name, stops[0].customer_name);
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(session.check_out(&"x".repeat(1_001)), Err(AppError::Field { .. })));
    assert!(session.check_out("").unwrap());
    session.check_in(&stops[1].customer, &stops[1].event).unwrap();
}

#[test]
fn a_visit_outlives_the_app() {
    let (_folder, phone, session) = demo_at(EARLY);
    let stop = stops(&session).remove(0);
    let visit = session.check_in(&stop.customer, &stop.event).unwrap();
    let profile = session.profile().id.clone();
    drop(session);
    let session = phone.satchel.unlock(&profile, PIN).unwrap();
    assert_eq!(session.open_visit().unwrap(), Some(visit));
    assert_eq!(session.salvaged(), None, "nothing was damaged");
}

#[test]
fn an_order_that_waits_names_its_customer_and_its_amount() {
    let (_folder, _phone, session) = demo_at(EARLY);
    let stop = stops(&session).remove(0);
    let order = session.start_order(&stop.customer).unwrap();
    session.edit_order(&order, OrderEdit::UsualBasket).unwrap();
    let placed = session.place_order(&order, "").unwrap();
    let waiting = session.outgoing().unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].customer_name, stop.customer_name);
    assert_eq!(waiting[0].due.as_ref(), Some(&placed.due));
    assert!(placed.due.amount > dec!(0));
}

#[test]
fn settings_are_kept_and_impossible_ones_refused() {
    let (_folder, phone, session) = demo_at(EARLY);
    session.set_text_size(130).unwrap();
    session.set_theme("dark").unwrap();
    session.set_language("ar").unwrap();
    for impossible in [0, 99, 201, u32::MAX] {
        assert!(matches!(session.set_text_size(impossible), Err(AppError::Field { .. })));
    }
    let profile = session.profile().id.clone();
    drop(session);
    let settings = phone.satchel.unlock(&profile, PIN).unwrap().settings().unwrap();
    assert_eq!((settings.text_size, settings.theme.as_str()), (130, "dark"));
    assert_eq!(settings.language, "ar");
}
