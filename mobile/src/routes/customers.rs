//! Customers and the catalogue.

use super::{Id, Route, ways};
use crate::ask::use_session;
use crate::screens::catalogue::Catalogue;
use crate::screens::customer::Customer;
use crate::screens::customers::Customers;
use crate::screens::new_customer::NewCustomerForm;
use dioxus::prelude::*;
use satchel_app::PricedFor;

/// Customers; with `ordering`, to choose whom an order is for.
#[component]
pub fn CustomersPage(ordering: bool) -> Element {
    let session = use_session();
    let open = move |key: String| {
        if ordering && let Ok(uid) = session.start_order(&key) {
            // Back from the order leads to where it was asked for, not into the choice again.
            navigator().replace(Route::OrderPage { uid: Id(uid) });
        } else {
            ways::customer(key);
        }
    };
    rsx! {
        Customers {
            on_back: |()| ways::back(),
            on_open: open,
            on_new: |()| ways::to(Route::NewCustomerPage {}),
        }
    }
}

/// A customer.
#[component]
pub fn CustomerPage(customer: Id) -> Element {
    rsx! {
        Customer {
            customer: customer.0,
            on_back: |()| ways::back(),
            on_order: ways::order,
            on_open_order: ways::placed_order,
            on_visit: ways::visit,
        }
    }
}

/// A new customer; saved, it is shown in place of the form.
#[component]
pub fn NewCustomerPage() -> Element {
    rsx! {
        NewCustomerForm {
            on_back: |()| ways::back(),
            on_done: |key: String| {
                navigator().replace(Route::CustomerPage { customer: Id(key) });
            },
        }
    }
}

/// The catalogue, to look around.
#[component]
pub fn CataloguePage() -> Element {
    rsx! {
        Catalogue { priced_for: PricedFor::Nobody, on_back: |()| ways::back() }
    }
}
