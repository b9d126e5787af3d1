//! The masters in one download, for a phone that has none: made once by the office for a group of
//! reps, signed, in pieces named after their content, on the site or on any static host.
//!
//! [`pack`] makes the pieces and the manifest of a file of masters; [`fetch()`] brings them to a phone,
//! goes on where a broken download stopped, and takes them in as one. The usual pull then brings what
//! changed since.

mod error;
mod fetch;
mod manifest;
mod pack;
mod progress;
mod unpack;

pub use error::SnapshotError;
pub use fetch::{Fetched, fetch};
pub use manifest::{Manifest, Piece, SigningKey};
pub use pack::{MANIFEST_NAME, Packed, pack};
pub use progress::FetchProgress;
pub use unpack::{Damage, Unpacked, unpack};

/// Bytes of the file of masters in one piece. Pieces that did not change keep their name.
pub const PIECE: usize = 4 << 20;
