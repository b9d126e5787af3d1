//! Reading the semicolon tables of the data.

use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::de::DeserializeOwned;
use serde_json::{Number, Value};

use crate::DemoError;

/// The rows of a table with a heading line.
pub(crate) fn rows<T: DeserializeOwned>(
    file: &'static str,
    text: &str,
) -> Result<Vec<T>, DemoError> {
    csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|source| DemoError::Csv { file, source })
}

/// An exact decimal in a column.
pub(crate) fn decimal(
    file: &'static str,
    field: &'static str,
    text: &str,
) -> Result<Decimal, DemoError> {
    Decimal::from_str(text).map_err(|_| DemoError::Value { file, field, value: text.to_owned() })
}

/// A decimal as the JSON number ERPNext sends: the shortest that reads back the same.
pub(crate) fn number(value: Decimal) -> Value {
    value.to_f64().and_then(Number::from_f64).map_or(Value::Null, Value::Number)
}
