//! What every key store must do, fake or real.

use super::{KeyStore, KeyStoreError, MAX_SECRET_BYTES};

/// Runs the suite on an empty store.
///
/// # Panics
/// When `store` breaks the contract.
#[allow(clippy::unwrap_used, clippy::panic, reason = "a contract suite speaks by panicking")]
pub fn check(store: &dyn KeyStore) {
    assert!(matches!(store.open("profile-1"), Err(KeyStoreError::NotFound)));
    store.seal("profile-1", b"first").unwrap();
    store.seal("profile-2", b"").unwrap();
    assert_eq!(store.open("profile-1").unwrap().as_slice(), b"first");
    assert_eq!(store.open("profile-2").unwrap().as_slice(), b"", "an empty secret is a secret");

    store.seal("profile-1", b"second").unwrap();
    assert_eq!(store.open("profile-1").unwrap().as_slice(), b"second", "the last one counts");

    let large = vec![7; MAX_SECRET_BYTES];
    store.seal("large", &large).unwrap();
    assert_eq!(store.open("large").unwrap().as_slice(), large);
    let too_large = vec![7; MAX_SECRET_BYTES + 1];
    assert!(matches!(store.seal("large", &too_large), Err(KeyStoreError::TooLarge)));
    assert_eq!(store.open("large").unwrap().as_slice(), large, "a refusal changes nothing");

    for name in ["", "../up", "Profile", "a/b", "é", &"x".repeat(65)] {
        assert!(matches!(store.seal(name, b"x"), Err(KeyStoreError::BadName)), "{name}");
        assert!(matches!(store.open(name), Err(KeyStoreError::BadName)), "{name}");
        assert!(matches!(store.forget(name), Err(KeyStoreError::BadName)), "{name}");
    }

    store.forget("profile-1").unwrap();
    store.forget("profile-1").unwrap();
    assert!(matches!(store.open("profile-1"), Err(KeyStoreError::NotFound)));
    assert_eq!(store.open("profile-2").unwrap().as_slice(), b"", "the others stay");
}

#[cfg(test)]
mod tests {
    use crate::key_store::{FileKeyStore, MemoryKeyStore};

    #[test]
    fn both_stores_keep_the_contract() {
        super::check(&MemoryKeyStore::new());
        let dir = tempfile::tempdir().unwrap();
        super::check(&FileKeyStore::open_folder(dir.path()).unwrap());
    }
}
