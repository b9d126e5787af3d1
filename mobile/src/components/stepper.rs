//! Minus, a number, plus.

use super::icon::{Glyph, Icon};
use crate::tr;
use dioxus::prelude::*;

/// A number that goes up and down by one; pressing it opens the keypad.
#[component]
pub fn Stepper(
    /// What is counted, for those who listen: "Quantity of Olive Oil".
    name: String,
    /// The number.
    figure: String,
    /// One less.
    on_less: EventHandler<()>,
    /// One more.
    on_more: EventHandler<()>,
    /// The number was pressed.
    on_figure: EventHandler<()>,
) -> Element {
    rsx! {
        div { class: "s-step", role: "group", "aria-label": "{name}",
            button {
                r#type: "button",
                "aria-label": tr!("part-one-less"),
                onclick: move |_| on_less.call(()),
                Icon { glyph: Glyph::Minus }
            }
            button {
                class: "q",
                r#type: "button",
                "aria-label": tr!("part-open-keypad", figure: figure.clone()),
                onclick: move |_| on_figure.call(()),
                span { "aria-live": "polite", "{figure}" }
            }
            button {
                r#type: "button",
                "aria-label": tr!("part-one-more"),
                onclick: move |_| on_more.call(()),
                Icon { glyph: Glyph::Plus }
            }
        }
    }
}
