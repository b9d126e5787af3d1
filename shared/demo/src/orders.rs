//! Sales Orders of the past weeks, as they were booked.
//!
//! The data says what was priced then (`order_lines.csv`: list price and rate); the sums are worked out
//! from it.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::docs::{Writer, text};
use crate::sums::Sums;
use crate::{DemoError, date, table};

const ORDERS: &str = include_str!("../../../assets/demo/orders.csv");
const LINES: &str = include_str!("../../../assets/demo/order_lines.csv");
pub(crate) const FILE: &str = "orders.csv";
pub(crate) const LINES_FILE: &str = "order_lines.csv";

#[derive(Deserialize)]
struct OrderRow {
    receipt: String,
    day: i64,
    time: String,
    customer: String,
    conversion_rate: String,
}

/// A row of `order_lines.csv`; money is in the order's currency.
#[derive(Deserialize)]
pub(crate) struct LineRow {
    receipt: String,
    pub(crate) item_code: String,
    pub(crate) qty: String,
    pub(crate) uom: String,
    pub(crate) price_list_rate: String,
    pub(crate) rate: String,
    /// Item code of the line that earned this free one.
    pub(crate) free_with: String,
}

/// The masters an order quotes from, by DocType and name.
pub(crate) type Masters<'a> = BTreeMap<(&'a str, &'a str), &'a Value>;

/// Finds a master or tells which file asked for it.
pub(crate) fn master<'a>(
    masters: &Masters<'a>,
    file: &'static str,
    doctype: &'static str,
    name: &str,
) -> Result<&'a Value, DemoError> {
    masters.get(&(doctype, name)).copied().ok_or_else(|| DemoError::Missing {
        file,
        doctype,
        name: name.to_owned(),
    })
}

/// A submitted Sales Order for each row of `orders.csv`, oldest first.
pub(crate) fn sales_orders(
    writer: &Writer,
    masters: &Masters<'_>,
) -> Result<Vec<Value>, DemoError> {
    let lines: Vec<LineRow> = table::rows(LINES_FILE, LINES)?;
    table::rows::<OrderRow>(FILE, ORDERS)?
        .iter()
        .map(|row| {
            let own: Vec<&LineRow> =
                lines.iter().filter(|line| line.receipt == row.receipt).collect();
            sales_order(writer, masters, row, &own)
        })
        .collect()
}

/// When an order was taken: the phone's time, which in the demo is also the site's.
fn taken_at(row: &OrderRow, today: NaiveDate) -> Result<NaiveDateTime, DemoError> {
    let time = NaiveTime::parse_from_str(&row.time, "%H:%M").map_err(|_| DemoError::Value {
        file: FILE,
        field: "time",
        value: row.time.clone(),
    })?;
    Ok(date::shift(today, row.day)?.and_time(time))
}

/// A uid of the form the phone makes: UUID version 7 of the time, then the receipt number.
fn uid(taken: NaiveDateTime, receipt: &str) -> String {
    let millis = taken.and_utc().timestamp_millis().unsigned_abs() & 0xffff_ffff_ffff;
    let number: u64 = receipt.rsplit('-').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    format!("{:08x}-{:04x}-7000-8000-{number:012x}", millis >> 16, millis & 0xffff)
}

