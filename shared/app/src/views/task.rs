//! A task with all that is known of it, the timer, and what a technician reports.

use super::{AddressView, AttachedView};
use chrono::{DateTime, FixedOffset, NaiveDate};
use rust_decimal::Decimal;
pub use satchel_domain::tasks::{CheckItem, TaskStatus};

/// Everything the screen of a task shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskView {
    /// Key: `server:NAME`, or `local:UUID` until the office has it.
    pub key: String,
    /// Subject.
    pub subject: String,
    /// The project, if it is of one that is on this phone.
    pub project: Option<ProjectShare>,
    /// Key of the customer whose place it is; empty if none is told.
    pub customer: String,
    /// Customer name.
    pub customer_name: String,
    /// Where that is, as far as it is known.
    pub site: AddressView,
    /// The first phone number of the customer, as dialled; empty if none is known.
    pub phone: String,
    /// First day (`exp_start_date`).
    pub starts: Option<NaiveDate>,
    /// Due date (`exp_end_date`).
    pub due: Option<NaiveDate>,
    /// Priority, as ERPNext writes it.
    pub priority: String,
    /// Status.
    pub status: TaskStatus,
    /// Progress in percent.
    pub progress: u8,
    /// The day it was completed on.
    pub completed_on: Option<NaiveDate>,
    /// The description besides its checklist, line by line.
    pub description: Vec<String>,
    /// The checklist, in order.
    pub checklist: Vec<CheckItem>,
    /// The tasks it waits for.
    pub depends_on: Vec<DependencyRow>,
    /// Minutes entered on this phone.
    pub minutes: u32,
    /// Its photos and signatures made on this phone, oldest first.
    pub files: Vec<AttachedView>,
    /// What was reported, the newest first.
    pub history: Vec<HistoryRow>,
    /// There are changes the office does not have yet.
    pub waiting: bool,
}

/// A project as its task shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProjectShare {
    /// Project name as shown.
    pub project_name: String,
    /// How much of it is done, in percent.
    pub percent: Decimal,
    /// True where this phone worked the percentage out, with what the office does not have yet.
    pub own: bool,
}

/// A task another one waits for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DependencyRow {
    /// Its key.
    pub key: String,
    /// Subject, or its name where it is not on this phone.
    pub subject: String,
    /// Its status; `None` where it is not on this phone, and only the office can tell.
    pub status: Option<TaskStatus>,
}

impl DependencyRow {
    /// Whether it holds the task up, as far as the phone knows.
    pub fn is_open(&self) -> bool {
        self.status.is_some_and(|status| !status.is_done())
    }
}

/// A report of a technician.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// When, as this phone shows times.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub by: String,
    /// The progress reported, in percent.
    pub progress: Option<u8>,
    /// The status it was set to.
    pub status: Option<TaskStatus>,
    /// What was written.
    pub note: String,
    /// It was reported without knowing of the one before; the further one stands.
    pub apart: bool,
}

/// What a technician reports of a task; what is left out stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskReport {
    /// Progress in percent, at most 100.
    pub progress: Option<u8>,
    /// Status.
    pub status: Option<TaskStatus>,
    /// A note, in plain text.
    pub note: String,
}

/// The timer that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimerView {
    /// Key of the task.
    pub task: String,
    /// Subject of the task.
    pub subject: String,
    /// When it was started, as this phone shows times.
    pub since: DateTime<FixedOffset>,
    /// Seconds it has run.
    pub seconds: u64,
    /// It runs for longer than anybody works at a stretch: how long it was is asked when it is stopped.
    pub forgotten: bool,
}
