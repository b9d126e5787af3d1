//! Prices a Sales Order as ERPNext 15 books it: one pure function from masters and entry.
//!
//! [`price`] goes the way of the order form and then of the server's save, since both leave their
//! marks on the figures. The recorded orders under `tests/golden` are the judge; their README tells
//! which call of the server decides what.

#![deny(clippy::float_arithmetic)]

pub(crate) mod condition;
mod derivation;
mod entry;
mod exchange;
mod form_line;
mod header;
mod item_price;
mod item_tax;
mod lines;
mod message;
mod message_text;
mod number;
mod order;
mod output;
mod priced;
mod refusal;
mod refusal_words;
mod rules;
mod save;
mod schedule;
mod tax_rule;
mod text;
mod totals;
mod uom;
mod validate;
mod why;

pub use derivation::*;
pub use entry::{LineEntry, OrderEntry, TaxEntry};
pub use message::{Message, Provisional};
pub use priced::{AppliedRule, PackedItem, PricedLine, PricedOrder, PricedPayment, PricedTax};
pub use refusal::Refusal;

use crate::masters::Masters;

/// Prices an order as the server would book it.
///
/// The same masters and entry always give the same order; nothing else is looked at. Where only the
/// server can know the price, the order is priced as far as it can be and
/// [`PricedOrder::provisional`] says why.
///
/// # Errors
///
/// [`Refusal`] where the server would not take the order.
pub fn price(masters: &Masters, entry: &OrderEntry) -> Result<PricedOrder, Refusal> {
    let mut order = header::open(masters, entry)?;
    if entry.items.is_empty() {
        return Err(Refusal::NoItems);
    }
    lines::fill(&mut order)?;
    if !entry.ignore_pricing_rule {
        show_totals(&mut order);
        rules::apply_in_form(&mut order)?;
    }
    show_totals(&mut order);
    item_tax::revalidate(&mut order);
    form_line::type_over(&mut order);
    show_totals(&mut order);
    item_tax::renew(&mut order);
    save::save(&mut order)?;
    output::write(order)
}

/// The form's own totals, which conditions and shipping rules look at. What cannot be worked out yet is
/// refused by the save that follows, so a failure here is none.
fn show_totals(order: &mut order::Order<'_>) {
    drop(totals::calculate_in_form(order));
}
