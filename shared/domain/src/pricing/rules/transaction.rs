//! Rules on the whole order.
//!
//! Source of the rules: `erpnext/accounts/doctype/pricing_rule/utils.py`
//! (`apply_pricing_rule_on_transaction`).

use std::sync::Arc;

use super::amounts::{Measured, within_limits};
use super::names::condition_holds;
use super::ruling::has_coupon_of;
use super::save::refresh_lines;
use super::search::fits_order;
use super::{Candidate, free, verdict};
use crate::masters::PricingRule;
use crate::money::num::Num;
use crate::pricing::condition::Holds;
use crate::pricing::derivation::RuleOutcome;
use crate::pricing::message::{Message, Provisional};
use crate::pricing::order::{DiscountOn, Order};
use crate::pricing::refusal::Refusal;
use crate::pricing::totals;

/// Each rule that fits acts, by name; totals are worked out anew after each.
pub(in crate::pricing) fn apply(order: &mut Order<'_>) -> Result<(), Refusal> {
    if order.entry.ignore_pricing_rule {
        return Ok(());
    }
    for rule in fitting(order) {
        order.transaction_rules.push(verdict(&rule, RuleOutcome::Applied));
        if rule.is_product {
            let row = free::row_of_transaction(&rule)?;
            free::put(order, row.into_iter().collect(), true)?;
            refresh_lines(order, false)?;
            totals::calculate(order)?;
            continue;
        }
        let coupon_met = discount(order, &rule);
        totals::calculate(order)?;
        if coupon_met {
            break;
        }
    }
    Ok(())
}

/// Rules for the order by name, limits and conditions judged before any of them acts.
fn fitting(order: &mut Order<'_>) -> Vec<Arc<PricingRule>> {
    let mut rules: Vec<Arc<PricingRule>> =
        order.masters.rules.on_transaction(&order.parties).into_iter().cloned().collect();
    rules.sort_by(|a, b| a.name.cmp(&b.name));
    let mut fitting = Vec::new();
    for rule in rules {
        match judge(order, &rule) {
            Ok(()) => fitting.push(rule),
            Err(outcome) => {
                if outcome == RuleOutcome::ConditionUnknown {
                    let pricing_rule = rule.name.to_string();
                    order.mark_provisional(Provisional::Condition { pricing_rule });
                }
                order.transaction_rules.push(verdict(&rule, outcome));
            }
        }
    }
    fitting
}

fn judge(order: &mut Order<'_>, rule: &Arc<PricingRule>) -> Result<(), RuleOutcome> {
    fits_order(order, rule)?;
    if rule.is_cumulative {
        let pricing_rule = rule.name.to_string();
        order.mark_provisional(Provisional::CumulativeRule { pricing_rule });
    }
    let measured = Measured { qty: order.totals.total_qty, amount: order.totals.total };
    let value = crate::masters::Text::default();
    let candidate = Candidate { rule: rule.clone(), value, uom: None, others: None };
    within_limits(order, &candidate, measured, None)?;
    match condition_holds(order, rule) {
        Holds::Yes => Ok(()),
        Holds::No => Err(RuleOutcome::ConditionFalse),
        Holds::Unknown => Err(RuleOutcome::ConditionUnknown),
    }
}

/// Sets the order's discount; true where the rule is that of the order's coupon, which ends it.
///
/// A rule that asks for another coupon still sets what the discount is taken off, and sets the
/// discount to none.
fn discount(order: &mut Order<'_>, rule: &PricingRule) -> bool {
    if let Some(on) = &rule.apply_discount_on {
        order.apply_discount_on = DiscountOn::named(on);
    }
    for percentage in [true, false] {
        let given = if percentage { rule.discount_percentage } else { rule.discount_amount };
        if given.is_zero() {
            continue;
        }
        if only_checks(order, rule, percentage, given) {
            set_verdict(order, rule, RuleOutcome::ChecksOnly);
            order.remark(Message::TransactionRuleNotApplied);
        } else if !rule.coupon_code_based {
            set(order, percentage, given);
        } else if has_coupon_of(order, rule) {
            set(order, percentage, given);
            return true;
        } else {
            set_verdict(order, rule, RuleOutcome::Coupon);
            set(order, percentage, Num::ZERO);
        }
    }
    false
}

/// A rule that only checks leaves alone what the rep typed. Where nothing was typed, older versions
/// apply it.
fn only_checks(order: &Order<'_>, rule: &PricingRule, percentage: bool, given: Num) -> bool {
    if !rule.validate_applied_rule {
        return false;
    }
    let (typed, current) = if percentage {
        let typed = order.entry.additional_discount_percentage.is_some();
        (typed, order.additional_discount_percentage)
    } else {
        (order.entry.discount_amount.is_some(), order.discount_amount)
    };
    (typed || order.version.unapplied_rule_only_remarked) && current < given
}

fn set(order: &mut Order<'_>, percentage: bool, value: Num) {
    if percentage {
        order.additional_discount_percentage = value;
    } else {
        order.discount_amount = value;
    }
}

fn set_verdict(order: &mut Order<'_>, rule: &PricingRule, outcome: RuleOutcome) {
    let of_rule = order.transaction_rules.iter_mut().rfind(|at| at.pricing_rule == *rule.name);
    if let Some(found) = of_rule {
        found.outcome = outcome;
    }
}
