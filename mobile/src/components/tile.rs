//! The square at the start of a row: a picture, a drawn item, a monogram or an icon.

use super::icon::{Glyph, Icon};
use super::state::Tone;
use dioxus::prelude::*;

/// What a tile shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Face {
    /// A drawn item: SVG from `satchel_demo::art`, part of the program and so safe to write into
    /// the page as it is.
    Drawn(&'static str),
    /// An item's own picture, as an address the page can load.
    Picture(String),
    /// One or two letters.
    Monogram(String),
    /// An icon.
    Glyph(Glyph),
}

impl Face {
    /// The face of an item: the drawing of its key, or the first letters of its name.
    pub fn of_item(art: &str, item_name: &str) -> Self {
        satchel_demo::art(art)
            .map_or_else(|| Self::Monogram(crate::format::monogram(item_name)), Self::Drawn)
    }
}

/// A tile. It says nothing to those who listen: the name beside it does.
#[component]
pub fn Tile(
    /// What it shows.
    face: Face,
    /// Its colour.
    #[props(default)]
    tone: Tone,
) -> Element {
    let tone = tone.class();
    if let Face::Drawn(svg) = face {
        return rsx! {
            span { class: "s-tile {tone}", "aria-hidden": "true", dangerous_inner_html: svg }
        };
    }
    rsx! {
        span { class: "s-tile {tone}", "aria-hidden": "true",
            match face {
                Face::Drawn(_) => rsx! {},
                Face::Picture(src) => rsx! {
                    img { class: "w-full h-full object-cover rounded-xl", alt: "", src }
                },
                Face::Monogram(letters) => rsx! { "{letters}" },
                Face::Glyph(glyph) => rsx! { Icon { glyph } },
            }
        }
    }
}
