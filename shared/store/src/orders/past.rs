//! Sales Orders the server knows, kept beside those placed here.

use rusqlite::{Row, Transaction, params};
use satchel_domain::ids::{CustomerKey, CustomerName};
use serde::Deserialize;

use crate::catalogue::fields::{Check, Number, Table, Text};
use crate::catalogue::put::Batch;
use crate::error::StoreError;
use crate::sql::{first, get, run};

/// The fields of a Sales Order (ERPNext `selling/doctype/sales_order`) that queries need, of one's own and
/// of the team's.
#[derive(Deserialize)]
pub(crate) struct SalesOrder {
    #[serde(default)]
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) owner: Text,
    #[serde(default)]
    pub(crate) creation: Text,
    #[serde(default)]
    pub(crate) modified: Text,
    #[serde(default)]
    pub(crate) customer: Text,
    #[serde(default)]
    pub(crate) customer_name: Text,
    #[serde(default)]
    pub(crate) transaction_date: Text,
    #[serde(default)]
    pub(crate) delivery_date: Text,
    #[serde(default)]
    pub(crate) status: Text,
    #[serde(default)]
    pub(crate) docstatus: Number,
    #[serde(default)]
    pub(crate) currency: Text,
    #[serde(default)]
    pub(crate) grand_total: Number,
    #[serde(default)]
    pub(crate) base_grand_total: Number,
    #[serde(default)]
    pub(crate) satchel_uid: Text,
    #[serde(default)]
    pub(crate) satchel_receipt_no: Text,
    #[serde(default)]
    pub(crate) satchel_captured_at: Text,
    #[serde(default)]
    pub(crate) satchel_visit: Text,
    #[serde(default)]
    items: Table<Line>,
}

impl SalesOrder {
    pub(crate) fn is_cancelled(&self) -> bool {
        self.docstatus.0 == rust_decimal::Decimal::TWO
    }
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    item_code: Text,
    #[serde(default)]
    uom: Text,
    #[serde(default)]
    qty: Number,
    #[serde(default)]
    is_free_item: Check,
}

/// Stores Sales Orders of the server.
pub(crate) fn put(transaction: &Transaction<'_>, mut batch: Batch<'_>) -> Result<(), StoreError> {
    for (order, text) in batch.read(|order: &SalesOrder| &order.name.0) {
        let customer = CustomerName::new(&order.customer.0)
            .map(|name| CustomerKey::Server(name).to_string())
            .unwrap_or_default();
        run!(
            transaction,
            "INSERT INTO past_order(name, uid, customer, customer_name, transaction_date,
               delivery_date, status, currency, grand_total, modified, document)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT(name) DO UPDATE SET
               uid = excluded.uid, customer = excluded.customer,
               customer_name = excluded.customer_name,
               transaction_date = excluded.transaction_date,
               delivery_date = excluded.delivery_date, status = excluded.status,
               currency = excluded.currency, grand_total = excluded.grand_total,
               modified = excluded.modified, document = excluded.document",
            params![
                order.name.0,
                order.satchel_uid.0,
                customer,
                order.customer_name.0,
                order.transaction_date.0,
                order.delivery_date.0,
                order.status.0,
                order.currency.0,
                order.grand_total.0.to_string(),
                order.modified.0,
                text
            ]
        )?;
        replace_sold_lines(transaction, &order, &customer)?;
    }
    Ok(())
}

/// The lines for the usual basket, unless the order was placed here: then they are there already.
fn replace_sold_lines(
    transaction: &Transaction<'_>,
    order: &SalesOrder,
    customer: &str,
) -> Result<(), StoreError> {
    let source = format!("server:{}", order.name.0);
    run!(transaction, "DELETE FROM sold_line WHERE source = ?1", [&source])?;
    let placed_here: Option<bool> = first!(
        transaction,
        "SELECT 1 AS here FROM sales_order WHERE uid = ?1 OR server_name = ?2",
        [&order.satchel_uid.0, &order.name.0],
        |row: &Row<'_>| get(row, "here")
    )?;
    if placed_here.is_some() || order.is_cancelled() {
        return Ok(());
    }
    for line in order.items.0.iter().filter(|line| !line.is_free_item.0) {
        run!(
            transaction,
            "INSERT INTO sold_line(source, customer, item_code, uom, qty, day)
             VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                source,
                customer,
                line.item_code.0,
                line.uom.0,
                line.qty.0.normalize().to_string(),
                order.transaction_date.0
            ]
        )?;
    }
    Ok(())
}

/// Forgets a Sales Order of the server; one placed here stays.
pub(crate) fn remove(transaction: &Transaction<'_>, name: &str) -> Result<usize, StoreError> {
    run!(transaction, "DELETE FROM sold_line WHERE source = ?1", [format!("server:{name}")])?;
    Ok(run!(transaction, "DELETE FROM past_order WHERE name = ?1", [name])?)
}
