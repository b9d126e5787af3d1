//! On its way: what waits on this phone, the oldest first, and what needs a hand.

#[cfg(test)]
mod tests;
mod view;

use crate::ask::{use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::Session;
use view::View;

/// The screen. `on_open` is given the uid of an order.
#[component]
pub fn Sync(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// An order is to be shown.
    on_open: EventHandler<String>,
    /// A file with everything is to be made.
    on_backup: EventHandler<()>,
) -> Element {
    let today = use_session().today();
    let waiting = use_ask(|| Session::waiting);
    rsx! {
        View { shown: waiting(), today, on_back, on_open, on_backup }
    }
}
