//! A Task two technicians changed apart.
//!
//! How far a task is goes one way: of two reports the further one stands, whichever arrived first, and
//! both stand in the log. Everything else of a Task is merged like any document (`crate::merge`).

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::checklist;
use super::document::{date, number, text};
use super::progress_log::{PROGRESS_LOG, union};
use super::task::TaskStatus;
use crate::merge::{Fields, Merged, merge, same};

/// The statuses a report may move a task along, the least far first. Cancelled and Template are no
/// place on this way: where one of them stands against another status, a person decides.
const WAY: [TaskStatus; 5] = [
    TaskStatus::Open,
    TaskStatus::Overdue,
    TaskStatus::Working,
    TaskStatus::PendingReview,
    TaskStatus::Completed,
];

/// Merges a Task as [`merge`] does, with the fields technicians report in put together by rule: the
/// higher `progress` and the further `status` that the server would take, the earlier `completed_on`,
/// every line of the log, the ticks of both in the checklist. A Completed task has 100.
pub fn merge_task(base: &Fields, mine: &Fields, theirs: &Fields) -> Merged {
    let mut merged = merge(base, mine, theirs);
    for conflict in std::mem::take(&mut merged.conflicts) {
        let ruled = match conflict.field.as_str() {
            "status" => further(&conflict.mine, &conflict.theirs),
            "progress" => higher(&conflict.mine, &conflict.theirs),
            "completed_on" => earlier(mine, theirs),
            PROGRESS_LOG => Some(json!(union(text_of(&conflict.mine), text_of(&conflict.theirs)))),
            "description" => checklist::merged(
                text_of(&conflict.base),
                text_of(&conflict.mine),
                text_of(&conflict.theirs),
            )
            .map(Value::from),
            _ => None,
        };
        match ruled {
            Some(value) => settle(&mut merged, theirs, &conflict.field, value),
            None => merged.conflicts.push(conflict),
        }
    }
    if merged.document.get("status").map(text_of) == Some(TaskStatus::Completed.name()) {
        settle(&mut merged, theirs, "progress", json!(100));
    }
    merged
}

/// Writes what a rule decided: into the document, and into what is sent where the site has another value.
fn settle(merged: &mut Merged, theirs: &Fields, field: &str, value: Value) {
    if same(theirs.get(field).unwrap_or(&Value::Null), &value) {
        merged.to_send.remove(field);
    } else {
        merged.to_send.insert(field.to_owned(), value.clone());
    }
    merged.conflicts.retain(|conflict| conflict.field != field);
    merged.document.insert(field.to_owned(), value);
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn further(mine: &Value, theirs: &Value) -> Option<Value> {
    let place = |value: &Value| {
        let status: TaskStatus = text_of(value).parse().ok()?;
        WAY.iter().position(|one| *one == status)
    };
    let (of_mine, of_theirs) = (place(mine)?, place(theirs)?);
    Some(if of_mine > of_theirs { mine.clone() } else { theirs.clone() })
}

/// The higher of two that the server would take; what it would not take loses.
fn higher(mine: &Value, theirs: &Value) -> Option<Value> {
    let percent = |value: &Value| {
        let fields = json!({ "progress": value });
        let percent = number(&fields, "progress");
        (value.is_number() && (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent))
            .then_some(percent)
    };
    match (percent(mine), percent(theirs)) {
        (Some(of_mine), Some(of_theirs)) if of_mine > of_theirs => Some(mine.clone()),
        (_, Some(_)) => Some(theirs.clone()),
        (Some(_), None) => Some(mine.clone()),
        (None, None) => None,
    }
}

fn earlier(mine: &Fields, theirs: &Fields) -> Option<Value> {
    let [mine, theirs] = [mine, theirs].map(|fields| Value::Object(fields.clone()));
    match (date(&mine, "completed_on"), date(&theirs, "completed_on")) {
        (Some(one), Some(other)) => Some(json!(one.min(other).to_string())),
        // One took it up again: whoever says Completed says when.
        (Some(one), None) | (None, Some(one)) => {
            let done = |task: &Value| text(task, "status") == TaskStatus::Completed.name();
            let day = (done(&mine) || done(&theirs)).then(|| one.to_string());
            Some(day.map_or(Value::Null, Value::from))
        }
        (None, None) => None,
    }
}

/// The changes as they are sent over what the server last said: where the rule decides a field, the
/// value the phone shows, which has what arrived meanwhile in it. A log never loses a line of the server's.
pub fn over_server(changes: &Fields, shown: &Fields, server: &Fields) -> Fields {
    let mut sent = changes.clone();
    for field in ["status", "progress", "completed_on", "description", PROGRESS_LOG] {
        let (Some(_), Some(value)) = (changes.get(field), shown.get(field)) else { continue };
        let there = server.get(field).unwrap_or(&Value::Null);
        let value = match field {
            PROGRESS_LOG => json!(union(text_of(value), text_of(there))),
            _ => value.clone(),
        };
        if same(&value, there) {
            sent.remove(field);
        } else {
            sent.insert(field.to_owned(), value);
        }
    }
    sent
}

#[cfg(test)]
#[path = "merging_tests.rs"]
mod tests;
