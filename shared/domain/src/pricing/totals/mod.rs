//! Works out every amount of the order.
//!
//! Source of the rules: `erpnext/controllers/taxes_and_totals.py`.

mod discount;
mod grand;
mod inclusive;
mod lines;
mod shipping;
mod taxes;

pub(super) use shipping::apply as apply_shipping;

use super::item_tax;
use super::order::Order;
use super::refusal::Refusal;

/// Whether the amounts already carry the additional discount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    BeforeDiscount,
    AfterDiscount,
}

/// All amounts anew: lines, taxes, additional discount, shipping, commission.
pub(super) fn calculate(order: &mut Order<'_>) -> Result<(), Refusal> {
    if order.lines.is_empty() {
        return Ok(());
    }
    run(order, Pass::BeforeDiscount)?;
    let pass = discount::apply(order)?;
    if order.entry.shipping_rule.as_deref().is_some_and(|rule| !rule.is_empty()) {
        shipping::apply(order)?;
        run(order, pass)?;
    }
    grand::commission(order);
    Ok(())
}

/// The sums as the form has them before any rule acts, for the conditions of rules.
pub(super) fn for_conditions(order: &mut Order<'_>) {
    lines::values(order);
    lines::net_total(order);
}

fn run(order: &mut Order<'_>, pass: Pass) -> Result<(), Refusal> {
    if pass == Pass::BeforeDiscount {
        lines::values(order);
    }
    item_tax::revalidate(order);
    taxes::reset(order, pass)?;
    inclusive::take_out(order, pass);
    lines::net_total(order);
    taxes::calculate(order, pass);
    inclusive::adjust_grand_total(order, pass);
    grand::totals(order);
    lines::weight(order);
    Ok(())
}
