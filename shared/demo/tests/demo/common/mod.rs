//! What the tests of the demo share.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise; each test file uses a part of this"
)]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use satchel_demo::Demo;
use serde_json::Value;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn today() -> NaiveDate {
    day("2026-05-14")
}

pub fn demo() -> Demo {
    satchel_demo::documents(today()).unwrap()
}

pub fn text<'a>(document: &'a Value, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}

pub fn number(document: &Value, field: &str) -> f64 {
    document.get(field).and_then(Value::as_f64).unwrap_or_else(|| panic!("{field} in {document}"))
}

pub fn rows<'a>(document: &'a Value, field: &str) -> Vec<&'a Value> {
    document.get(field).and_then(Value::as_array).into_iter().flatten().collect()
}

pub fn all<'a>(demo: &'a Demo, doctype: &str) -> Vec<&'a Value> {
    demo.masters.iter().filter(|(d, _)| d == doctype).map(|(_, document)| document).collect()
}

pub fn names<'a>(demo: &'a Demo, doctype: &str) -> BTreeSet<&'a str> {
    all(demo, doctype).into_iter().map(|document| text(document, "name")).collect()
}

/// Every document of the demo, masters and all else.
pub fn everything(demo: &Demo) -> Vec<&Value> {
    demo.masters
        .iter()
        .chain(&demo.settings)
        .map(|(_, document)| document)
        .chain(&demo.past_orders)
        .chain(&demo.events)
        .chain(&demo.projects)
        .chain(&demo.tasks)
        .chain(&demo.visits)
        .chain(&demo.outstanding)
        .chain([&demo.device])
        .collect()
}
