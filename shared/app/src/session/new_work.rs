//! Tasks and hours a rep enters on the phone.

use super::Session;
use crate::AppError;
use crate::views::{NewTask, NewTime};
use chrono::{NaiveDateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use satchel_domain::ids::LocalId;
use satchel_store::{ChangingDoctype, NewWork};
use serde_json::{Map, Value, json};

/// The longest text of a Data field in ERPNext.
const DATA: usize = 140;
/// The longest description taken, in characters.
const TEXT: usize = 5_000;
/// Minutes of a day, the longest entry of a Timesheet.
const DAY: u32 = 24 * 60;

impl Session {
    /// Enters a Task; its key. It shows at once and goes to the office.
    ///
    /// # Errors
    /// [`AppError::Field`] names what is missing or too long.
    pub fn create_task(&self, new: &NewTask) -> Result<String, AppError> {
        let mut task = Map::new();
        task.insert("subject".into(), json!(needed("subject", &new.subject)?));
        task.insert("status".into(), json!("Open"));
        set(&mut task, "project", &new.project)?;
        set(&mut task, "priority", &new.priority)?;
        if let Some(due) = new.due {
            task.insert("exp_end_date".into(), json!(due.to_string()));
        }
        describe(&mut task, &new.description)?;
        self.belong_to_visit(&mut task)?;
        self.create_work(|uid, document, at| NewWork::Task { uid, document, at }, task)
    }

    /// Enters work done, as a Timesheet with one entry. On a task made here it goes after that.
    ///
    /// # Errors
    /// [`AppError::Field`] names what is missing or wrong.
    pub fn log_time(&self, new: &NewTime) -> Result<(), AppError> {
        self.log_time_as(self.new_local_id()?, new)
    }

    /// The same under a uid of its own: twice with one is once.
    pub(super) fn log_time_as(&self, uid: LocalId, new: &NewTime) -> Result<(), AppError> {
        let from = new.from.ok_or(AppError::Field { field: "from_time" })?;
        if !(1..=DAY).contains(&new.minutes) {
            return Err(AppError::Field { field: "hours" });
        }
        let until = from
            .checked_add_signed(TimeDelta::minutes(new.minutes.into()))
            .ok_or(AppError::Field { field: "from_time" })?;
        let hours = (Decimal::from(new.minutes) / Decimal::from(60)).round_dp(6).normalize();
        let mut entry = Map::new();
        entry.insert("from_time".into(), json!(self.at_site(from)));
        entry.insert("to_time".into(), json!(self.at_site(until)));
        entry.insert("hours".into(), serde_json::from_str(&hours.to_string()).unwrap_or_default());
        set(&mut entry, "activity_type", &new.activity_type)?;
        if !new.task.is_empty() {
            let row = self.task_called(&new.task)?;
            let key = row.as_ref().map_or(new.task.as_str(), |row| row.key.as_str());
            set(&mut entry, "task", key.trim_start_matches("server:"))?;
            set(&mut entry, "project", row.as_ref().map_or("", |row| row.project.as_str()))?;
        }
        describe(&mut entry, &new.note)?;
        let mut sheet = Map::new();
        sheet.insert("company".into(), json!(self.company().company));
        sheet.insert("time_logs".into(), json!([entry]));
        if !new.note.trim().is_empty() {
            sheet.insert("note".into(), json!(new.note.trim()));
        }
        self.belong_to_visit(&mut sheet)?;
        let sheet = Value::Object(sheet).to_string();
        let new = NewWork::Timesheet { uid, document: sheet, at: self.now().utc };
        self.inner.store.create_work(new).wait()?;
        Ok(())
    }

    pub(super) fn change_task(&self, task: &str, fields: &Value) -> Result<(), AppError> {
        let (doctype, at) = (ChangingDoctype::Task, self.now().utc);
        let change =
            self.inner.store.change_document(doctype, &work_key(task), fields.to_string(), at);
        Ok(change.wait()?)
    }

    /// What is made during a visit names it, by its uid.
    fn belong_to_visit(&self, document: &mut Map<String, Value>) -> Result<(), AppError> {
        let visit = self.visit_going_on()?;
        if !visit.is_empty() {
            document.insert("satchel_visit".into(), json!(visit));
        }
        Ok(())
    }

    pub(super) fn create_work(
        &self,
        kind: fn(LocalId, String, chrono::DateTime<Utc>) -> NewWork,
        document: Map<String, Value>,
    ) -> Result<String, AppError> {
        let uid = self.new_local_id()?;
        let new = kind(uid, Value::Object(document).to_string(), self.now().utc);
        Ok(self.inner.store.create_work(new).wait()?)
    }

    /// A time as the phone shows it, in the site's zone.
    fn at_site(&self, on_phone: NaiveDateTime) -> String {
        self.zones().at_site(on_phone).format("%Y-%m-%d %H:%M:%S").to_string()
    }
}

/// The key of a task as screens hand it on: of the office's ones the name alone may be given.
pub(super) fn work_key(task: &str) -> String {
    match task.starts_with("server:") || task.starts_with("local:") {
        true => task.to_owned(),
        false => format!("server:{task}"),
    }
}

pub(super) fn needed<'a>(field: &'static str, typed: &'a str) -> Result<&'a str, AppError> {
    let typed = typed.trim();
    match typed.is_empty() || typed.chars().count() > DATA {
        true => Err(AppError::Field { field }),
        false => Ok(typed),
    }
}

pub(super) fn set(
    document: &mut Map<String, Value>,
    field: &'static str,
    typed: &str,
) -> Result<(), AppError> {
    if !typed.trim().is_empty() {
        document.insert(field.into(), json!(needed(field, typed)?));
    }
    Ok(())
}

/// `description` is HTML at the site; what a rep types is text.
pub(super) fn describe(document: &mut Map<String, Value>, typed: &str) -> Result<(), AppError> {
    let typed = typed.trim();
    if typed.chars().count() > TEXT {
        return Err(AppError::Field { field: "description" });
    }
    if !typed.is_empty() {
        let text = typed.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        document.insert("description".into(), json!(text.replace('\n', "<br>")));
    }
    Ok(())
}
