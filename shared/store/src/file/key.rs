//! The key of a database file.

use std::fmt::Write;

use zeroize::Zeroizing;

/// The random key of one database file, with the salt its page keys are derived with.
///
/// The salt also stands in the first 16 bytes of the file. Given here too, a file whose first page
/// is torn can still be read beyond it.
#[derive(Clone)]
pub(crate) struct FileKey {
    pub(crate) key: Zeroizing<[u8; 32]>,
    /// The key of the journal beside the database.
    pub(crate) journal: Zeroizing<[u8; 32]>,
    pub(crate) salt: [u8; 16],
}

impl FileKey {
    /// Both keys, to be wrapped.
    pub(crate) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.key.as_slice(), self.journal.as_slice()].concat())
    }

    /// Both keys, unwrapped.
    pub(crate) fn from_bytes(bytes: &[u8], salt: [u8; 16]) -> Option<Self> {
        let (key, journal) = bytes.split_at_checked(32)?;
        Some(Self {
            key: Zeroizing::new(key.try_into().ok()?),
            journal: Zeroizing::new(journal.try_into().ok()?),
            salt,
        })
    }

    /// The raw key as SQLCipher reads it in `PRAGMA key`: no passphrase, so no derivation to pay.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut hex = Zeroizing::new(String::with_capacity(128));
        hex.push_str("PRAGMA key = \"x'");
        for byte in self.key.iter().chain(&self.salt) {
            // Writing to a String does not fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex.push_str("'\";");
        hex
    }
}

impl std::fmt::Debug for FileKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileKey")
    }
}
