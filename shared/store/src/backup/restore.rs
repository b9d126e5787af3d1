//! Bringing a backup back.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use satchel_domain::ids::DeviceCode;

use super::container::{self, Header};
use super::{BackupSummary, Passphrase, RestoreError, RestoreNumbering};
use crate::disk;
use crate::error::StoreError;
use crate::file::journal;
use crate::settings;
use crate::shelf::{DATABASE, Pin, ProfileCard, Shelf, ShelfError, Unlocked};
use crate::store::Store;

impl Shelf {
    /// What a backup says of itself, for the user to see before it is restored.
    ///
    /// # Errors
    /// [`RestoreError`].
    pub fn look_into_backup(
        &self,
        file: &Path,
        passphrase: &Passphrase,
    ) -> Result<BackupSummary, RestoreError> {
        Ok(container::read(opened(file)?, passphrase)?.0.summary)
    }

    /// Puts the profile in a backup on this shelf, as a profile of its own under a PIN of its own.
    /// What was unsent in it is sent from here; should the old phone send it too, the site keeps one.
    ///
    /// # Errors
    /// [`RestoreError`]; nothing of it is then on the shelf.
    pub fn restore(
        &self,
        file: &Path,
        passphrase: &Passphrase,
        pin: &Pin,
        numbering: &RestoreNumbering,
    ) -> Result<Unlocked, RestoreError> {
        let (header, mut stream) = container::read(opened(file)?, passphrase)?;
        let key = header.key().ok_or(RestoreError::Torn)?;
        let card = ProfileCard {
            id: self.new_profile_id()?,
            label: header.summary.label.clone(),
            company: header.summary.company.clone(),
            user: header.summary.user.clone(),
            avatar: header.summary.avatar.clone(),
            created_at: self.now(),
            by_presence: false,
        };
        let folder = self.place_profile(&card, &key, pin, |folder| {
            unpack(&mut stream, &header, folder)?;
            let store = Store::open(&folder.join(DATABASE), &key)?;
            check_whole(&store)?;
            store.doubt_prints().wait()?;
            number(&store, numbering)
        })?;
        let store = Store::open(&folder.join(DATABASE), &key)?;
        Ok(Unlocked { store, card, salvage: None })
    }
}

fn opened(file: &Path) -> Result<BufReader<File>, RestoreError> {
    Ok(BufReader::new(File::open(file).map_err(StoreError::from)?))
}

/// Writes database and journal into the new profile's folder. The stream must end where the header
/// says, to the byte.
fn unpack(stream: &mut impl Read, header: &Header, folder: &Path) -> Result<(), RestoreError> {
    let database = folder.join(DATABASE);
    let parts = [
        (database.clone(), header.database_bytes),
        (journal::path_for(&database), header.journal_bytes),
    ];
    for (path, length) in parts {
        let mut file =
            disk::private().create(true).truncate(true).open(path).map_err(StoreError::from)?;
        let copied = io::copy(&mut stream.take(length), &mut file).map_err(container::torn)?;
        if copied != length {
            return Err(RestoreError::Torn);
        }
        file.sync_all().map_err(StoreError::from)?;
    }
    match stream.read(&mut [0]) {
        Ok(0) => Ok(()),
        Ok(_) => Err(RestoreError::Torn),
        Err(error) => Err(container::torn(error)),
    }
}

/// The stream is authentic, so this guards against a backup made of a file that was damaged already.
fn check_whole(store: &Store) -> Result<(), StoreError> {
    store.read(|connection| {
        let verdict: String =
            connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
    })
}

/// See [`RestoreNumbering`].
fn number(store: &Store, numbering: &RestoreNumbering) -> Result<(), RestoreError> {
    match numbering {
        RestoreNumbering::NewDeviceCode(code) => {
            if store.read(|connection| settings::was_used(connection, code))? {
                return Err(RestoreError::CodeUsedBefore);
            }
            Ok(store.use_device_code(code).wait()?)
        }
        RestoreNumbering::SamePhone { last_receipt } => {
            let device: Option<DeviceCode> = store.device_code()?;
            let known = store.read(|c| settings::last_receipt(c, last_receipt.device()))?;
            let higher = known.is_none_or(|known| known.number() <= last_receipt.number());
            if device.as_ref() != Some(last_receipt.device()) || !higher {
                return Err(RestoreError::LastReceiptDoesNotFit);
            }
            Ok(store.continue_after(last_receipt).wait()?)
        }
    }
}

impl From<io::Error> for RestoreError {
    fn from(error: io::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<satchel_devices::key_store::KeyStoreError> for RestoreError {
    fn from(error: satchel_devices::key_store::KeyStoreError) -> Self {
        ShelfError::from(error).into()
    }
}
