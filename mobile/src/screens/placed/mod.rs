//! Placed: the order is safe, has its number and its receipt.

#[cfg(test)]
mod tests;
mod view;

use super::printers::print::PrintReceipt;
use super::receipt::use_receipt;
use super::share::ShareReceipt;
use crate::ask::use_ask;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::ReceiptOf;
use view::{Known, View};

/// The screen.
#[component]
pub fn Placed(
    /// The order's uid.
    uid: ReadSignal<String>,
    /// To the next visit.
    on_today: EventHandler<()>,
    /// The order itself is to be shown, by uid.
    on_open: EventHandler<String>,
    /// A printer is to be added.
    on_printers: EventHandler<()>,
    /// Another order; whom for is to be chosen.
    on_customers: EventHandler<()>,
) -> Element {
    let known = use_ask(move || {
        let uid = uid();
        move |session: &Session| {
            let detail = session.order_detail(&uid)?;
            Ok(Known {
                row: detail.row,
                no_position: detail.no_position,
                waiting: session.order_counts()?.waiting,
            })
        }
    });
    let receipt = use_receipt(move || ReceiptOf::Order(uid()));
    rsx! {
        View {
            shown: known(),
            receipt: receipt(),
            print: rsx! {
                PrintReceipt { of: ReceiptOf::Order(uid()), on_printers }
                ShareReceipt { of: ReceiptOf::Order(uid()) }
            },
            on_today,
            on_open: move |()| on_open.call(uid()),
            on_customers,
        }
    }
}
