//! Printers: the saved ones, a new one found near by or by its address, and what was printed.

mod adding;
pub mod print;
#[cfg(test)]
mod tests;
mod told;
mod view;

use super::receipt::labels;
use crate::ask::{Problem, off_screen, use_ask, use_session};
use crate::i18n::language;
use adding::{Adding, Around, Form};
use dioxus::prelude::*;
use satchel_app::{AppError, Session};
use std::collections::BTreeMap;
use std::time::Duration;
use told::Told;
use view::{Deed, Known, View};

/// How long printers near by are looked for: most of them call out every second or two.
const LOOK: Duration = Duration::from_secs(6);

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
    let mut adding = use_signal(Adding::default);
    let mut told = use_signal(BTreeMap::<i64, Told>::new);
    let mut wrong = use_signal(|| None::<Problem>);
    let on_deed = move |deed: Deed| {
        wrong.set(None);
        let session = session.clone();
        match deed {
            Deed::Look => look(session, adding),
            Deed::Describe(form) => adding.set(Adding::Describing(form)),
            Deed::Try => try_it(session, adding),
            Deed::Save => save(&session, adding),
            Deed::Close => adding.set(Adding::No),
            Deed::Test(id) => {
                let (labels, rtl) = (labels(), language().dir() == "rtl");
                spawn(async move {
                    let asked = off_screen(move || session.print_test_page(id, &labels, rtl)).await;
                    wrong.set(asked.err());
                });
            }
            Deed::Check(id) => {
                told.with_mut(|told| told.insert(id, Told::Asking));
                spawn(async move {
                    let answer = off_screen(move || session.printer_news(id)).await;
                    let answer = answer.map_or_else(Told::Failed, Told::News);
                    told.with_mut(|told| told.insert(id, answer));
                });
            }
            Deed::Prefer(id) => wrong.set(problem(session.prefer_printer(id))),
            Deed::Forget(id) => wrong.set(problem(session.forget_printer(id))),
            Deed::Leave(job) => wrong.set(problem(session.leave_print(job))),
        }
    };
    rsx! {
        View { shown: known(), adding: adding(), told: told(), wrong: wrong(), on_deed, on_back }
    }
}

fn problem(done: Result<(), AppError>) -> Option<Problem> {
    done.err().map(Problem::from)
}

/// Looks for printers near by; what comes of it is dropped where the rep has gone on meanwhile.
fn look(session: Session, mut adding: Signal<Adding>) {
    adding.set(Adding::Looking(Around::Searching));
    spawn(async move {
        let found = off_screen(move || session.find_printers(LOOK)).await;
        if *adding.peek() == Adding::Looking(Around::Searching) {
            adding.set(Adding::Looking(found.map_or_else(Around::Failed, Around::Found)));
        }
    });
}

/// What is described, whether its page was asked for already or not.
fn described(adding: Signal<Adding>) -> Option<Form> {
    match &*adding.peek() {
        Adding::Describing(form) | Adding::Asking(form, _) => Some(form.clone()),
        Adding::No | Adding::Looking(_) => None,
    }
}

/// Prints a test page on what is described, and asks whether it came.
fn try_it(session: Session, mut adding: Signal<Adding>) {
    let Some(form) = described(adding) else { return };
    let (labels, rtl) = (labels(), language().dir() == "rtl");
    spawn(async move {
        let asked = form.clone();
        let printed = off_screen(move || {
            session.try_printer(&asked.name, &asked.address, asked.profile, &labels, rtl)
        });
        adding.set(match printed.await {
            Ok(printed) => Adding::Asking(Form { wrong: None, ..form }, printed.job),
            Err(wrong) => Adding::Describing(Form { wrong: Some(wrong), ..form }),
        });
    });
}

fn save(session: &Session, mut adding: Signal<Adding>) {
    let Some(form) = described(adding) else { return };
    adding.set(match session.save_printer(&form.name, &form.address, form.profile) {
        Ok(()) => Adding::No,
        Err(error) => Adding::Describing(Form { wrong: Some(error.into()), ..form }),
    });
}
