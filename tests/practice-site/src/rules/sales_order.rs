//! Sales Order: priced again on every save of a draft, by the rules of `satchel_domain`.
//!
//! What the recordings show beyond those rules (README of the recordings, "Priced order"): a sent
//! `rate` of 0 is replaced by the price unless `discount_percentage` 100 or `price_list_rate` 0 goes
//! with it; tax rows come from the request alone, `taxes_and_charges` adds none; figures sent for
//! totals are replaced, `status` and `per_billed` are not.

use satchel_domain::pricing::{OrderEntry, PricedOrder, price};
use serde_json::{Value, json};

use crate::{
    database::Fields,
    meta::{is_set, rows},
    refusal::Refusal,
    site::{Done, Site},
};

/// Fields of the order the engine takes as entered.
const HEADER: [&str; 19] = [
    "company",
    "customer",
    "transaction_date",
    "delivery_date",
    "currency",
    "selling_price_list",
    "taxes_and_charges",
    "coupon_code",
    "apply_discount_on",
    "additional_discount_percentage",
    "discount_amount",
    "shipping_rule",
    "payment_terms_template",
    "campaign",
    "sales_partner",
    "customer_address",
    "shipping_address_name",
    "ignore_pricing_rule",
    "disable_rounded_total",
];

/// Fields of a row the engine takes as entered; `rate` is looked at first.
const LINE: [&str; 9] = [
    "item_code",
    "qty",
    "uom",
    "conversion_factor",
    "warehouse",
    "delivery_date",
    "price_list_rate",
    "discount_percentage",
    "item_tax_template",
];

/// Parts of the engine's answer that are not fields of the document.
const NOT_FIELDS: [&str; 6] =
    ["items", "taxes", "payment_schedule", "messages", "provisional", "derivation"];

/// Fills in what is missing and prices the order.
pub(super) fn before_save(site: &mut Site, document: &mut Fields) -> Done<()> {
    if document.get("customer").and_then(Value::as_str).is_none_or(str::is_empty) {
        return Ok(());
    }
    fill_in(site, document)?;
    let entry: OrderEntry = serde_json::from_value(entry(document))
        .map_err(|error| Refusal::invalid(format!("Invalid value: {error}")))?;
    site.load_for_pricing(&entry)?;
    let priced = price(site.masters(), &entry).map_err(|refusal| {
        let text = refusal.to_string();
        match refusal.exc_type() {
            "DoesNotExistError" => Refusal::thrown(404, "DoesNotExistError", text).plain(),
            "MandatoryError" => Refusal::silent(417, "MandatoryError", "").remarking(&text),
            _ => Refusal::invalid(text),
        }
    })?;
    take_over(document, &priced)?;
    fill_in_cost_center(site, document)
}

/// Tax rows are booked to the company's cost centre.
fn fill_in_cost_center(site: &Site, document: &mut Fields) -> Done<()> {
    let company = document.get("company").and_then(Value::as_str).unwrap_or_default();
    let company = site.db.header("Company", company)?.unwrap_or_default();
    let Some(centre) = company.get("cost_center").filter(|centre| centre.is_string()) else {
        return Ok(());
    };
    if let Some(Value::Array(taxes)) = document.get_mut("taxes") {
        for tax in taxes.iter_mut().filter_map(Value::as_object_mut) {
            tax.entry("cost_center").or_insert_with(|| centre.clone());
        }
    }
    Ok(())
}

/// Company, currency, price list, date and the customer's name where none is sent.
fn fill_in(site: &Site, document: &mut Fields) -> Done<()> {
    let customer = document.get("customer").and_then(Value::as_str).unwrap_or_default();
    let customer = site.db.header("Customer", customer)?.unwrap_or_default();
    let global = site.db.header("Global Defaults", "Global Defaults")?.unwrap_or_default();
    let selling = site.db.header("Selling Settings", "Selling Settings")?.unwrap_or_default();
    let today = site.local_now().date().to_string();
    for (field, value) in [
        ("customer_name", customer.get("customer_name").cloned()),
        ("customer_group", customer.get("customer_group").cloned()),
        ("territory", customer.get("territory").cloned()),
        ("company", global.get("default_company").cloned()),
        ("selling_price_list", selling.get("selling_price_list").cloned()),
        ("transaction_date", Some(json!(today))),
    ] {
        if document.get(field).is_none_or(Value::is_null) {
            document.insert(field.to_owned(), value.unwrap_or_default());
        }
    }
    if document.get("currency").is_none_or(Value::is_null) {
        let company = document.get("company").and_then(Value::as_str).unwrap_or_default();
        let company = site.db.header("Company", company)?.unwrap_or_default();
        let currency = company.get("default_currency").cloned().unwrap_or_default();
        document.insert("currency".to_owned(), currency);
    }
    Ok(())
}

