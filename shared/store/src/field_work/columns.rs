//! The columns queries need, taken from Event, Task and Project documents.

use rusqlite::{Transaction, params};
use satchel_domain::ids::{CustomerKey, CustomerName};
use serde::Deserialize;

use crate::catalogue::fields::{self, Check, Number, Text};
use crate::error::{StoreError, bad};
use crate::sql::run;

/// The statements of one of the three tables, spelled out.
pub(crate) struct Table {
    pub(crate) kept: &'static str,
    pub(crate) mirror: &'static str,
    pub(crate) count: &'static str,
    pub(crate) set_count: &'static str,
    pub(crate) changed: &'static str,
    pub(crate) rename: &'static str,
    pub(crate) forget_if_both: &'static str,
    /// Writes key, document and the columns taken from it.
    pub(crate) write: fn(&Transaction<'_>, &str, &str) -> Result<(), StoreError>,
}

macro_rules! table {
    ($name:literal, $write:ident) => {
        Table {
            kept: concat!(
                "SELECT document, mirror, change_counter FROM ",
                $name,
                " WHERE key = ?1"
            ),
            mirror: concat!("UPDATE ", $name, " SET modified = ?2, mirror = ?3 WHERE key = ?1"),
            set_count: concat!("UPDATE ", $name, " SET change_counter = ?2 WHERE key = ?1"),
            rename: concat!("UPDATE ", $name, " SET key = ?2 WHERE key = ?1"),
            forget_if_both: concat!(
                "DELETE FROM ",
                $name,
                " WHERE key = ?1 AND EXISTS (SELECT 1 FROM ",
                $name,
                " WHERE key = ?2)"
            ),
            count: concat!(
                "UPDATE ",
                $name,
                " SET change_counter = change_counter + 1 WHERE key = ?1"
            ),
            changed: concat!(
                "SELECT key, change_counter, document, mirror FROM ",
                $name,
                " WHERE change_counter > 0 ORDER BY key"
            ),
            write: $write,
        }
    };
}

pub(crate) const CUSTOMER: Table = table!("customer", write_customer);
pub(crate) const EVENT: Table = table!("event", write_event);
pub(crate) const TASK: Table = table!("task", write_task);
pub(crate) const PROJECT: Table = table!("project", write_project);

fn read<'a, T: Deserialize<'a>>(document: &'a str) -> Result<T, StoreError> {
    serde_json::from_str(document).map_err(|_| bad("document"))
}

fn write_customer(
    transaction: &Transaction<'_>,
    key: &str,
    document: &str,
) -> Result<(), StoreError> {
    crate::customers::put::rewrite(transaction, key, document)
}

fn customer_key(name: &str) -> String {
    CustomerName::new(name).map(|name| CustomerKey::Server(name).to_string()).unwrap_or_default()
}

/// The fields of an Event (Frappe `desk/doctype/event`).
#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    subject: Text,
    #[serde(default)]
    starts_on: Text,
    #[serde(default)]
    ends_on: Text,
    #[serde(default)]
    all_day: Check,
    #[serde(default)]
    status: Text,
    #[serde(default)]
    repeat_this_event: Check,
    #[serde(default)]
    event_participants: fields::Table<Participant>,
}

#[derive(Deserialize)]
struct Participant {
    #[serde(default)]
    reference_doctype: Text,
    #[serde(default)]
    reference_docname: Text,
}

fn write_event(transaction: &Transaction<'_>, key: &str, document: &str) -> Result<(), StoreError> {
    let event: Event = read(document)?;
    let customer = event
        .event_participants
        .0
        .iter()
        .find(|participant| participant.reference_doctype.0 == "Customer")
        .map(|participant| customer_key(&participant.reference_docname.0))
        .unwrap_or_default();
    run!(
        transaction,
        "INSERT INTO event(key, subject, starts_on, ends_on, all_day, status, customer, repeats,
           document) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT(key) DO UPDATE SET subject = excluded.subject,
           starts_on = excluded.starts_on, ends_on = excluded.ends_on, all_day = excluded.all_day,
           status = excluded.status, customer = excluded.customer, repeats = excluded.repeats,
           document = excluded.document",
        params![
            key,
            event.subject.0,
            event.starts_on.0,
            event.ends_on.0,
            event.all_day.0,
            event.status.0,
            customer,
            event.repeat_this_event.0,
            document
        ]
    )?;
    Ok(())
}

/// The fields of a Task (ERPNext `projects/doctype/task`).
#[derive(Deserialize)]
struct Task {
    #[serde(default)]
    subject: Text,
    #[serde(default)]
    project: Text,
    #[serde(default)]
    status: Text,
    #[serde(default)]
    priority: Text,
    #[serde(default)]
    exp_start_date: Text,
    #[serde(default)]
    exp_end_date: Text,
    #[serde(default)]
    progress: Number,
}

fn write_task(transaction: &Transaction<'_>, key: &str, document: &str) -> Result<(), StoreError> {
    let task: Task = read(document)?;
    let open = !matches!(task.status.0.as_str(), "Completed" | "Cancelled" | "Template");
    run!(
        transaction,
        "INSERT INTO task(key, subject, project, status, priority, open, exp_start_date,
           exp_end_date, progress, document) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT(key) DO UPDATE SET subject = excluded.subject, project = excluded.project,
           status = excluded.status, priority = excluded.priority, open = excluded.open,
           exp_start_date = excluded.exp_start_date, exp_end_date = excluded.exp_end_date,
           progress = excluded.progress, document = excluded.document",
        params![
            key,
            task.subject.0,
            task.project.0,
            task.status.0,
            task.priority.0,
            open,
            date_part(&task.exp_start_date.0),
            date_part(&task.exp_end_date.0),
            task.progress.0.normalize().to_string(),
            document
        ]
    )?;
    Ok(())
}

/// ERPNext 15 keeps dates here, later versions a time with them.
fn date_part(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// The fields of a Project (ERPNext `projects/doctype/project`).
#[derive(Deserialize)]
struct Project {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    project_name: Text,
    #[serde(default)]
    status: Text,
    #[serde(default)]
    customer: Text,
    #[serde(default)]
    percent_complete: Number,
    #[serde(default)]
    expected_end_date: Text,
}

fn write_project(
    transaction: &Transaction<'_>,
    key: &str,
    document: &str,
) -> Result<(), StoreError> {
    let project: Project = read(document)?;
    let shown =
        if project.project_name.0.is_empty() { &project.name } else { &project.project_name };
    run!(
        transaction,
        "INSERT INTO project(key, project_name, status, customer, percent_complete,
           expected_end_date, document) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT(key) DO UPDATE SET project_name = excluded.project_name,
           status = excluded.status, customer = excluded.customer,
           percent_complete = excluded.percent_complete,
           expected_end_date = excluded.expected_end_date, document = excluded.document",
        params![
            key,
            shown.0,
            project.status.0,
            customer_key(&project.customer.0),
            project.percent_complete.0.normalize().to_string(),
            date_part(&project.expected_end_date.0),
            document
        ]
    )?;
    Ok(())
}
