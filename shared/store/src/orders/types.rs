//! What drafts, orders and the outbox take and give.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::{CustomerKey, ItemCode, OrderUid, ReceiptNumber, SalesOrderName};
use satchel_domain::orders::{OrderEvent, OrderState, TimelineEntry};
use serde::{Deserialize, Deserializer, Serialize};

/// An order being written. Saved at each change; the newest save wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The uid the order keeps when it is placed.
    pub uid: OrderUid,
    /// Who it is for, once chosen.
    pub customer: Option<CustomerKey>,
    /// Shown in lists.
    pub customer_name: String,
    /// Shown in lists.
    pub currency: String,
    /// Shown in lists, exact decimal text.
    pub grand_total: String,
    /// Shown in lists.
    pub line_count: u32,
    /// The rep's note.
    pub note: String,
    /// What the rep entered, as JSON; the store does not look inside.
    pub entry: String,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A line of an order, as far as lists, stock and baskets need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// `item_code`.
    pub item_code: ItemCode,
    /// `item_name`.
    pub item_name: String,
    /// `qty` in `uom`, exact.
    pub qty: Decimal,
    /// `uom`.
    pub uom: String,
    /// `stock_qty`, exact.
    pub stock_qty: Decimal,
    /// `warehouse`, or nothing.
    pub warehouse: String,
    /// `rate`, exact decimal text.
    pub rate: String,
    /// `amount`, exact decimal text.
    pub amount: String,
    /// `is_free_item`.
    pub is_free_item: bool,
}

/// The totals of an order, exact decimal text in its currency.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTotals {
    /// `currency`.
    pub currency: String,
    /// `net_total`.
    pub net_total: String,
    /// `total_taxes_and_charges`.
    pub total_taxes_and_charges: String,
    /// `grand_total`.
    pub grand_total: String,
    /// `rounded_total`.
    pub rounded_total: String,
}

/// An order the rep places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderToPlace {
    /// The draft's uid; on the server `satchel_uid`.
    pub uid: OrderUid,
    /// Who it is for.
    pub customer: CustomerKey,
    /// `customer_name`.
    pub customer_name: String,
    /// `company`.
    pub company: String,
    /// `transaction_date`.
    pub transaction_date: NaiveDate,
    /// `delivery_date`.
    pub delivery_date: Option<NaiveDate>,
    /// `currency` and totals.
    pub totals: OrderTotals,
    /// The server may still price it differently.
    pub provisional: bool,
    /// The lines, in order.
    pub lines: Vec<OrderLine>,
    /// The rep's note.
    pub note: String,
    /// What the rep entered, as JSON.
    pub entry: String,
    /// The priced Sales Order, as JSON.
    pub priced: String,
    /// The Sales Order to insert on the server, as a JSON object. Placing writes `satchel_uid`,
    /// `satchel_device` and `satchel_receipt_no` into it and freezes it.
    pub payload: String,
    /// When and where.
    pub captured: CapturedAt,
    /// The customer's signature as a picture, or nothing.
    #[serde(with = "crate::file::bytes_hex")]
    pub signature: Vec<u8>,
    /// The order this one was copied from.
    pub copied_from: Option<String>,
    /// The orders this one is sent in place of, the latest first: the refused one it was mended from, which
    /// placing takes back, and those that one was to replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_more")]
    pub replaces: Vec<OrderUid>,
}

/// Uids as they are written now, one as it was written once, or none.
fn one_or_more<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<OrderUid>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Uids {
        More(Vec<OrderUid>),
        One(Option<OrderUid>),
    }
    Ok(match Uids::deserialize(from)? {
        Uids::More(uids) => uids,
        Uids::One(uid) => uid.into_iter().collect(),
    })
}

/// A placed order in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// Its uid.
    pub uid: OrderUid,
    /// On the receipt.
    pub receipt_number: ReceiptNumber,
    /// Where it stands.
    pub state: OrderState,
    /// Who it is for.
    pub customer: CustomerKey,
    /// `customer_name`.
    pub customer_name: String,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// The civil date the rep saw.
    pub local_day: NaiveDate,
    /// `delivery_date`.
    pub delivery_date: Option<NaiveDate>,
    /// Its totals.
    pub totals: OrderTotals,
    /// The server may still price it differently.
    pub provisional: bool,
    /// How many lines.
    pub line_count: u32,
    /// The server's name for it, once known.
    pub server_name: Option<SalesOrderName>,
}

