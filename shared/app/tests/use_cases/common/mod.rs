//! What the tests of this folder share: a phone's devices, and an order placed with the demo company.

#![allow(dead_code, reason = "each test uses its part")]

use std::sync::Arc;

use chrono::{DateTime, Utc};
use satchel_app::views::{CatalogueFilter, OrderEdit};
use satchel_app::{Devices, PricedFor, Satchel, Session};
use satchel_devices::clock::{Clock, FakeClock};
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::{LocationSource, SetLocation};
use satchel_devices::random::SystemRandom;
use serde_json::Value;

/// Devices with this clock and these positions, and keys in memory.
pub fn devices(clock: Arc<dyn Clock>, location: Arc<dyn LocationSource>) -> Devices {
    let (key_store, random) = (Arc::new(MemoryKeyStore::new()), Arc::new(SystemRandom));
    Devices { clock, key_store, random, location }
}

/// The first customer of the list.
pub fn customer(session: &Session) -> String {
    session.customers("", None).unwrap().rows.remove(0).name
}

/// Three of the first item of the catalogue, placed for a customer and signed with a path or not; its uid.
pub fn placed(session: &Session, customer: &str, signature: &str) -> String {
    let order = session.start_order(customer).unwrap();
    let priced_for = PricedFor::Order(order.clone());
    let items = session.catalogue(&CatalogueFilter::default(), &priced_for, None).unwrap().rows;
    let item_code = items[0].item_code.clone();
    let add = OrderEdit::Add { item_code, uom: None, qty: 3.into() };
    session.edit_order(&order, add).unwrap();
    session.place_order(&order, signature).unwrap();
    order
}

/// When a [`Phone`] begins.
pub fn noon() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-05-14T12:00:00Z").unwrap().to_utc()
}

/// A phone with the demo company, whose clock and position a test moves.
pub struct Phone {
    pub session: Session,
    pub clock: Arc<FakeClock>,
    pub location: Arc<SetLocation>,
    _folder: tempfile::TempDir,
}

impl Phone {
    /// The demo company, whose van stands nowhere until it is moved.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FakeClock::at(noon()));
        let location = Arc::new(SetLocation::default());
        let devices = devices(Arc::clone(&clock) as _, Arc::clone(&location) as _);
        let satchel = Satchel::open(folder.path(), devices).unwrap().with_cheap_keys();
        let demo = satchel.create_demo("2580", "en").unwrap();
        demo.store().set_setting("demo_position", &None::<i32>).wait().unwrap();
        let profile = demo.profile().id.clone();
        drop(demo);
        let session = satchel.unlock(&profile, "2580").unwrap();
        Self { session, clock, location, _folder: folder }
    }

    /// What waits to be sent of a document.
    pub fn payload(&self, uid: &str) -> Value {
        let row = self.session.store().outbox_row_of(uid).unwrap().unwrap();
        serde_json::from_str(&row.payload).unwrap()
    }
}
