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
pub(crate) fn order_view(
    body: &DraftBody,
    price: &OrderPrice,
    facts: &HashMap<String, LineFacts>,
    company_currency: &str,
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
        rounding_adjustment: priced.rounding_adjustment,
        rounded_total: if priced.disable_rounded_total || priced.rounded_total.is_zero() {
            priced.grand_total
        } else {
            priced.rounded_total
        },
        saved: saved(priced),
    }
}
