//! A new code for a profile that is here: the old key pair no longer counts.

use super::code::{Code, Said};
use super::read;
use crate::ask::{Problem, use_session};
use crate::tr;
use dioxus::prelude::*;
use satchel_app::{AppError, Satchel, Session};

/// The screen.
#[component]
pub fn ConnectAgain(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let (satchel, session) = (use_context::<Satchel>(), use_session());
    let code = use_signal(String::new);
    let mut said = use_signal(|| None::<Said>);
    let mut busy = use_signal(|| false);
    let look = move |()| said.set(Some(read(&satchel, &code.peek())));
    let enroll = move |()| {
        let (session, text) = (session.clone(), code.peek().clone());
        busy.set(true);
        spawn(async move {
            said.set(Some(match again(&session, &text).await {
                Ok(()) => Said::Done,
                Err(error) => Said::Refused(Problem::from(error)),
            }));
            busy.set(false);
        });
    };
    rsx! {
        Code {
            title: tr!("connect-again"),
            about: tr!("connect-again-text"),
            next: tr!("connect-again-go"),
            code,
            said: said(),
            busy: busy(),
            on_look: look,
            on_change: move |()| said.set(None),
            on_next: enroll,
            on_back,
        }
    }
}

/// Uses the code, and sends with it what had to wait.
async fn again(session: &Session, code: &str) -> Result<(), AppError> {
    session.enroll_again(code).await?;
    session.stop_sync();
    session.start_sync().map(|_| ())
}
