//! Tasks under the headings of when they are due.

use chrono::{Days, NaiveDate};
use satchel_app::views::TaskRow;

/// When a task is due, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// Before today.
    Late,
    /// Today.
    Today,
    /// Within the next seven days.
    Next,
    /// After that.
    Later,
    /// Nobody said when.
    Open,
}

impl Due {
    /// Where a due date stands, seen from today.
    pub fn of(due: Option<NaiveDate>, today: NaiveDate) -> Self {
        let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
        match due {
            None => Self::Open,
            Some(due) if due < today => Self::Late,
            Some(due) if due == today => Self::Today,
            Some(due) if due <= week => Self::Next,
            Some(_) => Self::Later,
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A heading with how many tasks follow it.
    Heading(Due, usize),
    /// A task.
    Task(TaskRow, Due),
}

/// The tasks under their headings, in the order they came within each.
pub fn lines(tasks: Vec<TaskRow>, today: NaiveDate) -> Vec<Line> {
    let mut dated: Vec<(Due, TaskRow)> =
        tasks.into_iter().map(|task| (Due::of(task.due, today), task)).collect();
    dated.sort_by_key(|(due, _)| *due);
    let mut lines = Vec::with_capacity(dated.len() + 5);
    let mut group = None;
    for (due, task) in &dated {
        if group != Some(*due) {
            let count = dated.iter().filter(|(other, _)| other == due).count();
            lines.push(Line::Heading(*due, count));
            group = Some(*due);
        }
        lines.push(Line::Task(task.clone(), *due));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, day).unwrap()
    }

    #[test]
    fn a_due_date_seen_from_today() {
        for (due, seen) in [
            (Some(day(13)), Due::Late),
            (Some(day(14)), Due::Today),
            (Some(day(15)), Due::Next),
            (Some(day(21)), Due::Next),
            (Some(day(22)), Due::Later),
            (None, Due::Open),
        ] {
            assert_eq!(Due::of(due, day(14)), seen, "{due:?}");
        }
        assert_eq!(Due::of(Some(NaiveDate::MAX), NaiveDate::MAX), Due::Today);
    }

    #[test]
    fn each_heading_stands_once_with_its_count() {
        let task = |due| TaskRow {
            name: String::new(),
            subject: String::new(),
            project: String::new(),
            project_name: String::new(),
            due,
            status: String::new(),
            priority: String::new(),
            progress: 0,
            customer_name: String::new(),
        };
        let tasks = vec![task(None), task(Some(day(13))), task(Some(day(20))), task(Some(day(12)))];
        let headings: Vec<(Due, usize)> = lines(tasks, day(14))
            .into_iter()
            .filter_map(|line| match line {
                Line::Heading(due, count) => Some((due, count)),
                Line::Task(..) => None,
            })
            .collect();
        assert_eq!(headings, [(Due::Late, 2), (Due::Next, 1), (Due::Open, 1)]);
    }
}
