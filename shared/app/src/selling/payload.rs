//! The Sales Order as it will be sent, frozen when the order is placed.
//!
//! Fields and their traps are those recorded from ERPNext 15 (see docs/decisions/0004): what is sent
//! makes the server keep the rep's prices to the last digit.

use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use satchel_domain::capture::CapturedAt;
use satchel_domain::pricing::{PricedLine, PricedOrder, PricedTax};
use serde_json::{Map, Value, json};

/// What an order carries besides its price.
pub(crate) struct PayloadFacts<'a> {
    /// When and where.
    pub captured: &'a CapturedAt,
    /// The site's time zone (System Settings `time_zone`); UTC when unknown.
    pub time_zone: Option<&'a str>,
    /// The note, empty if none.
    pub note: &'a str,
    /// The uid of the visit it was taken on, empty if on none.
    pub visit: &'a str,
}

/// The body of the insert: a draft Sales Order (`docstatus` 0), never a submitted one.
///
/// Placing adds `satchel_uid`, `satchel_device` and `satchel_receipt_no`.
pub(crate) fn sales_order_payload(priced: &PricedOrder, facts: &PayloadFacts<'_>) -> Value {
    let mut doc = Map::new();
    let mut set = |field: &str, value: Value| {
        doc.insert(field.to_owned(), value);
    };
    set("doctype", json!("Sales Order"));
    set("satchel_captured_at", json!(site_time(facts.captured.utc, facts.time_zone)));
    if let Some(position) = &facts.captured.position {
        set("latitude", degrees(position.latitude_e7));
        set("longitude", degrees(position.longitude_e7));
        set("satchel_accuracy_m", json!(position.accuracy_m));
    }
    if let Some(ahead) = facts.captured.clock_wrong_s() {
        set("satchel_clock_ahead_s", json!(ahead));
    }
    if !facts.note.is_empty() {
        set("satchel_note", json!(facts.note));
    }
    if !facts.visit.is_empty() {
        set("satchel_visit", json!(facts.visit));
    }
    set("customer", json!(priced.customer));
    set("company", json!(priced.company));
    set("order_type", json!("Sales"));
    set("transaction_date", json!(priced.transaction_date));
    set("delivery_date", json!(priced.delivery_date));
    set("currency", json!(priced.currency));
    set("conversion_rate", number(priced.conversion_rate));
    set("selling_price_list", json!(priced.selling_price_list));
    set("price_list_currency", json!(priced.price_list_currency));
    set("plc_conversion_rate", number(priced.plc_conversion_rate));
    set("ignore_pricing_rule", json!(1));
    set("disable_rounded_total", json!(i32::from(priced.disable_rounded_total)));
    for (field, value) in [
        ("tax_category", &priced.tax_category),
        ("taxes_and_charges", &priced.taxes_and_charges),
        ("shipping_rule", &priced.shipping_rule),
        ("payment_terms_template", &priced.payment_terms_template),
        ("sales_partner", &priced.sales_partner),
        ("campaign", &priced.campaign),
        ("coupon_code", &priced.coupon_code),
    ] {
        if let Some(value) = value {
            set(field, json!(value));
        }
    }
    set("apply_discount_on", json!(priced.apply_discount_on));
    // The percentage wins on the server where both are sent: send the one that decided.
    if priced.additional_discount_percentage.is_zero() {
        set("discount_amount", number(priced.discount_amount));
    } else {
        set("additional_discount_percentage", number(priced.additional_discount_percentage));
    }
    set("items", priced.items.iter().map(line).collect());
    set("taxes", priced.taxes.iter().map(tax).collect());
    Value::Object(doc)
}

fn line(line: &PricedLine) -> Value {
    // The server puts the list price in place of a rate of 0 unless the discount is 100 %.
    let discount_percentage = if line.rate.is_zero() && !line.price_list_rate.is_zero() {
        Decimal::ONE_HUNDRED
    } else {
        line.discount_percentage
    };
    let mut row = json!({
        "item_code": line.item_code,
        "item_group": line.item_group,
        "brand": line.brand,
        "qty": number(line.qty),
        "uom": line.uom,
        "stock_uom": line.stock_uom,
        "conversion_factor": number(line.conversion_factor),
        "stock_qty": number(line.stock_qty),
        "warehouse": line.warehouse,
        "delivery_date": line.delivery_date,
        "price_list_rate": number(line.price_list_rate),
        "discount_percentage": number(discount_percentage),
        "discount_amount": number(line.discount_amount),
        "rate": number(line.rate),
        // Left out, the server pulls in the item's own; an empty text keeps it empty.
        "item_tax_template": line.item_tax_template.as_deref().unwrap_or(""),
        "pricing_rules": line.pricing_rules,
        "is_free_item": i32::from(line.is_free_item),
    });
    if let (Some(margin_type), Some(row)) = (&line.margin_type, row.as_object_mut()) {
        row.insert("margin_type".into(), json!(margin_type));
        row.insert("margin_rate_or_amount".into(), number(line.margin_rate_or_amount));
    }
    row
}

fn tax(tax: &PricedTax) -> Value {
    let mut row = json!({
        "charge_type": tax.charge_type,
        "account_head": tax.account_head,
        "description": tax.description,
        "included_in_print_rate": i32::from(tax.included_in_print_rate),
        "rate": number(tax.rate),
    });
    if let Some(row) = row.as_object_mut() {
        if let Some(row_id) = &tax.row_id {
            row.insert("row_id".into(), json!(row_id));
        }
        if tax.charge_type == "Actual" {
            row.insert("tax_amount".into(), number(tax.tax_amount));
        }
    }
    row
}

/// Times of a site are naive in its own zone.
pub(crate) fn site_time(utc: DateTime<Utc>, time_zone: Option<&str>) -> String {
    let zone: Tz = time_zone.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC);
    zone.from_utc_datetime(&utc.naive_utc()).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// A JSON number written with the decimal's own digits.
fn number(value: Decimal) -> Value {
    serde_json::from_str(&value.normalize().to_string()).unwrap_or(Value::Null)
}

/// Degrees of a position in units of 10⁻⁷, as a JSON number.
pub(crate) fn degrees(e7: i32) -> Value {
    number(Decimal::new(i64::from(e7), 7))
}

#[cfg(test)]
#[path = "payload_tests.rs"]
mod tests;
