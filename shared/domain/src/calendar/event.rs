//! An Event as far as the calendar needs it, and what its save refuses.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};
use serde_json::Value;

/// What an Event repeats by: `repeat_this_event` and `repeat_on`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// `repeat_this_event` is not set: the Event happens once.
    Never,
    /// Every day.
    Daily,
    /// Every week on the days chosen; none chosen means on no day.
    Weekly(Weekdays),
    /// Every so many months: 1 Monthly, 3 Quarterly, 6 Half Yearly.
    Months(u32),
    /// Every year.
    Yearly,
    /// Set to repeat, but by nothing known: the server shows no occurrence at all.
    Undefined,
}

/// The weekdays ticked on an Event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Whether that day is ticked.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }

    /// The same days and this one.
    #[must_use]
    pub fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day.num_days_from_monday())
    }
}

/// An Event document, reduced to what decides its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// `name`; empty for an Event the server has not seen.
    pub name: String,
    /// `subject`.
    pub subject: String,
    /// `starts_on`, in the time zone of the site.
    pub starts_on: NaiveDateTime,
    /// `ends_on`, in the time zone of the site.
    pub ends_on: Option<NaiveDateTime>,
    /// `all_day`.
    pub all_day: bool,
    /// Whether `status` is Open (the default); the calendar leaves out the others.
    pub is_open: bool,
    /// `repeat_this_event` and `repeat_on`.
    pub repeat: Repeat,
    /// `repeat_till`: the last day.
    pub repeat_till: Option<NaiveDate>,
}

/// Why an Event cannot be read or would not be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventRefusal {
    /// No `starts_on`, or not a time.
    #[error("the event has no readable start")]
    StartUnreadable,
    /// `ends_on` is not a time.
    #[error("the event has no readable end")]
    EndUnreadable,
    /// The last day lies before the first one. Hours of the same day are not compared.
    #[error("the event ends on a day before it starts")]
    EndsBeforeStart,
    /// Repeats every day and takes longer than one.
    #[error("an event of every day does not end on the day it starts")]
    DailyOverDays,
}

/// Why an Event the server takes would be shown on no day at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventNowhere {
    /// Repeats every week on no day.
    #[error("a weekly event has no weekday")]
    NoWeekday,
    /// Repeats until a day before it starts.
    #[error("the event repeats until a day before it starts")]
    TillBeforeStart,
}

impl EventNowhere {
    /// The key of the sentence shown to the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::NoWeekday => "error-event-no-weekday",
            Self::TillBeforeStart => "error-event-till-before-start",
        }
    }
}

impl EventRefusal {
    /// The key of the sentence shown to the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::StartUnreadable => "error-event-start",
            Self::EndUnreadable => "error-event-end",
            Self::EndsBeforeStart => "error-event-ends-before-start",
            Self::DailyOverDays => "error-event-daily-over-days",
        }
    }
}

impl Event {
    /// Reads an Event document as the REST interface gives it.
    ///
    /// # Errors
    ///
    /// A start or end that is not a time. Whether the document may be saved is for
    /// [`Event::validate`].
    pub fn from_document(document: &Value) -> Result<Self, EventRefusal> {
        let text = |field: &str| document.get(field).and_then(Value::as_str).unwrap_or_default();
        let starts_on = parse_time(text("starts_on")).ok_or(EventRefusal::StartUnreadable)?;
        let ends_on = match text("ends_on") {
            "" => None,
            end => Some(parse_time(end).ok_or(EventRefusal::EndUnreadable)?),
        };
        Ok(Self {
            name: text("name").to_owned(),
            subject: text("subject").to_owned(),
            starts_on,
            ends_on,
            all_day: is_set(document, "all_day"),
            is_open: matches!(text("status"), "" | "Open"),
            repeat: read_repeat(document),
            repeat_till: parse_time(text("repeat_till")).map(|till| till.date()),
        })
    }

    /// What the server refuses when an Event is saved.
    ///
    /// # Errors
    ///
    /// [`EventRefusal::EndsBeforeStart`], then [`EventRefusal::DailyOverDays`].
    pub fn validate(&self) -> Result<(), EventRefusal> {
        let Some(ends_on) = self.ends_on else { return Ok(()) };
        if ends_on.date() < self.starts_on.date() {
            return Err(EventRefusal::EndsBeforeStart);
        }
        if self.repeat == Repeat::Daily && ends_on.date() != self.starts_on.date() {
            return Err(EventRefusal::DailyOverDays);
        }
        Ok(())
    }

