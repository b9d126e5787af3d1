//! The masters that decide prices, kept indexed in memory.
//!
//! Small doctypes are loaded once. Items, their prices and the customers of the open order are put
//! in when an order needs them, so that memory does not grow with the catalogue.

use super::Session;
use crate::AppError;
use satchel_domain::ids::{CustomerKey, ItemCode};
use satchel_domain::masters::{KEPT_WHOLE, Masters, SETTINGS};
use satchel_domain::pricing::{OrderEntry, PricedOrder, Refusal, price};
use satchel_store::Store;
use serde_json::Value;

/// Loads what is always in memory.
pub(super) fn load(store: &Store) -> Result<Masters, AppError> {
    let mut masters = Masters::default();
    for doctype in SETTINGS.iter().chain(&KEPT_WHOLE) {
        for document in store.documents(doctype)? {
            put(&mut masters, doctype, &document)?;
        }
    }
    Ok(masters)
}

fn put(masters: &mut Masters, doctype: &str, document: &str) -> Result<(), AppError> {
    let document: Value = serde_json::from_str(document)
        .map_err(|_| AppError::Unreadable { what: "master document" })?;
    // One unreadable master must not stop selling; what depends on it is refused by the pricing.
    if let Err(error) = masters.put(doctype, &document) {
        tracing::warn!(doctype, %error, "a master cannot be used");
    }
    Ok(())
}

impl Session {
    /// Prices an entry with the masters of this phone.
    pub(super) fn price(
        &self,
        entry: &OrderEntry,
    ) -> Result<Result<PricedOrder, Refusal>, AppError> {
        self.bring_customer(&entry.customer)?;
        self.bring_items(entry)?;
        let today = self.today();
        Ok(self.with_masters(|masters| {
            masters.set_today(today);
            price(masters, entry)
        }))
    }

    /// Puts the customer and its addresses in, fresh from the store.
    fn bring_customer(&self, customer: &str) -> Result<(), AppError> {
        if customer.is_empty() {
            return Ok(());
        }
        let key = match customer.parse::<CustomerKey>() {
            Ok(key) => key,
            Err(_) => match customer.parse() {
                Ok(name) => CustomerKey::Server(name),
                Err(_) => return Ok(()),
            },
        };
        let Some(detail) = self.inner.store.customer(&key)? else { return Ok(()) };
        let mut document: Value = serde_json::from_str(&detail.document)
            .map_err(|_| AppError::Unreadable { what: "Customer" })?;
        if let (CustomerKey::Local(_), Some(fields)) = (&key, document.as_object_mut()) {
            fields.insert("name".into(), customer.into());
        }
        self.with_masters(|masters| {
            if let Err(error) = masters.put("Customer", &document) {
                tracing::warn!(%error, "a customer cannot be used for pricing");
            }
            for party in &detail.addresses {
                put(masters, &party.doctype, &party.document)?;
            }
            Ok(())
        })
    }

    /// Puts in every item the entry needs that is not there yet: its own, templates, free items.
    fn bring_items(&self, entry: &OrderEntry) -> Result<(), AppError> {
        // Free items may themselves have templates or bundles: a few rounds reach the end.
        for _ in 0..4 {
            let missing: Vec<ItemCode> = self
                .with_masters(|masters| {
                    let needed = masters.needed_items(entry).into_iter();
                    needed.filter(|code| !masters.has_item(code)).collect::<Vec<_>>()
                })
                .into_iter()
                .filter_map(|code| code.parse().ok())
                .collect();
            if missing.is_empty() || !self.load_items(&missing)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Loads items with their prices; whether anything was found.
    fn load_items(&self, codes: &[ItemCode]) -> Result<bool, AppError> {
        let items = self.inner.store.item_documents(codes)?;
        let prices = self.inner.store.item_price_documents(codes)?;
        let found = !items.is_empty();
        self.with_masters(|masters| {
            for (_, document) in &items {
                put(masters, "Item", document)?;
            }
            for document in &prices {
                put(masters, "Item Price", document)?;
            }
            Ok(found)
        })
    }
}
