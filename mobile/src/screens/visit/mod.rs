//! A visit: when, where, what was done meanwhile, and what makes its record one to rely on.

mod record;
#[cfg(test)]
mod tests;
mod view;

use crate::ask::{Asked, Problem, off_screen, use_ask, use_session};
use crate::format::links;
use crate::screens::track::TrackSign;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{AttachedView, ReceiptOf};
use view::View;

/// Where a visit leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// The customer, by key.
    Customer(String),
    /// A new order for the customer, by key.
    OrderFor(String),
    /// Its note, to print and to share.
    Report(ReceiptOf),
}

/// Something the rep does during a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Writes the note anew.
    Note(String),
    /// Adds a picture, by its bytes.
    Picture(Vec<u8>),
    /// The customer signs: the path.
    Sign(String),
    /// Leaves.
    Leave,
}

/// A file with what a picture of it is shown from; nothing where it cannot be read.
pub type Shown = (AttachedView, Option<String>);

/// The screen.
#[component]
pub fn Visit(
    /// Its uid.
    visit: String,
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// The rep goes somewhere else.
    on_way: EventHandler<Way>,
) -> Element {
    let session = use_session();
    let today = session.today();
    let mut problem = use_signal(|| None::<Problem>);
    let visit = use_memo(use_reactive!(|visit| visit));
    let found = use_ask(move || {
        let uid = visit();
        move |session: &Session| session.visit_detail(&uid)
    });
    // Pictures are read when there are others, not with every letter of the note.
    let files = use_memo(move || match found() {
        Asked::Ready(detail) => detail.files,
        _ => Vec::new(),
    });
    let reader = session.clone();
    let shown = use_memo(move || {
        let read = |file: AttachedView| {
            let content = reader.attached_file(&visit(), &file).ok();
            let url = content.map(|content| links::picture(&content));
            (file, url)
        };
        files().into_iter().map(read).collect::<Vec<Shown>>()
    });
    let on_deed = move |deed: Deed| {
        let uid = visit.peek().clone();
        let done = match deed {
            Deed::Note(note) => session.note_visit(&uid, &note),
            Deed::Picture(content) => {
                let session = session.clone();
                // Scaling a photo takes longer than a screen may wait.
                spawn(async move {
                    let kept = off_screen(move || session.attach_picture(&uid, content)).await;
                    problem.set(kept.err());
                });
                return;
            }
            Deed::Sign(path) => session.attach_signature(&uid, &path),
            Deed::Leave => session.check_out("").map(drop),
        };
        problem.set(done.err().map(Problem::from));
    };
    rsx! {
        View {
            shown: found(),
            files: shown(),
            problem: problem(),
            today,
            on_back,
            on_way,
            on_deed,
            track: rsx! { TrackSign {} },
        }
    }
}
