//! Reads the fields of an ERPNext document, leniently: the REST interface leaves out what is null,
//! and sites give checks and numbers as numbers, texts or booleans.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::money::num::Num;

/// A name or text shared by everything that refers to it.
pub(crate) type Text = Arc<str>;

/// The fields of one document or child row.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    pub(crate) fn of(document: &'a Value) -> Option<Self> {
        document.as_object().map(Self)
    }

    /// A text, or none where it is empty.
    pub(crate) fn some(self, field: &str) -> Option<Text> {
        match self.0.get(field)? {
            Value::String(text) if !text.is_empty() => Some(Text::from(text.as_str())),
            Value::Number(number) => Some(Text::from(number.to_string())),
            _ => None,
        }
    }

    /// A text; empty where it is missing.
    pub(crate) fn text(self, field: &str) -> Text {
        self.some(field).unwrap_or_default()
    }

    pub(crate) fn check(self, field: &str) -> bool {
        !self.number(field).is_zero()
    }

    /// A check that is set where the document does not say.
    pub(crate) fn check_or_set(self, field: &str) -> bool {
        self.0.get(field).is_none_or(Value::is_null) || self.check(field)
    }

    pub(crate) fn number(self, field: &str) -> Num {
        let value = match self.0.get(field) {
            Some(Value::Number(number)) => number.as_f64(),
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(Value::Bool(set)) => Some(f64::from(u8::from(*set))),
            _ => None,
        };
        Num::new(value.filter(|number| number.is_finite()).unwrap_or_default())
    }

    pub(crate) fn whole(self, field: &str) -> i32 {
        // A cast of a double saturates; what is not whole is cut, as the server does.
        self.number(field).get() as i32
    }

    /// A date; the time of day, if any, is left out.
    pub(crate) fn date(self, field: &str) -> Option<NaiveDate> {
        let text = self.0.get(field)?.as_str()?;
        NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
    }

    /// The rows of a child table in the order of their `idx`.
    pub(crate) fn rows(self, field: &str) -> Vec<Self> {
        let rows = self.0.get(field).and_then(Value::as_array).map(Vec::as_slice);
        let mut rows: Vec<Self> = rows.unwrap_or_default().iter().filter_map(Self::of).collect();
        rows.sort_by_key(|row| row.whole("idx"));
        rows
    }
}
