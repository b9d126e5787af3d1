//! The courier file.

use std::io::{ErrorKind, Read, Write};

use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor, Encryptor};
use chrono::{DateTime, Utc};
use satchel_devices::random::Random;
use satchel_store::Carried;
use serde::{Deserialize, Serialize};

use super::{CourierError, MAX_FILE, seal};
use crate::OnArrival;

const MAGIC: &[u8; 16] = b"SATCHEL COURIER\n";
/// How every `age` file begins.
const AGE: &[u8] = b"age-encryption.org/v1";
/// The newest format this app writes and reads.
const FORMAT: u32 = 1;
/// No header comes near this.
const LONGEST_HEADER: u32 = 1 << 16;
/// What the sealing key is made for.
const PURPOSE: &str = "satchel courier rows";

/// The secret a phone left on the site with its enrolment, as text.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneSecret(pub String);

impl std::fmt::Debug for PhoneSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PhoneSecret(..)")
    }
}

/// Whose file it is. Readable for the office before the rows are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Which file it is.
    pub id: String,
    /// Address of the site.
    pub site: String,
    /// The phone's user.
    pub user: String,
    /// `company` of the orders.
    pub company: String,
    /// Device code of the phone.
    pub device: String,
    /// Counts the files of this phone, from 1.
    pub number: u32,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// What becomes of an order once it has arrived.
    pub on_arrival: OnArrival,
}

/// The sealed part.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Sealed {
    /// Key of the receipt, hex.
    pub receipt_key: String,
    /// The rows.
    pub rows: Carried,
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(..)")
    }
}

/// A file that could be decrypted; who made it is not known yet.
pub struct Opened {
    /// Whose file it says it is.
    pub header: Header,
    header_bytes: Vec<u8>,
    sealed: Vec<u8>,
}

/// Writes a courier file for the holder of `recipient` (`age1…`).
///
/// # Errors
/// [`CourierError::NoKey`] where the recipient is none, or what the file system says.
pub fn write_file(
    out: impl Write,
    recipient: &str,
    secret: &PhoneSecret,
    header: &Header,
    sealed: &Sealed,
    random: &dyn Random,
) -> Result<(), CourierError> {
    let recipient: Recipient = recipient.trim().parse().map_err(|_| CourierError::NoKey)?;
    let header = serde_json::to_vec(header).map_err(|_| CourierError::Torn)?;
    let plain = serde_json::to_vec(sealed).map_err(|_| CourierError::Torn)?;
    let key = seal::key(PURPOSE, secret.0.as_bytes());
    let sealed = seal::seal(&key, &plain, &header, random)?;
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| CourierError::NoKey)?;
    let mut stream = encryptor.wrap_output(out)?;
    let length = u32::try_from(header.len()).map_err(|_| CourierError::Torn)?;
    stream.write_all(MAGIC)?;
    stream.write_all(&FORMAT.to_le_bytes())?;
    stream.write_all(&length.to_le_bytes())?;
    stream.write_all(&header)?;
    stream.write_all(&sealed)?;
    stream.finish()?.flush()?;
    Ok(())
}

/// Decrypts a courier file with the site's key.
///
/// # Errors
/// [`CourierError::OtherKey`], [`CourierError::NotOurs`], [`CourierError::Newer`] or
/// [`CourierError::Torn`].
pub fn open_file(file: impl Read, identity: &Identity) -> Result<Opened, CourierError> {
    let mut file = file.take(MAX_FILE);
    let mut start = Vec::new();
    file.by_ref().take(AGE.len() as u64).read_to_end(&mut start)?;
    if !AGE.starts_with(&start) {
        return Err(CourierError::NotOurs);
    }
    let decryptor = Decryptor::new(start.as_slice().chain(file)).map_err(not_opened)?;
    let keys = std::iter::once(identity as &dyn age::Identity);
    let mut stream = decryptor.decrypt(keys).map_err(not_opened)?;
    let mut magic = [0; MAGIC.len()];
    read(&mut stream, &mut magic)?;
    if &magic != MAGIC {
        return Err(CourierError::NotOurs);
    }
    let found = number(&mut stream)?;
    if found != FORMAT {
        return Err(CourierError::Newer { found, known: FORMAT });
    }
    let length = number(&mut stream)?;
    if length > LONGEST_HEADER {
        return Err(CourierError::NotOurs);
    }
    let mut header_bytes = vec![0; usize::try_from(length).map_err(|_| CourierError::NotOurs)?];
    read(&mut stream, &mut header_bytes)?;
    let header = serde_json::from_slice(&header_bytes).map_err(|_| CourierError::NotOurs)?;
    let mut sealed = Vec::new();
    stream.read_to_end(&mut sealed).map_err(torn)?;
    Ok(Opened { header, header_bytes, sealed })
}

/// The rows, once it is clear that a phone with one of these secrets made the file.
///
/// # Errors
/// [`CourierError::Foreign`].
pub fn verify(opened: &Opened, secrets: &[PhoneSecret]) -> Result<Sealed, CourierError> {
    let plain = secrets.iter().find_map(|secret| {
        let key = seal::key(PURPOSE, secret.0.as_bytes());
        seal::unseal(&key, &opened.sealed, &opened.header_bytes)
    });
    let plain = plain.ok_or(CourierError::Foreign)?;
    serde_json::from_slice(&plain).map_err(|_| CourierError::NotOurs)
}

fn read(stream: &mut impl Read, into: &mut [u8]) -> Result<(), CourierError> {
    stream.read_exact(into).map_err(torn)
}

fn number(stream: &mut impl Read) -> Result<u32, CourierError> {
    let mut bytes = [0; 4];
    read(stream, &mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

/// A stream that ends early or does not authenticate is torn; a disk that refuses is not.
fn torn(error: std::io::Error) -> CourierError {
    match error.kind() {
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::Other => CourierError::Torn,
        _ => error.into(),
    }
}

fn not_opened(error: DecryptError) -> CourierError {
    match error {
        DecryptError::NoMatchingKeys => CourierError::OtherKey,
        DecryptError::Io(error) => torn(error),
        DecryptError::InvalidMac | DecryptError::DecryptionFailed => CourierError::Torn,
        _ => CourierError::NotOurs,
    }
}
