//! The payment schedule.
//!
//! Source of the rules: `erpnext/controllers/accounts_controller.py` (`set_payment_schedule`,
//! `get_due_date`).

use chrono::{Datelike, Days, Months, NaiveDate};

use super::order::{Order, Payment};
use super::refusal::Refusal;
use crate::masters::{DueFrom, PaymentTerm};
use crate::money::num::Num;

/// Rows by the terms template; without one a single payment on the day of the order.
pub(super) fn fill(order: &mut Order<'_>) -> Result<(), Refusal> {
    let or_else = |rounded: Num, grand: Num| if rounded.is_zero() { grand } else { rounded };
    let totals = &order.totals;
    let grand_total = or_else(totals.rounded_total, totals.grand_total);
    let base_grand_total = or_else(totals.base_rounded_total, totals.base_grand_total);
    let template = order.payment_terms_template.as_ref();
    let terms = template.and_then(|name| order.masters.payment_terms.get(name));
    let payments = match terms {
        Some(template) => template
            .terms
            .iter()
            .map(|term| by_term(order, term, grand_total, base_grand_total))
            .collect(),
        None => vec![Payment {
            term: None,
            due_date: Some(order.date),
            discount_date: None,
            invoice_portion: Num::HUNDRED,
            payment_amount: order.money(grand_total),
            base_payment_amount: order.money(base_grand_total),
        }],
    };
    order.payments = payments;
    check(order, grand_total, base_grand_total)
}

fn by_term(order: &Order<'_>, term: &PaymentTerm, total: Num, base_total: Num) -> Payment {
    let portion = order.float(term.invoice_portion);
    let share = portion / Num::HUNDRED;
    let due = after(order.date, term.due_from, term.credit_days, term.credit_months);
    let validity = term.discount_validity;
    Payment {
        term: Some(term.clone()),
        due_date: due.map(|due| due.max(order.date)),
        discount_date: after(order.date, term.discount_from, validity, validity),
        invoice_portion: portion,
        payment_amount: order.money(total * share),
        base_payment_amount: order.money(base_total * share),
    }
}

/// Days or months after the day of the order, or after the end of its month.
fn after(date: NaiveDate, from: DueFrom, days: i32, months: i32) -> Option<NaiveDate> {
    match from {
        DueFrom::Day => add_days(date, days),
        DueFrom::EndOfMonth => add_days(end_of_month(date)?, days),
        DueFrom::MonthsAfterEndOfMonth => {
            let months = Months::new(u32::try_from(months).unwrap_or_default());
            end_of_month(date.checked_add_months(months)?)
        }
    }
}

fn add_days(date: NaiveDate, days: i32) -> Option<NaiveDate> {
    let count = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
}

fn end_of_month(date: NaiveDate) -> Option<NaiveDate> {
    date.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// The payments must come to the total, but for a tenth.
fn check(order: &Order<'_>, grand_total: Num, base_grand_total: Num) -> Result<(), Refusal> {
    let tenth = Num::new(0.1);
    let off = |sum: Num, total: Num| (order.money(sum) - order.money(total)).abs() > tenth;
    let sum: Num = order.payments.iter().map(|payment| payment.payment_amount).sum();
    let base_sum: Num = order.payments.iter().map(|payment| payment.base_payment_amount).sum();
    if off(sum, grand_total) || off(base_sum, base_grand_total) {
        return Err(Refusal::PaymentScheduleTotal);
    }
    Ok(())
}
