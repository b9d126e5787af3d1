//! What the save of a Task or a Project refuses.

use chrono::NaiveDate;

/// A date of a Task or Project that a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateField {
    /// `exp_start_date` of a Task, `expected_start_date` of a Project.
    ExpectedStart,
    /// `exp_end_date` of a Task, `expected_end_date` of a Project.
    ExpectedEnd,
    /// `act_start_date` of a Task.
    ActualStart,
    /// `act_end_date` of a Task.
    ActualEnd,
}

impl DateField {
    /// The label on the server's form, in English.
    pub fn label(self) -> &'static str {
        match self {
            Self::ExpectedStart => "Expected Start Date",
            Self::ExpectedEnd => "Expected End Date",
            Self::ActualStart => "Actual Start Date (via Timesheet)",
            Self::ActualEnd => "Actual End Date (via Timesheet)",
        }
    }
}

/// Why the server would not save a Task or a Project.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TaskRefusal {
    /// `status` is none of the options.
    #[error("{0:?} is not a status")]
    UnknownStatus(String),
    /// An end before its start.
    #[error("{} lies before {}", .end.label(), .start.label())]
    EndBeforeStart {
        /// The start.
        start: DateField,
        /// The end.
        end: DateField,
    },
    /// `exp_end_date` after that of the parent task.
    #[error("expected end after that of the parent task, {parent_end}")]
    EndAfterParent {
        /// The parent's `exp_end_date`.
        parent_end: NaiveDate,
    },
    /// A date after the project's `expected_end_date`.
    #[error("{} after the expected end of the project, {project_end}", .field.label())]
    AfterProject {
        /// The date of the task.
        field: DateField,
        /// The project's `expected_end_date`.
        project_end: NaiveDate,
    },
    /// `progress` over 100.
    #[error("progress over 100 %")]
    ProgressOver100,
    /// Completed while a task it depends on is neither completed nor cancelled.
    #[error("depends on {dependency}, which is not done")]
    DependencyOpen {
        /// The `name` of the task it depends on.
        dependency: String,
    },
    /// `completed_on` lies in the future.
    #[error("completed on a day to come")]
    CompletedOnAhead,
}

impl TaskRefusal {
    /// The key of the sentence shown to the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::UnknownStatus(_) => "error-task-status",
            Self::EndBeforeStart { .. } => "error-task-end-before-start",
            Self::EndAfterParent { .. } => "error-task-end-after-parent",
            Self::AfterProject { .. } => "error-task-after-project",
            Self::ProgressOver100 => "error-task-progress",
            Self::DependencyOpen { .. } => "error-task-dependency-open",
            Self::CompletedOnAhead => "error-task-completed-on",
        }
    }

    /// The arguments of that sentence, by name.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownStatus(status) => vec![("status", status.clone())],
            Self::EndBeforeStart { start, end } => {
                vec![("start", start.label().to_owned()), ("end", end.label().to_owned())]
            }
            Self::EndAfterParent { parent_end } => vec![("date", parent_end.to_string())],
            Self::AfterProject { field, project_end } => {
                vec![("field", field.label().to_owned()), ("date", project_end.to_string())]
            }
            Self::DependencyOpen { dependency } => vec![("task", dependency.clone())],
            Self::ProgressOver100 | Self::CompletedOnAhead => Vec::new(),
        }
    }
}
