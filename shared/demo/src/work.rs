//! The calendar, projects with their tasks, and visits already made.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::docs::{Writer, text};
use crate::orders::{Masters, master};
use crate::{DemoError, date, table};

const CALENDAR: &str = include_str!("../../../assets/demo/calendar.toml");
const PROJECTS: &str = include_str!("../../../assets/demo/projects.toml");
const VISITS: &str = include_str!("../../../assets/demo/visits.csv");
const FILE: &str = "visits.csv";

/// Metres of one degree of latitude, near enough for a shop's door.
const METRES_A_DEGREE: f64 = 111_320.0;

/// Event documents. A weekly one without a weekday gets the weekday it starts on, since ERPNext finds no
/// occurrence of a weekly event without days.
pub(crate) fn events(writer: &Writer) -> Result<Vec<Value>, DemoError> {
    let mut events = only(writer.file("calendar.toml", CALENDAR)?, "Event");
    for event in &mut events {
        if text(event, "repeat_on") == "Weekly" && !DAYS.iter().any(|day| is_set(event, day)) {
            let starts_on = text(event, "starts_on").to_owned();
            let start = NaiveDateTime::parse_from_str(&starts_on, "%Y-%m-%d %H:%M:%S")
                .map_err(|_| DemoError::DatePattern(starts_on))?;
            if let Some(fields) = event.as_object_mut() {
                fields.insert(weekday_field(start.weekday()).into(), json!(1));
            }
        }
    }
    Ok(events)
}

const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn weekday_field(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}

fn is_set(document: &Value, field: &str) -> bool {
    document.get(field).and_then(Value::as_i64) == Some(1)
}

fn only(documents: Vec<(String, Value)>, doctype: &str) -> Vec<Value> {
    documents.into_iter().filter(|(d, _)| d == doctype).map(|(_, document)| document).collect()
}

/// Projects, their percent complete worked out from the tasks, and the Tasks.
pub(crate) fn projects_and_tasks(writer: &Writer) -> Result<(Vec<Value>, Vec<Value>), DemoError> {
    let documents = writer.file("projects.toml", PROJECTS)?;
    let mut projects = only(documents.clone(), "Project");
    let tasks = only(documents, "Task");
    let mut progress: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for task in &tasks {
        let (sum, count) = progress.entry(text(task, "project")).or_default();
        *sum += task.get("progress").and_then(Value::as_f64).unwrap_or(0.0);
        *count += 1.0;
    }
    for project in &mut projects {
        let Some((sum, count)) = progress.get(text(project, "name")).copied() else { continue };
        if let Some(fields) = project.as_object_mut() {
            let percent = (sum / count * 100.0).round() / 100.0;
            fields.insert("percent_complete".into(), json!(percent));
        }
    }
    Ok((projects, tasks))
}

#[derive(Deserialize)]
struct VisitRow {
    day: i64,
    check_in: String,
    customer: String,
    /// Empty where the rep forgot to check out.
    minutes: Option<i64>,
    /// How far north of the customer's position the phone was.
    distance_m: f64,
    accuracy_m: f64,
    receipt: String,
    notes: String,
}

/// Field Visit documents, oldest first; `orders` are the past orders, found by receipt number.
pub(crate) fn visits(
    writer: &Writer,
    masters: &Masters<'_>,
    orders: &[Value],
) -> Result<Vec<Value>, DemoError> {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    table::rows::<VisitRow>(FILE, VISITS)?
        .iter()
        .map(|row| {
            let time = NaiveTime::parse_from_str(&row.check_in, "%H:%M").map_err(|_| {
                DemoError::Value { file: FILE, field: "check_in", value: row.check_in.clone() }
            })?;
            let check_in = date::shift(writer.today(), row.day)?.and_time(time);
            let number = numbers.entry(check_in.format("%Y").to_string()).or_default();
            *number += 1;
            let name = format!("FV-{}-{number:05}", check_in.format("%Y"));
            visit(writer, masters, orders, row, check_in, name)
        })
        .collect()
}

fn visit(
    writer: &Writer,
    masters: &Masters<'_>,
    orders: &[Value],
    row: &VisitRow,
    check_in: NaiveDateTime,
    name: String,
) -> Result<Value, DemoError> {
    let address = master(masters, FILE, "Address", &format!("{}-Billing", row.customer))?;
    let degrees = |field: &str| address.get(field).and_then(Value::as_f64).unwrap_or(0.0);
    let latitude = degrees("satchel_latitude") + row.distance_m / METRES_A_DEGREE;
    let mut visit = json!({
        "name": name,
        "customer": row.customer,
        "check_in": check_in.to_string(),
        "latitude": (latitude * 1e7).round() / 1e7,
        "longitude": degrees("satchel_longitude"),
        "accuracy_m": row.accuracy_m,
        "distance_m": row.distance_m,
        "notes": row.notes,
        "modified": format!("{check_in}.000000"),
    });
    let Some(fields) = visit.as_object_mut() else { return Ok(visit) };
    if let Some(minutes) = row.minutes {
        let check_out = check_in
            .checked_add_signed(TimeDelta::minutes(minutes))
            .ok_or(DemoError::DateRange { days: row.day })?;
        fields.insert("check_out".into(), json!(check_out.to_string()));
    }
    if !row.receipt.is_empty() {
        let order = orders
            .iter()
            .find(|order| text(order, "satchel_receipt_no") == row.receipt)
            .ok_or_else(|| DemoError::Missing {
                file: FILE,
                doctype: "Sales Order",
                name: row.receipt.clone(),
            })?;
        fields.insert("sales_order".into(), json!(text(order, "name")));
    }
    writer.document("Field Visit", visit)
}
