//! What phones need to sell on a site that has nothing to sell yet: a few items with prices, a few
//! customers. Where there are some, they are used.

use anyhow::{Context, Result};
use satchel_frappe::{Client, Document, query::Filter, query::ListQuery};
use serde_json::{Map, Value, json};

/// Items made where none has a price.
const ITEMS: u32 = 5;
/// Customers made where there is none.
const CUSTOMERS: u32 = 3;

/// Makes what is missing, with `mark` in the names.
///
/// # Errors
/// When the site refuses, or its Selling Settings name no price list.
pub async fn make_missing(client: &Client, mark: &str) -> Result<()> {
    let settings = client.get_doc("Selling Settings", "Selling Settings").await?;
    let price_list = settings.text("selling_price_list").filter(|name| !name.is_empty());
    let price_list = price_list.context("Selling Settings name no default price list")?;
    let of_list = [Filter::equals("price_list", price_list)];
    if !any(client, "Item Price", &of_list).await? {
        items(client, mark).await?;
    }
    if !any(client, "Customer", &[Filter::equals("disabled", 0)]).await? {
        customers(client, &settings, mark).await?;
    }
    Ok(())
}

/// Items with a price in every list: which one counts is up to the customer and his group.
async fn items(client: &Client, mark: &str) -> Result<()> {
    let of_sales = [Filter::equals("selling", 1), Filter::equals("enabled", 1)];
    let lists = client.names("Price List", &of_sales).await?;
    let group = leaf(client, "Item Group").await?;
    let uoms = client.names("UOM", &[]).await?;
    let uom = uoms.iter().find(|uom| *uom == "Nos").or(uoms.first());
    let uom = uom.context("the site has no UOM")?;
    for number in 1..=ITEMS {
        let item_code = format!("Rehearsal {mark} Item {number}");
        let item = json!({
            "item_code": item_code, "item_name": item_code, "item_group": group, "stock_uom": uom,
            "is_stock_item": 0, "is_sales_item": 1,
        });
        insert(client, "Item", item).await?;
        for price_list in &lists {
            let price = json!({
                "item_code": item_code, "price_list": price_list,
                "price_list_rate": f64::from(number) * 2.35,
            });
            insert(client, "Item Price", price).await?;
        }
    }
    Ok(())
}

async fn customers(client: &Client, settings: &Document, mark: &str) -> Result<()> {
    let named = |field: &str| settings.text(field).filter(|name| !name.is_empty());
    let group = match named("customer_group") {
        Some(group) => group.to_owned(),
        None => leaf(client, "Customer Group").await?,
    };
    let territory = match named("territory") {
        Some(territory) => territory.to_owned(),
        None => leaf(client, "Territory").await?,
    };
    for number in 1..=CUSTOMERS {
        let customer = json!({
            "customer_name": format!("Rehearsal {mark} Customer {number}"),
            "customer_type": "Company", "customer_group": group, "territory": territory,
        });
        insert(client, "Customer", customer).await?;
    }
    Ok(())
}

/// Whether there is one.
async fn any(client: &Client, doctype: &str, filters: &[Filter]) -> Result<bool> {
    let query = ListQuery::new(doctype, &["name"]);
    let query = filters.iter().fold(query, |query, filter| query.with(filter.clone()));
    Ok(client.list(&query.page_after_name(None, 1)).await?.into_maps().next().is_some())
}

/// The first by name that is no group: ERPNext takes no group for a document.
async fn leaf(client: &Client, doctype: &str) -> Result<String> {
    let mut names = client.names(doctype, &[Filter::equals("is_group", 0)]).await?;
    names.sort();
    names.into_iter().next().with_context(|| format!("the site has no {doctype} that is no group"))
}

async fn insert(client: &Client, doctype: &str, document: Value) -> Result<()> {
    let fields: Map<String, Value> = document.as_object().cloned().unwrap_or_default();
    client.insert(doctype, &Document::from(fields)).await.with_context(|| doctype.to_owned())?;
    Ok(())
}
