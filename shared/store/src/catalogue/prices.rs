//! Item Prices, and the list rates derived from them.
//!
//! A list rate is what ERPNext's `get_item_price` (`stock/get_item_details.py`) gives for one stock
//! unit, today, for nobody in particular: valid on the day, without customer or batch, the latest
//! `valid_from` first, a price with a unit before one without. Of what that leaves equal the lowest
//! counts, as in the pricing function. Lists show it; orders are priced by the pricing function from
//! the whole documents.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{CachedStatement, Params, Row, Transaction, params};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::fields::{Check, Number, Text, checked};
use super::put::Batch;
use super::{blocks, names, stock};
use crate::error::StoreError;
use crate::file::reply::Reply;
use crate::settings;
use crate::sql::{first, get, rows, run};
use crate::store::Store;

/// The day the list rates were derived for.
const DAY: &str = "list_rates_day";
/// From this many changed prices on, deriving all rates at once is faster than one by one.
const MANY: usize = 20_000;

/// The plain price of an item for one unit on a day, given as `?2`.
const PLAIN: &str = "p.plain = 1 AND p.valid_from <= ?2
    AND (p.valid_upto = '' OR p.valid_upto >= ?2) AND (p.uom = '' OR p.uom = i.stock_uom)";

/// What is read of an [`ItemPrice`].
pub(super) const FIELDS: [&str; 11] = [
    "name",
    "item_code",
    "price_list",
    "uom",
    "customer",
    "supplier",
    "batch_no",
    "valid_from",
    "valid_upto",
    "selling",
    "price_list_rate",
];

/// The fields of an Item Price (ERPNext `stock/doctype/item_price`) that queries need.
#[derive(Deserialize)]
pub(crate) struct ItemPrice {
    #[serde(default)]
    pub(super) name: Text,
    #[serde(default)]
    pub(super) item_code: Text,
    #[serde(default)]
    pub(super) price_list: Text,
    #[serde(default)]
    pub(super) uom: Text,
    #[serde(default)]
    customer: Text,
    #[serde(default)]
    supplier: Text,
    #[serde(default)]
    batch_no: Text,
    #[serde(default)]
    pub(super) valid_from: Text,
    #[serde(default)]
    valid_upto: Text,
    #[serde(default = "checked")]
    selling: Check,
    #[serde(default)]
    price_list_rate: Number,
}

impl ItemPrice {
    /// Whether it is for every customer, without batch: only these make a list rate.
    fn plain(&self) -> bool {
        self.selling.0
            && self.customer.0.is_empty()
            && self.supplier.0.is_empty()
            && self.batch_no.0.is_empty()
    }

    pub(super) fn rate(&self) -> Decimal {
        self.price_list_rate.0
    }

    /// Its row, with its rate as text.
    pub(super) fn row<'a>(&'a self, rate: &'a str) -> PriceRow<'a> {
        PriceRow {
            item_code: &self.item_code.0,
            uom: &self.uom.0,
            valid_from: &self.valid_from.0,
            name: &self.name.0,
            valid_upto: &self.valid_upto.0,
            plain: self.plain(),
            rate,
        }
    }
}

/// What the row of a price has but for its list and its document.
#[derive(Clone, Copy)]
pub(super) struct PriceRow<'a> {
    pub(super) item_code: &'a str,
    pub(super) uom: &'a str,
    pub(super) valid_from: &'a str,
    pub(super) name: &'a str,
    pub(super) valid_upto: &'a str,
    /// For every customer, without batch: only these make a list rate.
    pub(super) plain: bool,
    pub(super) rate: &'a str,
}

impl PriceRow<'_> {
    /// Whether it holds on a day, given as the site writes dates.
    pub(super) fn holds_on(&self, day: &str) -> bool {
        self.valid_from <= day && (self.valid_upto.is_empty() || self.valid_upto >= day)
    }

    /// The row's columns in their order.
    fn values(&self, list: i64, document_at: i64) -> impl Params {
        (
            self.item_code,
            list,
            self.uom,
            self.valid_from,
            self.name,
            self.valid_upto,
            self.plain,
            self.rate,
            document_at,
        )
    }
}

