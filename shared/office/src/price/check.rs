//! Compares answers with recordings and counts.

use std::collections::BTreeMap;
use std::fmt;

use satchel_domain::vectors::compare::differences;
use serde_json::{Map, Value};

use super::text;

/// Differences shown for one case.
const SHOWN_PER_CASE: usize = 12;
/// Cases shown for one category.
const SHOWN_PER_CATEGORY: usize = 10;

/// Passed and total a category, and the first differences.
#[derive(Default)]
pub struct Tally {
    categories: BTreeMap<String, Category>,
}

#[derive(Default)]
struct Category {
    passed: usize,
    total: usize,
    failures: Vec<String>,
}

impl Tally {
    /// Counts one case.
    pub fn judge(&mut self, case: &Value, answer: &Map<String, Value>) {
        let category = self.categories.entry(text(case, "category").to_owned()).or_default();
        category.total += 1;
        let found = compared(case, answer);
        if found.is_empty() {
            category.passed += 1;
        } else if category.failures.len() < SHOWN_PER_CATEGORY {
            let mut failure = format!("{}\n", text(case, "id"));
            for (path, expected, given) in found.iter().take(SHOWN_PER_CASE) {
                failure += &format!("    {path}: expected {expected}, given {given}\n");
            }
            if found.len() > SHOWN_PER_CASE {
                failure += &format!("    and {} more\n", found.len() - SHOWN_PER_CASE);
            }
            category.failures.push(failure);
        }
    }

    /// Whether every case passed. Where earlier orders decide, a price that says it is provisional
    /// passes.
    pub fn passed_all(&self) -> bool {
        self.categories.values().all(|category| category.passed == category.total)
    }
}

fn compared(case: &Value, answer: &Map<String, Value>) -> Vec<(String, Value, Value)> {
    let had_history = case.get("history").is_some_and(|history| !history.is_null());
    if had_history && answer.contains_key("provisional") {
        return Vec::new();
    }
    let expected_error = case.get("expected_error");
    let expected = expected_error
        .or_else(|| case.get("expected"))
        .or_else(|| case.get("result"))
        .or_else(|| case.get("occurrences"))
        .cloned()
        .unwrap_or_default();
    let key = if expected_error.is_some() {
        "refused"
    } else if case.get("input").is_some() {
        "order"
    } else {
        "result"
    };
    match answer.get(key) {
        Some(given) => differences(&expected, given),
        None => {
            let given = ["refused", "order", "result"].iter().find_map(|key| answer.get(*key));
            vec![("outcome".to_owned(), expected, given.cloned().unwrap_or_default())]
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, category) in &self.categories {
            writeln!(formatter, "{name}: {}/{}", category.passed, category.total)?;
            for failure in &category.failures {
                write!(formatter, "  {failure}")?;
            }
        }
        let total: usize = self.categories.values().map(|category| category.total).sum();
        let passed: usize = self.categories.values().map(|category| category.passed).sum();
        writeln!(formatter, "all: {passed}/{total}")
    }
}
