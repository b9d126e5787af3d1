//! The platform's key store against a Secret Service of our own on a private bus.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

#[path = "../support/alone.rs"]
mod alone;
#[path = "../support/bus.rs"]
mod bus;
mod fake;

use fake::Secrets;
use satchel_devices::key_store::{
    FileKeyStore, KeyStore, KeyStoreError, PlatformKeyStore, SafeKeyStore, contract,
};
use std::path::Path;
use std::time::{Duration, Instant};

/// Where zbus reads the address of the session's bus.
const ADDRESS: &str = "DBUS_SESSION_BUS_ADDRESS";
const PATIENCE: Duration = Duration::from_secs(2);

fn alone(name: &str, scenario: impl FnOnce(&str)) {
    alone::alone(ADDRESS, name, scenario);
}

fn safe(folder: &Path) -> SafeKeyStore {
    let file = FileKeyStore::open_folder(folder).unwrap();
    SafeKeyStore::moving(file, || {
        PlatformKeyStore::start(PATIENCE).map(|store| Box::new(store) as Box<dyn KeyStore>)
    })
}

#[test]
fn the_contract_holds_on_a_secret_service() {
    alone("the_contract_holds_on_a_secret_service", |bus| {
        let secrets = Secrets::serve(bus);
        contract::check(&PlatformKeyStore::start(PATIENCE).unwrap());
        let kept = secrets.look().items.values().cloned().collect::<Vec<_>>();
        assert_eq!(kept.len(), 2, "one was forgotten");
        for one in &kept {
            assert_eq!(one.attributes["service"], "satchel");
            assert!(one.secret.is_ascii(), "some stores keep text only");
        }
    });
}

#[test]
fn the_contract_holds_with_a_file_beside_it() {
    alone("the_contract_holds_with_a_file_beside_it", |bus| {
        let _secrets = Secrets::serve(bus);
        let folder = tempfile::tempdir().unwrap();
        let store = safe(folder.path());
        contract::check(&store);
        assert_eq!(store.warning(), None);
    });
}

#[test]
fn a_phone_with_a_sealed_file_keeps_working_and_moves() {
    alone("a_phone_with_a_sealed_file_keeps_working_and_moves", |bus| {
        let folder = tempfile::tempdir().unwrap();
        FileKeyStore::open_folder(folder.path()).unwrap().seal("profile", b"key").unwrap();
        let secrets = Secrets::serve(bus);
        assert_eq!(safe(folder.path()).open("profile").unwrap().as_slice(), b"key");
        assert_eq!(secrets.look().items.len(), 1);
        assert!(!folder.path().join("profile.sealed").exists());
        assert_eq!(safe(folder.path()).open("profile").unwrap().as_slice(), b"key");
    });
}

#[test]
fn without_a_service_the_file_has_the_keys_and_that_is_told() {
    alone("without_a_service_the_file_has_the_keys_and_that_is_told", |_| {
        assert!(PlatformKeyStore::start(PATIENCE).is_none());
        let folder = tempfile::tempdir().unwrap();
        let store = safe(folder.path());
        contract::check(&store);
        assert_eq!(store.warning(), Some("key-store-sealed-file"));
    });
}

#[test]
fn nobody_waits_for_a_prompt() {
    alone("nobody_waits_for_a_prompt", |bus| {
        let secrets = Secrets::serve(bus);
        let folder = tempfile::tempdir().unwrap();
        let store = safe(folder.path());
        store.seal("before", b"1").unwrap();
        secrets.look().silent = true;
        let begun = Instant::now();
        store.seal("during", b"2").unwrap();
        assert_eq!(store.open("during").unwrap().as_slice(), b"2");
        assert!(begun.elapsed() < PATIENCE * 2, "{:?}", begun.elapsed());
        assert!(store.warning().is_some());
        assert!(matches!(store.open("before"), Err(KeyStoreError::Unavailable)));
    });
}