impl Store {
    /// Derives the list rates anew where a price begins or ends between the day they were derived for
    /// and `today`. Cheap when the day is the same.
    pub fn refresh_list_rates(&self, today: NaiveDate) -> Reply<()> {
        self.write(move |transaction| {
            let day: Option<NaiveDate> = settings::setting(transaction, DAY)?;
            if day == Some(today) {
                return Ok(());
            }
            let turned = match day {
                Some(day) => turned_between(transaction, day.min(today), day.max(today))?,
                None => return refresh_all(transaction, today),
            };
            for (code, list) in &turned {
                refresh(transaction, code, *list, today)?;
            }
            remember_day(transaction, today)
        })
    }
}

/// The prices whose validity begins or ends after `from` and up to `until`.
fn turned_between(
    transaction: &Transaction<'_>,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<BTreeSet<(String, i64)>, StoreError> {
    let found = rows!(
        transaction,
        "SELECT item_code, list FROM item_price
         WHERE (valid_from > ?1 AND valid_from <= ?2)
            OR (valid_upto >= ?1 AND valid_upto < ?2 AND valid_upto <> '')",
        params![from.to_string(), until.to_string()],
        pair
    )?;
    Ok(found.into_iter().collect())
}

fn pair(row: &Row<'_>) -> Result<(String, i64), StoreError> {
    Ok((get(row, "item_code")?, get(row, "list")?))
}

/// Stores Item Prices and derives the list rates they touch.
pub(crate) fn put(
    transaction: &Transaction<'_>,
    mut batch: Batch<'_>,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let mut prices = batch.read(|price: &ItemPrice| &price.name.0);
    prices.sort_by(|(a, _), (b, _)| {
        (&a.item_code.0, &a.price_list.0).cmp(&(&b.item_code.0, &b.price_list.0))
    });
    let all_at_once = prices.len() >= MANY;
    let mut lists = names::Cache::new(names::PRICE_LIST);
    let mut touched = BTreeSet::new();
    let mut documents = blocks::Writer::new(transaction)?;
    for (price, text) in &prices {
        let list = lists.id(transaction, &price.price_list.0)?;
        let before = write(transaction, &mut documents, price, list, text)?;
        if !all_at_once {
            touched.extend(before);
            touched.insert((price.item_code.0.clone(), list));
        }
    }
    documents.finish()?;
    if all_at_once {
        return refresh_all(transaction, today);
    }
    for (code, list) in &touched {
        refresh(transaction, code, *list, today)?;
    }
    Ok(())
}

/// Writes one price: in its row, or, where its key changed, in another. The item and list it was for
/// before, if others.
fn write(
    transaction: &Transaction<'_>,
    documents: &mut blocks::Writer<'_>,
    price: &ItemPrice,
    list: i64,
    text: &str,
) -> Result<Option<(String, i64)>, StoreError> {
    let rate = price.rate().to_string();
    let row = price.row(&rate);
    let here: Option<i64> = first!(
        transaction,
        "SELECT document_at FROM item_price
         WHERE item_code = ?1 AND list = ?2 AND uom = ?3 AND valid_from = ?4 AND name = ?5",
        params![price.item_code.0, list, price.uom.0, price.valid_from.0, price.name.0],
        |row: &Row<'_>| get(row, "document_at")
    )?;
    if let Some(at) = here {
        let at = documents.change(at, text)?;
        run!(
            transaction,
            "UPDATE item_price SET valid_upto = ?6, plain = ?7, rate = ?8, document_at = ?9
             WHERE item_code = ?1 AND list = ?2 AND uom = ?3 AND valid_from = ?4 AND name = ?5",
            row.values(list, at)
        )?;
        return Ok(None);
    }
    let before = take_out(transaction, &price.name.0)?;
    let at = match before {
        Some((_, _, at)) => documents.change(at, text)?,
        None => documents.add(text)?,
    };
    Insert::new(transaction)?.write(&row, list, at)?;
    Ok(before.map(|(code, list, _)| (code, list)))
}

/// Deletes the row of a price; its item, its list, and where its document is.
fn take_out(
    transaction: &Transaction<'_>,
    name: &str,
) -> Result<Option<(String, i64, i64)>, StoreError> {
    first!(
        transaction,
        "DELETE FROM item_price WHERE name = ?1 RETURNING item_code, list, document_at",
        [name],
        |row: &Row<'_>| Ok::<_, StoreError>((
            get(row, "item_code")?,
            get(row, "list")?,
            get(row, "document_at")?
        ))
    )
}

