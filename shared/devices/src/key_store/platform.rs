//! The platform's own key store, through keyring-core: Android's Keystore, Apple's protected keychain, and
//! on Linux the Secret Service where one runs.
//!
//! It may ask the user to unlock it, for as long as it likes. So it has a thread of its own, and nobody
//! waits longer than was agreed.

use super::{KeyStore, KeyStoreError, check};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use keyring_core::{CredentialStore, Entry, Error};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;
use std::time::Duration;
use zeroize::Zeroizing;

/// The service all secrets stand under; their names are the users.
const SERVICE: &str = "satchel";
/// Stands before each secret, so that none is empty, which some stores do not keep. What follows is text:
/// KDE's wallet keeps nothing else.
const MARK: &str = "1:";

type Call = Box<dyn FnOnce(&CredentialStore) + Send>;

/// Keeps secrets in the platform's store.
#[derive(Debug)]
pub struct PlatformKeyStore {
    calls: Sender<Call>,
    patience: Duration,
}

impl PlatformKeyStore {
    /// Opens the platform's store; none where there is none, or it does not answer in `patience`. So long
    /// does each call wait, too.
    pub fn start(patience: Duration) -> Option<Self> {
        let (calls, called) = channel();
        let (ready, is_ready) = sync_channel(1);
        let work = move || match platform_store() {
            Ok(store) => {
                let _ = ready.send(());
                serve(&store, &called);
            }
            Err(error) => tracing::info!(%error, "the platform has no key store"),
        };
        thread::Builder::new().name("satchel-keys".to_owned()).spawn(work).ok()?;
        is_ready.recv_timeout(patience).ok()?;
        Some(Self { calls, patience })
    }

    fn ask<T: Send + 'static>(
        &self,
        name: &str,
        work: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, KeyStoreError> {
        let name = name.to_owned();
        let (answer, answered) = sync_channel(1);
        let call: Call = Box::new(move |store| {
            let done = store.build(SERVICE, &name, None).and_then(|entry| work(&entry));
            // Nobody may be waiting any more.
            let _ = answer.send(done.map_err(|error| reason(&error)));
        });
        self.calls.send(call).map_err(|_| KeyStoreError::Unavailable)?;
        answered.recv_timeout(self.patience).map_err(|_| KeyStoreError::Unavailable)?
    }
}

fn serve(store: &Arc<CredentialStore>, called: &Receiver<Call>) {
    while let Ok(call) = called.recv() {
        call(store.as_ref());
    }
}

#[cfg(target_os = "linux")]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "android")]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(android_native_keyring_store::Store::new()?)
}

#[cfg(any(target_os = "ios", target_os = "macos"))]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::protected::Store::new()?)
}

#[cfg(not(any(
    target_os = "linux",
    target_os = "android",
    target_os = "ios",
    target_os = "macos"
)))]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Err(Error::NotSupportedByStore("no store is known for this platform".to_owned()))
}

/// What an error means; some carry the secret, so only their kinds are told.
fn reason(error: &Error) -> KeyStoreError {
    match error {
        Error::NoEntry => KeyStoreError::NotFound,
        Error::BadEncoding(_) | Error::BadDataFormat(..) => KeyStoreError::Damaged,
        Error::TooLong(..) => KeyStoreError::TooLarge,
        Error::PlatformFailure(cause) | Error::NoStorageAccess(cause) => {
            tracing::warn!(%cause, "the platform's key store");
            KeyStoreError::Unavailable
        }
        _ => KeyStoreError::Unavailable,
    }
}

fn written(secret: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(MARK.len() + secret.len() * 4 / 3 + 4));
    text.push_str(MARK);
    STANDARD.encode_string(secret, &mut text);
    text
}

fn read(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let text = text.strip_prefix(MARK.as_bytes())?;
    STANDARD.decode(text).ok().map(Zeroizing::new)
}

impl KeyStore for PlatformKeyStore {
    fn seal(&self, name: &str, secret: &[u8]) -> Result<(), KeyStoreError> {
        check(name, secret)?;
        let text = written(secret);
        self.ask(name, move |entry| entry.set_secret(text.as_bytes()))
    }

    fn open(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        check(name, &[])?;
        let text = self.ask(name, |entry| entry.get_secret().map(Zeroizing::new))?;
        read(&text).ok_or(KeyStoreError::Damaged)
    }

    fn forget(&self, name: &str) -> Result<(), KeyStoreError> {
        check(name, &[])?;
        match self.ask(name, |entry| entry.delete_credential()) {
            Err(KeyStoreError::NotFound) => Ok(()),
            done => done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(secret in proptest::collection::vec(any::<u8>(), 0..200)) {
            let text = written(&secret);
            prop_assert!(!text.is_empty() && text.is_ascii());
            let back = read(text.as_bytes()).map(|back| back.to_vec());
            prop_assert_eq!(back, Some(secret));
        }

        #[test]
        fn anything_is_read_or_refused(text in proptest::collection::vec(any::<u8>(), 0..50)) {
            let _ = read(&text);
        }
    }

    #[test]
    fn errors_tell_a_missing_key_from_a_store_that_does_not_answer() {
        assert!(matches!(reason(&Error::NoEntry), KeyStoreError::NotFound));
        assert!(matches!(reason(&Error::NoDefaultStore), KeyStoreError::Unavailable));
        assert!(matches!(reason(&Error::BadEncoding(vec![1])), KeyStoreError::Damaged));
        assert_eq!(read(b"no mark"), None);
    }
}
