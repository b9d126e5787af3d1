//! What has been filled in of a calendar entry.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use satchel_app::views::{EventForm, EventRepeat, ParticipantView};

/// How long a new entry takes, in minutes.
const LENGTH: i64 = 30;

/// What stands over the form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// Who takes part is being chosen.
    People,
    /// Asked whether to delete it.
    Delete,
}

/// The form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What was filled in.
    pub form: EventForm,
    /// What stands over it.
    pub over: Over,
}

/// Something the rep did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// What it is about.
    Subject(String),
    /// Its category, as ERPNext writes it.
    Category(String),
    /// For the whole day, or not.
    AllDay(bool),
    /// The day it starts on. The end goes along.
    StartDay(NaiveDate),
    /// The time it starts at. The end goes along.
    StartTime(NaiveTime),
    /// The day it ends on.
    EndDay(NaiveDate),
    /// The time it ends at.
    EndTime(NaiveTime),
    /// So many minutes later, or earlier.
    Shift(i64),
    /// How it repeats.
    Repeat(EventRepeat),
    /// On a weekday, from Monday as 0, or not on it.
    Weekday(usize, bool),
    /// The last day it repeats on, or none.
    Till(Option<NaiveDate>),
    /// Somebody takes part.
    Join(ParticipantView),
    /// The participant at this place does not.
    Leave(usize),
    /// What is to be known besides.
    Description(String),
    /// Reminded, or not.
    Reminder(bool),
    /// Something opens over the form, or closes.
    Over(Over),
}

impl State {
    /// A new entry at a time.
    pub fn new(at: NaiveDateTime) -> Self {
        let form = EventForm {
            starts_on: Some(at),
            ends_on: at.checked_add_signed(TimeDelta::minutes(LENGTH)),
            reminder: true,
            ..EventForm::default()
        };
        Self { form, over: Over::Nothing }
    }

    /// The form after what the rep did.
    pub fn apply(&mut self, change: Change) {
        let form = &mut self.form;
        match change {
            Change::Subject(text) => form.subject = text,
            Change::Category(text) => form.category = text,
            Change::AllDay(on) => form.all_day = on,
            Change::StartDay(day) => self.start_at(|at| day.and_time(at.time())),
            Change::StartTime(time) => self.start_at(|at| at.date().and_time(time)),
            Change::EndDay(day) => self.end_at(|at| day.and_time(at.time())),
            Change::EndTime(time) => self.end_at(|at| at.date().and_time(time)),
            Change::Shift(minutes) => {
                let by = TimeDelta::try_minutes(minutes).unwrap_or_default();
                self.start_at(|at| at.checked_add_signed(by).unwrap_or(at));
            }
            Change::Repeat(repeat) => {
                form.repeat = repeat;
                self.choose_weekday();
            }
            Change::Weekday(place, on) => {
                if let Some(day) = form.weekdays.get_mut(place) {
                    *day = on;
                }
            }
            Change::Till(day) => form.repeat_till = day,
            Change::Join(participant) => {
                let there = form
                    .participants
                    .iter()
                    .any(|p| (&p.doctype, &p.name) == (&participant.doctype, &participant.name));
                if !there {
                    form.participants.push(participant);
                }
                self.over = Over::Nothing;
            }
            Change::Leave(place) => {
                if place < form.participants.len() {
                    form.participants.remove(place);
                }
            }
            Change::Description(text) => form.description = text,
            Change::Reminder(on) => form.reminder = on,
            Change::Over(over) => self.over = over,
        }
    }

    /// Moves the start; the end keeps its distance.
    fn start_at(&mut self, to: impl FnOnce(NaiveDateTime) -> NaiveDateTime) {
        let Some(from) = self.form.starts_on else { return };
        let there = to(from);
        let by = there.signed_duration_since(from);
        self.form.starts_on = Some(there);
        self.form.ends_on = self.form.ends_on.and_then(|end| end.checked_add_signed(by));
    }

    fn end_at(&mut self, to: impl FnOnce(NaiveDateTime) -> NaiveDateTime) {
        let from = self.form.ends_on.or(self.form.starts_on);
        self.form.ends_on = from.map(to);
    }

    /// Every week on the weekday it starts on, unless days are chosen.
    fn choose_weekday(&mut self) {
        use chrono::Datelike;
        let form = &mut self.form;
        if form.repeat != EventRepeat::Weekly || form.weekdays.contains(&true) {
            return;
        }
        let place = form.starts_on.map(|at| at.weekday().num_days_from_monday() as usize);
        if let Some(day) = place.and_then(|place| form.weekdays.get_mut(place)) {
            *day = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn the_end_goes_along_with_the_start() {
        let mut state = State::new(at("2026-05-14T09:00:00"));
        state.apply(Change::EndTime(NaiveTime::from_hms_opt(10, 15, 0).unwrap()));
        state.apply(Change::StartDay("2026-05-20".parse().unwrap()));
        state.apply(Change::Shift(-15));
        assert_eq!(state.form.starts_on, Some(at("2026-05-20T08:45:00")));
        assert_eq!(state.form.ends_on, Some(at("2026-05-20T10:00:00")));
    }

    #[test]
    fn every_week_is_on_its_own_weekday_until_another_is_chosen() {
        let mut state = State::new(at("2026-05-14T09:00:00"));
        state.apply(Change::Repeat(EventRepeat::Weekly));
        assert_eq!(state.form.weekdays, [false, false, false, true, false, false, false]);
        state.apply(Change::Weekday(0, true));
        state.apply(Change::Weekday(3, false));
        state.apply(Change::Weekday(9, true));
        state.apply(Change::Repeat(EventRepeat::Weekly));
        assert_eq!(state.form.weekdays, [true, false, false, false, false, false, false]);
    }

    #[test]
    fn nobody_takes_part_twice() {
        let tasca = ParticipantView {
            doctype: "Customer".into(),
            name: "Tasca".into(),
            label: "Tasca do Cais".into(),
        };
        let mut state = State::new(at("2026-05-14T09:00:00"));
        state.apply(Change::Over(Over::People));
        state.apply(Change::Join(tasca.clone()));
        state.apply(Change::Join(tasca));
        assert_eq!((state.form.participants.len(), state.over), (1, Over::Nothing));
        state.apply(Change::Leave(4));
        state.apply(Change::Leave(0));
        assert!(state.form.participants.is_empty());
    }

    proptest! {
        #[test]
        fn any_shift_keeps_the_length_or_the_time(minutes: i64) {
            let mut state = State::new(at("2026-05-14T09:00:00"));
            state.apply(Change::Shift(minutes));
            let (start, end) = (state.form.starts_on.unwrap(), state.form.ends_on);
            prop_assert!(end.is_none_or(|end| end - start == TimeDelta::minutes(LENGTH)));
        }
    }
}
