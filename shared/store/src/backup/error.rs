//! What backup and restore answer when they cannot.

use age::DecryptError;

use crate::error::StoreError;
use crate::shelf::{ShelfError, UnlockError};

/// Why no backup was made. Nothing is left at the place it should have gone to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The database, the folder or the disk refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BackupError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Store(error) => error.message_id(),
        }
    }
}

impl From<std::io::Error> for BackupError {
    fn from(error: std::io::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Why a backup was not restored. Nothing of it is then on the shelf.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RestoreError {
    /// The file is not one of Satchel's.
    #[error("this file is not a backup")]
    NotABackup,
    /// The file ends too early or was changed.
    #[error("the backup is torn")]
    Torn,
    /// Another passphrase locks it.
    #[error("the passphrase does not open the backup")]
    WrongPassphrase,
    /// Made by a newer app.
    #[error("the backup has format {found}, this app knows {known}")]
    Newer {
        /// The format of the file.
        found: u32,
        /// The newest format this app knows.
        known: u32,
    },
    /// The new device code already gave numbers in this backup.
    #[error("the device code was used before")]
    CodeUsedBefore,
    /// The last number given is of another device, or lower than one in the backup.
    #[error("the last receipt number does not fit the backup")]
    LastReceiptDoesNotFit,
    /// The shelf refused.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// What was restored could not be opened.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
}

impl RestoreError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotABackup => "error-backup-foreign",
            Self::Torn => "error-backup-torn",
            Self::WrongPassphrase => "error-backup-passphrase",
            Self::Newer { .. } => "error-backup-newer",
            Self::CodeUsedBefore => "error-backup-code-used",
            Self::LastReceiptDoesNotFit => "error-backup-last-receipt",
            Self::Shelf(error) => error.message_id(),
            Self::Unlock(error) => error.message_id(),
        }
    }
}

impl From<StoreError> for RestoreError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged => Self::Torn,
            StoreError::Newer { found, known } => Self::Newer { found, known },
            other => Self::Shelf(other.into()),
        }
    }
}

impl From<DecryptError> for RestoreError {
    fn from(error: DecryptError) -> Self {
        match error {
            DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed
            | DecryptError::NoMatchingKeys => Self::WrongPassphrase,
            DecryptError::InvalidMac => Self::Torn,
            DecryptError::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                Self::NotABackup
            }
            DecryptError::Io(error) => StoreError::from(error).into(),
            _ => Self::NotABackup,
        }
    }
}
