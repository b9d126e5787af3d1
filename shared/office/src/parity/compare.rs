//! A booked order against the same order priced again.

use satchel_domain::pricing::PricedOrder;
use satchel_frappe::Document;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::masters::Fields;
use super::rebuild::is_free;

/// Figures and names of a line that must agree.
const LINE: [&str; 14] = [
    "item_code",
    "qty",
    "uom",
    "conversion_factor",
    "price_list_rate",
    "rate",
    "base_rate",
    "amount",
    "base_amount",
    "net_rate",
    "base_net_rate",
    "net_amount",
    "base_net_amount",
    "item_tax_template",
];

/// Figures and names of a tax row that must agree.
const TAX: [&str; 10] = [
    "charge_type",
    "account_head",
    "included_in_print_rate",
    "rate",
    "tax_amount",
    "base_tax_amount",
    "tax_amount_after_discount_amount",
    "base_tax_amount_after_discount_amount",
    "total",
    "base_total",
];

/// Figures and names of the order that must agree.
const HEAD: [&str; 20] = [
    "conversion_rate",
    "plc_conversion_rate",
    "tax_category",
    "additional_discount_percentage",
    "discount_amount",
    "base_discount_amount",
    "total_qty",
    "total",
    "base_total",
    "net_total",
    "base_net_total",
    "total_taxes_and_charges",
    "base_total_taxes_and_charges",
    "grand_total",
    "base_grand_total",
    "rounding_adjustment",
    "base_rounding_adjustment",
    "rounded_total",
    "base_rounded_total",
    "currency",
];

/// A field that came out otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Such as `items[2].rate`, rows counted from 1 as the form counts them.
    pub field: String,
    /// What the site booked; null where it has no such row.
    pub booked: Value,
    /// What it is priced at again; null where there is no such row.
    pub priced: Value,
}

/// Where they differ: lines, then tax rows, then totals, as one follows from the other.
pub fn differences(booked: &Document, priced: &PricedOrder) -> Vec<Difference> {
    let priced = serde_json::to_value(priced).unwrap_or_default();
    let no_fields = Map::new();
    let priced = priced.as_object().unwrap_or(&no_fields);
    let booked_fields = booked.fields();
    let mut found = Vec::new();
    for free in [false, true] {
        // Where a free row stands among the others depends on when its rule was asked.
        let of_kind = |(_, row): &(usize, &Fields)| is_free(row) == free;
        let one: Vec<_> = rows(booked_fields, "items").filter(of_kind).collect();
        let two: Vec<_> = rows(priced, "items").filter(of_kind).collect();
        compare_rows(&mut found, "items", "item_code", &LINE, (&one, &two));
    }
    let one: Vec<_> = rows(booked_fields, "taxes").collect();
    let two: Vec<_> = rows(priced, "taxes").collect();
    compare_rows(&mut found, "taxes", "account_head", &TAX, (&one, &two));
    compare_fields(&mut found, "", &HEAD, booked_fields, priced);
    found
}

/// Rows with their place among all rows.
type Rows<'a> = [(usize, &'a Fields)];

/// Pairs rows by place; one without a partner is told by its name.
fn compare_rows(
    found: &mut Vec<Difference>,
    table: &str,
    name: &str,
    fields: &[&str],
    (booked, priced): (&Rows<'_>, &Rows<'_>),
) {
    for at in 0..booked.len().max(priced.len()) {
        let (one, two) = (booked.get(at), priced.get(at));
        let place = one.or(two).map_or(at + 1, |(place, _)| *place);
        match (one, two) {
            (Some((_, one)), Some((_, two))) => {
                compare_fields(found, &format!("{table}[{place}]."), fields, one, two);
            }
            _ => found.push(Difference {
                field: format!("{table}[{place}]"),
                booked: one.and_then(|(_, row)| row.get(name)).cloned().unwrap_or_default(),
                priced: two.and_then(|(_, row)| row.get(name)).cloned().unwrap_or_default(),
            }),
        }
    }
}

fn compare_fields(
    found: &mut Vec<Difference>,
    path: &str,
    fields: &[&str],
    booked: &Fields,
    priced: &Fields,
) {
    for field in fields {
        let (one, two) = (booked.get(*field), priced.get(*field));
        if !same(one, two) {
            found.push(Difference {
                field: format!("{path}{field}"),
                booked: one.cloned().unwrap_or_default(),
                priced: two.cloned().unwrap_or_default(),
            });
        }
    }
}

/// A figure that is missing is 0, a text that is missing is empty.
fn same(one: Option<&Value>, two: Option<&Value>) -> bool {
    let is_number = |value: Option<&Value>| value.is_some_and(Value::is_number);
    if is_number(one) || is_number(two) {
        return same_number(one, two);
    }
    let text = |value: Option<&Value>| match value {
        None | Some(Value::Null) => json!(""),
        Some(other) => other.clone(),
    };
    text(one) == text(two)
}

/// Whether two figures are the same: two shortest forms are the same decimal only if they are the
/// same double.
pub fn same_number(one: Option<&Value>, two: Option<&Value>) -> bool {
    number(one) == number(two)
}

/// A figure, also where a site gives it as a text; 0 where there is none.
pub fn number(value: Option<&Value>) -> f64 {
    let found = match value {
        Some(Value::Number(number)) => number.as_f64(),
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(Value::Bool(set)) => Some(f64::from(u8::from(*set))),
        _ => None,
    };
    found.unwrap_or_default()
}

/// The rows of a table in the order of their `idx`, each with its place counted from 1.
pub fn rows_of<'a>(
    order: &'a Document,
    table: &str,
) -> impl Iterator<Item = (usize, &'a Fields)> + use<'a> {
    rows(order.fields(), table)
}

fn rows<'a>(
    fields: &'a Fields,
    table: &str,
) -> impl Iterator<Item = (usize, &'a Fields)> + use<'a> {
    let rows = fields.get(table).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut rows: Vec<&Fields> = rows.iter().filter_map(Value::as_object).collect();
    rows.sort_by_key(|row| row.get("idx").and_then(Value::as_u64).unwrap_or_default());
    rows.into_iter().enumerate().map(|(at, row)| (at + 1, row))
}
