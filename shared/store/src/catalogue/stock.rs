//! Stock a warehouse, and what this phone has promised from it.

use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, Transaction, params};
use rust_decimal::Decimal;
use satchel_domain::ids::ItemCode;

use super::types::WarehouseStock;
use crate::error::StoreError;
use crate::sql::{first, get, parsed, rows, run};
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
                "SELECT w.name, b.actual, b.reserved, b.sold
                 FROM item i JOIN bin b ON b.item = i.id JOIN warehouse w ON w.id = b.warehouse
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

/// Looks up what lists show of an item's stock.
pub(crate) struct Stock<'a> {
    statement: CachedStatement<'a>,
    warehouse: i64,
}

impl<'a> Stock<'a> {
    /// `warehouse` is the one that counts as "here", by its number.
    pub(crate) fn new(connection: &'a Connection, warehouse: i64) -> Result<Self, StoreError> {
        let statement =
            connection.prepare_cached("SELECT warehouse, actual, sold FROM bin WHERE item = ?1")?;
        Ok(Self { statement, warehouse })
    }

    /// In stock here and elsewhere, less what this phone has promised.
    pub(crate) fn of(&mut self, item: i64) -> Result<(Decimal, Decimal), StoreError> {
        let (mut here, mut elsewhere) = (Decimal::ZERO, Decimal::ZERO);
        let mut rows = self.statement.query([item])?;
        while let Some(row) = rows.next()? {
            let actual: Decimal = parsed(row, "actual")?;
            let left = actual.saturating_sub(parsed(row, "sold")?);
            let sum = if self.warehouse == get::<i64>(row, "warehouse")? {
                &mut here
            } else {
                &mut elsewhere
            };
            *sum = sum.saturating_add(left);
        }
        Ok((here, elsewhere))
    }
}

/// Counts `qty` more (or less, when negative) as promised by this phone. An item or warehouse this
/// phone does not know has no stock to count down.
pub(crate) fn promise(
    transaction: &Transaction<'_>,
    item_code: &str,
    warehouse: &str,
    qty: Decimal,
) -> Result<(), StoreError> {
    if warehouse.is_empty() {
        return Ok(());
    }
    let Some(item) = item_id(transaction, item_code)? else { return Ok(()) };
    let warehouse = super::names::id(transaction, super::names::WAREHOUSE, warehouse)?;
    let bin: Option<(Decimal, Decimal)> = first!(
        transaction,
        "SELECT actual, sold FROM bin WHERE item = ?1 AND warehouse = ?2",
        [item, warehouse],
        |row: &Row<'_>| Ok::<_, StoreError>((parsed(row, "actual")?, parsed(row, "sold")?))
    )?;
    let (actual, sold) = bin.unwrap_or_default();
    let sold = sold.saturating_add(qty).max(Decimal::ZERO);
    run!(
        transaction,
        "INSERT INTO bin(item, warehouse, sold, in_stock) VALUES(?1, ?2, ?3, ?4)
         ON CONFLICT(item, warehouse) DO UPDATE SET
           sold = excluded.sold, in_stock = excluded.in_stock",
        params![item, warehouse, sold.normalize().to_string(), actual > sold]
    )?;
    Ok(())
}

/// The row id of an item.
pub(crate) fn item_id(connection: &Connection, code: &str) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM item WHERE code = ?1")?;
    Ok(statement.query_row([code], |row| row.get(0)).optional()?)
}
