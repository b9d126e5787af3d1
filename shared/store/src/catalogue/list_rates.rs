//! The list rates of a whole catalogue, picked while its prices pass by: reading them again out of the
//! file would cost as much as writing them did.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Transaction, params};
use rust_decimal::Decimal;

use super::parsed::ParsedPrice;
use super::prices;
use crate::error::StoreError;

/// Where each item stands, and its stock unit, by its code.
#[derive(Default)]
pub(super) struct Places {
    /// Row id and the number of the unit.
    items: HashMap<String, (i64, usize)>,
    uoms: HashMap<String, usize>,
}

impl Places {
    pub(super) fn add(&mut self, code: &str, id: i64, stock_uom: &str) {
        let uom = match self.uoms.get(stock_uom) {
            Some(uom) => *uom,
            None => {
                let next = self.uoms.len();
                self.uoms.insert(stock_uom.to_owned(), next);
                next
            }
        };
        self.items.insert(code.to_owned(), (id, uom));
    }

    /// Whether a price in this unit, or in none, is one for the stock unit of the item.
    fn is_stock_uom(&self, place: (i64, usize), uom: &str) -> bool {
        uom.is_empty() || self.uoms.get(uom) == Some(&place.1)
    }
}

/// Plain prices that hold on a day: of each item in each list the one that counts.
pub(super) struct ListRates {
    day: String,
    picked: Vec<Rate>,
    /// The one that counts of the item and list that pass by.
    best: Option<Holding>,
    /// The item whose price passed by last, and its place: its others follow.
    item: (String, Option<(i64, usize)>),
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
        Self { day: today.to_string(), picked: Vec::new(), best: None, item: Default::default() }
    }

    /// Looks at a price for an item in its place: those of an item in a list best one after the other.
    pub(super) fn see(&mut self, price: &ParsedPrice<'_>, list: i64, places: &Places) {
        let row = &price.row;
        if !row.plain || !row.holds_on(&self.day) {
            return;
        }
        if self.item.0 != row.item_code {
            row.item_code.clone_into(&mut self.item.0);
            self.item.1 = places.items.get(row.item_code).copied();
        }
        let Some(place) = self.item.1.filter(|place| places.is_stock_uom(*place, row.uom)) else {
            return;
        };
        let holding = Holding {
            rate: Rate { list, item: place.0, rate: price.rate },
            valid_from: row.valid_from.to_owned(),
            for_unit: !row.uom.is_empty(),
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
