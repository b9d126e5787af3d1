//! Review: the order once more, signed if the customer likes, and placed.

mod state;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, off_screen, use_ask, use_session};
use crate::screens::ages::{Ages, Told};
use dioxus::prelude::*;
use satchel_app::{AppError, Session};
use state::{Change, State};
use view::{Shown, View};

/// The screen.
#[component]
pub fn Review(
    /// The draft's uid.
    uid: ReadSignal<String>,
    /// Back to writing the order.
    on_back: EventHandler<()>,
    /// The order is placed, durable and numbered; its uid.
    on_placed: EventHandler<String>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut state = use_signal(State::default);
    let found = use_ask(move || {
        let uid = uid();
        move |session: &Session| match session.order(&uid) {
            Ok(order) => Ok(Some(order)),
            Err(AppError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    });
    let shown = match found() {
        Asked::Loading => Shown::Loading,
        Asked::Failed(problem) => Shown::Failed(problem),
        // Placed a moment ago, and about to leave this screen.
        Asked::Ready(None) if state.read().placing => Shown::Loading,
        Asked::Ready(None) => Shown::Gone,
        Asked::Ready(Some(order)) => Shown::Ready(Box::new(order)),
    };
    let on_place = move |()| {
        if state.peek().placing {
            return;
        }
        state.write().apply(Change::Placing);
        let (session, uid) = (session.clone(), uid());
        let signature = state.peek().signature.clone();
        spawn(async move {
            let placed = off_screen(move || session.place_order(&uid, &signature)).await;
            match placed {
                Ok(placed) => on_placed.call(placed.uid),
                Err(problem) => wrong(state, problem),
            }
        });
    };
    rsx! {
        View {
            shown,
            state: state(),
            ages: rsx! { Ages { told: Told::TooOld } },
            today,
            on_change: move |change| state.write().apply(change),
            on_place,
            on_back,
        }
    }
}

fn wrong(mut state: Signal<State>, problem: Problem) {
    state.write().apply(Change::Wrong(problem));
}
