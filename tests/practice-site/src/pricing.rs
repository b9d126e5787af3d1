//! The masters that decide prices, kept beside the database for the engine.

use satchel_domain::{
    masters::{Masters, ServerVersion},
    pricing::OrderEntry,
};
use serde_json::Value;

use crate::site::{Done, Site};

/// DocTypes kept as a whole.
const WHOLE: [&str; 32] = [
    "System Settings",
    "Global Defaults",
    "Accounts Settings",
    "Selling Settings",
    "Stock Settings",
    "Company",
    "Currency",
    "Customer Group",
    "Territory",
    "Item Group",
    "Brand",
    "UOM",
    "UOM Conversion Factor",
    "Tax Category",
    "Price List",
    "Payment Term",
    "Payment Terms Template",
    "Sales Partner",
    "Campaign",
    "Coupon Code",
    "Product Bundle",
    "Shipping Rule",
    "Tax Rule",
    "Currency Exchange",
    "Warehouse",
    "Customer",
    "Address",
    "Pricing Rule",
    "Promotional Scheme",
    "Sales Taxes and Charges Template",
    "Item Tax Template",
    "Account",
];

/// DocTypes put in as an order needs them.
const BY_ITEM: [&str; 3] = ["Item", "Item Price", "Bin"];

/// The engine's masters and what changed since they were read.
#[derive(Default)]
pub(crate) struct PriceBase {
    masters: Masters,
    read: bool,
    touched: Vec<(String, String)>,
}

impl PriceBase {
    /// Notes that a document was stored.
    pub(crate) fn touch(&mut self, doctype: &str, name: &str) {
        if self.read && (WHOLE.contains(&doctype) || BY_ITEM.contains(&doctype)) {
            self.touched.push((doctype.to_owned(), name.to_owned()));
        }
    }

    /// Reads everything again at the next order, as after a request that was undone.
    pub(crate) fn forget(&mut self) {
        if !self.touched.is_empty() {
            *self = Self::default();
        }
    }
}

impl Site {
    /// The masters as loaded by [`Site::load_for_pricing`].
    pub(crate) fn masters(&self) -> &Masters {
        &self.prices.masters
    }

    /// Brings the masters up to what the entry needs.
    pub(crate) fn load_for_pricing(&mut self, entry: &OrderEntry) -> Done<()> {
        if !self.prices.read {
            self.read_whole()?;
        }
        for (doctype, name) in std::mem::take(&mut self.prices.touched) {
            self.put_one(&doctype, &name)?;
        }
        self.prices.masters.set_today(self.local_now().date());
        // What an item brings along is known once it is in; three rounds are enough.
        for _ in 0..3 {
            let needed = self.prices.masters.needed_items(entry);
            let missing: Vec<String> =
                needed.into_iter().filter(|item| !self.prices.masters.has_item(item)).collect();
            if missing.is_empty() {
                break;
            }
            for item in missing {
                self.put_item(&item)?;
            }
        }
        Ok(())
    }

    fn read_whole(&mut self) -> Done<()> {
        self.prices = PriceBase { read: true, ..PriceBase::default() };
        if let Ok(version) = self.options.versions.0.parse::<ServerVersion>() {
            self.prices.masters.set_version(version);
        }
        for doctype in WHOLE {
            for header in self.db.all(doctype)? {
                let whole = self.assemble(doctype, header)?;
                self.put_document(doctype, Value::Object(whole));
            }
        }
        Ok(())
    }

    fn put_item(&mut self, item: &str) -> Done<()> {
        self.put_one("Item", item)?;
        for doctype in ["Item Price", "Bin"] {
            let documents = self.db.bodies(
                &format!(
                    "SELECT body FROM document WHERE doctype = '{doctype}'
                     AND json_extract(body, '$.item_code') = ?1"
                ),
                vec![item.to_owned().into()],
            )?;
            for document in documents {
                self.put_document(doctype, Value::Object(document));
            }
        }
        Ok(())
    }

    fn put_one(&mut self, doctype: &str, name: &str) -> Done<()> {
        if let Some(header) = self.db.header(doctype, name)? {
            let whole = self.assemble(doctype, header)?;
            self.put_document(doctype, Value::Object(whole));
        }
        Ok(())
    }

    /// A document the engine cannot read decides no price.
    fn put_document(&mut self, doctype: &str, document: Value) {
        if let Err(error) = self.prices.masters.put(doctype, &document) {
            tracing::warn!(%error, "a master is left out of pricing");
        }
    }
}
