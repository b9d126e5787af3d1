//! Reminders: how the rep is reminded, and of what.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

/// The leads offered, in minutes.
pub const LEADS: [u32; 7] = [5, 10, 15, 30, 60, 120, 1_440];

/// How the rep is reminded on this phone. Kept as one setting; what an older app did not know has its
/// usual value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReminderSettings {
    /// Whether at all.
    pub on: bool,
    /// How long before an entry begins, in minutes; one of [`LEADS`].
    pub lead: u32,
    /// Of tasks too, in the morning of the day they are due.
    pub tasks: bool,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        Self { on: true, lead: 15, tasks: false }
    }
}

/// What a reminder is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReminderOf {
    /// A calendar entry, by its key.
    Event(String),
    /// A task, by its key.
    Task(String),
}

/// Something the rep is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderView {
    /// Names it: the same entry at the same time has the same id, before and after the office has it.
    pub id: String,
    /// What it is of.
    pub of: ReminderOf,
    /// When to tell.
    pub at: DateTime<Utc>,
    /// From then on it is too late to tell.
    pub until: DateTime<Utc>,
    /// When the phone shows `at`.
    pub told_on: NaiveDateTime,
    /// When it begins, on the phone's clock; of a task, its day.
    pub starts_on: NaiveDateTime,
    /// True where only the day counts.
    pub all_day: bool,
    /// Subject of the entry or the task.
    pub subject: String,
    /// Name of the customer, empty if there is none.
    pub customer_name: String,
}
