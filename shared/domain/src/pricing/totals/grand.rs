//! Grand total, rounded total and commission.

use crate::money::num::Num;
use crate::pricing::order::Order;

pub(super) fn totals(order: &mut Order<'_>) {
    let diff = order.totals.grand_total_diff;
    let net_total = order.totals.net_total;
    let (grand_total, taxes) = match order.taxes.last() {
        Some(last) => {
            let grand_total = last.total + diff;
            (grand_total, order.money(grand_total - net_total - diff))
        }
        None => (net_total, Num::ZERO),
    };
    order.totals.total_taxes_and_charges = taxes;
    order.totals.base_total_taxes_and_charges = order.in_company_currency(taxes);
    let base_grand_total = if taxes.is_zero() {
        order.totals.base_net_total
    } else {
        order.money(grand_total * order.conversion_rate)
    };
    order.totals.grand_total = order.money(grand_total);
    order.totals.base_grand_total = order.money(base_grand_total);
    rounded_total(order);
}

fn rounded_total(order: &mut Order<'_>) {
    if order.disable_rounded_total() {
        order.totals.rounded_total = Num::ZERO;
        order.totals.base_rounded_total = Num::ZERO;
        order.totals.rounding_adjustment = Num::ZERO;
        order.totals.base_rounding_adjustment = Num::ZERO;
        return;
    }
    let currency = order.masters.currencies.get(&order.currency);
    let smallest =
        currency.map(|currency| currency.smallest_currency_fraction_value).unwrap_or_default();
    let grand_total = order.totals.grand_total;
    let method = order.settings().system.rounding_method;
    let rounded = grand_total.rounded_to_fraction(smallest, order.money_digits(), method);
    order.totals.rounded_total = rounded;
    order.totals.rounding_adjustment = order.money(rounded - grand_total);
    order.totals.base_rounded_total = order.in_company_currency(rounded);
    order.totals.base_rounding_adjustment =
        order.in_company_currency(order.totals.rounding_adjustment);
}

/// Source of the rule: `erpnext/controllers/selling_controller.py` (`calculate_commission`).
pub(super) fn commission(order: &mut Order<'_>) {
    let granting = order.lines.iter().filter(|line| line.item.grant_commission);
    let eligible: Num = granting.map(|line| line.base_net_amount).sum();
    order.commission_rate = order.float(order.commission_rate);
    order.totals.amount_eligible_for_commission = eligible;
    let commission = eligible * order.commission_rate / Num::HUNDRED;
    order.totals.total_commission = order.money(commission);
}
