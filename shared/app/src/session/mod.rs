//! An unlocked profile: everything a screen may ask or do.

mod ages;
mod attachments;
mod calendar;
mod catalogue;
mod change_customer;
mod codes;
mod company;
mod courier;
mod customers;
mod day_route;
mod each_place;
mod item;
mod masters;
mod new_customer;
mod new_work;
mod ordering;
mod orders;
mod placing;
mod planned;
mod positions;
mod printing;
mod receipts;
mod scanning;
mod settings;
mod sync;
mod task;
mod team;
mod today;
mod track;
mod visit_detail;
mod visits;
mod work;

use crate::AppError;
use crate::views::ProfileCard;
pub use attachments::MAX_PICTURE;
pub use catalogue::PricedFor;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
pub use codes::ScanOutcome;
use company::CompanyFacts;
pub(crate) use company::text;
pub(crate) use courier::PHONE_SECRET;
pub(crate) use customers::OUTSTANDING;
pub(crate) use receipts::CompanyLogo;
use satchel_devices::clock::{Clock, ClockReading};
use satchel_devices::key_store::KeyStore;
use satchel_devices::location::LocationSource;
use satchel_devices::printing::link::PrinterLinks;
use satchel_devices::random::Random;
use satchel_devices::share::Share;
use satchel_domain::capture::local_date;
use satchel_domain::ids::{CustomerKey, LocalId, OrderUid};
use satchel_domain::masters::Masters;
use satchel_store::{SalvageReport, Store};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::watch;

/// The ports a session uses.
#[derive(Clone)]
pub struct Ports {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Where the phone is.
    pub location: Arc<dyn LocationSource>,
    /// Random bytes, for ids.
    pub random: Arc<dyn Random>,
    /// Ways to printers.
    pub printers: Arc<dyn PrinterLinks>,
    /// The platform's key store, for what is to be said about it.
    pub key_store: Arc<dyn KeyStore>,
    /// Ways to other apps.
    pub share: Arc<dyn Share>,
}

/// An unlocked profile. Clones share it; the last one dropped closes the file.
///
/// Every method reads or writes this phone's own database and nothing else. Reads and saves take
/// milliseconds and run on the calling thread. What travels to the office and back goes on a thread of
/// its own ([`Session::start_sync`]).
#[derive(Clone)]
pub struct Session {
    inner: Arc<Inner>,
}

struct Inner {
    // Ends before the store closes.
    sync: sync::Seat,
    printing: printing::Seat,
    positions: positions::Seat,
    track: track::Seat,
    store: Store,
    ports: Ports,
    profile: ProfileCard,
    company: RwLock<Arc<CompanyFacts>>,
    masters: Mutex<masters::Loaded>,
    /// All that orders need has been here; it is not asked for again.
    complete: AtomicBool,
    /// What was saved, when unlocking found the database damaged.
    salvage: Option<SalvageReport>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("profile", &self.inner.profile.id).finish_non_exhaustive()
    }
}

impl Session {
    /// Opens a session on an unlocked store: loads the masters pricing needs always.
    ///
    /// # Errors
    /// [`AppError::Store`], or [`AppError::Masters`] where a master cannot be read.
    pub fn open(store: Store, ports: Ports, profile: ProfileCard) -> Result<Self, AppError> {
        Self::open_salvaged(store, ports, profile, None)
    }

    /// The same, of a store that was salvaged just now.
    pub(crate) fn open_salvaged(
        store: Store,
        ports: Ports,
        profile: ProfileCard,
        salvage: Option<SalvageReport>,
    ) -> Result<Self, AppError> {
        let masters = Mutex::new(masters::load(&store)?);
        let company = RwLock::new(Arc::new(CompanyFacts::load(&store)?));
        let sync = sync::Seat::new();
        // Queued before anything is printed; nobody waits for it. What was salvaged may be older than the prints.
        drop(match salvage {
            None => store.note_interrupted_prints(),
            Some(_) => store.doubt_prints(),
        });
        let printing = printing::Seat::default();
        let inner = Arc::new(Inner {
            sync,
            printing,
            positions: positions::Seat::default(),
            track: track::Seat::default(),
            store,
            ports,
            profile,
            company,
            masters,
            complete: AtomicBool::new(false),
            salvage,
        });
        // A printer is no reason to keep a profile shut.
        if let Err(error) = printing::Seat::go_on(&inner) {
            tracing::warn!(%error, "what is queued is not printed yet");
        }
        let session = Self { inner };
        session.follow_track();
        Ok(session)
    }

    /// Counts up with every change of the database; a screen reads again what it shows.
    pub fn revision(&self) -> watch::Receiver<u64> {
        self.inner.store.revision()
    }

    /// The store, for the office tool and for sync.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The open profile.
    pub fn profile(&self) -> &ProfileCard {
        &self.inner.profile
    }

    /// The phone's date.
    pub fn today(&self) -> NaiveDate {
        let now = self.now();
        local_date(now.utc, now.offset_minutes)
    }

    /// The phone's time with its offset.
    pub fn local_now(&self) -> DateTime<FixedOffset> {
        let now = self.now();
        local_time(now.utc, now.offset_minutes)
    }

    pub(crate) fn ports(&self) -> &Ports {
        &self.inner.ports
    }

    pub(crate) fn now(&self) -> ClockReading {
        self.inner.ports.clock.read()
    }

    fn id_parts(&self) -> Result<(u64, [u8; 10]), AppError> {
        let mut random = [0; 10];
        self.inner.ports.random.fill(&mut random)?;
        let ms = u64::try_from(self.now().utc.timestamp_millis()).unwrap_or_default();
        Ok((ms, random))
    }

    fn new_uid(&self) -> Result<OrderUid, AppError> {
        let (ms, random) = self.id_parts()?;
        Ok(OrderUid::from_parts(ms, random))
    }

    fn new_local_id(&self) -> Result<LocalId, AppError> {
        let (ms, random) = self.id_parts()?;
        Ok(LocalId::from_parts(ms, random))
    }

    /// Works on the masters under their lock.
    fn with_masters<T>(&self, work: impl FnOnce(&mut Masters) -> T) -> T {
        work(&mut self.inner.masters.lock().unwrap_or_else(PoisonError::into_inner).masters)
    }

    /// What every screen needs to know of the company, as the site last said.
    fn company(&self) -> Arc<CompanyFacts> {
        self.refresh();
        self.inner.company.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A UTC time as the phone showed it; an impossible offset counts as none.
pub(crate) fn local_time(utc: DateTime<Utc>, offset_minutes: i32) -> DateTime<FixedOffset> {
    let offset = offset_minutes.checked_mul(60).and_then(FixedOffset::east_opt);
    utc.with_timezone(&offset.unwrap_or_else(|| chrono::Offset::fix(&Utc)))
}

/// Reads a customer key as screens hand it on.
fn customer_key(text: &str) -> Result<CustomerKey, AppError> {
    text.parse().map_err(|_| AppError::NotFound { what: "Customer" })
}

/// Reads an order's uid as screens hand it on.
fn order_uid(text: &str) -> Result<OrderUid, AppError> {
    text.parse().map_err(|_| AppError::NotFound { what: "Sales Order" })
}

/// How a customer is named in an order: by the server's name, or by its key until there is one.
fn customer_in_order(key: &CustomerKey) -> String {
    match key {
        CustomerKey::Server(name) => name.to_string(),
        CustomerKey::Local(_) => key.to_string(),
    }
}
