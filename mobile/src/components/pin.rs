//! The PIN: how many digits are in, and the pad.

use super::icon::{Glyph, Icon, IconSize};
use super::keypad::PadKey;
use crate::tr;
use dioxus::prelude::*;

/// A dot a digit. How many there will be is not given away beyond the usual count.
#[component]
pub fn PinDots(
    /// Digits entered.
    entered: usize,
    /// Dots shown at least.
    #[props(default = 4)]
    least: usize,
) -> Element {
    rsx! {
        div { class: "s-pins", role: "img", "aria-label": tr!("pin-entered", count: entered),
            for place in 0..entered.max(least) {
                i { key: "{place}", class: (place < entered).then_some("on") }
            }
        }
    }
}

/// The pad. A keyboard types into it too.
#[component]
pub fn PinKeys(
    /// True while it has to wait after wrong PINs.
    #[props(default)]
    off: bool,
    /// True shows the key that ends the entry.
    #[props(default)]
    ready: bool,
    /// A key was pressed.
    on_key: EventHandler<PadKey>,
    /// The entry is complete.
    on_done: EventHandler<()>,
) -> Element {
    rsx! {
        div { class: "s-keys", role: "group", "aria-label": tr!("pin-pad"),
            for n in 1..=9u8 {
                button {
                    key: "{n}",
                    r#type: "button",
                    disabled: off,
                    onclick: move |_| on_key.call(PadKey::Digit(n)),
                    "{n}"
                }
            }
            button {
                class: "is-bare",
                r#type: "button",
                disabled: off,
                "aria-label": tr!("part-delete-digit"),
                onclick: move |_| on_key.call(PadKey::Back),
                Icon { glyph: Glyph::Delete, size: IconSize::Large }
            }
            button {
                r#type: "button",
                disabled: off,
                onclick: move |_| on_key.call(PadKey::Digit(0)),
                "0"
            }
            button {
                class: if ready { "is-go" } else { "is-bare" },
                r#type: "button",
                disabled: off || !ready,
                "aria-label": tr!("pin-done"),
                onclick: move |_| on_done.call(()),
                Icon { glyph: Glyph::Check, size: IconSize::Large }
            }
        }
    }
}
