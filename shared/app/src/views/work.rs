//! Tasks and calendar entries.

use chrono::{NaiveDate, NaiveDateTime};

/// A Task in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskRow {
    /// Document name.
    pub name: String,
    /// Subject.
    pub subject: String,
    /// Project document name, empty if none.
    pub project: String,
    /// Project name as shown.
    pub project_name: String,
    /// Due date (`exp_end_date`).
    pub due: Option<NaiveDate>,
    /// Status, as ERPNext writes it.
    pub status: String,
    /// Priority, as ERPNext writes it.
    pub priority: String,
    /// Progress in percent.
    pub progress: u8,
    /// Whose place it is: the customer of the task or of its project, empty if none.
    pub customer_name: String,
    /// Subject of the first task it waits for, empty if none holds it up.
    pub waits_for: String,
    /// The timer runs on it.
    pub timed: bool,
}

/// A calendar entry on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaRow {
    /// Event document name.
    pub event: String,
    /// Subject.
    pub subject: String,
    /// Start, in the phone's zone.
    pub starts_on: NaiveDateTime,
    /// End, if one is set.
    pub ends_on: Option<NaiveDateTime>,
    /// True when it takes the whole day.
    pub all_day: bool,
    /// True for an entry that comes again.
    pub repeats: bool,
    /// Event category, as ERPNext writes it.
    pub category: String,
    /// Customer document name, empty if none takes part.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// True while something of it has not reached the office.
    pub waiting: bool,
    /// True where the rep may change it.
    pub own: bool,
}

/// A Task a rep enters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewTask {
    /// Subject; needed.
    pub subject: String,
    /// Project document name, empty if none.
    pub project: String,
    /// Priority as ERPNext writes it (Low, Medium, High, Urgent); the site's default when empty.
    pub priority: String,
    /// Due date (`exp_end_date`), if one is set.
    pub due: Option<NaiveDate>,
    /// What is to be done, in plain text.
    pub description: String,
}

/// Work a rep did, for a Timesheet of one entry. Times are the phone's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewTime {
    /// Key of the task it was done on, empty if none. Its project is linked too.
    pub task: String,
    /// Activity Type by name, empty if none is told.
    pub activity_type: String,
    /// When it began; needed.
    pub from: Option<NaiveDateTime>,
    /// How long it took, in minutes: 1 to 1,440.
    pub minutes: u32,
    /// What was done, in plain text.
    pub note: String,
}
