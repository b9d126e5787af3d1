//! Finds the rules that name a line's item, group or brand and fit the order.

use super::names::condition_holds;
use super::{Candidate, verdict};
use crate::masters::{ApplyOn, PricingRule, Target, Text};
use crate::pricing::condition::Holds;
use crate::pricing::derivation::{RuleOutcome, RuleVerdict};
use crate::pricing::message::Provisional;
use crate::pricing::order::{Line, Order};

/// Rules for a line in the server's order, with a word on those that were not taken.
#[derive(Default)]
pub(super) struct Found {
    pub(super) candidates: Vec<Candidate>,
    pub(super) verdicts: Vec<RuleVerdict>,
    pub(super) provisional: Vec<Provisional>,
}

/// Searches item code, item group with its parents, then brand. A level with any candidate ends the
/// search, unless all of them allow several rules or the first has a priority.
pub(super) fn search(order: &Order<'_>, line: &Line) -> Found {
    let mut found = Found::default();
    let mut ended = false;
    for level in ApplyOn::LEVELS {
        if ended {
            note_later(order, line, level, &mut found);
            continue;
        }
        at_level(order, line, level, &mut found);
        let first = found.candidates.first();
        ended = first.is_some_and(|first| !first.rule.has_priority)
            && !all_allow_several(&found.candidates);
    }
    let candidates = std::mem::take(&mut found.candidates);
    for candidate in candidates {
        match condition_holds(order, &candidate.rule) {
            Holds::Yes => found.candidates.push(candidate),
            Holds::No => {
                found.verdicts.push(verdict(&candidate.rule, RuleOutcome::ConditionFalse));
            }
            Holds::Unknown => {
                found.verdicts.push(verdict(&candidate.rule, RuleOutcome::ConditionUnknown));
                let pricing_rule = candidate.rule.name.to_string();
                found.provisional.push(Provisional::Condition { pricing_rule });
            }
        }
    }
    found
}

pub(super) fn all_allow_several(candidates: &[Candidate]) -> bool {
    candidates.iter().all(|candidate| candidate.rule.apply_multiple_pricing_rules)
}

fn at_level(order: &Order<'_>, line: &Line, level: ApplyOn, found: &mut Found) {
    let values = values_at(order, line, level);
    let mut rules: Vec<_> = values
        .iter()
        .flat_map(|value| order.masters.rules.naming(level, value, &order.parties))
        .collect();
    rules.sort_by(|a, b| b.priority_text.cmp(&a.priority_text).then_with(|| b.name.cmp(&a.name)));
    rules.dedup_by(|a, b| a.name == b.name);
    for rule in rules {
        if let Err(outcome) = fits(order, line, rule) {
            found.verdicts.push(verdict(rule, outcome));
            continue;
        }
        let matching =
            rule.targets.iter().filter(|target| matches(line, level, &values, rule, target));
        let before = found.candidates.len();
        found.candidates.extend(matching.map(|target| Candidate {
            rule: rule.clone(),
            value: target.value.clone(),
            uom: target.uom.clone(),
            others: None,
        }));
        if found.candidates.len() == before {
            found.verdicts.push(verdict(rule, RuleOutcome::OtherUom));
        }
    }
}

/// Rules of a level the search did not come to.
fn note_later(order: &Order<'_>, line: &Line, level: ApplyOn, found: &mut Found) {
    for value in values_at(order, line, level) {
        for rule in order.masters.rules.naming(level, &value, &order.parties) {
            if fits(order, line, rule).is_ok() {
                found.verdicts.push(verdict(rule, RuleOutcome::LaterInSearch));
            }
        }
    }
}

/// The names under which a line's rules stand.
fn values_at(order: &Order<'_>, line: &Line, level: ApplyOn) -> Vec<Text> {
    let item = &line.item;
    match level {
        ApplyOn::ItemCode => {
            std::iter::once(&item.item_code).chain(&item.variant_of).cloned().collect()
        }
        ApplyOn::ItemGroup => item
            .item_group
            .iter()
            .flat_map(|group| order.masters.item_groups_above(group))
            .collect(),
        ApplyOn::Brand => item.brand.iter().cloned().collect(),
        ApplyOn::Transaction => Vec::new(),
    }
}

/// Whether a row of the rule's targets names the line. A template's row is taken in any unit, and a
/// rule for this item as the other one by each of its rows.
fn matches(
    line: &Line,
    level: ApplyOn,
    values: &[Text],
    rule: &PricingRule,
    target: &Target,
) -> bool {
    let own = values.first();
    let is_other = rule.other.as_ref().is_some_and(|(_, value)| Some(value) == own);
    let in_unit = target.uom.as_ref().is_none_or(|unit| *unit == line.uom);
    match level {
        ApplyOn::ItemCode => {
            (Some(&target.value) == own && in_unit)
                || is_other
                || line.item.variant_of.as_ref() == Some(&target.value)
        }
        ApplyOn::ItemGroup => (values.contains(&target.value) && in_unit) || is_other,
        ApplyOn::Brand => Some(&target.value) == own || is_other,
        ApplyOn::Transaction => false,
    }
}

/// Whether a rule is for this order and warehouse.
fn fits(order: &Order<'_>, line: &Line, rule: &PricingRule) -> Result<(), RuleOutcome> {
    fits_order(order, rule)?;
    if let Some(wanted) = &rule.warehouse {
        let in_warehouse = line
            .warehouse
            .as_ref()
            .is_some_and(|warehouse| order.masters.warehouses_above(warehouse).contains(wanted));
        if !in_warehouse {
            return Err(RuleOutcome::OtherWarehouse);
        }
    }
    if rule.for_price_list.as_ref().is_some_and(|list| *list != order.price_list) {
        return Err(RuleOutcome::OtherPriceList);
    }
    Ok(())
}

/// Whether a rule is for this company, party and day.
pub(super) fn fits_order(order: &Order<'_>, rule: &PricingRule) -> Result<(), RuleOutcome> {
    let party = &rule.party;
    let same = |wanted: &Option<Text>, value: Option<&Text>| {
        wanted.as_ref().is_none_or(|wanted| Some(wanted) == value)
    };
    let within = |wanted: &Option<Text>, above: &[Text]| {
        wanted.as_ref().is_none_or(|wanted| above.contains(wanted))
    };
    let for_us = same(&party.company, Some(&order.company))
        && same(&party.customer, Some(&order.customer))
        && same(&party.campaign, order.campaign.as_ref())
        && same(&party.sales_partner, order.sales_partner.as_ref())
        && within(&party.customer_group, &order.customer_groups)
        && within(&party.territory, &order.territories)
        && party.supplier.is_none()
        && party.supplier_group.is_none();
    if !for_us {
        return Err(RuleOutcome::OtherParty);
    }
    let valid = rule.valid_from.is_none_or(|from| from <= order.date)
        && rule.valid_upto.is_none_or(|upto| order.date <= upto);
    if valid { Ok(()) } else { Err(RuleOutcome::OutsideDates) }
}
