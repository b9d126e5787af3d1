//! Nothing yet, not yet, and not at all.

use super::action::{Action, Button, ButtonKind};
use super::icon::{Glyph, Icon};
use super::row::Rows;
use dioxus::prelude::*;

/// What will be here, and the next step.
#[component]
pub fn Empty(
    /// What will be here.
    title: String,
    /// How it gets here.
    text: String,
    /// The next step.
    #[props(default)]
    action: Option<String>,
    /// Another way.
    #[props(default)]
    other: Option<String>,
    /// The next step was pressed.
    #[props(default)]
    on_action: EventHandler<()>,
    /// The other way was pressed.
    #[props(default)]
    on_other: EventHandler<()>,
) -> Element {
    rsx! {
        div { class: "s-empty",
            Tray {}
            h2 { class: "s-title mt-3", "{title}" }
            p { class: "text-ink-2 leading-[1.375rem]", "{text}" }
            div { class: "grid gap-1 mt-4 justify-items-center",
                if let Some(action) = action {
                    Action { label: action, glyph: Glyph::Plus, on_press: on_action }
                }
                if let Some(other) = other {
                    Button { label: other, kind: ButtonKind::Text, on_press: on_other }
                }
            }
        }
    }
}

#[component]
fn Tray() -> Element {
    rsx! {
        svg { class: "w-40", view_box: "0 0 160 120", fill: "none", "aria-hidden": "true",
            path {
                d: "M48 20l5.3 4 5.3-4 5.3 4 5.3-4 5.3 4 5.3-4 5.3 4 5.3-4 5.3 4 5.3-4 5.3 4 5.3-4v66H48z",
                fill: "var(--color-base-100)",
                stroke: "var(--line-strong)",
                stroke_width: "2",
                stroke_linejoin: "round",
            }
            path {
                d: "M60 40h22M60 51h30M60 62h16",
                stroke: "var(--line-strong)",
                stroke_width: "3.5",
                stroke_linecap: "round",
            }
            path {
                d: "M95 40h6M95 62h6",
                stroke: "var(--accent-ink)",
                stroke_width: "3.5",
                stroke_linecap: "round",
            }
            path {
                d: "M22 84a8 8 0 0 1 8-8h34c2 6 7 10 16 10s14-4 16-10h34a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8H30a8 8 0 0 1-8-8z",
                fill: "var(--tile)",
                stroke: "var(--line-strong)",
                stroke_width: "2",
            }
        }
    }
}

/// Rows that are still being read, in their own shape. They appear only after 150 ms.
#[component]
pub fn Bones(
    /// How many.
    #[props(default = 6)]
    rows: usize,
) -> Element {
    const WIDTHS: [(&str, &str); 3] = [("60%", "38%"), ("44%", "22%"), ("70%", "48%")];
    rsx! {
        div { class: "s-late", "aria-busy": "true",
            Rows {
                for (place, (name, meta)) in WIDTHS.into_iter().cycle().take(rows).enumerate() {
                    div { key: "{place}", class: "s-row",
                        span { class: "s-bone w-11 h-11 rounded-xl!" }
                        span { class: "grid gap-2",
                            i { class: "s-bone h-3.5", style: "inline-size:{name}" }
                            i { class: "s-bone h-3", style: "inline-size:{meta}" }
                        }
                        i { class: "s-bone h-3.5 w-12" }
                    }
                }
            }
        }
    }
}

/// What happened, what is safe, what to do.
#[component]
pub fn Failed(
    /// What happened.
    title: String,
    /// What is safe and what comes next.
    text: String,
    /// The way on.
    #[props(default)]
    action: Option<String>,
    /// The way on was pressed.
    #[props(default)]
    on_action: EventHandler<()>,
) -> Element {
    rsx! {
        div { class: "s-pad py-3",
            div { class: "s-note is-hand", role: "alert",
                Icon { glyph: Glyph::CircleAlert }
                div {
                    p { class: "font-semibold", "{title}" }
                    p { class: "mt-0.5 wrap-anywhere", bdi { "{text}" } }
                    if let Some(action) = action {
                        Button {
                            label: action,
                            kind: ButtonKind::Line,
                            class: "mt-2.5 text-base-content!",
                            on_press: on_action,
                        }
                    }
                }
            }
        }
    }
}
