//! Tasks and calendar entries.

use chrono::{NaiveDate, NaiveDateTime};

/// A Task in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Customer of the project, empty if none.
    pub customer_name: String,
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
}
