//! Why an order may come out otherwise today.

use std::collections::BTreeSet;
use std::fmt;

use satchel_domain::masters::SETTINGS;
use satchel_domain::pricing::{PricedOrder, Provisional};
use satchel_frappe::{Document, SiteTime};
use serde::Serialize;
use serde_json::Value;

use super::compare::{number, rows_of};
use super::masters::{Fields, SiteMasters};
use super::rebuild::{rule_names, rules_were_off};

/// Fields that bring prices along which the pricing does not know of.
const UNKNOWN_HEAD: [&str; 3] =
    ["is_internal_customer", "inter_company_order_reference", "is_subcontracted"];
const UNKNOWN_LINE: [&str; 4] =
    ["blanket_order", "against_blanket_order", "prevdoc_docname", "quotation_item"];

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// A master was changed after the order was made.
    ChangedSince { doctype: String, name: String },
    /// A booked line names a rule that is no longer there.
    RuleGone { name: String },
    /// A rule that was not changed since gives another rate: it may have been typed over, since what
    /// was typed is not kept.
    TypedOverRule { row: usize, name: String },
    /// The order was booked with rules off.
    IgnorePricingRule,
    /// Only the site can know the price.
    Provisional { reason: Provisional },
    /// The order uses something the pricing does not know.
    UnknownField { field: String },
    /// The order would not be taken.
    Refused { refusal: String },
    /// The order could not be entered again.
    NotEntered { why: String },
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChangedSince { doctype, name } if doctype == name => {
                write!(formatter, "{doctype} was changed after the order")
            }
            Self::ChangedSince { doctype, name } => {
                write!(formatter, "{doctype} {name} was changed after the order")
            }
            Self::RuleGone { name } => write!(formatter, "Pricing Rule {name} is no longer there"),
            Self::TypedOverRule { row, name } => {
                write!(formatter, "the rate in row {row} may have been typed over that of {name}")
            }
            Self::IgnorePricingRule => write!(formatter, "ignore_pricing_rule was set"),
            Self::Provisional { reason } => provisional(formatter, reason),
            Self::UnknownField { field } => {
                write!(formatter, "{field} is set, which the pricing does not know")
            }
            Self::Refused { refusal } => write!(formatter, "it would be refused: {refusal}"),
            Self::NotEntered { why } => formatter.write_str(why),
        }
    }
}

fn provisional(formatter: &mut fmt::Formatter<'_>, reason: &Provisional) -> fmt::Result {
    match reason {
        Provisional::CumulativeRule { pricing_rule } => {
            write!(formatter, "Pricing Rule {pricing_rule} counts earlier orders")
        }
        Provisional::CouponUse { coupon_code } => {
            write!(formatter, "Coupon Code {coupon_code} may have been used up")
        }
        Provisional::Condition { pricing_rule } => {
            write!(formatter, "the condition of Pricing Rule {pricing_rule} is not understood")
        }
        Provisional::UnknownVersion { version } => {
            write!(formatter, "prices of ERPNext {version} were never compared")
        }
    }
}

/// When the order was made: on the phone, else on the site.
pub fn made(order: &Document) -> Option<SiteTime> {
    let time = |field: &str| order.text(field).and_then(|text| SiteTime::parse(text).ok());
    time("satchel_captured_at").into_iter().chain(time("creation")).min()
}

/// The reasons known, the likeliest first.
pub fn of(site: &SiteMasters, order: &Document, priced: &PricedOrder) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if rules_were_off(order) {
        reasons.push(Reason::IgnorePricingRule);
    }
    let provisional = priced.provisional.iter().cloned();
    reasons.extend(provisional.map(|reason| Reason::Provisional { reason }));
    unknown_fields(order, &mut reasons);
    if let Some(made) = made(order) {
        changed_since(site, order, priced, &made, &mut reasons);
        rules_named(site, order, priced, &made, &mut reasons);
    }
    reasons
}

fn unknown_fields(order: &Document, reasons: &mut Vec<Reason>) {
    let set = |fields: &Fields, field: &str| match fields.get(field) {
        Some(Value::String(text)) => !text.is_empty(),
        other => number(other) != 0.0,
    };
    for field in UNKNOWN_HEAD.into_iter().filter(|field| set(order.fields(), field)) {
        reasons.push(Reason::UnknownField { field: field.to_owned() });
    }
    for (place, row) in rows_of(order, "items") {
        for field in UNKNOWN_LINE.into_iter().filter(|field| set(row, field)) {
            reasons.push(Reason::UnknownField { field: format!("items[{place}].{field}") });
        }
    }
}

