//! Visits and the way of the day.

use super::{Id, ways};
use crate::ask::use_session;
use crate::screens::day_route::DayRoute;
use crate::screens::visit::{Visit, Way};
use dioxus::prelude::*;

/// A visit.
#[component]
pub fn VisitPage(visit: Id) -> Element {
    let session = use_session();
    let way = move |way: Way| match way {
        Way::Customer(key) => ways::customer(key),
        Way::OrderFor(key) => match session.start_order(&key) {
            Ok(uid) => ways::order(uid),
            // The customer's own screen says why, and what else can be done.
            Err(_) => ways::customer(key),
        },
        Way::Report(of) => ways::report(of),
    };
    rsx! {
        Visit { visit: visit.0, on_back: |()| ways::back(), on_way: way }
    }
}

/// The way of the day.
#[component]
pub fn DayRoutePage() -> Element {
    rsx! {
        DayRoute { on_back: |()| ways::back(), on_open: ways::customer }
    }
}
