//! Dates and times in the words of the screen.

use crate::{key, tr};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike};

const WEEKDAYS: [&str; 7] = [
    key!("date-weekday-1"),
    key!("date-weekday-2"),
    key!("date-weekday-3"),
    key!("date-weekday-4"),
    key!("date-weekday-5"),
    key!("date-weekday-6"),
    key!("date-weekday-7"),
];
const SHORT_WEEKDAYS: [&str; 7] = [
    key!("date-weekday-short-1"),
    key!("date-weekday-short-2"),
    key!("date-weekday-short-3"),
    key!("date-weekday-short-4"),
    key!("date-weekday-short-5"),
    key!("date-weekday-short-6"),
    key!("date-weekday-short-7"),
];
const MONTHS: [&str; 12] = [
    key!("date-month-1"),
    key!("date-month-2"),
    key!("date-month-3"),
    key!("date-month-4"),
    key!("date-month-5"),
    key!("date-month-6"),
    key!("date-month-7"),
    key!("date-month-8"),
    key!("date-month-9"),
    key!("date-month-10"),
    key!("date-month-11"),
    key!("date-month-12"),
];
const SHORT_MONTHS: [&str; 12] = [
    key!("date-month-short-1"),
    key!("date-month-short-2"),
    key!("date-month-short-3"),
    key!("date-month-short-4"),
    key!("date-month-short-5"),
    key!("date-month-short-6"),
    key!("date-month-short-7"),
    key!("date-month-short-8"),
    key!("date-month-short-9"),
    key!("date-month-short-10"),
    key!("date-month-short-11"),
    key!("date-month-short-12"),
];

fn pick(keys: &[&'static str], place: u32) -> String {
    keys.get(place as usize).map(|id| tr!(*id)).unwrap_or_default()
}

/// `Thursday 14 May`.
pub fn long(date: NaiveDate) -> String {
    tr!(
        "date-long",
        weekday: pick(&WEEKDAYS, date.weekday().num_days_from_monday()),
        day: date.day().to_string(),
        month: pick(&MONTHS, date.month0()),
    )
}

/// `Fri 15 May`.
pub fn short(date: NaiveDate) -> String {
    tr!(
        "date-short",
        weekday: weekday_short(date),
        day: date.day().to_string(),
        month: pick(&SHORT_MONTHS, date.month0()),
    )
}

/// `7 May`; with the year where it is not the year of `today`.
pub fn day(date: NaiveDate, today: NaiveDate) -> String {
    let (day, month) = (date.day().to_string(), pick(&SHORT_MONTHS, date.month0()));
    if date.year() == today.year() {
        tr!("date-day", day: day, month: month)
    } else {
        tr!("date-day-year", day: day, month: month, year: date.year().to_string())
    }
}

/// `May 2026`.
pub fn month(date: NaiveDate) -> String {
    tr!("date-month-year", month: pick(&MONTHS, date.month0()), year: date.year().to_string())
}

/// `Thu`.
pub fn weekday_short(date: NaiveDate) -> String {
    pick(&SHORT_WEEKDAYS, date.weekday().num_days_from_monday())
}

/// `Today`, `Yesterday`, `Tomorrow`, or the short date.
pub fn near(date: NaiveDate, today: NaiveDate) -> String {
    match date.signed_duration_since(today).num_days() {
        0 => tr!("date-today"),
        -1 => tr!("date-yesterday"),
        1 => tr!("date-tomorrow"),
        _ => short(date),
    }
}

/// A moment as a rep says it: `10:52`, and with the day where that is another one.
pub fn moment(at: DateTime<FixedOffset>, today: NaiveDate) -> String {
    let time = time(at.time());
    if at.date_naive() == today {
        return time;
    }
    format!("{} {time}", near(at.date_naive(), today))
}

/// `10:52`, in 24 hours.
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}
