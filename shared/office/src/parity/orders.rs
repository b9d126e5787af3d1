//! The Sales Orders to look at.

use anyhow::Context;
use satchel_frappe::{Client, Document, Failure, Filter, ListQuery};
use serde_json::Value;

/// Names of the last `count` Sales Orders that are not cancelled, the last changed first.
pub async fn last(
    client: &Client,
    count: u32,
    customer: Option<&str>,
) -> anyhow::Result<Vec<String>> {
    let mut query = ListQuery::new("Sales Order", &["name"]).with(Filter::new("docstatus", "<", 2));
    if let Some(customer) = customer {
        query = query.with(Filter::equals("customer", customer));
    }
    query.order_by = "modified desc, name desc".to_owned();
    query.limit = count;
    let rows = client.list(&query).await.context("Sales Order")?;
    let names = rows.iter().filter_map(|row| row.first().and_then(Value::as_str));
    Ok(names.map(str::to_owned).collect())
}

/// The order with its tables; none where it was deleted meanwhile.
pub async fn read(client: &Client, name: &str) -> anyhow::Result<Option<Document>> {
    match client.get_doc("Sales Order", name).await {
        Ok(order) => Ok(Some(order)),
        Err(Failure::Refused(refusal)) if refusal.is_missing() => Ok(None),
        Err(failure) => Err(failure).context("Sales Order"),
    }
}
