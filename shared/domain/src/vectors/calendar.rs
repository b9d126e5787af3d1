//! The `calendar` vectors: Events and a range of days, giving the occurrences.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use super::{Refusal, rows, text};
use crate::calendar::{DateRange, Event, EventRefusal, Occurrence, Repeat, occurrences};

/// Answers a case `{events, range: {start, end}}` with the list of occurrences.
///
/// # Errors
///
/// What the save of one of the Events refuses; a range that is none.
pub fn occurrences_of(case: &Value) -> Result<Value, Refusal> {
    let events = rows(case, "events")
        .iter()
        .map(|document| {
            let event = Event::from_document(document)?;
            event.validate().map(|()| event)
        })
        .collect::<Result<Vec<_>, EventRefusal>>()
        .map_err(refusal)?;
    let range = case.get("range").unwrap_or(&Value::Null);
    let day = |field| text(range, field).parse::<NaiveDate>().ok();
    let range = day("start")
        .zip(day("end"))
        .and_then(|(start, end)| DateRange::new(start, end))
        .ok_or_else(|| Refusal {
            exc_type: "ValidationError".to_owned(),
            message: "The range is not a range of days".to_owned(),
        })?;
    Ok(occurrences(&events, range).iter().map(to_json).collect())
}

fn to_json(occurrence: &Occurrence<'_>) -> Value {
    let event = occurrence.event;
    json!({
        "subject": event.subject,
        "starts_on": stamp(occurrence.starts_on),
        "ends_on": occurrence.ends_on.map(stamp),
        "all_day": u8::from(event.all_day),
        "repeat_this_event": u8::from(event.repeat != Repeat::Never),
    })
}

fn stamp(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%d %H:%M:%S%.f").to_string()
}

fn refusal(refusal: EventRefusal) -> Refusal {
    let (exc_type, message) = match refusal {
        EventRefusal::StartUnreadable => ("ValidationError", "Starts on is not a date and time"),
        EventRefusal::EndUnreadable => ("ValidationError", "Ends on is not a date and time"),
        EventRefusal::EndsBeforeStart => ("InvalidDates", "Ends on must be after Starts on"),
        EventRefusal::DailyOverDays => {
            ("ValidationError", "Daily Events should finish on the Same Day.")
        }
    };
    Refusal { exc_type: exc_type.to_owned(), message: message.to_owned() }
}
