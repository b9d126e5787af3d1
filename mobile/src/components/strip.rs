//! The state strip: one sentence on what waits, is moving or needs a hand. It never blocks.

use super::icon::{Glyph, Icon};
use dioxus::prelude::*;

/// What the strip is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StripKind {
    /// Something waits for signal.
    Waiting,
    /// Something is on its way.
    Sending,
    /// Something was refused.
    Hand,
    /// The office has everything.
    Booked,
}

impl StripKind {
    fn look(self) -> (&'static str, Glyph) {
        match self {
            Self::Waiting => ("s-strip is-waiting", Glyph::CloudOff),
            Self::Sending => ("s-strip is-sending", Glyph::ArrowUp),
            Self::Hand => ("s-strip is-hand", Glyph::Hand),
            Self::Booked => ("s-strip is-booked", Glyph::CheckCheck),
        }
    }
}

/// The strip; pressing it opens what waits.
#[component]
pub fn Strip(
    /// What it is about.
    kind: StripKind,
    /// The sentence.
    text: String,
    /// Pressed.
    on_open: EventHandler<()>,
) -> Element {
    let (class, glyph) = kind.look();
    rsx! {
        div { role: "status", "aria-live": "polite",
            button { class, r#type: "button", onclick: move |_| on_open.call(()),
                Icon { glyph }
                span { class: "s-line2", bdi { "{text}" } }
                Icon { glyph: Glyph::ChevronRight }
            }
        }
    }
}
