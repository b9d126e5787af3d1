//! The `flt` vectors: the float rounding functions themselves.

use serde_json::{Value, json};

use super::{Refusal, settings, text};
use crate::money::flt::{RoundingMethod, flt, remainder, round_to_fraction};

/// Answers a case `{fn, args}` with the number the server gives. Where the case names no rounding
/// method, that of the world's System Settings counts.
///
/// # Errors
///
/// [`Refusal`] for a function other than these.
pub fn result_of(case: &Value, world: &Value) -> Result<Value, Refusal> {
    let args = case.get("args").unwrap_or(&Value::Null);
    let value = |field: &str| args.get(field).map_or(0.0, number);
    let digits = args.get("precision").and_then(Value::as_u64);
    let precision = digits.map(|digits| u32::try_from(digits).unwrap_or(u32::MAX));
    let system = settings(case, world, "System Settings");
    let method = match text(args, "method") {
        "" => RoundingMethod::named(text(&system, "rounding_method")),
        name => RoundingMethod::named(name),
    };
    let digits = precision.unwrap_or_default();
    Ok(match text(case, "fn") {
        "flt" => match precision {
            Some(digits) => json!(flt(value("value"), digits, method)),
            None => json!(value("value")),
        },
        "rounded" => json!(flt(value("value"), digits, method)),
        "remainder" => {
            json!(remainder(value("numerator"), value("denominator"), digits, method))
        }
        "smallest" => {
            let smallest = value("smallest_currency_fraction_value");
            json!(round_to_fraction(value("value"), smallest, digits, method))
        }
        other => {
            return Err(Refusal {
                exc_type: "ValidationError".to_owned(),
                message: format!("Function {other} is not part of flt"),
            });
        }
    })
}

/// A number, or a text that reads as one once its commas are gone; anything else is 0.
fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap_or_default(),
        Value::String(text) => text.replace(',', "").trim().parse().unwrap_or_default(),
        _ => 0.0,
    }
}
