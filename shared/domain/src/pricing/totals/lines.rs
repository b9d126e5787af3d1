//! Rate, discount and amount of each line, and their sums.

use crate::masters::MarginType;
use crate::money::num::Num;
use crate::pricing::order::{Line, Order};

/// Lines from their price, margin, discount and rules to their amounts.
pub(super) fn values(order: &mut Order<'_>) {
    let mut lines = std::mem::take(&mut order.lines);
    for line in &mut lines {
        round(order, line);
        discounted_rate(order, line);
        margin(order, line);
        amounts(order, line);
    }
    order.lines = lines;
}

/// Lines whose rate stands as it is.
pub(super) fn form_values(order: &mut Order<'_>) {
    let mut lines = std::mem::take(&mut order.lines);
    for line in &mut lines {
        amounts(order, line);
    }
    order.lines = lines;
}

fn amounts(order: &Order<'_>, line: &mut Line) {
    line.net_rate = line.rate;
    line.amount = order.money(line.rate * line.qty);
    line.net_amount = line.amount;
    line.distributed_discount_amount = Num::ZERO;
    line.base_price_list_rate = order.in_company_currency(line.price_list_rate);
    line.base_rate = order.in_company_currency(line.rate);
    line.base_amount = order.in_company_currency(line.amount);
    in_company_currency(order, line);
}

/// The net fields in the company's currency.
pub(super) fn in_company_currency(order: &Order<'_>, line: &mut Line) {
    line.base_net_rate = order.in_company_currency(line.net_rate);
    line.base_net_amount = order.in_company_currency(line.net_amount);
}

/// Every figure of a line to the precision of its field.
fn round(order: &Order<'_>, line: &mut Line) {
    for figure in [
        &mut line.qty,
        &mut line.conversion_factor,
        &mut line.stock_qty,
        &mut line.margin_rate_or_amount,
        &mut line.discount_percentage,
        &mut line.weight_per_unit,
        &mut line.total_weight,
    ] {
        *figure = order.float(*figure);
    }
    for amount in [
        &mut line.price_list_rate,
        &mut line.rate_with_margin,
        &mut line.base_rate_with_margin,
        &mut line.discount_amount,
        &mut line.rate,
        &mut line.stock_uom_rate,
    ] {
        *amount = order.money(*amount);
    }
}

fn discounted_rate(order: &Order<'_>, line: &mut Line) {
    if line.discount_percentage == Num::HUNDRED {
        line.rate = Num::ZERO;
        return;
    }
    if line.price_list_rate.is_zero() {
        return;
    }
    let by_rule = line.rules.any();
    if line.rate.is_zero() || (by_rule && line.discount_percentage > Num::ZERO) {
        let share = line.discount_percentage / Num::HUNDRED;
        line.rate = order.money(line.price_list_rate * (Num::ONE - share));
        line.discount_amount = line.price_list_rate * share;
    } else if by_rule && !line.discount_amount.is_zero() {
        line.rate = line.price_list_rate - line.discount_amount;
    }
}

/// The margin of the line's rules; without a rule, a rate above the price is a margin.
fn margin(order: &Order<'_>, line: &mut Line) {
    let with_margin = rate_with_margin(order, line);
    line.rate_with_margin = with_margin;
    line.base_rate_with_margin = with_margin * order.conversion_rate;
    if with_margin > Num::ZERO {
        let share = line.discount_percentage / Num::HUNDRED;
        line.rate = order.money(with_margin * (Num::ONE - share));
        if !line.discount_amount.is_zero() && line.discount_percentage.is_zero() {
            line.rate = with_margin - line.discount_amount;
        } else {
            line.discount_amount = with_margin - line.rate;
        }
    } else if line.price_list_rate > Num::ZERO {
        line.discount_amount = line.price_list_rate - line.rate;
    }
}

fn rate_with_margin(order: &Order<'_>, line: &mut Line) -> Num {
    if line.price_list_rate.is_zero() {
        return Num::ZERO;
    }
    if line.rules.any() && !order.entry.ignore_pricing_rule {
        margin_of_rules(order, line);
    }
    if !line.rules.any() && line.rate > line.price_list_rate {
        line.margin_type = Some(MarginType::Amount);
        line.margin_rate_or_amount = order.float(line.rate - line.price_list_rate);
        return Num::ZERO;
    }
    let margin = line.margin_rate_or_amount;
    match line.margin_type {
        Some(_) if margin.is_zero() => Num::ZERO,
        Some(MarginType::Amount) => line.price_list_rate + margin,
        Some(MarginType::Percentage) => {
            line.price_list_rate + line.price_list_rate * margin / Num::HUNDRED
        }
        None => Num::ZERO,
    }
}

/// The last of the line's rules that has a margin in this currency decides.
fn margin_of_rules(order: &Order<'_>, line: &mut Line) {
    line.margin_type = None;
    let mut found = None;
    for name in line.rules.names() {
        let Some(rule) = order.masters.rules.get(name) else { continue };
        let fits = match rule.margin_type {
            Some(MarginType::Percentage) => true,
            Some(MarginType::Amount) => rule.currency == order.currency,
            None => false,
        };
        if fits && !rule.margin_rate_or_amount.is_zero() {
            found = Some((rule.margin_type, rule.margin_rate_or_amount));
        }
    }
    let (kind, margin) = found.unwrap_or((None, Num::ZERO));
    line.margin_type = kind;
    line.margin_rate_or_amount = margin;
}

/// Sums of the lines.
pub(super) fn net_total(order: &mut Order<'_>) {
    let sum = |of: fn(&Line) -> Num| order.lines.iter().map(of).sum::<Num>();
    let total = sum(|line| line.amount);
    let base_total = sum(|line| line.base_amount);
    let net_total = sum(|line| line.net_amount);
    let base_net_total = sum(|line| line.base_net_amount);
    order.totals.total_qty = sum(|line| line.qty);
    order.totals.total = order.money(total);
    order.totals.base_total = order.money(base_total);
    order.totals.net_total = order.money(net_total);
    order.totals.base_net_total = order.money(base_net_total);
}

pub(super) fn weight(order: &mut Order<'_>) {
    order.totals.total_net_weight = order.lines.iter().map(|line| line.total_weight).sum();
}
