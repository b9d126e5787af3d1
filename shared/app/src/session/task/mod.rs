//! A task: all that is known of it, reported on, timed, with its files.

mod files;
mod project;
mod report;
mod timer;

use super::company::text;
use super::new_work::work_key;
use super::{Session, local_time};
use crate::AppError;
use crate::views::{AddressView, DependencyRow, HistoryRow, TaskView};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use satchel_domain::ids::{CustomerKey, CustomerName};
use satchel_domain::tasks::{self, PROGRESS_LOG, Task, TaskRefusal, TaskStatus};
use satchel_store::TaskRow;
use serde_json::Value;

impl Session {
    /// A task with all that is known of it.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where there is none, [`AppError::Unreadable`] for one no rule reads.
    pub fn task(&self, task: &str) -> Result<TaskView, AppError> {
        let (row, document) = self.task_document(task)?;
        let read = Task::from_document(&document)?;
        let customer = self.customer_of_task(&row.project, &document)?;
        let (customer_name, site, phone) = match &customer {
            Some(key) => self.place_of(key)?,
            None => Default::default(),
        };
        let description = text(&document, "description");
        let minutes = self.hours_on(&row.key)? * Decimal::from(60);
        Ok(TaskView {
            subject: row.subject,
            project: self.project_share(&row.project)?,
            customer: customer.as_ref().map(ToString::to_string).unwrap_or_default(),
            customer_name,
            site,
            phone,
            starts: row.exp_start_date,
            due: row.exp_end_date,
            priority: row.priority,
            status: read.status,
            progress: percent(row.progress),
            completed_on: read.completed_on,
            description: tasks::besides_checklist(&description),
            checklist: tasks::checklist(&description),
            depends_on: self.depends_on(&document)?,
            minutes: minutes.round().to_u32().unwrap_or_default(),
            files: self.files_of_task(&row.key, &document)?,
            history: self.history_of(&document),
            waiting: row.changed_here || row.key.starts_with("local:"),
            key: row.key,
        })
    }

    /// A task by its key, which may be the one it had before the office named it.
    pub(super) fn task_document(&self, task: &str) -> Result<(TaskRow, Value), AppError> {
        let row = self.task_called(task)?.ok_or(AppError::NotFound { what: "Task" })?;
        let document = serde_json::from_str(&row.document)
            .map_err(|_| AppError::Unreadable { what: "Task" })?;
        Ok((row, document))
    }

    /// Whose place a task is at: its own customer, else its project's.
    pub(in crate::session) fn customer_of_task(
        &self,
        project: &str,
        document: &Value,
    ) -> Result<Option<CustomerKey>, AppError> {
        if let Some(own) = task_customer(document) {
            return Ok(Some(own));
        }
        let key = work_key(project);
        let projects = self.inner.store.projects()?;
        Ok(projects.into_iter().find(|one| one.key == key).and_then(|found| found.customer))
    }

    fn place_of(&self, key: &CustomerKey) -> Result<(String, AddressView, String), AppError> {
        let Some(found) = self.inner.store.customer(key)? else { return Ok(Default::default()) };
        let document: Value = serde_json::from_str(&found.document).unwrap_or_default();
        let site = found.addresses.iter().find_map(super::customers::address).unwrap_or_default();
        let phone = super::customers::contacts(&found.contacts, &document)
            .into_iter()
            .map(|contact| contact.phone)
            .find(|phone| !phone.is_empty())
            .unwrap_or_default();
        Ok((found.row.customer_name, site, phone))
    }

    /// The tasks of `depends_on` (child table Task Depends On), each with its status where it is known.
    pub(super) fn depends_on(&self, document: &Value) -> Result<Vec<DependencyRow>, AppError> {
        let rows = document.get("depends_on").and_then(Value::as_array);
        let mut found = Vec::new();
        for row in rows.into_iter().flatten() {
            let name = text(row, "task");
            if name.is_empty() {
                continue;
            }
            let known = self.task_called(&name)?;
            let status = known.as_ref().and_then(|task| task.status.parse::<TaskStatus>().ok());
            let subject = known.map_or_else(
                || Some(text(row, "subject")).filter(|subject| !subject.is_empty()),
                |task| Some(task.subject),
            );
            found.push(DependencyRow {
                key: work_key(&name),
                subject: subject.unwrap_or(name),
                status,
            });
        }
        Ok(found)
    }

    pub(in crate::session) fn history_of(&self, document: &Value) -> Vec<HistoryRow> {
        let offset = self.now().offset_minutes;
        let told = tasks::history(&text(document, PROGRESS_LOG));
        let row = |(entry, apart): (tasks::LogEntry, bool)| HistoryRow {
            at: local_time(entry.at, offset),
            by: entry.by,
            progress: entry.progress,
            status: entry.status,
            note: entry.note,
            apart,
        };
        told.into_iter().rev().map(row).collect()
    }
}

/// The customer a task itself names, whose place it is at.
pub(super) fn task_customer(document: &Value) -> Option<CustomerKey> {
    let named = text(document, "satchel_customer");
    match named.starts_with("local:") {
        true => named.parse().ok(),
        false => CustomerName::new(&named).ok().map(CustomerKey::Server),
    }
}

/// A progress as screens show it.
pub(super) fn percent(progress: Decimal) -> u8 {
    progress.round().to_u8().unwrap_or_default().min(100)
}

impl From<TaskRefusal> for AppError {
    fn from(refusal: TaskRefusal) -> Self {
        Self::Task(refusal)
    }
}
