//! The receipt: what became of each row of a courier file.
//!
//! ```text
//! "SATCHEL RECEIPT\n"  format u32  length u32  id of the courier file  nonce 24  sealed JSON
//! ```

use satchel_devices::random::Random;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{CourierError, seal};

const MAGIC: &[u8; 16] = b"SATCHEL RECEIPT\n";
const FORMAT: u32 = 1;
const PURPOSE: &str = "satchel courier receipt";
/// Magic, format and length.
const HEAD: usize = MAGIC.len() + 8;

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub enum Fate {
    /// The site has it.
    Delivered {
        /// Its `name`; empty where the site did not tell.
        name: String,
        /// Its `modified`, as the site wrote it.
        modified: String,
    },
    /// The site said no.
    Refused {
        /// The site's words.
        words: String,
    },
    /// Not sent, or nobody knows: the phone goes on with it.
    Open,
}

/// A row and its fate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The row's uid.
    pub uid: String,
    /// What became of it.
    #[serde(flatten)]
    pub fate: Fate,
    /// Of an order: whether it was submitted, too.
    #[serde(default)]
    pub submitted: bool,
    /// Of an order: the totals and rates the site booked, in its fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked: Option<Map<String, Value>>,
}

/// What the office has to say about a courier file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Which file.
    pub file: String,
    /// What became of its rows.
    pub rows: Vec<Delivery>,
}

/// A receipt, sealed with the key that stood in the file.
///
/// # Errors
/// [`CourierError::NoRandomness`].
pub fn write_receipt(
    receipt: &Receipt,
    receipt_key: &str,
    random: &dyn Random,
) -> Result<Vec<u8>, CourierError> {
    let length = u32::try_from(receipt.file.len()).map_err(|_| CourierError::Torn)?;
    let mut out = [MAGIC.as_slice(), &FORMAT.to_le_bytes(), &length.to_le_bytes()].concat();
    out.extend_from_slice(receipt.file.as_bytes());
    let plain = serde_json::to_vec(receipt).map_err(|_| CourierError::Torn)?;
    let key = seal::key(PURPOSE, receipt_key.as_bytes());
    let sealed = seal::seal(&key, &plain, &out, random)?;
    out.extend_from_slice(&sealed);
    Ok(out)
}

/// Reads a receipt; `key_of` gives the receipt key of a file this phone wrote.
///
/// # Errors
/// [`CourierError::NotOurs`], [`CourierError::Newer`], [`CourierError::Torn`] or, where no such file was
/// written here or the seal does not fit, [`CourierError::OtherReceipt`].
pub fn read_receipt(
    bytes: &[u8],
    key_of: impl FnOnce(&str) -> Option<String>,
) -> Result<Receipt, CourierError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(CourierError::NotOurs)?;
    let (found, rest) = number(rest).ok_or(CourierError::Torn)?;
    if found != FORMAT {
        return Err(CourierError::Newer { found, known: FORMAT });
    }
    let (length, rest) = number(rest).ok_or(CourierError::Torn)?;
    let length = usize::try_from(length).map_err(|_| CourierError::Torn)?;
    let (file, sealed) = rest.split_at_checked(length).ok_or(CourierError::Torn)?;
    let file = std::str::from_utf8(file).map_err(|_| CourierError::NotOurs)?;
    let key = key_of(file).ok_or(CourierError::OtherReceipt)?;
    let beside = bytes.get(..HEAD.saturating_add(length)).ok_or(CourierError::Torn)?;
    let key = seal::key(PURPOSE, key.as_bytes());
    let plain = seal::unseal(&key, sealed, beside).ok_or(CourierError::OtherReceipt)?;
    let receipt: Receipt = serde_json::from_slice(&plain).map_err(|_| CourierError::NotOurs)?;
    if receipt.file == file { Ok(receipt) } else { Err(CourierError::OtherReceipt) }
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (head, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*head), rest))
}
