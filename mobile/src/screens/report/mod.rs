//! A report: the note of a visit, how far a task is, a day. On paper, to print and to share.

#[cfg(test)]
mod tests;
mod view;

use super::printers::print::PrintReceipt;
use super::receipt::use_receipt;
use super::share::ShareReceipt;
use dioxus::prelude::*;
use satchel_app::views::ReceiptOf;
use view::View;
pub use view::kind_name;

/// The screen.
#[component]
pub fn Report(
    /// What it is of.
    of: ReadSignal<ReceiptOf>,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// A printer is to be added.
    on_printers: EventHandler<()>,
) -> Element {
    let receipt = use_receipt(move || of.read().clone());
    rsx! {
        View {
            kind: of().kind(),
            receipt: receipt(),
            deeds: rsx! {
                PrintReceipt { of: of(), on_printers }
                ShareReceipt { of: of() }
            },
            on_back,
        }
    }
}
