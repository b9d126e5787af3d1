//! The order form's arithmetic of a line: price, margin and discount make the rate, and whenever the
//! rate changes, discount and margin are worked out again from it.
//!
//! Source of the rules: the order form (`erpnext/public/js/controllers/transaction.js`).

use super::entry::LineEntry;
use super::header::chosen;
use super::item_tax;
use super::order::{Line, Order};
use crate::masters::MarginType;
use crate::money::num::Num;

/// The rate after rules put price, margin and discount on the line.
pub(super) fn settle(order: &Order<'_>, line: &mut Line) {
    line.rate = rate_of(order, line);
    rate_changed(order, line);
}

/// The rate after the rep typed a price or discount; where it stays as it was, what was typed stays.
fn price_changed(order: &Order<'_>, line: &mut Line) {
    let rate = rate_of(order, line);
    set_rate(order, line, rate);
}

/// Price + margin - discount.
fn rate_of(order: &Order<'_>, line: &mut Line) -> Num {
    line.price_list_rate = order.money(line.price_list_rate);
    line.discount_percentage = order.float(line.discount_percentage);
    let price = line.price_list_rate;
    let margin = line.margin_rate_or_amount;
    let with_margin = match line.margin_type {
        Some(MarginType::Percentage) => price + price * (margin / Num::HUNDRED),
        _ => price + margin,
    };
    let mut rate = order.money(with_margin);
    if !line.discount_percentage.is_zero() && line.discount_amount.is_zero() {
        line.discount_amount = with_margin * line.discount_percentage / Num::HUNDRED;
    }
    if line.discount_amount > Num::ZERO {
        rate = order.money(with_margin - line.discount_amount);
        line.discount_percentage = line.discount_amount / with_margin * Num::HUNDRED;
    }
    rate
}

/// A rate that stays as it was works nothing out again.
fn set_rate(order: &Order<'_>, line: &mut Line, rate: Num) {
    if rate != line.rate {
        line.rate = rate;
        rate_changed(order, line);
    }
}

/// Discount or margin from the rate.
fn rate_changed(order: &Order<'_>, line: &mut Line) {
    line.rate = order.money(line.rate);
    line.price_list_rate = order.money(line.price_list_rate);
    let price = line.price_list_rate;
    if price.is_zero() {
        line.discount_percentage = Num::ZERO;
        line.margin_type = None;
        line.margin_rate_or_amount = Num::ZERO;
    } else if line.rate > price {
        line.discount_percentage = Num::ZERO;
        line.margin_type = Some(MarginType::Amount);
        line.margin_rate_or_amount = order.float(line.rate - price);
    } else {
        line.discount_percentage = order.float((Num::ONE - line.rate / price) * Num::HUNDRED);
        line.discount_amount = price - line.rate;
        line.margin_type = None;
        line.margin_rate_or_amount = Num::ZERO;
    }
}

/// What the rep typed over, in the order of the form's fields.
pub(super) fn type_over(order: &mut Order<'_>) {
    let mut lines = std::mem::take(&mut order.lines);
    for line in lines.iter_mut().filter(|line| !line.is_free_item) {
        let entry = line.entry_index.and_then(|at| order.entry.items.get(at));
        if let Some(entry) = entry {
            type_over_line(order, line, entry);
        }
    }
    order.lines = lines;
}

fn type_over_line(order: &Order<'_>, line: &mut Line, entry: &LineEntry) {
    if let Some(price) = entry.price_list_rate {
        line.price_list_rate = Num::from(price);
        price_changed(order, line);
    }
    if let Some(rate) = entry.rate {
        set_rate(order, line, Num::from(rate));
    }
    if let Some(percentage) = entry.discount_percentage {
        line.discount_amount = Num::ZERO;
        line.discount_percentage = Num::from(percentage);
        discount_changed(order, line);
    }
    if let Some(amount) = entry.discount_amount {
        line.discount_percentage = Num::ZERO;
        line.discount_amount = Num::from(amount);
        discount_changed(order, line);
    }
    if entry.item_tax_template.is_some() {
        line.item_tax_template = chosen(entry.item_tax_template.as_ref());
        line.item_tax_rate = item_tax::rates_of(order, line.item_tax_template.as_ref());
    }
}

/// An item without price takes no discount.
fn discount_changed(order: &Order<'_>, line: &mut Line) {
    if line.price_list_rate.is_zero() {
        line.discount_percentage = Num::ZERO;
        line.discount_amount = Num::ZERO;
    } else {
        price_changed(order, line);
    }
}
