//! What is written is read again; what others write is read or said.

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::zone::{PhoneZone, SiteZone};
use super::super::{Event, Repeat};
use super::*;

fn now() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn phone() -> PhoneZone {
    PhoneZone::new(Some("Europe/Lisbon"), now(), 0)
}

fn source(document: Value) -> IcsSource {
    IcsSource {
        uid: "EV1@satchel".into(),
        event: Event::from_document(&document).unwrap(),
        description: "Bring samples; prices, too\nRing twice".into(),
    }
}

fn invitation(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn only(lines: &str) -> IcsEvent {
    let mut read = read(invitation(lines).as_bytes(), phone()).unwrap();
    assert_eq!(read.len(), 1);
    read.remove(0)
}

fn at(text: &str) -> IcsTime {
    IcsTime::At(text.parse().unwrap())
}

#[test]
fn what_is_shared_says_when_it_is_wherever_it_is_opened() {
    let visit = source(json!({
        "subject": "Visit, Café", "starts_on": "2026-07-01 09:00:00", "ends_on": "2026-07-01 09:30:00",
    }));
    let site = SiteZone::named("America/New_York").unwrap();
    let text = write(&[visit], Some(site), phone(), now());
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "DTSTART:20260701T130000Z",
        "DTEND:20260701T133000Z",
        "SUMMARY:Visit\\, Café",
        "UID:EV1@satchel",
        "DTSTAMP:20261122T120000Z",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let back = read(text.as_bytes(), phone()).unwrap();
    assert_eq!(
        (back[0].subject.as_str(), back[0].starts_on),
        ("Visit, Café", at("2026-07-01T13:00:00Z"))
    );
    assert_eq!(back[0].description, "Bring samples; prices, too\nRing twice");
}

#[test]
fn what_repeats_keeps_its_hour_and_its_last_day() {
    let weekly = source(json!({
        "subject": "Round", "starts_on": "2026-11-18 09:00:00", "repeat_this_event": 1,
        "repeat_on": "Weekly", "friday": 1, "repeat_till": "2026-12-31",
    }));
    let site = SiteZone::named("America/New_York").unwrap();
    let text = write(&[weekly], Some(site), phone(), now());
    // Wednesday the 18th is none of its days; iCalendar would count it.
    assert!(text.contains("DTSTART;TZID=America/New_York:20261120T090000"), "{text}");
    assert!(text.contains("RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101T045959Z"), "{text}");
    let back = read(text.as_bytes(), phone()).unwrap().remove(0);
    assert_eq!(back.repeat_till, NaiveDate::from_ymd_opt(2026, 12, 31));
    assert!(matches!(back.repeat, Repeat::Weekly(days) if days.contains(chrono::Weekday::Fri)));
    assert_eq!(back.notes, []);
}

#[test]
fn the_last_of_the_month_comes_back_as_it_was() {
    for repeat in ["Monthly", "Quarterly", "Half Yearly", "Yearly", "Daily"] {
        let event = source(json!({
            "starts_on": "2028-02-29 10:00:00", "repeat_this_event": 1, "repeat_on": repeat,
        }));
        let text = write(std::slice::from_ref(&event), None, phone(), now());
        let back = read(text.as_bytes(), phone()).unwrap().remove(0);
        assert_eq!((back.repeat, back.notes), (event.event.repeat, vec![]), "{text}");
    }
}

#[test]
fn whole_days_end_on_their_last_one() {
    let fair = source(json!({
        "starts_on": "2026-05-14", "ends_on": "2026-05-16 23:59:59", "all_day": 1,
    }));
    let text = write(&[fair], None, phone(), now());
    assert!(text.contains("DTEND;VALUE=DATE:20260517"), "{text}");
    let back = read(text.as_bytes(), phone()).unwrap().remove(0);
    assert_eq!(back.ends_on, NaiveDate::from_ymd_opt(2026, 5, 16).map(IcsTime::Day));
}

#[test]
fn zones_are_followed_and_unknown_ones_said() {
    let outlook = only("DTSTART;TZID=Eastern Standard Time:20260701T090000\r\nDURATION:PT1H30M");
    assert_eq!(outlook.starts_on, at("2026-07-01T13:00:00Z"));
    assert_eq!(outlook.ends_on, Some(at("2026-07-01T14:30:00Z")));
    let odd = only("DTSTART;TZID=Our office:20260701T090000");
    assert_eq!(odd.starts_on, at("2026-07-01T08:00:00Z"));
    assert_eq!(odd.notes, [IcsNote::UnknownZone("Our office".into())]);
    assert_eq!(only("DTSTART:20260701T090000").starts_on, at("2026-07-01T08:00:00Z"));
}

#[test]
fn what_cannot_be_held_is_said() {
    let start = "DTSTART:20261110T090000Z\r\n";
    for rule in [
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=YEARLY;BYMONTH=3",
        "FREQ=DAILY;BYHOUR=9",
        "nonsense",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=99999999",
        "FREQ=DAILY;UNTIL=never",
    ] {
        let read = only(&format!("{start}RRULE:{rule}"));
        assert_eq!(
            (read.repeat, read.notes),
            (Repeat::Never, vec![IcsNote::RuleLeftOut]),
            "{rule}"
        );
    }
    let read = only(&format!(
        "{start}RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20261111T090000Z\r\nSTATUS:CANCELLED"
    ));
    assert_eq!(read.repeat_till, NaiveDate::from_ymd_opt(2026, 11, 12));
    assert_eq!(read.notes, [IcsNote::SingleTimes(1), IcsNote::Cancelled]);
    let short = only("DTSTART:20260131T090000Z\r\nRRULE:FREQ=MONTHLY");
    assert_eq!(short.notes, [IcsNote::ShortMonths]);
    let night = only("DTSTART:20261110T220000Z\r\nDTEND:20261111T060000Z\r\nRRULE:FREQ=DAILY");
    assert_eq!(night.notes, [IcsNote::RuleLeftOut]);
}

#[test]
fn weekdays_move_with_the_day() {
    let late = only("DTSTART;TZID=America/Los_Angeles:20261119T200000\r\nRRULE:FREQ=WEEKLY");
    let here = phone().from_utc("2026-11-20T04:00:00Z".parse().unwrap());
    let Repeat::Weekly(days) = late.repeat_at(here) else { panic!() };
    assert!(days.contains(chrono::Weekday::Fri) && !days.contains(chrono::Weekday::Thu));
}

#[test]
fn hostile_files_are_refused() {
    let read = |text: &str| read(text.as_bytes(), phone());
    assert_eq!(read(""), Err(IcsError::Unreadable));
    assert_eq!(read("BEGIN:VCALENDAR\nEND:VCALENDAR\n"), Err(IcsError::Empty));
    assert_eq!(read(&"BEGIN:VCALENDAR\n".repeat(20_000)), Err(IcsError::TooLarge));
    assert_eq!(read(&"x".repeat(LARGEST + 1)), Err(IcsError::TooLarge));
    let many = "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n".repeat(5_000);
    let many = read(&format!("BEGIN:VCALENDAR\n{many}END:VCALENDAR\n")).unwrap();
    assert_eq!(many.len(), MOST_EVENTS);
    let torn = &invitation("DTSTART:20260701T090000")[..80];
    assert!(read(torn).is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_events_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, phone());
    }

    #[test]
    fn any_lines_of_an_event_are_read_or_refused(
        lines in prop::collection::vec(
            ("(DTSTART|DTEND|RRULE|DURATION|SUMMARY|EXDATE|BEGIN|END|UID|RECURRENCE-ID)(;TZID=[A-Za-z/ ]{0,12})?",
             "[A-Z0-9=;,:+ZTP-]{0,40}|[0-9]{8}T[0-9]{6}Z?|FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);(COUNT|INTERVAL)=[0-9]{1,10}"),
            0..9),
        tear in 0.0..1.0_f64,
    ) {
        let lines: Vec<String> = lines.into_iter().map(|(key, value)| format!("{key}:{value}")).collect();
        let text = invitation(&lines.join("\r\n"));
        let _ = read(text.as_bytes(), phone());
        // Torn anywhere.
        let at = (text.len() as f64 * tear) as usize;
        let _ = read(&text.as_bytes()[..at], phone());
    }

    #[test]
    fn what_is_written_is_read_again(
        days in 0..30_000_i64, minutes in 0..1440_i64, length in 0..5_000_i64, all_day: bool,
        repeat in prop::sample::select(vec!["", "Daily", "Monthly", "Quarterly", "Half Yearly", "Yearly"]),
        subject in "\\PC{0,60}",
    ) {
        let start = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap()
            + chrono::TimeDelta::days(days) + chrono::TimeDelta::minutes(minutes);
        let end = start + chrono::TimeDelta::minutes(length);
        let event = source(json!({
            "subject": subject, "starts_on": start.to_string(), "ends_on": end.to_string(),
            "all_day": u8::from(all_day), "repeat_this_event": u8::from(!repeat.is_empty()),
            "repeat_on": repeat,
        }));
        prop_assume!(event.event.validate().is_ok());
        let text = write(std::slice::from_ref(&event), None, phone(), now());
        let back = read(text.as_bytes(), phone()).unwrap().remove(0);
        prop_assert_eq!(back.repeat, event.event.repeat);
        let starts = if all_day { IcsTime::Day(start.date()) } else { IcsTime::At(phone().to_utc(start)) };
        prop_assert_eq!(back.starts_on, starts);
    }
}
