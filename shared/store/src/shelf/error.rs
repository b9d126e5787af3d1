//! What the shelf answers when it cannot.

use std::time::Duration;

use satchel_devices::key_store::KeyStoreError;

use crate::error::StoreError;

/// Why a profile could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ShelfError {
    /// The database or the folder refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The platform's key store refused.
    #[error(transparent)]
    KeyStore(#[from] KeyStoreError),
    /// The folder of the profiles cannot be made or read.
    #[error("the folder of the profiles cannot be used: {0}")]
    Folder(#[source] std::io::Error),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    NoRandomness,
    /// The key could not be derived from the PIN, most likely for want of memory.
    #[error("the key could not be derived")]
    KeyDerivation,
}

impl ShelfError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Store(error) => error.message_id(),
            Self::KeyStore(error) => error.message_id(),
            Self::Folder(_) => "error-profiles-folder",
            Self::NoRandomness => "error-no-randomness",
            Self::KeyDerivation => "error-key-derivation",
        }
    }
}

impl From<std::io::Error> for ShelfError {
    fn from(error: std::io::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Why a profile was not unlocked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UnlockError {
    /// The PIN is wrong.
    #[error("wrong PIN, {failed} in a row; next try in {wait:?}")]
    WrongPin {
        /// Wrong PINs in a row, this one included.
        failed: u32,
        /// How long until the next try is taken; zero for the first ones.
        wait: Duration,
    },
    /// Too early after a wrong PIN; this one was not looked at.
    #[error("no PIN is taken for {wait:?}")]
    Wait {
        /// How long until the next try is taken.
        wait: Duration,
    },
    /// There is no such profile on this phone.
    #[error("there is no such profile")]
    NoSuchProfile,
    /// `profile.json` and its copy cannot be read.
    #[error("profile.json is damaged")]
    CardDamaged,
    /// `profile.json` was written by a newer app.
    #[error("profile.json was written by a newer app")]
    NewerCard,
    /// The key store has no secret for this profile: the folder came from another phone.
    #[error("the key store has no secret for this profile")]
    KeyLost,
    /// The platform's key store refused.
    #[error(transparent)]
    KeyStore(#[from] KeyStoreError),
    /// The shelf refused.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl UnlockError {
    /// The translation that tells the user.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::WrongPin { .. } => "error-pin-wrong",
            Self::Wait { .. } => "error-pin-wait",
            Self::NoSuchProfile => "error-profile-missing",
            Self::CardDamaged => "error-profile-damaged",
            Self::NewerCard => "error-store-newer",
            Self::KeyLost => "error-profile-key-lost",
            Self::KeyStore(error) => error.message_id(),
            Self::Shelf(error) => error.message_id(),
            Self::Store(error) => error.message_id(),
        }
    }
}