fn sales_order(
    writer: &Writer,
    masters: &Masters<'_>,
    row: &OrderRow,
    lines: &[&LineRow],
) -> Result<Value, DemoError> {
    let taken = taken_at(row, writer.today())?;
    let delivery = date::shift(writer.today(), row.day + 1)?;
    let conversion = table::decimal(FILE, "conversion_rate", &row.conversion_rate)?;
    let customer = master(masters, FILE, "Customer", &row.customer)?;
    let group = master(masters, FILE, "Customer Group", text(customer, "customer_group"))?;
    let price_list = master(masters, FILE, "Price List", text(group, "default_price_list"))?;
    let mut sums = Sums::new(conversion);
    let mut items = Vec::with_capacity(lines.len());
    for line in lines {
        let item = master(masters, LINES_FILE, "Item", &line.item_code)?;
        items.push(sums.line(line, item, text(customer, "tax_category"), delivery)?);
    }
    let template = tax_template(masters, customer)?;
    let taxes = sums.taxes(template)?;
    let address = master(masters, FILE, "Address", &format!("{}-Billing", row.customer))?;
    let mut order = Map::new();
    for part in [
        state(row, taken),
        party(customer, address),
        json!({
            "transaction_date": taken.date().to_string(),
            "delivery_date": delivery.to_string(),
            "currency": text(price_list, "currency"),
            "conversion_rate": table::number(conversion),
            "selling_price_list": text(price_list, "name"),
            "price_list_currency": text(price_list, "currency"),
            "plc_conversion_rate": table::number(conversion),
            "ignore_pricing_rule": 0,
            "taxes_and_charges": text(template, "name"),
            "payment_terms_template": text(group, "payment_terms"),
            "set_warehouse": crate::VAN,
            "items": items,
            "taxes": taxes,
        }),
    ] {
        if let Value::Object(part) = part {
            order.extend(part);
        }
    }
    sums.write(&mut order);
    writer.document("Sales Order", Value::Object(order))
}

/// What the order is called, where it stands and how it was taken.
fn state(row: &OrderRow, taken: NaiveDateTime) -> Value {
    let number = row.receipt.rsplit('-').next().unwrap_or_default();
    let done = row.day < -1;
    json!({
        "name": format!("SAL-ORD-{}-{number}", taken.format("%Y")),
        "owner": "ines.prata@marserra.example",
        "creation": format!("{taken}.000000"),
        "modified": format!("{taken}.000000"),
        "docstatus": 1,
        "status": if done { "Completed" } else { "To Deliver and Bill" },
        "delivery_status": if done { "Fully Delivered" } else { "Not Delivered" },
        "billing_status": if done { "Fully Billed" } else { "Not Billed" },
        "per_delivered": if done { 100.0 } else { 0.0 },
        "per_billed": if done { 100.0 } else { 0.0 },
        "naming_series": "SAL-ORD-.YYYY.-",
        "order_type": "Sales",
        "company": crate::COMPANY,
        "satchel_uid": uid(taken, &row.receipt),
        "satchel_device": "VAN3",
        "satchel_receipt_no": row.receipt,
        "satchel_captured_at": taken.to_string(),
        "satchel_accuracy_m": 9.0,
    })
}

/// Who ordered and where.
fn party(customer: &Value, address: &Value) -> Value {
    json!({
        "customer": text(customer, "name"),
        "customer_name": text(customer, "customer_name"),
        "customer_group": text(customer, "customer_group"),
        "territory": text(customer, "territory"),
        "tax_category": text(customer, "tax_category"),
        "tax_id": text(customer, "tax_id"),
        "contact_person": text(customer, "customer_primary_contact"),
        "customer_address": text(address, "name"),
        "shipping_address_name": text(address, "name"),
        "latitude": address.get("satchel_latitude"),
        "longitude": address.get("satchel_longitude"),
    })
}

/// The template the Tax Rules of `taxes.toml` give a customer: their own first, then the tax
/// category's.
fn tax_template<'a>(masters: &Masters<'a>, customer: &Value) -> Result<&'a Value, DemoError> {
    let name = text(customer, "name");
    let category = text(customer, "tax_category");
    let rules = || masters.iter().filter(|((doctype, _), _)| *doctype == "Tax Rule");
    let rule = rules()
        .find(|(_, rule)| text(rule, "customer") == name)
        .or_else(|| {
            rules().find(|(_, rule)| {
                text(rule, "customer").is_empty() && text(rule, "tax_category") == category
            })
        })
        .map(|(_, rule)| text(rule, "sales_tax_template"))
        .unwrap_or_default();
    master(masters, "taxes.toml", "Sales Taxes and Charges Template", rule)
}
