//! Bins: the server's stock, without touching what this phone has promised.
//!
//! A Bin has nothing a site adds to, and there are many, so its document is not kept beside.

use std::collections::BTreeSet;

use rusqlite::{Transaction, params};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::fields::{Number, Text};
use super::put::Batch;
use super::{items, names, stock};
use crate::error::StoreError;
use crate::sql::run;

/// The fields of a Bin (ERPNext `stock/doctype/bin`) that queries need. Lists of Bins come without
/// `name`, and item and warehouse name one well enough.
#[derive(Deserialize)]
struct Bin {
    #[serde(default)]
    item_code: Text,
    #[serde(default)]
    warehouse: Text,
    #[serde(default)]
    actual_qty: Number,
    #[serde(default)]
    reserved_qty: Number,
}

/// Stores Bins.
pub(crate) fn put(transaction: &Transaction<'_>, mut batch: Batch<'_>) -> Result<(), StoreError> {
    let mut touched = BTreeSet::new();
    let mut warehouses = names::Cache::new(names::WAREHOUSE);
    for (bin, _) in batch.read(|bin: &Bin| &bin.item_code.0) {
        let code = bin.item_code.0.trim();
        let item = items::id_or_placeholder(transaction, code)?;
        let warehouse = warehouses.id(transaction, &bin.warehouse.0)?;
        touched.insert(item);
        let actual = bin.actual_qty.0;
        run!(
            transaction,
            "INSERT INTO bin(item, warehouse, actual, reserved, in_stock) VALUES(?1, ?2, ?3, ?4, ?5)
             ON CONFLICT(item, warehouse) DO UPDATE SET actual = excluded.actual,
               reserved = excluded.reserved, in_stock = excluded.in_stock",
            params![
                item,
                warehouse,
                actual.normalize().to_string(),
                bin.reserved_qty.0.normalize().to_string(),
                actual > Decimal::ZERO
            ]
        )?;
        if let Some(promised) = stock::promised(transaction, code, warehouse)? {
            run!(
                transaction,
                "UPDATE promised SET sold_out = ?3 WHERE item_code = ?1 AND warehouse = ?2",
                params![code, warehouse, actual <= promised]
            )?;
        }
    }
    stock::show(transaction, &touched)
}
