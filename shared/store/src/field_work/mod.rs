//! Calendar, tasks, projects and visits.

mod change;
mod columns;
mod list;
#[cfg(test)]
pub(crate) use list::task_sql;
pub(crate) mod put;
mod types;
pub(crate) mod visits;

pub use put::Merge;
pub use types::{
    ChangedDocument, ChangingDoctype, CheckIn, CheckOut, EventRow, ProjectRow, TaskQuery, TaskRow,
    VisitRow,
};

#[cfg(test)]
mod tests;
