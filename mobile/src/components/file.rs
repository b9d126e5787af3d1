//! Files chosen with the phone's own chooser.

use super::icon::{Glyph, Icon};
use dioxus::html::FileData;
use dioxus::prelude::*;

/// The field of the phone's chooser, to lie in a `relative` label: over the whole of it, so that both take
/// focus and touch as one.
#[component]
pub fn FileField(
    /// What it asks for, for those who listen.
    label: String,
    /// The kinds offered, as HTML's `accept` has them; empty offers every file.
    #[props(default)]
    accept: &'static str,
    /// A file was chosen; called for each of several.
    on_file: EventHandler<FileData>,
) -> Element {
    rsx! {
        input {
            class: "absolute inset-0 opacity-0 cursor-pointer",
            r#type: "file",
            accept: (!accept.is_empty()).then_some(accept),
            "aria-label": "{label}",
            onchange: move |event: FormEvent| event.files().into_iter().for_each(|file| on_file.call(file)),
        }
    }
}

/// A button that asks the phone for a file.
#[component]
pub fn FileButton(
    /// What it says.
    label: String,
    /// The kinds offered, as HTML's `accept` has them; empty offers every file.
    #[props(default)]
    accept: &'static str,
    /// A file was chosen.
    on_file: EventHandler<FileData>,
) -> Element {
    rsx! {
        label { class: "s-btn is-soft relative cursor-pointer",
            Icon { glyph: Glyph::FolderOpen }
            span { "{label}" }
            FileField { label: label.clone(), accept, on_file }
        }
    }
}

/// What is in a file; `None` of one that cannot be read.
pub async fn content_of(file: FileData) -> Option<Vec<u8>> {
    match file.read_bytes().await {
        Ok(content) => Some(content.to_vec()),
        Err(error) => {
            tracing::warn!(%error, "a chosen file cannot be read");
            None
        }
    }
}
