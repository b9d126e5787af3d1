//! Takes tax that is part of the price out of the lines' net amounts.

use super::{Pass, lines};
use crate::money::num::Num;
use crate::pricing::order::{ChargeType, DiscountOn, Order, Tax};

use super::taxes::rate_for;

/// Net amounts of the lines, where any tax is part of the price.
pub(super) fn take_out(order: &mut Order<'_>, pass: Pass) {
    if !order.taxes.iter().any(|tax| tax.included_in_print_rate) {
        return;
    }
    let mut items = std::mem::take(&mut order.lines);
    for line in &mut items {
        let mut fractions = Num::ZERO;
        let mut per_quantity = Num::ZERO;
        for at in 0..order.taxes.len() {
            let (fraction, for_one) = share_of_price(order, at, &line.item_tax_rate);
            set_fractions(&mut order.taxes, at, fraction);
            fractions += fraction;
            per_quantity += for_one * line.qty;
        }
        let any = !fractions.is_zero() || !per_quantity.is_zero();
        if pass == Pass::BeforeDiscount && any && !line.qty.is_zero() {
            let amount = line.amount - per_quantity;
            line.net_amount = order.money(amount / (Num::ONE + fractions));
            line.net_rate = order.money(line.net_amount / line.qty);
            lines::in_company_currency(order, line);
        }
    }
    order.lines = items;
}

fn set_fractions(taxes: &mut [Tax], at: usize, fraction: Num) {
    let before = at.checked_sub(1).and_then(|before| taxes.get(before));
    let base = before.map_or(Num::ONE, |tax| tax.current.grand_total_fraction);
    if let Some(tax) = taxes.get_mut(at) {
        tax.current.tax_fraction = fraction;
        tax.current.grand_total_fraction = base + fraction;
    }
}

/// The tax as a fraction of the net amount, and as an amount for one unit.
fn share_of_price(order: &Order<'_>, at: usize, map: &[(crate::masters::Text, Num)]) -> (Num, Num) {
    let Some(tax) = order.taxes.get(at).filter(|tax| tax.included_in_print_rate) else {
        return (Num::ZERO, Num::ZERO);
    };
    let rate = rate_for(order, tax, map);
    let share = rate / Num::HUNDRED;
    let chained = || tax.chained_to().and_then(|row| order.taxes.get(row));
    let fraction = match tax.charge_type {
        ChargeType::OnNetTotal => share,
        ChargeType::OnPreviousRowAmount => {
            share * chained().map(|row| row.current.tax_fraction).unwrap_or_default()
        }
        ChargeType::OnPreviousRowTotal => {
            share * chained().map(|row| row.current.grand_total_fraction).unwrap_or_default()
        }
        ChargeType::OnItemQuantity => return (Num::ZERO, rate),
        ChargeType::Actual => Num::ZERO,
    };
    (fraction, Num::ZERO)
}

/// What rounding leaves between the lines' total and the last tax row's, if it is a few last digits;
/// without inclusive tax, what a discount on the grand total leaves between it and that row's.
pub(super) fn adjust_grand_total(order: &mut Order<'_>, pass: Pass) {
    order.totals.grand_total_diff = Num::ZERO;
    let Some(last) = order.taxes.last() else { return };
    if !order.taxes.iter().any(|tax| tax.included_in_print_rate) {
        if pass == Pass::AfterDiscount && order.apply_discount_on == DiscountOn::GrandTotal {
            let before = order.totals.grand_total_before_discount;
            let diff = before - order.discount_amount - last.total;
            order.totals.grand_total_diff = order.money(diff);
        }
        return;
    }
    let on_top = order.taxes.iter().filter(|tax| !tax.included_in_print_rate);
    let on_top: Num = on_top.map(|tax| tax.tax_amount_after_discount_amount).sum();
    let mut diff = order.totals.total + on_top - order.money(last.total);
    if pass == Pass::AfterDiscount {
        diff -= order.discount_amount;
    }
    let diff = order.money(diff);
    if diff.abs() <= Num::five_last_digits(order.money_digits()) {
        order.totals.grand_total_diff = diff;
    }
}
