//! Amounts inside the server's sentences.

use super::order::Order;
use crate::money::format::{CurrencySymbol, MoneyStyle, fmt_money};
use crate::money::num::Num;

/// An amount with the sign of its currency, as the server prints it: `$ 500.00`.
pub(super) fn money_text(order: &Order<'_>, amount: Num, currency: &str) -> String {
    let system = &order.settings().system;
    let found = order.masters.currencies.get(currency);
    let symbol = found.and_then(|found| found.symbol.as_deref()).unwrap_or(currency);
    let style = MoneyStyle {
        number_format: system.number_format,
        precision: Some(system.currency_precision),
        currency: Some(CurrencySymbol {
            symbol,
            symbol_on_right: found.is_some_and(|found| found.symbol_on_right),
            fraction_units: found.map_or(0, |found| found.fraction_units),
        }),
    };
    fmt_money(amount.get(), &style)
}
