//! Calendar, tasks, projects and visits.

mod called;
pub(crate) mod chain;
pub(crate) mod change;
mod columns;
mod conflicts;
mod create;
pub(crate) mod delete;
mod list;
#[cfg(test)]
pub(crate) use list::task_sql;
pub(crate) mod mended;
pub(crate) mod put;
mod track;
mod types;
pub(crate) mod visits;

pub use track::TrackRow;
pub use types::{
    ChangedDocument, ChangingDoctype, CheckIn, CheckOut, Conflict, Decision, Deletion, EventRow,
    NewWork, ProjectRow, SealedVisit, TaskQuery, TaskRow, VisitRow,
};

#[cfg(test)]
mod delete_tests;
#[cfg(test)]
mod tests;
