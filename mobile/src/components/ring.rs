//! How much of something is done.

use crate::tr;
use dioxus::prelude::*;

/// A ring that closes, with its figure in it.
#[component]
pub fn Ring(
    /// Percent done.
    percent: u8,
) -> Element {
    // The circle of the drawing is 119.4 long.
    let drawn = f64::from(percent.min(100)) * 1.194;
    rsx! {
        span { class: "s-ring", role: "img", "aria-label": tr!("tasks-done", percent: percent.to_string()),
            svg { view_box: "0 0 44 44", "aria-hidden": "true",
                circle { cx: "22", cy: "22", r: "19" }
                if percent > 0 {
                    circle { cx: "22", cy: "22", r: "19", stroke_dasharray: "{drawn:.1} 200" }
                }
            }
            span { "aria-hidden": "true", "{percent}" }
        }
    }
}
