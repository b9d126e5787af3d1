//! Scan: a field that hardware scanners type into, and what a code stands for.

mod state;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::components::Place;
use crate::screens::base::RootBase;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::OrderEdit;
use satchel_app::{PricedFor, Session};
use state::{Change, State};
use view::View;

/// The screen.
#[component]
pub fn Scan(
    /// The catalogue is to be searched for a code nobody knows.
    on_search: EventHandler<()>,
    /// A draft is to be looked at: its uid.
    on_order: EventHandler<String>,
    /// Another place of the dock.
    on_go: EventHandler<Place>,
    /// What waits is to be shown.
    on_strip: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut state = use_signal(State::default);
    let mut problem = use_signal(|| None::<Problem>);
    let drafts = use_ask(|| |session: &Session| session.drafts());
    let found = use_ask(move || {
        let (code, whose) = state.with(|s| (s.code.clone(), s.draft.clone()));
        let whose = whose.map_or(PricedFor::Nobody, PricedFor::Order);
        move |session: &Session| session.item_by_code(&code, &whose)
    });
    let drafts = match drafts() {
        Asked::Ready(drafts) => drafts,
        Asked::Loading | Asked::Failed(_) => Vec::new(),
    };
    // The order last worked on is the one that is scanned for, until another is chosen.
    let chosen = state.read().draft.clone();
    if !drafts.iter().any(|draft| Some(&draft.uid) == chosen.as_ref()) {
        let last = drafts.first().map(|draft| draft.uid.clone());
        if chosen != last {
            state.with_mut(|state| state.apply(Change::Draft(last)));
        }
    }
    let add = move |(item_code, uom): (String, String)| {
        let Some(uid) = state.peek().draft.clone() else { return };
        let edit = OrderEdit::Add { item_code, uom: Some(uom), qty: Decimal::ONE };
        match session.edit_order(&uid, edit) {
            Ok(_) => problem.set(None),
            Err(error) => problem.set(Some(error.into())),
        }
    };
    rsx! {
        View {
            state: state(),
            found: found(),
            drafts,
            problem: problem(),
            base: rsx! { RootBase { here: Place::Scan, on_go, on_strip } },
            on_change: move |change| {
                problem.set(None);
                state.with_mut(|state| state.apply(change));
            },
            on_add: add,
            on_search,
            on_order,
        }
    }
}
