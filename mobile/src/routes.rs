//! Where each screen is and how one leads to another. Screens know callbacks, never addresses.

use crate::screens::customers::Customers;
use dioxus::prelude::*;
use dioxus::router::components::HistoryProvider;
use dioxus_history::{History, MemoryHistory};
use std::rc::Rc;

/// The addresses inside the app. They live in memory only: no shell shows them.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
pub enum Route {
    /// Customers.
    #[route("/")]
    CustomersPage {},
}

/// Everything behind the gate.
#[component]
pub fn Inside() -> Element {
    rsx! {
        HistoryProvider {
            history: move |()| Rc::new(MemoryHistory::default()) as Rc<dyn History>,
            Router::<Route> {}
        }
    }
}

#[component]
fn CustomersPage() -> Element {
    let nav = use_navigator();
    rsx! {
        Customers {
            on_back: move |()| nav.go_back(),
            on_open: |_| {},
            on_new: |()| {},
        }
    }
}
