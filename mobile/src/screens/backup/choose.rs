//! A file chosen with the phone's own chooser.

use super::file::Exchange;
use crate::components::*;
use dioxus::html::FileData;
use dioxus::prelude::*;
use std::path::PathBuf;

/// A button that asks the phone for a file and tells where it lies.
#[component]
pub fn FileButton(
    /// What it says.
    label: String,
    /// What a file is called here that the phone hands over without its place: it is then copied into the
    /// folder of [`Exchange`], over the one chosen before.
    called: &'static str,
    /// Where it lies; `None` of one that cannot be read.
    on_file: EventHandler<Option<PathBuf>>,
) -> Element {
    let folder =
        use_hook(|| try_consume_context::<Exchange>().map(|known| known.0).unwrap_or_default());
    let take = move |event: FormEvent| {
        let folder = folder.clone();
        async move {
            if let Some(file) = event.files().into_iter().next() {
                on_file.call(place_of(file, folder.join(called)).await);
            }
        }
    };
    rsx! {
        label { class: "s-btn is-soft relative cursor-pointer",
            Icon { glyph: Glyph::FolderOpen }
            span { "{label}" }
            input {
                // Over the whole button, so that it takes focus and touch as one.
                class: "absolute inset-0 opacity-0 cursor-pointer",
                r#type: "file",
                "aria-label": "{label}",
                onchange: take,
            }
        }
    }
}

/// Where a file lies, or a copy of it at `here` where only its content is known.
async fn place_of(file: FileData, here: PathBuf) -> Option<PathBuf> {
    let path = file.path();
    if path.is_absolute() && path.is_file() {
        return Some(path);
    }
    let content = match file.read_bytes().await {
        Ok(content) => content,
        Err(error) => {
            tracing::warn!(%error, "a chosen file cannot be read");
            return None;
        }
    };
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
