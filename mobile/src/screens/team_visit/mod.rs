//! One visit of the team: what was done, what looks wrong, and what it rests on.

#[cfg(test)]
mod tests;
mod view;

use crate::ask::use_ask;
use dioxus::prelude::*;
use satchel_app::Session;
use view::View;

/// The screen.
#[component]
pub fn TeamVisit(
    /// Number of the visit.
    id: ReadSignal<i64>,
    /// Back to where the supervisor came from.
    on_back: EventHandler<()>,
) -> Element {
    let shown = use_ask(move || {
        let id = id();
        move |session: &Session| session.team_visit(id)
    });
    rsx! { View { shown: shown(), on_back } }
}
