//! Review: the order once more, signed if the customer likes, and placed.

mod state;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, off_screen, use_ask, use_session};
use crate::platform;
use crate::screens::ages::{Ages, Told};
use crate::screens::scanner::{Scanner, expired_pack, unknown_code};
use dioxus::prelude::*;
use satchel_app::{AppError, ScanOutcome, Session};
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
    let scanning = session.clone();
    let on_code = move |code: String| {
        // What is being placed is what the rep saw.
        if state.peek().placing {
            return;
        }
        match scanning.scan_into(&uid.peek(), &code) {
            Ok(ScanOutcome::Added { item_name, expired: Some(on), .. }) => {
                wrong(state, expired_pack(item_name, on, scanning.today()));
            }
            Ok(ScanOutcome::Added { .. }) => {}
            Ok(ScanOutcome::Unknown { code }) => wrong(state, unknown_code(code)),
            Err(error) => wrong(state, error.into()),
        }
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
                Ok(placed) => {
                    platform::tap();
                    on_placed.call(placed.uid);
                }
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
        Scanner { on_code }
    }
}

fn wrong(mut state: Signal<State>, problem: Problem) {
    state.write().apply(Change::Wrong(problem));
}
