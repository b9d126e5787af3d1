//! Switching on, and off, that a finger or a face opens the profile.

use super::pin_screen::PinScreen;
use super::state::{SHORTEST, press};
use super::unlock::{said, use_wait};
use crate::ask::{Problem, off_screen, use_session};
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Satchel;
use satchel_app::views::PresenceView;
use satchel_devices::biometrics::Question;

/// The words of the system's sheet.
pub(super) fn question() -> Question {
    Question { title: tr!("presence-question"), other: tr!("presence-use-pin") }
}

/// Takes the PIN and switches it on; where it is on, offers to switch it off.
#[component]
pub fn Presence(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let satchel = use_context::<Satchel>();
    let profile = use_session().profile().clone();
    let id = profile.id.clone();
    let mut typed = use_signal(String::new);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<Problem>);
    let wait = use_wait(profile.id.clone());
    let (end_with, end_id) = (satchel.clone(), id.clone());
    let state = satchel.presence(&id);
    if state != PresenceView::Off {
        let on_end = move |()| {
            match end_with.end_presence(&end_id) {
                Ok(()) => on_back.call(()),
                Err(why) => problem.set(Some(why.into())),
            };
        };
        return rsx! { PresenceState { state, wrong: problem(), on_end, on_back } };
    }
    let done = move |()| {
        if busy() || typed.read().len() < SHORTEST {
            return;
        }
        let (satchel, id, pin) = (satchel.clone(), id.clone(), std::mem::take(&mut *typed.write()));
        let asked = question();
        busy.set(true);
        spawn(async move {
            match off_screen(move || satchel.allow_presence(&id, &pin, &asked)).await {
                Ok(()) => on_back.call(()),
                Err(why) => problem.set(Some(why)),
            }
            busy.set(false);
        });
    };
    let left = wait.left();
    rsx! {
        PinScreen {
            on_back,
            off: busy() || !left.is_zero(),
            ready: typed.read().len() >= SHORTEST,
            entered: typed.read().len(),
            title: tr!("presence-title"),
            about: profile.user.clone(),
            hint: tr!("presence-pin-hint"),
            wrong: said(left, problem().as_ref()),
            on_key: move |key| {
                problem.set(None);
                press(&mut typed.write(), key);
            },
            on_done: done,
        }
    }
}

/// On, or why it cannot be switched on.
#[component]
pub(super) fn PresenceState(
    state: PresenceView,
    wrong: Option<Problem>,
    on_end: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let text = match state {
        PresenceView::On => tr!("presence-on-text"),
        PresenceView::NobodyKnown => tr!("presence-nobody-text"),
        PresenceView::Off | PresenceView::NotOffered => tr!("error-biometrics-not-offered"),
    };
    rsx! {
        Screen {
            Head { title: tr!("presence-title"), on_back: move |()| on_back.call(()) }
            Body { padded: true,
                div { class: "grid gap-3",
                    if let Some(problem) = wrong {
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                    }
                    Note { glyph: Glyph::FingerprintPattern, tone: Tone::Quiet, text }
                }
            }
            if state == PresenceView::On {
                Foot {
                    Button {
                        label: tr!("presence-end"),
                        kind: ButtonKind::Line,
                        on_press: move |()| on_end.call(()),
                    }
                }
            }
        }
    }
}
