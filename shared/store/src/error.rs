//! What the store answers when it cannot.

use rusqlite::ErrorCode;

/// Why the store could not do what it was asked. Whatever it is, nothing saved before is touched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No room left on the phone.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or the file does not take writes.
    #[error("the folder is read-only")]
    ReadOnly,
    /// The file is torn; opening the profile again sets it aside and salvages what is unsent.
    #[error("the database is damaged")]
    Damaged,
    /// Another process holds the file.
    #[error("the database is in use elsewhere")]
    InUse,
    /// Written by a newer app.
    #[error("the database has schema {found}, this app knows {known}")]
    Newer {
        /// The schema of the file.
        found: u32,
        /// The newest schema this app knows.
        known: u32,
    },
    /// No such row.
    #[error("there is no such {what}")]
    NotFound {
        /// What was looked for, in a word.
        what: &'static str,
    },
    /// The order is in a state that does not allow it.
    #[error("an order that is {state} cannot do that")]
    NotAllowed {
        /// The state it is in.
        state: &'static str,
    },
    /// The profile has no device code yet, so no receipt number can be given.
    #[error("the phone has no device code")]
    NoDeviceCode,
    /// A text that had to be JSON, a decimal or a key is not.
    #[error("`{field}` cannot be read")]
    BadInput {
        /// The field, by its name in the code.
        field: &'static str,
    },
    /// The store was closed while this waited.
    #[error("the store is closed")]
    Closed,
    /// The file system refused.
    #[error("the file system refused: {0}")]
    Io(#[source] std::io::Error),
    /// SQLite refused for another reason. The text is for developers and holds no rep's data.
    #[error("the database refused")]
    Database(#[source] rusqlite::Error),
    /// Work on the store broke down; the transaction was rolled back.
    #[error("the work was abandoned and rolled back")]
    Abandoned,
}

impl StoreError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::DiskFull => "error-store-disk-full",
            Self::ReadOnly => "error-store-read-only",
            Self::Damaged => "error-store-damaged",
            Self::InUse => "error-store-in-use",
            Self::Newer { .. } => "error-store-newer",
            Self::NotFound { .. } => "error-store-not-found",
            Self::NotAllowed { .. } => "error-store-not-allowed",
            Self::NoDeviceCode => "error-store-no-device-code",
            Self::BadInput { .. } => "error-store-bad-input",
            Self::Closed => "error-store-closed",
            Self::Io(_) | Self::Database(_) | Self::Abandoned => "error-store-failed",
        }
    }

    pub(crate) fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            _ => Self::Database(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

pub(crate) fn bad(field: &'static str) -> StoreError {
    StoreError::BadInput { field }
}
