//! The file format: what stands where inside the `age` stream.

use std::io::{self, ErrorKind, Read, Write};

use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, scrypt};
use serde::{Deserialize, Serialize};

use super::{BackupSummary, Passphrase, RestoreError};
use crate::error::{StoreError, bad};
use crate::file::key::FileKey;
use crate::hex;

const MAGIC: &[u8; 16] = b"SATCHEL BACKUP\n\0";
/// The newest format this app writes and reads.
const FORMAT: u32 = 1;
/// No header comes near this; a longer one is not ours.
const LONGEST_HEADER: u32 = 1 << 20;
/// scrypt with N = 2¹⁶: 64 MiB, which every phone has, and about a quarter of a second.
const WORK: u8 = 16;
/// What is tried at most on reading, should a later version work harder.
const MOST_WORK: u8 = 18;

/// What stands before the database. The keys are as safe as the passphrase: all of it is encrypted.
#[derive(Serialize, Deserialize)]
pub(crate) struct Header {
    pub(crate) summary: BackupSummary,
    keys: String,
    file_salt: String,
    pub(crate) database_bytes: u64,
    pub(crate) journal_bytes: u64,
}

impl Header {
    pub(crate) fn new(
        summary: BackupSummary,
        key: &FileKey,
        database_bytes: u64,
        journal_bytes: u64,
    ) -> Self {
        Self {
            summary,
            keys: hex::encode(&key.to_bytes()),
            file_salt: hex::encode(&key.salt),
            database_bytes,
            journal_bytes,
        }
    }

    pub(crate) fn key(&self) -> Option<FileKey> {
        let salt = hex::decode(&self.file_salt)?.try_into().ok()?;
        FileKey::from_bytes(&zeroize::Zeroizing::new(hex::decode(&self.keys)?), salt)
    }
}

fn secret(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.0.as_str().to_owned())
}

/// Encrypts everything into `out`.
pub(crate) fn write<W: Write>(
    out: W,
    passphrase: &Passphrase,
    header: &Header,
    mut parts: impl Read,
) -> Result<W, StoreError> {
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(WORK);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .map_err(|error| StoreError::Io(io::Error::other(error.to_string())))?;
    let mut stream = encryptor.wrap_output(out)?;
    let header = serde_json::to_vec(header).map_err(|_| bad("header"))?;
    let length = u32::try_from(header.len()).map_err(|_| bad("header"))?;
    stream.write_all(MAGIC)?;
    stream.write_all(&FORMAT.to_le_bytes())?;
    stream.write_all(&length.to_le_bytes())?;
    stream.write_all(&header)?;
    io::copy(&mut parts, &mut stream)?;
    Ok(stream.finish()?)
}

/// Opens a backup as far as its header; what follows is the database and the journal.
pub(crate) fn read<R: Read>(
    file: R,
    passphrase: &Passphrase,
) -> Result<(Header, impl Read), RestoreError> {
    let decryptor = Decryptor::new(file)?;
    if !decryptor.is_scrypt() {
        return Err(RestoreError::NotABackup);
    }
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let mut stream = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))?;
    let mut magic = [0; MAGIC.len()];
    let mut number = [0; 4];
    stream.read_exact(&mut magic).map_err(torn)?;
    if &magic != MAGIC {
        return Err(RestoreError::NotABackup);
    }
    stream.read_exact(&mut number).map_err(torn)?;
    let found = u32::from_le_bytes(number);
    if found != FORMAT {
        return Err(RestoreError::Newer { found, known: FORMAT });
    }
    stream.read_exact(&mut number).map_err(torn)?;
    let length = u32::from_le_bytes(number);
    if length > LONGEST_HEADER {
        return Err(RestoreError::NotABackup);
    }
    let mut header = vec![0; length as usize];
    stream.read_exact(&mut header).map_err(torn)?;
    let header = serde_json::from_slice(&header).map_err(|_| RestoreError::NotABackup)?;
    Ok((header, stream))
}

/// A stream that ends early or does not authenticate is a torn backup; a disk that refuses is not.
pub(crate) fn torn(error: io::Error) -> RestoreError {
    match error.kind() {
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::Other => RestoreError::Torn,
        _ => StoreError::from(error).into(),
    }
}
