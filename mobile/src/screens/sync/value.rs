//! Values of documents in the rep's words.

use crate::format::dates::{day, time};
use crate::screens::event::{category_word, repeat_word};
use crate::tr;
use chrono::NaiveDate;
use satchel_app::views::{ConflictValue, EventRepeat};

/// A value both sides may have changed, as it is read.
pub(super) fn value_words(field: &str, value: &ConflictValue, today: NaiveDate) -> String {
    match value {
        ConflictValue::Empty => "–".to_owned(),
        ConflictValue::Text(text) => text.clone(),
        ConflictValue::Choice(choice) => match field {
            "event_category" => category_word(choice),
            "repeat_on" => {
                let known = EventRepeat::ALL.into_iter().find(|repeat| repeat.as_str() == choice);
                known.map_or_else(|| choice.clone(), repeat_word)
            }
            _ => choice_words(choice),
        },
        ConflictValue::Day(date) => day(*date, today),
        ConflictValue::Moment(at) => format!("{} {}", day(at.date(), today), time(at.time())),
        ConflictValue::Switch(true) => tr!("conflict-yes"),
        ConflictValue::Switch(false) => tr!("conflict-no"),
    }
}

/// What a choice is called; ERPNext's own word for one that is not known here.
pub(super) fn choice_words(choice: &str) -> String {
    match choice {
        "Open" => tr!("task-status-open"),
        "Working" => tr!("task-status-working"),
        "Pending Review" => tr!("task-status-pending-review"),
        "Completed" => tr!("task-status-completed"),
        "Cancelled" => tr!("task-status-cancelled"),
        "Closed" => tr!("mend-closed"),
        "Low" => tr!("tasks-priority-low"),
        "Medium" => tr!("tasks-priority-medium"),
        "High" => tr!("tasks-priority-high"),
        "Urgent" => tr!("tasks-priority-urgent"),
        "Private" => tr!("mend-private"),
        "Public" => tr!("mend-public"),
        other => other.to_owned(),
    }
}
