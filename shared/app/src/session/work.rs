//! Tasks, to read, and how far one is.

use super::Session;
use super::task::{percent, task_customer};
use crate::AppError;
use crate::views::{DependencyRow, TaskRow};
use satchel_domain::ids::CustomerKey;
use satchel_store::TaskQuery;
use serde_json::Value;
use std::collections::HashMap;

impl Session {
    /// Open tasks by due date, those without one last.
    ///
    /// # Errors
    /// What the store says.
    pub fn tasks(&self) -> Result<Vec<TaskRow>, AppError> {
        self.task_rows(&TaskQuery { open_only: true, ..TaskQuery::default() })
    }

    /// Tasks that are over and still on this phone, the last due first.
    ///
    /// # Errors
    /// What the store says.
    pub fn tasks_over(&self) -> Result<Vec<TaskRow>, AppError> {
        let mut rows = self.task_rows(&TaskQuery::default())?;
        rows.retain(|row| matches!(row.status.as_str(), "Completed" | "Cancelled"));
        rows.reverse();
        Ok(rows)
    }

    pub(super) fn task_rows(&self, query: &TaskQuery) -> Result<Vec<TaskRow>, AppError> {
        let projects: HashMap<String, (String, Option<CustomerKey>)> = self
            .inner
            .store
            .projects()?
            .into_iter()
            .map(|project| {
                let name = project.key.trim_start_matches("server:").to_owned();
                (name, (project.project_name, project.customer))
            })
            .collect();
        let timed = self.timer_task()?;
        let mut rows = Vec::new();
        for task in self.inner.store.tasks(query)? {
            let document: Value = serde_json::from_str(&task.document).unwrap_or_default();
            let (project_name, of_project) =
                projects.get(&task.project).cloned().unwrap_or_default();
            let customer = task_customer(&document).or(of_project);
            let depends_on = self.depends_on(&document)?;
            rows.push(TaskRow {
                customer_name: self.customer_name(customer.as_ref())?,
                waits_for: depends_on
                    .into_iter()
                    .find(DependencyRow::is_open)
                    .map(|row| row.subject)
                    .unwrap_or_default(),
                timed: timed.as_deref() == Some(task.key.as_str()),
                name: task.key,
                subject: task.subject,
                project: task.project,
                project_name,
                due: task.exp_end_date,
                status: task.status,
                priority: task.priority,
                progress: percent(task.progress),
            });
        }
        rows.sort_by(|a, b| {
            (a.due.is_none(), a.due, &a.subject).cmp(&(b.due.is_none(), b.due, &b.subject))
        });
        Ok(rows)
    }

    fn customer_name(&self, key: Option<&CustomerKey>) -> Result<String, AppError> {
        let Some(key) = key else { return Ok(String::new()) };
        let found = self.inner.store.customer(key)?;
        Ok(found.map(|found| found.row.customer_name).unwrap_or_default())
    }
}
