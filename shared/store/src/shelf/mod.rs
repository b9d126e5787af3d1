//! The shelf: the folder with every profile of a phone, each locked with a PIN of its own.
//!
//! A profile is a folder `profiles/UUID` with the encrypted file `satchel.db` and `profile.json`,
//! which holds only what the unlock screen needs. The file's random key is wrapped by a key derived
//! (Argon2id) from the PIN and from a secret in the platform's key store: either alone is useless.

mod attempts;
mod card;
mod error;
mod key_cost;
mod pin;
mod presence;
mod wrap;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use satchel_devices::clock::Clock;
use satchel_devices::key_store::{KeyStore, KeyStoreError};
use satchel_devices::random::Random;
use satchel_domain::ids::{DeviceCode, ProfileId};
use zeroize::Zeroizing;

use crate::disk;
use crate::file::key::FileKey;
use crate::file::salvage::{self, SalvageReport};
use crate::store::Store;
use attempts::{Attempts, Secrets};
use card::CardFile;
pub use card::ProfileCard;
pub use error::{ShelfError, UnlockError};
pub use key_cost::KeyCost;
pub(crate) use pin::ascii_digit;
pub use pin::{Pin, PinError};
pub use presence::PresenceKey;

/// The devices a shelf needs.
#[derive(Clone)]
pub struct Ports {
    /// Keeps one secret a profile.
    pub key_store: Arc<dyn KeyStore>,
    /// Tells how long ago a wrong PIN was.
    pub clock: Arc<dyn Clock>,
    /// Makes keys.
    pub random: Arc<dyn Random>,
}

/// What a new profile starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProfile {
    /// What the unlock screen calls it, for instance the site's name.
    pub label: String,
    /// The company.
    pub company: String,
    /// Who works with it.
    pub user: String,
    /// One or two letters for the round picture.
    pub avatar: String,
    /// The first half of its receipt numbers. No other phone of the company may have it.
    pub device_code: DeviceCode,
}

/// An unlocked profile. Dropping the store locks it again.
#[derive(Debug)]
pub struct Unlocked {
    /// Its data.
    pub store: Store,
    /// What the unlock screen showed.
    pub card: ProfileCard,
    /// What was saved, when the database was found damaged just now.
    pub salvage: Option<SalvageReport>,
}

/// The profiles found on a shelf.
#[derive(Debug, Default)]
pub struct Profiles {
    /// Those that can be unlocked, oldest first.
    pub cards: Vec<ProfileCard>,
    /// Folders whose `profile.json` and its copy cannot be read, and why, in the order of their names.
    pub unreadable: Vec<(PathBuf, UnlockError)>,
}

/// The folder with every profile of this phone.
#[derive(Clone)]
pub struct Shelf {
    folder: PathBuf,
    ports: Ports,
    key_cost: KeyCost,
    /// Wrong PINs of this process, should the disk refuse to remember them.
    seen: Arc<Mutex<HashMap<ProfileId, Attempts>>>,
}

impl Shelf {
    /// Opens the shelf in `folder`, making it where it is missing.
    ///
    /// # Errors
    /// [`ShelfError::Folder`] when the folder cannot be made.
    pub fn open(folder: impl Into<PathBuf>, ports: Ports) -> Result<Self, ShelfError> {
        let folder = folder.into().join("profiles");
        fs::create_dir_all(&folder).map_err(ShelfError::Folder)?;
        Ok(Self { folder, ports, key_cost: KeyCost::Measured, seen: Arc::default() })
    }

    /// Derives keys at another cost: [`KeyCost::Floor`] for tests and demonstrations.
    #[must_use]
    pub fn with_key_cost(mut self, key_cost: KeyCost) -> Self {
        self.key_cost = key_cost;
        self
    }

    /// The profiles on this phone.
    ///
    /// # Errors
    /// [`ShelfError::Folder`] when the folder cannot be read; a profile that cannot be read is none.
    pub fn profiles(&self) -> Result<Profiles, ShelfError> {
        let mut found = Profiles::default();
        for entry in fs::read_dir(&self.folder).map_err(ShelfError::Folder)? {
            let path = entry.map_err(ShelfError::Folder)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            // Folders being made or being restored have other names.
            let Ok(id) = name.parse::<ProfileId>() else { continue };
            match CardFile::read(&path, id) {
                Ok(file) => found.cards.push(file.card()),
                Err(why) => found.unreadable.push((path, why)),
            }
        }
        found.cards.sort_by_key(|card| (card.created_at, card.id));
        found.unreadable.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(found)
    }

