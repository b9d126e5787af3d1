//! A Task and its save.

use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

use super::document::{date, number, optional, text};
use super::project::TaskShare;
use super::refusal::{DateField, TaskRefusal};

/// `Task.status`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TaskStatus {
    /// Not begun.
    #[default]
    Open,
    /// In work.
    Working,
    /// Waits for a look by someone else.
    PendingReview,
    /// Past its end; set by the server at night.
    Overdue,
    /// A template for other tasks.
    Template,
    /// Done.
    Completed,
    /// Given up.
    Cancelled,
}

impl TaskStatus {
    /// All statuses, in the order of the server's form.
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Working,
        Self::PendingReview,
        Self::Overdue,
        Self::Template,
        Self::Completed,
        Self::Cancelled,
    ];

    /// The option's name on the server.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Working => "Working",
            Self::PendingReview => "Pending Review",
            Self::Overdue => "Overdue",
            Self::Template => "Template",
            Self::Completed => "Completed",
            Self::Cancelled => "Cancelled",
        }
    }

    /// Whether nothing is left to do: Completed or Cancelled.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled)
    }
}

impl FromStr for TaskStatus {
    type Err = TaskRefusal;

    fn from_str(name: &str) -> Result<Self, TaskRefusal> {
        Self::ALL
            .into_iter()
            .find(|status| status.name() == name)
            .ok_or_else(|| TaskRefusal::UnknownStatus(name.to_owned()))
    }
}

/// A Task document, reduced to what its save looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// `name`; empty for a task the server has not seen.
    pub name: String,
    /// `subject`.
    pub subject: String,
    /// `status`.
    pub status: TaskStatus,
    /// `progress` in percent.
    pub progress: Decimal,
    /// `task_weight`.
    pub task_weight: Decimal,
    /// `project`.
    pub project: Option<String>,
    /// `parent_task`.
    pub parent_task: Option<String>,
    /// `exp_start_date`.
    pub exp_start_date: Option<NaiveDate>,
    /// `exp_end_date`.
    pub exp_end_date: Option<NaiveDate>,
    /// `act_start_date`, from timesheets.
    pub act_start_date: Option<NaiveDate>,
    /// `act_end_date`, from timesheets.
    pub act_end_date: Option<NaiveDate>,
    /// `completed_on`. The server leaves it as the user set it, also when the task is completed.
    pub completed_on: Option<NaiveDate>,
}

/// A task another one waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependency {
    /// Its `name`.
    pub task: String,
    /// Its `status` as saved.
    pub status: TaskStatus,
}

/// What a task's save looks at besides the task.
#[derive(Debug, Clone, Default)]
pub struct TaskSurroundings<'a> {
    /// Today, in the time zone of the site.
    pub today: NaiveDate,
    /// The status last saved; none for a new task.
    pub saved_status: Option<TaskStatus>,
    /// The tasks of `depends_on`. A group depends on its children as well: the server writes them
    /// in.
    pub depends_on: &'a [Dependency],
    /// `exp_end_date` of the parent task.
    pub parent_exp_end_date: Option<NaiveDate>,
    /// `expected_end_date` of the project.
    pub project_expected_end_date: Option<NaiveDate>,
}

impl Task {
    /// Reads a Task document as the REST interface gives it.
    ///
    /// # Errors
    ///
    /// [`TaskRefusal::UnknownStatus`]; an empty status is Open.
    pub fn from_document(document: &Value) -> Result<Self, TaskRefusal> {
        Ok(Self {
            name: text(document, "name").to_owned(),
            subject: text(document, "subject").to_owned(),
            status: match text(document, "status") {
                "" => TaskStatus::Open,
                status => status.parse()?,
            },
            progress: number(document, "progress"),
            task_weight: number(document, "task_weight"),
            project: optional(document, "project"),
            parent_task: optional(document, "parent_task"),
            exp_start_date: date(document, "exp_start_date"),
            exp_end_date: date(document, "exp_end_date"),
            act_start_date: date(document, "act_start_date"),
            act_end_date: date(document, "act_end_date"),
            completed_on: date(document, "completed_on"),
        })
    }

    /// The task as the server stores it, judged in the server's order: dates, progress, status,
    /// completion day. A completed task has 100 % whatever was typed; one taken up again keeps
    /// them.
    ///
    /// # Errors
    ///
    /// The first [`TaskRefusal`].
    pub fn save(mut self, around: &TaskSurroundings<'_>) -> Result<Self, TaskRefusal> {
        self.check_dates(around)?;
        if self.progress > Decimal::ONE_HUNDRED {
            return Err(TaskRefusal::ProgressOver100);
        }
        if self.status == TaskStatus::Completed {
            self.progress = Decimal::ONE_HUNDRED;
            self.check_dependencies(around)?;
        }
        if self.completed_on.is_some_and(|day| day > around.today) {
            return Err(TaskRefusal::CompletedOnAhead);
        }
        Ok(self)
    }

