//! Connecting to the company: the office's code, what it says, a PIN, and the profile is made.

mod again;
mod code;
#[cfg(test)]
mod tests;

pub use again::ConnectAgain;

use crate::arrivals::Arrived;
use crate::ask::Problem;
use crate::i18n::language;
use crate::screens::entry::TwicePin;
use crate::tr;
use code::{Code, Said};
use dioxus::prelude::*;
use satchel_app::{Satchel, Session};

/// The screen before there is a profile.
#[component]
pub fn Connect(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// The profile is made and open.
    on_open: EventHandler<Session>,
) -> Element {
    let satchel = use_context::<Satchel>();
    let Arrived { mut invitation, .. } = use_context();
    let mut code = use_signal(String::new);
    let mut said = use_signal(|| None::<Said>);
    let mut choosing_pin = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut problem = use_signal(|| None::<Problem>);
    let reader = satchel.clone();
    let look = move |()| said.set(Some(read(&reader, &code.peek())));
    // A link says what a code would say.
    let link_reader = satchel.clone();
    use_effect(move || {
        let Some(invited) = invitation() else { return };
        invitation.set(None);
        said.set(Some(read(&link_reader, &invited)));
        code.set(invited);
    });
    let enroll = move |pin: String| {
        let (satchel, text, tag) = (satchel.clone(), code.peek().clone(), language().tag());
        busy.set(true);
        problem.set(None);
        spawn(async move {
            match satchel.enroll(&text, &pin, tag).await {
                Ok(session) => on_open.call(session),
                Err(error) => problem.set(Some(Problem::from(error))),
            }
            busy.set(false);
        });
    };
    if choosing_pin() {
        return rsx! {
            TwicePin {
                busy: busy(),
                busy_words: tr!("connect-working"),
                problem: problem(),
                on_pin: enroll,
                on_back: move |()| {
                    problem.set(None);
                    choosing_pin.set(false);
                },
            }
        };
    }
    rsx! {
        Code {
            title: tr!("connect-title"),
            about: tr!("connect-text"),
            next: tr!("pin-choose"),
            code,
            said: said(),
            busy: false,
            on_look: look,
            on_change: move |()| said.set(None),
            on_next: move |()| choosing_pin.set(true),
            on_back,
        }
    }
}

/// What a code says, or why it says nothing.
fn read(satchel: &Satchel, code: &str) -> Said {
    match satchel.read_enrolment(code) {
        Ok(enrolment) => Said::Read(enrolment),
        Err(error) => Said::Refused(Problem::from(error)),
    }
}
