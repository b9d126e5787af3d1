//! A file chosen with the phone's own chooser, by where it lies.

use super::file::Exchange;
use crate::components::*;
use dioxus::html::FileData;
use dioxus::prelude::*;
use std::path::PathBuf;

/// A button that asks the phone for a file and tells where it lies.
#[component]
pub fn PathButton(
    /// What it says.
    label: String,
    /// How the file's name ends. One that the phone hands over without its place is copied to
    /// [`Exchange::copy_of`], over the one chosen before.
    ending: &'static str,
    /// Where it lies; `None` of one that cannot be read.
    on_file: EventHandler<Option<PathBuf>>,
) -> Element {
    let exchange = use_hook(try_consume_context::<Exchange>);
    let take = move |file| {
        let copy = exchange.as_ref().map(|exchange| exchange.copy_of(ending));
        async move { on_file.call(place_of(file, copy).await) }
    };
    rsx! {
        FileButton { label, on_file: take }
    }
}

/// Where a file lies, or a copy of it at `here` where only its content is known.
async fn place_of(file: FileData, here: Option<PathBuf>) -> Option<PathBuf> {
    let path = file.path();
    if path.is_absolute() && path.is_file() {
        return Some(path);
    }
    let content = content_of(file).await?;
    let here = here?;
    let copy = here.clone();
    match tokio::task::spawn_blocking(move || std::fs::write(copy, content)).await {
        Ok(Ok(())) => Some(here),
        Ok(Err(error)) => {
            tracing::warn!(%error, "a chosen file cannot be copied");
            None
        }
        Err(error) => {
            tracing::error!(%error, "copying was cut short");
            None
        }
    }
}
