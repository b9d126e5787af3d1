//! The additional discount, spread over the lines.

use super::{Pass, lines};
use crate::money::num::Num;
use crate::pricing::message_text::money_text;
use crate::pricing::order::{ChargeType, DiscountOn, Order};
use crate::pricing::refusal::Refusal;

/// Takes the discount off the net amounts; the taxes are to be worked out again then.
pub(super) fn apply(order: &mut Order<'_>) -> Result<Pass, Refusal> {
    set_by_percentage(order);
    if order.discount_amount.is_zero() {
        order.totals.base_discount_amount = Num::ZERO;
        return Ok(Pass::BeforeDiscount);
    }
    if order.apply_discount_on == DiscountOn::Nothing {
        return Err(Refusal::ApplyDiscountOnMissing);
    }
    order.totals.base_discount_amount = order.money(order.discount_amount * order.conversion_rate);
    order.totals.grand_total_before_discount = order.totals.grand_total;
    let distributable = total_to_distribute_over(order);
    if distributable.is_zero() {
        return Ok(Pass::BeforeDiscount);
    }
    distribute(order, distributable);
    Ok(Pass::AfterDiscount)
}

fn set_by_percentage(order: &mut Order<'_>) {
    if !order.additional_discount_percentage.is_zero() {
        let base = match order.apply_discount_on {
            DiscountOn::GrandTotal => order.totals.grand_total,
            DiscountOn::NetTotal => order.totals.net_total,
            DiscountOn::Nothing => Num::ZERO,
        };
        let discount = base * order.additional_discount_percentage / Num::HUNDRED;
        order.discount_amount = order.money(discount);
    }
}

/// Newer versions refuse a discount above the grand total, whatever it is taken off. A negative one is a
/// surcharge, which has no bound.
pub(super) fn check_bound(order: &mut Order<'_>) -> Result<(), Refusal> {
    set_by_percentage(order);
    let total = order.totals.grand_total;
    let discounts = order.apply_discount_on != DiscountOn::Nothing;
    let bound = order.version.discount_bound_by_total && discounts;
    let above = if total < Num::ZERO {
        order.discount_amount < total
    } else {
        order.discount_amount > total
    };
    if !bound || !above {
        return Ok(());
    }
    Err(Refusal::DiscountAboveTotal {
        discount: money_text(order, order.discount_amount, &order.currency),
        total: money_text(order, total, &order.currency),
    })
}

/// The grand total without what does not depend on the net amounts: actual charges, charges by
/// quantity, and rows chained to those.
fn total_to_distribute_over(order: &Order<'_>) -> Num {
    if order.apply_discount_on == DiscountOn::NetTotal {
        return order.totals.net_total;
    }
    let mut fixed: Vec<Option<Num>> = Vec::with_capacity(order.taxes.len());
    for tax in &order.taxes {
        let amount = match tax.charge_type {
            ChargeType::Actual | ChargeType::OnItemQuantity => Some(tax.tax_amount),
            _ => tax
                .chained_to()
                .and_then(|row| fixed.get(row).copied().flatten())
                .map(|amount| amount * tax.rate / Num::HUNDRED),
        };
        fixed.push(amount);
    }
    let fixed: Num = fixed.into_iter().flatten().sum();
    let diff = if order.version.distribute_rounding_difference {
        Num::ZERO
    } else {
        order.totals.grand_total_diff
    };
    order.totals.grand_total - diff - fixed
}

/// Each line gets its share; what rounding leaves goes to the line where it shows.
fn distribute(order: &mut Order<'_>, over: Num) {
    let mut items = std::mem::take(&mut order.lines);
    let mut net_total = Num::ZERO;
    let mut exact_total = Num::ZERO;
    for line in &mut items {
        let share = order.discount_amount * line.net_amount / over;
        let exact = line.net_amount - share;
        exact_total += exact;
        line.net_amount = order.money(exact);
        line.distributed_discount_amount = order.money(share);
        net_total += line.net_amount;
        let left = order.money(exact_total - net_total);
        if !left.is_zero() {
            line.net_amount = order.money(line.net_amount + left);
            line.distributed_discount_amount = order.money(line.distributed_discount_amount + left);
            net_total += left;
        }
        line.net_rate =
            if line.qty.is_zero() { Num::ZERO } else { order.money(line.net_amount / line.qty) };
        lines::in_company_currency(order, line);
    }
    order.lines = items;
}
