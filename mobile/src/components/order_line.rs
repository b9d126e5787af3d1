//! The lines of an order: closed, open to be changed, and what a rule gives for nothing.

use super::action::{Button, ButtonKind};
use super::icon::{Glyph, Icon};
use super::state::{Tag, Tone};
use super::stepper::Stepper;
use super::tile::{Face, Tile};
use crate::tr;
use dioxus::prelude::*;

/// What a line says, already in words.
#[derive(Debug, Clone, PartialEq)]
pub struct LineText {
    /// The tile.
    pub face: Face,
    /// Item name.
    pub name: String,
    /// Quantity and unit: "9 cases".
    pub quantity: String,
    /// Price per unit.
    pub rate: String,
    /// The list price, where a rule or a discount lowers it.
    pub was: Option<String>,
    /// Amount of the line.
    pub amount: String,
    /// Facts: rules that hit, stock that is short.
    pub tags: Vec<(String, Glyph, Tone)>,
}

#[component]
fn Words(text: LineText) -> Element {
    rsx! {
        Tile { face: text.face }
        span { class: "s-name s-line2", bdi { "{text.name}" } }
        span { class: "s-num sum", "{text.amount}" }
        span { class: "s-meta s-line1",
            b { class: "q", bdi { "{text.quantity}" } }
            " × "
            bdi { "{text.rate}" }
            if let Some(was) = text.was {
                " "
                span { class: "s-was ms-1", "aria-label": tr!("line-was", price: was.clone()), "{was}" }
            }
        }
        span {}
        if !text.tags.is_empty() {
            span { class: "under flex flex-wrap gap-1.5 pt-1",
                for (words, glyph, tone) in text.tags {
                    Tag { key: "{words}", text: words.clone(), glyph, tone }
                }
            }
        }
    }
}

/// A line at rest; pressing it opens it.
#[component]
pub fn ClosedLine(
    /// What it says.
    text: LineText,
    /// Pressed.
    on_open: EventHandler<()>,
) -> Element {
    rsx! {
        button {
            class: "s-ol",
            r#type: "button",
            "aria-expanded": "false",
            onclick: move |_| on_open.call(()),
            Words { text }
        }
    }
}

/// The line being changed: stepper, unit, and why the price is what it is.
#[component]
pub fn OpenLine(
    /// What it says.
    text: LineText,
    /// The quantity as a figure.
    figure: String,
    /// The unit: "Case 6".
    uom: String,
    /// True where there is only one unit, so nothing to choose.
    #[props(default)]
    one_uom: bool,
    /// True where no price is known: `on_why` then asks for one.
    #[props(default)]
    no_price: bool,
    /// The line was pressed: close it again.
    #[props(default)]
    on_fold: EventHandler<()>,
    /// One less.
    on_less: EventHandler<()>,
    /// One more.
    on_more: EventHandler<()>,
    /// The figure was pressed: open the keypad.
    on_keypad: EventHandler<()>,
    /// The unit was pressed: choose another.
    on_uom: EventHandler<()>,
    /// Why this price.
    on_why: EventHandler<()>,
) -> Element {
    let (name, rate) = (text.name.clone(), text.rate.clone());
    rsx! {
        div { class: "s-ol is-open", onclick: move |_| on_fold.call(()),
            Words { text }
            div { class: "tools", onclick: move |event| event.stop_propagation(),
                Stepper { name: tr!("line-quantity-of", name: name), figure, on_less, on_more, on_figure: on_keypad }
                Button {
                    label: uom,
                    kind: ButtonKind::Line,
                    glyph_after: (!one_uom).then_some(Glyph::ChevronDown),
                    off: one_uom,
                    class: "bg-base-100! px-3!",
                    on_press: on_uom,
                }
                Button {
                    label: if no_price { tr!("line-set-price") } else { tr!("line-why", price: rate) },
                    kind: ButtonKind::Text,
                    class: "px-2! ms-auto",
                    on_press: on_why,
                }
            }
        }
    }
}

/// What a rule gives for nothing. It follows the line that earned it and cannot be taken for one
/// the rep typed.
#[component]
pub fn FreeLine(
    /// Item name.
    name: String,
    /// Quantity and unit: "1 case".
    quantity: String,
    /// What earned it: "free with 9 cases".
    cause: String,
) -> Element {
    rsx! {
        div { class: "s-ol py-2!",
            span { class: "grid place-items-center self-stretch text-accent-ink col-start-1 row-span-1!",
                Icon { glyph: Glyph::Gift }
            }
            span { class: "min-w-0",
                span { class: "s-name block s-line1", bdi { "{name}" } }
                span { class: "s-meta block s-line1", b { class: "q", bdi { "{quantity}" } } " " bdi { "{cause}" } }
            }
            span { class: "s-num font-semibold text-accent-ink self-center", {tr!("line-free")} }
        }
    }
}
