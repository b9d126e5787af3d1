//! A PIN for the demo company.

use super::twice_pin::TwicePin;
use crate::ask::{Problem, off_screen};
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
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<Problem>);
    let make = move |pin: String| {
        let (satchel, tag) = (satchel.clone(), language().tag());
        busy.set(true);
        problem.set(None);
        spawn(async move {
            match off_screen(move || satchel.create_demo(&pin, tag)).await {
                Ok(session) => on_open.call(session),
                Err(why) => problem.set(Some(why)),
            }
            busy.set(false);
        });
    };
    rsx! {
        TwicePin {
            busy: busy(),
            busy_words: tr!("pin-making"),
            problem: problem(),
            on_pin: make,
            on_back,
        }
    }
}
