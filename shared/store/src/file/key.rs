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
    pub(crate) salt: [u8; 16],
}

impl FileKey {
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
