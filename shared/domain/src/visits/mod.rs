//! Visits as a record one can rely on: each check-in and check-out is a link of a chain, and what looks
//! wrong about a day of visits is told in words.

mod chain;
pub mod export;
mod flags;
mod record;
mod team;
mod track;

pub use chain::{Break, Evidence, Link, Moment, check_chain, seal};
pub use flags::{Flag, Seen, flags};
pub use record::{Recorded, Told, better_fields, check_visits, fields, recorded};
pub use team::{SalesPerson, team_of};
pub use track::{TrackPoint, read_track, thin, track_text};
