//! The locked app: profiles, PINs, the demo company, backups.

use crate::session::Session;
use crate::views::ProfileCard;
use crate::{AppError, demo};
use satchel_demo::Demo;
use satchel_devices::biometrics::{self, Biometrics, BiometricsError};
use satchel_devices::clock::Clock;
use satchel_devices::key_store::KeyStore;
use satchel_devices::location::{Fix, LocationSource, SetLocation};
use satchel_devices::printing::link::{AllLinks, BleLinks, FileLinks, PrinterLinks, TcpLinks};
use satchel_devices::random::Random;
use satchel_devices::share::{self, Share};
use satchel_domain::capture::CapturedPosition;
use satchel_domain::ids::ProfileId;
use satchel_store::{KeyCost, NewProfile, Pin, PinError, Shelf, ShelfError, UnlockError, Unlocked};
use satchel_sync::{SiteAccount, SyncError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What the app needs of the phone.
#[derive(Clone)]
pub struct Devices {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The platform's key store.
    pub key_store: Arc<dyn KeyStore>,
    /// Random bytes.
    pub random: Arc<dyn Random>,
    /// Where the phone is.
    pub location: Arc<dyn LocationSource>,
}

/// Why a profile was not opened or made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The PIN typed is none.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// Not unlocked.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
    /// The folder of the profiles refused.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// The enrolment of the demo company could not be kept.
    #[error(transparent)]
    Sync(#[from] SyncError),
    /// The finger or face did not open it.
    #[error(transparent)]
    Biometrics(#[from] BiometricsError),
    /// Unlocked, but its content cannot be used.
    #[error(transparent)]
    App(#[from] AppError),
}

impl OpenError {
    /// Translation key of the sentence for the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Pin(error) => error.message_id(),
            Self::Unlock(error) => error.message_id(),
            Self::Shelf(error) => error.message_id(),
            Self::Sync(error) => error.message_id(),
            Self::Biometrics(error) => error.message_id(),
            Self::App(error) => error.message_id(),
        }
    }

    /// True when another PIN, the same one later, or the PIN in place of a finger may do.
    pub fn is_about_pin(&self) -> bool {
        matches!(
            self,
            Self::Pin(_)
                | Self::Biometrics(_)
                | Self::Unlock(UnlockError::WrongPin { .. } | UnlockError::Wait { .. })
        )
    }

    /// How long no PIN is taken, after wrong ones.
    pub fn wait(&self) -> Option<Duration> {
        match self {
            Self::Unlock(UnlockError::WrongPin { wait, .. } | UnlockError::Wait { wait }) => {
                Some(*wait).filter(|wait| !wait.is_zero())
            }
            _ => None,
        }
    }
}

/// The app before a profile is unlocked. Cloning shares it.
#[derive(Clone)]
pub struct Satchel {
    shelf: Shelf,
    devices: Devices,
    folder: PathBuf,
    practice_site: Option<SiteAccount>,
    printers: Arc<dyn PrinterLinks>,
    share: Arc<dyn Share>,
    biometrics: Arc<dyn Biometrics>,
}

impl Satchel {
    /// Opens the folder the app keeps its data in, making it where it is missing.
    ///
    /// # Errors
    /// [`OpenError::Shelf`] when the folder cannot be made or read.
    pub fn open(folder: impl Into<PathBuf>, devices: Devices) -> Result<Self, OpenError> {
        let folder = folder.into();
        let ports = satchel_store::Ports {
            key_store: Arc::clone(&devices.key_store),
            clock: Arc::clone(&devices.clock),
            random: Arc::clone(&devices.random),
        };
        // What every platform has; others come with `with_printers`.
        let printers: Vec<Arc<dyn PrinterLinks>> = vec![
            Arc::new(BleLinks),
            #[cfg(target_os = "android")]
            Arc::new(satchel_devices::android::SerialLinks),
            Arc::new(TcpLinks),
            Arc::new(FileLinks),
        ];
        let printers = Arc::new(AllLinks::new(printers));
        let shelf = Shelf::open(&folder, ports)?;
        Ok(Self {
            shelf,
            devices,
            folder,
            practice_site: None,
            printers,
            share: share::of_platform(),
            biometrics: biometrics::of_platform(),
        })
    }

    /// Reaches printers by these links in place of the network and files alone.
    #[must_use]
    pub fn with_printers(mut self, printers: Arc<dyn PrinterLinks>) -> Self {
        self.printers = printers;
        self
    }

    /// Hands files over this way in place of the platform's own.
    #[must_use]
    pub fn with_share(mut self, share: Arc<dyn Share>) -> Self {
        self.share = share;
        self
    }

    /// Knows fingers and faces this way in place of the phone's own.
    #[must_use]
    pub fn with_biometrics(mut self, biometrics: Arc<dyn Biometrics>) -> Self {
        self.biometrics = biometrics;
        self
    }

    /// The practice site that runs beside the app, for profiles of the demo company. Other profiles
    /// never hear of it.
    #[must_use]
    pub fn with_practice_site(mut self, account: SiteAccount) -> Self {
        self.practice_site = Some(account);
        self
    }

    /// Derives keys at the floor of the cost, for tests that unlock hundreds of times.
    #[must_use]
    pub fn with_cheap_keys(mut self) -> Self {
        self.shelf = self.shelf.with_key_cost(KeyCost::Floor);
        self
    }

    /// The folder the app keeps its data in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The profiles on this phone, oldest first.
    ///
    /// # Errors
    /// [`OpenError::Shelf`] when the folder cannot be read; [`OpenError::Unlock`] when there are
    /// profiles and none of them can be read: that is no phone without profiles.
    pub fn profiles(&self) -> Result<Vec<ProfileCard>, OpenError> {
        let found = self.shelf.profiles()?;
        if found.cards.is_empty() && !found.unreadable.is_empty() {
            return Err(UnlockError::CardDamaged.into());
        }
        Ok(found.cards.iter().map(card).collect())
    }

    /// Why profiles that lie on this phone cannot even be shown, one reason each; none of them is
    /// among [`Satchel::profiles`]. A phone without profiles has neither.
    ///
    /// # Errors
    /// [`OpenError::Shelf`] when the folder cannot be read.
    pub fn unreadable_profiles(&self) -> Result<Vec<OpenError>, OpenError> {
        let unreadable = self.shelf.profiles()?.unreadable;
        Ok(unreadable.into_iter().map(|(_, why)| OpenError::Unlock(why)).collect())
    }

    /// Makes the demo company's profile, dated around today, and opens it.
    ///
    /// Deriving the key takes up to 400 ms and filling the catalogue about as long: call it off the
    /// screen's thread.
    ///
    /// # Errors
    /// [`OpenError::Pin`] for a PIN that is none, or why the profile could not be made.
    pub fn create_demo(&self, pin: &str, language: &str) -> Result<Session, OpenError> {
        self.create_demo_with(pin, language, true, demo::new_profile)
    }

    /// Makes a profile of another rep of the demo company, and opens it.
    ///
    /// # Errors
    /// As [`Satchel::create_demo`].
    pub fn create_demo_for(
        &self,
        pin: &str,
        language: &str,
        rep: &demo::DemoRep,
    ) -> Result<Session, OpenError> {
        self.create_demo_with(pin, language, false, |company| demo::profile_of(company, rep))
    }

    fn create_demo_with(
        &self,
        pin: &str,
        language: &str,
        sees_team: bool,
        profile: impl FnOnce(&Demo) -> Result<NewProfile, AppError>,
    ) -> Result<Session, OpenError> {
        let pin = Pin::parse(pin)?;
        let reading = self.devices.clock.read();
        let today = satchel_domain::capture::local_date(reading.utc, reading.offset_minutes);
        let company = satchel_demo::documents(today).map_err(AppError::from)?;
        let unlocked = self.shelf.create(profile(&company)?, &pin)?;
        demo::fill(&unlocked.store, &company, today, language)?;
        if sees_team {
            demo::fill_team(&unlocked.store, &company, today)?;
        }
        self.session(unlocked)
    }

    /// Unlocks a profile. Takes up to 400 ms: call it off the screen's thread.
    ///
    /// # Errors
    /// [`OpenError::Unlock`]; [`OpenError::wait`] says how long to wait after wrong PINs.
    pub fn unlock(&self, profile: &str, pin: &str) -> Result<Session, OpenError> {
        let pin = Pin::parse(pin)?;
        let unlocked = self.shelf.unlock(profile_id(profile)?, &pin)?;
        self.session(unlocked)
    }

    /// How long no PIN is taken for a profile; `None` when one is taken now.
    ///
    /// # Errors
    /// [`OpenError::Unlock`] when there is no such profile.
    pub fn wait_before_pin(&self, profile: &str) -> Result<Option<Duration>, OpenError> {
        Ok(self.shelf.wait_before_pin(profile_id(profile)?)?)
    }

    /// Gives a profile another PIN.
    ///
    /// # Errors
    /// [`OpenError`]; the old PIN then still opens it.
    pub fn change_pin(&self, profile: &str, old: &str, new: &str) -> Result<(), OpenError> {
        let (old, new) = (Pin::parse(old)?, Pin::parse(new)?);
        Ok(self.shelf.change_pin(profile_id(profile)?, &old, &new)?)
    }

    pub(crate) fn biometrics(&self) -> &dyn Biometrics {
        &*self.biometrics
    }

    pub(crate) fn random(&self) -> &dyn Random {
        &*self.devices.random
    }

    pub(crate) fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.devices.clock.now()
    }

    /// A time as this phone shows it.
    pub(crate) fn as_shown(
        &self,
        utc: chrono::DateTime<chrono::Utc>,
    ) -> chrono::DateTime<chrono::FixedOffset> {
        crate::session::local_time(utc, self.devices.clock.read().offset_minutes)
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The store's own card of a profile.
    pub(crate) fn stored_card(
        &self,
        profile: &str,
    ) -> Result<satchel_store::ProfileCard, OpenError> {
        let id = profile_id(profile)?;
        let cards = self.shelf.profiles()?.cards;
        cards
            .into_iter()
            .find(|card| card.id == id)
            .ok_or(OpenError::Unlock(UnlockError::NoSuchProfile))
    }

    pub(crate) fn session(&self, unlocked: Unlocked) -> Result<Session, OpenError> {
        let ports = crate::session::Ports {
            clock: Arc::clone(&self.devices.clock),
            random: Arc::clone(&self.devices.random),
            location: self.location(&unlocked)?,
            printers: Arc::clone(&self.printers),
            key_store: Arc::clone(&self.devices.key_store),
            share: Arc::clone(&self.share),
        };
        self.enrol_demo(&unlocked)?;
        let Unlocked { store, card, salvage } = unlocked;
        Ok(Session::open_salvaged(store, ports, self::card(&card), salvage)?)
    }

    /// Enrols a profile of the demo company at the practice site, where one runs; its address and keys
    /// are new with every start.
    fn enrol_demo(&self, unlocked: &Unlocked) -> Result<(), OpenError> {
        let Some(account) = &self.practice_site else { return Ok(()) };
        let store = &unlocked.store;
        let van: Option<CapturedPosition> =
            store.setting(demo::POSITION).map_err(AppError::from)?;
        if van.is_some() && SiteAccount::load(store)?.as_ref() != Some(account) {
            account.save(store)?;
        }
        Ok(())
    }

    /// The demo company's van stands in its city, wherever the phone is.
    fn location(&self, unlocked: &Unlocked) -> Result<Arc<dyn LocationSource>, OpenError> {
        let position: Option<CapturedPosition> =
            unlocked.store.setting(demo::POSITION).map_err(AppError::from)?;
        Ok(match position {
            Some(position) => Arc::new(SetLocation::at(Fix::standing(position))),
            None => Arc::clone(&self.devices.location),
        })
    }
}

impl std::fmt::Debug for Satchel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Satchel").field("folder", &self.folder).finish_non_exhaustive()
    }
}

pub(crate) fn profile_id(text: &str) -> Result<ProfileId, OpenError> {
    text.parse().map_err(|_| OpenError::Unlock(UnlockError::NoSuchProfile))
}

fn card(card: &satchel_store::ProfileCard) -> ProfileCard {
    ProfileCard {
        id: card.id.to_string(),
        label: card.label.clone(),
        company: card.company.clone(),
        user: card.user.clone(),
        avatar: card.avatar.clone(),
        by_presence: card.by_presence,
    }
}
