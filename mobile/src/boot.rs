//! Opens the app's folder with the devices of this machine.

use crate::ask::Problem;
use crate::eye::camera::OwnCamera;
use crate::key;
use crate::options::Options;
use crate::platform;
use crate::reminding::Reminding;
use crate::screens::backup::Exchange;
use satchel_app::{Devices, OpenError, Satchel};
#[cfg(any(feature = "desktop", feature = "browser"))]
use satchel_devices::camera::film::FilmCamera;
use satchel_devices::clock::{Clock, FakeClock, SystemClock};
use satchel_devices::key_store::{self, KeyStore, KeyStoreError};
use satchel_devices::location::{LocationSource, NoLocation};
use satchel_devices::random::SystemRandom;
use satchel_devices::reminders::NoReminders;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// Why the app could not be opened at all.
#[derive(Debug, Error)]
pub enum BootError {
    /// There is no folder to keep anything in.
    #[error("no home folder is known; say where with --data DIR")]
    NoFolder,
    /// The key store refused.
    #[error("the key store cannot be opened: {0}")]
    KeyStore(#[from] KeyStoreError),
    /// The folder refused.
    #[error("the data folder cannot be opened: {0}")]
    Open(#[from] OpenError),
}

impl BootError {
    /// Translation key of the sentence for the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NoFolder => key!("error-boot-no-folder"),
            Self::KeyStore(error) => error.message_id(),
            Self::Open(error) => error.message_id(),
        }
    }
}

/// The locked app, or the sentence that says why there is none.
pub type Opening = Result<Satchel, Problem>;

/// Opens the folder the command line names, or the user's own data folder.
///
/// # Errors
/// Why it does not open; nothing has been changed then, and it may be tried again.
pub fn open(options: &Options) -> Opening {
    try_open(options).map_err(|error| {
        tracing::error!(%error, "the app does not open");
        Problem { id: error.message_id(), args: Vec::new() }
    })
}

/// Where safe copies are written to and looked for: the user's home, or what the phone shows of the app.
pub fn exchange(options: &Options) -> Exchange {
    Exchange(platform::exchange_folder().or_else(|| options.data.clone()).unwrap_or_default())
}

fn try_open(options: &Options) -> Result<Satchel, BootError> {
    let folder = folder(options).ok_or(BootError::NoFolder)?;
    let clock: Arc<dyn Clock> = match options.fixed_time {
        Some(time) => {
            let clock = FakeClock::at(time.to_utc());
            clock.set_offset_minutes(time.offset().local_minus_utc() / 60);
            // Started again at a later time, the phone has run on in between.
            clock.set_monotonic_ms(u64::try_from(time.timestamp_millis()).unwrap_or_default());
            Arc::new(clock)
        }
        None => Arc::new(SystemClock::new()),
    };
    let location = location(options, &clock);
    let devices = Devices {
        clock,
        key_store: key_store(options, &folder)?,
        random: Arc::new(SystemRandom),
        location,
    };
    let satchel = Satchel::open(folder, devices)?;
    #[cfg(any(feature = "desktop", feature = "browser"))]
    if let Some(account) = options.practice_site.as_deref().and_then(practice_account) {
        return Ok(satchel.with_practice_site(account));
    }
    Ok(satchel)
}

/// The folder the command line names, or the user's own data folder.
fn folder(options: &Options) -> Option<PathBuf> {
    options.data.clone().or_else(platform::data_folder)
}

/// Tells what begins soon. Where time stands still, nothing ever does.
pub fn reminding(options: &Options) -> Reminding {
    match folder(options).filter(|_| options.fixed_time.is_none()) {
        Some(folder) => {
            let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
            Reminding(platform::reminders(&clock, &folder))
        }
        None => Reminding(Arc::new(NoReminders)),
    }
}

/// A folder the command line names keeps its keys beside it and can be carried elsewhere; the user's own
/// has them in the platform's store.
fn key_store(options: &Options, folder: &Path) -> Result<Arc<dyn KeyStore>, KeyStoreError> {
    let keys = folder.join("keys");
    Ok(match options.data {
        Some(_) => Arc::new(key_store::carried(keys)?),
        None => Arc::new(key_store::safest(keys)?),
    })
}

/// The sentences the command line names, else the system's own service. Where time stands still, nothing
/// tells the place.
fn location(options: &Options, clock: &Arc<dyn Clock>) -> Arc<dyn LocationSource> {
    #[cfg(any(feature = "desktop", feature = "browser"))]
    if let Some(source) = &options.nmea {
        let source = satchel_devices::location::replay::NmeaSource::read(source);
        return Arc::new(satchel_devices::location::replay::NmeaReplay::start(
            source,
            Arc::clone(clock),
        ));
    }
    if options.fixed_time.is_some() {
        return Arc::new(NoLocation::new());
    }
    platform::location(clock)
}

/// The film the command line names in place of a camera.
pub fn film(options: &Options) -> OwnCamera {
    #[cfg(any(feature = "desktop", feature = "browser"))]
    if let Some(file) = &options.film {
        return OwnCamera(Some(Arc::new(FilmCamera::new(file))));
    }
    let _ = options;
    OwnCamera(None)
}

/// The camera of this machine for a webview that has none: WebKitGTK shows no camera to its pages.
/// Phones show theirs in the page.
#[cfg(feature = "desktop")]
pub fn camera() -> OwnCamera {
    #[cfg(target_os = "linux")]
    return OwnCamera(Some(Arc::new(satchel_devices::camera::v4l::V4lCamera)));
    #[cfg(not(target_os = "linux"))]
    OwnCamera(None)
}

/// The account of the practice site; without it the demo company's orders wait, as without signal.
#[cfg(any(feature = "desktop", feature = "browser"))]
fn practice_account(file: &Path) -> Option<satchel_app::SiteAccount> {
    let text = std::fs::read_to_string(file).ok();
    let account = text.and_then(|text| serde_json::from_str(&text).ok());
    if account.is_none() {
        tracing::warn!(file = %file.display(), "no account of a practice site");
    }
    account
}
