//! What a technician reports: progress, status, ticks and notes, judged as the server would.

use super::percent;
use crate::AppError;
use crate::session::Session;
use crate::session::company::text;
use crate::session::new_work::work_key;
use crate::views::TaskReport;
use chrono::NaiveDate;
use satchel_domain::calendar::zone::SiteZone;
use satchel_domain::tasks::{
    Dependency, LogEntry, PROGRESS_LOG, Task, TaskStatus, TaskSurroundings, ticked, with_entry,
};
use satchel_store::ProjectRow;
use serde_json::{Map, Value, json};

/// The longest note taken, in characters.
const MAX_NOTE: usize = 1_000;
/// Characters at the end of a uid that tell a line of the log from others.
const ID: usize = 12;

impl Session {
    /// Reports how far a task is, its status, a note: judged as the server's save would be, kept in the
    /// task's log, and sent to the office. A report that says nothing new is none.
    ///
    /// # Errors
    /// [`AppError::Task`] for what the server would refuse (`erpnext/projects/doctype/task/task.py`,
    /// `validate`), [`AppError::Field`] for a note that is too long, [`AppError::NotFound`].
    pub fn report_task(&self, task: &str, report: &TaskReport) -> Result<(), AppError> {
        let note = report.note.trim();
        if note.chars().count() > MAX_NOTE {
            return Err(AppError::Field { field: "note" });
        }
        let (row, document) = self.task_document(task)?;
        let before = Task::from_document(&document)?;
        let saved = self.judged(&before, report, &document)?;
        let mut fields = differences(&before, &saved);
        if fields.is_empty() && note.is_empty() {
            return Ok(());
        }
        let uid = self.new_local_id()?.to_string();
        let moved = saved.progress != before.progress;
        let entry = LogEntry {
            at: self.now().utc,
            by: self.inner.profile.user.clone(),
            from: moved.then(|| percent(before.progress)),
            progress: moved.then(|| percent(saved.progress)),
            status: Some(saved.status).filter(|status| *status != before.status),
            note: note.to_owned(),
            id: uid.get(uid.len().saturating_sub(ID)..).unwrap_or(&uid).to_owned(),
        };
        let log = with_entry(&text(&document, PROGRESS_LOG), &entry);
        fields.insert(PROGRESS_LOG.into(), json!(log));
        self.change_task(&row.key, &Value::Object(fields))
    }

    /// Ticks an item of a task's checklist, counted from 0, or takes the tick away.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where there is no such item or task.
    pub fn tick(&self, task: &str, item: usize, done: bool) -> Result<(), AppError> {
        let (row, document) = self.task_document(task)?;
        let description = ticked(&text(&document, "description"), item, done)
            .ok_or(AppError::NotFound { what: "Task" })?;
        self.change_task(&row.key, &json!({ "description": description }))
    }

    /// Sets the progress of a task, in percent. It counts as changed until the office has it.
    ///
    /// # Errors
    /// As [`Session::report_task`].
    pub fn report_progress(&self, task: &str, percent: u8) -> Result<(), AppError> {
        self.report_task(task, &TaskReport { progress: Some(percent), ..TaskReport::default() })
    }

    /// Finishes a task: all of it is done, today.
    ///
    /// # Errors
    /// As [`Session::report_task`].
    pub fn complete_task(&self, task: &str) -> Result<(), AppError> {
        let status = Some(TaskStatus::Completed);
        self.report_task(task, &TaskReport { status, ..TaskReport::default() })
    }

    /// The task as the server would store it.
    fn judged(
        &self,
        before: &Task,
        report: &TaskReport,
        document: &Value,
    ) -> Result<Task, AppError> {
        let today = self.today_at_both();
        let mut wanted = before.clone();
        if let Some(progress) = report.progress {
            wanted.progress = progress.into();
        }
        if let Some(status) = report.status {
            wanted.status = status;
        }
        match (before.status, wanted.status) {
            (TaskStatus::Completed, TaskStatus::Completed) => {}
            (_, TaskStatus::Completed) => wanted.completed_on = Some(today),
            // Taken up again it is completed on no day.
            (TaskStatus::Completed, _) => wanted.completed_on = None,
            _ => {}
        }
        let depends_on = self.depends_on(document)?;
        let known: Vec<Dependency> = depends_on
            .iter()
            .filter_map(|row| Some(Dependency { task: row.subject.clone(), status: row.status? }))
            .collect();
        let parent =
            before.parent_task.as_deref().map(|name| self.task_called(name)).transpose()?;
        let project = self.project_called(before.project.as_deref().unwrap_or_default())?;
        let around = TaskSurroundings {
            today,
            saved_status: Some(before.status),
            depends_on: &known,
            parent_exp_end_date: parent.flatten().and_then(|parent| parent.exp_end_date),
            project_expected_end_date: project.and_then(|project| project.expected_end_date),
        };
        Ok(wanted.save(&around)?)
    }

    /// Today, for the phone and for the site: where it is another day there, the earlier one.
    fn today_at_both(&self) -> NaiveDate {
        let company = self.company();
        let zone = company.time_zone.as_deref().and_then(|zone| SiteZone::named(zone).ok());
        let now = self.now().utc;
        let there = zone.map_or_else(|| self.today(), |zone| zone.from_utc(now).date());
        self.today().min(there)
    }

    pub(super) fn project_called(&self, project: &str) -> Result<Option<ProjectRow>, AppError> {
        if project.is_empty() {
            return Ok(None);
        }
        let key = work_key(project);
        Ok(self.inner.store.projects()?.into_iter().find(|one| one.key == key))
    }
}

/// The fields a report changes.
fn differences(before: &Task, saved: &Task) -> Map<String, Value> {
    let mut fields = Map::new();
    if saved.status != before.status {
        fields.insert("status".into(), json!(saved.status.name()));
    }
    if saved.progress != before.progress {
        fields.insert("progress".into(), json!(percent(saved.progress)));
    }
    if saved.completed_on != before.completed_on {
        let day = saved.completed_on.map(|day| day.to_string());
        fields.insert("completed_on".into(), json!(day));
    }
    fields
}
