//! A calendar entry: entered, changed, moved, deleted, or somebody else's to read.

mod fields;
mod form;
mod people;
mod read;
mod state;
#[cfg(test)]
mod tests;

use crate::ask::{Asked, Problem, use_ask, use_session};
use crate::components::*;
use crate::tr;
use chrono::NaiveDateTime;
use dioxus::prelude::*;
use form::FormView;
pub use form::category_word;
use read::Read;
pub use read::{repeat_word, span};
use satchel_app::Session;
use satchel_app::views::{EventDeleted, EventDetail};
use state::{Change, Over, State};

/// A new entry.
#[component]
pub fn NewEvent(
    /// When it starts.
    at: NaiveDateTime,
    /// To an invitation there is a file of.
    on_invitation: EventHandler<()>,
    /// Back without saving, or saved.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut state = use_signal(|| State::new(at));
    let mut problem = use_signal(|| None::<Problem>);
    let save = move |()| match session.create_event(&state.peek().form) {
        Ok(_) => on_back.call(()),
        Err(error) => problem.set(Some(error.into())),
    };
    rsx! {
        FormView {
            state: state(),
            of: None,
            problem: problem(),
            on_change: move |change| {
                problem.set(None);
                state.with_mut(|state| state.apply(change));
            },
            on_save: save,
            on_delete: |()| {},
            on_invitation,
            on_back,
        }
    }
}

/// An entry there is.
#[component]
pub fn EventScreen(
    /// Its key.
    event: ReadSignal<String>,
    /// To its customer, by key.
    on_customer: EventHandler<String>,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let found = use_ask(move || {
        let event = event();
        move |session: &Session| session.event(&event)
    });
    let deleted = use_signal(|| None::<EventDeleted>);
    if let Some(gone) = deleted() {
        return rsx! { Gone { gone, deleted, on_back } };
    }
    match found() {
        Asked::Loading => rsx! {
            Screen {
                Head { title: tr!("event-title"), on_back }
                Body { padded: true, Bones { rows: 5 } }
            }
        },
        Asked::Failed(problem) => rsx! {
            Screen {
                Head { title: tr!("event-title"), on_back }
                Body { Failed { title: tr!("event-failed"), text: problem.words() } }
            }
        },
        Asked::Ready(detail) if detail.own => rsx! {
            Own { key: "{detail.event}", detail, deleted, on_customer, on_back }
        },
        Asked::Ready(detail) => rsx! { Read { detail, on_customer, on_back } },
    }
}

/// The rep's own entry. What is being filled in stays as it is when the office sends news.
#[component]
fn Own(
    detail: EventDetail,
    deleted: Signal<Option<EventDeleted>>,
    on_customer: EventHandler<String>,
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut deleted = deleted;
    let started = detail.form.clone();
    let mut state = use_signal(|| State { form: started, over: Over::Nothing });
    let mut problem = use_signal(|| None::<Problem>);
    let (saving, event) = (session.clone(), detail.event.clone());
    let save = move |()| match saving.change_event(&event, &state.peek().form) {
        Ok(()) => on_back.call(()),
        Err(error) => problem.set(Some(error.into())),
    };
    let event = detail.event.clone();
    let delete = move |()| match session.delete_event(&event) {
        Ok(gone) => deleted.set(Some(gone)),
        Err(error) => {
            state.with_mut(|state| state.apply(Change::Over(Over::Nothing)));
            problem.set(Some(error.into()));
        }
    };
    rsx! {
        FormView {
            state: state(),
            of: Some(detail),
            problem: problem(),
            on_change: move |change| {
                problem.set(None);
                state.with_mut(|state| state.apply(change));
            },
            on_save: save,
            on_delete: delete,
            on_customer,
            on_back,
        }
    }
}

/// After it was deleted: the way back.
#[component]
fn Gone(
    gone: EventDeleted,
    deleted: Signal<Option<EventDeleted>>,
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut deleted = deleted;
    let mut problem = use_signal(|| None::<Problem>);
    let subject = gone.subject.clone();
    let undo = move |()| match session.bring_event_back(&gone) {
        Ok(()) => {
            deleted.set(None);
            on_back.call(());
        }
        Err(error) => problem.set(Some(error.into())),
    };
    rsx! { GoneView { subject, problem: problem(), on_undo: undo, on_back } }
}

#[component]
fn GoneView(
    subject: String,
    problem: Option<Problem>,
    on_undo: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("event-title"), on_back }
            Body { padded: true,
                div { class: "grid gap-4 pt-6", role: "status",
                    h2 { class: "s-title", {tr!("event-deleted", name: subject)} }
                    if let Some(problem) = problem {
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                    }
                    Button { label: tr!("part-undo"), glyph: Glyph::Undo2, on_press: on_undo }
                }
            }
            Foot { Action { label: tr!("event-to-calendar"), on_press: on_back } }
        }
    }
}
