//! A phone for tests: the real store and clock in a folder, keys derived cheaply.

use satchel_app::{Devices, OpenError, Satchel};
use satchel_devices::clock::{Clock, FakeClock, SystemClock};
use satchel_devices::key_store::FileKeyStore;
use satchel_devices::location::{LocationSource, NoLocation, SetLocation};
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
    Ok(costly_phone(folder)?.with_cheap_keys())
}

/// As [`phone`], with a PIN that costs what it costs a rep.
///
/// # Errors
/// As [`phone`].
pub fn costly_phone(folder: &Path) -> Result<Satchel, PhoneError> {
    let devices = Devices {
        clock: Arc::new(SystemClock::new()),
        key_store: Arc::new(
            FileKeyStore::open_folder(folder.join("keys")).map_err(|_| PhoneError::KeyStore)?,
        ),
        random: Arc::new(SystemRandom),
        location: Arc::new(NoLocation::new()),
    };
    Ok(Satchel::open(folder, devices)?)
}

/// Why a test phone could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum PhoneError {
    /// The key store.
    #[error("the key store could not be opened")]
    KeyStore,
    /// The time asked for is none.
    #[error("no such time")]
    Time,
    /// The app.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// A phone whose clock and position a test sets.
pub struct FakePhone {
    /// The app.
    pub satchel: Satchel,
    /// Its clock.
    pub clock: Arc<FakeClock>,
    /// Its position.
    pub location: Arc<SetLocation>,
}

/// Opens the app in a folder with a clock that stands at `now` (RFC 3339).
///
/// # Errors
/// What opening says.
pub fn fake_phone(folder: &Path, now: &str) -> Result<FakePhone, PhoneError> {
    let now = chrono::DateTime::parse_from_rfc3339(now).map_err(|_| PhoneError::Time)?;
    let clock = Arc::new(FakeClock::at(now.to_utc()));
    clock.set_offset_minutes(now.offset().local_minus_utc() / 60);
    let location = Arc::new(SetLocation::default());
    let keys = FileKeyStore::open_folder(folder.join("keys")).map_err(|_| PhoneError::KeyStore)?;
    let devices = Devices {
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        key_store: Arc::new(keys),
        random: Arc::new(SystemRandom),
        location: Arc::clone(&location) as Arc<dyn LocationSource>,
    };
    let satchel = Satchel::open(folder, devices)?.with_cheap_keys();
    Ok(FakePhone { satchel, clock, location })
}
