//! The places of the dock.

use super::{Route, go};
use crate::screens::today::{Today, Way};
use dioxus::prelude::*;

/// Today.
#[component]
pub fn TodayPage() -> Element {
    rsx! {
        Today { on_way: way, on_go: go, on_strip: |()| {} }
    }
}

/// Where Today leads to.
fn way(way: Way) {
    let nav = navigator();
    match way {
        Way::Customers => nav.push(Route::CustomersPage {}),
        _ => nav.push(Route::CustomersPage {}),
    };
}
