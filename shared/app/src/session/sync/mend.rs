//! The fields a refused document is mended in: what they are called, how they are typed, and what becomes
//! of what was typed.

use super::hand::plain;
use crate::AppError;
use crate::session::calendar::Zones;
use crate::session::new_work::describe;
use crate::views::{MendField, MendKind};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use satchel_store::OutboxKind;
use serde_json::{Map, Value, json};

const STATUSES_OF_TASK: &[&str] = &["Open", "Working", "Pending Review", "Completed", "Cancelled"];
const STATUSES_OF_EVENT: &[&str] = &["Open", "Completed", "Closed", "Cancelled"];
const PRIORITIES: &[&str] = &["Low", "Medium", "High", "Urgent"];
const SEEN_BY: &[&str] = &["Private", "Public"];
/// As ERPNext writes a moment, in the zone of the site.
const AT_SITE: &str = "%Y-%m-%d %H:%M:%S";
/// As an `input` of the kind `datetime-local` writes it.
const TYPED: &str = "%Y-%m-%dT%H:%M";
/// Minutes of a day, the longest entry of a Timesheet.
const DAY: i64 = 1_440;

/// Fields in reading order, with the translation keys of their labels.
const FIELDS: [(&str, &str, MendKind); 32] = [
    ("customer_name", "field-customer-name", MendKind::Text),
    ("customer_group", "field-customer-group", MendKind::Text),
    ("territory", "field-territory", MendKind::Text),
    ("tax_id", "field-tax-id", MendKind::Text),
    ("address_title", "field-address-title", MendKind::Text),
    ("address_line1", "field-address-line1", MendKind::Text),
    ("address_line2", "field-address-line2", MendKind::Text),
    ("city", "field-city", MendKind::Text),
    ("state", "field-state", MendKind::Text),
    ("pincode", "field-pincode", MendKind::Text),
    ("country", "field-country", MendKind::Text),
    ("first_name", "field-first-name", MendKind::Text),
    ("last_name", "field-last-name", MendKind::Text),
    ("mobile_no", "field-mobile-no", MendKind::Text),
    ("email_id", "field-email-id", MendKind::Text),
    ("subject", "field-subject", MendKind::Text),
    ("from_time", "field-from-time", MendKind::Moment),
    ("hours", "field-hours", MendKind::Figure),
    ("activity_type", "field-activity-type", MendKind::Text),
    ("task", "field-task", MendKind::Text),
    ("description", "field-description", MendKind::Lines),
    ("status", "field-status", MendKind::Choice(STATUSES_OF_TASK)),
    ("priority", "field-priority", MendKind::Choice(PRIORITIES)),
    ("progress", "field-progress", MendKind::Figure),
    ("project", "field-project", MendKind::Text),
    ("exp_start_date", "field-exp-start-date", MendKind::Day),
    ("exp_end_date", "field-exp-end-date", MendKind::Day),
    ("completed_on", "field-completed-on", MendKind::Day),
    ("event_type", "field-event-type", MendKind::Choice(SEEN_BY)),
    ("starts_on", "field-starts-on", MendKind::Moment),
    ("ends_on", "field-ends-on", MendKind::Moment),
    ("note", "field-note", MendKind::Lines),
];

/// Translation key of the label of a field that is mended.
pub(super) fn label(field: &str) -> Option<&'static str> {
    FIELDS.iter().find(|(known, ..)| *known == field).map(|(_, label, _)| *label)
}

/// How a field that is mended is typed.
pub(super) fn kind(field: &str) -> Option<MendKind> {
    FIELDS.iter().find(|(known, ..)| *known == field).map(|(.., kind)| *kind)
}

/// The fields of a row, as they may be changed.
pub(super) fn fields(
    row: OutboxKind,
    payload: &str,
    zones: Zones,
) -> Result<Vec<MendField>, AppError> {
    let payload = read_payload(payload)?;
    let entry = entry(&payload);
    // What was done stands in the note of a Timesheet already.
    let is_told = |field: &str| row == OutboxKind::Timesheet && field == "description";
    let fields = FIELDS.iter().filter(|(field, ..)| !is_told(field));
    let shown = fields.filter_map(|(field, label, kind)| {
        let kind = kind_of(row, field, *kind);
        let value = payload.get(*field).or_else(|| entry?.get(*field))?;
        let value = shown(row, value, kind, zones)?;
        Some(MendField { field: (*field).to_owned(), label, value, kind })
    });
    Ok(shown.collect())
}

/// The payload of a row with what was typed in it. What was not changed stays as it was sent, to the letter.
pub(super) fn mended(
    row: OutboxKind,
    payload: &str,
    changed: &[(String, String)],
    zones: Zones,
) -> Result<String, AppError> {
    let before = fields(row, payload, zones)?;
    let mut payload = read_payload(payload)?;
    for (name, typed) in changed {
        let nothing = AppError::NotFound { what: "field" };
        let known = FIELDS.iter().find(|(known, ..)| known == name).ok_or(nothing)?;
        let nothing = AppError::NotFound { what: "field" };
        let shown = before.iter().find(|field| field.field == *name).ok_or(nothing)?;
        if shown.value.trim() == typed.trim() {
            continue;
        }
        let (typed, field) = (typed.trim(), known.0);
        // A Timesheet has its note at the head and in its entry.
        let is_note = row == OutboxKind::Timesheet && field == "note";
        if is_note && let Some(entry) = entry_mut(&mut payload) {
            entry.remove("description");
            describe(entry, typed)?;
        }
        let value = match payload.contains_key(field) {
            true => payload.get_mut(field),
            false => entry_mut(&mut payload).and_then(|entry| entry.get_mut(field)),
        };
        if let Some(value) = value {
            *value = read(row, field, value, typed, shown.kind, zones)?;
        }
    }
    if let Some(entry) = entry_mut(&mut payload) {
        end(entry)?;
    }
    Ok(Value::Object(payload).to_string())
}

