//! The sync of a session, with a practice site at the other end of the line.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it does not expect"
)]

mod alone;
mod back;
mod brought;
mod by_itself;
mod calendar;
mod chained;
mod decided;
mod entered;
mod logo;
mod mended;
mod once;
mod refused;
mod snapshot;
mod stuck;
mod support;
mod team;
mod team_pictures;
mod technicians;
mod templates;
mod track;