    /// What the project's percentage counts of this task.
    pub fn share(&self) -> TaskShare {
        TaskShare { status: self.status, progress: self.progress, task_weight: self.task_weight }
    }

    fn check_dates(&self, around: &TaskSurroundings<'_>) -> Result<(), TaskRefusal> {
        ordered(
            (DateField::ExpectedStart, self.exp_start_date),
            (DateField::ExpectedEnd, self.exp_end_date),
        )?;
        ordered(
            (DateField::ActualStart, self.act_start_date),
            (DateField::ActualEnd, self.act_end_date),
        )?;
        if let Some((end, parent_end)) = self.exp_end_date.zip(around.parent_exp_end_date)
            && end > parent_end
        {
            return Err(TaskRefusal::EndAfterParent { parent_end });
        }
        let Some(project_end) = around.project_expected_end_date else { return Ok(()) };
        [
            (DateField::ExpectedStart, self.exp_start_date),
            (DateField::ExpectedEnd, self.exp_end_date),
            (DateField::ActualStart, self.act_start_date),
            (DateField::ActualEnd, self.act_end_date),
        ]
        .into_iter()
        .find(|(_, date)| date.is_some_and(|date| date > project_end))
        .map_or(Ok(()), |(field, _)| Err(TaskRefusal::AfterProject { field, project_end }))
    }

    /// Only the step to Completed is judged; a completed task may be saved again.
    fn check_dependencies(&self, around: &TaskSurroundings<'_>) -> Result<(), TaskRefusal> {
        if around.saved_status == Some(TaskStatus::Completed) {
            return Ok(());
        }
        match around.depends_on.iter().find(|dependency| !dependency.status.is_done()) {
            None => Ok(()),
            Some(open) => Err(TaskRefusal::DependencyOpen { dependency: open.task.clone() }),
        }
    }
}

/// Refuses an end before its start; a missing date is fine.
pub(super) fn ordered(
    (start, from): (DateField, Option<NaiveDate>),
    (end, to): (DateField, Option<NaiveDate>),
) -> Result<(), TaskRefusal> {
    match from.zip(to) {
        Some((from, to)) if to < from => Err(TaskRefusal::EndBeforeStart { start, end }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn around() -> TaskSurroundings<'static> {
        TaskSurroundings { today: day("2026-11-21"), ..TaskSurroundings::default() }
    }

    #[test]
    fn a_completed_task_has_a_hundred_percent() {
        let task = Task { status: TaskStatus::Completed, progress: 40.into(), ..Task::default() };
        assert_eq!(task.save(&around()).unwrap().progress, Decimal::ONE_HUNDRED);
    }

    #[test]
    fn a_completed_task_is_not_asked_for_its_dependencies_again() {
        let open = [Dependency { task: "T-1".to_owned(), status: TaskStatus::Working }];
        let task = Task { status: TaskStatus::Completed, ..Task::default() };
        let first = TaskSurroundings { depends_on: &open, ..around() };
        assert_eq!(
            task.clone().save(&first),
            Err(TaskRefusal::DependencyOpen { dependency: "T-1".to_owned() })
        );
        let again = TaskSurroundings { saved_status: Some(TaskStatus::Completed), ..first };
        assert!(task.save(&again).is_ok());
    }

    #[test]
    fn dates_are_judged_against_each_other_and_today() {
        let late = Task {
            exp_start_date: Some(day("2026-11-10")),
            exp_end_date: Some(day("2026-11-09")),
            ..Task::default()
        };
        assert!(matches!(late.save(&around()), Err(TaskRefusal::EndBeforeStart { .. })));
        let ahead = Task { completed_on: Some(day("2026-11-22")), ..Task::default() };
        assert_eq!(ahead.save(&around()), Err(TaskRefusal::CompletedOnAhead));
    }

    #[test]
    fn an_unknown_status_is_refused() {
        assert_eq!(
            Task::from_document(&json!({"status": "Asleep"})),
            Err(TaskRefusal::UnknownStatus("Asleep".to_owned()))
        );
    }

    proptest! {
        #[test]
        fn any_document_is_read_and_judged(
            status in "Open|Completed|\\PC{0,9}", progress in any::<f64>(), date in "\\PC{0,12}|20[0-9]{2}-[0-9]{2}-[0-9]{2}",
        ) {
            let document = json!({
                "status": status, "progress": progress, "exp_end_date": date, "completed_on": date,
            });
            if let Ok(task) = Task::from_document(&document)
                && let Ok(saved) = task.save(&around())
            {
                prop_assert!(saved.progress <= Decimal::ONE_HUNDRED);
            }
        }
    }
}
