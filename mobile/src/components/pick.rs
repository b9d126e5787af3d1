//! Choosing: segments, chips, on and off, done and not done.

use super::icon::{Glyph, Icon};
use dioxus::prelude::*;

/// A choice of a few, all in sight.
#[component]
pub fn Segmented(
    /// What is chosen, for those who listen.
    name: String,
    /// The choices.
    choices: Vec<String>,
    /// Which one is chosen.
    at: usize,
    /// One was chosen.
    on_pick: EventHandler<usize>,
) -> Element {
    rsx! {
        div { class: "s-seg", role: "group", "aria-label": "{name}",
            for (place, choice) in choices.into_iter().enumerate() {
                button {
                    key: "{choice}",
                    r#type: "button",
                    "aria-pressed": if place == at { "true" } else { "false" },
                    onclick: move |_| on_pick.call(place),
                    "{choice}"
                }
            }
        }
    }
}

/// A line of chips that scrolls sideways.
#[component]
pub fn Chips(
    /// What they are for, for those who listen.
    name: String,
    children: Element,
) -> Element {
    rsx! {
        div { class: "s-chips", role: "group", "aria-label": "{name}", {children} }
    }
}

/// A chip: a filter that is on or off, or a fact that can be changed.
#[component]
pub fn Chip(
    /// What it says.
    label: String,
    /// How many there are.
    #[props(default)]
    count: Option<String>,
    /// A drawing before it.
    #[props(default)]
    glyph: Option<Glyph>,
    /// For a filter, whether it is on; `None` for a fact.
    #[props(default)]
    on: Option<bool>,
    /// Pressed.
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        button {
            class: "s-chip",
            r#type: "button",
            "aria-pressed": on.map(|on| if on { "true" } else { "false" }),
            onclick: move |_| on_press.call(()),
            if let Some(glyph) = glyph {
                Icon { glyph }
            }
            "{label}"
            if let Some(count) = count {
                b { "{count}" }
            }
        }
    }
}

/// On or off.
#[component]
pub fn Switch(
    /// What is switched.
    name: String,
    /// Whether it is on.
    on: bool,
    /// Pressed; the new state.
    on_turn: EventHandler<bool>,
) -> Element {
    rsx! {
        button {
            class: "s-switch",
            r#type: "button",
            role: "switch",
            "aria-checked": if on { "true" } else { "false" },
            "aria-label": "{name}",
            onclick: move |_| on_turn.call(!on),
        }
    }
}

/// Done or not done, with its words beside it.
#[component]
pub fn Check(
    /// What is done.
    label: String,
    /// Whether it is.
    on: bool,
    /// Pressed; the new state.
    on_turn: EventHandler<bool>,
) -> Element {
    rsx! {
        button {
            class: "flex items-center gap-3 min-h-12 w-full text-start",
            r#type: "button",
            role: "checkbox",
            "aria-checked": if on { "true" } else { "false" },
            onclick: move |_| on_turn.call(!on),
            span { class: if on { "s-check on" } else { "s-check" }, Icon { glyph: Glyph::Check } }
            span { "{label}" }
        }
    }
}
