//! The quantities and amounts a rule's limits are held against.

use crate::masters::{ApplyOn, PricingRule, Text};
use crate::money::num::Num;
use crate::pricing::derivation::RuleOutcome;
use crate::pricing::order::{Line, Order};
use crate::pricing::uom::conversion_factor;

use super::{Candidate, Others};

/// Stock quantity and amount, both as they count for one rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    pub(super) qty: Num,
    pub(super) amount: Num,
}

/// Stock quantity and price times quantity of the line itself.
pub(super) fn of_line(line: &Line) -> Measured {
    Measured { qty: line.stock_qty, amount: line.price_list_rate * line.qty }
}

/// Whether the limits of a candidate hold. They are given in the unit of its target, if it has one;
/// amounts then count for one of that unit, unless the line itself is in it.
pub(super) fn within_limits(
    order: &Order<'_>,
    candidate: &Candidate,
    measured: Measured,
    line_uom: Option<&Text>,
) -> Result<(), RuleOutcome> {
    let rule = &candidate.rule;
    let item = order.masters.items.get(&candidate.value);
    let factor = match (&candidate.uom, item) {
        (Some(uom), Some(item)) => conversion_factor(order.masters, order.version, item, uom),
        _ => Num::ONE,
    };
    let between = |value: Num, min: Num, max: Num, factor: Num| {
        value >= min * factor && (max.is_zero() || value <= max * factor)
    };
    if !between(measured.qty, rule.min_qty, rule.max_qty, factor) {
        return Err(RuleOutcome::Quantity);
    }
    let same_unit = line_uom.is_some() && candidate.uom.as_ref() == line_uom;
    let factor = if same_unit { Num::ONE } else { factor };
    if !between(measured.amount, rule.min_amt, rule.max_amt, factor) {
        return Err(RuleOutcome::Amount);
    }
    Ok(())
}

/// The line's item, group or brand as the server compares it.
pub(super) fn field_of(line: &Line, field: ApplyOn) -> Option<&Text> {
    match field {
        ApplyOn::ItemCode => Some(&line.item.item_code),
        ApplyOn::ItemGroup => line.item.item_group.as_ref(),
        ApplyOn::Brand => line.item.brand.as_ref(),
        ApplyOn::Transaction => None,
    }
}

/// Whether a line's item, group (or one above it) or brand is among the values.
pub(super) fn among(order: &Order<'_>, line: &Line, field: ApplyOn, values: &[Text]) -> bool {
    match (field, field_of(line, field)) {
        (_, None) => false,
        (ApplyOn::ItemGroup, Some(group)) => {
            order.masters.item_groups_above(group).iter().any(|above| values.contains(above))
        }
        (_, Some(value)) => values.contains(value),
    }
}

/// What a rule is for, as the list the form spreads it over.
pub(super) fn own_targets(rule: &PricingRule) -> Others {
    let values = rule.targets.iter().map(|target| target.value.clone()).collect();
    Others { field: rule.apply_on, values }
}

/// What a rule with another item gives its discount to.
pub(super) fn other_target(rule: &PricingRule) -> Option<Others> {
    let (field, value) = rule.other.as_ref()?;
    Some(Others { field: *field, values: vec![value.clone()] })
}

/// Sums over all lines the rule is for. A line of the same item counts with the amount of the line
/// at hand, and one without group or brand with that of the line at hand, as the server has it.
pub(super) fn mixed(order: &Order<'_>, line: &Line, rule: &PricingRule) -> Measured {
    let targets = own_targets(rule);
    let mut sum = Measured { qty: Num::ZERO, amount: Num::ZERO };
    for row in &order.lines {
        let known = !row.is_bare && field_of(row, targets.field).is_some();
        let by_item = targets.field == ApplyOn::ItemCode;
        let judged = if known || by_item { row } else { line };
        if !among(order, judged, targets.field, &targets.values) {
            continue;
        }
        let row_stock_qty = if row.is_bare { Num::ZERO } else { row.stock_qty };
        let own_amount = line.qty * line.price_list_rate;
        let same_item = row.item.item_code == line.item.item_code;
        let row_rate = if row.price_list_rate.is_zero() { line.rate } else { row.price_list_rate };
        sum.amount += if same_item { own_amount } else { row.qty * row_rate };
        sum.qty += [row_stock_qty, line.stock_qty, line.qty]
            .into_iter()
            .find(|qty| !qty.is_zero())
            .unwrap_or_default();
    }
    sum
}

/// Quantity and amount of a line that a rule with another item is for.
pub(super) fn of_trigger(row: &Line) -> Measured {
    let qty = row.qty * row.conversion_factor;
    let rate = if row.price_list_rate.is_zero() { row.rate } else { row.price_list_rate };
    Measured { qty, amount: qty * rate }
}
