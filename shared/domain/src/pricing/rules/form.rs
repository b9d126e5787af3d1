//! The rules as the order form applies them once all lines are entered.

use super::free;
use super::ruling::{self, Ruling, reaches, skips_line};
use crate::masters::RateOrDiscount;
use crate::money::num::Num;
use crate::pricing::form_line;
use crate::pricing::order::{Line, LineRules, Order};
use crate::pricing::refusal::Refusal;

/// Asks the rules for every line, then puts what they say on the lines.
pub(in crate::pricing) fn apply(order: &mut Order<'_>) -> Result<(), Refusal> {
    let mut rulings = Vec::with_capacity(order.lines.len());
    for n in 0..order.lines.len() {
        rulings.push(ruling::searched(order, n)?);
    }
    let mut free_rows = Vec::new();
    for (line, ruling) in order.lines.iter_mut().zip(&mut rulings) {
        put_on_line(line, ruling);
        line.why.rules = std::mem::take(&mut ruling.verdicts);
        free_rows.append(&mut ruling.free_rows);
    }
    for ruling in &mut rulings {
        for reason in std::mem::take(&mut ruling.provisional) {
            order.mark_provisional(reason);
        }
        spread(order, ruling);
    }
    free::put(order, free_rows, false)?;
    let mut lines = std::mem::take(&mut order.lines);
    for line in lines.iter_mut().filter(|line| !line.is_free_item) {
        form_line::settle(order, line);
    }
    order.lines = lines;
    Ok(())
}

fn put_on_line(line: &mut Line, ruling: &Ruling) {
    let Some(names) = &ruling.rules else { return };
    line.rules = LineRules::List(names.clone());
    if names.is_empty() || skips_line(ruling, line) {
        return;
    }
    // The price of a rule that spreads is only set by the save.
    if let Some(price) = ruling.price_list_rate.filter(|_| ruling.others.is_none()) {
        line.price_list_rate = price;
        line.rate = price;
    }
    if let Some((kind, margin)) = ruling.margin {
        line.margin_type = Some(kind);
        line.margin_rate_or_amount = margin;
    }
    line.discount_percentage = ruling.discount_percentage.unwrap_or_default();
    line.discount_amount = ruling.discount_amount.unwrap_or_default();
}

/// Rules with mixed conditions or another item put their name and discount on all lines they reach.
fn spread(order: &mut Order<'_>, ruling: &Ruling) {
    let (Some(others), Some(names)) = (&ruling.others, &ruling.rules) else { return };
    let reached: Vec<bool> = order.lines.iter().map(|line| reaches(order, others, line)).collect();
    let lines = order.lines.iter_mut().zip(reached).filter(|(_, reached)| *reached);
    for (line, _) in lines {
        line.rules = LineRules::List(names.clone());
        if ruling.is_product == Some(true) {
            continue;
        }
        let some = |figure: Option<Num>| figure.filter(|figure| !figure.is_zero());
        match ruling.pricing_rule_for {
            Some(RateOrDiscount::DiscountPercentage) => {
                if let Some(percentage) = some(ruling.discount_percentage) {
                    line.discount_percentage = percentage;
                    line.discount_amount = Num::ZERO;
                }
            }
            Some(RateOrDiscount::DiscountAmount) => {
                if let Some(amount) = some(ruling.discount_amount) {
                    line.discount_amount = amount;
                }
            }
            _ => {}
        }
    }
}
