//! A key store of files, for where no platform store answers.
//!
//! Each secret is a file of its own, sealed (XChaCha20-Poly1305, its name bound in) by a random key
//! in `device.key`. Folder 0700, files 0600. It keeps a copy of the profiles alone from being
//! opened, not a thief who takes the whole home folder: the PIN stands against him.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::{KeyStore, KeyStoreError, check};

const NONCE_BYTES: usize = 24;
const KEY_BYTES: usize = 32;

/// Keeps secrets in a folder of sealed files.
#[derive(Debug)]
pub struct FileKeyStore {
    folder: PathBuf,
    key: Zeroizing<[u8; KEY_BYTES]>,
}

impl FileKeyStore {
    /// Opens the store in `folder`, making both where they are missing.
    ///
    /// # Errors
    /// [`KeyStoreError::Io`] when the folder cannot be used, [`KeyStoreError::Damaged`] when its key
    /// file has the wrong size.
    pub fn open_folder(folder: impl Into<PathBuf>) -> Result<Self, KeyStoreError> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        only_for_the_owner(&folder)?;
        let path = folder.join("device.key");
        let key = match fs::read(&path) {
            Ok(bytes) => key_from(Zeroizing::new(bytes))?,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let mut key = Zeroizing::new([0; KEY_BYTES]);
                getrandom::fill(&mut *key).map_err(|_| KeyStoreError::Unavailable)?;
                replace_file(&folder, &path, &*key)?;
                key
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Self { folder, key })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.sealed"))
    }

    fn mark(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.elsewhere"))
    }

    /// Notes that another store has the secret of this name.
    pub(super) fn mark_elsewhere(&self, name: &str) -> Result<(), KeyStoreError> {
        check(name, &[])?;
        replace_file(&self.folder, &self.mark(name), b"")
    }

    /// Whether another store has it.
    pub(super) fn is_elsewhere(&self, name: &str) -> bool {
        self.mark(name).exists()
    }

    /// No other store has it any more.
    pub(super) fn unmark_elsewhere(&self, name: &str) -> Result<(), KeyStoreError> {
        remove(&self.mark(name))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(&*self.key))
    }
}

fn key_from(bytes: Zeroizing<Vec<u8>>) -> Result<Zeroizing<[u8; KEY_BYTES]>, KeyStoreError> {
    let key: [u8; KEY_BYTES] = bytes.as_slice().try_into().map_err(|_| KeyStoreError::Damaged)?;
    Ok(Zeroizing::new(key))
}

impl KeyStore for FileKeyStore {
    fn seal(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError> {
        check(name, secret)?;
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|_| KeyStoreError::Unavailable)?;
        let sealed = self
            .cipher()
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: secret, aad: name.as_bytes() })
            .map_err(|_| KeyStoreError::Unavailable)?;
        replace_file(&self.folder, &self.path(name), &[nonce.as_slice(), &sealed].concat())
    }

    fn open(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        check(name, &[])?;
        let bytes = fs::read(self.path(name)).map_err(not_found)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE_BYTES).ok_or(KeyStoreError::Damaged)?;
        self.cipher()
            .decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: name.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| KeyStoreError::Damaged)
    }

    fn forget(&self, name: &str) -> Result<(), KeyStoreError> {
        check(name, &[])?;
        remove(&self.path(name))
    }

    fn warning(&self) -> Option<&'static str> {
        Some("key-store-sealed-file")
    }
}

fn remove(path: &Path) -> Result<(), KeyStoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn not_found(error: std::io::Error) -> KeyStoreError {
    if error.kind() == ErrorKind::NotFound { KeyStoreError::NotFound } else { error.into() }
}

/// Writes beside, flushes, renames: after a power cut there is the old file or the new one.
fn replace_file(folder: &Path, path: &Path, bytes: &[u8]) -> Result<(), KeyStoreError> {
    let beside = path.with_extension("new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    File::open(folder)?.sync_all()?;
    Ok(())
}

#[cfg(unix)]
fn only_for_the_owner(folder: &Path) -> Result<(), KeyStoreError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    Ok(())
}

#[cfg(not(unix))]
fn only_for_the_owner(_folder: &Path) -> Result<(), KeyStoreError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_or_exchanged_file_does_not_open() {
        let dir = tempfile::tempdir().unwrap();
        let store = FileKeyStore::open_folder(dir.path()).unwrap();
        store.seal("one", b"first").unwrap();
        store.seal("two", b"second").unwrap();
        fs::copy(dir.path().join("one.sealed"), dir.path().join("two.sealed")).unwrap();
        assert!(matches!(store.open("two"), Err(KeyStoreError::Damaged)));
        let path = dir.path().join("one.sealed");
        let mut bytes = fs::read(&path).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(store.open("one"), Err(KeyStoreError::Damaged)));
        fs::write(&path, b"short").unwrap();
        assert!(matches!(store.open("one"), Err(KeyStoreError::Damaged)));
    }

    #[test]
    fn the_files_are_the_owners_alone_and_not_plain() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let store = FileKeyStore::open_folder(dir.path()).unwrap();
        store.seal("one", b"plain words").unwrap();
        let path = dir.path().join("one.sealed");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(dir.path()).unwrap().permissions().mode() & 0o777, 0o700);
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(5).any(|w| w == b"plain"));
    }

    #[test]
    fn secrets_outlive_the_process() {
        let dir = tempfile::tempdir().unwrap();
        FileKeyStore::open_folder(dir.path()).unwrap().seal("kept", b"secret").unwrap();
        let again = FileKeyStore::open_folder(dir.path()).unwrap();
        assert_eq!(&**again.open("kept").unwrap(), b"secret");
    }

    #[test]
    fn a_file_in_place_of_the_folder_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        fs::write(&path, b"").unwrap();
        assert!(matches!(FileKeyStore::open_folder(path), Err(KeyStoreError::Io(_))));
    }
}
