//! The list rates of a whole catalogue, picked while its prices pass by: reading them again out of the
//! file would cost as much as writing them did.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Transaction, params};
use rust_decimal::Decimal;

use super::prices::{self, ItemPrice};
use crate::error::StoreError;

/// Where an item stands, and its stock unit, by its code.
pub(super) type Places = HashMap<String, (i64, String)>;

/// Plain prices that hold on a day: of each item in each list the one that counts.
pub(super) struct ListRates {
    day: String,
    picked: Vec<Rate>,
    /// The one that counts of the item and list that pass by.
    best: Option<Holding>,
}

/// The rate of an item in a list.
struct Rate {
    list: i64,
    item: i64,
    rate: Decimal,
}

/// A rate, with what decides whether it counts.
struct Holding {
    rate: Rate,
    valid_from: String,
    for_unit: bool,
}

impl ListRates {
    pub(super) fn on(today: NaiveDate) -> Self {
        Self { day: today.to_string(), picked: Vec::new(), best: None }
    }

    /// Looks at a price for an item in its place: those of an item in a list best one after the other.
    pub(super) fn see(&mut self, price: &ItemPrice, list: i64, places: &Places) {
        if !price.plain() || !price.holds_on(&self.day) {
            return;
        }
        let Some((item, stock_uom)) = places.get(&price.item_code.0) else { return };
        if !price.uom.0.is_empty() && price.uom.0 != *stock_uom {
            return;
        }
        let holding = Holding {
            rate: Rate { list, item: *item, rate: price.rate() },
            valid_from: price.valid_from.0.clone(),
            for_unit: !price.uom.0.is_empty(),
        };
        match &mut self.best {
            Some(best) if best.rate.key() == holding.rate.key() => {
                if best.rank() < holding.rank() {
                    *best = holding;
                }
            }
            best => self.picked.extend(best.replace(holding).map(|best| best.rate)),
        }
    }

    /// Writes the rate of each item in each list for its stock unit: the price that began last, of
    /// those the one for a unit, of those the lowest, as [`prices::refresh_all`] does.
    pub(super) fn write(
        mut self,
        transaction: &Transaction<'_>,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        self.picked.extend(self.best.take().map(|best| best.rate));
        self.picked.sort_unstable_by_key(Rate::key);
        if self.picked.windows(2).any(|two| matches!(two, [a, b] if a.key() == b.key())) {
            // They came in no order.
            return prices::refresh_all(transaction, today);
        }
        let mut insert = transaction
            .prepare_cached("INSERT INTO price_now(list, item, rate) VALUES(?1, ?2, ?3)")?;
        for Rate { list, item, rate } in &self.picked {
            insert.execute(params![list, item, rate.to_string()])?;
        }
        prices::remember_day(transaction, today)
    }
}

impl Rate {
    fn key(&self) -> (i64, i64) {
        (self.list, self.item)
    }
}

impl Holding {
    fn rank(&self) -> (&str, bool, Reverse<Decimal>) {
        (&self.valid_from, self.for_unit, Reverse(self.rate.rate))
    }
}
