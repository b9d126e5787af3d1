//! A PIN for the demo company.

use super::pin_screen::PinScreen;
use super::state::{Choice, Wrong};
use crate::ask::off_screen;
use crate::components::*;
use crate::i18n::language;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::{Satchel, Session};

/// Chooses a PIN and makes the demo company with it.
#[component]
pub fn ChoosePin(
    /// Back to the first screen.
    on_back: EventHandler<()>,
    /// The profile is made and open.
    on_open: EventHandler<Session>,
) -> Element {
    let satchel = use_context::<Satchel>();
    let mut choice = use_signal(Choice::default);
    let mut busy = use_signal(|| false);
    let done = move |()| {
        let Some(pin) = choice.with_mut(Choice::done) else { return };
        let (satchel, tag) = (satchel.clone(), language().tag());
        busy.set(true);
        spawn(async move {
            match off_screen(move || satchel.create_demo(&pin, tag)).await {
                Ok(session) => on_open.call(session),
                Err(problem) => choice.write().wrong = Some(Wrong::Problem(problem)),
            }
            busy.set(false);
        });
    };
    rsx! {
        View {
            choice: choice(),
            busy: busy(),
            on_key: move |key| choice.with_mut(|choice| choice.press(key)),
            on_done: done,
            on_back,
        }
    }
}

#[component]
fn View(
    choice: Choice,
    busy: bool,
    on_key: EventHandler<PadKey>,
    on_done: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let title = if choice.again() { tr!("pin-again") } else { tr!("pin-choose") };
    let wrong = choice.wrong.as_ref().map(|wrong| match wrong {
        Wrong::Differs => tr!("pin-differs"),
        Wrong::Problem(problem) => problem.words(),
    });
    rsx! {
        PinScreen {
            on_back,
            off: busy,
            ready: choice.ready(),
            entered: choice.entered(),
            title,
            about: tr!("pin-choose-text"),
            hint: if busy { tr!("pin-making") } else { tr!("pin-length") },
            wrong,
            on_key,
            on_done,
        }
    }
}
