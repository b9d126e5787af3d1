//! What a draft holds besides its uid and times: everything the rep entered.

use chrono::NaiveDate;
use satchel_domain::ids::OrderUid;
use satchel_domain::pricing::{LineEntry, OrderEntry};
use serde::{Deserialize, Serialize};

/// A draft's content, kept as JSON in the store.
///
/// It holds what was entered, never what was computed: a draft opened tomorrow is priced with
/// tomorrow's masters.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftBody {
    /// The order as entered.
    pub entry: OrderEntry,
    /// Note to the office and the customer.
    pub note: String,
    /// Warehouse given to every line.
    pub warehouse: String,
    /// The line the last removal took out, for undo.
    pub removed: Option<RemovedLine>,
    /// Uid or name of the order this one was copied from.
    pub copied_from: Option<String>,
    /// The refused order this one mends; placing it takes that one back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<OrderUid>,
}

/// A line that was taken out, and where it stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemovedLine {
    /// Where it stood.
    pub line: usize,
    /// What was entered.
    pub entry: LineEntry,
}

impl DraftBody {
    /// An empty order for a customer on a day, to be delivered `lead_days` later.
    pub fn new(company: &str, customer: &str, today: NaiveDate, delivery: NaiveDate) -> Self {
        Self {
            entry: OrderEntry {
                company: company.to_owned(),
                customer: customer.to_owned(),
                transaction_date: Some(today),
                delivery_date: Some(delivery.max(today)),
                ..OrderEntry::default()
            },
            ..Self::default()
        }
    }

    /// Moves the order to `today`: a draft is an order of the day it is placed. A delivery date
    /// that has passed meanwhile becomes today as well.
    pub fn move_to(&mut self, today: NaiveDate) {
        self.entry.transaction_date = Some(today);
        if self.entry.delivery_date.is_none_or(|date| date < today) {
            self.entry.delivery_date = Some(today);
        }
        for line in &mut self.entry.items {
            if line.delivery_date.is_some_and(|date| date < today) {
                line.delivery_date = None;
            }
        }
    }

    /// How many of an item are entered, by unit as entered.
    pub fn qty_of(&self, item_code: &str) -> rust_decimal::Decimal {
        self.entry
            .items
            .iter()
            .filter(|line| line.item_code == item_code)
            .map(|line| line.qty)
            .sum()
    }
}
