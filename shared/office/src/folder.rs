//! A phone's folder, opened on this computer.

use anyhow::{Context, Result, bail};
use satchel_app::{Devices, Satchel};
use satchel_devices::clock::SystemClock;
use satchel_devices::key_store;
use satchel_devices::location::NoLocation;
use satchel_devices::random::SystemRandom;
use std::path::Path;
use std::sync::Arc;

/// Opens the app's folder with this computer's clock and the keys beside the profiles.
pub(crate) fn open(folder: &Path) -> Result<Satchel> {
    let keys = key_store::carried(folder.join("keys"))
        .with_context(|| format!("the key store in {} cannot be opened", folder.display()))?;
    let devices = Devices {
        clock: Arc::new(SystemClock::new()),
        key_store: Arc::new(keys),
        random: Arc::new(SystemRandom),
        location: Arc::new(NoLocation::new()),
    };
    Satchel::open(folder, devices).with_context(|| format!("{} cannot be opened", folder.display()))
}

/// The profile that was named, or the only one there is.
pub(crate) fn choose(satchel: &Satchel, named: Option<&str>) -> Result<String> {
    let profiles = satchel.profiles()?;
    match (named, profiles.as_slice()) {
        (Some(id), all) if all.iter().any(|profile| profile.id == id) => Ok(id.to_owned()),
        (Some(id), _) => bail!("there is no profile {id} here"),
        (None, [only]) => Ok(only.id.clone()),
        (None, []) => bail!("there is no profile here"),
        (None, _) => bail!("there are several profiles; name one with --profile"),
    }
}
