//! The documents that decide prices, typed and indexed once when they are put in.

#![deny(clippy::float_arithmetic)]

mod currency;
mod doctypes;
mod fields;
mod item;
mod needed;
mod party;
mod put;
mod rule;
mod rule_index;
mod settings;
mod tax;
mod tree;
mod version;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

pub use doctypes::{AS_NEEDED, KEPT_WHOLE, SETTINGS, TABLES};
pub use version::ServerVersion;

pub(crate) use currency::{Currency, CurrencyExchange, PriceList};
pub(crate) use fields::Text;
pub(crate) use item::{Item, ItemDefaults, ItemPrice, ItemPrices, ItemTax, ProductBundle};
pub(crate) use party::{
    Address, Company, CouponCode, Customer, DueFrom, Node, PaymentTerm, PaymentTermsTemplate,
    SalesPartner,
};
pub(crate) use rule::{ApplyOn, MarginType, PricingRule, RateOrDiscount, Target};
pub(crate) use rule_index::{PartyKey, RuleIndex};
pub(crate) use settings::Settings;
pub(crate) use tax::{
    Account, ItemTaxTemplate, ShippingBase, ShippingRule, TAX_RULE_KEYS, TaxRule, TaxTemplate,
};
pub(crate) use version::Differences;

/// A document that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MasterError {
    /// The document is not a JSON object.
    #[error("a document of {doctype} is not an object")]
    NotAnObject {
        /// Its doctype.
        doctype: String,
    },
    /// The document has no name.
    #[error("a document of {doctype} has no name")]
    NoName {
        /// Its doctype.
        doctype: String,
    },
    /// The version is not of the form `15.99.1`.
    #[error("version {text:?} is not understood")]
    Version {
        /// What was given.
        text: String,
    },
}

impl MasterError {
    /// Stable id of the translated sentence.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::NotAnObject { .. } => "master-error-not-an-object",
            Self::NoName { .. } => "master-error-no-name",
            Self::Version { .. } => "master-error-version",
        }
    }
}

type Map<T> = Arc<HashMap<Text, T>>;

/// The masters of a site. Cloning is cheap; what changes afterwards is copied then.
///
/// The small doctypes are kept whole. Item, Item Price and Bin may be put in as an order needs them,
/// see [`Masters::needed_items`]: a price looks at nothing but its own lines' documents, so its cost
/// does not grow with what else is in here.
#[derive(Debug, Clone, Default)]
pub struct Masters {
    pub(crate) version: ServerVersion,
    pub(crate) today: Option<NaiveDate>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) companies: Map<Company>,
    pub(crate) currencies: Map<Currency>,
    pub(crate) customer_groups: Map<Node>,
    pub(crate) territories: Map<Node>,
    pub(crate) item_groups: Map<Node>,
    pub(crate) item_group_defaults: Map<ItemDefaults>,
    pub(crate) brand_defaults: Map<ItemDefaults>,
    pub(crate) warehouses: Map<Node>,
    pub(crate) warehouse_companies: Map<Text>,
    /// Whether a quantity must be whole.
    pub(crate) uoms: Map<bool>,
    /// By the unit converted to: unit converted from, factor, and the document's name.
    pub(crate) uom_factors: Map<Vec<(Text, crate::money::num::Num, Text)>>,
    pub(crate) price_lists: Map<PriceList>,
    pub(crate) payment_terms: Map<PaymentTermsTemplate>,
    pub(crate) sales_partners: Map<SalesPartner>,
    pub(crate) coupons: Map<CouponCode>,
    pub(crate) bundles: Map<ProductBundle>,
    pub(crate) shipping_rules: Map<ShippingRule>,
    pub(crate) tax_rules: Map<TaxRule>,
    /// By `from` and `to`, a line feed between them; latest first.
    pub(crate) exchange_rates: Map<Vec<CurrencyExchange>>,
    /// Currency Exchange to its pair.
    pub(crate) exchange_rate_pairs: Map<Text>,
    pub(crate) customers: Map<Customer>,
    pub(crate) addresses: Map<Address>,
    pub(crate) customer_addresses: Map<Vec<Text>>,
    pub(crate) items: Map<Arc<Item>>,
    pub(crate) item_prices: Map<Arc<ItemPrices>>,
    /// Item Price to item.
    pub(crate) item_price_items: Map<Text>,
    pub(crate) rules: Arc<RuleIndex>,
    pub(crate) tax_templates: Map<TaxTemplate>,
    pub(crate) item_tax_templates: Map<ItemTaxTemplate>,
    pub(crate) accounts: Map<Account>,
    /// By item and warehouse, a line feed between them: name and valuation rate.
    pub(crate) bins: Map<(Text, crate::money::num::Num)>,
}

impl Masters {
    /// Says which version the site runs; without it 15.71.1.
    pub fn set_version(&mut self, version: ServerVersion) {
        self.version = version;
    }

    /// The version the site runs.
    pub fn version(&self) -> &ServerVersion {
        &self.version
    }

    /// Digits of quantities and percentages: `float_precision` of System Settings, 3 where the site
    /// sets none.
    pub fn float_precision(&self) -> u32 {
        self.settings.system.float_precision
    }

    /// Says what day it is for the site. The server judges a coupon's dates and an item's end of life
    /// by it, not by the order's date; without it the order's date counts.
    pub fn set_today(&mut self, today: NaiveDate) {
        self.today = Some(today);
    }

    /// Whether the Item document is in.
    pub fn has_item(&self, item_code: &str) -> bool {
        self.items.contains_key(item_code)
    }

    /// The documents of one kind that refer to a pair, joined for look-up.
    pub(crate) fn pair(first: &str, second: &str) -> String {
        format!("{first}\n{second}")
    }
}
