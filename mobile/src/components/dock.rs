//! The five places at the bottom.

use super::icon::{Glyph, Icon};
use crate::{key, tr};
use dioxus::prelude::*;

/// One of the five places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What the rep needs this morning.
    Today,
    /// Orders by state.
    Orders,
    /// Bar codes.
    Scan,
    /// Tasks and projects.
    Tasks,
    /// Everything else.
    More,
}

impl Place {
    /// All of them, from the start of the line.
    pub const ALL: [Self; 5] = [Self::Today, Self::Orders, Self::Scan, Self::Tasks, Self::More];

    fn word(self) -> &'static str {
        match self {
            Self::Today => key!("dock-today"),
            Self::Orders => key!("dock-orders"),
            Self::Scan => key!("dock-scan"),
            Self::Tasks => key!("dock-tasks"),
            Self::More => key!("dock-more"),
        }
    }

    fn glyph(self) -> Glyph {
        match self {
            Self::Today => Glyph::Sun,
            Self::Orders => Glyph::ReceiptText,
            Self::Scan => Glyph::ScanBarcode,
            Self::Tasks => Glyph::ListChecks,
            Self::More => Glyph::Ellipsis,
        }
    }
}

/// The dock. The only badge it ever shows is orders that need a hand.
#[component]
pub fn Dock(
    /// Where the rep is.
    here: Place,
    /// Orders that need a hand.
    #[props(default)]
    needs_hand: u32,
    /// A place was chosen.
    on_go: EventHandler<Place>,
) -> Element {
    rsx! {
        nav { class: "s-dock", "aria-label": tr!("dock-name"),
            for place in Place::ALL {
                button {
                    key: "{place.word()}",
                    r#type: "button",
                    "aria-current": (place == here).then_some("page"),
                    // The phone's back key presses it: from every other place it leads to Today.
                    "data-home": (place == Place::Today && here != Place::Today).then_some(""),
                    onclick: move |_| on_go.call(place),
                    Icon { glyph: place.glyph() }
                    span { {tr!(place.word())} }
                    if place == Place::Orders && needs_hand > 0 {
                        i { "aria-label": tr!("dock-needs-hand", count: needs_hand), "{needs_hand}" }
                    }
                }
            }
        }
    }
}
