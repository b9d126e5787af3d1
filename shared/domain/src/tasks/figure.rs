//! A project's percentage as the phone works it out, until the server's arrives.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::project::{PercentCompleteMethod, Project, TaskShare};
use super::task::TaskStatus;
use crate::money::flt::RoundingMethod;

/// The most tasks that may be hidden from the phone.
const MOST_HIDDEN: usize = 100_000;

/// The percentage of a project with what was reported on this phone; `None` where it cannot be told.
///
/// `project` and `there` are what the server last said, `here` what the phone has now. Tasks that were
/// over before the phone came are not on it: how many there are follows from the server's own percentage,
/// and only where that fits exactly is a figure given. By weight a hidden task tells nothing of itself.
pub fn own_percent(
    project: &Project,
    there: &[TaskShare],
    here: &[TaskShare],
    rounding: RoundingMethod,
) -> Option<Decimal> {
    if project.percent_complete_method == PercentCompleteMethod::Manual {
        return None;
    }
    let hidden = hidden(project, there, rounding)?;
    Some(percent(project, here, hidden, rounding))
}

/// How many tasks, all of them done, make of the known ones what the server says.
fn hidden(project: &Project, known: &[TaskShare], rounding: RoundingMethod) -> Option<usize> {
    let fits = |count: usize| percent(project, known, count, rounding) == project.percent_complete;
    if project.percent_complete_method == PercentCompleteMethod::TaskWeight {
        return fits(0).then_some(0);
    }
    let sum = known.iter().fold(Decimal::ZERO, |sum, task| {
        let share = match project.percent_complete_method {
            PercentCompleteMethod::TaskProgress => task.progress,
            _ if task.status.is_done() => Decimal::ONE_HUNDRED,
            _ => Decimal::ZERO,
        };
        sum.checked_add(share).unwrap_or(sum)
    });
    // (sum + 100 h) / (known + h) = percentage, for h.
    let missing = Decimal::ONE_HUNDRED.checked_sub(project.percent_complete)?;
    let over = project.percent_complete.checked_mul(known.len().into())?.checked_sub(sum)?;
    let about = over.checked_div(missing)?.round().max(Decimal::ZERO).to_usize()?;
    let count = [about, about.saturating_add(1), about.saturating_sub(1)]
        .into_iter()
        .filter(|count| *count <= MOST_HIDDEN)
        .find(|count| fits(*count))?;
    // The percentage has two digits: of very many tasks it no longer tells how many.
    let more = fits(count.saturating_add(1));
    let fewer = count.checked_sub(1).is_some_and(fits);
    (!more && !fewer).then_some(count)
}

fn percent(
    project: &Project,
    tasks: &[TaskShare],
    hidden: usize,
    rounding: RoundingMethod,
) -> Decimal {
    let done = TaskShare {
        status: TaskStatus::Completed,
        progress: Decimal::ONE_HUNDRED,
        task_weight: Decimal::ZERO,
    };
    let all: Vec<TaskShare> =
        tasks.iter().copied().chain(std::iter::repeat_n(done, hidden)).collect();
    let mut project = project.clone();
    project.update_percent_complete(&all, rounding);
    project.percent_complete
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(status: TaskStatus, progress: u32) -> TaskShare {
        TaskShare { status, progress: progress.into(), task_weight: Decimal::ONE }
    }

    fn project(method: PercentCompleteMethod, tasks: &[TaskShare]) -> Project {
        let mut project = Project { percent_complete_method: method, ..Project::default() };
        project.update_percent_complete(tasks, RoundingMethod::Bankers);
        project
    }

    #[test]
    fn tasks_done_before_the_phone_came_are_counted_along() {
        let done = share(TaskStatus::Completed, 100);
        let open = share(TaskStatus::Open, 0);
        let all = [done, done, done, open];
        for method in [PercentCompleteMethod::TaskCompletion, PercentCompleteMethod::TaskProgress] {
            let project = project(method, &all);
            assert_eq!(project.percent_complete, Decimal::from(75));
            let own = own_percent(&project, &[open], &[done], RoundingMethod::Bankers);
            assert_eq!(own, Some(Decimal::ONE_HUNDRED));
        }
    }

    #[test]
    fn where_it_does_not_fit_nothing_is_made_up() {
        let mut odd = project(PercentCompleteMethod::TaskProgress, &[share(TaskStatus::Open, 50)]);
        odd.percent_complete = Decimal::from(12);
        let known = [share(TaskStatus::Open, 50)];
        assert_eq!(own_percent(&odd, &known, &known, RoundingMethod::Bankers), None);
        let manual = Project { percent_complete_method: PercentCompleteMethod::Manual, ..odd };
        assert_eq!(own_percent(&manual, &known, &known, RoundingMethod::Bankers), None);
    }

    proptest! {
        #[test]
        fn it_is_what_the_server_will_say(
            known in prop::collection::vec(0..=50_u32, 1..12), hidden in 0..30_usize,
            reported in 0..=100_u32, by_progress in any::<bool>(),
        ) {
            let method = if by_progress {
                PercentCompleteMethod::TaskProgress
            } else {
                PercentCompleteMethod::TaskCompletion
            };
            let there: Vec<_> =
                known.iter().map(|progress| share(TaskStatus::Working, *progress)).collect();
            let done = std::iter::repeat_n(share(TaskStatus::Completed, 100), hidden);
            let all: Vec<_> = there.iter().copied().chain(done.clone()).collect();
            let before = project(method, &all);
            let mut here = there.clone();
            here[0].progress = reported.into();
            let after: Vec<_> = here.iter().copied().chain(done).collect();
            let own = own_percent(&before, &there, &here, RoundingMethod::Bankers);
            // Few enough tasks, and far enough from done, that two digits tell their number.
            prop_assert_eq!(own, Some(project(method, &after).percent_complete));
        }

        #[test]
        fn absurd_figures_do_not_stop_it(percent in any::<i64>(), progress in any::<i64>()) {
            let share = TaskShare { progress: progress.into(), ..share(TaskStatus::Open, 0) };
            let project = Project {
                percent_complete: percent.into(),
                percent_complete_method: PercentCompleteMethod::TaskProgress,
                ..Project::default()
            };
            own_percent(&project, &[share], &[share], RoundingMethod::Commercial);
        }
    }
}
