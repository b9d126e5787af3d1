//! The whole order as the screen shows it.

use super::body::DraftBody;
use super::lines::{LineFacts, saved, view_lines};
use super::reasons::{message_reasons, provisional_reasons, refusal_reason};
use crate::views::{DiscountEntry, MoneyView, OrderChoices, OrderView, TaxLine, Totals};
use rust_decimal::Decimal;
use satchel_domain::pricing::{PricedOrder, Refusal};
use std::collections::HashMap;

/// What pricing made of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum OrderPrice {
    /// There is nothing to price yet.
    Empty,
    /// Priced.
    Priced(Box<PricedOrder>),
    /// The server would refuse it.
    Refused(Box<Refusal>),
}

impl OrderPrice {
    /// The priced order, if there is one.
    pub fn priced(&self) -> Option<&PricedOrder> {
        match self {
            Self::Priced(priced) => Some(priced),
            Self::Empty | Self::Refused(_) => None,
        }
    }

    fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Empty | Self::Priced(_) => None,
        }
    }
}

/// The amount due: the rounded total, or the grand total where rounding is off.
pub(crate) fn due(priced: &PricedOrder) -> Decimal {
    if priced.disable_rounded_total || priced.rounded_total.is_zero() {
        priced.grand_total
    } else {
        priced.rounded_total
    }
}

/// A draft with its price, in view form. The caller adds uid, customer and choices.
///
/// `float_precision` is that of System Settings.
pub(crate) fn order_view(
    body: &DraftBody,
    price: &OrderPrice,
    facts: &HashMap<String, LineFacts>,
    company_currency: &str,
    float_precision: u32,
) -> OrderView {
    let priced = price.priced();
    let lines = view_lines(body, priced, facts);
    let refusal = price.refusal().map(refusal_reason);
    let currency =
        priced.map_or_else(|| company_currency.to_owned(), |priced| priced.currency.clone());
    let can_place = priced.is_some() && !lines.is_empty() && !lines.iter().any(|l| l.no_price);
    let mut why = priced.map(|priced| priced.derivation.clone()).unwrap_or_default();
    why.lines.clear();
    OrderView {
        uid: String::new(),
        customer: String::new(),
        customer_name: String::new(),
        due: MoneyView::new(priced.map(due).unwrap_or_default(), currency.clone()),
        currency,
        price_list: priced.map(|p| p.selling_price_list.clone()).unwrap_or_default(),
        lines,
        taxes: priced.map(tax_lines).unwrap_or_default(),
        totals: priced.map(totals).unwrap_or_default(),
        delivery_date: body.entry.delivery_date.or(body.entry.transaction_date).unwrap_or_default(),
        warehouse: body.warehouse.clone(),
        note: body.note.clone(),
        document_discount: document_discount(body),
        tax_template: priced
            .and_then(|p| p.taxes_and_charges.clone())
            .or_else(|| body.entry.taxes_and_charges.clone())
            .unwrap_or_default(),
        coupon: body.entry.coupon_code.clone().unwrap_or_default(),
        refusal,
        provisional: priced.map(|p| provisional_reasons(&p.provisional)).unwrap_or_default(),
        messages: priced.map(|p| message_reasons(&p.messages)).unwrap_or_default(),
        why,
        choices: OrderChoices::default(),
        float_precision,
        can_place,
    }
}

fn document_discount(body: &DraftBody) -> Option<DiscountEntry> {
    body.entry
        .additional_discount_percentage
        .map(DiscountEntry::Percentage)
        .or_else(|| body.entry.discount_amount.map(DiscountEntry::Amount))
}

fn tax_lines(priced: &PricedOrder) -> Vec<TaxLine> {
    priced
        .taxes
        .iter()
        .map(|tax| TaxLine {
            description: tax.description.clone().unwrap_or_else(|| tax.account_head.clone()),
            rate: tax.rate,
            tax_amount: tax.tax_amount_after_discount_amount,
            included: tax.included_in_print_rate,
        })
        .collect()
}

fn totals(priced: &PricedOrder) -> Totals {
    Totals {
        total: priced.total,
        net_total: priced.net_total,
        discount_amount: priced.discount_amount,
        total_taxes_and_charges: priced.total_taxes_and_charges,
        grand_total: priced.grand_total,
        rounding: rounding(priced),
        rounded_total: due(priced),
        saved: saved(priced),
    }
}

/// What is between the net total with its taxes and what is due. The taxes are those of the rows, as
/// they are shown. Where prices include tax, ERPNext keeps the total the customer was told, and with a
/// discount on it net amounts and taxes, each rounded, may miss it by a cent (`grand_total_diff` in
/// `erpnext/controllers/taxes_and_totals.py`, `adjust_grand_total_for_inclusive_tax`).
fn rounding(priced: &PricedOrder) -> Decimal {
    let taxes = priced.taxes.iter().map(|tax| tax.tax_amount_after_discount_amount);
    let summed = taxes.fold(priced.net_total, Decimal::saturating_add);
    due(priced).saturating_sub(summed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;
    use satchel_domain::pricing::PricedTax;

    #[test]
    fn net_taxes_and_rounding_make_what_is_due() {
        let vat = PricedTax {
            tax_amount: dec!(15.08),
            tax_amount_after_discount_amount: dec!(14.32),
            included_in_print_rate: true,
            ..PricedTax::default()
        };
        // 80.63 with tax, 5 % off: 76.60 is what the customer was told, 62.27 + 14.32 is 76.59.
        let kept = PricedOrder {
            net_total: dec!(62.27),
            grand_total: dec!(76.60),
            disable_rounded_total: true,
            taxes: vec![vat],
            ..PricedOrder::default()
        };
        assert_eq!(totals(&kept).rounding, dec!(0.01));
        let rounded = PricedOrder {
            rounded_total: dec!(77),
            rounding_adjustment: dec!(0.40),
            disable_rounded_total: false,
            ..kept
        };
        assert_eq!(totals(&rounded).rounding, dec!(0.41));
    }
}
