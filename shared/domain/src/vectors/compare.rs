//! Compares an answer with a recording, field by field.

use serde_json::Value;

/// Where two values differ: path, what was expected, what was given. Numbers are compared as decimals
/// to the last digit; a missing field and null are the same.
pub fn differences(expected: &Value, given: &Value) -> Vec<(String, Value, Value)> {
    let mut found = Vec::new();
    compare("", expected, given, &mut found);
    found
}

fn compare(path: &str, expected: &Value, given: &Value, found: &mut Vec<(String, Value, Value)>) {
    let differ = |found: &mut Vec<_>| {
        found.push((path.trim_start_matches('.').to_owned(), expected.clone(), given.clone()));
    };
    match (expected, given) {
        (Value::Object(wanted), Value::Object(got)) => {
            let extra = got.keys().filter(|key| !wanted.contains_key(*key));
            for key in wanted.keys().chain(extra) {
                let of = |object: &serde_json::Map<String, Value>| {
                    object.get(key).cloned().unwrap_or(Value::Null)
                };
                compare(&format!("{path}.{key}"), &of(wanted), &of(got), found);
            }
        }
        (Value::Array(wanted), Value::Array(got)) => {
            if wanted.len() != got.len() {
                differ(found);
                return;
            }
            for (at, (one, two)) in wanted.iter().zip(got).enumerate() {
                compare(&format!("{path}[{at}]"), one, two, found);
            }
        }
        (Value::Number(one), Value::Number(two)) => {
            // Two shortest forms are the same decimal only if they are the same double.
            if one.as_f64() != two.as_f64() {
                differ(found);
            }
        }
        _ if expected == given => {}
        _ => differ(found),
    }
}
