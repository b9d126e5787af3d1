//! Calendar, tasks and projects as the screens show them.

use chrono::{Days, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use super::called::called;
use super::types::{EventRow, ProjectRow, TaskQuery, TaskRow};
use crate::error::StoreError;
use crate::sql::{day, first, get, optional, parsed, rows, site_time};
use crate::store::Store;

const EVENT: &str = "SELECT key, subject, starts_on, ends_on, all_day, status, customer, repeats, \
                     change_counter, document FROM event";
/// Those whose deletion is on its way are out of sight.
const IN_SIGHT: &str = "key NOT IN (SELECT subject FROM outbox WHERE kind = 'delete_event' \
                        AND state IN ('waiting', 'sending', 'unknown'))";
const TASK: &str = "SELECT key, subject, project, status, priority, exp_start_date, exp_end_date, \
                    progress, change_counter, document FROM task";

impl Store {
    /// Events that touch the days from `from` to `until`, both included, and every repeating one that
    /// began before `until` ends, by their start.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn events_between(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<EventRow>, StoreError> {
        let end = until.checked_add_days(Days::new(1)).unwrap_or(until);
        self.read(|connection| {
            let sql = format!(
                "{EVENT} WHERE starts_on <> '' AND starts_on < ?2
                   AND (repeats = 1 OR max(starts_on, ends_on) >= ?1) AND {IN_SIGHT}
                 ORDER BY starts_on, key"
            );
            rows!(connection, &sql, params![from.to_string(), end.to_string()], event)
        })
    }

    /// One Event, by its key or by the one it had until the office named it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn event(&self, key: &str) -> Result<Option<EventRow>, StoreError> {
        self.read(|connection| {
            let key = called(connection, key)?;
            first!(connection, &format!("{EVENT} WHERE key = ?1 AND {IN_SIGHT}"), [key], event)
        })
    }

    /// Tasks, the first due first, those without a date last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn tasks(&self, query: &TaskQuery) -> Result<Vec<TaskRow>, StoreError> {
        self.read(|connection| {
            let (sql, values) = task_sql(query);
            rows!(connection, &sql, params_from_iter(values), task)
        })
    }

    /// One Task, by its key or by the one it had until the office named it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn task(&self, key: &str) -> Result<Option<TaskRow>, StoreError> {
        self.read(|connection| {
            let key = called(connection, key)?;
            first!(connection, &format!("{TASK} WHERE key = ?1"), [key], task)
        })
    }

    /// Projects, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn projects(&self) -> Result<Vec<ProjectRow>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT key, project_name, status, customer, percent_complete, expected_end_date,
                        document FROM project ORDER BY project_name, key",
                [],
                |row: &Row<'_>| Ok::<_, StoreError>(ProjectRow {
                    key: get(row, "key")?,
                    project_name: get(row, "project_name")?,
                    status: get(row, "status")?,
                    customer: optional(row, "customer")?,
                    percent_complete: parsed(row, "percent_complete")?,
                    expected_end_date: day(row, "expected_end_date")?,
                    document: get(row, "document")?,
                })
            )
        })
    }
}

pub(crate) fn task_sql(query: &TaskQuery) -> (String, Vec<Value>) {
    let mut wheres = Vec::new();
    let mut values = Vec::new();
    if query.open_only {
        wheres.push("open = 1");
    }
    if let Some(until) = query.due_until {
        wheres.push("exp_end_date <> '' AND exp_end_date <= ?");
        values.push(Value::Text(until.to_string()));
    }
    if let Some(project) = &query.project {
        wheres.push("project = ?");
        values.push(Value::Text(project.clone()));
    }
    let filter =
        if wheres.is_empty() { String::new() } else { format!("WHERE {}", wheres.join(" AND ")) };
    (format!("{TASK} {filter} ORDER BY exp_end_date = '', exp_end_date, key"), values)
}

fn event(row: &Row<'_>) -> Result<EventRow, StoreError> {
    let changes: i64 = get(row, "change_counter")?;
    Ok(EventRow {
        key: get(row, "key")?,
        subject: get(row, "subject")?,
        starts_on: site_time(row, "starts_on")?,
        ends_on: site_time(row, "ends_on")?,
        all_day: get(row, "all_day")?,
        status: get(row, "status")?,
        customer: optional(row, "customer")?,
        repeats: get(row, "repeats")?,
        changed_here: changes > 0,
        document: get(row, "document")?,
    })
}

fn task(row: &Row<'_>) -> Result<TaskRow, StoreError> {
    let changes: i64 = get(row, "change_counter")?;
    Ok(TaskRow {
        key: get(row, "key")?,
        subject: get(row, "subject")?,
        project: get(row, "project")?,
        status: get(row, "status")?,
        priority: get(row, "priority")?,
        exp_start_date: day(row, "exp_start_date")?,
        exp_end_date: day(row, "exp_end_date")?,
        progress: parsed(row, "progress")?,
        changed_here: changes > 0,
        document: get(row, "document")?,
    })
}
