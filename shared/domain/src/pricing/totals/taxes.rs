//! Each tax row's amount, line by line.

use super::Pass;
use crate::masters::Text;
use crate::money::num::Num;
use crate::pricing::order::{ChargeType, CurrentItem, DiscountOn, Order, Tax};
use crate::pricing::refusal::Refusal;
use crate::pricing::validate;

/// Rows as they are before any line was walked.
pub(super) fn reset(order: &mut Order<'_>, pass: Pass) -> Result<(), Refusal> {
    if pass == Pass::BeforeDiscount {
        validate::tax_rows(order)?;
    }
    let keeps_amount = keeps_tax_amount(order, pass);
    let mut taxes = std::mem::take(&mut order.taxes);
    for tax in &mut taxes {
        tax.item_wise.clear();
        tax.parts.clear();
        tax.current = CurrentItem::default();
        tax.total = Num::ZERO;
        tax.tax_amount_after_discount_amount = Num::ZERO;
        if tax.charge_type != ChargeType::Actual && !keeps_amount {
            tax.tax_amount = Num::ZERO;
        }
        tax.rate = order.float(tax.rate);
        tax.tax_amount = order.money(tax.tax_amount);
    }
    order.taxes = taxes;
    Ok(())
}

/// After a discount on the grand total, `tax_amount` stays what it was before it.
fn keeps_tax_amount(order: &Order<'_>, pass: Pass) -> bool {
    pass == Pass::AfterDiscount && order.apply_discount_on == DiscountOn::GrandTotal
}

/// The rate of a row for a line: that of the line's Item Tax Template if it names the account.
pub(super) fn rate_for(order: &Order<'_>, tax: &Tax, map: &[(Text, Num)]) -> Num {
    match map.iter().find(|(account, _)| *account == tax.account_head) {
        Some((_, rate)) => order.float(*rate),
        None => tax.rate,
    }
}

pub(super) fn calculate(order: &mut Order<'_>, pass: Pass) {
    let mut taxes = std::mem::take(&mut order.taxes);
    let keeps_amount = keeps_tax_amount(order, pass);
    let mut undistributed: Vec<Num> = taxes.iter().map(|tax| order.money(tax.tax_amount)).collect();
    let last_line = order.lines.len().saturating_sub(1);
    for (n, line) in order.lines.iter().enumerate() {
        for at in 0..taxes.len() {
            let (rate, base, amount) = amount_for(order, &taxes, at, n);
            let before = at.checked_sub(1).and_then(|before| taxes.get(before));
            let total_before = before.map_or(line.net_amount, |tax| tax.current.grand_total);
            let (Some(tax), Some(left)) = (taxes.get_mut(at), undistributed.get_mut(at)) else {
                continue;
            };
            note_item_wise(order, tax, &line.item.item_code, rate, amount);
            note_part(tax, rate, base, amount);
            let mut amount = amount;
            if order.settings().accounts.round_row_wise_tax {
                amount = order.money(amount);
            }
            if tax.charge_type == ChargeType::Actual {
                *left -= amount;
                if n == last_line {
                    amount += *left;
                }
            } else if !keeps_amount {
                tax.tax_amount += amount;
            }
            tax.tax_amount_after_discount_amount += amount;
            tax.current.tax_amount = amount;
            tax.current.grand_total = total_before + amount;
        }
    }
    sum_up(order, &mut taxes);
    order.taxes = taxes;
}

/// Rate, base and amount of row `at` for line `n`.
fn amount_for(order: &Order<'_>, taxes: &[Tax], at: usize, n: usize) -> (Num, Num, Num) {
    let (Some(tax), Some(line)) = (taxes.get(at), order.lines.get(n)) else {
        return (Num::ZERO, Num::ZERO, Num::ZERO);
    };
    let rate = rate_for(order, tax, &line.item_tax_rate);
    let share = rate / Num::HUNDRED;
    let chained = || tax.chained_to().and_then(|row| taxes.get(row));
    let of = |base: Num| (rate, base, share * base);
    match tax.charge_type {
        ChargeType::Actual => {
            let net_total = order.totals.net_total;
            let actual = order.money(tax.tax_amount);
            let part = line.net_amount * actual / net_total;
            (rate, line.net_amount, if net_total.is_zero() { Num::ZERO } else { part })
        }
        ChargeType::OnNetTotal => of(line.net_amount),
        ChargeType::OnPreviousRowAmount => {
            of(chained().map(|row| row.current.tax_amount).unwrap_or_default())
        }
        ChargeType::OnPreviousRowTotal => {
            of(chained().map(|row| row.current.grand_total).unwrap_or_default())
        }
        ChargeType::OnItemQuantity => (rate, line.qty, rate * line.qty),
    }
}

/// Detail by item code in the company's currency; rounded only where rows are.
fn note_item_wise(order: &Order<'_>, tax: &mut Tax, item_code: &Text, rate: Num, amount: Num) {
    let row_wise = order.settings().accounts.round_row_wise_tax;
    let round = |amount: Num| if row_wise { order.money(amount) } else { amount };
    let mut amount = round(amount * order.conversion_rate);
    match tax.item_wise.iter_mut().find(|(known, ..)| known == item_code) {
        Some((_, known_rate, sum)) => {
            amount += round(*sum);
            *known_rate = rate;
            *sum = round(amount);
        }
        None => tax.item_wise.push((item_code.clone(), rate, amount)),
    }
}

fn note_part(tax: &mut Tax, rate: Num, base: Num, amount: Num) {
    match tax.parts.iter_mut().find(|(known, ..)| *known == rate) {
        Some((_, bases, amounts)) => {
            *bases += base;
            *amounts += amount;
        }
        None => tax.parts.push((rate, base, amount)),
    }
}

/// Rounds each row and adds it to the running total.
fn sum_up(order: &Order<'_>, taxes: &mut [Tax]) {
    let mut total = order.totals.net_total;
    for tax in taxes {
        tax.tax_amount = order.money(tax.tax_amount);
        tax.tax_amount_after_discount_amount = order.money(tax.tax_amount_after_discount_amount);
        tax.base_tax_amount = order.in_company_currency(tax.tax_amount);
        tax.base_tax_amount_after_discount_amount =
            order.in_company_currency(tax.tax_amount_after_discount_amount);
        total = order.money(total + tax.tax_amount_after_discount_amount);
        tax.total = total;
        tax.base_total = order.in_company_currency(total);
    }
}
