//! What the team did, on a supervisor's phone.

pub(crate) mod files;
mod judge;
mod list;
pub(crate) mod put;
mod query;
mod report;
#[cfg(test)]
mod tests;
mod types;

pub use files::TEAM_PICTURES;
pub use types::{
    TeamBounds, TeamChoice, TeamCoverage, TeamFileRow, TeamFilter, TeamOrderRow, TeamPoint,
    TeamTaskRow, TeamVisitRow,
};

/// What Field Visits of the team are kept as.
pub const TEAM_VISIT: &str = "Team Visit";
/// What Sales Orders of the team are kept as.
pub const TEAM_ORDER: &str = "Team Sales Order";
/// What Files of the team's visits are kept as.
pub const TEAM_FILE: &str = "Team File";
