//! Gathers the derivation from the order as it came out.

use rust_decimal::Decimal;

use super::derivation::{
    Derivation, LineDerivation, LineStep, LineStepKind, TaxDerivation, TaxPart, TotalStep,
    TotalStepKind,
};
use super::order::{Line, Order, Tax};
use crate::masters::MarginType;
use crate::money::num::Num;

fn figure(number: Num) -> Decimal {
    number.figure().unwrap_or_default()
}

/// Takes what was noted on the way off the order, and adds the steps.
pub(super) fn derive(order: &mut Order<'_>) -> Derivation {
    Derivation {
        lines: order.lines.iter_mut().map(line).collect(),
        transaction_rules: std::mem::take(&mut order.transaction_rules),
        taxes: order.taxes.iter().enumerate().map(|(at, row)| tax(at, row)).collect(),
        totals: totals(order),
    }
}

fn line(line: &mut Line) -> LineDerivation {
    LineDerivation { steps: steps(line), ..std::mem::take(&mut line.why) }
}

fn steps(line: &Line) -> Vec<LineStep> {
    let step =
        |kind, by: Num, result: Num| LineStep { kind, by: figure(by), result: figure(result) };
    let mut steps = Vec::new();
    let price = line.price_list_rate;
    if line.is_free_item {
        steps.push(step(LineStepKind::Free, Num::ZERO, line.rate));
    } else {
        steps.push(step(LineStepKind::PriceListRate, price, price));
        if let Some(kind) = line.margin_type {
            let kind = match kind {
                MarginType::Percentage => LineStepKind::MarginPercentage,
                MarginType::Amount => LineStepKind::MarginAmount,
            };
            let with = line.rate_with_margin;
            let with = if with.is_zero() { line.rate } else { with };
            steps.push(step(kind, line.margin_rate_or_amount, with));
        }
        if !line.discount_percentage.is_zero() {
            let by = line.discount_percentage;
            steps.push(step(LineStepKind::DiscountPercentage, by, line.rate));
        } else if line.discount_amount > Num::ZERO {
            let by = line.discount_amount;
            steps.push(step(LineStepKind::DiscountAmount, by, line.rate));
        }
    }
    steps.push(step(LineStepKind::Rate, line.rate, line.rate));
    if !line.distributed_discount_amount.is_zero() {
        let by = line.distributed_discount_amount;
        steps.push(step(LineStepKind::DistributedDiscount, by, line.net_rate));
    }
    if line.net_rate != line.rate {
        let included = line.amount - line.distributed_discount_amount - line.net_amount;
        if !included.is_zero() {
            steps.push(step(LineStepKind::IncludedTax, included, line.net_rate));
        }
        steps.push(step(LineStepKind::NetRate, line.net_rate, line.net_rate));
    }
    steps
}

fn tax(at: usize, row: &Tax) -> TaxDerivation {
    let part = |(rate, base, amount): &(Num, Num, Num)| TaxPart {
        rate: figure(*rate),
        base: figure(*base),
        amount: figure(*amount),
    };
    TaxDerivation {
        row: at + 1,
        charge_type: row.charge_type.name().to_owned(),
        description: row.description.as_deref().unwrap_or_default().to_owned(),
        row_id: row.chained_to().filter(|_| row.charge_type.is_chained()).map(|row| row + 1),
        parts: row.parts.iter().map(part).collect(),
    }
}

fn totals(order: &Order<'_>) -> Vec<TotalStep> {
    let totals = &order.totals;
    let steps = [
        (TotalStepKind::Total, totals.total),
        (TotalStepKind::DiscountAmount, order.discount_amount),
        (TotalStepKind::NetTotal, totals.net_total),
        (TotalStepKind::TaxesAndCharges, totals.total_taxes_and_charges),
        (TotalStepKind::GrandTotal, totals.grand_total),
        (TotalStepKind::RoundingAdjustment, totals.rounding_adjustment),
        (TotalStepKind::RoundedTotal, totals.rounded_total),
    ];
    steps.into_iter().map(|(kind, amount)| TotalStep { kind, amount: figure(amount) }).collect()
}