/// A placed order with all that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderDetail {
    /// As in the list.
    pub row: OrderRow,
    /// `company`.
    pub company: String,
    /// `transaction_date`.
    pub transaction_date: NaiveDate,
    /// The rep's note.
    pub note: String,
    /// When and where.
    pub captured: CapturedAt,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// What the rep entered, as JSON.
    pub entry: String,
    /// The priced Sales Order, as JSON.
    pub priced: String,
    /// The customer's signature, or nothing.
    pub signature: Vec<u8>,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
}

/// What to look for among placed orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderQuery {
    /// Only these states; all when empty.
    pub states: Vec<OrderState>,
    /// Starts of words of the customer's name, the receipt number, the server's name or the note.
    pub text: String,
    /// Only this customer.
    pub customer: Option<CustomerKey>,
    /// Where the page before ended.
    pub after: Option<OrderCursor>,
    /// How many rows at most; 1 to 500.
    pub limit: usize,
}

/// Where a page of orders ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderCursor {
    pub(crate) placed_ms: i64,
    pub(crate) id: i64,
}

/// A page of orders, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderPage {
    /// The rows.
    pub rows: Vec<OrderRow>,
    /// Pass it on for the next page; `None` at the end.
    pub next: Option<OrderCursor>,
}

/// A change of an order's state by the courier of documents, with what its time line shall say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateChange {
    /// Which order.
    pub uid: OrderUid,
    /// The state it gets.
    pub to: OrderState,
    /// What happened.
    pub event: OrderEvent,
    /// The phone's wall clock in UTC.
    pub at: DateTime<Utc>,
    /// Minutes east of UTC the phone showed.
    pub offset_minutes: i32,
}

/// A sum in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTotal {
    /// The currency.
    pub currency: String,
    /// The sum of `grand_total`.
    pub total: Decimal,
    /// How many orders.
    pub orders: u32,
}

/// The numbers of the Today screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TodayCounts {
    /// Drafts not in the trash.
    pub drafts: u32,
    /// Orders waiting for signal.
    pub waiting: u32,
    /// Orders being sent or looked up.
    pub on_the_way: u32,
    /// Orders a person must decide on.
    pub needs_hand: u32,
    /// Orders placed that day and not withdrawn.
    pub placed_that_day: u32,
    /// All outbox rows that are not done or withdrawn, of any kind.
    pub unsent_documents: u32,
}

/// What a customer usually takes of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsualItem {
    /// The item.
    pub item_code: ItemCode,
    /// The unit taken most often.
    pub uom: String,
    /// The middle one of the quantities taken in that unit.
    pub typical_qty: Decimal,
    /// In how many orders.
    pub orders: u32,
    /// `transaction_date` of the last one.
    pub last_day: Option<NaiveDate>,
}

/// A Sales Order the server knows, or one placed here: what a customer ordered before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastOrder {
    /// The uid of an order placed here.
    pub uid: Option<OrderUid>,
    /// The server's name.
    pub name: Option<SalesOrderName>,
    /// `transaction_date`.
    pub transaction_date: Option<NaiveDate>,
    /// The server's `status`, or our state.
    pub status: String,
    /// `currency`.
    pub currency: String,
    /// `grand_total`, exact decimal text.
    pub grand_total: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{order, uid};
    use serde_json::json;

    #[test]
    fn what_an_order_replaces_reads_as_it_was_written_once_and_now() {
        let read = |replaces: Option<serde_json::Value>| {
            let mut written = serde_json::to_value(order(4)).unwrap();
            let fields = written.as_object_mut().unwrap();
            fields.remove("replaces");
            fields.extend(replaces.map(|value| ("replaces".to_owned(), value)));
            serde_json::from_value::<OrderToPlace>(written).unwrap().replaces
        };
        let (one, other) = (uid(1).to_string(), uid(2).to_string());
        assert_eq!(read(Some(json!(one))), [uid(1)]);
        assert_eq!(read(Some(json!([one, other]))), [uid(1), uid(2)]);
        assert!(read(None).is_empty() && read(Some(json!(null))).is_empty());
    }
}
