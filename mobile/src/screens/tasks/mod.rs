//! Tasks by when they are due, to read.

mod groups;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::Session;
use view::View;

/// The screen, a place of the dock.
#[component]
pub fn Tasks() -> Element {
    let today = use_session().today();
    let found = use_ask(|| |session: &Session| session.tasks());
    rsx! { View { shown: found(), today } }
}
