//! Another PIN for the open profile.

use super::pin_screen::PinScreen;
use super::state::{SHORTEST, press};
use super::twice_pin::TwicePin;
use super::unlock::{said, use_wait};
use crate::ask::{Problem, off_screen, use_session};
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Satchel;

/// Takes the PIN in force, then another one twice.
#[component]
pub fn ChangePin(
    /// Back to where the rep came from, with or without another PIN.
    on_back: EventHandler<()>,
) -> Element {
    let satchel = use_context::<Satchel>();
    let profile = use_session().profile().clone();
    let mut old = use_signal(String::new);
    let mut given = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<Problem>);
    let wait = use_wait(profile.id.clone());
    let id = profile.id.clone();
    let change = move |pin: String| {
        let (satchel, id, now) = (satchel.clone(), id.clone(), old.peek().clone());
        busy.set(true);
        problem.set(None);
        spawn(async move {
            match off_screen(move || satchel.change_pin(&id, &now, &pin)).await {
                Ok(()) => on_back.call(()),
                // Most likely the PIN in force was another one: it is asked for again.
                Err(why) => {
                    problem.set(Some(why));
                    old.set(String::new());
                    given.set(false);
                }
            }
            busy.set(false);
        });
    };
    if given() {
        return rsx! {
            TwicePin {
                busy: busy(),
                busy_words: tr!("pin-changing"),
                on_pin: change,
                on_back: move |()| given.set(false),
            }
        };
    }
    let left = wait.left();
    rsx! {
        PinScreen {
            on_back,
            off: !left.is_zero(),
            ready: old.read().len() >= SHORTEST,
            entered: old.read().len(),
            title: tr!("pin-now"),
            about: profile.user.clone(),
            hint: tr!("pin-now-hint"),
            wrong: said(left, problem().as_ref()),
            on_key: move |key| {
                problem.set(None);
                press(&mut old.write(), key);
            },
            on_done: move |()| given.set(old.read().len() >= SHORTEST),
        }
    }
}
