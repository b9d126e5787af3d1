//! Narrows the rules found for a line down to those that act.

use super::amounts::{self, Measured, within_limits};
use super::search::{Found, all_allow_several};
use super::{Candidate, verdict};
use crate::masters::{ApplyOn, PricingRule, RateOrDiscount, Text};
use crate::money::num::Num;
use crate::pricing::derivation::RuleOutcome;
use crate::pricing::message::Provisional;
use crate::pricing::order::{Line, Order};
use crate::pricing::refusal::Refusal;

/// The rules that act on a line: one, or several by rising priority where all allow it.
pub(super) fn narrow(
    order: &Order<'_>,
    line: &Line,
    found: &mut Found,
) -> Result<Vec<Candidate>, Refusal> {
    let candidates = std::mem::take(&mut found.candidates);
    if candidates.is_empty() {
        return Ok(candidates);
    }
    if !all_allow_several(&candidates) {
        return match one_of(order, line, candidates, found)? {
            Narrowed::One(candidate) => Ok(vec![candidate]),
            Narrowed::None => Ok(Vec::new()),
            Narrowed::Hint(pricing_rule) => Err(Refusal::ThresholdHint { pricing_rule }),
        };
    }
    let mut kept = Vec::new();
    for candidate in candidates {
        if let Narrowed::One(candidate) = one_of(order, line, vec![candidate], found)? {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|candidate| match candidate.rule.priority {
        0 => 1,
        priority => priority,
    });
    Ok(kept)
}

enum Narrowed {
    None,
    One(Candidate),
    /// A rule near its limit, about which the server wants to tell the user.
    Hint(String),
}

fn one_of(
    order: &Order<'_>,
    line: &Line,
    candidates: Vec<Candidate>,
    found: &mut Found,
) -> Result<Narrowed, Refusal> {
    let Some(first) = candidates.first().map(|candidate| candidate.rule.clone()) else {
        return Ok(Narrowed::None);
    };
    if first.is_cumulative {
        let pricing_rule = first.name.to_string();
        found.provisional.push(Provisional::CumulativeRule { pricing_rule });
    }
    let mixed = first.mixed_conditions;
    let measured = if mixed { amounts::mixed(order, line, &first) } else { amounts::of_line(line) };
    let mut kept = if first.other.is_some() && !mixed {
        by_other_line(order, &first, &candidates, found)
    } else {
        by_limits(order, line, candidates.clone(), measured, found)
    };
    if kept.is_empty() {
        let near = candidates.iter().find(|candidate| hints(&candidate.rule, measured));
        return Ok(near
            .map_or(Narrowed::None, |candidate| Narrowed::Hint(candidate.rule.name.to_string())));
    }
    if mixed {
        let targets = amounts::own_targets(&first);
        kept.iter_mut().for_each(|candidate| candidate.others = Some(targets.clone()));
    }
    keep_best(order, line, &mut kept, found);
    if kept.len() > 1 {
        let rules = kept.iter().map(|candidate| candidate.rule.name.to_string()).collect();
        return Err(Refusal::MultiplePricingRules { rules });
    }
    Ok(kept.pop().map_or(Narrowed::None, Narrowed::One))
}

fn by_limits(
    order: &Order<'_>,
    line: &Line,
    candidates: Vec<Candidate>,
    measured: Measured,
    found: &mut Found,
) -> Vec<Candidate> {
    let mut kept = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        match within_limits(order, &candidate, measured, Some(&line.uom)) {
            Ok(()) => kept.push(candidate),
            Err(outcome) => found.verdicts.push(verdict(&candidate.rule, outcome)),
        }
    }
    kept
}

/// The first line the rule is for decides; a line without quantity is passed over.
fn by_other_line(
    order: &Order<'_>,
    first: &PricingRule,
    candidates: &[Candidate],
    found: &mut Found,
) -> Vec<Candidate> {
    let targets = amounts::own_targets(first);
    let trigger = order.lines.iter().find(|row| {
        amounts::among(order, row, targets.field, &targets.values) && !row.qty.is_zero()
    });
    let Some(trigger) = trigger else {
        let absent = |candidate: &Candidate| verdict(&candidate.rule, RuleOutcome::OtherItem);
        found.verdicts.extend(candidates.iter().map(absent));
        return Vec::new();
    };
    let measured = amounts::of_trigger(trigger);
    let mut kept = by_limits(order, trigger, candidates.to_vec(), measured, found);
    if let Some(candidate) = kept.first_mut() {
        candidate.others = amounts::other_target(first);
    }
    kept
}

/// Whether the server would hint that a little more (or less) brings a rule about.
fn hints(rule: &PricingRule, measured: Measured) -> bool {
    if rule.threshold_percentage.is_zero() {
        return false;
    }
    let margin = |limit: Num| (limit * rule.threshold_percentage * Num::new(0.01)).truncated();
    let below = |limit: Num, value: Num| {
        !limit.is_zero() && value < limit && limit - margin(limit) <= value
    };
    let above = |limit: Num, value: Num| {
        !limit.is_zero() && value > limit && limit + margin(limit) >= value
    };
    below(rule.min_qty, measured.qty)
        || below(rule.min_amt, measured.amount)
        || above(rule.max_qty, measured.qty)
        || above(rule.max_amt, measured.amount)
}

