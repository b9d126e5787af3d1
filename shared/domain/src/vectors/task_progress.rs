//! The `task-progress` vectors: a Project, its Tasks and a row of saves.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Number, Value, json};

use super::{Refusal, rows, text};
use crate::money::flt::RoundingMethod;
use crate::tasks::{Dependency, Project, Task, TaskRefusal, TaskStatus, TaskSurroundings};

/// Answers a case `{project, tasks, update}` with the state after the last save.
///
/// `today` is the day the saves happen on.
///
/// # Errors
///
/// The first save that is refused; a task's name is written `<key>`.
pub fn result_of(case: &Value, today: NaiveDate) -> Result<Value, Refusal> {
    let mut site = Site { today, ..Site::default() };
    if let Some(document) = case.get("project").filter(|project| project.is_object()) {
        site.save_project(document.clone())?;
    }
    for document in rows(case, "tasks") {
        site.order.push(text(document, "key").to_owned());
        site.save_task(text(document, "key"), document.clone())?;
    }
    for update in rows(case, "update") {
        let target = text(update, "target");
        let changes = update.get("set").and_then(Value::as_object).cloned().unwrap_or_default();
        match (target, site.tasks.get(target), site.project.as_ref()) {
            ("project", _, Some(saved)) => site.save_project(changed(&saved.document, changes))?,
            (_, Some(saved), _) => site.save_task(target, changed(&saved.document, changes))?,
            _ => {
                let message = format!("{target} not found");
                return Err(Refusal { exc_type: "DoesNotExistError".to_owned(), message });
            }
        }
    }
    Ok(json!({"project": site.project_json(), "tasks": site.tasks_json()}))
}

fn changed(document: &Value, changes: Map<String, Value>) -> Value {
    let mut document = document.as_object().cloned().unwrap_or_default();
    document.extend(changes);
    Value::Object(document)
}

struct Saved<T> {
    document: Value,
    state: T,
}

/// What the recording server holds while a case runs.
#[derive(Default)]
struct Site {
    today: NaiveDate,
    project: Option<Saved<Project>>,
    tasks: BTreeMap<String, Saved<Task>>,
    order: Vec<String>,
}

impl Site {
    fn save_project(&mut self, document: Value) -> Result<(), Refusal> {
        let project = Project::from_document(&document).and_then(|project| {
            let shares: Vec<_> = self.tasks.values().map(|saved| saved.state.share()).collect();
            project.save(&shares, RoundingMethod::Bankers)
        });
        self.keep_project(document, project.map_err(|refusal| self.refusal(&refusal, "", ""))?);
        Ok(())
    }

    fn keep_project(&mut self, document: Value, state: Project) {
        let stored = Map::from_iter([
            ("status".to_owned(), json!(state.status.name())),
            ("percent_complete".to_owned(), number(state.percent_complete)),
            ("percent_complete_method".to_owned(), json!(state.percent_complete_method.name())),
        ]);
        self.project = Some(Saved { document: changed(&document, stored), state });
    }

    fn save_task(&mut self, key: &str, document: Value) -> Result<(), Refusal> {
        let depends_on = self.depends_on(key, &document);
        let parent = self.tasks.get(text(&document, "parent")).map(|saved| &saved.state);
        let around = TaskSurroundings {
            today: self.today,
            saved_status: self.tasks.get(key).map(|saved| saved.state.status),
            depends_on: &depends_on,
            parent_exp_end_date: parent.and_then(|parent| parent.exp_end_date),
            project_expected_end_date: self
                .project
                .as_ref()
                .and_then(|project| project.state.expected_end_date),
        };
        let state = Task::from_document(&document)
            .and_then(|task| task.save(&around))
            .map_err(|refusal| self.refusal(&refusal, key, text(&document, "subject")))?;
        let stored = Map::from_iter([("progress".to_owned(), number(state.progress))]);
        let document = changed(&document, stored);
        self.tasks.insert(key.to_owned(), Saved { document, state });
        if let Some(Saved { document, mut state }) = self.project.take() {
            let shares: Vec<_> = self.tasks.values().map(|saved| saved.state.share()).collect();
            state.update_percent_complete(&shares, RoundingMethod::Bankers);
            self.keep_project(document, state);
        }
        Ok(())
    }

    /// The tasks named in the document, then the children saved before.
    fn depends_on(&self, key: &str, document: &Value) -> Vec<Dependency> {
        let named = rows(document, "depends_on").iter().filter_map(Value::as_str);
        let children = self
            .order
            .iter()
            .filter(|child| {
                self.tasks.get(*child).is_some_and(|saved| text(&saved.document, "parent") == key)
            })
            .map(String::as_str);
        named
            .chain(children)
            .filter_map(|task| {
                let status = self.tasks.get(task)?.state.status;
                Some(Dependency { task: task.to_owned(), status })
            })
            .collect()
    }

    fn project_json(&self) -> Value {
        self.project.as_ref().map_or(Value::Null, |Saved { state, .. }| {
            json!({
                "status": state.status.name(),
                "percent_complete": number(state.percent_complete),
                "percent_complete_method": state.percent_complete_method.name(),
            })
        })
    }

    fn tasks_json(&self) -> Value {
        let task = |key: &String| {
            let state = &self.tasks.get(key)?.state;
            Some(json!({
                "key": key,
                "status": state.status.name(),
                "progress": number(state.progress),
                "completed_on": state.completed_on,
                "exp_start_date": state.exp_start_date,
                "exp_end_date": state.exp_end_date,
            }))
        };
        self.order.iter().filter_map(task).collect()
    }

    fn refusal(&self, refusal: &TaskRefusal, key: &str, subject: &str) -> Refusal {
        let exc_type = match refusal {
            TaskRefusal::EndBeforeStart { .. }
            | TaskRefusal::EndAfterParent { .. }
            | TaskRefusal::AfterProject { .. } => "InvalidDates",
            _ => "ValidationError",
        };
        let project = self.project.as_ref().map_or("", |saved| saved.state.project_name.as_str());
        Refusal { exc_type: exc_type.to_owned(), message: sentence(refusal, key, subject, project) }
    }
}

/// The server's sentence. Dates stand in the format of the recorded sites, month first.
fn sentence(refusal: &TaskRefusal, key: &str, subject: &str, project: &str) -> String {
    match refusal {
        TaskRefusal::UnknownStatus(status) => {
            let options = TaskStatus::ALL.map(TaskStatus::name).join("\", \"");
            format!("Status cannot be \"{status}\". It should be one of \"{options}\"")
        }
        TaskRefusal::EndBeforeStart { start, end } => {
            format!("{} must be after {}", end.label(), start.label())
        }
        TaskRefusal::EndAfterParent { parent_end } => format!(
            "Expected End Date should be less than or equal to parent task's Expected End Date {}.",
            parent_end.format("%m-%d-%Y")
        ),
        TaskRefusal::AfterProject { field, .. } => format!(
            "Task {subject}'s {} cannot be after Project {project}'s Expected End Date.",
            field.label()
        ),
        TaskRefusal::ProgressOver100 => "Progress % for a task cannot be more than 100.".to_owned(),
        TaskRefusal::DependencyOpen { dependency } => format!(
            "Cannot complete task <{key}> as its dependant task <{dependency}> are not completed / cancelled."
        ),
        TaskRefusal::CompletedOnAhead => "Completed On cannot be greater than Today".to_owned(),
    }
}

fn number(value: Decimal) -> Value {
    value.normalize().to_string().parse::<Number>().map_or(Value::Null, Value::Number)
}
