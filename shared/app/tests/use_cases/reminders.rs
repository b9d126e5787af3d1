//! What a phone is to tell, and when: leads, whole days, tasks, repetitions, clocks that change.

use crate::common;
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use satchel_app::views::{
    EventForm, EventRepeat, NewTask, ReminderOf, ReminderSettings, ReminderView,
};
use satchel_app::{AppError, Satchel, Session};
use satchel_devices::clock::FakeClock;
use satchel_devices::location::NoLocation;
use satchel_devices::reminders::MOST;

struct Phone {
    clock: Arc<FakeClock>,
    session: Session,
    _satchel: Satchel,
    _folder: tempfile::TempDir,
}

impl Phone {
    /// A phone in Lisbon, at a moment.
    fn at(now: &str, offset_minutes: i32) -> Self {
        let clock = Arc::new(FakeClock::at(now.parse().unwrap()));
        clock.set_offset_minutes(offset_minutes);
        clock.set_zone(Some("Europe/Lisbon"));
        let folder = tempfile::tempdir().unwrap();
        let devices = common::devices(clock.clone(), Arc::new(NoLocation::new()));
        let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
        let session = satchel.create_demo("2580", "en").unwrap();
        Self { clock, session, _satchel: satchel, _folder: folder }
    }

    /// Reminders of what is called so; the demo company has entries of its own.
    fn of(&self, subject: &str) -> Vec<ReminderView> {
        let mut found = self.session.reminders().unwrap();
        found.retain(|reminder| reminder.subject == subject);
        found
    }

    fn times(&self, subject: &str) -> Vec<String> {
        let time = |reminder: ReminderView| reminder.at.format("%m-%d %H:%M").to_string();
        self.of(subject).into_iter().map(time).collect()
    }

    fn set(&self, settings: ReminderSettings) {
        self.session.set_reminder_settings(&settings).unwrap();
    }
}

