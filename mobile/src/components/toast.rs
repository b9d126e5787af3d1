//! A word on what was just done, and the way to undo it.

use crate::tr;
use dioxus::prelude::*;

/// A toast. Whoever shows it takes it away again after six seconds.
#[component]
pub fn Toast(
    /// What was done.
    text: String,
    /// Undo it; without it there is nothing to undo.
    #[props(default)]
    on_undo: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        div { class: "s-toast", role: "status", "aria-live": "polite",
            span { class: "s-line2", bdi { "{text}" } }
            if let Some(undo) = on_undo {
                button { r#type: "button", onclick: move |_| undo.call(()), {tr!("part-undo")} }
            }
        }
    }
}
