//! What the rules of a line amount to: price, margin, discount, free items.

use std::sync::Arc;

use super::filter::narrow;
use super::free::{self, FreeRow};
use super::search::search;
use super::{Candidate, Others, amounts, verdict};
use crate::masters::{ApplyOn, MarginType, PricingRule, RateOrDiscount, Text};
use crate::money::num::Num;
use crate::pricing::derivation::{RuleOutcome, RuleVerdict};
use crate::pricing::message::Provisional;
use crate::pricing::order::{Line, Order};
use crate::pricing::refusal::Refusal;

/// The outcome of the rules for one line.
#[derive(Debug, Clone, Default)]
pub(super) struct Ruling {
    /// The rules found; none where the search found nothing, an empty list where a coupon was missing.
    pub(super) rules: Option<Vec<Text>>,
    pub(super) validate_applied_rule: bool,
    /// Of the last rule: whether it changes the price or gives an item.
    pub(super) is_product: Option<bool>,
    pub(super) pricing_rule_for: Option<RateOrDiscount>,
    pub(super) price_list_rate: Option<Num>,
    pub(super) discount_percentage: Option<Num>,
    pub(super) discount_amount: Option<Num>,
    pub(super) margin: Option<(MarginType, Num)>,
    pub(super) others: Option<Others>,
    pub(super) free_rows: Vec<FreeRow>,
    pub(super) verdicts: Vec<RuleVerdict>,
    pub(super) provisional: Vec<Provisional>,
}

/// Searches the rules of line `n` anew and works out what they do.
pub(super) fn searched(order: &Order<'_>, n: usize) -> Result<Ruling, Refusal> {
    let Some(line) = order.lines.get(n).filter(|line| !line.is_free_item) else {
        return Ok(Ruling::default());
    };
    let mut found = search(order, line);
    let candidates = narrow(order, line, &mut found)?;
    let mut ruling =
        Ruling { verdicts: found.verdicts, provisional: found.provisional, ..Ruling::default() };
    if !candidates.is_empty() {
        rule(order, line, &candidates, &mut ruling)?;
    }
    Ok(ruling)
}

/// Works out again what the rules do that line `n` carries, without searching.
pub(super) fn carried(order: &Order<'_>, n: usize) -> Result<Ruling, Refusal> {
    let Some(line) = order.lines.get(n).filter(|line| !line.is_free_item) else {
        return Ok(Ruling::default());
    };
    let mut candidates = Vec::new();
    for name in line.rules.names() {
        if let Some(rule) = order.masters.rules.get(name) {
            candidates.push(as_carried(rule, line));
        }
    }
    let mut ruling = Ruling::default();
    rule(order, line, &candidates, &mut ruling)?;
    Ok(ruling)
}

/// The unit of a carried rule is that of the last row naming the line's own item, group or brand.
fn as_carried(rule: &Arc<PricingRule>, line: &Line) -> Candidate {
    let own = amounts::field_of(line, rule.apply_on);
    let row = rule.targets.iter().rfind(|target| Some(&target.value) == own);
    let others = amounts::other_target(rule).unwrap_or_else(|| amounts::own_targets(rule));
    Candidate {
        rule: rule.clone(),
        value: own.cloned().unwrap_or_default(),
        uom: row.and_then(|row| row.uom.clone()),
        others: Some(others),
    }
}

fn rule(
    order: &Order<'_>,
    line: &Line,
    candidates: &[Candidate],
    ruling: &mut Ruling,
) -> Result<(), Refusal> {
    let mut names = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let rule = &candidate.rule;
        if rule.coupon_code_based && !has_coupon_of(order, rule) {
            ruling.verdicts.push(verdict(rule, RuleOutcome::Coupon));
            continue;
        }
        names.push(rule.name.clone());
        ruling.validate_applied_rule = rule.validate_applied_rule;
        ruling.is_product = Some(rule.is_product);
        if rule.mixed_conditions || rule.other.is_some() {
            ruling.others = candidate.others.clone().filter(|others| !others.values.is_empty());
        }
        let mut outcome = RuleOutcome::Applied;
        if rule.validate_applied_rule {
            outcome = RuleOutcome::ChecksOnly;
        } else if rule.is_product {
            ruling.free_rows.extend(free::row_of(order, line, rule)?);
        } else {
            change_price(order, line, candidate, ruling);
            let elsewhere = rule
                .other
                .as_ref()
                .is_some_and(|(field, value)| amounts::field_of(line, *field) != Some(value));
            if elsewhere {
                outcome = RuleOutcome::AppliedOnOther;
            }
        }
        ruling.verdicts.push(verdict(rule, outcome));
    }
    ruling.rules = Some(names);
    Ok(())
}

