//! Tasks under headings: when they are due, their projects, how much they matter.

use chrono::{Days, NaiveDate};
use satchel_app::views::TaskRow;

/// How the list is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    /// By the day they are due.
    #[default]
    Due,
    /// By project.
    Project,
    /// By priority.
    Priority,
    /// Those that are over.
    Over,
}

impl By {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Due, Self::Project, Self::Priority, Self::Over];
}

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

/// How much a task matters, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Urgent.
    Urgent,
    /// High.
    High,
    /// Medium, and whatever a site made up.
    Medium,
    /// Low.
    Low,
}

impl Level {
    /// The level of a priority as ERPNext writes it.
    pub fn of(priority: &str) -> Self {
        match priority {
            "Urgent" => Self::Urgent,
            "High" => Self::High,
            "Low" => Self::Low,
            _ => Self::Medium,
        }
    }
}

/// What stands over a group; groups stand in this order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// When they are due.
    Due(Due),
    /// A project by name; the tasks of none come last.
    Project(bool, String),
    /// How much they matter.
    Priority(Level),
    /// They are over.
    Over,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A heading with how many tasks follow it.
    Heading(Heading, usize),
    /// A task.
    Task(TaskRow, Due),
}

/// The tasks under their headings, in the order they came within each.
pub fn lines(tasks: Vec<TaskRow>, today: NaiveDate, by: By) -> Vec<Line> {
    let heading = |task: &TaskRow| match by {
        By::Due => Heading::Due(Due::of(task.due, today)),
        By::Project => Heading::Project(task.project_name.is_empty(), task.project_name.clone()),
        By::Priority => Heading::Priority(Level::of(&task.priority)),
        By::Over => Heading::Over,
    };
    let mut headed: Vec<(Heading, TaskRow)> =
        tasks.into_iter().map(|task| (heading(&task), task)).collect();
    headed.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut lines = Vec::with_capacity(headed.len() + 5);
    let mut group = None;
    for (heading, task) in &headed {
        if group != Some(heading) {
            let count = headed.iter().filter(|(other, _)| other == heading).count();
            lines.push(Line::Heading(heading.clone(), count));
            group = Some(heading);
        }
        lines.push(Line::Task(task.clone(), Due::of(task.due, today)));
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

    fn task(due: Option<NaiveDate>, project: &str, priority: &str) -> TaskRow {
        TaskRow {
            due,
            project_name: project.to_owned(),
            priority: priority.to_owned(),
            ..TaskRow::default()
        }
    }

    fn headings(tasks: &[TaskRow], by: By) -> Vec<(Heading, usize)> {
        let heading = |line| match line {
            Line::Heading(heading, count) => Some((heading, count)),
            Line::Task(..) => None,
        };
        lines(tasks.to_vec(), day(14), by).into_iter().filter_map(heading).collect()
    }

    #[test]
    fn each_heading_stands_once_with_its_count() {
        let tasks = [
            task(None, "", "Low"),
            task(Some(day(13)), "Shelves", "Urgent"),
            task(Some(day(20)), "Coolers", "Odd"),
            task(Some(day(12)), "Shelves", "High"),
        ];
        let due = Heading::Due;
        assert_eq!(
            headings(&tasks, By::Due),
            [(due(Due::Late), 2), (due(Due::Next), 1), (due(Due::Open), 1)]
        );
        let project = |name: &str| Heading::Project(name.is_empty(), name.to_owned());
        assert_eq!(
            headings(&tasks, By::Project),
            [(project("Coolers"), 1), (project("Shelves"), 2), (project(""), 1)]
        );
        let levels = [Level::Urgent, Level::High, Level::Medium, Level::Low];
        let found: Vec<_> = headings(&tasks, By::Priority).into_iter().map(|one| one.0).collect();
        assert_eq!(found, levels.map(Heading::Priority));
        assert_eq!(headings(&tasks, By::Over), [(Heading::Over, 4)]);
        assert_eq!(headings(&[], By::Due), []);
    }
}
