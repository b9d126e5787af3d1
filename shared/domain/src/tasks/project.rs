//! A Project and the percentage its tasks make.

use rust_decimal::{Decimal, RoundingStrategy};

use chrono::NaiveDate;
use serde_json::Value;

use super::document::{date, number, text};
use super::refusal::{DateField, TaskRefusal};
use super::task::{TaskStatus, ordered};
use crate::money::flt::RoundingMethod;

/// `Project.status`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ProjectStatus {
    /// Under way.
    #[default]
    Open,
    /// Done.
    Completed,
    /// Given up.
    Cancelled,
}

impl ProjectStatus {
    /// The option's name on the server.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Completed => "Completed",
            Self::Cancelled => "Cancelled",
        }
    }
}

/// `Project.percent_complete_method`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PercentCompleteMethod {
    /// Typed in by hand.
    Manual,
    /// Share of tasks that are completed or cancelled.
    #[default]
    TaskCompletion,
    /// Mean progress of all tasks.
    TaskProgress,
    /// Mean progress by `task_weight`.
    TaskWeight,
}

impl PercentCompleteMethod {
    /// The option's name on the server.
    pub fn name(self) -> &'static str {
        match self {
            Self::Manual => "Manual",
            Self::TaskCompletion => "Task Completion",
            Self::TaskProgress => "Task Progress",
            Self::TaskWeight => "Task Weight",
        }
    }

    /// The method of that name; an empty or unknown one counts as Task Completion.
    pub fn named(name: &str) -> Self {
        [Self::Manual, Self::TaskProgress, Self::TaskWeight]
            .into_iter()
            .find(|method| method.name() == name)
            .unwrap_or_default()
    }
}

/// What a Project's percentage counts of one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskShare {
    /// `Task.status`.
    pub status: TaskStatus,
    /// `Task.progress`.
    pub progress: Decimal,
    /// `Task.task_weight`.
    pub task_weight: Decimal,
}

/// A Project document, reduced to what its percentage and its tasks look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Project {
    /// `name`; empty for a project the server has not seen.
    pub name: String,
    /// `project_name`.
    pub project_name: String,
    /// `status`.
    pub status: ProjectStatus,
    /// `percent_complete`.
    pub percent_complete: Decimal,
    /// `percent_complete_method`.
    pub percent_complete_method: PercentCompleteMethod,
    /// `expected_start_date`.
    pub expected_start_date: Option<NaiveDate>,
    /// `expected_end_date`.
    pub expected_end_date: Option<NaiveDate>,
}

impl Project {
    /// Reads a Project document as the REST interface gives it.
    ///
    /// # Errors
    ///
    /// [`TaskRefusal::UnknownStatus`]; an empty status is Open.
    pub fn from_document(document: &Value) -> Result<Self, TaskRefusal> {
        Ok(Self {
            name: text(document, "name").to_owned(),
            project_name: text(document, "project_name").to_owned(),
            status: match text(document, "status") {
                "" | "Open" => ProjectStatus::Open,
                "Completed" => ProjectStatus::Completed,
                "Cancelled" => ProjectStatus::Cancelled,
                other => return Err(TaskRefusal::UnknownStatus(other.to_owned())),
            },
            percent_complete: number(document, "percent_complete"),
            percent_complete_method: PercentCompleteMethod::named(text(
                document,
                "percent_complete_method",
            )),
            expected_start_date: date(document, "expected_start_date"),
            expected_end_date: date(document, "expected_end_date"),
        })
    }

    /// The project as the server stores it when it is saved itself.
    ///
    /// # Errors
    ///
    /// [`TaskRefusal::EndBeforeStart`].
    pub fn save(
        mut self,
        tasks: &[TaskShare],
        rounding: RoundingMethod,
    ) -> Result<Self, TaskRefusal> {
        self.update_percent_complete(tasks, rounding);
        ordered(
            (DateField::ExpectedStart, self.expected_start_date),
            (DateField::ExpectedEnd, self.expected_end_date),
        )?;
        Ok(self)
    }

    /// Works out the percentage from all tasks of the project, as every save of one of them does.
    ///
    /// A completed project without tasks turns to Manual and 100. By hand, only completing it sets
    /// 100. Else the percentage decides the status, Completed at exactly 100 and Open below, unless
    /// the project is cancelled. Weights are shares of two digits.
    pub fn update_percent_complete(&mut self, tasks: &[TaskShare], rounding: RoundingMethod) {
        if self.status == ProjectStatus::Completed && tasks.is_empty() {
            self.percent_complete_method = PercentCompleteMethod::Manual;
        }
        self.percent_complete = match self.percent_complete_method {
            PercentCompleteMethod::Manual => {
                if self.status == ProjectStatus::Completed {
                    self.percent_complete = Decimal::ONE_HUNDRED;
                }
                return;
            }
            PercentCompleteMethod::TaskCompletion => completion(tasks, rounding),
            PercentCompleteMethod::TaskProgress => mean_progress(tasks, rounding),
            PercentCompleteMethod::TaskWeight => weighted_progress(tasks, rounding),
        };
        if self.status != ProjectStatus::Cancelled {
            self.status = if self.percent_complete == Decimal::ONE_HUNDRED {
                ProjectStatus::Completed
            } else {
                ProjectStatus::Open
            };
        }
    }
}

