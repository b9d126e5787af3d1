//! What the team did, on a supervisor's phone.

mod judge;
mod list;
pub(crate) mod put;
mod query;
mod report;
#[cfg(test)]
mod tests;
mod types;

pub use types::{
    TeamBounds, TeamChoice, TeamCoverage, TeamFilter, TeamOrderRow, TeamPoint, TeamTaskRow,
    TeamVisitRow,
};

/// What Field Visits of the team are kept as.
pub const TEAM_VISIT: &str = "Team Visit";
/// What Sales Orders of the team are kept as.
pub const TEAM_ORDER: &str = "Team Sales Order";