/// Writes the rows of prices that have none.
pub(super) struct Insert<'a>(CachedStatement<'a>);

impl<'a> Insert<'a> {
    pub(super) fn new(transaction: &'a Transaction<'_>) -> Result<Self, StoreError> {
        Ok(Self(transaction.prepare_cached(
            "INSERT INTO item_price(item_code, list, uom, valid_from, name, valid_upto, plain, rate,
               document_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?))
    }

    pub(super) fn write(
        &mut self,
        price: &PriceRow<'_>,
        list: i64,
        document_at: i64,
    ) -> Result<(), StoreError> {
        self.0.execute(price.values(list, document_at))?;
        Ok(())
    }
}

/// Forgets an Item Price.
pub(crate) fn remove(transaction: &Transaction<'_>, name: &str) -> Result<usize, StoreError> {
    let Some((code, list, at)) = take_out(transaction, name)? else { return Ok(0) };
    blocks::forget(transaction, at)?;
    let day: Option<NaiveDate> = settings::setting(transaction, DAY)?;
    refresh(transaction, &code, list, day.unwrap_or(NaiveDate::MAX))?;
    Ok(1)
}

/// Forgets every Item Price of an item.
pub(super) fn remove_of_item(transaction: &Transaction<'_>, code: &str) -> Result<(), StoreError> {
    let documents: Vec<i64> = rows!(
        transaction,
        "DELETE FROM item_price WHERE item_code = ?1 RETURNING document_at",
        [code],
        |row: &Row<'_>| get(row, "document_at")
    )?;
    documents.into_iter().try_for_each(|at| blocks::forget(transaction, at))
}

/// Derives the rates of one item in every list.
pub(crate) fn refresh_item(
    transaction: &Transaction<'_>,
    code: &str,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let lists = rows!(
        transaction,
        "SELECT DISTINCT list FROM item_price WHERE item_code = ?1",
        [code],
        |row: &Row<'_>| get(row, "list")
    )?;
    for list in lists {
        refresh(transaction, code, list, today)?;
    }
    Ok(())
}

fn refresh(
    transaction: &Transaction<'_>,
    code: &str,
    list: i64,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let Some(item) = stock::item_id(transaction, code)? else { return Ok(()) };
    let sql = format!(
        "SELECT p.rate FROM item i JOIN item_price p ON p.item_code = i.code
         WHERE i.id = ?1 AND p.list = ?3 AND {PLAIN}
         ORDER BY p.valid_from DESC, p.uom DESC, CAST(p.rate AS REAL) LIMIT 1"
    );
    let rate: Option<String> =
        first!(transaction, &sql, params![item, today.to_string(), list], |row: &Row<'_>| get(
            row, "rate"
        ))?;
    match rate {
        Some(rate) => run!(
            transaction,
            "INSERT INTO price_now(list, item, rate) VALUES(?1, ?2, ?3)
             ON CONFLICT(list, item) DO UPDATE SET rate = excluded.rate WHERE rate <> excluded.rate",
            params![list, item, rate]
        )?,
        None => run!(
            transaction,
            "DELETE FROM price_now WHERE list = ?1 AND item = ?2",
            params![list, item]
        )?,
    };
    Ok(())
}

/// Derives every list rate.
pub(crate) fn refresh_all(
    transaction: &Transaction<'_>,
    today: NaiveDate,
) -> Result<(), StoreError> {
    run!(transaction, "DELETE FROM price_now", [])?;
    // Of several prices the last one written stays, so the one that counts comes last.
    let sql = format!(
        "INSERT OR REPLACE INTO price_now(list, item, rate)
         SELECT p.list, i.id, p.rate FROM item_price p JOIN item i ON i.code = p.item_code
         WHERE ?1 = ?1 AND {PLAIN}
         ORDER BY p.list, i.id, p.valid_from, p.uom, CAST(p.rate AS REAL) DESC"
    );
    run!(transaction, &sql, params![0, today.to_string()])?;
    remember_day(transaction, today)
}

pub(super) fn remember_day(
    transaction: &Transaction<'_>,
    today: NaiveDate,
) -> Result<(), StoreError> {
    settings::set_setting(transaction, DAY, &format!("\"{today}\""))
}
