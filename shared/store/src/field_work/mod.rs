//! Calendar, tasks, projects and visits.

mod types;

pub use types::{
    ChangedDocument, ChangingDoctype, CheckIn, CheckOut, EventRow, ProjectRow, TaskQuery, TaskRow,
    VisitRow,
};
