//! The platform's store where it works, and a sealed file where it does not.
//!
//! No key is ever lost between the two. What is new lies in the file first; it leaves the file once the
//! platform's store has it and gave it back the same, and a mark in the folder says so. So the file, where
//! it has a secret, has the newest, and a key that is elsewhere is never taken for one that is lost.

use super::{FileKeyStore, KeyStore, KeyStoreError, check};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use zeroize::Zeroizing;

type Platform = Option<Box<dyn KeyStore>>;

/// Keeps secrets in the platform's store, with a file beside it.
pub struct SafeKeyStore {
    platform: OnceLock<Platform>,
    start: Box<dyn Fn() -> Platform + Send + Sync>,
    file: FileKeyStore,
    /// Whether what lies in the file moves to the platform's store.
    moves: bool,
    /// The platform's store failed: it is not asked again for what the file can do.
    failed: AtomicBool,
}

impl SafeKeyStore {
    /// Secrets move to the platform's store; `start` opens it, at once.
    pub fn moving(
        file: FileKeyStore,
        start: impl Fn() -> Option<Box<dyn KeyStore>> + Send + Sync + 'static,
    ) -> Self {
        let store = Self { moves: true, ..Self::staying(file, start) };
        store.platform();
        store
    }

    /// Secrets stay in the file; the platform's store is opened when one lies there alone.
    pub fn staying(
        file: FileKeyStore,
        start: impl Fn() -> Option<Box<dyn KeyStore>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            platform: OnceLock::new(),
            start: Box::new(start),
            file,
            moves: false,
            failed: AtomicBool::new(false),
        }
    }

    fn platform(&self) -> Option<&dyn KeyStore> {
        self.platform.get_or_init(|| (self.start)()).as_deref()
    }

    /// The platform's store where secrets move to it, unless it failed before.
    fn working(&self) -> Option<&dyn KeyStore> {
        self.platform().filter(|_| !self.failed.load(Ordering::Relaxed))
    }

    fn noted<T>(&self, done: Result<T, KeyStoreError>) -> Result<T, KeyStoreError> {
        if let Err(KeyStoreError::Unavailable) = done {
            tracing::warn!("the platform's key store does not answer; the file has the keys");
            self.failed.store(true, Ordering::Relaxed);
        }
        done
    }

    /// Moves a secret that lies in the file; it stays there until the platform's store gave it back.
    fn move_over(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError> {
        if !self.moves {
            return Ok(());
        }
        let Some(platform) = self.working() else { return Ok(()) };
        self.noted(platform.seal(name, secret))?;
        if self.noted(platform.open(name))?.as_slice() == secret {
            self.file.mark_elsewhere(name)?;
            self.file.forget(name)?;
        }
        Ok(())
    }
}

