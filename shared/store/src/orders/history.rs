//! What was sold before: the day's totals, past orders, the usual basket.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, Row, params};
use rust_decimal::Decimal;
use satchel_domain::ids::CustomerKey;

use super::lines;
use super::types::{DayTotal, PastOrder, TodayCounts, UsualItem};
use crate::error::{StoreError, bad};
use crate::sql::{day, get, optional, page, parsed, rows, sql_limit};
use crate::store::Store;

/// How far back a basket looks, in lines; a customer of ten years does not slow the screen down.
const BASKET_LINES: i64 = 5_000;
/// The same for orders placed here.
const BASKET_ORDERS: i64 = 200;

impl Store {
    /// What was placed on a civil date and not withdrawn, by currency.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn day_totals(&self, day: NaiveDate) -> Result<Vec<DayTotal>, StoreError> {
        let (from, until) = around(day);
        let placed: Vec<(String, Decimal)> = self.read(|connection| {
            rows!(
                connection,
                "SELECT currency, grand_total FROM sales_order
                 WHERE placed_ms BETWEEN ?2 AND ?3 AND local_day = ?1 AND state <> 'withdrawn'",
                params![day.to_string(), from, until],
                |row: &Row<'_>| Ok::<_, StoreError>((
                    get(row, "currency")?,
                    parsed(row, "grand_total")?
                ))
            )
        })?;
        let mut totals: BTreeMap<String, (Decimal, u32)> = BTreeMap::new();
        for (currency, amount) in placed {
            let (total, orders) = totals.entry(currency).or_default();
            *total = total.checked_add(amount).ok_or(bad("grand_total"))?;
            *orders = orders.saturating_add(1);
        }
        let total = |(currency, (total, orders))| DayTotal { currency, total, orders };
        Ok(totals.into_iter().map(total).collect())
    }

    /// The numbers of the Today screen.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn today_counts(&self, day: NaiveDate) -> Result<TodayCounts, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT
                   (SELECT count(*) FROM draft WHERE trashed_ms = 0),
                   (SELECT count(*) FROM sales_order WHERE state = 'waiting'),
                   (SELECT count(*) FROM sales_order WHERE state IN ('sending', 'checking')),
                   (SELECT count(*) FROM sales_order WHERE state = 'needs_hand'),
                   (SELECT count(*) FROM sales_order
                     WHERE placed_ms BETWEEN ?2 AND ?3 AND local_day = ?1
                       AND state <> 'withdrawn'),
                   (SELECT count(*) FROM outbox
                     WHERE state NOT IN ('done', 'withdrawn'))",
            )?;
            let (from, until) = around(day);
            Ok(statement.query_row(params![day.to_string(), from, until], |row| {
                Ok(TodayCounts {
                    drafts: row.get(0)?,
                    waiting: row.get(1)?,
                    on_the_way: row.get(2)?,
                    needs_hand: row.get(3)?,
                    placed_that_day: row.get(4)?,
                    unsent_documents: row.get(5)?,
                })
            })?)
        })
    }

    /// A customer's last orders, placed here or known from the server, newest first. One that is both
    /// appears once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn past_orders(
        &self,
        customer: &CustomerKey,
        limit: usize,
    ) -> Result<Vec<PastOrder>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT * FROM (
                   SELECT uid, server_name AS name, transaction_date, state AS status, currency,
                          grand_total, placed_ms FROM sales_order WHERE customer = ?1
                   UNION ALL
                   SELECT p.uid, p.name, p.transaction_date, p.status, p.currency, p.grand_total, 0
                   FROM past_order p
                   WHERE p.customer = ?1
                     AND NOT EXISTS (SELECT 1 FROM sales_order o
                                     WHERE o.uid = p.uid OR o.server_name = p.name)
                 ) ORDER BY transaction_date DESC, placed_ms DESC, name DESC LIMIT ?2",
                params![customer.to_string(), sql_limit(page(limit))],
                |row: &Row<'_>| Ok::<_, StoreError>(PastOrder {
                    uid: optional(row, "uid")?,
                    name: optional(row, "name")?,
                    transaction_date: day(row, "transaction_date")?,
                    status: get(row, "status")?,
                    currency: get(row, "currency")?,
                    grand_total: get(row, "grand_total")?,
                })
            )
        })
    }

    /// What a customer usually takes, most often taken first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn usual_basket(
        &self,
        customer: &CustomerKey,
        limit: usize,
    ) -> Result<Vec<UsualItem>, StoreError> {
        let lines = self.read(|connection| sold_lines(connection, customer))?;
        let mut by_item: BTreeMap<String, Vec<SoldLine>> = BTreeMap::new();
        for line in lines {
            by_item.entry(line.item_code.clone()).or_default().push(line);
        }
        let mut usual = by_item
            .into_iter()
            .filter_map(|(code, lines)| usual_item(&code, &lines))
            .collect::<Vec<_>>();
        usual.sort_by(|a, b| {
            (b.orders, b.last_day, &a.item_code).cmp(&(a.orders, a.last_day, &b.item_code))
        });
        usual.truncate(limit);
        Ok(usual)
    }
}

