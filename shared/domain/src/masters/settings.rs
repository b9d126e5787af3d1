//! The settings documents that decide prices.

use super::fields::{Fields, Text};
use crate::money::NumberFormat;
use crate::money::flt::RoundingMethod;

/// All settings, with the server's defaults where a document is missing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settings {
    pub(crate) system: SystemSettings,
    pub(crate) global: GlobalDefaults,
    pub(crate) accounts: AccountsSettings,
    pub(crate) selling: SellingSettings,
    pub(crate) stock: StockSettings,
}

#[derive(Debug, Clone)]
pub(crate) struct SystemSettings {
    pub(crate) rounding_method: RoundingMethod,
    pub(crate) number_format: NumberFormat,
    /// Digits of floats and percentages.
    pub(crate) float_precision: u32,
    /// Digits of amounts in every currency.
    pub(crate) currency_precision: u32,
    pub(crate) date_format: Text,
}

impl Default for SystemSettings {
    fn default() -> Self {
        Self {
            rounding_method: RoundingMethod::default(),
            number_format: NumberFormat::default(),
            float_precision: 3,
            currency_precision: 2,
            date_format: Text::from("yyyy-mm-dd"),
        }
    }
}

impl SystemSettings {
    /// Precision of amounts: the site's, else that of its number format; never the currency's.
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        let number_format = NumberFormat::named(&fields.text("number_format"));
        let digits = |field| u32::try_from(fields.whole(field)).ok().filter(|digits| *digits > 0);
        Self {
            rounding_method: RoundingMethod::named(&fields.text("rounding_method")),
            number_format,
            float_precision: digits("float_precision").unwrap_or(3),
            currency_precision: digits("currency_precision")
                .unwrap_or_else(|| number_format.precision()),
            date_format: fields.some("date_format").unwrap_or_else(|| Text::from("yyyy-mm-dd")),
        }
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct GlobalDefaults {
    pub(crate) disable_rounded_total: bool,
    pub(crate) disable_in_words: bool,
}

impl GlobalDefaults {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            disable_rounded_total: fields.check("disable_rounded_total"),
            disable_in_words: fields.check("disable_in_words"),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct AccountsSettings {
    pub(crate) add_taxes_from_item_tax_template: bool,
    pub(crate) round_row_wise_tax: bool,
    pub(crate) allow_stale: bool,
    pub(crate) stale_days: i32,
    pub(crate) tax_category_from_shipping: bool,
}

impl Default for AccountsSettings {
    fn default() -> Self {
        Self {
            add_taxes_from_item_tax_template: true,
            round_row_wise_tax: false,
            allow_stale: true,
            stale_days: 1,
            tax_category_from_shipping: false,
        }
    }
}

impl AccountsSettings {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            add_taxes_from_item_tax_template: fields
                .check_or_set("add_taxes_from_item_tax_template"),
            round_row_wise_tax: fields.check("round_row_wise_tax"),
            allow_stale: fields.check_or_set("allow_stale"),
            stale_days: fields.whole("stale_days"),
            tax_category_from_shipping: &*fields.text("determine_address_tax_category_from")
                == "Shipping Address",
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct SellingSettings {
    pub(crate) selling_price_list: Option<Text>,
    pub(crate) validate_selling_price: bool,
    pub(crate) allow_multiple_items: bool,
    pub(crate) allow_zero_qty_in_sales_order: bool,
    /// Known from 15.99.1 on.
    pub(crate) fallback_to_default_price_list: bool,
}

impl Default for SellingSettings {
    fn default() -> Self {
        Self {
            selling_price_list: None,
            validate_selling_price: false,
            allow_multiple_items: true,
            allow_zero_qty_in_sales_order: false,
            fallback_to_default_price_list: false,
        }
    }
}

impl SellingSettings {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            selling_price_list: fields.some("selling_price_list"),
            validate_selling_price: fields.check("validate_selling_price"),
            allow_multiple_items: fields.check_or_set("allow_multiple_items"),
            allow_zero_qty_in_sales_order: fields.check("allow_zero_qty_in_sales_order"),
            fallback_to_default_price_list: fields.check("fallback_to_default_price_list"),
        }
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct StockSettings {
    pub(crate) default_warehouse: Option<Text>,
    pub(crate) auto_insert_price_list_rate_if_missing: bool,
}

impl StockSettings {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            default_warehouse: fields.some("default_warehouse"),
            auto_insert_price_list_rate_if_missing: fields
                .check("auto_insert_price_list_rate_if_missing"),
        }
    }
}
