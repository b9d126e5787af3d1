//! What the tests of this folder share: a phone's devices, and an order placed with the demo company.

#![allow(dead_code, reason = "each test uses its part")]

use std::sync::Arc;

use satchel_app::views::{CatalogueFilter, OrderEdit};
use satchel_app::{Devices, PricedFor, Session};
use satchel_devices::clock::Clock;
use satchel_devices::key_store::MemoryKeyStore;
use satchel_devices::location::LocationSource;
use satchel_devices::random::SystemRandom;

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
