//! Fields of a document as the REST interface gives them.

use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

pub(super) fn text<'a>(document: &'a Value, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn optional(document: &Value, field: &str) -> Option<String> {
    Some(text(document, field).to_owned()).filter(|text| !text.is_empty())
}

pub(super) fn date(document: &Value, field: &str) -> Option<NaiveDate> {
    text(document, field).get(..10)?.parse().ok()
}

/// A number, or a text that is one; anything else counts as 0, as on the server.
pub(super) fn number(document: &Value, field: &str) -> Decimal {
    let text = match document.get(field) {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.trim().to_owned(),
        _ => return Decimal::ZERO,
    };
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).unwrap_or_default()
}
