//! A new customer, written down where the rep stands, with or without signal.

mod state;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::NewCustomerChoices;
use state::{Change, State};
use view::View;

/// The screen.
#[component]
pub fn NewCustomerForm(
    /// Back without saving.
    on_back: EventHandler<()>,
    /// The customer is saved: its key.
    on_done: EventHandler<String>,
) -> Element {
    let session = use_session();
    let mut state = use_signal(State::default);
    let mut problem = use_signal(|| None::<Problem>);
    let choices = use_ask(|| |session: &Session| session.new_customer_choices());
    let choices = match choices() {
        Asked::Ready(choices) => choices,
        // Without them the site's own defaults are taken; a customer can be written down all the same.
        Asked::Loading | Asked::Failed(_) => NewCustomerChoices::default(),
    };
    let finding = session.clone();
    let change = move |change: Change| {
        let change = match change {
            Change::Here(_) => Change::Here(finding.here()),
            other => other,
        };
        state.with_mut(|state| state.apply(change));
    };
    let save = move |()| {
        state.with_mut(State::try_to_save);
        if !state.peek().problems().is_empty() {
            return;
        }
        match session.create_customer(&state.peek().new) {
            Ok(key) => on_done.call(key),
            Err(error) => problem.set(Some(error.into())),
        }
    };
    rsx! {
        View {
            state: state(),
            choices,
            problem: problem(),
            on_change: change,
            on_save: save,
            on_back,
        }
    }
}
