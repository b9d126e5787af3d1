//! One visit of the team: what was done, what looks wrong, and what it rests on.

mod pictures;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, use_ask, use_session};
use crate::format::links;
use dioxus::prelude::*;
use pictures::{NoPicture, Seen};
use satchel_app::Session;
use satchel_app::views::TeamPicture;
use std::collections::BTreeMap;
use std::time::Duration;
use view::View;

/// Between two tries for pictures that did not come, as long as the visit is looked at.
const BETWEEN_TRIES: Duration = Duration::from_secs(20);

/// The screen.
#[component]
pub fn TeamVisit(
    /// Number of the visit.
    id: ReadSignal<i64>,
    /// Back to where the supervisor came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let shown = use_ask(move || {
        let id = id();
        move |session: &Session| session.team_visit(id)
    });
    let pictures = use_memo(move || match shown() {
        Asked::Ready(visit) => visit.pictures,
        _ => Vec::new(),
    });
    let mut missed = use_signal(BTreeMap::<String, NoPicture>::new);
    let mut tries = use_signal(|| 0_u32);
    use_fetched(pictures, missed, tries);
    let seen = use_memo(move || {
        let seen = |picture: TeamPicture| {
            let seen = how_far(&session, &picture, missed.read().get(&picture.name));
            (picture, seen)
        };
        pictures().into_iter().map(seen).collect::<Vec<_>>()
    });
    let on_again = move |()| {
        missed.write().clear();
        tries += 1;
    };
    rsx! { View { shown: shown(), pictures: seen(), on_again, on_back } }
}

/// Fetches the pictures that are not here while the visit is looked at. What is missed for want of signal is
/// tried again from time to time, and at once when `tries` changes.
fn use_fetched(
    pictures: Memo<Vec<TeamPicture>>,
    mut missed: Signal<BTreeMap<String, NoPicture>>,
    tries: Signal<u32>,
) {
    let session = use_session();
    // One that has come is no reason to begin anew.
    let names = use_memo(move || {
        let names = pictures().into_iter().map(|picture| picture.name);
        names.collect::<Vec<String>>()
    });
    use_resource(move || {
        let (session, mut wanted) = (session.clone(), names());
        tries();
        async move {
            while !wanted.is_empty() {
                let asked = std::mem::take(&mut wanted);
                let told = |name: &str, done: Result<(), satchel_app::PictureError>| {
                    let not = done.err().map(NoPicture::from);
                    if not.as_ref().is_some_and(|not| not.no_signal) {
                        wanted.push(name.to_owned());
                    }
                    let mut missed = missed.write();
                    match not {
                        Some(not) => drop(missed.insert(name.to_owned(), not)),
                        None => drop(missed.remove(name)),
                    }
                };
                session.fetch_team_pictures(asked, told).await;
                if !wanted.is_empty() {
                    tokio::time::sleep(BETWEEN_TRIES).await;
                }
            }
        }
    });
}

fn how_far(session: &Session, picture: &TeamPicture, missed: Option<&NoPicture>) -> Seen {
    let content = picture.here.then(|| session.team_picture(&picture.name).ok().flatten());
    match (content.flatten(), missed) {
        (Some(content), _) => Seen::Here(links::picture(&content)),
        (None, Some(not)) => Seen::Not(not.clone()),
        (None, None) => Seen::Coming,
    }
}
