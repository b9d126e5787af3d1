//! The sync centre: what waits, what is being sent, what needs a hand, and how old things are.

mod banner;
mod load;
mod mend;
mod rows;
mod sheets;
mod state;
#[cfg(test)]
mod tests;
mod value;
mod view;

pub use rows::reason_words;

use crate::ask::{Asked, Problem, use_ask, use_session};
use dioxus::prelude::*;
use satchel_app::views::{HandAction, Keep, MendView, SyncCentre};
use satchel_app::{AppError, Session};
use state::{Change, Over, State};
use view::{Deed, View};

/// The screen.
#[component]
pub fn Sync(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// A placed order is to be shown, by uid.
    on_open: EventHandler<String>,
    /// A draft is to be shown, by uid: a refused order that is being mended.
    on_draft: EventHandler<String>,
    /// A file with everything is to be made.
    on_backup: EventHandler<()>,
    /// What waits is to be carried by file.
    on_courier: EventHandler<()>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let centre = use_ask(|| Session::sync_centre);
    let mut state = use_signal(State::default);
    let on_deed = move |deed: Deed| match deed {
        Deed::Change(change) => state.with_mut(|state| state.apply(change)),
        Deed::Now => session.sync_now(),
        Deed::Backup => on_backup.call(()),
        Deed::Courier => on_courier.call(()),
        Deed::Open(uid) => on_open.call(uid),
        Deed::Act(row, HandAction::Mend) => match session.mend(row) {
            Ok(MendView::Order { uid }) => on_draft.call(uid),
            Ok(MendView::Fields { row, fields }) => {
                state.with_mut(|state| state.apply(Change::Over(Over::Mend { row, fields })));
            }
            Err(error) => wrong(&mut state, error),
        },
        Deed::Act(row, action) => {
            let words = state.peek().words.clone();
            let done = act(&session, row, action, &words);
            settle(&mut state, done);
        }
        Deed::MendWith(row) => {
            let done = session.mend_with(row, &typed(&state.peek()));
            settle(&mut state, done);
        }
        Deed::Decide(id) => {
            let choices = chosen(&centre.peek(), &state.peek(), &id);
            let done = session.decide_conflict(&id, &choices);
            settle(&mut state, done);
        }
    };
    rsx! {
        View { shown: centre(), state: state(), today, on_back, on_deed }
    }
}

fn act(session: &Session, row: i64, action: HandAction, words: &str) -> Result<(), AppError> {
    match action {
        HandAction::Mend | HandAction::SendAgain => session.send_again(row),
        HandAction::HandOver => session.hand_to_supervisor(row, words),
        HandAction::Withdraw | HandAction::LeaveDraft => session.withdraw(row, words),
    }
}

/// Every field of a conflict with the side chosen for it.
fn chosen(centre: &Asked<SyncCentre>, state: &State, id: &str) -> Vec<(String, Keep)> {
    let Asked::Ready(centre) = centre else { return Vec::new() };
    let conflict = centre.conflicts.iter().find(|conflict| conflict.id == id);
    let fields = conflict.map(|conflict| conflict.fields.as_slice()).unwrap_or_default();
    fields.iter().map(|field| (field.field.clone(), state.keeps(&field.field))).collect()
}

/// The fields of the document that is being mended.
fn typed(state: &State) -> Vec<(String, String)> {
    match &state.over {
        Over::Mend { fields, .. } => {
            fields.iter().map(|field| (field.field.clone(), field.value.clone())).collect()
        }
        _ => Vec::new(),
    }
}

/// Closes what was open where it worked; says why where it did not.
fn settle(state: &mut Signal<State>, done: Result<(), AppError>) {
    match done {
        Ok(()) => state.with_mut(|state| state.apply(Change::Over(Over::Nothing))),
        Err(error) => wrong(state, error),
    }
}

fn wrong(state: &mut Signal<State>, error: AppError) {
    state.with_mut(|state| state.apply(Change::Wrong(Problem::from(error))));
}
