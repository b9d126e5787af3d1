//! One encrypted file with a whole profile, and bringing it back on another phone.
//!
//! The file is an `age` stream (version 1) under a passphrase (scrypt). Inside: a magic line, a format
//! number, a header in JSON, the database as SQLCipher keeps it, and the journal. See
//! `docs/decisions/0002-backup-and-receipt-numbers.md` for what becomes of receipt numbers.

mod container;
mod error;
mod export;
mod restore;

use chrono::{DateTime, Utc};
use satchel_domain::ids::{DeviceCode, ReceiptNumber};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use error::{BackupError, RestoreError};

/// The fewest characters of a passphrase. It is all that guards the file, anywhere, for ever.
pub const SHORTEST_PASSPHRASE: usize = 8;

/// The words a backup is locked with. Wiped from memory when dropped; never shown.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

/// The passphrase has fewer than [`SHORTEST_PASSPHRASE`] characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a passphrase has at least {SHORTEST_PASSPHRASE} characters")]
pub struct PassphraseTooShort;

impl PassphraseTooShort {
    /// The translation that tells the user.
    pub fn message_id(self) -> &'static str {
        "error-passphrase-too-short"
    }
}

impl Passphrase {
    /// Takes a passphrase as typed; white space around it does not count.
    ///
    /// # Errors
    /// [`PassphraseTooShort`].
    pub fn parse(text: &str) -> Result<Self, PassphraseTooShort> {
        let text = text.trim();
        if text.chars().count() < SHORTEST_PASSPHRASE {
            return Err(PassphraseTooShort);
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupSummary {
    /// The profile's label.
    pub label: String,
    /// The company.
    pub company: String,
    /// Who works with it.
    pub user: String,
    /// One or two letters for the round picture.
    pub avatar: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The device code it was made under.
    pub device_code: Option<DeviceCode>,
    /// The last receipt number in it under that code.
    pub last_receipt: Option<ReceiptNumber>,
    /// Documents in it that were not sent yet.
    pub unsent_documents: u32,
    /// The schema of the database in it.
    pub schema: u32,
}

/// How a restored profile numbers its receipts. The phone the backup came from may have gone on after
/// it, so nobody but the user knows which numbers are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestoreNumbering {
    /// Another phone, or nobody knows: a code no phone of the company has, beginning at 1.
    NewDeviceCode(DeviceCode),
    /// The same phone, and this is the last number it ever gave: numbers go on after it.
    SamePhone {
        /// The last receipt the phone printed or showed.
        last_receipt: ReceiptNumber,
    },
}

/// A device code to propose for another phone: a letter more, or the next letter.
///
/// `VAN3` gives `VAN3B`, `VAN3B` gives `VAN3C`. A code with no room left gives nothing.
pub fn next_device_code(code: &DeviceCode) -> Option<DeviceCode> {
    let text = code.as_str();
    let (rest, last) = text.split_at_checked(text.len().checked_sub(1)?)?;
    match last.bytes().next()? {
        letter @ b'B'..=b'Y' if rest.ends_with(|c: char| c.is_ascii_digit()) => {
            DeviceCode::new(format!("{rest}{}", char::from(letter + 1))).ok()
        }
        _ => DeviceCode::new(format!("{text}B")).ok(),
    }
}

#[cfg(test)]
mod tests;
