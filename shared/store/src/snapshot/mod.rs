//! The masters of a phone as one file, for phones that have none yet: documents as the server sent them,
//! field by field ([`columns`], [`read`]). What queries need beside them is derived again, as a pull does it.
//!
//! No settings, no orders, no visits, nothing a rep wrote.

mod columns;
mod export;
mod import;
mod read;
#[cfg(test)]
mod tests;

pub use export::SnapshotContents;
pub(crate) use read::Block;

/// Doctypes of which a phone may have made some of its own.
const AS_DOCUMENTS: [&str; 3] = ["Customer", "Address", "Contact"];

/// Stands in place of a doctype before what the pull remembers. No doctype is called so.
const STATE: &str = "#state";
