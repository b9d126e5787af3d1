//! Between an `RRULE` and what an Event can repeat by.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, Utc, Weekday};

use super::super::{Repeat, Weekdays};

/// The most times of a `COUNT` that are counted out.
const MOST_TIMES: u32 = 1_000;
/// Days of the month that every month has.
const SAFE: u32 = 28;

const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

/// What a rule comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// What the Event repeats by.
    pub repeat: Repeat,
    /// The last day, if there is one.
    pub till: Option<NaiveDate>,
    /// True where short months differ: the rule leaves them out, ERPNext takes their last day.
    pub short_months: bool,
}

/// The rule of an Event that starts then; nothing for one that does not repeat.
pub fn write(repeat: Repeat, start: NaiveDate, until: Option<&str>) -> Option<String> {
    let day = start.day();
    // The last of these that a month has is the day ERPNext takes.
    let clamped = || {
        let days: Vec<String> = (SAFE..=day).map(|day| day.to_string()).collect();
        format!(";BYMONTHDAY={};BYSETPOS=-1", days.join(","))
    };
    let mut rule = match repeat {
        Repeat::Never | Repeat::Undefined => return None,
        Repeat::Daily => "FREQ=DAILY".to_owned(),
        Repeat::Weekly(on) => {
            let days = DAYS.iter().filter(|(_, day)| on.contains(*day)).map(|(name, _)| *name);
            format!("FREQ=WEEKLY;BYDAY={}", days.collect::<Vec<_>>().join(","))
        }
        Repeat::Months(step) => {
            let often = if step > 1 { format!(";INTERVAL={step}") } else { String::new() };
            format!("FREQ=MONTHLY{often}{}", if day > SAFE { clamped() } else { String::new() })
        }
        Repeat::Yearly if start.month() == 2 && day > SAFE => {
            format!("FREQ=YEARLY;BYMONTH=2{}", clamped())
        }
        Repeat::Yearly => "FREQ=YEARLY".to_owned(),
    };
    if let Some(until) = until {
        rule.push_str(";UNTIL=");
        rule.push_str(until);
    }
    Some(rule)
}

/// The parts of a rule.
#[derive(Debug, Default)]
struct Parts<'a> {
    freq: &'a str,
    interval: Option<u32>,
    count: Option<u32>,
    until: Option<&'a str>,
    by_day: Vec<&'a str>,
    by_month_day: Vec<&'a str>,
    by_month: Vec<&'a str>,
    by_set_pos: Option<&'a str>,
    /// A part this knows nothing of.
    other: bool,
}

fn parts(rule: &str) -> Parts<'_> {
    let mut parts = Parts::default();
    for part in rule.split(';').filter(|part| !part.trim().is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.trim();
        match key.trim().to_ascii_uppercase().as_str() {
            "FREQ" => parts.freq = value,
            "INTERVAL" => match value.parse() {
                Ok(often) => parts.interval = Some(often),
                Err(_) => parts.other = true,
            },
            "COUNT" => match value.parse() {
                Ok(count) => parts.count = Some(count),
                Err(_) => parts.other = true,
            },
            "UNTIL" => parts.until = Some(value),
            "BYDAY" => parts.by_day = value.split(',').collect(),
            "BYMONTHDAY" => parts.by_month_day = value.split(',').collect(),
            "BYMONTH" => parts.by_month = value.split(',').collect(),
            "BYSETPOS" => parts.by_set_pos = Some(value),
            "WKST" => {}
            _ => parts.other = true,
        }
    }
    parts
}

