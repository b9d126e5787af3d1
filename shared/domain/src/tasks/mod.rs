//! Tasks and Projects: what a save changes and what it refuses.
//!
//! Source: `erpnext/projects/doctype/task/task.py` (`Task.validate`) and
//! `erpnext/projects/doctype/project/project.py` (`Project.update_percent_complete`); judged by the
//! recorded `task-progress` vectors.

mod checklist;
mod document;
mod figure;
mod merging;
mod progress_log;
mod project;
mod refusal;
mod task;
mod timer;

pub use checklist::{CheckItem, besides_checklist, checklist, ticked};
pub use figure::own_percent;
pub use merging::{merge_task, over_server};
pub use progress_log::{LogEntry, PROGRESS_LOG, history, with_entry};
pub use project::{PercentCompleteMethod, Project, ProjectStatus, TaskShare};
pub use refusal::{DateField, TaskRefusal};
pub use task::{Dependency, Task, TaskStatus, TaskSurroundings};
pub use timer::{FORGOTTEN_MS, Moment, Timer};
