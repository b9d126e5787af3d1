//! The occurrences of Events within a range of days.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

use super::event::{Event, Repeat};

/// Longest range answered at once, in days.
pub const MAX_RANGE_DAYS: i64 = 3660;

/// The days asked for, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    start: NaiveDate,
    end: NaiveDate,
}

impl DateRange {
    /// The range, or none if it ends before it starts or is longer than [`MAX_RANGE_DAYS`].
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        let days = end.signed_duration_since(start).num_days();
        (0..MAX_RANGE_DAYS).contains(&days).then_some(Self { start, end })
    }

    /// The first day.
    pub fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    pub fn end(self) -> NaiveDate {
        self.end
    }

    fn contains(self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.start.iter_days().take_while(move |day| *day <= self.end)
    }
}

/// One time an Event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// The Event it belongs to.
    pub event: &'a Event,
    /// Start of this occurrence, in the time zone of the site.
    pub starts_on: NaiveDateTime,
    /// End of this occurrence, in the time zone of the site.
    pub ends_on: Option<NaiveDateTime>,
}

/// What of these Events falls into the range, in the server's order: by the start of the Event,
/// then by day within it.
///
/// A single Event is in the range if any of its days is. A repeated one is judged on the day an
/// occurrence starts; its end keeps the whole 24-hour days of the Event's length and the hour, and
/// an occurrence that ends after `repeat_till` is dropped. In a month without the day, the last one
/// counts, and a month further on in the same range keeps that day: 31 January asked for from
/// February on is 28 February and 28 March. 29 February is the 28th in other years.
pub fn occurrences<'a>(events: &'a [Event], range: DateRange) -> Vec<Occurrence<'a>> {
    let mut open: Vec<&Event> = events.iter().filter(|event| event.is_open).collect();
    open.sort_by_key(|event| event.starts_on);
    open.into_iter().flat_map(|event| of_event(event, range)).collect()
}

fn of_event(event: &Event, range: DateRange) -> Vec<Occurrence<'_>> {
    let days: Vec<NaiveDate> = match event.repeat {
        Repeat::Undefined => Vec::new(),
        Repeat::Never => return single(event, range).into_iter().collect(),
        Repeat::Daily => range.days().collect(),
        Repeat::Weekly(weekdays) => {
            range.days().filter(|day| weekdays.contains(day.weekday())).collect()
        }
        Repeat::Months(step) => days_by_month(event, range, step),
        Repeat::Yearly => days_by_year(event, range),
    };
    let starts = event.starts_on.date();
    days.into_iter()
        .filter(|day| range.contains(*day) && *day >= starts)
        .filter_map(|day| on_day(event, day))
        .filter(|occurrence| !ends_too_late(event, occurrence))
        .collect()
}

fn single(event: &Event, range: DateRange) -> Option<Occurrence<'_>> {
    let starts = event.starts_on.date();
    let ends = event.ends_on.map_or(starts, |end| end.date());
    let touches = range.contains(starts) || (starts < range.start && ends >= range.start);
    touches.then_some(Occurrence { event, starts_on: event.starts_on, ends_on: event.ends_on })
}

fn days_by_month(event: &Event, range: DateRange, step: u32) -> Vec<NaiveDate> {
    let asked = range.start;
    let Some(first) = clamped(asked.year(), asked.month(), event.day_of_month()) else {
        return Vec::new();
    };
    let month_of = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let fits = |day: &NaiveDate| {
        (month_of(*day) - month_of(event.starts_on.date())).rem_euclid(i64::from(step.max(1))) == 0
    };
    (0..)
        .map_while(|month| first.checked_add_months(Months::new(month)))
        .take_while(|day| *day <= range.end)
        .filter(fits)
        .collect()
}

fn days_by_year(event: &Event, range: DateRange) -> Vec<NaiveDate> {
    let (month, day) = (event.starts_on.month(), event.day_of_month());
    (range.start.year()..=range.end.year()).filter_map(|year| clamped(year, month, day)).collect()
}

/// That day of the month, or its last one.
fn clamped(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    (28..=day).rev().chain([day]).find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

/// The occurrence that starts on that day; none past the end of the calendar.
fn on_day(event: &Event, day: NaiveDate) -> Option<Occurrence<'_>> {
    let ends_on = match event.ends_on {
        None => None,
        Some(end) => Some(end_after(event.starts_on, end, day)?),
    };
    Some(Occurrence { event, starts_on: day.and_time(event.starts_on.time()), ends_on })
}

fn end_after(start: NaiveDateTime, end: NaiveDateTime, day: NaiveDate) -> Option<NaiveDateTime> {
    let length = end.signed_duration_since(start);
    let whole_days = length.num_seconds().div_euclid(TimeDelta::days(1).num_seconds());
    let last = match u64::try_from(whole_days) {
        Ok(days) => day.checked_add_days(Days::new(days))?,
        Err(_) => day.checked_sub_days(Days::new(whole_days.unsigned_abs()))?,
    };
    Some(last.and_time(end.time()))
}

