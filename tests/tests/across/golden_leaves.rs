//! The recorded vectors that are not orders: money format, scan, calendar, task progress.

use satchel_domain::vectors::answer;
use serde_json::{Value, json};

use super::support::{cases, world};

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
fn judge(category: &str, count: usize, world: &Value) {
    // The day of the recording, by its README.
    let today = "2026-11-21".parse().unwrap();
    let cases = cases(&format!("cases/{category}.jsonl"));
    assert_eq!(cases.len(), count, "cases of {category}");
    let mut wrong = Vec::new();
    for case in &cases {
        let (expected, given) =
            match (case.get("expected_error"), answer(case, world, today).unwrap()) {
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
    println!("{category}: {count} of {count} cases");
}

#[test]
fn money_format() {
    judge("money-format", 80, &world("usd"));
}

#[test]
fn calendar() {
    judge("calendar", 42, &Value::Null);
}

#[test]
fn scan() {
    judge("scan", 12, &world("scan"));
}

#[test]
fn task_progress() {
    judge("task-progress", 32, &Value::Null);
}

#[test]
fn what_is_not_a_case_is_refused_or_passed_over() {
    let today = "2026-11-21".parse().unwrap();
    let ask = |case: Value| answer(&case, &json!({}), today);
    let unknown = ask(json!({"category": "money-format", "fn": "flt"})).unwrap().unwrap_err();
    assert_eq!(unknown.exc_type, "ValidationError");
    let no_range = ask(json!({"category": "calendar"})).unwrap().unwrap_err();
    assert_eq!(no_range.exc_type, "ValidationError");
    let missing = ask(json!({"category": "task-progress", "update": [{"target": "a"}]}))
        .unwrap()
        .unwrap_err();
    assert_eq!(missing.exc_type, "DoesNotExistError");
    assert_eq!(ask(json!({"category": "taxes"})), None);
}
