//! The recorded vectors as functions: a case's JSON in, the server's answer in the same shape out.
//!
//! Each adapter reads a case leniently, calls the module it stands for and prints the outcome as
//! the recordings do, so that tests and the office tool share one way to put a question.

pub mod calendar;
pub mod compare;
pub mod flt;
pub mod money_format;
pub mod orders;
pub mod scan;
pub mod task_progress;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

/// A save or question the server would refuse, with the exception it would name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{exc_type}: {message}")]
pub struct Refusal {
    /// The exception's type, such as `ValidationError`.
    pub exc_type: String,
    /// The server's English sentence, tags removed.
    pub message: String,
}

impl Refusal {
    /// The refusal as the recordings show it: `{"exc_type": .., "message": ..}`.
    pub fn to_json(&self) -> Value {
        json!({"exc_type": self.exc_type, "message": self.message})
    }
}

/// Answers a case of any category here, told by its `category`; none for one that is not, such as
/// those of orders.
///
/// `world` is the site the case was recorded on (for `scan` the list of codes), `today` the day it
/// was recorded.
pub fn answer(case: &Value, world: &Value, today: NaiveDate) -> Option<Result<Value, Refusal>> {
    match text(case, "category") {
        "calendar" => Some(calendar::occurrences_of(case)),
        "flt" => Some(flt::result_of(case, world)),
        "money-format" => Some(money_format::result_of(case, world)),
        "scan" => Some(scan::result_of(case, world)),
        "task-progress" => Some(task_progress::result_of(case, today)),
        _ => None,
    }
}

/// A text field; missing, null or another type reads as empty.
fn text<'a>(document: &'a Value, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a check field is set: 1 or true, as a number or a text.
fn checked(document: &Value, field: &str) -> bool {
    match document.get(field) {
        Some(Value::Bool(set)) => *set,
        Some(Value::Number(number)) => number.as_f64().is_some_and(|number| number != 0.0),
        Some(Value::String(text)) => text.trim().parse::<f64>().is_ok_and(|number| number != 0.0),
        _ => false,
    }
}

/// The rows of a list; anything else has none.
fn rows<'a>(document: &'a Value, field: &str) -> &'a [Value] {
    document.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// A settings document with what the case changed laid over it.
fn settings(case: &Value, world: &Value, doctype: &str) -> Value {
    let fields = |root: Option<&Value>| -> Map<String, Value> {
        root.and_then(|root| root.get(doctype))
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    let mut merged = fields(Some(world));
    merged.extend(fields(case.get("settings")));
    Value::Object(merged)
}
