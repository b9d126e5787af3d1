//! An invitation: chosen as a file or handed over by another app, looked at, then taken.

#[cfg(test)]
mod tests;
mod view;

use crate::arrivals::Arrived;
use crate::ask::{Problem, off_screen, use_session};
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::InvitedEvent;
use view::{Shown, View};

/// The screen.
#[component]
pub fn Invitation(
    /// To the calendar, on a day.
    on_calendar: EventHandler<NaiveDate>,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let mut shown = use_signal(|| Shown::Nothing);
    let mut added = use_signal(Vec::<usize>::new);
    let Arrived { calendar: mut arrived, .. } = use_context();
    let reader = session.clone();
    use_effect(move || {
        let path = arrived.read().clone();
        let Some(path) = path else { return };
        arrived.set(None);
        added.set(Vec::new());
        read(reader.clone(), shown, move |session| session.read_invitation_file(&path));
    });
    let chooser = session.clone();
    let choose = move |file: Vec<u8>| {
        added.set(Vec::new());
        read(chooser.clone(), shown, move |session| session.read_invitation(&file));
    };
    let add = move |place: usize| {
        let event = match &*shown.peek() {
            Shown::Events(events) => events.get(place).cloned(),
            _ => None,
        };
        let Some(event) = event else { return };
        match session.create_event(&event.form) {
            Ok(_) => added.write().push(place),
            Err(error) => shown.set(Shown::Wrong(error.into())),
        }
    };
    rsx! {
        View { shown: shown(), added: added(), on_file: choose, on_add: add, on_calendar, on_back }
    }
}

fn read(
    session: Session,
    mut shown: Signal<Shown>,
    work: impl FnOnce(&Session) -> Result<Vec<InvitedEvent>, satchel_app::AppError> + Send + 'static,
) {
    shown.set(Shown::Reading);
    spawn(async move {
        let read: Result<_, Problem> = off_screen(move || work(&session)).await;
        shown.set(read.map_or_else(Shown::Wrong, Shown::Events));
    });
}
