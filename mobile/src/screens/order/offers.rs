//! What an order without lines can start from.

use crate::components::*;
use crate::format::{dates, money};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{BasketItem, CustomerDetail, OrderEdit, OrderRow};

/// What is offered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Offer {
    /// What the customer usually buys.
    pub basket: Vec<BasketItem>,
    /// The customer's last order.
    pub last: Option<OrderRow>,
}

impl From<CustomerDetail> for Offer {
    fn from(customer: CustomerDetail) -> Self {
        Self { basket: customer.basket, last: customer.orders.into_iter().next() }
    }
}

/// The name by which an order is found again: its uid, or the office's name.
pub fn source(order: &OrderRow) -> String {
    if order.uid.is_empty() { order.number.clone() } else { order.uid.clone() }
}

#[component]
pub fn Offers(offer: Offer, today: NaiveDate, on_edit: EventHandler<Vec<OrderEdit>>) -> Element {
    let some = offer.last.is_some() || !offer.basket.is_empty();
    rsx! {
        div { class: "s-pad pt-6 pb-4 text-center",
            h2 { class: "s-title", {tr!("order-empty")} }
            p { class: "text-ink-2 mt-1", {tr!("order-empty-text")} }
        }
        if some {
            Rows {
                if !offer.basket.is_empty() {
                    Row {
                        lead: rsx! { Tile { face: Face::Glyph(Glyph::ShoppingBasket) } },
                        name: tr!("order-usual", count: offer.basket.len()),
                        meta: rsx! {
                            for (place, item) in offer.basket.iter().take(4).enumerate() {
                                Fragment { key: "{place}",
                                    if place > 0 {
                                        " · "
                                    }
                                    bdi { "{item.item_name}" }
                                }
                            }
                        },
                        end: rsx! { Icon { glyph: Glyph::ChevronRight, class: "s-chev" } },
                        on_press: move |()| on_edit.call(vec![OrderEdit::UsualBasket]),
                    }
                }
                if let Some(last) = offer.last {
                    NavRow {
                        glyph: Glyph::Repeat,
                        name: tr!("order-again"),
                        meta: tr!(
                            "order-again-of",
                            date: dates::day(last.at.date_naive(), today),
                            amount: money(last.due.amount, &last.due.currency),
                        ),
                        on_press: move |()| on_edit.call(vec![OrderEdit::LinesOf(source(&last))]),
                    }
                }
            }
        }
    }
}
