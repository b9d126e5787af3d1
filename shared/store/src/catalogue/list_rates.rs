//! The list rates of a whole catalogue, picked while its prices pass by: reading them again out of the
//! file would cost as much as writing them did.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Transaction, params};
use rust_decimal::Decimal;

use super::prices::{self, ItemPrice};
use crate::error::StoreError;
use crate::sql::run;

/// Where an item stands, and its stock unit, by its code.
pub(super) type Places = HashMap<String, (i64, String)>;

/// Plain prices that hold on a day.
pub(super) struct ListRates {
    day: String,
    holding: Vec<Holding>,
}

/// A price, without what only pricing needs.
struct Holding {
    item_code: String,
    list: i64,
    valid_from: String,
    uom: String,
    rate: Decimal,
}

impl ListRates {
    pub(super) fn on(today: NaiveDate) -> Self {
        Self { day: today.to_string(), holding: Vec::new() }
    }

    /// Keeps a price if it may be a list rate.
    pub(super) fn see(&mut self, price: &ItemPrice, list: i64) {
        if !price.plain() || !price.holds_on(&self.day) {
            return;
        }
        self.holding.push(Holding {
            item_code: price.item_code.0.clone(),
            list,
            valid_from: price.valid_from.0.clone(),
            uom: price.uom.0.clone(),
            rate: price.rate(),
        });
    }

    /// Writes the rate of each item in each list for its stock unit: the price that began last, of
    /// those the one for a unit, of those the lowest, as [`prices::refresh_all`] does.
    pub(super) fn write(
        self,
        transaction: &Transaction<'_>,
        places: &Places,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        let mut rates: Vec<(i64, i64, Holding)> = self
            .holding
            .into_iter()
            .filter_map(|price| {
                let (id, stock_uom) = places.get(&price.item_code)?;
                let fits = price.uom.is_empty() || price.uom == *stock_uom;
                fits.then_some((price.list, *id, price))
            })
            .collect();
        // The one that counts first.
        rates.sort_unstable_by(|(list, item, a), (other_list, other, b)| {
            (list, item).cmp(&(other_list, other)).then_with(|| b.rank().cmp(&a.rank()))
        });
        rates.dedup_by_key(|(list, item, _)| (*list, *item));
        for (list, item, price) in &rates {
            run!(
                transaction,
                "INSERT INTO price_now(list, item, rate) VALUES(?1, ?2, ?3)",
                params![list, item, price.rate.to_string()]
            )?;
        }
        prices::remember_day(transaction, today)
    }
}

impl Holding {
    fn rank(&self) -> (&str, &str, Reverse<Decimal>) {
        (&self.valid_from, &self.uom, Reverse(self.rate))
    }
}
