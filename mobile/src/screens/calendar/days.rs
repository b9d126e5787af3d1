//! Weeks and days, and which entry stands on which day.

use chrono::{Datelike, Days, Months, NaiveDate};
use satchel_app::views::AgendaRow;

/// Days of the list.
pub const LISTED: i64 = 14;

/// The Monday of the week a day is in (ISO 8601).
pub fn week_of(day: NaiveDate) -> NaiveDate {
    let since = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(since)).unwrap_or(day)
}

/// The Sunday of the week that begins on `monday`.
pub fn last_of_week(monday: NaiveDate) -> NaiveDate {
    moved(monday, 6)
}

/// A day some days later, or earlier; the day itself at the ends of time.
pub fn moved(day: NaiveDate, days: i64) -> NaiveDate {
    chrono::TimeDelta::try_days(days).and_then(|by| day.checked_add_signed(by)).unwrap_or(day)
}

/// The seven days of the week a day is in.
pub fn days_of(day: NaiveDate) -> Vec<NaiveDate> {
    let monday = week_of(day);
    (0..7).map(|n| moved(monday, n)).collect()
}

/// The first and the last day of the month a day is in.
pub fn days_of_month(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    (first, next.and_then(|next| next.pred_opt()).unwrap_or(first))
}

/// The days of the weeks a month touches, whole weeks.
pub fn weeks_of_month(day: NaiveDate) -> Vec<NaiveDate> {
    let (first, last) = days_of_month(day);
    let (begin, end) = (week_of(first), last_of_week(week_of(last)));
    begin.iter_days().take_while(|day| *day <= end).take(42).collect()
}

/// The same day of another month, or its last one.
pub fn months_on(day: NaiveDate, months: i32) -> NaiveDate {
    let by = Months::new(months.unsigned_abs());
    let there = match months < 0 {
        true => day.checked_sub_months(by),
        false => day.checked_add_months(by),
    };
    there.unwrap_or(day)
}

/// What stands on a day: entries of the whole day first, each in the order it came.
pub fn on_day(rows: &[AgendaRow], day: NaiveDate) -> Vec<Entry> {
    let mut entries: Vec<Entry> = rows
        .iter()
        .filter_map(|row| {
            let (first, last) = row.days();
            if !(first..=last).contains(&day) {
                return None;
            }
            let count = last.signed_duration_since(first).num_days() + 1;
            let nth = day.signed_duration_since(first).num_days() + 1;
            let whole = row.is_above_hours() || nth > 1;
            Some(Entry { row: row.clone(), whole, nth, count })
        })
        .collect();
    entries.sort_by_key(|entry| !entry.whole);
    entries
}

/// An entry on one of its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The entry.
    pub row: AgendaRow,
    /// True where no time of the day is shown.
    pub whole: bool,
    /// Which of its days this is, from 1.
    pub nth: i64,
    /// How many days it has.
    pub count: i64,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A day with how many entries it has.
    Day(NaiveDate, usize),
    /// Nothing on that day.
    Nothing,
    /// An entry.
    Entry(Entry),
}

/// The lines of a list that begins with a day.
pub fn lines(rows: &[AgendaRow], from: NaiveDate) -> Vec<Line> {
    let mut lines = Vec::new();
    for day in (0..LISTED).map(|n| moved(from, n)) {
        let entries = on_day(rows, day);
        lines.push(Line::Day(day, entries.len()));
        if entries.is_empty() {
            lines.push(Line::Nothing);
        }
        lines.extend(entries.into_iter().map(Line::Entry));
    }
    lines
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, day).unwrap()
    }

    pub fn entry(from: &str, until: Option<&str>, all_day: bool) -> AgendaRow {
        AgendaRow {
            event: from.to_owned(),
            subject: from.to_owned(),
            starts_on: from.parse().unwrap(),
            ends_on: until.map(|until| until.parse().unwrap()),
            all_day,
            repeats: false,
            category: String::new(),
            customer: String::new(),
            customer_name: String::new(),
            waiting: false,
            own: true,
        }
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(week_of(day(14)), day(11));
        assert_eq!(week_of(day(11)), day(11));
        assert_eq!((days_of(day(17)).len(), last_of_week(day(11))), (7, day(17)));
    }

    #[test]
    fn an_entry_of_many_days_stands_on_each_of_them() {
        let rows = [
            entry("2026-05-14T10:30:00", Some("2026-05-14T11:00:00"), false),
            entry("2026-05-01T00:00:00", Some("2026-06-17T23:59:00"), true),
        ];
        let entries = on_day(&rows, day(14));
        assert_eq!(entries.len(), 2);
        assert!(entries[0].whole && !entries[1].whole);
        assert_eq!((entries[0].nth, entries[0].count), (14, 48));
        assert_eq!(on_day(&rows, day(15)).len(), 1);
    }

    #[test]
    fn midnight_ends_the_day_before() {
        let row = entry("2026-05-14T20:00:00", Some("2026-05-15T00:00:00"), false);
        assert_eq!(row.days(), (day(14), day(14)));
        let odd = entry("2026-05-14T20:00:00", Some("2026-05-13T20:00:00"), false);
        assert_eq!(odd.days(), (day(14), day(14)));
    }

    #[test]
    fn the_list_goes_on_for_two_weeks() {
        let lines = lines(&[], day(16));
        assert_eq!(lines.len(), 28);
        assert_eq!(lines[..3], [Line::Day(day(16), 0), Line::Nothing, Line::Day(day(17), 0)]);
    }

    #[test]
    fn a_month_is_its_weeks() {
        let weeks = weeks_of_month(day(14));
        assert_eq!((weeks.len(), weeks[0].to_string()), (35, "2026-04-27".to_owned()));
        assert_eq!(weeks[34], day(31));
        assert_eq!(months_on(day(31), 1).to_string(), "2026-06-30");
        assert_eq!(months_on(day(31), -3).to_string(), "2026-02-28");
    }

    proptest! {
        #[test]
        fn any_day_has_a_week_around_it(from_ce in -1_000_000i32..1_000_000) {
            if let Some(day) = NaiveDate::from_num_days_from_ce_opt(from_ce) {
                prop_assert!(days_of(day).contains(&day));
                prop_assert!(weeks_of_month(day).contains(&day));
                let _ = (months_on(day, i32::MAX), months_on(day, i32::MIN));
            }
        }
    }
}
