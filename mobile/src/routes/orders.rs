//! Orders: written, reviewed, placed, looked at again.

use super::{Id, Route, ways};
use crate::screens::catalogue::Catalogue;
use crate::screens::order::Order;
use crate::screens::order_detail::OrderDetail;
use crate::screens::orders::Orders;
use crate::screens::placed::Placed;
use crate::screens::review::Review;
use dioxus::prelude::*;
use satchel_app::PricedFor;

/// Orders by state, a place of the dock.
#[component]
pub fn OrdersPage() -> Element {
    rsx! {
        Orders {
            on_open: ways::placed_order,
            on_draft: ways::order,
            on_new: |()| ways::to(Route::CustomersPage { ordering: true }),
            on_go: ways::go,
            on_strip: |()| ways::sync(),
        }
    }
}

/// An order being written.
#[component]
pub fn OrderPage(uid: ReadSignal<Id>) -> Element {
    rsx! {
        Order {
            uid: uid().0,
            on_back: |()| ways::back(),
            on_review: |uid| ways::to(Route::ReviewPage { uid: Id(uid) }),
            on_pick: |(uid, text)| ways::to(Route::PickPage { uid: Id(uid), text: Id(text) }),
            on_scan: |_| ways::to(Route::ScanPage {}),
            on_customer: ways::customer,
        }
    }
}

/// The catalogue, to pick into an order. It is reviewed on its own screen, which lies below.
#[component]
pub fn PickPage(uid: Id, text: Id) -> Element {
    rsx! {
        Catalogue {
            priced_for: PricedFor::Order(uid.0),
            text: text.0,
            on_back: |()| ways::back(),
            on_review: |()| ways::back(),
        }
    }
}

/// The review before placing. A placed order cannot be gone back into.
#[component]
pub fn ReviewPage(uid: ReadSignal<Id>) -> Element {
    rsx! {
        Review {
            uid: uid().0,
            on_back: |()| ways::back(),
            on_placed: |uid: String| {
                navigator().replace(Route::PlacedPage { uid: Id(uid) });
            },
        }
    }
}

/// The confirmation.
#[component]
pub fn PlacedPage(uid: ReadSignal<Id>) -> Element {
    rsx! {
        Placed {
            uid: uid().0,
            on_today: |()| ways::to(Route::TodayPage {}),
            on_open: ways::placed_order,
            on_printers: |()| ways::to(Route::PrintersPage {}),
            on_customers: |()| ways::to(Route::CustomersPage { ordering: true }),
        }
    }
}

/// A placed order.
#[component]
pub fn OrderDetailPage(uid: ReadSignal<Id>) -> Element {
    rsx! {
        OrderDetail {
            uid: uid().0,
            on_back: |()| ways::back(),
            on_printers: |()| ways::to(Route::PrintersPage {}),
            on_edit: ways::order,
        }
    }
}
