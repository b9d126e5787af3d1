//! What the site booked against what the rep promised. Pure.

use std::str::FromStr;

use rust_decimal::Decimal;
use satchel_frappe::Document;
use satchel_store::{DifferenceReason, OrderTotals, TotalsDifference};
use serde_json::{Map, Value};

/// The fields of a Sales Order a comparison needs, for a look-up by uid.
pub const TOTALS: [&str; 6] = [
    "currency",
    "net_total",
    "total_taxes_and_charges",
    "grand_total",
    "rounded_total",
    "ignore_pricing_rule",
];

/// What the phone knew of the order.
#[derive(Debug, Clone)]
pub struct Promised<'a> {
    /// On the receipt; `rounded_total` is the amount due.
    pub totals: &'a OrderTotals,
    /// The Sales Order as it was sent.
    pub sent: &'a Map<String, Value>,
    /// The phone had said that the server may price it differently.
    pub provisional: bool,
}

/// The difference between promise and booking; nothing where every total agrees.
///
/// `price_changed` tells of an `item_code` whether the phone has learnt of another price since the
/// order was placed.
pub fn difference(
    promised: &Promised<'_>,
    booked: &Document,
    price_changed: impl Fn(&str) -> bool,
) -> Option<TotalsDifference> {
    let server = totals(booked)?;
    let phone = promised.totals;
    let differs = |phone: &str, server: &str| !equal(phone, server);
    let net = differs(&phone.net_total, &server.net_total);
    let taxes = differs(&phone.total_taxes_and_charges, &server.total_taxes_and_charges);
    let due = differs(&phone.rounded_total, &server.rounded_total);
    if !net && !taxes && !due && !differs(&phone.grand_total, &server.grand_total) {
        return None;
    }
    let sent_rules_off = number(promised.sent.get("ignore_pricing_rule")) == Some(Decimal::ONE);
    let kept_rules_off = number(booked.get("ignore_pricing_rule")) != Some(Decimal::ZERO);
    let reason = if sent_rules_off && !kept_rules_off {
        DifferenceReason::PricedBySite
    } else if let Some(reason) = changed_rate(promised.sent, booked, price_changed) {
        reason
    } else if promised.provisional {
        DifferenceReason::Provisional
    } else if !net && taxes {
        DifferenceReason::TaxesDiffer
    } else if !net && !taxes && due {
        DifferenceReason::Rounding
    } else {
        DifferenceReason::Unknown
    };
    Some(TotalsDifference { phone: phone.clone(), server, reason })
}

/// The totals of a document; nothing where it does not tell them. Where the site does not round, the
/// amount due is the grand total.
fn totals(document: &Document) -> Option<OrderTotals> {
    let figure = |field: &str| number(document.get(field));
    let grand_total = figure("grand_total")?;
    let rounded = figure("rounded_total").filter(|rounded| !rounded.is_zero());
    let text = |figure: Decimal| figure.normalize().to_string();
    Some(OrderTotals {
        currency: document.text("currency").unwrap_or_default().to_owned(),
        net_total: text(figure("net_total")?),
        total_taxes_and_charges: text(figure("total_taxes_and_charges").unwrap_or_default()),
        grand_total: text(grand_total),
        rounded_total: text(rounded.unwrap_or(grand_total)),
    })
}

/// The first line whose rate the site did not keep.
fn changed_rate(
    sent: &Map<String, Value>,
    booked: &Document,
    price_changed: impl Fn(&str) -> bool,
) -> Option<DifferenceReason> {
    let lines = sent.get("items")?.as_array()?;
    let (line, ours, theirs) = lines.iter().zip(booked.children("items")).find_map(|(a, b)| {
        let (ours, theirs) = (number(a.get("rate"))?, number(b.get("rate"))?);
        (ours != theirs).then_some((a, ours, theirs))
    })?;
    let item_code = line.get("item_code")?.as_str()?.to_owned();
    Some(DifferenceReason::RateChanged {
        price_changed_since: price_changed(&item_code),
        item_code,
        phone: ours.normalize().to_string(),
        server: theirs.normalize().to_string(),
    })
}

/// A figure with the digits the site wrote.
fn number(value: Option<&Value>) -> Option<Decimal> {
    match value? {
        Value::Number(number) => {
            let text = number.to_string();
            Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
        }
        Value::Bool(set) => Some(Decimal::from(u8::from(*set))),
        _ => None,
    }
}

fn equal(phone: &str, server: &str) -> bool {
    match (phone.parse::<Decimal>(), server.parse::<Decimal>()) {
        (Ok(phone), Ok(server)) => phone == server,
        _ => phone == server,
    }
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
