//! A phone for tests: the real store and clock in a folder, keys derived cheaply.

use satchel_app::{Devices, OpenError, Satchel};
use satchel_devices::clock::SystemClock;
use satchel_devices::key_store::FileKeyStore;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use std::path::Path;
use std::sync::Arc;

/// The PIN of every test profile.
pub const PIN: &str = "2580";

/// Opens the app in a folder, with the system's clock and a key store in a file.
///
/// # Errors
/// What opening says; a key store that cannot be opened is an I/O error.
pub fn phone(folder: &Path) -> Result<Satchel, PhoneError> {
    let devices = Devices {
        clock: Arc::new(SystemClock::new()),
        key_store: Arc::new(
            FileKeyStore::open_folder(folder.join("keys")).map_err(|_| PhoneError::KeyStore)?,
        ),
        random: Arc::new(SystemRandom),
        location: Arc::new(NoLocation),
    };
    Ok(Satchel::open(folder, devices)?.with_cheap_keys())
}

/// Why a test phone could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum PhoneError {
    /// The key store.
    #[error("the key store could not be opened")]
    KeyStore,
    /// The app.
    #[error(transparent)]
    Open(#[from] OpenError),
}
