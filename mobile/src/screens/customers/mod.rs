//! Customers: found by name, or the nearest first.

mod state;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{CustomerRow, Page};
use state::{Change, Order, State};
use view::{Shown, View};

/// The screen. `on_open` is given the customer's document name.
#[component]
pub fn Customers(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// A customer was chosen.
    on_open: EventHandler<String>,
    /// A new customer is to be written down.
    on_new: EventHandler<()>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut state = use_signal(State::default);
    let change = move |change: Change| state.with_mut(|state| state.apply(change));
    let found = use_ask(move || {
        let (order, text, pages) = state.with(|s| (s.order, s.text.clone(), s.pages));
        move |session: &Session| match order {
            Order::Nearby if text.is_empty() => session.nearby(),
            _ => read(session, &text, pages).map(Some),
        }
    });
    let shown = match found() {
        Asked::Loading => Shown::Loading,
        Asked::Failed(problem) => Shown::Failed(problem),
        Asked::Ready(None) => {
            Shown::NoPosition(Problem { id: session.why_no_position(), args: Vec::new() })
        }
        Asked::Ready(Some(rows)) if rows.is_empty() => Shown::Empty,
        Asked::Ready(Some(rows)) => Shown::Rows(rows),
    };
    rsx! {
        View { state: state(), shown, today, on_change: change, on_back, on_open, on_new }
    }
}

/// Reads the first pages of what was searched for, one after the other.
fn read(
    session: &Session,
    text: &str,
    pages: usize,
) -> Result<Vec<CustomerRow>, satchel_app::AppError> {
    let mut rows = Vec::new();
    let mut after = None;
    for _ in 0..pages {
        let Page { rows: more, next } = session.customers(text, after.as_deref())?;
        rows.extend(more);
        after = next;
        if after.is_none() {
            break;
        }
    }
    Ok(rows)
}
