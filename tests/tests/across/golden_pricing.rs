//! The recorded orders: every one priced again, to the last digit.

use std::collections::HashMap;

use satchel_domain::vectors::compare::differences;
use satchel_domain::vectors::orders::{World, as_recorded};
use serde_json::{Value, json};

use super::support::{cases, world};

const CATEGORIES: [(&str, usize); 16] = [
    ("currency", 32),
    ("document-discount", 36),
    ("errors", 19),
    ("free-items", 33),
    ("history", 7),
    ("manual-override", 37),
    ("mixed", 69),
    ("payment-schedule", 16),
    ("price-selection", 33),
    ("pricing-rule", 83),
    ("rounding", 60),
    ("shipping", 13),
    ("tax-rule", 19),
    ("taxes", 63),
    ("transaction-rule", 33),
    ("flt", 91),
];

const NEWER: [(&str, usize); 3] = [("errors", 1), ("rounding", 1), ("version", 27)];

#[derive(Default)]
struct Judge {
    worlds: HashMap<String, World>,
    wrong: Vec<String>,
}

impl Judge {
    fn world(&mut self, name: &str) -> &World {
        self.worlds.entry(name.to_owned()).or_insert_with(|| World::read(world(name)).unwrap())
    }

    fn judge(&mut self, case: &Value) {
        let world = self.world(case["world"].as_str().unwrap());
        let outcome = world.price(case).unwrap();
        let had_history = case.get("history").is_some();
        let (expected, given, messages) = match outcome {
            Ok(order) => {
                if had_history {
                    assert!(!order.provisional.is_empty(), "{} is not provisional", case["id"]);
                    return;
                }
                let messages: Vec<String> =
                    order.messages.iter().map(ToString::to_string).collect();
                (case.get("expected"), as_recorded(&order), messages)
            }
            Err(refusal) => (case.get("expected_error"), refusal.to_json(), Vec::new()),
        };
        if had_history {
            return;
        }
        let expected = expected.cloned().unwrap_or_else(|| json!("the opposite outcome"));
        for (path, expected, given) in differences(&expected, &given) {
            self.wrong.push(format!("{} {path}: expected {expected}, given {given}", case["id"]));
        }
        self.judge_messages(case, &messages);
    }

    /// A message that names the order cannot know the name the server gave it.
    fn judge_messages(&mut self, case: &Value, given: &[String]) {
        let expected = case.get("messages").and_then(Value::as_array).cloned().unwrap_or_default();
        let expected: Vec<&str> = expected.iter().filter_map(Value::as_str).collect();
        let same = expected.len() == given.len()
            && expected.iter().zip(given).all(|(expected, given)| expected.starts_with(given));
        if !same && case.get("expected").is_some() {
            self.wrong.push(format!("{} messages: {expected:?}, given {given:?}", case["id"]));
        }
    }
}

fn judge_files(folder: &str, categories: &[(&str, usize)]) {
    let mut judge = Judge::default();
    for (category, count) in categories {
        let cases = cases(&format!("{folder}/{category}.jsonl"));
        assert_eq!(cases.len(), *count, "cases of {category}");
        for case in cases.iter().filter(|case| case.get("input").is_some()) {
            judge.judge(case);
        }
    }
    assert!(judge.wrong.is_empty(), "{}", judge.wrong.join("\n"));
}

#[test]
fn every_recorded_order_is_priced_the_same() {
    judge_files("cases", &CATEGORIES);
}

#[test]
fn every_order_of_the_newer_server_is_priced_the_same() {
    judge_files("15.99.1", &NEWER);
}

#[test]
fn the_older_server_gave_what_the_newer_file_says_it_gave() {
    let mut judge = Judge::default();
    for case in cases("15.99.1/version.jsonl") {
        let Some(older) = case.get("on_15_71_1") else { continue };
        let mut old = case.clone();
        let fields = old.as_object_mut().unwrap();
        fields.shift_remove("server");
        for outcome in ["expected", "expected_error"] {
            if older.is_object() {
                fields.shift_remove(outcome);
            }
            if let Some(recorded) = older.get(outcome) {
                fields.insert(outcome.to_owned(), recorded.clone());
            }
        }
        let world = judge.world("usd");
        let (expected, given) = match world.price(&old).unwrap() {
            Ok(order) => (old.get("expected"), as_recorded(&order)),
            Err(refusal) => (old.get("expected_error"), refusal.to_json()),
        };
        let expected = expected.cloned().unwrap_or_else(|| json!("the opposite outcome"));
        for (path, expected, given) in differences(&expected, &given) {
            let id = &case["id"];
            judge.wrong.push(format!("{id} on 15.71.1 {path}: expected {expected}, given {given}"));
        }
    }
    assert!(judge.wrong.is_empty(), "{}", judge.wrong.join("\n"));
}

#[test]
fn rounding_gives_the_recorded_numbers() {
    let world = json!({"System Settings": {"rounding_method": "Banker's Rounding"}});
    let today = "2026-11-21".parse().unwrap();
    for case in cases("cases/flt.jsonl") {
        let given = satchel_domain::vectors::answer(&case, &world, today).unwrap().unwrap();
        assert!(differences(&case["result"], &given).is_empty(), "{case} gives {given}");
    }
}

#[test]
fn a_stored_order_reads_back_as_it_was() {
    let mut judge = Judge::default();
    for case in cases("cases/mixed.jsonl") {
        let world = judge.world(case["world"].as_str().unwrap());
        let Ok(order) = world.price(&case).unwrap() else { continue };
        let text = serde_json::to_string(&order).unwrap();
        let back: satchel_domain::pricing::PricedOrder = serde_json::from_str(&text).unwrap();
        assert_eq!(back, order, "{}", case["id"]);
    }
}