fn form(subject: &str, starts_on: &str) -> EventForm {
    let starts_on: NaiveDateTime = starts_on.parse().unwrap();
    EventForm {
        subject: subject.to_owned(),
        starts_on: Some(starts_on),
        ends_on: Some(starts_on + TimeDelta::minutes(30)),
        reminder: true,
        ..EventForm::default()
    }
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn an_entry_is_told_so_long_before_as_the_rep_wants() {
    let phone = Phone::at("2026-05-14T07:41:00Z", 60);
    let key = phone.session.create_event(&form("Shelf check", "2026-05-14T10:30:00")).unwrap();
    let found = phone.of("Shelf check");
    assert_eq!(found.len(), 1);
    let one = &found[0];
    assert_eq!((one.at, one.until), (utc("2026-05-14T09:15:00Z"), utc("2026-05-14T09:45:00Z")));
    assert_eq!(one.of, ReminderOf::Event(key.clone()));
    assert_eq!(one.told_on, "2026-05-14T10:15:00".parse::<NaiveDateTime>().unwrap());
    phone.set(ReminderSettings { lead: 60, ..ReminderSettings::default() });
    assert_eq!(phone.times("Shelf check"), ["05-14 08:30"]);
    assert_eq!(phone.of("Shelf check")[0].id, one.id, "another lead is no other reminder");
    phone.session.move_event(&key, 60).unwrap();
    assert_eq!(phone.times("Shelf check"), ["05-14 09:30"]);
    assert_ne!(phone.of("Shelf check")[0].id, one.id, "at another time it is another one");
    let quiet = EventForm { reminder: false, ..form("Shelf check", "2026-05-14T11:30:00") };
    phone.session.change_event(&key, &quiet).unwrap();
    assert!(phone.of("Shelf check").is_empty(), "it asks for none");
}

#[test]
fn what_is_over_deleted_or_switched_off_is_not_told() {
    let phone = Phone::at("2026-05-14T07:41:00Z", 60);
    let key = phone.session.create_event(&form("Call", "2026-05-14T08:30:00")).unwrap();
    assert_eq!(phone.of("Call").len(), 1, "it has begun just now");
    phone.clock.advance_ms(5 * 60_000);
    assert!(phone.of("Call").is_empty());
    phone.session.create_event(&form("Fair", "2026-05-15T08:30:00")).unwrap();
    assert_eq!(phone.of("Fair").len(), 1);
    phone.set(ReminderSettings { on: false, ..ReminderSettings::default() });
    assert_eq!(phone.session.reminders().unwrap(), Vec::new());
    phone.set(ReminderSettings::default());
    let fair = phone.of("Fair").remove(0);
    let ReminderOf::Event(event) = fair.of else { panic!() };
    phone.session.delete_event(&event).unwrap();
    assert!(phone.of("Fair").is_empty());
    phone.session.delete_event(&key).unwrap();
    let odd = ReminderSettings { lead: 7, ..ReminderSettings::default() };
    let refused = phone.session.set_reminder_settings(&odd).unwrap_err();
    assert!(matches!(refused, AppError::Field { field: "lead" }), "{refused:?}");
}

#[test]
fn whole_days_and_tasks_are_told_in_the_morning() {
    let phone = Phone::at("2026-05-14T06:00:00Z", 60);
    let days = EventForm {
        all_day: true,
        ends_on: Some("2026-05-16T00:00:00".parse().unwrap()),
        ..form("Fair", "2026-05-14T00:00:00")
    };
    phone.session.create_event(&days).unwrap();
    let fair = phone.of("Fair");
    assert_eq!(fair.len(), 1, "on the first of its days");
    assert_eq!(
        (fair[0].at, fair[0].until),
        (utc("2026-05-14T07:00:00Z"), utc("2026-05-14T11:00:00Z"))
    );
    let task = NewTask {
        subject: "Mend the fridge".into(),
        due: Some("2026-05-15".parse().unwrap()),
        ..NewTask::default()
    };
    phone.session.create_task(&task).unwrap();
    assert!(phone.of("Mend the fridge").is_empty(), "only where the rep wants it");
    phone.set(ReminderSettings { tasks: true, ..ReminderSettings::default() });
    assert_eq!(phone.times("Mend the fridge"), ["05-15 07:00"]);
    assert!(phone.of("Mend the fridge")[0].all_day);
}

#[test]
fn a_repetition_is_told_each_time_and_never_more_than_a_platform_takes() {
    let phone = Phone::at("2026-05-14T06:00:00Z", 60);
    let weekly = EventForm {
        repeat: EventRepeat::Weekly,
        weekdays: [true, false, false, true, false, false, false],
        ..form("Round", "2026-05-14T09:00:00")
    };
    phone.session.create_event(&weekly).unwrap();
    let told = ["05-14 07:45", "05-18 07:45", "05-21 07:45", "05-25 07:45", "05-28 07:45"];
    assert_eq!(phone.times("Round"), told);
    for hour in 0..8 {
        let often = EventForm {
            repeat: EventRepeat::Daily,
            ..form("Often", &format!("2026-05-14T{:02}:00:00", 10 + hour))
        };
        phone.session.create_event(&often).unwrap();
    }
    let all = phone.session.reminders().unwrap();
    assert_eq!(all.len(), MOST);
    assert!(all.is_sorted_by_key(|reminder| reminder.at));
}

#[test]
fn clocks_that_change_shift_no_reminder() {
    // Lisbon goes back from 02:00 to 01:00 on 25 October 2026.
    let phone = Phone::at("2026-10-24T06:00:00Z", 60);
    let daily = EventForm { repeat: EventRepeat::Daily, ..form("Round", "2026-10-24T09:00:00") };
    phone.session.create_event(&daily).unwrap();
    assert_eq!(phone.times("Round")[..3], ["10-24 07:45", "10-25 08:45", "10-26 08:45"]);
    // Half past one comes twice that night; the first one counts.
    phone.session.create_event(&form("Night", "2026-10-25T01:30:00")).unwrap();
    assert_eq!(phone.times("Night"), ["10-25 00:15"]);
    assert_eq!(phone.of("Night")[0].starts_on, "2026-10-25T01:30:00".parse().unwrap());
}