fn read_payload(payload: &str) -> Result<Map<String, Value>, AppError> {
    serde_json::from_str(payload).map_err(|_| AppError::Unreadable { what: "document" })
}

/// The one entry of a Timesheet made here.
fn entry(payload: &Map<String, Value>) -> Option<&Map<String, Value>> {
    payload.get("time_logs")?.as_array()?.first()?.as_object()
}

fn entry_mut(payload: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    payload.get_mut("time_logs")?.as_array_mut()?.first_mut()?.as_object_mut()
}

/// An Event has other statuses than a Task.
fn kind_of(row: OutboxKind, field: &str, kind: MendKind) -> MendKind {
    match row {
        OutboxKind::Event | OutboxKind::ChangeEvent if field == "status" => {
            MendKind::Choice(STATUSES_OF_EVENT)
        }
        _ => kind,
    }
}

/// A value as it is typed; nothing for one that is not.
fn shown(row: OutboxKind, value: &Value, kind: MendKind, zones: Zones) -> Option<String> {
    if value.is_array() || value.is_object() {
        return None;
    }
    let text = plain(value);
    match kind {
        MendKind::Moment => Some(match moment(&text) {
            Some(at_site) => zones.on_phone(at_site).format(TYPED).to_string(),
            None => String::new(),
        }),
        MendKind::Day => Some(text.split([' ', 'T']).next().unwrap_or_default().to_owned()),
        // A log of progress and a checklist are more than text.
        MendKind::Lines if is_rich(row) => unmarked(&text),
        _ => Some(text),
    }
}

/// Whether `description` of what a row sends is HTML.
fn is_rich(row: OutboxKind) -> bool {
    matches!(
        row,
        OutboxKind::Event | OutboxKind::ChangeEvent | OutboxKind::Task | OutboxKind::ChangeTask
    )
}

/// The text in HTML that holds nothing but lines.
fn unmarked(html: &str) -> Option<String> {
    let lines = html.replace("<br>", "\n");
    if lines.contains(['<', '>']) {
        return None;
    }
    let text = lines.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let mut again = Map::new();
    describe(&mut again, &text).ok()?;
    let same = again.get("description").and_then(Value::as_str).unwrap_or_default() == html;
    same.then_some(text)
}

/// What was typed, in the shape the value had: figures stay figures where they are some.
fn read(
    row: OutboxKind,
    field: &'static str,
    before: &Value,
    typed: &str,
    kind: MendKind,
    zones: Zones,
) -> Result<Value, AppError> {
    let wrong = || AppError::Field { field };
    match kind {
        MendKind::Moment if typed.is_empty() && field == "ends_on" => Ok(Value::Null),
        MendKind::Moment => {
            let typed = moment(typed).ok_or_else(wrong)?;
            Ok(json!(zones.at_site(typed).format(AT_SITE).to_string()))
        }
        MendKind::Day if typed.is_empty() => Ok(Value::Null),
        MendKind::Day => {
            let day: NaiveDate = typed.parse().map_err(|_| wrong())?;
            Ok(json!(day.to_string()))
        }
        MendKind::Figure => {
            let figure: Decimal = typed.replace(',', ".").parse().map_err(|_| wrong())?;
            match before {
                Value::String(_) => Ok(json!(figure.to_string())),
                _ => serde_json::from_str(&figure.normalize().to_string()).map_err(|_| wrong()),
            }
        }
        MendKind::Lines if is_rich(row) => {
            let mut described = Map::new();
            describe(&mut described, typed)?;
            Ok(described.remove("description").unwrap_or_else(|| json!("")))
        }
        MendKind::Text | MendKind::Lines | MendKind::Choice(_) => Ok(json!(typed)),
    }
}

/// A time in one of the shapes it comes in.
pub(super) fn moment(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f", TYPED, "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|shape| NaiveDateTime::parse_from_str(text, shape).ok())
}

/// An entry of a Timesheet ends as many hours after its begin as it says.
fn end(entry: &mut Map<String, Value>) -> Result<(), AppError> {
    let text = |field: &str| entry.get(field).map(plain).unwrap_or_default();
    let from = moment(&text("from_time")).ok_or(AppError::Field { field: "from_time" })?;
    let hours: Decimal = text("hours").parse().map_err(|_| AppError::Field { field: "hours" })?;
    let minutes = hours.checked_mul(Decimal::from(60)).unwrap_or_default().round();
    let minutes = minutes.to_i64().filter(|minutes| (1..=DAY).contains(minutes));
    let minutes = minutes.ok_or(AppError::Field { field: "hours" })?;
    let until = from.checked_add_signed(TimeDelta::minutes(minutes));
    let until = until.ok_or(AppError::Field { field: "from_time" })?;
    entry.insert("to_time".into(), json!(until.format(AT_SITE).to_string()));
    Ok(())
}

#[cfg(test)]
#[path = "mend_tests.rs"]
mod tests;
