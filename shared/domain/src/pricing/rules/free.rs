//! Items that rules give free.

use super::save;
use crate::masters::{ApplyOn, PricingRule, Text};
use crate::money::num::Num;
use crate::pricing::lines::item_for_sale;
use crate::pricing::order::{Line, LineRules, Order};
use crate::pricing::refusal::Refusal;
use crate::pricing::uom::conversion_factor;

/// A line a rule gives.
#[derive(Debug, Clone)]
pub(super) struct FreeRow {
    pub(super) item_code: Text,
    pub(super) pricing_rule: Text,
    pub(super) qty: Num,
    pub(super) rate: Num,
    pub(super) uom: Option<Text>,
    pub(super) dont_enforce_qty: bool,
    pub(super) entry_index: Option<usize>,
}

/// What a rule gives for a line; none where a recursive rule does not yet give anything.
pub(super) fn row_of(
    order: &Order<'_>,
    line: &Line,
    rule: &PricingRule,
) -> Result<Option<FreeRow>, Refusal> {
    let same = rule.free.same_item && rule.apply_on != ApplyOn::Transaction;
    let item = if same { Some(line.item.item_code.clone()) } else { rule.free.item.clone() };
    let of_same_item = |row: &&Line| {
        !row.is_free_item && row.item.item_code == line.item.item_code && row.rules == line.rules
    };
    let transaction_qty = order.lines.iter().filter(of_same_item).map(|row| row.qty).sum();
    row(rule, item, transaction_qty, line.entry_index)
}

/// What a rule on the whole order gives. A recursive one has no line to count, and the server fails.
pub(super) fn row_of_transaction(rule: &PricingRule) -> Result<Option<FreeRow>, Refusal> {
    if rule.free.is_recursive {
        return Err(Refusal::RecursiveTransactionRule { pricing_rule: rule.name.to_string() });
    }
    row(rule, rule.free.item.clone(), Num::ZERO, None)
}

fn row(
    rule: &PricingRule,
    item: Option<Text>,
    transaction_qty: Num,
    entry_index: Option<usize>,
) -> Result<Option<FreeRow>, Refusal> {
    let pricing_rule = rule.name.clone();
    let item_code =
        item.ok_or_else(|| Refusal::NoFreeItem { pricing_rule: pricing_rule.to_string() })?;
    let once = if rule.free.qty.is_zero() { Num::ONE } else { rule.free.qty };
    let qty = if rule.free.is_recursive {
        recursive_qty(rule, once, transaction_qty - rule.free.apply_recursion_over)?
    } else {
        once
    };
    Ok((!qty.is_zero()).then(|| FreeRow {
        item_code,
        pricing_rule,
        qty,
        rate: rule.free.rate,
        uom: rule.free.uom.clone(),
        dont_enforce_qty: rule.free.dont_enforce_qty,
        entry_index,
    }))
}

/// As often as the quantity holds the step; in fractions unless the rule rounds. Below the first
/// step over the threshold the rule gives once.
fn recursive_qty(rule: &PricingRule, once: Num, counted: Num) -> Result<Num, Refusal> {
    if counted <= Num::ZERO {
        return Ok(once);
    }
    let step = rule.free.recurse_for;
    if step.is_zero() {
        return Err(Refusal::DivisionByZero);
    }
    Ok(if rule.free.round_qty { (counted / step).floor() * once } else { counted * once / step })
}

/// Puts free rows on the order: an existing row of the same item and rule is renewed, else one is
/// appended. `enforce` keeps a renewed row's quantity where its rule says so.
pub(super) fn put(order: &mut Order<'_>, rows: Vec<FreeRow>, enforce: bool) -> Result<(), Refusal> {
    for row in rows {
        let keep_qty = enforce && row.dont_enforce_qty;
        let existing = order.lines.iter().position(|line| {
            line.is_free_item
                && line.item.item_code == row.item_code
                && line.rules.names().first() == Some(&row.pricing_rule)
        });
        let new = line_of(order, &row)?;
        match existing.and_then(|at| order.lines.get_mut(at)) {
            Some(line) => {
                if !keep_qty {
                    line.qty = new.qty;
                }
                line.rate = new.rate;
                line.price_list_rate = new.price_list_rate;
                line.uom = new.uom;
                line.conversion_factor = new.conversion_factor;
            }
            None => order.lines.push(new),
        }
    }
    Ok(())
}

fn line_of(order: &Order<'_>, row: &FreeRow) -> Result<Line, Refusal> {
    let item = item_for_sale(order, &row.item_code)?;
    let uom = row.uom.clone().unwrap_or_else(|| item.stock_uom.clone());
    let mut line = Line::of(item, row.qty, uom);
    line.entry_index = row.entry_index;
    line.conversion_factor = conversion_factor(order.masters, order.version, &line.item, &line.uom);
    line.delivery_date = order.entry.delivery_date;
    line.is_free_item = true;
    line.is_bare = true;
    line.rules = LineRules::Free(row.pricing_rule.clone());
    line.rate = row.rate;
    line.price_list_rate = row.rate;
    save::fill_missing(order, &mut line);
    Ok(line)
}
