//! Tasks and Projects: what a save changes and what it refuses.
//!
//! Source: `erpnext/projects/doctype/task/task.py` (`Task.validate`) and
//! `erpnext/projects/doctype/project/project.py` (`Project.update_percent_complete`); judged by the
//! recorded `task-progress` vectors.

mod document;
mod project;
mod refusal;
mod task;

pub use project::{PercentCompleteMethod, Project, ProjectStatus, TaskShare};
pub use refusal::{DateField, TaskRefusal};
pub use task::{Dependency, Task, TaskStatus, TaskSurroundings};
