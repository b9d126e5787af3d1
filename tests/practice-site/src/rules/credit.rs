//! The credit limit of a customer, looked at when an order is submitted.
//!
//! The rule is ERPNext's (`Customer.credit_limits`, `check_credit_limit` of the Customer); no recording
//! has its refusal. Invoices are nobody's here: what counts is what was ordered and not billed.

use serde_json::Value;

use crate::{
    database::Fields,
    meta::is_set,
    refusal::Refusal,
    site::{Done, Site},
};

/// 417 `ValidationError` where the customer's unbilled orders and this one pass the limit of the company.
pub(super) fn check(site: &Site, order: &Fields) -> Done<()> {
    let (customer, company) = (text(order, "customer"), text(order, "company"));
    let limits = site.db.children("Customer", customer, "credit_limits")?;
    let limit = limits.iter().find(|limit| text(limit, "company") == company);
    let Some(limit) = limit.filter(|row| !row.get("bypass_credit_limit_check").is_some_and(is_set))
    else {
        return Ok(());
    };
    let limit = number(limit, "credit_limit");
    let booked = site.db.bodies(
        "SELECT body FROM document WHERE doctype = 'Sales Order'
           AND json_extract(body, '$.docstatus') = 1
           AND json_extract(body, '$.customer') = ?1 AND json_extract(body, '$.company') = ?2",
        vec![customer.to_owned().into(), company.to_owned().into()],
    )?;
    let booked: f64 = booked.iter().map(unbilled).sum();
    let owed = booked + unbilled(order);
    if limit <= 0.0 || owed <= limit {
        return Ok(());
    }
    let name = text(order, "customer_name");
    let words = format!("Credit limit has been crossed for customer {name} ({owed:.2}/{limit:.2})");
    Err(Refusal::invalid(words).into())
}

fn unbilled(order: &Fields) -> f64 {
    number(order, "base_grand_total") * (100.0 - number(order, "per_billed")) / 100.0
}

fn number(document: &Fields, field: &str) -> f64 {
    document.get(field).and_then(Value::as_f64).unwrap_or_default()
}

fn text<'a>(document: &'a Fields, field: &str) -> &'a str {
    document.get(field).and_then(Value::as_str).unwrap_or_default()
}
