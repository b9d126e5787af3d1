//! Reads back from the site what the reps of a rehearsal have made.

use std::collections::BTreeMap;

use anyhow::Result;
use rust_decimal::Decimal;
use satchel_frappe::Client;
use satchel_frappe::query::{Filter, ListQuery};
use serde_json::{Map, Value};

use super::compare::Found;
use super::stage::RepAtSite;

/// Rows of a page.
const PAGE: u32 = 500;

/// DocType, the field that tells documents apart, and fields that are compared as they are.
const PLAIN: [(&str, &str, &[&str]); 4] = [
    ("Customer", "customer_name", &[]),
    ("Address", "address_title", &[]),
    ("Contact", "first_name", &[]),
    ("Field Visit", "notes", &["satchel_uid"]),
];

const ORDER: [&str; 10] = [
    "satchel_receipt_no",
    "satchel_uid",
    "customer_name",
    "docstatus",
    "currency",
    "net_total",
    "total_taxes_and_charges",
    "grand_total",
    "rounded_total",
    "name",
];

/// Everything the reps own, and their tasks.
pub async fn read_back(client: &Client, reps: &[RepAtSite]) -> Result<Vec<Found>> {
    let users: Vec<&str> = reps.iter().map(|rep| rep.user.as_str()).collect();
    let mut found = orders(client, &users).await?;
    for (doctype, key, fields) in PLAIN {
        let mut asked = vec![key, "name"];
        asked.extend(fields);
        if doctype == "Field Visit" {
            asked.push("check_out");
        }
        for row in owned(client, doctype, &asked, &users).await? {
            let mut figures = figures(&row, fields);
            if !text(&row, "check_out").is_empty() {
                figures.insert("check_out".to_owned(), "set".to_owned());
            }
            found.push(Found {
                doctype: doctype.to_owned(),
                key: text(&row, key),
                name: text(&row, "name"),
                figures,
            });
        }
    }
    found.extend(tasks(client, reps).await?);
    Ok(found)
}

/// All documents of these owners, page by page.
async fn owned(
    client: &Client,
    doctype: &str,
    fields: &[&str],
    users: &[&str],
) -> Result<Vec<Map<String, Value>>> {
    let mut rows = Vec::new();
    for some in users.chunks(50) {
        let query = ListQuery::new(doctype, fields).with(Filter::is_one_of("owner", some));
        let mut last: Option<String> = None;
        loop {
            let page = query.clone().page_after_name(last.as_deref(), PAGE);
            let page: Vec<_> = client.list(&page).await?.into_maps().collect();
            let is_full = page.len() >= usize::try_from(PAGE).unwrap_or(usize::MAX);
            last = page.last().map(|row| text(row, "name"));
            rows.extend(page);
            if !is_full {
                break;
            }
        }
    }
    Ok(rows)
}

async fn orders(client: &Client, users: &[&str]) -> Result<Vec<Found>> {
    let rows = owned(client, "Sales Order", &ORDER, users).await?;
    let names: Vec<String> = rows.iter().map(|row| text(row, "name")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut lines = lines(client, &names).await?;
    let orders = rows.into_iter().map(|row| {
        let mut figures = figures(&row, &ORDER);
        let due = match number(&row, "rounded_total") {
            rounded if rounded.is_zero() => number(&row, "grand_total"),
            rounded => rounded,
        };
        figures.insert("due".to_owned(), due.to_string());
        let name = text(&row, "name");
        figures.insert("lines".to_owned(), lines.remove(&name).unwrap_or_default().join("; "));
        let key = text(&row, "satchel_receipt_no");
        Found { doctype: "Sales Order".to_owned(), key, name, figures }
    });
    Ok(orders.collect())
}

/// Lines by the name of their order.
async fn lines(client: &Client, orders: &[&str]) -> Result<BTreeMap<String, Vec<String>>> {
    let fields = ["parent", "item_code", "qty", "uom", "rate"];
    let rows = client.child_rows("Sales Order Item", "Sales Order", &fields, orders).await?;
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows.into_maps() {
        let (qty, rate) = (number(&row, "qty"), number(&row, "rate"));
        let line = format!("{} × {qty} {} à {rate}", text(&row, "item_code"), text(&row, "uom"));
        lines.entry(text(&row, "parent")).or_default().push(line);
    }
    Ok(lines)
}

async fn tasks(client: &Client, reps: &[RepAtSite]) -> Result<Vec<Found>> {
    let names: Vec<&str> = reps
        .iter()
        .flat_map(|rep| rep.tasks.iter())
        .filter_map(|task| task.get("name").and_then(Value::as_str))
        .collect();
    let mut found = Vec::new();
    for some in names.chunks(200) {
        let query = ListQuery::new("Task", &["name", "progress", "modified_by"])
            .with(Filter::is_one_of("name", some));
        for row in client.list(&query).await?.into_maps() {
            // A task nobody worked on is as it was made.
            if number(&row, "progress").is_zero() {
                continue;
            }
            let name = text(&row, "name");
            let figures = figures(&row, &["progress"]);
            found.push(Found { doctype: "Task".to_owned(), key: name.clone(), name, figures });
        }
    }
    Ok(found)
}

fn figures(row: &Map<String, Value>, fields: &[&str]) -> BTreeMap<String, String> {
    fields.iter().map(|field| ((*field).to_owned(), text(row, field))).collect()
}

fn text(row: &Map<String, Value>, field: &str) -> String {
    match row.get(field) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn number(row: &Map<String, Value>, field: &str) -> Decimal {
    text(row, field).parse::<Decimal>().unwrap_or_default().normalize()
}
