//! A placed order: what it is, what happened to it, its receipt.

mod booked;
mod pictures;
mod state;
mod steps;
#[cfg(test)]
mod tests;
mod view;

use super::printers::print::PrintReceipt;
use super::receipt::use_receipt;
use super::share::ShareReceipt;
use crate::ask::{Problem, use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::ReceiptOf;
use state::{Change, Over, State};
use view::{Deed, View};

/// The screen.
#[component]
pub fn OrderDetail(
    /// The order's uid.
    uid: ReadSignal<String>,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// A printer is to be added.
    on_printers: EventHandler<()>,
    /// The lines were copied into a draft, by uid.
    on_edit: EventHandler<String>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut state = use_signal(State::default);
    let mut change = move |change: Change| state.with_mut(|state| state.apply(change));
    let found = use_ask(move || {
        let uid = uid();
        move |session: &Session| session.order_detail(&uid)
    });
    let receipt = use_receipt(move || ReceiptOf::Order(uid()));
    let on_deed = move |deed: Deed| {
        let (uid, reason) = (uid(), state.with(|state| state.reason.clone()));
        match deed {
            Deed::Change(done) => change(done),
            Deed::Again => match session.order_again(&uid) {
                Ok(draft) => on_edit.call(draft),
                Err(error) => change(Change::Wrong(Problem::from(error))),
            },
            Deed::Picture(content) => match session.attach_picture(&uid, content) {
                Ok(_) => change(Change::Over(Over::Nothing)),
                Err(error) => change(Change::Wrong(Problem::from(error))),
            },
            Deed::Withdraw => match session.withdraw_order(&uid, &reason) {
                Ok(()) => change(Change::Withdrawn),
                Err(error) => change(Change::Wrong(Problem::from(error))),
            },
        }
    };
    rsx! {
        View {
            shown: found(),
            receipt: receipt(),
            print: rsx! {
                PrintReceipt { of: ReceiptOf::Order(uid()), on_printers }
                ShareReceipt { of: ReceiptOf::Order(uid()) }
            },
            state: state(),
            today,
            on_back,
            on_deed,
        }
    }
}
