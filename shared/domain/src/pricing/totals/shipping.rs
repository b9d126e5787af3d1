//! The shipping rule as an `Actual` tax row.
//!
//! Source of the rules: `erpnext/accounts/doctype/shipping_rule/shipping_rule.py`.

use crate::masters::{ShippingBase, ShippingRule};
use crate::money::num::Num;
use crate::pricing::order::{ChargeType, Order, Tax};
use crate::pricing::refusal::Refusal;

/// Adds the charge at the end, or renews the one that is there.
pub(super) fn apply(order: &mut Order<'_>) -> Result<(), Refusal> {
    let Some(name) = order.entry.shipping_rule.as_deref().filter(|name| !name.is_empty()) else {
        return Ok(());
    };
    let masters = order.masters;
    let rule = masters.shipping_rules.get(name).ok_or_else(|| Refusal::DoesNotExist {
        doctype: "Shipping Rule".to_owned(),
        name: name.to_owned(),
    })?;
    check_country(order, rule)?;
    let mut amount = match rule.base {
        ShippingBase::Fixed => rule.shipping_amount,
        ShippingBase::NetTotal => amount_for(rule, order.totals.base_net_total),
        ShippingBase::NetWeight => amount_for(rule, order.totals.total_net_weight),
    };
    if order.currency != order.company_currency {
        let method = order.settings().system.rounding_method;
        amount = (amount / order.conversion_rate).rounded(2, method);
    }
    let ours =
        |tax: &&mut Tax| tax.charge_type == ChargeType::Actual && tax.account_head == rule.account;
    match order.taxes.iter_mut().rfind(ours) {
        Some(tax) => tax.tax_amount = amount,
        None => order.taxes.push(Tax {
            description: Some(rule.label.clone()),
            tax_amount: amount,
            ..Tax::of(ChargeType::Actual, rule.account.clone())
        }),
    }
    Ok(())
}

/// The first condition that holds the value; one without an upper bound holds any.
fn amount_for(rule: &ShippingRule, value: Num) -> Num {
    let holds = |from: Num, to: Num| to.is_zero() || (from <= value && value <= to);
    let found =
        rule.conditions.iter().find(|condition| holds(condition.from_value, condition.to_value));
    found.map(|condition| condition.shipping_amount).unwrap_or_default()
}

/// A rule for some countries asks for the shipping address, if there is one.
fn check_country(order: &Order<'_>, rule: &ShippingRule) -> Result<(), Refusal> {
    let address = order.shipping_address.as_ref();
    let Some(address) = address.and_then(|name| order.masters.addresses.get(name)) else {
        return Ok(());
    };
    if rule.countries.is_empty() {
        return Ok(());
    }
    match &address.country {
        None => Err(Refusal::ShippingCountryMissing),
        Some(country) if rule.countries.contains(country) => Ok(()),
        Some(country) => Err(Refusal::ShippingCountry { country: country.to_string() }),
    }
}
