//! A key store that forgets with the process.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::{KeyStore, KeyStoreError, check};

/// Keeps secrets in memory, for tests.
#[derive(Debug, Default)]
pub struct MemoryKeyStore {
    secrets: Mutex<HashMap<String, Zeroizing<Vec<u8>>>>,
}

impl MemoryKeyStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Zeroizing<Vec<u8>>>> {
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyStore for MemoryKeyStore {
    fn seal(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError> {
        check(name, secret)?;
        self.lock().insert(name.to_owned(), Zeroizing::new(secret.to_vec()));
        Ok(())
    }

    fn open(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        check(name, &[])?;
        self.lock().get(name).cloned().ok_or(KeyStoreError::NotFound)
    }

    fn forget(&self, name: &str) -> Result<(), KeyStoreError> {
        check(name, &[])?;
        self.lock().remove(name);
        Ok(())
    }
}
