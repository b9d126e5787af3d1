//! Finding customers, and one with all that is known.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};
use satchel_domain::ids::CustomerKey;

use super::types::{
    CustomerCursor, CustomerDetail, CustomerPage, CustomerQuery, CustomerRow, PartyDocument,
    PlaceBox, PlaceE7,
};
use crate::error::StoreError;
use crate::sql::{first, get, page, parsed, rows, sql_limit, words_query};
use crate::store::Store;

const COLUMNS: &str = "c.id, c.key, c.customer_name, c.customer_group, c.territory, c.mobile_no, \
    c.city, c.credit_note, c.located, c.latitude_e7, c.longitude_e7";

impl Store {
    /// A page of customers that are not disabled, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn search_customers(&self, query: &CustomerQuery) -> Result<CustomerPage, StoreError> {
        self.read(|connection| {
            let limit = page(query.limit);
            let (sql, values) = list_sql(query, limit);
            let found = rows!(connection, &sql, params_from_iter(values), |row: &Row<'_>| {
                let id: i64 = get(row, "id")?;
                Ok::<_, StoreError>((id, customer_row(row)?))
            })?;
            let next = match found.last() {
                Some((id, _)) if found.len() == limit => Some(CustomerCursor(*id)),
                _ => None,
            };
            Ok(CustomerPage { rows: found.into_iter().map(|(_, row)| row).collect(), next })
        })
    }

    /// One customer with addresses and contacts.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn customer(&self, key: &CustomerKey) -> Result<Option<CustomerDetail>, StoreError> {
        self.read(|connection| {
            let sql = format!("SELECT {COLUMNS}, c.document FROM customer c WHERE c.key = ?1");
            first!(connection, &sql, [key.to_string()], |row: &Row<'_>| {
                Ok::<_, StoreError>(CustomerDetail {
                    row: customer_row(row)?,
                    document: get(row, "document")?,
                    addresses: parties(connection, key, "Address")?,
                    contacts: parties(connection, key, "Contact")?,
                })
            })
        })
    }

    /// Customers inside a box; the caller sorts them by distance.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn customers_within(
        &self,
        area: &PlaceBox,
        limit: usize,
    ) -> Result<Vec<CustomerRow>, StoreError> {
        self.read(|connection| {
            let crosses = area.west_e7 > area.east_e7;
            let longitude = if crosses {
                "(c.longitude_e7 >= ?3 OR c.longitude_e7 <= ?4)"
            } else {
                "c.longitude_e7 BETWEEN ?3 AND ?4"
            };
            let sql = format!(
                "SELECT {COLUMNS} FROM customer c
                 WHERE c.located = 1 AND c.disabled = 0 AND c.latitude_e7 BETWEEN ?1 AND ?2
                   AND {longitude} LIMIT ?5"
            );
            let values = params![
                area.south_e7,
                area.north_e7,
                area.west_e7,
                area.east_e7,
                sql_limit(page(limit))
            ];
            rows!(connection, &sql, values, customer_row)
        })
    }

    /// The territories customers are in, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn territories(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT DISTINCT territory AS name FROM customer
                 WHERE territory <> '' ORDER BY territory",
                [],
                |row: &Row<'_>| get(row, "name")
            )
        })
    }

    /// The groups customers are in, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn customer_groups(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT DISTINCT customer_group AS name FROM customer
                 WHERE customer_group <> '' ORDER BY customer_group",
                [],
                |row: &Row<'_>| get(row, "name")
            )
        })
    }
}

/// The statement for a list: matches come in the order of row ids, which is the order of names.
pub(crate) fn list_sql(query: &CustomerQuery, limit: usize) -> (String, Vec<Value>) {
    let after = Value::Integer(query.after.map_or(0, |cursor| cursor.0));
    let (from, order, mut values) = match words_query(&query.text) {
        Some(words) => (
            "customer_fts h CROSS JOIN customer c ON c.id = h.rowid
             WHERE h.customer_fts MATCH ? AND h.rowid > ?",
            "h.rowid",
            vec![Value::Text(words), after],
        ),
        None => ("customer c WHERE c.id > ? AND c.disabled = 0", "c.id", vec![after]),
    };
    let mut sql = format!("SELECT {COLUMNS} FROM {from}");
    for (column, value) in
        [("customer_group", &query.customer_group), ("territory", &query.territory)]
    {
        if let Some(value) = value {
            sql.push_str(&format!(" AND c.{column} = ?"));
            values.push(Value::Text(value.clone()));
        }
    }
    sql.push_str(&format!(" ORDER BY {order} LIMIT {limit}"));
    (sql, values)
}

fn parties(
    connection: &Connection,
    key: &CustomerKey,
    doctype: &str,
) -> Result<Vec<PartyDocument>, StoreError> {
    rows!(
        connection,
        "SELECT d.doctype, d.key, d.document
         FROM party_link l JOIN party_document d ON d.id = l.document_id
         WHERE l.customer = ?1 AND d.doctype = ?2 ORDER BY d.key",
        params![key.to_string(), doctype],
        |row: &Row<'_>| Ok::<_, StoreError>(PartyDocument {
            doctype: get(row, "doctype")?,
            key: get(row, "key")?,
            document: get(row, "document")?,
        })
    )
}

fn customer_row(row: &Row<'_>) -> Result<CustomerRow, StoreError> {
    let located: bool = get(row, "located")?;
    let place =
        PlaceE7 { latitude_e7: get(row, "latitude_e7")?, longitude_e7: get(row, "longitude_e7")? };
    Ok(CustomerRow {
        key: parsed(row, "key")?,
        customer_name: get(row, "customer_name")?,
        customer_group: get(row, "customer_group")?,
        territory: get(row, "territory")?,
        mobile_no: get(row, "mobile_no")?,
        city: get(row, "city")?,
        credit_note: get(row, "credit_note")?,
        place: located.then_some(place),
    })
}
