//! Stock a warehouse, and what this phone has promised from it.

use std::collections::BTreeSet;

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, Transaction, params};
use rust_decimal::Decimal;
use satchel_domain::ids::ItemCode;

use super::names::{self, Cache};
use super::types::WarehouseStock;
use crate::error::{StoreError, bad};
use crate::sql::{decimal, first, get, parsed, rows, run};
use crate::store::Store;

impl Store {
    /// An item's stock in every warehouse that has a Bin for it, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn item_stock(&self, code: &ItemCode) -> Result<Vec<WarehouseStock>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT w.name, b.actual, b.reserved, coalesce(p.qty, '0') AS sold
                 FROM item i JOIN bin b ON b.item = i.id JOIN warehouse w ON w.id = b.warehouse
                 LEFT JOIN promised p ON p.item_code = i.code AND p.warehouse = b.warehouse
                 WHERE i.code = ?1 ORDER BY w.name",
                [code.as_str()],
                |row: &Row<'_>| Ok::<_, StoreError>(WarehouseStock {
                    warehouse: get(row, "name")?,
                    actual: parsed(row, "actual")?,
                    reserved: parsed(row, "reserved")?,
                    sold_here: parsed(row, "sold")?,
                })
            )
        })
    }
}

/// Works out what lists show of an item's stock.
pub(crate) struct Stock<'a> {
    /// Nothing while this phone has promised nothing, so that lists need not ask for each row.
    promised: Option<CachedStatement<'a>>,
    warehouse: i64,
}

impl<'a> Stock<'a> {
    /// `warehouse` is the one that counts as "here", by its number.
    pub(crate) fn new(connection: &'a Connection, warehouse: i64) -> Result<Self, StoreError> {
        let any: bool = connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM promised)")?
            .query_row([], |row| row.get(0))?;
        let sql = "SELECT warehouse, qty FROM promised WHERE item_code = ?1";
        let promised = if any { Some(connection.prepare_cached(sql)?) } else { None };
        Ok(Self { promised, warehouse })
    }

    /// In stock here and elsewhere, less what this phone has promised. `shown` is the item row's
    /// `stock`.
    pub(crate) fn of(&mut self, shown: &str, code: &str) -> Result<(Decimal, Decimal), StoreError> {
        let (mut here, mut elsewhere) = (Decimal::ZERO, Decimal::ZERO);
        let at_hand = self.warehouse;
        let mut add = |warehouse: i64, amount: Decimal| {
            let sum = if warehouse == at_hand { &mut here } else { &mut elsewhere };
            *sum = sum.saturating_add(amount);
        };
        for bin in shown.split(';').filter(|bin| !bin.is_empty()) {
            let (warehouse, actual) = bin.split_once(':').ok_or(bad("stock"))?;
            add(warehouse.parse().map_err(|_| bad("stock"))?, decimal(actual, "stock")?);
        }
        if let Some(promised) = &mut self.promised {
            let mut rows = promised.query([code])?;
            while let Some(row) = rows.next()? {
                add(get(row, "warehouse")?, -parsed::<Decimal>(row, "qty")?);
            }
        }
        Ok((here, elsewhere))
    }
}

/// Writes what lists show of the stock of some items, from their bins.
pub(crate) fn show(transaction: &Transaction<'_>, items: &BTreeSet<i64>) -> Result<(), StoreError> {
    for item in items {
        run!(
            transaction,
            "UPDATE item SET stock = coalesce(
               (SELECT group_concat(b.warehouse || ':' || b.actual, ';') FROM bin b
                WHERE b.item = item.id), '') WHERE id = ?1",
            [item]
        )?;
    }
    Ok(())
}

/// Counts what this phone promises from stock, for all lines of an order at once.
pub(crate) struct Promises<'a> {
    transaction: &'a Transaction<'a>,
    warehouses: Cache,
}

impl<'a> Promises<'a> {
    pub(crate) fn new(transaction: &'a Transaction<'a>) -> Self {
        Self { transaction, warehouses: Cache::new(names::WAREHOUSE) }
    }

    /// Counts `qty` more (or less, when negative) as promised.
    pub(crate) fn add(
        &mut self,
        item_code: &str,
        warehouse: &str,
        qty: Decimal,
    ) -> Result<(), StoreError> {
        if warehouse.is_empty() || qty.is_zero() {
            return Ok(());
        }
        let warehouse = self.warehouses.id(self.transaction, warehouse)?;
        let before = promised(self.transaction, item_code, warehouse)?.unwrap_or_default();
        promise(self.transaction, item_code, warehouse, before.saturating_add(qty))
    }
}

/// Writes down that `qty` in all is promised.
fn promise(
    transaction: &Transaction<'_>,
    item_code: &str,
    warehouse: i64,
    qty: Decimal,
) -> Result<(), StoreError> {
    if qty <= Decimal::ZERO {
        run!(
            transaction,
            "DELETE FROM promised WHERE item_code = ?1 AND warehouse = ?2",
            params![item_code, warehouse]
        )?;
        return Ok(());
    }
    let actual: Option<Decimal> = first!(
        transaction,
        "SELECT b.actual FROM item i JOIN bin b ON b.item = i.id
         WHERE i.code = ?1 AND b.warehouse = ?2",
        params![item_code, warehouse],
        |row: &Row<'_>| parsed(row, "actual")
    )?;
    run!(
        transaction,
        "INSERT INTO promised(item_code, warehouse, qty, sold_out) VALUES(?1, ?2, ?3, ?4)
         ON CONFLICT(item_code, warehouse) DO UPDATE SET
           qty = excluded.qty, sold_out = excluded.sold_out",
        params![
            item_code,
            warehouse,
            qty.normalize().to_string(),
            actual.unwrap_or_default() <= qty
        ]
    )?;
    Ok(())
}

/// What this phone has promised of an item in a warehouse.
pub(crate) fn promised(
    connection: &Connection,
    item_code: &str,
    warehouse: i64,
) -> Result<Option<Decimal>, StoreError> {
    first!(
        connection,
        "SELECT qty FROM promised WHERE item_code = ?1 AND warehouse = ?2",
        params![item_code, warehouse],
        |row: &Row<'_>| parsed(row, "qty")
    )
}

/// The row id of an item.
pub(crate) fn item_id(connection: &Connection, code: &str) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM item WHERE code = ?1")?;
    Ok(statement.query_row([code], |row| row.get(0)).optional()?)
}
