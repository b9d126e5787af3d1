//! What the site booked of an order, held against what the phone promised.

use satchel_frappe::{Client, Document, Filter, ListQuery};
use satchel_store::{DifferenceReason, OutboxRow, Store, TotalsDifference};
use serde_json::{Map, Value};

use super::compare::{self, Promised};
use super::payload;
use crate::SyncError;

/// The difference between the order of a row and what was booked of it; nothing where they agree, or the
/// order is not on this phone.
///
/// # Errors
/// [`SyncError::Store`], or where what was sent cannot be read.
pub fn difference(
    store: &Store,
    row: &OutboxRow,
    booked: &Document,
) -> Result<Option<TotalsDifference>, SyncError> {
    let Some(order) = row.uid.parse().ok().map(|uid| store.order(uid)).transpose()?.flatten()
    else {
        return Ok(None);
    };
    let sent = payload::fields(row)?;
    let promised =
        Promised { totals: &order.row.totals, sent: &sent, provisional: order.row.provisional };
    let changed = |item_code: &str| price_changed(store, &sent, item_code);
    Ok(compare::difference(&promised, booked, changed))
}

/// Whether the site changed the list price of an item after the order was taken, as far as the phone
/// has learnt since. Both times are the site's.
fn price_changed(store: &Store, sent: &Map<String, Value>, item_code: &str) -> bool {
    let (price_list, taken) = (text(sent, "selling_price_list"), text(sent, "satchel_captured_at"));
    let Ok(code) = item_code.parse() else { return false };
    let Ok(prices) = store.item_price_documents(&[code]) else { return false };
    let mut prices = prices.iter().filter_map(|text| serde_json::from_str(text).ok());
    let changed = |price: Map<String, Value>| {
        text(&price, "price_list") == price_list && text(&price, "modified") > taken
    };
    !taken.is_empty() && prices.any(changed)
}

/// Asks the site whether a rate differs because the list price was changed meanwhile: sending comes before
/// fetching, so the phone cannot know yet. Without an answer the reason stays open.
pub(super) async fn ask_for_price(
    client: &Client,
    row: &OutboxRow,
    difference: &mut Option<TotalsDifference>,
) {
    let Some(DifferenceReason::RateChanged { item_code, price_changed_since, .. }) =
        difference.as_mut().map(|difference| &mut difference.reason)
    else {
        return;
    };
    let Ok(sent) = payload::fields(row) else { return };
    let (price_list, taken) =
        (text(&sent, "selling_price_list"), text(&sent, "satchel_captured_at"));
    if *price_changed_since || taken.is_empty() {
        return;
    }
    let query = ListQuery::new("Item Price", &["name"])
        .with(Filter::equals("item_code", item_code.as_str()))
        .with(Filter::equals("price_list", price_list))
        .with(Filter::new("modified", ">", taken))
        .page_after_name(None, 1);
    match client.list(&query).await {
        Ok(rows) => *price_changed_since = rows.into_maps().next().is_some(),
        Err(error) => tracing::debug!(%error, "whether the price was changed is not known"),
    }
}

fn text<'a>(fields: &'a Map<String, Value>, field: &str) -> &'a str {
    fields.get(field).and_then(Value::as_str).unwrap_or_default()
}