fn completion(tasks: &[TaskShare], rounding: RoundingMethod) -> Decimal {
    let done = tasks.iter().filter(|task| task.status.is_done()).count();
    two_digits(quotient(Decimal::from(done) * Decimal::ONE_HUNDRED, tasks.len().into()), rounding)
}

fn mean_progress(tasks: &[TaskShare], rounding: RoundingMethod) -> Decimal {
    let sum = total(tasks.iter().map(|task| task.progress));
    two_digits(quotient(sum, tasks.len().into()), rounding)
}

fn weighted_progress(tasks: &[TaskShare], rounding: RoundingMethod) -> Decimal {
    let weights = total(tasks.iter().map(|task| task.task_weight));
    let share = |task: &TaskShare| two_digits(quotient(task.task_weight, weights), rounding);
    let sum =
        total(tasks.iter().map(|task| share(task).checked_mul(task.progress).unwrap_or_default()));
    two_digits(sum, rounding)
}

/// The sum, as far as it can be told; figures beyond a decimal's range are left out.
fn total(figures: impl Iterator<Item = Decimal>) -> Decimal {
    figures.fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure).unwrap_or(sum))
}

/// The quotient, 0 where there is nothing to divide by.
fn quotient(dividend: Decimal, divisor: Decimal) -> Decimal {
    dividend.checked_div(divisor).unwrap_or_default()
}

fn two_digits(value: Decimal, rounding: RoundingMethod) -> Decimal {
    let strategy = match rounding {
        RoundingMethod::Bankers => RoundingStrategy::MidpointNearestEven,
        RoundingMethod::BankersLegacy | RoundingMethod::Commercial => {
            RoundingStrategy::MidpointAwayFromZero
        }
    };
    value.round_dp_with_strategy(2, strategy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(progress: i64, weight: i64, status: TaskStatus) -> TaskShare {
        TaskShare {
            status,
            progress: Decimal::new(progress, 1),
            task_weight: Decimal::new(weight, 1),
        }
    }

    fn percent(
        method: PercentCompleteMethod,
        tasks: &[TaskShare],
        rounding: RoundingMethod,
    ) -> String {
        let mut project = Project { percent_complete_method: method, ..Project::default() };
        project.update_percent_complete(tasks, rounding);
        project.percent_complete.normalize().to_string()
    }

    #[test]
    fn an_exact_half_follows_the_rounding_of_the_site() {
        let tasks = [share(330, 10, TaskStatus::Open), share(125, 20, TaskStatus::Open)];
        let weight = PercentCompleteMethod::TaskWeight;
        assert_eq!(percent(weight, &tasks, RoundingMethod::Bankers), "19.26");
        assert_eq!(percent(weight, &tasks, RoundingMethod::BankersLegacy), "19.27");
    }

    #[test]
    fn cancelled_tasks_count_as_done() {
        let tasks = [share(0, 0, TaskStatus::Cancelled), share(0, 0, TaskStatus::Open)];
        let method = PercentCompleteMethod::TaskCompletion;
        assert_eq!(percent(method, &tasks, RoundingMethod::Bankers), "50");
    }

    #[test]
    fn a_cancelled_project_stays_cancelled() {
        let mut project = Project { status: ProjectStatus::Cancelled, ..Project::default() };
        project.update_percent_complete(
            &[share(1000, 0, TaskStatus::Completed)],
            RoundingMethod::Bankers,
        );
        assert_eq!(project.percent_complete, Decimal::ONE_HUNDRED);
        assert_eq!(project.status, ProjectStatus::Cancelled);
    }

    #[test]
    fn a_project_ends_after_it_starts() {
        let day = |text: &str| text.parse().ok();
        let project = Project {
            expected_start_date: day("2026-11-02"),
            expected_end_date: day("2026-11-01"),
            ..Project::default()
        };
        assert!(project.save(&[], RoundingMethod::Bankers).is_err());
    }

    fn any_share() -> impl Strategy<Value = TaskShare> {
        (0..=1000_i64, 0..1000_i64, 0..7_usize)
            .prop_map(|(progress, weight, at)| share(progress, weight, TaskStatus::ALL[at]))
    }

    proptest! {
        #[test]
        fn the_mean_lies_between_nothing_and_all(tasks in proptest::collection::vec(any_share(), 0..20)) {
            for method in [PercentCompleteMethod::TaskCompletion, PercentCompleteMethod::TaskProgress] {
                let mut project = Project { percent_complete_method: method, ..Project::default() };
                project.update_percent_complete(&tasks, RoundingMethod::Bankers);
                prop_assert!((Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&project.percent_complete));
                prop_assert_eq!(
                    project.status == ProjectStatus::Completed,
                    project.percent_complete == Decimal::ONE_HUNDRED
                );
            }
        }

        #[test]
        fn absurd_figures_do_not_stop_it(tasks in proptest::collection::vec((any::<i64>(), any::<i64>()), 0..6)) {
            let tasks: Vec<_> = tasks
                .into_iter()
                .map(|(progress, weight)| TaskShare {
                    status: TaskStatus::Open,
                    progress: Decimal::MAX - Decimal::from(progress.unsigned_abs()),
                    task_weight: Decimal::from(weight),
                })
                .collect();
            for method in [PercentCompleteMethod::TaskProgress, PercentCompleteMethod::TaskWeight] {
                let _ = percent(method, &tasks, RoundingMethod::Commercial);
            }
        }
    }
}
