//! `profile.json`: what the unlock screen needs, and the wrapped key. A copy stands beside it.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use satchel_domain::ids::ProfileId;
use serde::{Deserialize, Serialize};

use super::error::{ShelfError, UnlockError};
use super::key_cost::Cost;
use crate::disk;

const FORMAT: u32 = 1;
const FILE: &str = "profile.json";
const COPY: &str = "profile.copy.json";

/// What the unlock screen shows of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileCard {
    /// Which profile.
    pub id: ProfileId,
    /// What it is called.
    pub label: String,
    /// The company.
    pub company: String,
    /// Who works with it.
    pub user: String,
    /// One or two letters for the round picture.
    pub avatar: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Whether a finger or a face opens it, besides the PIN.
    pub by_presence: bool,
}

/// The file's key under the PIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WrappedKey {
    /// What deriving the wrapping key costs.
    pub(crate) cost: Cost,
    /// Argon2id's salt, 16 bytes.
    #[serde(with = "crate::file::bytes_hex")]
    pub(crate) salt: Vec<u8>,
    /// Nonce (24 bytes) and sealed keys (64 + 16): the database's and the journal's.
    #[serde(with = "crate::file::bytes_hex")]
    pub(crate) sealed: Vec<u8>,
    /// SQLCipher's salt, 16 bytes; not secret.
    #[serde(with = "crate::file::bytes_hex")]
    pub(crate) file_salt: Vec<u8>,
}

/// The whole of `profile.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CardFile {
    format: u32,
    id: ProfileId,
    label: String,
    company: String,
    user: String,
    avatar: String,
    created_at: DateTime<Utc>,
    key: WrappedKey,
    #[serde(with = "crate::file::bytes_hex")]
    attempts: Vec<u8>,
    /// The file's key under a key that only a finger or a face gives: nonce (24 bytes) and sealed keys.
    /// Empty where that is off.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "crate::file::bytes_hex")]
    presence: Vec<u8>,
}

impl CardFile {
    pub(crate) fn new(card: &ProfileCard, key: WrappedKey, attempts: Vec<u8>) -> Self {
        Self {
            format: FORMAT,
            id: card.id,
            label: card.label.clone(),
            company: card.company.clone(),
            user: card.user.clone(),
            avatar: card.avatar.clone(),
            created_at: card.created_at,
            key,
            attempts,
            presence: Vec::new(),
        }
    }

    /// Reads the file, or its copy when the file is torn.
    ///
    /// # Errors
    /// [`UnlockError::NoSuchProfile`], [`UnlockError::CardDamaged`] or [`UnlockError::NewerCard`].
    pub(crate) fn read(folder: &Path, id: ProfileId) -> Result<Self, UnlockError> {
        if !folder.is_dir() {
            return Err(UnlockError::NoSuchProfile);
        }
        let file = Self::read_one(&folder.join(FILE), id);
        match file {
            Err(UnlockError::CardDamaged) => Self::read_one(&folder.join(COPY), id),
            other => other,
        }
    }

    fn read_one(path: &Path, id: ProfileId) -> Result<Self, UnlockError> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let bytes = fs::read(path).map_err(|_| UnlockError::CardDamaged)?;
        let head: Head = serde_json::from_slice(&bytes).map_err(|_| UnlockError::CardDamaged)?;
        if head.format > FORMAT {
            return Err(UnlockError::NewerCard);
        }
        let file: Self = serde_json::from_slice(&bytes).map_err(|_| UnlockError::CardDamaged)?;
        if file.id == id { Ok(file) } else { Err(UnlockError::CardDamaged) }
    }

    /// Writes the file alone, for the count of wrong PINs.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), ShelfError> {
        self.write_to(folder, FILE)
    }

    /// Writes the file and its copy. A copy left behind would open with the PIN before.
    pub(crate) fn write_both(&self, folder: &Path) -> Result<(), ShelfError> {
        self.write_to(folder, FILE)?;
        self.write_to(folder, COPY)
    }

    fn write_to(&self, folder: &Path, name: &str) -> Result<(), ShelfError> {
        let text = serde_json::to_vec_pretty(self).map_err(std::io::Error::from)?;
        Ok(disk::replace_file(&folder.join(name), &text)?)
    }

    pub(crate) fn card(&self) -> ProfileCard {
        ProfileCard {
            id: self.id,
            label: self.label.clone(),
            company: self.company.clone(),
            user: self.user.clone(),
            avatar: self.avatar.clone(),
            created_at: self.created_at,
            by_presence: !self.presence.is_empty(),
        }
    }

    pub(crate) fn wrapped(&self) -> &WrappedKey {
        &self.key
    }

    pub(crate) fn set_wrapped(&mut self, key: WrappedKey) {
        self.key = key;
    }

    pub(crate) fn attempts(&self) -> &[u8] {
        &self.attempts
    }

    pub(crate) fn set_attempts(&mut self, attempts: Vec<u8>) {
        self.attempts = attempts;
    }

    pub(crate) fn presence(&self) -> &[u8] {
        &self.presence
    }

    pub(crate) fn set_presence(&mut self, presence: Vec<u8>) {
        self.presence = presence;
    }
}
