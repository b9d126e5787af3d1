//! Orders: drafts and everything that was placed, by state.

mod listed;
mod state;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, use_ask, use_session};
use crate::components::Place;
use crate::screens::base::RootBase;
use dioxus::prelude::*;
use listed::Listed;
use satchel_app::views::{DraftRow, OrderFilter};
use satchel_app::{AppError, Session};
use state::{Change, State};
use view::{Search, Shown, View};

/// The screen.
#[component]
pub fn Orders(
    /// A placed order was chosen, by uid.
    on_open: EventHandler<String>,
    /// A draft was chosen, by uid.
    on_draft: EventHandler<String>,
    /// A new order is to be taken.
    on_new: EventHandler<()>,
    /// Another place of the dock.
    on_go: EventHandler<Place>,
    /// What waits is to be shown.
    on_strip: EventHandler<()>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut state = use_signal(State::default);
    let change = move |change: Change| state.with_mut(|state| state.apply(change));
    let found = use_ask(move || {
        let chosen = state();
        move |session: &Session| read(session, &chosen)
    });
    let shown = match found() {
        Asked::Loading => Shown::Loading,
        Asked::Failed(problem) => Shown::Failed(problem),
        Asked::Ready(listed) => Shown::Ready(listed),
    };
    rsx! {
        View {
            state: state(),
            shown,
            today,
            base: rsx! {
                RootBase { here: Place::Orders, on_go, on_strip,
                    if state.read().searching {
                        Search { state: state(), on_change: change }
                    }
                }
            },
            on_change: change,
            on_open,
            on_draft,
            on_new,
        }
    }
}

/// Reads the counts and the first pages of what was chosen, one after the other.
fn read(session: &Session, chosen: &State) -> Result<Listed, AppError> {
    let mut listed = Listed { counts: session.order_counts()?, ..Listed::default() };
    if chosen.segment.has_drafts() {
        listed.drafts = session.drafts()?;
        listed.drafts.retain(|draft| matches(draft, &chosen.text));
    }
    if !chosen.segment.has_placed() {
        return Ok(listed);
    }
    let filter = OrderFilter { state: chosen.segment.state(), text: chosen.text.clone() };
    let mut after = None;
    for _ in 0..=chosen.more_pages {
        let page = session.orders(&filter, after.as_deref())?;
        listed.rows.extend(page.rows);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    listed.more = after.is_some();
    Ok(listed)
}

/// Whether a draft is what is searched for: a draft has no number yet, only its customer.
fn matches(draft: &DraftRow, text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.is_empty() || draft.customer_name.to_lowercase().contains(&text)
}
