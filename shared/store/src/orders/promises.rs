//! What placed orders promise from stock.
//!
//! The lines of an order touch as many pages of `promised` as there are lines. They say nothing the
//! order does not say, so they are written right after the rep was told, not before; an order this has
//! not come to yet is found by its row id, whatever happened in between.

use rusqlite::{Connection, Row, Transaction};
use rust_decimal::Decimal;
use satchel_domain::orders::OrderState;

use super::lines;
use super::types::OrderLine;
use crate::catalogue::stock::Promises;
use crate::error::StoreError;
use crate::file::writer::Desk;
use crate::settings;
use crate::sql::{get, parsed, rows};

/// The row id of the last order whose lines were counted.
const COUNTED: &str = "promised_through";

/// Counts the orders that were not counted yet.
///
/// # Errors
/// [`StoreError`]; they are then counted later.
pub(crate) fn catch_up(desk: &mut Desk) -> Result<(), StoreError> {
    if uncounted(&desk.connection)?.is_empty() {
        return Ok(());
    }
    desk.write_derived(count)
}

/// Counts, in the transaction that is open, the orders that were not counted yet.
pub(crate) fn count(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let orders = uncounted(transaction)?;
    let Some((last, _)) = orders.last() else { return Ok(()) };
    for (id, state) in &orders {
        if state.holds_stock() {
            add(transaction, &lines::of(transaction, *id)?, Decimal::ONE)?;
        }
    }
    settings::set_setting(transaction, COUNTED, &last.to_string())
}

/// Counts all orders anew.
pub(crate) fn count_anew(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute_batch("DELETE FROM promised;")?;
    settings::set_setting(transaction, COUNTED, "0")?;
    count(transaction)
}

/// Gives back what an order promised.
pub(crate) fn release(transaction: &Transaction<'_>, order_id: i64) -> Result<(), StoreError> {
    add(transaction, &lines::of(transaction, order_id)?, Decimal::NEGATIVE_ONE)
}

fn uncounted(connection: &Connection) -> Result<Vec<(i64, OrderState)>, StoreError> {
    let counted: i64 = settings::setting(connection, COUNTED)?.unwrap_or(0);
    rows!(
        connection,
        "SELECT id, state FROM sales_order WHERE id > ?1 ORDER BY id",
        [counted],
        |row: &Row<'_>| Ok::<_, StoreError>((get(row, "id")?, parsed(row, "state")?))
    )
}

fn add(
    transaction: &Transaction<'_>,
    lines: &[OrderLine],
    sign: Decimal,
) -> Result<(), StoreError> {
    let mut promises = Promises::new(transaction);
    for line in lines {
        promises.add(line.item_code.as_str(), &line.warehouse, line.stock_qty * sign)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn stock(opened: &Opened) -> Decimal {
        opened.find("apple").rows[0].stock_here
    }

    /// As a crash right after placing leaves it.
    fn cut_off(opened: &Opened) {
        let forget = |transaction: &Transaction<'_>| {
            transaction.execute_batch("DELETE FROM promised;")?;
            settings::set_setting(transaction, COUNTED, "0")
        };
        opened.store.write(forget).wait().unwrap();
    }

    #[test]
    fn an_order_whose_counting_was_cut_off_is_counted_at_the_next_opening() {
        let opened = opened();
        opened.put(vec![item("A-1", "Apple"), bin("A-1", "Van", 10.0)]);
        for n in 1..=3 {
            opened.place_and_count(order(n));
        }
        cut_off(&opened);
        assert_eq!(stock(&opened), Decimal::from(10));
        let opened = opened.reopen();
        opened.store.run(|_| Ok(())).wait().unwrap();
        assert_eq!(stock(&opened), Decimal::from(1));
    }

    #[test]
    fn withdrawing_an_order_not_counted_yet_gives_back_no_more_than_it_took() {
        let opened = opened();
        opened.put(vec![item("A-1", "Apple"), bin("A-1", "Van", 10.0)]);
        opened.place_and_count(order(1));
        opened.place_and_count(order(2));
        cut_off(&opened);
        opened.store.withdraw(uid(1), "no".into(), captured()).wait().unwrap();
        assert_eq!(stock(&opened), Decimal::from(7));
    }

    #[test]
    fn what_the_rep_saves_is_flushed_again_after_a_count() {
        let opened = opened();
        opened.place_and_count(order(1));
        let broken = opened.store.run(|desk| desk.write_derived::<()>(|_| panic!("in a count")));
        assert!(broken.wait().is_err());
        opened.store.save_draft(draft(2)).wait().unwrap();
        let level = |desk: &mut Desk| {
            Ok(desk.connection.query_row("PRAGMA synchronous", [], |row| row.get(0))?)
        };
        let level: i64 = opened.store.run(level).wait().unwrap();
        assert_eq!(level, 2, "FULL");
    }
}
