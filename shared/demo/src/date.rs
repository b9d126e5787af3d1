//! Dates that move with today.
//!
//! A text is a date when it is one pattern from start to end: `{today}`, `{today-3}`,
//! `{today+2 10:30}`. It becomes `2026-05-14` or `2026-05-16 10:30:00`, ERPNext's forms of Date and
//! Datetime. `{year}` may stand inside any text, for the names of documents.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use serde_json::Value;

use crate::DemoError;

/// Replaces every pattern in a document, at any depth.
pub(crate) fn resolve_all(value: &mut Value, today: NaiveDate) -> Result<(), DemoError> {
    match value {
        Value::String(text) => {
            *text = resolve(text, today)?;
            Ok(())
        }
        Value::Array(rows) => rows.iter_mut().try_for_each(|row| resolve_all(row, today)),
        Value::Object(fields) => {
            fields.values_mut().try_for_each(|field| resolve_all(field, today))
        }
        _ => Ok(()),
    }
}

/// One text: a date pattern resolved, `{year}` filled in, anything else as it is.
pub(crate) fn resolve(text: &str, today: NaiveDate) -> Result<String, DemoError> {
    let Some(inner) = text.strip_prefix("{today").and_then(|rest| rest.strip_suffix('}')) else {
        return Ok(text.replace("{year}", &today.year().to_string()));
    };
    let (offset, time) = match inner.split_once(' ') {
        Some((offset, time)) => (offset, Some(time)),
        None => (inner, None),
    };
    let bad = || DemoError::DatePattern(text.to_owned());
    let days = if offset.is_empty() { 0 } else { signed(offset).ok_or_else(bad)? };
    let date = shift(today, days)?;
    match time {
        None => Ok(date.to_string()),
        Some(time) => {
            let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| bad())?;
            Ok(format!("{date} {}", time.format("%H:%M:%S")))
        }
    }
}

/// `today` moved by whole days.
pub(crate) fn shift(today: NaiveDate, days: i64) -> Result<NaiveDate, DemoError> {
    let step = Days::new(days.unsigned_abs());
    let moved = if days < 0 { today.checked_sub_days(step) } else { today.checked_add_days(step) };
    moved.ok_or(DemoError::DateRange { days })
}

/// `+2` and `-3`; a number without a sign is a mistake.
fn signed(text: &str) -> Option<i64> {
    if !text.starts_with(['+', '-']) || text.len() > 6 {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn leap_day_and_year_end() {
        for (today, pattern, expected) in [
            ("2028-02-28", "{today+1}", "2028-02-29"),
            ("2028-03-01", "{today-1}", "2028-02-29"),
            ("2027-03-01", "{today-1}", "2027-02-28"),
            ("2028-02-29", "{today-366}", "2027-02-28"),
            ("2026-12-31", "{today+1 08:05}", "2027-01-01 08:05:00"),
            ("2027-01-01", "{today-1 23:59}", "2026-12-31 23:59:00"),
            ("2026-05-14", "{today}", "2026-05-14"),
            ("2026-05-14", "EV-{year}-1", "EV-2026-1"),
            ("2026-05-14", "no pattern", "no pattern"),
        ] {
            assert_eq!(resolve(pattern, day(today)).unwrap(), expected, "{today} {pattern}");
        }
    }

    #[test]
    fn mistakes_are_told() {
        for pattern in [
            "{today3}",
            "{today+x}",
            "{today+1 25:00}",
            "{today +1}",
            "{today+9999999}",
            "{today+}",
        ] {
            let error = resolve(pattern, day("2026-05-14")).unwrap_err();
            assert!(matches!(error, DemoError::DatePattern(_)), "{pattern}");
        }
        let error = resolve("{today+1}", NaiveDate::MAX).unwrap_err();
        assert!(matches!(error, DemoError::DateRange { days: 1 }));
    }
}
