//! A booked Sales Order as it may have been entered.

use rust_decimal::Decimal;
use satchel_domain::pricing::{OrderEntry, PricedLine, PricedOrder};
use satchel_frappe::Document;
use serde_json::{Map, Value, json};

use super::compare::{number, rows_of, same_number};
use super::masters::Fields;

/// Fields of the order taken as entered.
const HEAD: [&str; 14] = [
    "company",
    "customer",
    "transaction_date",
    "delivery_date",
    "currency",
    "selling_price_list",
    "coupon_code",
    "apply_discount_on",
    "shipping_rule",
    "campaign",
    "sales_partner",
    "customer_address",
    "shipping_address_name",
    "disable_rounded_total",
];

/// Fields of a line taken as entered.
const LINE: [&str; 5] = ["item_code", "qty", "uom", "warehouse", "delivery_date"];

/// Fields of a tax row taken as entered where the order names no template.
const TAX: [&str; 7] = [
    "charge_type",
    "row_id",
    "account_head",
    "description",
    "included_in_print_rate",
    "rate",
    "tax_amount",
];

/// What was typed over what the site would have found, as far as it shows.
#[derive(Debug, Default)]
pub struct Typed {
    /// Booked rows, counted from 1, with a typed rate.
    pub rates: Vec<usize>,
    /// Whether the additional discount was typed.
    pub discount: bool,
}

impl Typed {
    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.rates.is_empty() && !self.discount
    }
}

/// The entry with nothing typed.
///
/// # Errors
///
/// What serde says of a field that is not what ERPNext has there.
pub fn entry(order: &Document) -> Result<OrderEntry, serde_json::Error> {
    let mut entry = pick(order.fields(), &HEAD);
    for field in ["taxes_and_charges", "payment_terms_template"] {
        // An empty text keeps off what would be found for the customer.
        entry.insert(field.to_owned(), json!(order.text(field).unwrap_or_default()));
    }
    if order.text("taxes_and_charges").unwrap_or_default().is_empty() {
        let taxes = order.children("taxes").map(|row| Value::Object(pick(row, &TAX)));
        entry.insert("taxes".to_owned(), taxes.collect());
    }
    entry.insert("ignore_pricing_rule".to_owned(), json!(rules_were_off(order)));
    let lines = entered_rows(order).map(|(_, row)| Value::Object(pick(row, &LINE)));
    entry.insert("items".to_owned(), lines.collect());
    serde_json::from_value(Value::Object(entry))
}

/// Whether the order was priced without rules. Satchel's orders come with the check set so that the
/// site keeps their prices, which rules had made.
pub fn rules_were_off(order: &Document) -> bool {
    let from_phone = order.text("satchel_uid").is_some_and(|uid| !uid.is_empty());
    let ruled = order.children("items").any(names_a_rule);
    number(order.get("ignore_pricing_rule")) != 0.0 && !from_phone && !ruled
}

/// Puts on the entry what must have been typed, going by what it is priced at with nothing typed.
///
/// `is_changed` tells whether a Pricing Rule was changed after the order: what such a rule gives
/// today is no sign that something else was typed then.
pub fn type_over(
    entry: &mut OrderEntry,
    order: &Document,
    priced: &PricedOrder,
    is_changed: impl Fn(&str) -> bool,
) -> Typed {
    let mut typed = Typed::default();
    for (index, (at, row)) in entered_rows(order).enumerate() {
        let line =
            priced.items.iter().find(|line| line.entry_index == Some(index) && !line.is_free_item);
        if !line.is_some_and(|line| rate_was_typed(row, line, &is_changed)) {
            continue;
        }
        if let (Some(entered), Some(rate)) = (entry.items.get_mut(index), decimal(row, "rate")) {
            entered.rate = Some(rate);
            typed.rates.push(at);
        }
    }
    let by_changed_rule =
        priced.derivation.transaction_rules.iter().any(|rule| is_changed(&rule.pricing_rule));
    if !by_changed_rule {
        typed.discount = type_discount(entry, order, priced);
    }
    typed
}

fn rate_was_typed(row: &Fields, line: &PricedLine, is_changed: impl Fn(&str) -> bool) -> bool {
    let rate = row.get("rate");
    !names_a_rule(row)
        && !same_number(rate, row.get("price_list_rate"))
        && !same_number(rate, Some(&json!(line.rate.to_string())))
        && !rule_names(&line.pricing_rules).iter().any(|rule| is_changed(rule))
}

fn type_discount(entry: &mut OrderEntry, order: &Document, priced: &PricedOrder) -> bool {
    let field = "additional_discount_percentage";
    let figure = |figure: Decimal| json!(figure.to_string());
    let percentage = figure(priced.additional_discount_percentage);
    if number(order.get(field)) != 0.0 {
        if same_number(order.get(field), Some(&percentage)) {
            return false;
        }
        entry.additional_discount_percentage = decimal(order.fields(), field);
        return true;
    }
    let amount = order.get("discount_amount");
    if number(amount) == 0.0 || same_number(amount, Some(&figure(priced.discount_amount))) {
        return false;
    }
    entry.discount_amount = decimal(order.fields(), "discount_amount");
    true
}

/// The rows a rep entered, with their place among all rows counted from 1.
pub fn entered_rows(order: &Document) -> impl Iterator<Item = (usize, &Fields)> {
    rows_of(order, "items").filter(|(_, row)| !is_free(row))
}

/// Whether a row was given free.
pub fn is_free(row: &Fields) -> bool {
    number(row.get("is_free_item")) != 0.0
}

fn names_a_rule(row: &Fields) -> bool {
    let names = row.get("pricing_rules").and_then(Value::as_str).unwrap_or_default();
    !rule_names(names).is_empty()
}

/// The names in `pricing_rules`: a JSON list as text, on older rows a bare name.
pub fn rule_names(text: &str) -> Vec<String> {
    let text = text.trim();
    match serde_json::from_str(text) {
        Ok(names) => names,
        Err(_) if text.is_empty() || text.starts_with('[') => Vec::new(),
        Err(_) => vec![text.to_owned()],
    }
}

fn pick(fields: &Fields, wanted: &[&str]) -> Map<String, Value> {
    let there = |value: &&Value| !value.is_null() && value.as_str() != Some("");
    wanted
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), fields.get(*key).filter(there)?.clone())))
        .collect()
}

fn decimal(fields: &Fields, field: &str) -> Option<Decimal> {
    let text = fields.get(field)?.to_string();
    text.parse().or_else(|_| Decimal::from_scientific(&text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_names_are_read_as_any_version_writes_them() {
        for (text, names) in [
            ("[\n \"PRLE-0001\",\n \"PRLE-0002\"\n]", vec!["PRLE-0001", "PRLE-0002"]),
            ("PRLE-0001", vec!["PRLE-0001"]),
            ("", vec![]),
            ("[]", vec![]),
            ("[broken", vec![]),
        ] {
            assert_eq!(rule_names(text), names, "{text}");
        }
    }

    #[test]
    fn an_order_that_is_not_one_is_told_and_never_panics() {
        let order = |fields: Value| Document::from(fields.as_object().cloned().unwrap_or_default());
        assert!(entry(&order(json!({"items": [{"qty": {"not": "a figure"}}]}))).is_err());
        let odd = order(json!({"items": [5, null, {"qty": 2}], "taxes": "none", "company": ""}));
        let entry = entry(&odd).unwrap_or_default();
        assert_eq!(entry.items.len(), 1);
        assert_eq!(entry.taxes, Some(Vec::new()));
    }
}
