//! The rules as the server applies them when it saves.
//!
//! Source of the rules: `erpnext/controllers/accounts_controller.py` (`set_missing_item_details`,
//! `apply_pricing_rule_on_items`).

use super::free;
use super::ruling::{self, Ruling, skips_line};
use crate::masters::RateOrDiscount;
use crate::money::num::Num;
use crate::pricing::item_price;
use crate::pricing::item_tax;
use crate::pricing::lines;
use crate::pricing::message::Message;
use crate::pricing::order::{Line, LineRules, Order};
use crate::pricing::priced::AppliedRule;
use crate::pricing::refusal::Refusal;

/// Every line anew: lines with rules by the rules they carry, lines without searched again. Where
/// the server fills in missing values a second time, it searches for all of them.
pub(in crate::pricing) fn refresh_lines(
    order: &mut Order<'_>,
    keeps_carried: bool,
) -> Result<(), Refusal> {
    order.applied_rules.clear();
    let mut n = 0;
    // Free rows appended on the way are visited as well.
    while n < order.lines.len() {
        refresh_line(order, n, keeps_carried)?;
        n += 1;
    }
    Ok(())
}

fn refresh_line(order: &mut Order<'_>, n: usize, keeps_carried: bool) -> Result<(), Refusal> {
    let Some(line) = order.lines.get(n) else { return Ok(()) };
    let item_code = line.item.item_code.clone();
    lines::item_for_sale(order, &item_code)?;
    note_missing_price(order, n);
    with_line(order, n, fill_from_item);
    if order.entry.ignore_pricing_rule {
        return Ok(());
    }
    let carries = order.lines.get(n).is_some_and(|line| line.rules.any());
    if let Some(line) = order.lines.get_mut(n).filter(|line| keeps_carried && line.has_empty_list())
    {
        take_rules_off(line);
        return Ok(());
    }
    let mut ruling = if carries && keeps_carried {
        ruling::carried(order, n)?
    } else {
        ruling::searched(order, n)?
    };
    for reason in std::mem::take(&mut ruling.provisional) {
        order.mark_provisional(reason);
    }
    let Some(names) = ruling.rules.clone() else {
        return Ok(());
    };
    if let Some(line) = order.lines.get_mut(n) {
        line.rules = LineRules::List(names.clone());
        if !carries {
            line.why.rules = std::mem::take(&mut ruling.verdicts);
        }
    }
    put_on_line(order, n, &mut ruling)?;
    let item_code = item_code.to_string();
    order.applied_rules.extend(names.iter().map(|name| AppliedRule {
        pricing_rule: name.to_string(),
        item_code: item_code.clone(),
        rule_applied: true,
    }));
    Ok(())
}

/// Changes a line while the rest of the order is looked at.
fn with_line(order: &mut Order<'_>, n: usize, change: impl FnOnce(&Order<'_>, &mut Line)) {
    let mut lines = std::mem::take(&mut order.lines);
    if let Some(line) = lines.get_mut(n) {
        change(order, line);
    }
    order.lines = lines;
}

/// What the server sets from the item, whatever the line said.
fn fill_from_item(order: &Order<'_>, line: &mut Line) {
    line.weight_per_unit = line.item.weight_per_unit;
    line.total_weight = line.weight_per_unit * line.stock_qty;
    line.is_bare = false;
    if line.item_tax_template.is_none() && !tax_template_taken_off(order, line) {
        let rate = line.base_net_rate;
        line.item_tax_template = item_tax::template_for(order, &line.item, rate, None);
        line.item_tax_rate = item_tax::rates_of(order, line.item_tax_template.as_ref());
    }
}

/// Whether the rep emptied the field.
fn tax_template_taken_off(order: &Order<'_>, line: &Line) -> bool {
    let entry = line.entry_index.and_then(|at| order.entry.items.get(at));
    let typed = entry.and_then(|entry| entry.item_tax_template.as_deref());
    !line.is_free_item && typed == Some("")
}

