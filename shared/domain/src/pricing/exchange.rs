//! Exchange rates of the order's currency and of its price list's.
//!
//! Source of the rules: `erpnext/setup/utils.py` (`get_exchange_rate`) and
//! `erpnext/controllers/accounts_controller.py` (`validate_conversion_rate`).

use chrono::{Days, NaiveDate};

use super::order::Order;
use super::refusal::Refusal;
use crate::masters::{Masters, Text};
use crate::money::num::Num;

/// Fills both rates; a price list in the order's currency shares its rate.
pub(super) fn set_rates(order: &mut Order<'_>) -> Result<(), Refusal> {
    let masters = order.masters;
    let price_list = masters.price_lists.get(&order.price_list).filter(|list| list.enabled);
    let price_list = price_list
        .ok_or_else(|| Refusal::PriceListDisabled { price_list: order.price_list.to_string() })?;
    order.price_list_currency = price_list.currency.clone();
    order.conversion_rate = rate_to_company(order, &order.currency, "Exchange Rate")?;
    order.plc_conversion_rate = if order.price_list_currency == order.currency {
        order.conversion_rate
    } else {
        rate_to_company(order, &order.price_list_currency, "Price List Exchange Rate")?
    };
    Ok(())
}

fn rate_to_company(order: &Order<'_>, from: &Text, label: &'static str) -> Result<Num, Refusal> {
    let method = order.settings().system.rounding_method;
    let rate = exchange_rate(order.masters, from, &order.company_currency, order.date)
        .map(|rate| rate.rounded(9, method))
        .filter(|rate| !rate.is_zero());
    rate.ok_or_else(|| Refusal::NoExchangeRate {
        label,
        from: from.to_string(),
        to: order.company_currency.to_string(),
    })
}

/// The latest rate for selling on or before the day; where stale rates are off, of the last days
/// only.
fn exchange_rate(masters: &Masters, from: &Text, to: &Text, date: NaiveDate) -> Option<Num> {
    if from == to {
        return Some(Num::ONE);
    }
    let accounts = &masters.settings.accounts;
    let days = Days::new(u64::try_from(accounts.stale_days).unwrap_or_default());
    let oldest = if accounts.allow_stale { None } else { date.checked_sub_days(days) };
    let pair = Masters::pair(from, to);
    masters
        .exchange_rates
        .get(pair.as_str())?
        .iter()
        .filter(|rate| rate.for_selling)
        .find(|rate| rate.date.is_some_and(|day| day <= date && oldest.is_none_or(|old| day > old)))
        .map(|rate| rate.exchange_rate)
}
