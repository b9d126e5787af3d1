//! Placed orders: lists and details.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};
use satchel_domain::ids::{OrderUid, ReceiptNumber};

use super::history::around;
use super::types::{OrderCursor, OrderDetail, OrderPage, OrderQuery, OrderRow, OrderTotals};
use super::{lines, timeline, words};
use crate::error::{StoreError, bad};
use crate::outbox::TotalsDifference;
use crate::sql::{first, get, moment, optional, page, parsed, rows};
use crate::store::Store;

const COLUMNS: &str = "o.id, o.uid, o.receipt_number, o.state, o.customer, o.customer_name, \
    o.placed_ms, o.local_day, o.delivery_date, o.currency, o.net_total, \
    o.total_taxes_and_charges, o.grand_total, o.rounded_total, o.provisional, o.line_count, \
    o.server_name";

impl Store {
    /// A page of placed orders, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn orders(&self, query: &OrderQuery) -> Result<OrderPage, StoreError> {
        self.read(|connection| {
            let limit = page(query.limit);
            let (sql, values) = list_sql(query, limit);
            let found = rows!(connection, &sql, params_from_iter(values), |row: &Row<'_>| {
                let id: i64 = get(row, "id")?;
                Ok::<_, StoreError>((id, order_row(row)?))
            })?;
            let next = match found.last() {
                Some((id, row)) if found.len() == limit => {
                    Some(OrderCursor { placed_ms: row.placed_at.timestamp_millis(), id: *id })
                }
                _ => None,
            };
            Ok(OrderPage { rows: found.into_iter().map(|(_, row)| row).collect(), next })
        })
    }

    /// The orders placed on a civil date and not withdrawn, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn orders_of_day(&self, day: NaiveDate) -> Result<Vec<OrderRow>, StoreError> {
        let (from, until) = around(day);
        let sql = format!(
            "SELECT {COLUMNS} FROM sales_order o
             WHERE o.placed_ms BETWEEN ?2 AND ?3 AND o.local_day = ?1 AND o.state <> 'withdrawn'
             ORDER BY o.placed_ms, o.id"
        );
        self.read(|connection| {
            rows!(connection, &sql, params![day.to_string(), from, until], order_row)
        })
    }

    /// One order with all that is known.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn order(&self, uid: OrderUid) -> Result<Option<OrderDetail>, StoreError> {
        self.read(|connection| detail(connection, uid))
    }

    /// What the rep promised and what the server booked, where they are not the same.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn totals_difference(&self, uid: OrderUid) -> Result<Option<TotalsDifference>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT t.difference FROM sales_order o
                 JOIN total_difference t ON t.order_id = o.id WHERE o.uid = ?1",
                [uid.to_string()],
                |row: &Row<'_>| {
                    let text: String = get(row, "difference")?;
                    serde_json::from_str(&text).map_err(|_| bad("difference"))
                }
            )
        })
    }

    /// Names of the latest orders placed here that the server has and this phone has no copy of: those
    /// it made in another's name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn orders_without_copy(&self, most: u32) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT server_name FROM sales_order o WHERE server_name <> ''
                   AND NOT EXISTS (SELECT 1 FROM past_order p WHERE p.name = o.server_name)
                 ORDER BY placed_ms DESC, id DESC LIMIT ?1",
                [most],
                |row: &Row<'_>| get(row, "server_name")
            )
        })
    }

    /// The order a receipt belongs to.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn order_by_receipt(&self, number: &ReceiptNumber) -> Result<Option<OrderUid>, StoreError> {
        self.read(|connection| {
            first!(
                connection,
                "SELECT uid FROM sales_order WHERE receipt_number = ?1",
                [number.to_string()],
                |row| parsed(row, "uid")
            )
        })
    }
}

/// The statement for a list, in the order of an index; words are looked for row by row.
pub(crate) fn list_sql(query: &OrderQuery, limit: usize) -> (String, Vec<Value>) {
    let mut values: Vec<Value> = Vec::new();
    let mut wheres = Vec::new();
    for word in words::wanted(&query.text) {
        values.push(word.into());
        wheres.push("instr(o.words, ?) > 0".to_owned());
    }
    if !query.states.is_empty() {
        let marks = vec!["?"; query.states.len()].join(", ");
        wheres.push(format!("o.state IN ({marks})"));
        values.extend(query.states.iter().map(|state| state.as_str().to_owned().into()));
    }
    if let Some(customer) = &query.customer {
        wheres.push("o.customer = ?".to_owned());
        values.push(customer.to_string().into());
    }
    if let Some(after) = query.after {
        wheres.push("(o.placed_ms, o.id) < (?, ?)".to_owned());
        values.extend([after.placed_ms.into(), after.id.into()]);
    }
    let filter =
        if wheres.is_empty() { String::new() } else { format!("WHERE {}", wheres.join(" AND ")) };
    let sql = format!(
        "SELECT {COLUMNS} FROM sales_order o {filter}
         ORDER BY o.placed_ms DESC, o.id DESC LIMIT {limit}"
    );
    (sql, values)
}

fn order_row(row: &Row<'_>) -> Result<OrderRow, StoreError> {
    Ok(OrderRow {
        uid: parsed(row, "uid")?,
        receipt_number: parsed(row, "receipt_number")?,
        state: parsed(row, "state")?,
        customer: parsed(row, "customer")?,
        customer_name: get(row, "customer_name")?,
        placed_at: moment(row, "placed_ms")?,
        local_day: parsed(row, "local_day")?,
        delivery_date: optional(row, "delivery_date")?,
        totals: OrderTotals {
            currency: get(row, "currency")?,
            net_total: get(row, "net_total")?,
            total_taxes_and_charges: get(row, "total_taxes_and_charges")?,
            grand_total: get(row, "grand_total")?,
            rounded_total: get(row, "rounded_total")?,
        },
        provisional: get(row, "provisional")?,
        line_count: get(row, "line_count")?,
        server_name: optional(row, "server_name")?,
    })
}

pub(crate) fn detail(
    connection: &Connection,
    uid: OrderUid,
) -> Result<Option<OrderDetail>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, o.company, o.transaction_date, o.note, o.captured, d.entry, d.priced,
                d.signature, d.lines
         FROM sales_order o JOIN sales_order_document d ON d.id = o.id WHERE o.uid = ?1"
    );
    first!(connection, &sql, [uid.to_string()], |row: &Row<'_>| {
        let captured: String = get(row, "captured")?;
        let lines: String = get(row, "lines")?;
        Ok(OrderDetail {
            row: order_row(row)?,
            company: get(row, "company")?,
            transaction_date: parsed(row, "transaction_date")?,
            note: get(row, "note")?,
            captured: serde_json::from_str(&captured).map_err(|_| bad("captured"))?,
            lines: lines::from_text(&lines)?,
            entry: get(row, "entry")?,
            priced: get(row, "priced")?,
            signature: get(row, "signature")?,
            timeline: timeline::of(connection, uid)?,
        })
    })
}
