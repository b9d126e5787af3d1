//! Customers.

use super::back;
use crate::screens::customers::Customers;
use dioxus::prelude::*;

/// Customers, to look one up.
#[component]
pub fn CustomersPage() -> Element {
    rsx! {
        Customers { on_back: |()| back(), on_open: |_| {}, on_new: |()| {} }
    }
}
