//! The recorded vectors that are not orders: money format, scan, calendar, task progress.

use std::fs;
use std::path::{Path, PathBuf};

use satchel_domain::vectors::{Refusal, calendar, money_format, scan, task_progress};
use serde_json::{Value, json};

fn golden(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(file)
}

fn cases(category: &str) -> Vec<Value> {
    let path = golden(&format!("cases/{category}.jsonl"));
    let lines = fs::read_to_string(&path).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn world(name: &str) -> Value {
    serde_json::from_slice(&fs::read(golden(&format!("worlds/{name}.json"))).unwrap()).unwrap()
}

/// Equal as JSON, where 1 and 1.0 are the same number.
fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, value)| right.get(key).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}

/// Runs every case of a category and fails with all differences at once.
fn judge(category: &str, count: usize, answer: impl Fn(&Value) -> Result<Value, Refusal>) {
    let cases = cases(category);
    assert_eq!(cases.len(), count, "cases of {category}");
    let mut wrong = Vec::new();
    for case in &cases {
        let (expected, given) = match (case.get("expected_error"), answer(case)) {
            (Some(error), Err(refusal)) => (error.clone(), refusal.to_json()),
            (Some(error), Ok(given)) => (error.clone(), given),
            (None, Err(refusal)) => (Value::Null, refusal.to_json()),
            (None, Ok(given)) => {
                let expected = case.get("result").or_else(|| case.get("occurrences"));
                (expected.unwrap().clone(), given)
            }
        };
        if !same(&expected, &given) {
            wrong.push(format!("{}\n  expected {expected}\n  given    {given}", case["id"]));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn money_format() {
    let world = world("usd");
    judge("money-format", 80, |case| money_format::result_of(case, &world));
}

#[test]
fn an_unknown_function_is_refused() {
    let refusal = money_format::result_of(&json!({"fn": "flt"}), &json!({})).unwrap_err();
    assert_eq!(refusal.exc_type, "ValidationError");
}

#[test]
fn calendar() {
    judge("calendar", 42, calendar::occurrences_of);
}

#[test]
fn scan() {
    let world = world("scan");
    judge("scan", 12, |case| scan::result_of(case, &world));
}

#[test]
fn task_progress() {
    // The day of the recording, by its README.
    let today = "2026-11-21".parse().unwrap();
    judge("task-progress", 32, |case| task_progress::result_of(case, today));
}
