//! A whole profile in one encrypted file, and back on another phone.

use crate::satchel::{OpenError, Satchel};
use crate::session::Session;
use satchel_store::{
    BackupError, BackupSummary, Passphrase, PassphraseTooShort, Pin, PinError, RestoreError,
    RestoreNumbering, Unlocked, next_device_code,
};
use std::path::Path;

/// Why a profile was not backed up or brought back. Nothing is half done then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeepError {
    /// The passphrase is too short.
    #[error(transparent)]
    Passphrase(#[from] PassphraseTooShort),
    /// The new PIN is none.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// The backup could not be made.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The backup could not be brought back.
    #[error(transparent)]
    Restore(#[from] RestoreError),
    /// The phone's folder refused, or what was brought back cannot be used.
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl KeepError {
    /// Translation key of the sentence for the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Passphrase(error) => error.message_id(),
            Self::Pin(error) => error.message_id(),
            Self::Backup(error) => error.message_id(),
            Self::Restore(error) => error.message_id(),
            Self::Open(error) => error.message_id(),
        }
    }
}

impl Satchel {
    /// Writes the open profile into one file under a passphrase. Selling goes on meanwhile.
    ///
    /// Takes a second or more: call it off the screen's thread.
    ///
    /// # Errors
    /// [`KeepError`]; the file is then not there.
    pub fn back_up(
        &self,
        session: &Session,
        file: &Path,
        passphrase: &str,
    ) -> Result<BackupSummary, KeepError> {
        let passphrase = Passphrase::parse(passphrase)?;
        let unlocked = Unlocked {
            store: session.store().clone(),
            card: self.stored_card(&session.profile().id)?,
            salvage: None,
        };
        Ok(self.shelf().back_up(&unlocked, file, &passphrase)?)
    }

    /// What a backup says of itself, to be shown before it is brought back.
    ///
    /// # Errors
    /// [`KeepError`].
    pub fn look_into_backup(
        &self,
        file: &Path,
        passphrase: &str,
    ) -> Result<BackupSummary, KeepError> {
        Ok(self.shelf().look_into_backup(file, &Passphrase::parse(passphrase)?)?)
    }

    /// How a backup brought back here numbers its receipts when nobody says otherwise: under a device
    /// code of its own, so that no number is ever given twice. `None` where no code is left.
    pub fn numbering_elsewhere(summary: &BackupSummary) -> Option<RestoreNumbering> {
        let code = summary.device_code.as_ref()?;
        next_device_code(code).map(RestoreNumbering::NewDeviceCode)
    }

    /// The device code of [`Satchel::numbering_elsewhere`], to be shown before a backup is brought back.
    pub fn device_code_elsewhere(summary: &BackupSummary) -> Option<String> {
        match Self::numbering_elsewhere(summary)? {
            RestoreNumbering::NewDeviceCode(code) => Some(code.to_string()),
            RestoreNumbering::SamePhone { .. } => None,
        }
    }

    /// Brings a backup back as a profile of its own, under a PIN of its own, and opens it.
    ///
    /// Takes a second or more: call it off the screen's thread.
    ///
    /// # Errors
    /// [`KeepError`]; no profile was made then.
    pub fn restore(
        &self,
        file: &Path,
        passphrase: &str,
        pin: &str,
        numbering: &RestoreNumbering,
    ) -> Result<Session, KeepError> {
        let passphrase = Passphrase::parse(passphrase)?;
        let pin = Pin::parse(pin)?;
        let unlocked = self.shelf().restore(file, &passphrase, &pin, numbering)?;
        Ok(self.session(unlocked)?)
    }
}
