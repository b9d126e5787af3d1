//! Bringing a rep's documents out of a damaged database.
//!
//! The damaged file is set aside, never deleted. What can be read of it is copied row by row into a
//! fresh file; what cannot comes from the journal. A marker tells where the work stands, so that a
//! power cut in the middle only means it goes on at the next opening.

mod aside;
mod copy;
mod damaged;
mod mend;

use std::fs;
use std::path::{Path, PathBuf};

use super::journal;
use super::key::FileKey;
use super::{damage, migrate, open};
use crate::disk;
use crate::error::StoreError;
use crate::store::Store;
use chrono::{DateTime, Utc};

/// What was saved from a damaged database, for the rep to be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SalvageReport {
    /// Where the damaged file lies now.
    pub set_aside: PathBuf,
    /// Orders that were not sent yet and are safe.
    pub unsent_orders: u32,
    /// Of those, orders that came from the journal because the file had lost them.
    pub orders_from_journal: u32,
    /// Other documents (customers, visits) that were not sent yet and are safe.
    pub other_unsent_documents: u32,
    /// Orders whose row was found but whose content is lost: they need a hand.
    pub incomplete_orders: u32,
    /// Drafts that are safe.
    pub drafts: u32,
    /// Items that could be read. Missing ones come back with the next pull.
    pub items: u32,
    /// Tables that could not be read to the end, by name.
    pub torn_tables: Vec<String>,
    /// Frames of the journal that could not be read.
    pub lost_journal_frames: u32,
    /// Whether the next receipt number is certain. If not, the phone has no device code until it is
    /// given a new one: a number is never given twice.
    pub numbering_certain: bool,
}

/// Opens the store, salvaging it first where it is damaged.
///
/// # Errors
/// [`StoreError`], never [`StoreError::Damaged`] for the file as it was found.
pub(crate) fn open_or_salvage(
    path: &Path,
    key: &FileKey,
    now: DateTime<Utc>,
) -> Result<(Store, Option<SalvageReport>), StoreError> {
    if !aside::is_under_way(path) {
        match Store::open(path, key) {
            Err(StoreError::Damaged) => aside::begin(path, now)?,
            opened => return Ok((opened?, None)),
        }
    }
    let report = salvage(path, key)?;
    Ok((Store::open(path, key)?, Some(report)))
}

fn salvage(path: &Path, key: &FileKey) -> Result<SalvageReport, StoreError> {
    let aside = aside::set_aside(path)?;
    let fresh = path.with_extension("fresh");
    remove_database(&fresh)?;
    let mut report = SalvageReport { set_aside: aside.clone(), ..SalvageReport::default() };
    let mut connection = open::open_writer(&fresh, key)?;
    migrate::migrate(&mut connection)?;
    connection.execute_batch("PRAGMA foreign_keys = OFF;")?;
    match damaged::Damaged::open(&aside, key) {
        Ok(mut old) => copy::tables(&mut old, &mut connection, &mut report.torn_tables)?,
        Err(_) => report.torn_tables.push("sqlite_schema".to_owned()),
    }
    let journal = journal::read(&journal::path_for(path), &key.journal)?;
    report.lost_journal_frames = u32::try_from(journal.lost).unwrap_or(u32::MAX);
    mend::documents(&mut connection, &journal.records, &mut report)?;
    // Closing folds the log into the file, so that one rename moves everything.
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    connection.close().map_err(|(_, error)| error)?;
    fs::File::open(&fresh)?.sync_all()?;
    fs::rename(&fresh, path)?;
    disk::sync_folder_of(path)?;
    damage::clear(path);
    aside::finish(path)?;
    Ok(report)
}

fn remove_database(path: &Path) -> Result<(), StoreError> {
    for file in [path.to_owned(), damage::wal(path), aside::shm(path)] {
        match fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
