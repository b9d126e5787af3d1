//! How the rep is reminded of what begins soon.

#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Problem, use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::ReminderSettings;
use view::View;

/// The screen.
#[component]
pub fn RemindersScreen(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let settings = use_ask(|| Session::reminder_settings);
    let mut wrong = use_signal(|| None::<Problem>);
    let set = move |settings: ReminderSettings| {
        wrong.set(session.set_reminder_settings(&settings).err().map(Problem::from));
    };
    rsx! {
        View { shown: settings(), wrong: wrong(), on_set: set, on_back }
    }
}
