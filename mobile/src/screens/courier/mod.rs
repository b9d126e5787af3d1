//! Carrying by file: what waits goes into a file for the office, and the office's receipt comes back.

#[cfg(test)]
mod tests;
mod view;

use crate::arrivals::Arrived;
use crate::ask::{Problem, off_screen, use_session};
use crate::key;
use crate::screens::backup::Exchange;
use dioxus::prelude::*;
use std::path::PathBuf;
use view::{Stage, View};

/// The screen.
#[component]
pub fn Courier(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let exchange = use_context::<Exchange>();
    let chosen = exchange.clone();
    use_drop(move || chosen.forget_copies());
    let device = session.settings().map(|settings| settings.device).unwrap_or_default();
    let today = session.today();
    let file = use_signal(|| exchange.courier_of(&device, today).display().to_string());
    let Arrived { receipt: mut arrived, .. } = use_context();
    let receipt = use_signal(|| {
        let path = arrived.write().take().or_else(|| exchange.receipts().into_iter().next());
        path.map(|path| path.display().to_string()).unwrap_or_default()
    });
    let mut stage = use_signal(|| Stage::Asking(None, None));
    let writer = session.clone();
    let write = move |()| {
        let (session, path) = (writer.clone(), PathBuf::from(file.peek().trim()));
        stage.set(Stage::Working);
        spawn(async move {
            let place = path.display().to_string();
            let written = off_screen(move || session.write_courier(&path)).await;
            stage.set(match written {
                Ok(written) => Stage::Written(written, place),
                Err(problem) => Stage::Asking(Some(problem), None),
            });
        });
    };
    let read = move |()| {
        let (session, path) = (session.clone(), PathBuf::from(receipt.peek().trim()));
        stage.set(Stage::Working);
        spawn(async move {
            let read = off_screen(move || session.read_courier_receipt(&path)).await;
            stage.set(match read {
                Ok(read) => Stage::Read(read),
                Err(problem) => Stage::Asking(None, Some(problem)),
            });
        });
    };
    let unread = move |()| {
        let why = Problem { id: key!("error-file-chosen"), args: Vec::new() };
        stage.set(Stage::Asking(None, Some(why)));
    };
    rsx! {
        View { stage: stage(), file, receipt, on_write: write, on_read: read, on_unread: unread, on_back }
    }
}