/// Highest priority, then the order's currency, then the narrower target or party, then a rule for this very price list.
fn keep_best(order: &Order<'_>, line: &Line, kept: &mut Vec<Candidate>, found: &mut Found) {
    let highest = kept.iter().map(|candidate| candidate.rule.priority).max().unwrap_or_default();
    if highest != 0 {
        retain(kept, found, |candidate| candidate.rule.priority == highest);
    }
    let in_currency = |candidate: &Candidate| candidate.rule.currency == order.currency;
    if kept.len() > 1 && kept.iter().any(in_currency) {
        retain(kept, found, in_currency);
    }
    if kept.len() > 1 {
        keep_narrowest(order, line, kept, found);
    }
    let percentages = kept
        .iter()
        .all(|candidate| candidate.rule.rate_or_discount == RateOrDiscount::DiscountPercentage);
    let for_list =
        |candidate: &Candidate| candidate.rule.for_price_list.as_ref() == Some(&order.price_list);
    if kept.len() > 1 && percentages && kept.iter().any(for_list) {
        retain(kept, found, for_list);
    }
}

fn retain(kept: &mut Vec<Candidate>, found: &mut Found, keep: impl Fn(&Candidate) -> bool) {
    for candidate in kept.iter().filter(|candidate| !keep(candidate)) {
        found.verdicts.push(verdict(&candidate.rule, RuleOutcome::LowerPriority));
    }
    kept.retain(keep);
}

/// The fields rules are told apart by, in the order in which they count.
const TARGET_FIELDS: [Field; 4] =
    [Field::ItemCode, Field::VariantOf, Field::ItemGroup, Field::Brand];
const PARTY_FIELDS: [Field; 3] = [Field::Customer, Field::CustomerGroup, Field::Territory];
const OTHER_FIELDS: [Field; 2] = [Field::Campaign, Field::SalesPartner];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    ItemCode,
    VariantOf,
    ItemGroup,
    Brand,
    Customer,
    CustomerGroup,
    Territory,
    Campaign,
    SalesPartner,
}

/// Rules that differ only in what they are for: the one for the item itself, its template, its group
/// or its brand wins. Those that differ only in whom they are for go by customer, group, territory.
fn keep_narrowest(order: &Order<'_>, line: &Line, kept: &mut Vec<Candidate>, found: &mut Found) {
    let same = |fields: &[Field]| {
        let mut values = kept.iter().map(|candidate| {
            fields.iter().map(|field| value(candidate, line, *field)).collect::<Vec<_>>()
        });
        let first = values.next();
        values.all(|other| Some(other) == first)
    };
    let deciding: &[Field] = if same(&PARTY_FIELDS) && same(&OTHER_FIELDS) {
        &TARGET_FIELDS
    } else if same(&TARGET_FIELDS) && same(&OTHER_FIELDS) {
        &PARTY_FIELDS
    } else {
        return;
    };
    for field in deciding {
        let Some(wanted) = value_of_order(order, line, *field) else { continue };
        let fits = |candidate: &Candidate| value(candidate, line, *field).as_ref() == Some(&wanted);
        if kept.iter().any(fits) {
            retain(kept, found, fits);
            return;
        }
    }
}

fn value(candidate: &Candidate, line: &Line, field: Field) -> Option<Text> {
    let rule = &candidate.rule;
    let target = |level| (rule.apply_on == level).then(|| candidate.value.clone());
    match field {
        Field::ItemCode => target(ApplyOn::ItemCode),
        Field::VariantOf => target(ApplyOn::ItemCode).and(line.item.variant_of.clone()),
        Field::ItemGroup => target(ApplyOn::ItemGroup),
        Field::Brand => target(ApplyOn::Brand),
        Field::Customer => rule.party.customer.clone(),
        Field::CustomerGroup => rule.party.customer_group.clone(),
        Field::Territory => rule.party.territory.clone(),
        Field::Campaign => rule.party.campaign.clone(),
        Field::SalesPartner => rule.party.sales_partner.clone(),
    }
}

fn value_of_order(order: &Order<'_>, line: &Line, field: Field) -> Option<Text> {
    match field {
        Field::ItemCode => Some(line.item.item_code.clone()),
        Field::VariantOf => line.item.variant_of.clone(),
        Field::ItemGroup => line.item.item_group.clone(),
        Field::Brand => line.item.brand.clone(),
        Field::Customer => Some(order.customer.clone()),
        Field::CustomerGroup => order.customer_group.clone(),
        Field::Territory => order.territory.clone(),
        Field::Campaign => order.campaign.clone(),
        Field::SalesPartner => order.sales_partner.clone(),
    }
}
