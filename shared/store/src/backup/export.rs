//! Making a backup.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use rusqlite::{Connection, Row};

use super::container::{self, Header};
use super::{BackupError, BackupSummary, Passphrase};
use crate::disk;
use crate::error::StoreError;
use crate::file::{journal, migrate, open};
use crate::settings;
use crate::shelf::{ProfileCard, Shelf, Unlocked};
use crate::sql::{first, get};
use crate::store::Store;

impl Shelf {
    /// Writes the whole profile into one file under a passphrase. The file appears complete or not at
    /// all. Saving goes on meanwhile; what is placed after this began may not be in it.
    ///
    /// Takes about a second a hundred megabytes; keep it off the screen's thread.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn back_up(
        &self,
        profile: &Unlocked,
        file: &Path,
        passphrase: &Passphrase,
    ) -> Result<BackupSummary, BackupError> {
        // Encrypted with the file's own key, so nothing plain ever touches the disk.
        let copy = profile.store.path().with_extension("backup");
        let part = file.with_extension("part");
        let made = self.write(profile, &copy, &part, passphrase).and_then(|summary| {
            fs::rename(&part, file)?;
            disk::sync_folder_of(file)?;
            Ok(summary)
        });
        for leftover in [&copy, &part] {
            // Renamed away, or worth nothing.
            let _ = fs::remove_file(leftover);
        }
        made
    }

    fn write(
        &self,
        profile: &Unlocked,
        copy: &Path,
        part: &Path,
        passphrase: &Passphrase,
    ) -> Result<BackupSummary, BackupError> {
        let store = &profile.store;
        snapshot(store, copy)?;
        // Read after the snapshot, so it has everything the snapshot has.
        let journal = fs::read(journal::path_for(store.path()))?;
        let taken = open::open_reader(copy, store.key(), open::SMALL_CACHE_KIB)?;
        let summary = summary(&taken, &profile.card, self.now())?;
        drop(taken);
        let database = File::open(copy)?;
        let length = database.metadata()?.len();
        let header = Header::new(summary.clone(), store.key(), length, journal.len() as u64);
        let out = BufWriter::new(disk::private().create(true).truncate(true).open(part)?);
        let parts = database.chain(journal.as_slice());
        let mut out = container::write(out, passphrase, &header, parts)?;
        out.flush()?;
        out.get_ref().sync_all()?;
        Ok(summary)
    }
}

/// A consistent copy of the database, on a connection of its own: neither the writer nor the readers
/// wait for it.
fn snapshot(store: &Store, copy: &Path) -> Result<(), StoreError> {
    match fs::remove_file(copy) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let connection = open::open_writer(store.path(), store.key())?;
    connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    Ok(())
}

fn summary(
    taken: &Connection,
    card: &ProfileCard,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<BackupSummary, StoreError> {
    let device_code = match settings::device_code(taken) {
        Ok(code) => Some(code),
        Err(StoreError::NoDeviceCode) => None,
        Err(error) => return Err(error),
    };
    let last_receipt = match &device_code {
        Some(code) => settings::last_receipt(taken, code)?,
        None => None,
    };
    let unsent: Option<u32> = first!(
        taken,
        "SELECT count(*) AS unsent FROM outbox
         WHERE state IN ('waiting', 'sending', 'unknown', 'parked')",
        [],
        |row: &Row<'_>| get(row, "unsent")
    )?;
    Ok(BackupSummary {
        label: card.label.clone(),
        company: card.company.clone(),
        user: card.user.clone(),
        avatar: card.avatar.clone(),
        made_at: now,
        device_code,
        last_receipt,
        unsent_documents: unsent.unwrap_or(0),
        schema: migrate::version(taken)?,
    })
}