/// The order as entered, in the shape of [`OrderEntry`].
fn entry(document: &Fields) -> Value {
    let mut entry = pick(document, &HEADER);
    if number(document, "additional_discount_percentage") != 0.0 {
        // The percentage beats an amount sent with it.
        entry.remove("discount_amount");
    }
    let lines = rows(document, "items").map(|row| {
        let mut line = pick(row, &LINE);
        if let Some(rate) = row.get("rate").filter(|_| keeps_rate(row)) {
            line.insert("rate".to_owned(), rate.clone());
            if number(row, "discount_percentage") != 100.0 {
                // The rate beats a percentage that does not fit.
                line.remove("discount_percentage");
            }
        }
        Value::Object(line)
    });
    entry.insert("items".to_owned(), lines.collect());
    let taxes = rows(document, "taxes").map(|row| Value::Object(row.clone()));
    entry.insert("taxes".to_owned(), taxes.collect());
    Value::Object(entry)
}

/// A rate of 0 is taken for none, unless something says that it is meant (recordings 134, 182).
fn keeps_rate(row: &Fields) -> bool {
    let given_away = number(row, "discount_percentage") == 100.0;
    let without_price = row.get("price_list_rate").and_then(Value::as_f64) == Some(0.0);
    number(row, "rate") != 0.0 || given_away || without_price
}

fn pick(fields: &Fields, wanted: &[&str]) -> Fields {
    let there = |key: &&&str| fields.get(**key).is_some_and(|value| !value.is_null());
    wanted
        .iter()
        .filter(there)
        .map(|key| ((*key).to_owned(), fields.get(*key).cloned().unwrap_or_default()))
        .collect()
}

fn number(fields: &Fields, field: &str) -> f64 {
    fields.get(field).and_then(Value::as_f64).unwrap_or_default()
}

/// Writes the priced figures over those of the document.
fn take_over(document: &mut Fields, priced: &PricedOrder) -> Done<()> {
    let Ok(Value::Object(mut priced)) = serde_json::to_value(priced) else {
        return Err(Refusal::silent(500, "ValueError", "the priced order").into());
    };
    let table =
        |priced: &Fields, field: &str| -> Vec<Fields> { rows(priced, field).cloned().collect() };
    let lines = table(&priced, "items");
    let taxes = table(&priced, "taxes");
    let schedule = table(&priced, "payment_schedule");
    let sent_lines: Vec<Fields> = rows(document, "items").cloned().collect();
    let sent_taxes: Vec<Fields> = rows(document, "taxes").cloned().collect();
    priced.retain(|key, _| !NOT_FIELDS.contains(&key.as_str()));
    document.extend(priced);

    let keeps_rules = document.get("ignore_pricing_rule").is_some_and(is_set);
    let lines = lines.into_iter().map(|line| merged_line(&sent_lines, line, keeps_rules));
    document.insert("items".to_owned(), lines.collect());
    let mut sent_taxes = sent_taxes.into_iter();
    let taxes = taxes.into_iter().map(|tax| {
        let mut row = sent_taxes.next().unwrap_or_default();
        row.extend(tax);
        Value::Object(row)
    });
    document.insert("taxes".to_owned(), taxes.collect());
    let schedule = schedule.into_iter().map(Value::Object);
    document.insert("payment_schedule".to_owned(), schedule.collect());
    Ok(())
}

/// A sent row with its figures, or a free row of the site. Where rules are not looked for, the text in
/// `pricing_rules` stays as sent.
fn merged_line(sent: &[Fields], mut line: Fields, keeps_rules: bool) -> Value {
    let free_by_rule = line.remove("free_by_rule").is_some();
    let index = line.remove("entry_index").and_then(|index| index.as_u64());
    let index = index.filter(|_| !free_by_rule).and_then(|index| usize::try_from(index).ok());
    let Some(row) = index.and_then(|index| sent.get(index)) else { return Value::Object(line) };
    let mut merged = row.clone();
    merged.extend(line);
    if let Some(free) = row.get("is_free_item") {
        merged.insert("is_free_item".to_owned(), free.clone());
    }
    let ruled = merged.get("pricing_rules").and_then(Value::as_str).is_some_and(|r| r.len() > 2);
    if row.contains_key("rate") && keeps_rate(row) && !ruled {
        // Stored as sent, whether it fits the rate or not (recordings 132, 181).
        let sent = json!(number(row, "discount_percentage"));
        merged.insert("discount_percentage".to_owned(), sent);
    }
    if let Some(rules) = row.get("pricing_rules").filter(|_| keeps_rules) {
        merged.insert("pricing_rules".to_owned(), rules.clone());
    }
    Value::Object(merged)
}