/// Whether the order carries the coupon of a rule.
pub(super) fn has_coupon_of(order: &Order<'_>, rule: &PricingRule) -> bool {
    order
        .coupon_code
        .as_ref()
        .and_then(|coupon| order.masters.coupons.get(coupon))
        .is_some_and(|coupon| coupon.pricing_rule.as_ref() == Some(&rule.name))
}

fn change_price(order: &Order<'_>, line: &Line, candidate: &Candidate, ruling: &mut Ruling) {
    let rule = &candidate.rule;
    ruling.pricing_rule_for = Some(rule.rate_or_discount);
    add_margin(order, rule, ruling);
    match rule.rate_or_discount {
        RateOrDiscount::Rate => {
            if rule.currency == order.currency && !rule.rate.is_zero() {
                let same_unit = candidate.uom.as_ref() == Some(&line.uom);
                let factor = if same_unit { Num::ONE } else { line.conversion_factor };
                ruling.price_list_rate = Some(rule.rate * factor);
            }
            ruling.discount_percentage = Some(Num::ZERO);
        }
        RateOrDiscount::DiscountPercentage => {
            add_percentage(line.price_list_rate, rule, ruling);
        }
        RateOrDiscount::DiscountAmount => {
            let before = ruling.discount_amount.unwrap_or_default();
            let compounds = rule.apply_discount_on_rate
                && ruling.discount_percentage.is_some_and(|percentage| !percentage.is_zero());
            ruling.discount_amount = Some(if compounds {
                before + (Num::HUNDRED - before) * (rule.discount_amount / Num::HUNDRED)
            } else {
                before + rule.discount_amount
            });
        }
        RateOrDiscount::None => {}
    }
}

/// A percentage counts on the price, or on what earlier rules left of it.
fn add_percentage(price: Num, rule: &PricingRule, ruling: &mut Ruling) {
    let before = ruling.discount_percentage.unwrap_or_default();
    let share = rule.discount_percentage / Num::HUNDRED;
    if rule.apply_discount_on_rate && !before.is_zero() {
        ruling.discount_percentage = Some(before + (Num::HUNDRED - before) * share);
    } else if price.is_zero() {
        ruling.discount_percentage = Some(before + rule.discount_percentage);
    } else {
        let amount = ruling.discount_amount.unwrap_or_default() + price * share;
        ruling.discount_amount = Some(amount);
        if !amount.is_zero() {
            ruling.discount_percentage = Some(amount / price * Num::HUNDRED);
        }
    }
}

fn add_margin(order: &Order<'_>, rule: &PricingRule, ruling: &mut Ruling) {
    let Some(kind) = rule.margin_type else { return };
    if kind == MarginType::Amount && rule.currency != order.currency {
        return;
    }
    let before = match ruling.margin {
        Some((_, margin)) if rule.apply_multiple_pricing_rules => margin,
        _ => Num::ZERO,
    };
    ruling.margin = Some((kind, before + rule.margin_rate_or_amount));
}

/// Whether the list a rule spreads over is one of item codes, as all but group and brand rules have.
pub(super) fn skips_line(ruling: &Ruling, line: &Line) -> bool {
    ruling.others.as_ref().is_some_and(|others| !others.lists_item(&line.item.item_code))
}

/// Whether a line is one a rule spreads to.
pub(super) fn reaches(order: &Order<'_>, others: &Others, line: &Line) -> bool {
    match others.field {
        ApplyOn::Transaction => false,
        field => amounts::among(order, line, field, &others.values),
    }
}
