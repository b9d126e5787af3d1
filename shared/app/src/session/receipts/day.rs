//! The report of a day, and the work that stands in reports.

use super::documents::{Paper, order_line, task_fields, visit_fields};
use crate::AppError;
use crate::session::new_work::work_key;
use crate::session::{Session, local_time};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;
use satchel_domain::receipts::ReceiptKind;
use satchel_store::{OutboxKind, OutboxRow, TaskRow};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const DAY_MS: i64 = 86_400_000;

/// An entry of a Timesheet made here.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::session) struct TimeLog {
    /// Key of the task; empty if it was on none.
    pub(in crate::session) task: String,
    /// When it began, as the phone shows it.
    from_time: NaiveDateTime,
    pub(in crate::session) hours: Decimal,
    activity_type: String,
    /// What was done, as HTML.
    description: String,
}

impl TimeLog {
    /// Its fields as in a Timesheet Detail.
    pub(super) fn fields(&self) -> Value {
        json!({
            "from_time": self.from_time.format("%Y-%m-%d %H:%M:%S").to_string(),
            "hours": self.hours.to_string(),
            "activity_type": self.activity_type,
            "description": self.description,
        })
    }
}

impl Session {
    pub(super) fn day_paper(&self, day: NaiveDate) -> Result<Paper, AppError> {
        let store = &self.inner.store;
        let orders: Vec<Value> = store.orders_of_day(day)?.iter().map(order_line).collect();
        let visits: Vec<Value> =
            store.visits_of_day(day)?.iter().map(|row| Value::Object(visit_fields(row))).collect();
        let totals: Vec<Value> = store
            .day_totals(day)?
            .iter()
            .map(|total| {
                json!({
                    "currency": total.currency,
                    "grand_total": total.total.to_string(),
                    "orders": total.orders,
                })
            })
            .collect();
        let doc = json!({
            "date": day.to_string(),
            "company": self.company().company,
            "orders": orders,
            "totals": totals,
            "visits": visits,
            "tasks": self.worked_on(day)?,
        });
        let paper = self.company_paper(ReceiptKind::Day, doc)?;
        Ok(Paper { title: day.to_string(), ..paper })
    }

    /// The tasks the rep made, changed or worked on that day, with the hours entered for it.
    fn worked_on(&self, day: NaiveDate) -> Result<Vec<Value>, AppError> {
        let mut hours: BTreeMap<String, Decimal> = BTreeMap::new();
        let kinds = [OutboxKind::Task, OutboxKind::ChangeTask];
        let (from, until) = around(day);
        let offset = self.now().offset_minutes;
        for row in self.inner.store.outbox_between(&kinds, from, until)? {
            let at = chrono::DateTime::from_timestamp_millis(row.created_ms).unwrap_or_default();
            if local_time(at, offset).date_naive() != day {
                continue;
            }
            let named = match row.kind {
                OutboxKind::Task => format!("local:{}", row.subject),
                _ => row.subject.clone(),
            };
            if let Some(task) = self.task_called(&named)? {
                hours.entry(task.key).or_default();
            }
        }
        for log in self.time_logs(Some(day))? {
            *hours.entry(log.task).or_default() += log.hours;
        }
        let mut rows = Vec::new();
        for (key, hours) in hours {
            let Some(task) = self.inner.store.task(&key)? else { continue };
            let mut fields = task_fields(&task);
            if !hours.is_zero() {
                fields.insert("hours".into(), json!(hours.normalize().to_string()));
            }
            rows.push(Value::Object(fields));
        }
        Ok(rows)
    }

    /// The hours entered here and not taken back, of a day or of all time.
    pub(in crate::session) fn time_logs(
        &self,
        day: Option<NaiveDate>,
    ) -> Result<Vec<TimeLog>, AppError> {
        let rows = self.inner.store.outbox_between(&[OutboxKind::Timesheet], i64::MIN, i64::MAX)?;
        let zones = self.zones();
        let mut logs = Vec::new();
        for row in &rows {
            for mut log in logs_in(row) {
                log.from_time = zones.on_phone(log.from_time);
                if day.is_some_and(|day| log.from_time.date() != day) {
                    continue;
                }
                log.task = match self.task_called(&log.task)? {
                    Some(task) => task.key,
                    None => String::new(),
                };
                logs.push(log);
            }
        }
        Ok(logs)
    }

    /// A task as a document made here names it: by the office's name once it has one.
    pub(in crate::session) fn task_called(&self, named: &str) -> Result<Option<TaskRow>, AppError> {
        Ok(self.inner.store.task(&work_key(named))?)
    }

    /// The name of a project and of the customer it is for.
    pub(super) fn project_of(&self, project: &str) -> Result<(String, String), AppError> {
        let key = work_key(project);
        let found = self.inner.store.projects()?.into_iter().find(|one| one.key == key);
        let Some(found) = found else { return Ok(Default::default()) };
        let customer = match &found.customer {
            Some(key) => self.inner.store.customer(key)?.map(|found| found.row.customer_name),
            None => None,
        };
        Ok((found.project_name, customer.unwrap_or_default()))
    }
}

/// The entries in the payload of a Timesheet; one that cannot be read has none.
fn logs_in(row: &OutboxRow) -> Vec<TimeLog> {
    let payload: Value = serde_json::from_str(&row.payload).unwrap_or_default();
    let entries = payload.get("time_logs").and_then(Value::as_array);
    let text = |entry: &Value, field: &str| {
        entry.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let read = |entry: &Value| {
        let from_time = text(entry, "from_time");
        Some(TimeLog {
            task: text(entry, "task"),
            from_time: NaiveDateTime::parse_from_str(&from_time, "%Y-%m-%d %H:%M:%S").ok()?,
            hours: entry.get("hours")?.to_string().parse().ok()?,
            activity_type: text(entry, "activity_type"),
            description: text(entry, "description"),
        })
    };
    entries.map(|entries| entries.iter().filter_map(read).collect()).unwrap_or_default()
}

/// The milliseconds since 1970 UTC within which every moment of a civil date lies, whatever the zone.
fn around(day: NaiveDate) -> (i64, i64) {
    let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    (midnight.saturating_sub(DAY_MS), midnight.saturating_add(2 * DAY_MS))
}
