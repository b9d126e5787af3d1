//! What the phone does for the app by itself: time off the screen, a word while it is closed, and a screen that
//! stays on while paper runs.

use crate::ask::{Asked, use_ask};
use crate::platform;
use crate::screens::base::strip_words;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{PrintState, StripState};
use satchel_devices::background;
use std::rc::Rc;
use std::sync::Arc;

/// Granted time goes to this profile's sync as long as it is open.
pub fn use_granted_time(session: &Session) {
    let session = session.clone();
    use_hook(move || {
        Rc::new(background::on_granted(Arc::new(move |most| {
            if let Err(error) = session.round_within(most) {
                tracing::warn!(%error, "granted time came to nothing");
            }
        })))
    });
}

/// Tells the phone what to say while the app is closed, how much waits if anything does, and keeps its screen on
/// while a printer works.
#[component]
pub fn Phone() -> Element {
    let strip = use_ask(|| Session::strip);
    let waiting = use_memo(move || match strip() {
        Asked::Ready(state) if waits(&state) => strip_words(&state),
        _ => String::new(),
    });
    use_effect(move || platform::when_closed(&tr!("away-channel"), &waiting()));
    let jobs = use_ask(|| |session: &Session| session.print_jobs(None));
    let printing = use_memo(move || match jobs() {
        Asked::Ready(jobs) => jobs.iter().any(|job| job.state == PrintState::Printing),
        _ => false,
    });
    use_effect(move || platform::keep_awake(printing()));
    VNode::empty()
}

/// Whether something made here is not at the office yet.
fn waits(state: &StripState) -> bool {
    match state {
        StripState::Waiting { .. }
        | StripState::Sending { .. }
        | StripState::Paused { .. }
        | StripState::NeedsHand { .. } => true,
        StripState::AllBooked { .. }
        | StripState::Loading { .. }
        | StripState::OldPrices { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_at_the_office_is_worth_a_notice() {
        assert!(waits(&StripState::Waiting { orders: 1, others: 0 }));
        assert!(waits(&StripState::NeedsHand { refused: 1, waiting: 0, only_orders: true }));
        assert!(!waits(&StripState::AllBooked { at: None }));
    }
}
