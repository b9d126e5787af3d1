//! Works out every amount of the order.
//!
//! Source of the rules: `erpnext/controllers/taxes_and_totals.py`.

mod discount;
mod grand;
mod inclusive;
mod lines;
mod shipping;
mod taxes;

use super::item_tax;
use super::order::Order;
use super::refusal::Refusal;

/// Whether the amounts already carry the additional discount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    BeforeDiscount,
    AfterDiscount,
}

/// All amounts anew, as the server has them: lines, taxes, additional discount, shipping, commission.
pub(super) fn calculate(order: &mut Order<'_>) -> Result<(), Refusal> {
    lines::values(order);
    item_tax::revalidate(order);
    run(order, Pass::BeforeDiscount)?;
    discount::check_bound(order)?;
    let mut pass = discount::apply(order)?;
    if pass == Pass::AfterDiscount {
        let changed = item_tax::revalidate(order);
        if changed && order.version.retax_after_discount {
            lines::values(order);
            run(order, Pass::BeforeDiscount)?;
            pass = discount::apply(order)?;
        }
        run(order, pass)?;
    }
    if ships(order) {
        shipping::apply(order)?;
        item_tax::revalidate(order);
        run(order, pass)?;
    }
    grand::commission(order);
    Ok(())
}

/// The same as the form shows it, which takes the lines' rates as they stand and leaves it to the
/// server to refuse.
pub(super) fn calculate_in_form(order: &mut Order<'_>) -> Result<(), Refusal> {
    lines::form_values(order);
    run(order, Pass::BeforeDiscount)?;
    let pass = discount::apply(order)?;
    if pass == Pass::AfterDiscount {
        run(order, pass)?;
    }
    if ships(order) {
        shipping::apply(order)?;
        run(order, pass)?;
    }
    Ok(())
}

fn ships(order: &Order<'_>) -> bool {
    order.entry.shipping_rule.as_deref().is_some_and(|rule| !rule.is_empty())
}

fn run(order: &mut Order<'_>, pass: Pass) -> Result<(), Refusal> {
    taxes::reset(order, pass)?;
    inclusive::take_out(order, pass);
    lines::net_total(order);
    taxes::calculate(order, pass);
    inclusive::adjust_grand_total(order, pass);
    grand::totals(order);
    lines::weight(order);
    Ok(())
}
