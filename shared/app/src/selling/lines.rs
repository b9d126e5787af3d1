//! The lines of an order as the screen shows them.

use super::body::DraftBody;
use crate::views::{DiscountEntry, LineView, StockNote, StockView, UomChoice};
use rust_decimal::{Decimal, RoundingStrategy};
use satchel_domain::pricing::{LineDerivation, LineEntry, PricedLine, PricedOrder, RuleOutcome};
use std::collections::HashMap;

/// What the catalogue knows about an item of the order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct LineFacts {
    /// Item name.
    pub item_name: String,
    /// Stock unit.
    pub stock_uom: String,
    /// Key of its drawing.
    pub art: String,
    /// Units it is sold in.
    pub uoms: Vec<UomChoice>,
    /// Stock, in stock units.
    pub stock: StockView,
}

/// The lines of a draft: as priced, or as entered while it cannot be priced.
pub(crate) fn view_lines(
    body: &DraftBody,
    priced: Option<&PricedOrder>,
    facts: &HashMap<String, LineFacts>,
) -> Vec<LineView> {
    match priced {
        Some(priced) => priced_lines(body, priced, facts),
        None => body
            .entry
            .items
            .iter()
            .enumerate()
            .map(|(index, line)| entered_line(index, line, facts.get(&line.item_code)))
            .collect(),
    }
}

fn priced_lines(
    body: &DraftBody,
    priced: &PricedOrder,
    facts: &HashMap<String, LineFacts>,
) -> Vec<LineView> {
    let promised = promised(priced);
    let mut rows: Vec<(usize, LineView)> = Vec::with_capacity(priced.items.len());
    for (index, line) in priced.items.iter().enumerate() {
        let entry = line.entry_index.and_then(|at| body.entry.items.get(at));
        let why = priced.derivation.lines.get(index).cloned();
        let view = priced_line(line, entry, why, facts.get(&line.item_code), &promised);
        // A free line follows the line that earned it; one the whole order earned comes last.
        rows.push((line.entry_index.unwrap_or(usize::MAX), view));
    }
    rows.sort_by_key(|(at, view)| (*at, view.is_free_item));
    rows.into_iter().map(|(_, view)| view).collect()
}

fn priced_line(
    line: &PricedLine,
    entry: Option<&LineEntry>,
    why: Option<LineDerivation>,
    facts: Option<&LineFacts>,
    promised: &HashMap<&str, Decimal>,
) -> LineView {
    let stock = facts.map(|f| f.stock.clone()).unwrap_or_default();
    let entered = if line.is_free_item { None } else { entry };
    LineView {
        line: line.entry_index.filter(|_| !line.is_free_item),
        item_code: line.item_code.clone(),
        item_name: line
            .item_name
            .clone()
            .or_else(|| facts.map(|f| f.item_name.clone()))
            .unwrap_or_else(|| line.item_code.clone()),
        art: facts.map(|f| f.art.clone()).unwrap_or_default(),
        qty: line.qty,
        uom: line.uom.clone(),
        uoms: facts.map(|f| f.uoms.clone()).unwrap_or_default(),
        price_list_rate: line.price_list_rate,
        rate: line.rate,
        amount: line.amount,
        discount_percentage: line.discount_percentage,
        typed_discount: entered.and_then(typed_discount),
        typed_rate: entered.and_then(|line| line.rate),
        rules: applied_titles(why.as_ref()),
        is_free_item: line.is_free_item,
        earned_by: line.entry_index.filter(|_| line.is_free_item),
        stock_note: stock_note(line, &stock, promised),
        stock,
        no_price: !line.is_free_item
            && line.price_list_rate.is_zero()
            && entered.is_some_and(|line| line.rate.is_none()),
        why,
    }
}

fn entered_line(index: usize, line: &LineEntry, facts: Option<&LineFacts>) -> LineView {
    LineView {
        line: Some(index),
        item_code: line.item_code.clone(),
        item_name: facts.map_or_else(|| line.item_code.clone(), |f| f.item_name.clone()),
        art: facts.map(|f| f.art.clone()).unwrap_or_default(),
        qty: line.qty,
        uom: line.uom.clone().or_else(|| facts.map(|f| f.stock_uom.clone())).unwrap_or_default(),
        uoms: facts.map(|f| f.uoms.clone()).unwrap_or_default(),
        price_list_rate: Decimal::ZERO,
        rate: Decimal::ZERO,
        amount: Decimal::ZERO,
        discount_percentage: Decimal::ZERO,
        typed_discount: typed_discount(line),
        typed_rate: line.rate,
        rules: Vec::new(),
        is_free_item: false,
        earned_by: None,
        stock: facts.map(|f| f.stock.clone()).unwrap_or_default(),
        stock_note: None,
        no_price: false,
        why: None,
    }
}

fn typed_discount(line: &LineEntry) -> Option<DiscountEntry> {
    line.discount_percentage
        .map(DiscountEntry::Percentage)
        .or_else(|| line.discount_amount.map(DiscountEntry::Amount))
}

fn applied_titles(why: Option<&LineDerivation>) -> Vec<String> {
    let Some(why) = why else { return Vec::new() };
    why.rules
        .iter()
        .filter(|verdict| verdict.outcome == RuleOutcome::Applied)
        .map(|verdict| {
            if verdict.title.is_empty() {
                verdict.pricing_rule.clone()
            } else {
                verdict.title.clone()
            }
        })
        .collect()
}

/// Stock units of each item this order takes, free lines included.
fn promised(priced: &PricedOrder) -> HashMap<&str, Decimal> {
    let mut sums: HashMap<&str, Decimal> = HashMap::new();
    for line in &priced.items {
        let sum = sums.entry(line.item_code.as_str()).or_default();
        *sum = sum.saturating_add(line.stock_qty);
    }
    sums
}

fn stock_note(
    line: &PricedLine,
    stock: &StockView,
    promised: &HashMap<&str, Decimal>,
) -> Option<StockNote> {
    let wanted = promised.get(line.item_code.as_str()).copied().unwrap_or(line.stock_qty);
    if !stock.kept || wanted <= stock.here {
        return None;
    }
    let factor =
        if line.conversion_factor > Decimal::ZERO { line.conversion_factor } else { Decimal::ONE };
    let whole = |stock_qty: Decimal, strategy| {
        stock_qty
            .max(Decimal::ZERO)
            .checked_div(factor)
            .unwrap_or_default()
            .round_dp_with_strategy(0, strategy)
    };
    Some(StockNote::Short {
        here: whole(stock.here, RoundingStrategy::ToZero),
        short: whole(wanted - stock.here.max(Decimal::ZERO), RoundingStrategy::AwayFromZero),
        elsewhere: whole(stock.elsewhere, RoundingStrategy::ToZero),
    })
}

/// What rules and discounts save against the list prices, tax apart, in the order's currency.
pub(crate) fn saved(priced: &PricedOrder) -> Decimal {
    let lines = priced
        .items
        .iter()
        .filter(|line| !line.is_free_item && line.price_list_rate > line.rate)
        .map(|line| (line.price_list_rate - line.rate).saturating_mul(line.qty))
        .fold(Decimal::ZERO, Decimal::saturating_add);
    lines.saturating_add(priced.discount_amount.max(Decimal::ZERO)).normalize()
}

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
