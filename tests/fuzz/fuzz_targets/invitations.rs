//! Arbitrary bytes as the file of an invitation: Events are read or the file is refused, never a panic,
//! and what is read can be shared and read again.

#![no_main]

use chrono::{DateTime, Utc};
use libfuzzer_sys::fuzz_target;
use satchel_domain::calendar::ics::{self, IcsTime};
use satchel_domain::calendar::zone::PhoneZone;

fuzz_target!(|data: &[u8]| {
    let now: DateTime<Utc> = DateTime::from_timestamp(1_800_000_000, 0).expect("a moment");
    let phone = PhoneZone::new(Some("Europe/Lisbon"), now, 0);
    let Ok(events) = ics::read(data, phone) else { return };
    assert!(!events.is_empty() && events.len() <= ics::MOST_EVENTS);
    for event in events {
        if let (IcsTime::At(start), Some(IcsTime::At(end))) = (event.starts_on, event.ends_on) {
            assert!(end > start);
        }
        let _ = event.repeat_at(event.at_home);
    }
});
