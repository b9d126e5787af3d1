//! The bag.

use dioxus::prelude::*;

/// The bag, drawn in the colours of the theme.
#[component]
pub fn Mark(
    /// Its size, as classes.
    class: &'static str,
) -> Element {
    rsx! {
        svg { class: "s-mark {class}", view_box: "0 0 96 96", fill: "none", "aria-hidden": "true",
            path {
                d: "M31 30v-6a17 17 0 0 1 34 0v6",
                stroke: "var(--accent-ink)",
                stroke_width: "5",
                stroke_linecap: "round",
            }
            path {
                d: "M38 44V14l5 3.5 5-3.5 5 3.5 5-3.5v30z",
                fill: "var(--color-base-100)",
                stroke: "var(--line-strong)",
                stroke_width: "1.5",
            }
            path {
                d: "M43 24h10M43 29h7",
                stroke: "var(--ink-3)",
                stroke_width: "2",
                stroke_linecap: "round",
            }
            path {
                d: "M12 38a6 6 0 0 1 6-6h60a6 6 0 0 1 6 6v34a14 14 0 0 1-14 14H26a14 14 0 0 1-14-14z",
                fill: "var(--color-primary)",
            }
            path {
                d: "M12 38a6 6 0 0 1 6-6h60a6 6 0 0 1 6 6v8c0 9-14 15-36 15S12 55 12 46z",
                fill: "var(--color-primary)",
                stroke: "var(--color-base-100)",
                stroke_width: "2.5",
            }
            rect { x: "41", y: "52", width: "14", height: "16", rx: "4", fill: "var(--color-base-100)" }
            circle { cx: "48", cy: "60", r: "2.4", fill: "var(--color-primary)" }
        }
    }
}