/// The moments that can be of a civil date somewhere on Earth, in milliseconds, generously.
pub(super) fn around(day: NaiveDate) -> (i64, i64) {
    let midnight = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    const DAY_MS: i64 = 86_400_000;
    (midnight.saturating_sub(2 * DAY_MS), midnight.saturating_add(3 * DAY_MS))
}

struct SoldLine {
    source: String,
    item_code: String,
    uom: String,
    qty: Decimal,
    day: Option<NaiveDate>,
}

fn sold_lines(
    connection: &Connection,
    customer: &CustomerKey,
) -> Result<Vec<SoldLine>, StoreError> {
    let mut sold: Vec<SoldLine> = rows!(
        connection,
        "SELECT source, item_code, uom, qty, day FROM sold_line WHERE customer = ?1 LIMIT ?2",
        params![customer.to_string(), BASKET_LINES],
        |row: &Row<'_>| Ok::<_, StoreError>(SoldLine {
            source: get(row, "source")?,
            item_code: get(row, "item_code")?,
            uom: get(row, "uom")?,
            qty: parsed(row, "qty")?,
            day: day(row, "day")?,
        })
    )?;
    let placed = rows!(
        connection,
        "SELECT o.uid, o.transaction_date, d.lines FROM sales_order o
         JOIN sales_order_document d ON d.id = o.id
         WHERE o.customer = ?1 AND o.state <> 'withdrawn'
         ORDER BY o.placed_ms DESC LIMIT ?2",
        params![customer.to_string(), BASKET_ORDERS],
        |row: &Row<'_>| {
            let (uid, lines): (String, String) = (get(row, "uid")?, get(row, "lines")?);
            Ok::<_, StoreError>((uid, day(row, "transaction_date")?, lines::from_text(&lines)?))
        }
    )?;
    for (uid, day, lines) in placed {
        let bought = lines.into_iter().filter(|line| !line.is_free_item);
        sold.extend(bought.map(|line| SoldLine {
            source: uid.clone(),
            item_code: line.item_code.to_string(),
            uom: line.uom,
            qty: line.qty,
            day,
        }));
    }
    Ok(sold)
}

/// The unit taken most often, and the middle quantity in it.
fn usual_item(code: &str, lines: &[SoldLine]) -> Option<UsualItem> {
    let mut by_uom: BTreeMap<&str, Vec<Decimal>> = BTreeMap::new();
    for line in lines {
        by_uom.entry(&line.uom).or_default().push(line.qty);
    }
    let (uom, mut quantities) = by_uom.into_iter().max_by_key(|(_, q)| q.len())?;
    quantities.sort_unstable();
    let mut sources: Vec<&str> = lines.iter().map(|line| line.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    Some(UsualItem {
        item_code: code.parse().ok()?,
        uom: uom.to_owned(),
        typical_qty: quantities.get((quantities.len() - 1) / 2).copied()?,
        orders: u32::try_from(sources.len()).unwrap_or(u32::MAX),
        last_day: lines.iter().filter_map(|line| line.day).max(),
    })
}
