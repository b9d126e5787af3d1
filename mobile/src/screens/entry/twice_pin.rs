//! A new PIN, typed twice.

use super::pin_screen::PinScreen;
use super::state::Choice;
use crate::ask::Problem;
use crate::tr;
use dioxus::prelude::*;

/// Takes a new PIN, typed twice alike.
#[component]
pub fn TwicePin(
    /// True while something is done with the PIN.
    busy: bool,
    /// What is being done then.
    busy_words: String,
    /// Why that went wrong.
    #[props(default)]
    problem: Option<Problem>,
    /// The PIN was typed twice alike.
    on_pin: EventHandler<String>,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let mut choice = use_signal(Choice::default);
    let shown = choice.read();
    let title = if shown.again() { tr!("pin-again") } else { tr!("pin-choose") };
    let wrong = match (shown.differs, problem) {
        (true, _) => Some(tr!("pin-differs")),
        // It is about the PIN before, so it goes once another one is begun.
        (false, Some(problem)) if shown.entered() == 0 && !shown.again() => Some(problem.words()),
        _ => None,
    };
    rsx! {
        PinScreen {
            on_back,
            off: busy,
            ready: shown.ready(),
            entered: shown.entered(),
            title,
            about: tr!("pin-choose-text"),
            hint: if busy { busy_words } else { tr!("pin-length") },
            wrong,
            on_key: move |key| choice.with_mut(|choice| choice.press(key)),
            on_done: move |()| {
                let chosen = choice.with_mut(Choice::done);
                if let Some(pin) = chosen {
                    on_pin.call(pin);
                }
            },
        }
    }
}
