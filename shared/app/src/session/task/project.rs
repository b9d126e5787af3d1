//! A project's percentage, with what the office does not have yet.

use super::Session;
use crate::AppError;
use crate::views::ProjectShare;
use satchel_domain::money::flt::RoundingMethod;
use satchel_domain::tasks::{Project, Task, TaskShare, own_percent};
use satchel_store::{ChangingDoctype, TaskQuery};
use serde_json::Value;
use std::collections::HashMap;

impl Session {
    /// The project of a task as its screen shows it: by the phone's own figure while there are changes
    /// the office does not have, and by the office's once it has them.
    pub(super) fn project_share(&self, project: &str) -> Result<Option<ProjectShare>, AppError> {
        let Some(row) = self.project_called(project)? else { return Ok(None) };
        let document: Value = serde_json::from_str(&row.document).unwrap_or_default();
        let own = match Project::from_document(&document) {
            Ok(read) => self.own_figure(project, &read)?,
            Err(_) => None,
        };
        Ok(Some(ProjectShare {
            project_name: row.project_name,
            percent: own.unwrap_or(row.percent_complete),
            own: own.is_some(),
        }))
    }

    fn own_figure(
        &self,
        project: &str,
        read: &Project,
    ) -> Result<Option<rust_decimal::Decimal>, AppError> {
        let query = TaskQuery { project: Some(project.to_owned()), ..TaskQuery::default() };
        let tasks = self.inner.store.tasks(&query)?;
        if !tasks.iter().any(|task| task.changed_here || task.key.starts_with("local:")) {
            return Ok(None);
        }
        let changed = self.inner.store.changed_documents()?;
        let mirrors: HashMap<String, String> = changed
            .into_iter()
            .filter(|document| document.doctype == ChangingDoctype::Task)
            .map(|document| (document.key, document.mirror))
            .collect();
        let there: Vec<TaskShare> = tasks
            .iter()
            .filter(|task| !task.key.starts_with("local:"))
            .filter_map(|task| share(mirrors.get(&task.key).unwrap_or(&task.document)))
            .collect();
        let here: Vec<TaskShare> = tasks.iter().filter_map(|task| share(&task.document)).collect();
        Ok(own_percent(read, &there, &here, self.rounding_method()?))
    }

    /// How the site rounds (`rounding_method` of System Settings).
    fn rounding_method(&self) -> Result<RoundingMethod, AppError> {
        let system = self.inner.store.documents("System Settings")?;
        let system: Value =
            system.first().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        Ok(RoundingMethod::named(&crate::session::company::text(&system, "rounding_method")))
    }
}

fn share(document: &str) -> Option<TaskShare> {
    let document: Value = serde_json::from_str(document).ok()?;
    Task::from_document(&document).ok().map(|task| task.share())
}
