//! Printers: the saved ones, a new one by its address, and what was printed.

pub mod print;
#[cfg(test)]
mod tests;
mod view;

use super::receipt::labels;
use crate::ask::{Problem, off_screen, use_ask, use_session};
use crate::i18n::language;
use dioxus::prelude::*;
use satchel_app::{AppError, Session};
use view::{Deed, Form, Known, View};

/// The screen.
#[component]
pub fn Printers(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let known = use_ask(|| {
        |session: &Session| {
            Ok(Known { printers: session.printers()?, jobs: session.print_jobs(None)? })
        }
    });
    let mut form = use_signal(Form::default);
    let mut wrong = use_signal(|| None::<Problem>);
    let on_deed = move |deed: Deed| {
        wrong.set(None);
        let session = session.clone();
        let (labels, rtl) = (labels(), language().dir() == "rtl");
        match deed {
            Deed::Form(filled) => form.set(filled),
            Deed::Save => {
                let filled = form.peek().clone();
                let saved = session.save_printer(&filled.name, &filled.address, filled.profile);
                match saved {
                    Ok(()) => form.set(Form::default()),
                    Err(error) => form.with_mut(|form| form.wrong = Some(error.into())),
                }
            }
            Deed::Test(id) => {
                spawn(async move {
                    let asked = off_screen(move || session.print_test_page(id, &labels, rtl)).await;
                    wrong.set(asked.err());
                });
            }
            Deed::Prefer(id) => wrong.set(told(session.prefer_printer(id))),
            Deed::Forget(id) => wrong.set(told(session.forget_printer(id))),
            Deed::Leave(job) => wrong.set(told(session.leave_print(job))),
        }
    };
    rsx! {
        View { shown: known(), form: form(), wrong: wrong(), on_deed, on_back }
    }
}

fn told(done: Result<(), AppError>) -> Option<Problem> {
    done.err().map(Problem::from)
}