/// What a rule comes to for something that starts then; `None` where ERPNext has nothing like it.
/// `local` tells the day a moment is on where the entry is at home.
pub fn read(
    rule: &str,
    start: NaiveDateTime,
    local: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> Option<Ruled> {
    let parts = parts(rule);
    if parts.other {
        return None;
    }
    let (repeat, short_months) = repeat_of(&parts, start.date())?;
    let till = match (parts.until, parts.count) {
        (Some(until), _) => Some(day_of(until, local)?),
        (None, Some(count)) => Some(last_of(repeat, start.date(), count)?),
        (None, None) => None,
    };
    Some(Ruled { repeat, till, short_months })
}

fn repeat_of(parts: &Parts<'_>, start: NaiveDate) -> Option<(Repeat, bool)> {
    let often = parts.interval.unwrap_or(1);
    let days = weekdays(&parts.by_day)?;
    let plain =
        parts.by_month_day.is_empty() && parts.by_month.is_empty() && parts.by_set_pos.is_none();
    match parts.freq.to_ascii_uppercase().as_str() {
        "DAILY" if often == 1 && plain => Some((days.map_or(Repeat::Daily, Repeat::Weekly), false)),
        "WEEKLY" if often == 1 && plain => {
            let own = Weekdays::default().with(start.weekday());
            Some((Repeat::Weekly(days.unwrap_or(own)), false))
        }
        "MONTHLY" if days.is_none() && parts.by_month.is_empty() => {
            let short = month_day(parts, start)?;
            match often {
                1 | 3 | 6 => Some((Repeat::Months(often), short)),
                12 => Some((Repeat::Yearly, short && start.month() == 2)),
                _ => None,
            }
        }
        "YEARLY" if often == 1 && days.is_none() => {
            let month = start.month().to_string();
            if !(parts.by_month.is_empty() || parts.by_month == [month.as_str()]) {
                return None;
            }
            let short = month_day(parts, start)?;
            Some((Repeat::Yearly, short && start.month() == 2))
        }
        _ => None,
    }
}

/// The weekdays of a rule; nothing where one is counted within a month ("the second Tuesday").
#[allow(clippy::option_option, reason = "no days, and days that cannot be, are two things")]
fn weekdays(names: &[&str]) -> Option<Option<Weekdays>> {
    let mut all: Option<Weekdays> = None;
    for name in names {
        let (_, day) = DAYS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim()))?;
        all = Some(all.unwrap_or_default().with(*day));
    }
    Some(all)
}

/// Whether short months differ; nothing where it is on another day than the one it starts on.
fn month_day(parts: &Parts<'_>, start: NaiveDate) -> Option<bool> {
    let day = start.day();
    match (parts.by_month_day.as_slice(), parts.by_set_pos) {
        ([], None) => Some(day > SAFE),
        ([one], None) => (one.trim().parse() == Ok(day)).then_some(day > SAFE),
        // As it is written here: the last of these that the month has.
        (days, Some("-1")) => {
            let days: Option<Vec<u32>> = days.iter().map(|day| day.trim().parse().ok()).collect();
            (days? == (SAFE..=day).collect::<Vec<u32>>()).then_some(false)
        }
        _ => None,
    }
}

/// The day of an `UNTIL`.
fn day_of(until: &str, local: impl Fn(DateTime<Utc>) -> NaiveDate) -> Option<NaiveDate> {
    if let Some(utc) = until.strip_suffix('Z') {
        let at = NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S").ok()?;
        return Some(local(at.and_utc()));
    }
    NaiveDateTime::parse_from_str(until, "%Y%m%dT%H%M%S")
        .map(|at| at.date())
        .or_else(|_| NaiveDate::parse_from_str(until, "%Y%m%d"))
        .ok()
}

/// The day of the last of so many times.
fn last_of(repeat: Repeat, start: NaiveDate, count: u32) -> Option<NaiveDate> {
    let more = count.checked_sub(1).filter(|more| *more < MOST_TIMES)?;
    match repeat {
        Repeat::Daily => start.checked_add_days(Days::new(more.into())),
        Repeat::Weekly(on) => {
            let on = on.with(start.weekday());
            let mut days = start.iter_days().filter(|day| on.contains(day.weekday()));
            days.nth(usize::try_from(more).ok()?)
        }
        Repeat::Months(step) => start.checked_add_months(Months::new(more.checked_mul(step)?)),
        Repeat::Yearly => start.checked_add_months(Months::new(more.checked_mul(12)?)),
        Repeat::Never | Repeat::Undefined => None,
    }
}
