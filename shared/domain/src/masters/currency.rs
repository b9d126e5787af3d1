//! Currencies, exchange rates and price lists.

use chrono::NaiveDate;

use super::fields::{Fields, Text};
use crate::money::num::Num;

#[derive(Debug, Clone)]
pub(crate) struct Currency {
    pub(crate) fraction: Option<Text>,
    pub(crate) fraction_units: u32,
    pub(crate) smallest_currency_fraction_value: Num,
    pub(crate) symbol: Option<Text>,
    pub(crate) symbol_on_right: bool,
    pub(crate) number_format: Option<Text>,
}

impl Currency {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self {
            fraction: fields.some("fraction"),
            fraction_units: u32::try_from(fields.whole("fraction_units")).unwrap_or_default(),
            smallest_currency_fraction_value: fields.number("smallest_currency_fraction_value"),
            symbol: fields.some("symbol"),
            symbol_on_right: fields.check("symbol_on_right"),
            number_format: fields.some("number_format"),
        }
    }
}

/// An exchange rate for selling, as of a day.
#[derive(Debug, Clone)]
pub(crate) struct CurrencyExchange {
    pub(crate) name: Text,
    pub(crate) date: Option<NaiveDate>,
    pub(crate) exchange_rate: Num,
    pub(crate) for_selling: bool,
}

impl CurrencyExchange {
    pub(crate) fn read(name: &Text, fields: Fields<'_>) -> Self {
        Self {
            name: name.clone(),
            date: fields.date("date"),
            exchange_rate: fields.number("exchange_rate"),
            for_selling: fields.check("for_selling"),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct PriceList {
    pub(crate) enabled: bool,
    pub(crate) currency: Text,
}

impl PriceList {
    pub(crate) fn read(fields: Fields<'_>) -> Self {
        Self { enabled: fields.check("enabled"), currency: fields.text("currency") }
    }
}
