//! Tasks and the calendar, to read, and how far a task is.

use super::Session;
use super::company::text;
use super::task::{percent, task_customer};
use crate::AppError;
use crate::views::{AgendaRow, DependencyRow, TaskRow};
use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use satchel_domain::calendar::zone::SiteZone;
use satchel_domain::calendar::{self, DateRange, Event};
use satchel_domain::ids::CustomerKey;
use satchel_store::{EventRow, TaskQuery};
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

    /// What the calendar holds from one day to another, both included: repeating Events unrolled,
    /// all-day ones first on their day.
    ///
    /// # Errors
    /// What the store says.
    pub fn agenda(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<AgendaRow>, AppError> {
        let Some(range) = DateRange::new(from, until) else { return Ok(Vec::new()) };
        let company = self.company();
        let zone = company.time_zone.as_deref().and_then(|z| SiteZone::named(z).ok());
        let phone = *self.local_now().offset();
        let mut rows = Vec::new();
        for event in self.inner.store.events_between(from, until)? {
            let customer_name = match &event.customer {
                Some(key) => {
                    self.inner.store.customer(key)?.map(|c| c.row.customer_name).unwrap_or_default()
                }
                None => String::new(),
            };
            rows.extend(occurrences(&event, &customer_name, range, zone, phone));
        }
        rows.sort_by(|a, b| {
            (a.starts_on.date(), !a.all_day, a.starts_on, &a.subject).cmp(&(
                b.starts_on.date(),
                !b.all_day,
                b.starts_on,
                &b.subject,
            ))
        });
        Ok(rows)
    }
}

/// An Event on the days it falls on, in the phone's time.
fn occurrences(
    event: &EventRow,
    customer_name: &str,
    range: DateRange,
    zone: Option<SiteZone>,
    phone: FixedOffset,
) -> Vec<AgendaRow> {
    let Ok(document) = serde_json::from_str::<Value>(&event.document) else { return Vec::new() };
    let read = Event::from_document(&document);
    let Ok(read) = read else {
        tracing::warn!("an Event cannot be unrolled");
        return Vec::new();
    };
    let on_phone = |at_site: NaiveDateTime| match zone {
        // The day of an all-day entry is the same everywhere.
        Some(zone) if !event.all_day => zone.on_phone(at_site, &phone),
        _ => at_site,
    };
    calendar::occurrences(std::slice::from_ref(&read), range)
        .into_iter()
        .map(|occurrence| AgendaRow {
            event: event.key.clone(),
            subject: event.subject.clone(),
            starts_on: on_phone(occurrence.starts_on),
            ends_on: occurrence.ends_on.map(on_phone),
            all_day: event.all_day,
            repeats: event.repeats,
            category: text(&document, "event_category"),
            customer: event.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
            customer_name: customer_name.to_owned(),
        })
        .collect()
}
