//! Tasks by when they are due, to read.

mod groups;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{use_ask, use_session};
use crate::components::Place;
use crate::screens::base::RootBase;
use dioxus::prelude::*;
use satchel_app::Session;
use view::View;

/// The screen, a place of the dock.
#[component]
pub fn Tasks(
    /// The report of a task, by key.
    on_open: EventHandler<String>,
    /// Another place of the dock.
    on_go: EventHandler<Place>,
    /// What waits is to be shown.
    on_strip: EventHandler<()>,
) -> Element {
    let today = use_session().today();
    let found = use_ask(|| |session: &Session| session.tasks());
    rsx! {
        View {
            shown: found(),
            today,
            on_open,
            base: rsx! { RootBase { here: Place::Tasks, on_go, on_strip } },
        }
    }
}