/// A list of rules that came out empty is taken off, and what was typed goes with it.
fn take_rules_off(line: &mut Line) {
    line.rules = LineRules::None;
    line.rate = line.price_list_rate;
    line.discount_percentage = Num::ZERO;
    line.discount_amount = Num::ZERO;
    line.margin_type = None;
    line.margin_rate_or_amount = Num::ZERO;
}

fn put_on_line(order: &mut Order<'_>, n: usize, ruling: &mut Ruling) -> Result<(), Refusal> {
    if ruling.validate_applied_rule {
        remark_unapplied(order, n);
        return Ok(());
    }
    match ruling.is_product {
        Some(true) => {
            let rows = std::mem::take(&mut ruling.free_rows);
            free::put(order, rows, true)
        }
        Some(false) => {
            with_line(order, n, |order, line| change_price(order, line, ruling));
            Ok(())
        }
        None => Ok(()),
    }
}

fn change_price(order: &Order<'_>, line: &mut Line, ruling: &Ruling) {
    if skips_line(ruling, line) {
        return;
    }
    line.discount_percentage = ruling.discount_percentage.unwrap_or_default();
    if ruling.pricing_rule_for == Some(RateOrDiscount::Rate) {
        if let Some(price) = ruling.price_list_rate {
            line.price_list_rate = price;
        }
    } else {
        line.discount_amount = ruling.discount_amount.unwrap_or_default();
    }
    if !line.price_list_rate.is_zero() {
        let share = line.discount_percentage / Num::HUNDRED;
        line.rate = order.money(line.price_list_rate * (Num::ONE - share));
        if !line.discount_amount.is_zero() {
            line.rate = line.price_list_rate - line.discount_amount;
        }
    }
}

/// A rule that only checks: less than it gives is remarked on, once for each figure that is less.
fn remark_unapplied(order: &mut Order<'_>, n: usize) {
    let Some(line) = order.lines.get(n) else { return };
    let mut remarks = Vec::new();
    for name in line.rules.names() {
        let Some(rule) = order.masters.rules.get(name) else { continue };
        let pairs = [
            (line.discount_percentage, rule.discount_percentage),
            (line.discount_amount, rule.discount_amount),
            (line.rate, rule.rate),
        ];
        for _ in pairs.iter().filter(|(given, wanted)| given < wanted) {
            remarks.push(Message::RuleNotApplied {
                row: n + 1,
                pricing_rule: name.to_string(),
                item_code: line.item.item_code.to_string(),
            });
        }
    }
    remarks.into_iter().for_each(|remark| order.remark(remark));
}

/// A rate typed for an item without price becomes its price, once.
fn note_missing_price(order: &mut Order<'_>, n: usize) {
    let Some(line) = order.lines.get(n) else { return };
    let typed = line.has_no_price && !line.rate.is_zero();
    let own_currency = order.price_list_currency == order.currency;
    if !typed || !own_currency || !order.settings().stock.auto_insert_price_list_rate_if_missing {
        return;
    }
    if item_price::has_any(order, &line.item) {
        return;
    }
    let message = Message::ItemPriceAdded {
        item_code: line.item.item_code.to_string(),
        price_list: order.price_list.to_string(),
    };
    order.remark(message);
}

/// What the server fills in on a line that was appended with little more than an item.
pub(super) fn fill_missing(order: &Order<'_>, line: &mut Line) {
    let _own_price = item_price::price_of(order, line);
    line.stock_qty = line.qty * line.conversion_factor;
    line.total_weight = line.weight_per_unit * line.stock_qty;
    line.warehouse = lines::warehouse(order, &line.item);
    line.item_tax_template = item_tax::template_for(order, &line.item, Num::ZERO, None);
    line.item_tax_rate = item_tax::rates_of(order, line.item_tax_template.as_ref());
}
