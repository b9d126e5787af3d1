//! The state of an order in the words every screen uses.

use crate::components::{Glyph, Icon, IconSize, StateWord, Tone};
use crate::i18n::words_of;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_domain::orders::OrderState;

/// Key of the word of a state.
pub fn word(state: OrderState) -> &'static str {
    match state {
        OrderState::Draft => key!("state-draft"),
        OrderState::Waiting => key!("state-waiting"),
        OrderState::Sending => key!("state-sending"),
        OrderState::Checking => key!("state-checking"),
        OrderState::Booked => key!("state-booked"),
        OrderState::NeedsHand => key!("state-needs-hand"),
        OrderState::Withdrawn => key!("state-withdrawn"),
    }
}

/// Drawing and colour of a state. Only what needs someone is coloured.
pub fn look(state: OrderState) -> (Glyph, Tone) {
    match state {
        OrderState::Draft => (Glyph::PencilLine, Tone::Quiet),
        OrderState::Waiting => (Glyph::Clock, Tone::Waiting),
        OrderState::Sending => (Glyph::ArrowUp, Tone::Sending),
        OrderState::Checking => (Glyph::SearchCheck, Tone::Sending),
        OrderState::Booked => (Glyph::CheckCheck, Tone::Quiet),
        OrderState::NeedsHand => (Glyph::Hand, Tone::Hand),
        OrderState::Withdrawn => (Glyph::Undo2, Tone::Quiet),
    }
}

/// The state of an order: drawing and word.
#[component]
pub fn OrderStateWord(
    /// The state.
    state: OrderState,
) -> Element {
    let (glyph, tone) = look(state);
    rsx! { StateWord { word: tr!(word(state)), glyph, tone } }
}

/// That a document was captured without a position, and why. Nothing where it has one.
#[component]
pub fn NoPosition(
    /// Key of the sentence that says why; empty where there is one.
    why: String,
) -> Element {
    if why.is_empty() {
        return rsx! {};
    }
    // The sentence of a list that waits for its position says too much here.
    let searching = why == key!("location-searching");
    let why = if searching { tr!("position-searching") } else { words_of(&why, &[]) };
    rsx! {
        p { class: "s-meta pt-2 flex gap-1.5",
            Icon { glyph: Glyph::MapPin, size: IconSize::Small, class: "mt-0.5 shrink-0" }
            span { {tr!("position-none")} " " "{why}" }
        }
    }
}