    /// Makes a profile and unlocks it. It appears on the shelf as a whole or not at all.
    ///
    /// # Errors
    /// [`ShelfError`].
    pub fn create(&self, new: NewProfile, pin: &Pin) -> Result<Unlocked, ShelfError> {
        let id = self.new_profile_id()?;
        let key = FileKey {
            key: Zeroizing::new(self.random()?),
            journal: Zeroizing::new(self.random()?),
            salt: self.random()?,
        };
        let device_code = new.device_code.clone();
        let card = ProfileCard {
            id,
            label: new.label,
            company: new.company,
            user: new.user,
            avatar: new.avatar,
            created_at: self.now(),
            by_presence: false,
        };
        let folder = self.place_profile(&card, &key, pin, |folder| {
            let store = Store::create(&folder.join(DATABASE), &key)?;
            store.use_device_code(&device_code).wait()?;
            Ok::<(), ShelfError>(())
        })?;
        let store = Store::open(&folder.join(DATABASE), &key)?;
        Ok(Unlocked { store, card, salvage: None })
    }

    /// Builds a profile's folder under another name, fills it and moves it into place.
    pub(crate) fn place_profile<E>(
        &self,
        card: &ProfileCard,
        key: &FileKey,
        pin: &Pin,
        fill: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<PathBuf, E>
    where
        E: From<ShelfError> + From<std::io::Error> + From<KeyStoreError>,
    {
        let secrets = Secrets(Zeroizing::new(self.random()?));
        let wrapped = wrap::wrap(pin, &secrets, key, card.id, self.key_cost, &*self.ports.random)?;
        let attempts = Attempts::none().seal(&secrets, card.id, &*self.ports.random)?;
        let file = CardFile::new(card, wrapped, attempts);
        let making = self.folder.join(format!("{}.making", card.id));
        let folder = self.folder(card.id);
        let made = (|| {
            fs::create_dir_all(&making)?;
            fill(&making)?;
            file.write_both(&making)?;
            self.ports.key_store.seal(&secret_name(card.id), &*secrets.0)?;
            disk::move_folder(&making, &folder)?;
            Ok::<(), E>(())
        })();
        if made.is_err() {
            // Nothing of it was shown to anyone yet.
            let _ = fs::remove_dir_all(&making);
            let _ = self.ports.key_store.forget(&secret_name(card.id));
        }
        made.map(|()| folder)
    }

    /// Unlocks a profile.
    ///
    /// The try is counted before the PIN is looked at, so that pulling the battery gains nothing.
    ///
    /// # Errors
    /// [`UnlockError::WrongPin`] and [`UnlockError::Wait`] with the time to wait, or why the profile
    /// cannot be opened at all. Nothing is ever deleted, however many PINs are wrong.
    pub fn unlock(&self, id: ProfileId, pin: &Pin) -> Result<Unlocked, UnlockError> {
        let (card, key) = self.key_of(id, pin)?;
        let path = self.folder(id).join(DATABASE);
        let (store, salvage) = salvage::open_or_salvage(&path, &key, self.ports.clock.now())?;
        Ok(Unlocked { store, card, salvage })
    }

    /// Gives a profile another PIN.
    ///
    /// # Errors
    /// As [`Shelf::unlock`]; the old PIN then still opens it.
    pub fn change_pin(&self, id: ProfileId, old: &Pin, new: &Pin) -> Result<(), UnlockError> {
        let (_, key) = self.key_of(id, old)?;
        let folder = self.folder(id);
        let mut file = CardFile::read(&folder, id)?;
        let secrets = self.secrets(id)?;
        let wrapped = wrap::wrap(new, &secrets, &key, id, self.key_cost, &*self.ports.random)?;
        file.set_wrapped(wrapped);
        file.write_both(&folder)?;
        Ok(())
    }

    /// How long a profile still refuses PINs; nothing when it takes one now.
    ///
    /// # Errors
    /// [`UnlockError`] when the profile cannot be read.
    pub fn wait_before_pin(&self, id: ProfileId) -> Result<Option<Duration>, UnlockError> {
        let file = CardFile::read(&self.folder(id), id)?;
        let attempts = self.attempts(&file, id, &self.secrets(id)?);
        Ok(attempts.wait_left(&self.ports.clock.read()))
    }

    /// Checks a PIN, counting the try, and gives the file's key.
    pub(crate) fn key_of(
        &self,
        id: ProfileId,
        pin: &Pin,
    ) -> Result<(ProfileCard, FileKey), UnlockError> {
        let folder = self.folder(id);
        let file = CardFile::read(&folder, id)?;
        let secrets = self.secrets(id)?;
        let attempts = self.attempts(&file, id, &secrets);
        let now = self.ports.clock.read();
        if let Some(wait) = attempts.wait_left(&now) {
            return Err(UnlockError::Wait { wait });
        }
        let counted = attempts.one_more(&now);
        self.remember(&folder, id, &secrets, &counted);
        match wrap::unwrap(pin, &secrets, &file, id) {
            Some(key) => {
                self.remember(&folder, id, &secrets, &Attempts::none());
                Ok((file.card(), key))
            }
            None => Err(UnlockError::WrongPin {
                failed: counted.failed(),
                wait: counted.wait_left(&now).unwrap_or_default(),
            }),
        }
    }

    fn secrets(&self, id: ProfileId) -> Result<Secrets, UnlockError> {
        match self.ports.key_store.open(&secret_name(id)) {
            Ok(bytes) => Secrets::from_bytes(&bytes).ok_or(UnlockError::KeyLost),
            Err(KeyStoreError::NotFound | KeyStoreError::Damaged) => Err(UnlockError::KeyLost),
            Err(error) => Err(error.into()),
        }
    }

    /// The worst of what the card, the key store and this process remember.
    fn attempts(&self, file: &CardFile, id: ProfileId, secrets: &Secrets) -> Attempts {
        let here = self.seen.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        let on_card = Attempts::unseal(file.attempts(), secrets, id);
        let in_key_store = match self.ports.key_store.open(&attempts_name(id)) {
            Ok(bytes) => Attempts::from_bytes(&bytes),
            Err(_) => Some(Attempts::none()),
        };
        match (on_card, in_key_store, here) {
            (Some(on_card), Some(in_key_store), here) => {
                on_card.worse_of(in_key_store).worse_of(here.unwrap_or_else(Attempts::none))
            }
            (_, _, Some(here)) if here.failed() > 0 => here,
            _ => {
                // Written down at once, or the wait would begin anew with every look.
                let tampered = Attempts::tampered(&self.ports.clock.read());
                self.remember(&self.folder(id), id, secrets, &tampered);
                tampered
            }
        }
    }

    /// Keeps the count in three places. A disk that refuses must not lock the rep out, so only the
    /// memory is sure to take it.
    fn remember(&self, folder: &Path, id: ProfileId, secrets: &Secrets, attempts: &Attempts) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(id, attempts.clone());
        let in_key_store = self.ports.key_store.seal(&attempts_name(id), &attempts.to_bytes());
        let on_card = (|| {
            let mut file = CardFile::read(folder, id)?;
            file.set_attempts(attempts.seal(secrets, id, &*self.ports.random)?);
            Ok::<_, UnlockError>(file.write(folder)?)
        })();
        if in_key_store.is_err() || on_card.is_err() {
            tracing::warn!("the count of wrong PINs could not be kept everywhere");
        }
    }

    fn random<const N: usize>(&self) -> Result<[u8; N], ShelfError> {
        let mut bytes = [0; N];
        self.ports.random.fill(&mut bytes).map_err(|_| ShelfError::NoRandomness)?;
        Ok(bytes)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.ports.clock.now()
    }

    pub(crate) fn new_profile_id(&self) -> Result<ProfileId, ShelfError> {
        let ms = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        Ok(ProfileId::from_parts(ms, self.random()?))
    }

    pub(crate) fn folder(&self, id: ProfileId) -> PathBuf {
        self.folder.join(id.to_string())
    }
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shelf").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// The name of a profile's database in its folder.
pub(crate) const DATABASE: &str = "satchel.db";

fn secret_name(id: ProfileId) -> String {
    format!("profile-{id}")
}

fn attempts_name(id: ProfileId) -> String {
    format!("attempts-{id}")
}

#[cfg(test)]
mod tests;
