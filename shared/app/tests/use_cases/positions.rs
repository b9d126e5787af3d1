//! Where and when documents are captured: without waiting, with a better position added soon after, and
//! with what is known of the office's clock.

use crate::common::{self, Phone, noon};
use chrono::{DateTime, TimeDelta, Utc};
use satchel_devices::clock::Clock;
use satchel_devices::location::{Fix, LocationTrouble};
use satchel_domain::capture::{CapturedAt, ServerClock};
use std::time::{Duration, Instant};

fn fix(accuracy_m: f64, at: DateTime<Utc>) -> Fix {
    Fix::at_degrees(41.1465, -8.6111, accuracy_m, at).unwrap()
}

impl Phone {
    fn place(&self) -> String {
        common::placed(&self.session, &common::customer(&self.session), "")
    }

    fn captured(&self, order: &str) -> CapturedAt {
        self.session.store().order(order.parse().unwrap()).unwrap().unwrap().captured
    }

    /// Waits for the look-out, which has a thread of its own.
    fn until(&self, what: impl Fn() -> bool) {
        let begun = Instant::now();
        while !what() {
            assert!(begun.elapsed() < Duration::from_secs(60), "it never came");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

#[test]
fn an_order_takes_the_last_fix_with_its_age_and_a_better_one_soon_after() {
    let phone = Phone::new();
    phone.location.move_to(Some(fix(40.0, noon() - TimeDelta::seconds(300))));
    let order = phone.place();
    let first = phone.captured(&order).position.unwrap();
    assert_eq!((first.accuracy_m, first.age_s), (40, 300));
    assert_eq!(phone.payload(&order)["satchel_accuracy_m"], 40);

    phone.clock.advance_ms(30_000);
    phone.location.move_to(Some(fix(6.0, phone.clock.now())));
    phone.until(|| phone.captured(&order).later.is_some());
    let captured = phone.captured(&order);
    let later = captured.later.unwrap();
    assert_eq!((later.position.accuracy_m, later.position.age_s, later.after_s), (6, 30, 30));
    assert_eq!(captured.position, Some(first), "the first one stays beside it");
    assert_eq!(phone.payload(&order)["satchel_accuracy_m"], 6, "nothing was sent yet");
    let shown = phone.session.order_detail(&order).unwrap();
    assert_eq!(shown.position.unwrap().accuracy_m, 6);
}

#[test]
fn what_comes_after_two_minutes_is_of_another_place() {
    let phone = Phone::new();
    let order = phone.place();
    phone.clock.advance_ms(121_000);
    phone.location.move_to(Some(fix(5.0, phone.clock.now())));
    // The next order's look-out has seen the same fix once it has one of its own.
    phone.location.move_to(None);
    let next = phone.place();
    phone.location.move_to(Some(fix(5.0, phone.clock.now())));
    phone.until(|| phone.captured(&next).later.is_some());
    assert_eq!(phone.captured(&order).later, None);
    assert!(phone.payload(&order).get("latitude").is_none());
}

#[test]
fn a_visit_gets_the_better_position_too() {
    let phone = Phone::new();
    phone.location.fail(LocationTrouble::TimedOut);
    let customer = phone.session.customers("", None).unwrap().rows.remove(0).name;
    let visit = phone.session.check_in(&customer, "").unwrap();
    assert_eq!(visit.no_position, "location-timed-out");
    assert!(phone.payload(&visit.uid).get("latitude").is_none());
    phone.clock.advance_ms(10_000);
    phone.location.move_to(Some(fix(9.0, phone.clock.now())));
    phone.until(|| phone.session.open_visit().unwrap().unwrap().no_position.is_empty());
    let payload = phone.payload(&visit.uid);
    assert_eq!((&payload["accuracy_m"], &payload["latitude"]), (&9.into(), &41.1465.into()));
}

#[test]
fn a_denied_position_stops_no_order_and_is_told() {
    let phone = Phone::new();
    phone.location.fail(LocationTrouble::Denied);
    let order = phone.place();
    assert_eq!(phone.captured(&order).position, None);
    assert_eq!(phone.session.order_detail(&order).unwrap().no_position, "location-denied");
}

#[test]
fn a_clock_set_back_goes_with_the_order_and_stops_nothing() {
    let phone = Phone::new();
    let before = phone.place();
    assert!(phone.payload(&before).get("satchel_clock_ahead_s").is_none(), "never heard");
    let now = phone.clock.read();
    let heard = ServerClock {
        offset_ms: 0,
        heard: now.utc,
        monotonic_ms: now.monotonic_ms,
        boot_id: now.boot_id,
    };
    phone.session.store().set_setting("server_clock", &heard).wait().unwrap();
    let right = phone.place();
    assert!(phone.payload(&right).get("satchel_clock_ahead_s").is_none());
    phone.clock.advance_ms(600_000);
    phone.clock.set_wall_clock(noon() - TimeDelta::days(1));
    let wrong = phone.place();
    assert_eq!(phone.payload(&wrong)["satchel_clock_ahead_s"], -87_000);
    assert_eq!(phone.session.order_detail(&wrong).unwrap().clock_ahead_min, Some(-1_450));
    assert_eq!(phone.captured(&wrong).server, Some(heard), "kept with the document");
}