/// What of the order's own masters was changed.
fn changed_since(
    site: &SiteMasters,
    order: &Document,
    priced: &PricedOrder,
    made: &SiteTime,
    reasons: &mut Vec<Reason>,
) {
    let mut masters: Vec<(&str, String)> = Vec::new();
    for why in &priced.derivation.lines {
        let taken = why.item_price.iter().map(|price| &price.item_price);
        let passed = why.passed_over.iter().map(|price| &price.item_price);
        masters.extend(taken.chain(passed).map(|name| ("Item Price", name.clone())));
    }
    masters.extend(rules_in_question(site, order).into_iter().map(|name| ("Pricing Rule", name)));
    for (_, row) in rows_of(order, "items") {
        for (doctype, field) in [
            ("Item", "item_code"),
            ("Item Group", "item_group"),
            ("Brand", "brand"),
            ("Item Tax Template", "item_tax_template"),
            ("UOM", "uom"),
        ] {
            masters.extend(text(row, field).map(|name| (doctype, name.to_owned())));
        }
    }
    for (doctype, field) in [
        ("Customer", "customer"),
        ("Address", "customer_address"),
        ("Address", "shipping_address_name"),
        ("Company", "company"),
        ("Customer Group", "customer_group"),
        ("Territory", "territory"),
        ("Price List", "selling_price_list"),
        ("Sales Taxes and Charges Template", "taxes_and_charges"),
        ("Shipping Rule", "shipping_rule"),
        ("Coupon Code", "coupon_code"),
    ] {
        masters.extend(order.text(field).map(|name| (doctype, name.to_owned())));
    }
    if number(order.get("conversion_rate")) != 1.0
        || number(order.get("plc_conversion_rate")) != 1.0
    {
        let rates = site.all_changed_after("Currency Exchange", made);
        masters.extend(rates.map(|name| ("Currency Exchange", name.to_owned())));
    }
    masters.extend(SETTINGS.map(|doctype| (doctype, doctype.to_owned())));
    let mut told = BTreeSet::new();
    for (doctype, name) in masters {
        if site.changed_after(doctype, &name, made) && told.insert((doctype, name.clone())) {
            reasons.push(Reason::ChangedSince { doctype: doctype.to_owned(), name });
        }
    }
}

/// Rules that are, or were before they were disabled, for something on the order.
fn rules_in_question(site: &SiteMasters, order: &Document) -> Vec<String> {
    let rows: Vec<&Fields> = rows_of(order, "items").map(|(_, row)| row).collect();
    let on_order =
        |field: &str, target: &str| rows.iter().any(|row| text(row, field) == Some(target));
    let asks = |rule: &Fields| match text(rule, "apply_on") {
        Some("Item Code") => {
            targets(rule, "items", "item_code").any(|code| on_order("item_code", code))
        }
        Some("Brand") => targets(rule, "brands", "brand").any(|brand| on_order("brand", brand)),
        // A group may stand anywhere above that of the item.
        _ => true,
    };
    let rules = site.rules.iter().filter(|rule| asks(rule));
    rules.filter_map(|rule| text(rule, "name").map(str::to_owned)).collect()
}

fn targets<'a>(
    rule: &'a Fields,
    table: &str,
    field: &'static str,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let rows = rule.get(table).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    rows.iter().filter_map(move |row| row.get(field)?.as_str())
}

/// Rules the booked lines name: gone, or there and giving another rate.
fn rules_named(
    site: &SiteMasters,
    order: &Document,
    priced: &PricedOrder,
    made: &SiteTime,
    reasons: &mut Vec<Reason>,
) {
    let known = |name: &str| site.rules.iter().any(|rule| text(rule, "name") == Some(name));
    for (index, (row, booked)) in super::rebuild::entered_rows(order).enumerate() {
        let line =
            priced.items.iter().find(|line| line.entry_index == Some(index) && !line.is_free_item);
        for name in rule_names(text(booked, "pricing_rules").unwrap_or_default()) {
            if !known(&name) {
                reasons.push(Reason::RuleGone { name });
                continue;
            }
            let other = line.is_some_and(|line| {
                !super::compare::same_number(
                    booked.get("rate"),
                    Some(&line.rate.to_string().into()),
                )
            });
            if other && !site.changed_after("Pricing Rule", &name, made) {
                reasons.push(Reason::TypedOverRule { row, name });
            }
        }
    }
}

fn text<'a>(fields: &'a Fields, field: &str) -> Option<&'a str> {
    fields.get(field).and_then(Value::as_str).filter(|text| !text.is_empty())
}