    /// What the server takes and then shows on no day at all; nobody means that.
    ///
    /// # Errors
    ///
    /// [`EventNowhere::NoWeekday`], then [`EventNowhere::TillBeforeStart`].
    pub fn is_somewhere(&self) -> Result<(), EventNowhere> {
        if self.repeat == Repeat::Weekly(Weekdays::default()) {
            return Err(EventNowhere::NoWeekday);
        }
        let repeats = self.repeat != Repeat::Never;
        if repeats && self.repeat_till.is_some_and(|till| till < self.starts_on.date()) {
            return Err(EventNowhere::TillBeforeStart);
        }
        Ok(())
    }

    /// The day of the month the Event starts on.
    pub(super) fn day_of_month(&self) -> u32 {
        self.starts_on.day()
    }
}

fn is_set(document: &Value, field: &str) -> bool {
    document.get(field).is_some_and(|value| match value {
        Value::Bool(set) => *set,
        other => other.as_f64().is_some_and(|number| number != 0.0),
    })
}

fn read_repeat(document: &Value) -> Repeat {
    if !is_set(document, "repeat_this_event") {
        return Repeat::Never;
    }
    match document.get("repeat_on").and_then(Value::as_str).unwrap_or_default() {
        "Daily" => Repeat::Daily,
        "Weekly" => Repeat::Weekly(read_weekdays(document)),
        "Monthly" => Repeat::Months(1),
        "Quarterly" => Repeat::Months(3),
        "Half Yearly" => Repeat::Months(6),
        "Yearly" => Repeat::Yearly,
        _ => Repeat::Undefined,
    }
}

fn read_weekdays(document: &Value) -> Weekdays {
    [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ]
    .into_iter()
    .filter(|(field, _)| is_set(document, field))
    .fold(Weekdays::default(), |days, (_, day)| days.with(day))
}

/// A time as the server writes it, or a day, which is its midnight.
fn parse_time(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn event(document: Value) -> Event {
        Event::from_document(&document).unwrap()
    }

    #[test]
    fn an_end_before_the_start_counts_by_days() {
        let same_day = event(json!({
            "starts_on": "2026-11-21 10:00:00", "ends_on": "2026-11-21 09:00:00",
        }));
        assert_eq!(same_day.validate(), Ok(()));
        let day_before = event(json!({
            "starts_on": "2026-11-21 10:00:00", "ends_on": "2026-11-20 12:00:00",
        }));
        assert_eq!(day_before.validate(), Err(EventRefusal::EndsBeforeStart));
    }

    #[test]
    fn an_event_of_every_day_ends_on_its_day() {
        let night = event(json!({
            "starts_on": "2026-11-21 22:00:00", "ends_on": "2026-11-22 06:00:00",
            "repeat_this_event": 1, "repeat_on": "Daily",
        }));
        assert_eq!(night.validate(), Err(EventRefusal::DailyOverDays));
    }

    #[test]
    fn an_event_that_would_be_nowhere_is_told() {
        let weekly = |also: Value| {
            let mut document = json!({
                "starts_on": "2026-11-21 22:00:00", "repeat_this_event": 1, "repeat_on": "Weekly",
            });
            document.as_object_mut().unwrap().extend(also.as_object().unwrap().clone());
            event(document).is_somewhere()
        };
        assert_eq!(weekly(json!({})), Err(EventNowhere::NoWeekday));
        assert_eq!(weekly(json!({"monday": 1})), Ok(()));
        assert_eq!(
            weekly(json!({"monday": 1, "repeat_till": "2026-11-20"})),
            Err(EventNowhere::TillBeforeStart)
        );
    }

    #[test]
    fn a_document_with_microseconds_or_a_bare_day_is_read() {
        let read = event(json!({"starts_on": "2026-11-21 10:00:00.250000", "status": "Closed"}));
        assert!(!read.is_open);
        assert_eq!(
            event(json!({"starts_on": "2026-11-21"})).starts_on.to_string(),
            "2026-11-21 00:00:00"
        );
        assert_eq!(Event::from_document(&json!({})), Err(EventRefusal::StartUnreadable));
        assert_eq!(
            Event::from_document(&json!({"starts_on": "2026-11-21", "ends_on": "soon"})),
            Err(EventRefusal::EndUnreadable)
        );
    }

    proptest! {
        #[test]
        fn any_text_is_a_time_or_a_refusal(start in ".*", end in ".*", till in ".*") {
            let document = json!({"starts_on": start, "ends_on": end, "repeat_till": till});
            if let Ok(event) = Event::from_document(&document) {
                let _ = event.validate();
            }
        }
    }
}
