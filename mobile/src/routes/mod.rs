//! Where each screen is and how one leads to another. Screens know callbacks, never addresses.

mod customers;
mod id;
mod roots;

use crate::components::Place;
use customers::CustomersPage;
use dioxus::prelude::*;
use dioxus::router::components::HistoryProvider;
use dioxus_history::{History, MemoryHistory};
pub use id::Id;
use roots::TodayPage;
use std::rc::Rc;

/// The addresses inside the app. They live in memory only: no shell shows them.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
pub enum Route {
    /// Today.
    #[route("/")]
    TodayPage {},
    /// Customers, to look one up.
    #[route("/customers")]
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

/// The address of a place of the dock.
fn place(place: Place) -> Route {
    match place {
        Place::Today | Place::Orders | Place::Scan | Place::Tasks | Place::More => {
            Route::TodayPage {}
        }
    }
}

/// Goes to a place of the dock.
fn go(to: Place) {
    navigator().push(place(to));
}

/// Back to where the rep came from.
fn back() {
    navigator().go_back();
}
