//! The masters that decide prices, kept indexed in memory.
//!
//! Small doctypes are loaded at once, and anew where a pull changed them. Items, their prices and the customers of the open order are put
//! in when an order needs them, so that memory does not grow with the catalogue.

use super::Session;
use super::company::{CompanyFacts, READ_FROM, text};
use crate::AppError;
use satchel_domain::ids::{CustomerKey, ItemCode};
use satchel_domain::masters::{KEPT_WHOLE, Masters, SETTINGS, ServerVersion};
use satchel_domain::pricing::{OrderEntry, PricedOrder, Refusal, price};
use satchel_store::Store;
use satchel_sync::SiteFacts;
use serde_json::Value;
use std::sync::{Arc, PoisonError};

/// The masters in memory, and up to which change of the store they are.
pub(super) struct Loaded {
    pub masters: Masters,
    look: u64,
}

/// Loads what is always in memory.
pub(super) fn load(store: &Store) -> Result<Loaded, AppError> {
    // Before reading: a change meanwhile is read twice, never missed.
    let look = store.master_changes(0).look;
    let mut masters = Masters::default();
    if let Some(version) = site_version(store)? {
        masters.set_version(version);
    }
    for doctype in SETTINGS.iter().chain(&KEPT_WHOLE) {
        for document in store.documents(doctype)? {
            put(&mut masters, doctype, &document)?;
        }
    }
    Ok(Loaded { masters, look })
}

/// The version of ERPNext the site said it runs; prices follow it.
fn site_version(store: &Store) -> Result<Option<ServerVersion>, AppError> {
    let facts = SiteFacts::load(store).map_err(|_| AppError::Unreadable { what: "site facts" })?;
    let erpnext = facts.and_then(|facts| facts.site_versions().erpnext());
    Ok(erpnext.map(|version| ServerVersion::new(version.major, version.minor, version.patch)))
}

/// Takes one change of the store over into memory.
fn take_over(
    masters: &mut Masters,
    store: &Store,
    doctype: &str,
    name: &str,
) -> Result<(), AppError> {
    let whole = SETTINGS.contains(&doctype) || KEPT_WHOLE.contains(&doctype);
    if doctype == "Item" && !masters.has_item(name) {
        // Read when an order needs it.
        return Ok(());
    }
    match store.document(doctype, name)? {
        None => masters.remove(doctype, name),
        Some(document) if whole || doctype == "Item" => put(masters, doctype, &document)?,
        Some(document) if doctype == "Item Price" => {
            masters.remove(doctype, name);
            let item: Value = serde_json::from_str(&document).unwrap_or_default();
            if masters.has_item(&text(&item, "item_code")) {
                put(masters, doctype, &document)?;
            }
        }
        // Customers and addresses are read anew for each order.
        Some(_) => masters.remove(doctype, name),
    }
    Ok(())
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
        self.refresh();
        self.bring_customer(&entry.customer)?;
        self.bring_items(entry)?;
        let today = self.today();
        Ok(self.with_masters(|masters| {
            masters.set_today(today);
            price(masters, entry)
        }))
    }

    /// Decimals a quantity or a percentage may have on this site.
    pub(super) fn float_precision(&self) -> u32 {
        self.with_masters(|masters| masters.float_precision())
    }

    /// Takes over what a pull changed since the last look. What cannot be read now is tried again at
    /// the next; selling goes on meanwhile.
    pub(super) fn refresh(&self) {
        match self.take_over_changes() {
            Ok(false) => {}
            Ok(true) => match CompanyFacts::load(&self.inner.store) {
                Ok(facts) => {
                    let mut company =
                        self.inner.company.write().unwrap_or_else(PoisonError::into_inner);
                    *company = Arc::new(facts);
                }
                Err(error) => tracing::warn!(%error, "the company cannot be read anew"),
            },
            Err(error) => tracing::warn!(%error, "changed masters cannot be read anew"),
        }
    }

    /// Whether the company may have changed.
    fn take_over_changes(&self) -> Result<bool, AppError> {
        let store = &self.inner.store;
        let mut loaded = self.inner.masters.lock().unwrap_or_else(PoisonError::into_inner);
        let changes = store.master_changes(loaded.look);
        if changes.look == loaded.look {
            return Ok(false);
        }
        let Some(documents) = changes.documents else {
            *loaded = load(store)?;
            return Ok(true);
        };
        for (doctype, name) in &documents {
            take_over(&mut loaded.masters, store, doctype, name)?;
        }
        loaded.look = changes.look;
        Ok(documents.iter().any(|(doctype, _)| READ_FROM.contains(&doctype.as_str())))
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
