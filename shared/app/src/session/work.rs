//! Tasks and the calendar, to read, and how far a task is.

use super::Session;
use super::company::text;
use crate::AppError;
use crate::views::{AgendaRow, TaskRow};
use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use rust_decimal::prelude::ToPrimitive;
use satchel_domain::calendar::zone::SiteZone;
use satchel_domain::calendar::{self, DateRange, Event};
use satchel_store::{EventRow, TaskQuery};
use serde_json::{Value, json};
use std::collections::HashMap;

impl Session {
    /// Open tasks by due date, those without one last.
    ///
    /// # Errors
    /// What the store says.
    pub fn tasks(&self) -> Result<Vec<TaskRow>, AppError> {
        self.task_rows(&TaskQuery { open_only: true, ..TaskQuery::default() })
    }

    /// Sets the progress of a task, in percent. It counts as changed until the office
    /// has it.
    ///
    /// # Errors
    /// [`AppError::Field`] above 100 (`erpnext/projects/doctype/task/task.py`, `validate_progress`),
    /// or the store's when there is no such task.
    pub fn report_progress(&self, task: &str, percent: u8) -> Result<(), AppError> {
        if percent > 100 {
            return Err(AppError::Field { field: "progress" });
        }
        self.change_task(task, &json!({ "progress": percent }))
    }

    pub(super) fn task_rows(&self, query: &TaskQuery) -> Result<Vec<TaskRow>, AppError> {
        let projects: HashMap<String, (String, String)> = self
            .inner
            .store
            .projects()?
            .into_iter()
            .map(|project| {
                let name = project.key.trim_start_matches("server:").to_owned();
                let customer = project
                    .customer
                    .and_then(|key| self.inner.store.customer(&key).ok().flatten())
                    .map(|found| found.row.customer_name)
                    .unwrap_or_default();
                (name, (project.project_name, customer))
            })
            .collect();
        let mut rows: Vec<TaskRow> = self
            .inner
            .store
            .tasks(query)?
            .into_iter()
            .map(|task| {
                let (project_name, customer_name) =
                    projects.get(&task.project).cloned().unwrap_or_default();
                TaskRow {
                    name: task.key,
                    subject: task.subject,
                    project: task.project,
                    project_name,
                    due: task.exp_end_date,
                    status: task.status,
                    priority: task.priority,
                    progress: task.progress.to_u8().unwrap_or_default().min(100),
                    customer_name,
                }
            })
            .collect();
        rows.sort_by(|a, b| {
            (a.due.is_none(), a.due, &a.subject).cmp(&(b.due.is_none(), b.due, &b.subject))
        });
        Ok(rows)
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