impl KeyStore for SafeKeyStore {
    fn seal(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError> {
        self.file.seal(name, secret)?;
        if let Err(error) = self.move_over(name, secret) {
            tracing::debug!(%error, "a key stays in the file");
        }
        Ok(())
    }

    fn open(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        check(name, &[])?;
        match self.file.open(name) {
            Ok(secret) => {
                if let Err(error) = self.move_over(name, &secret) {
                    tracing::debug!(%error, "a key stays in the file");
                }
                Ok(secret)
            }
            Err(KeyStoreError::NotFound) if self.file.is_elsewhere(name) => {
                // Asked even if it failed before: what it alone has, nothing else can give.
                let platform = self.platform().ok_or(KeyStoreError::Unavailable)?;
                self.noted(platform.open(name))
            }
            Err(error) => Err(error),
        }
    }

    fn forget(&self, name: &str) -> Result<(), KeyStoreError> {
        check(name, &[])?;
        self.file.forget(name)?;
        if !self.file.is_elsewhere(name) {
            return Ok(());
        }
        let platform = self.platform().ok_or(KeyStoreError::Unavailable)?;
        self.noted(platform.forget(name))?;
        self.file.unmark_elsewhere(name)
    }

    fn warning(&self) -> Option<&'static str> {
        if self.moves && self.working().is_some() { None } else { self.file.warning() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MemoryKeyStore, contract};
    use super::*;
    use std::sync::{Arc, Mutex};

    /// A platform's store with moods.
    #[derive(Clone, Default)]
    struct Moody(Arc<(MemoryKeyStore, Mutex<Mood>)>);

    #[derive(Clone, Copy, Default, PartialEq)]
    enum Mood {
        #[default]
        Well,
        Silent,
        Forgetful,
    }

    impl Moody {
        fn is(&self, mood: Mood) {
            *self.0.1.lock().unwrap() = mood;
        }

        fn answer(&self) -> Result<Mood, KeyStoreError> {
            match *self.0.1.lock().unwrap() {
                Mood::Silent => Err(KeyStoreError::Unavailable),
                mood => Ok(mood),
            }
        }
    }

    impl KeyStore for Moody {
        fn seal(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError> {
            let secret = if self.answer()? == Mood::Forgetful { b"other" } else { secret };
            self.0.0.seal(name, secret)
        }

        fn open(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
            self.answer()?;
            self.0.0.open(name)
        }

        fn forget(&self, name: &str) -> Result<(), KeyStoreError> {
            self.answer()?;
            self.0.0.forget(name)
        }
    }

    fn safe(folder: &std::path::Path, platform: &Moody) -> SafeKeyStore {
        let file = FileKeyStore::open_folder(folder).unwrap();
        let platform = platform.clone();
        SafeKeyStore::moving(file, move || Some(Box::new(platform.clone())))
    }

    fn without(folder: &std::path::Path) -> SafeKeyStore {
        SafeKeyStore::moving(FileKeyStore::open_folder(folder).unwrap(), || None)
    }

    fn in_file(folder: &std::path::Path, name: &str) -> bool {
        FileKeyStore::open_folder(folder).unwrap().open(name).is_ok()
    }

    #[test]
    fn the_contract_with_and_without_a_platform() {
        let folder = tempfile::tempdir().unwrap();
        contract::check(&safe(&folder.path().join("a"), &Moody::default()));
        contract::check(&without(&folder.path().join("b")));
        let file = FileKeyStore::open_folder(folder.path().join("c")).unwrap();
        contract::check(&SafeKeyStore::staying(file, || panic!("nothing lies elsewhere")));
    }

    #[test]
    fn a_key_in_the_file_moves_once_it_was_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let platform = Moody::default();
        FileKeyStore::open_folder(folder.path()).unwrap().seal("old", b"key").unwrap();
        let store = safe(folder.path(), &platform);
        platform.is(Mood::Forgetful);
        assert_eq!(store.open("old").unwrap().as_slice(), b"key");
        assert!(in_file(folder.path(), "old"), "the copy was another one");
        platform.is(Mood::Well);
        assert_eq!(store.open("old").unwrap().as_slice(), b"key");
        assert!(!in_file(folder.path(), "old"));
        assert_eq!(store.open("old").unwrap().as_slice(), b"key");
        assert_eq!(store.warning(), None);
    }

    #[test]
    fn a_platform_that_falls_silent_costs_no_key_and_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let platform = Moody::default();
        let store = safe(folder.path(), &platform);
        store.seal("before", b"1").unwrap();
        platform.is(Mood::Silent);
        store.seal("during", b"2").unwrap();
        assert_eq!(store.open("during").unwrap().as_slice(), b"2");
        assert!(store.warning().is_some());
        let lost = store.open("before");
        assert!(matches!(lost, Err(KeyStoreError::Unavailable)), "not: there is none");
        assert!(store.forget("before").is_err(), "it may still be there");
        platform.is(Mood::Well);
        assert_eq!(store.open("before").unwrap().as_slice(), b"1");
        let again = safe(folder.path(), &platform);
        assert_eq!(again.open("during").unwrap().as_slice(), b"2");
        assert!(!in_file(folder.path(), "during") && again.warning().is_none());
    }

    #[test]
    fn a_key_elsewhere_is_not_lost_where_the_platform_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let platform = Moody::default();
        safe(folder.path(), &platform).seal("key", b"1").unwrap();
        let elsewhere = without(folder.path()).open("key");
        assert!(matches!(elsewhere, Err(KeyStoreError::Unavailable)));
        assert!(matches!(without(folder.path()).open("none"), Err(KeyStoreError::NotFound)));
        assert!(without(folder.path()).forget("key").is_err(), "it is still there");
        let file = FileKeyStore::open_folder(folder.path()).unwrap();
        let own = platform.clone();
        let staying = SafeKeyStore::staying(file, move || Some(Box::new(own.clone())));
        assert_eq!(staying.open("key").unwrap().as_slice(), b"1");
        staying.seal("key", b"2").unwrap();
        assert!(in_file(folder.path(), "key"), "it stays where it was put");
        assert_eq!(staying.open("key").unwrap().as_slice(), b"2");
        assert_eq!(safe(folder.path(), &platform).open("key").unwrap().as_slice(), b"2");
        assert_eq!(platform.0.0.open("key").unwrap().as_slice(), b"2");
    }

    #[test]
    fn the_newest_counts_after_a_power_cut_at_any_point() {
        let folder = tempfile::tempdir().unwrap();
        let platform = Moody::default();
        safe(folder.path(), &platform).seal("key", b"old").unwrap();
        // Power went after the file was written and before the platform had it.
        FileKeyStore::open_folder(folder.path()).unwrap().seal("key", b"new").unwrap();
        let store = safe(folder.path(), &platform);
        assert_eq!(store.open("key").unwrap().as_slice(), b"new");
        assert!(!in_file(folder.path(), "key"));
        assert_eq!(store.open("key").unwrap().as_slice(), b"new");
    }
}
