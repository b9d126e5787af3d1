//! The way of the day: its stops in order, to be put in another one by hand.

mod drag;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Problem, use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::Session;
use view::View;

/// Something the rep does with the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Puts a stop, by its Event key, at another place among those that are left.
    Move(String, usize),
    /// Leaves the order to times and distances.
    Anew,
}

/// The screen.
#[component]
pub fn DayRoute(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// A customer is to be shown, by key.
    on_open: EventHandler<String>,
) -> Element {
    let session = use_session();
    let mut problem = use_signal(|| None::<Problem>);
    let found = use_ask(|| Session::day_route);
    let on_deed = move |deed: Deed| {
        let done = match deed {
            Deed::Move(event, to) => session.move_stop(&event, to),
            Deed::Anew => session.order_route_anew(),
        };
        problem.set(done.err().map(Problem::from));
    };
    rsx! {
        View { shown: found(), problem: problem(), on_back, on_open, on_deed }
    }
}