fn ends_too_late(event: &Event, occurrence: &Occurrence<'_>) -> bool {
    let last = occurrence.ends_on.map_or(occurrence.starts_on, |end| end.max(occurrence.starts_on));
    event.repeat_till.is_some_and(|till| last.date() > till)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn event(document: Value) -> Event {
        Event::from_document(&document).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn starts(event: Event, start: &str, end: &str) -> Vec<String> {
        let range = DateRange::new(day(start), day(end)).unwrap();
        occurrences(&[event], range).iter().map(|o| o.starts_on.date().to_string()).collect()
    }

    #[test]
    fn a_range_is_ordered_and_bounded() {
        assert!(DateRange::new(day("2026-01-02"), day("2026-01-01")).is_none());
        assert!(DateRange::new(day("0001-01-01"), day("9999-01-01")).is_none());
    }

    #[test]
    fn a_night_that_would_end_after_the_last_day_is_dropped() {
        let night = event(json!({
            "starts_on": "2026-11-20 08:00:00", "ends_on": "2026-11-21 09:00:00",
            "repeat_this_event": 1, "repeat_on": "Weekly", "friday": 1, "repeat_till": "2026-11-27",
        }));
        assert_eq!(starts(night, "2026-11-01", "2026-12-31"), ["2026-11-20"]);
    }

    #[test]
    fn quarters_count_from_the_start() {
        let quarterly = event(json!({
            "starts_on": "2026-01-31 08:00:00", "repeat_this_event": 1, "repeat_on": "Quarterly",
        }));
        assert_eq!(
            starts(quarterly, "2026-01-01", "2026-12-31"),
            ["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"]
        );
    }

    #[test]
    fn a_short_month_at_the_start_of_the_range_decides_the_day() {
        let monthly = event(json!({
            "starts_on": "2026-01-31 10:00:00", "repeat_this_event": 1, "repeat_on": "Monthly",
        }));
        assert_eq!(
            starts(monthly.clone(), "2026-02-01", "2026-03-31"),
            ["2026-02-28", "2026-03-28"]
        );
        assert_eq!(starts(monthly, "2026-03-01", "2026-03-31"), ["2026-03-31"]);
    }

    #[test]
    fn single_events_come_in_the_order_of_their_start() {
        let late = event(json!({"subject": "late", "starts_on": "2026-11-21 10:00:00"}));
        let early = event(json!({"subject": "early", "starts_on": "2026-11-21 08:00:00"}));
        let range = DateRange::new(day("2026-11-21"), day("2026-11-21")).unwrap();
        let events = [late, early];
        let subjects: Vec<_> =
            occurrences(&events, range).iter().map(|o| o.event.subject.as_str()).collect();
        assert_eq!(subjects, ["early", "late"]);
    }

    fn any_event() -> impl Strategy<Value = Event> {
        let stamp =
            (1..9999_i32, 1..=366_u32, 0..86_400_u32).prop_filter_map("day", |(y, d, s)| {
                let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(s, 0)?;
                Some(NaiveDate::from_yo_opt(y, d)?.and_time(time))
            });
        let repeat = prop_oneof![
            Just(Repeat::Never),
            Just(Repeat::Daily),
            Just(Repeat::Months(1)),
            Just(Repeat::Months(3)),
            Just(Repeat::Yearly),
            Just(Repeat::Undefined),
            proptest::collection::vec(0..7_u8, 0..7).prop_map(|days| {
                let days = days.into_iter().filter_map(|day| chrono::Weekday::try_from(day).ok());
                Repeat::Weekly(
                    days.fold(super::super::Weekdays::default(), |all, day| all.with(day)),
                )
            }),
        ];
        (stamp.clone(), proptest::option::of(stamp), repeat).prop_map(
            |(starts_on, ends_on, repeat)| Event {
                name: String::new(),
                subject: String::new(),
                starts_on,
                ends_on,
                all_day: false,
                is_open: true,
                repeat,
                repeat_till: None,
            },
        )
    }

    proptest! {
        #[test]
        fn repeats_stay_in_the_range_and_never_precede_the_event(
            event in any_event(), offset in 0..4000_u64, length in 0..400_u64,
        ) {
            prop_assume!(event.repeat != Repeat::Never);
            let start = event.starts_on.date() - Days::new(200.min(offset)) + Days::new(offset);
            let range = DateRange::new(start, start + Days::new(length)).unwrap();
            let first = event.starts_on;
            let events = [event];
            let found = occurrences(&events, range);
            prop_assert!(found.iter().all(|o| range.contains(o.starts_on.date()) && o.starts_on >= first));
            prop_assert!(found.windows(2).all(|pair| pair[0].starts_on < pair[1].starts_on));
        }
    }
}
