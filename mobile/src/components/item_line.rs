//! An item in a list: drawing, name, stock, code and unit, price, and a way to add it.

use super::icon::{Glyph, Icon};
use super::state::Tone;
use super::tile::{Face, Tile};
use crate::tr;
use dioxus::prelude::*;

/// What an item row says, already in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemText {
    /// The tile.
    pub face: Face,
    /// Item name in pieces; true marks what was searched for.
    pub name: Vec<(String, bool)>,
    /// Item code.
    pub code: String,
    /// The unit: "Case 6".
    pub unit: String,
    /// Stock in words with its colour; `None` without stock keeping.
    pub stock: Option<(String, Tone)>,
    /// The price; `None` where none is known.
    pub price: Option<String>,
    /// The list price, where a rule lowers it.
    pub was: Option<String>,
}

impl ItemText {
    /// The whole name.
    pub fn plain_name(&self) -> String {
        self.name.iter().map(|(piece, _)| piece.as_str()).collect()
    }
}

/// An item; pressing it tells more. With `on_add` it carries the button that adds one.
#[component]
pub fn ItemLine(
    /// What it says.
    text: ItemText,
    /// How many are in the order, as a figure; `None` for none.
    #[props(default)]
    in_order: Option<String>,
    /// The row was pressed.
    on_open: EventHandler<()>,
    /// One more was asked for.
    #[props(default)]
    on_add: Option<EventHandler<()>>,
) -> Element {
    let (name, lowered) = (text.plain_name(), text.was.is_some());
    let columns = if on_add.is_some() { "pe-3!" } else { "" };
    rsx! {
        div { class: "s-row {columns}",
            Tile { face: text.face }
            button {
                class: "min-w-0 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 min-h-12 content-center text-start",
                r#type: "button",
                onclick: move |_| on_open.call(()),
                span { class: "s-name s-line2 col-span-2",
                    bdi {
                        for (place, (piece, hit)) in text.name.into_iter().enumerate() {
                            if hit {
                                mark { key: "{place}", class: "s-hit", "{piece}" }
                            } else {
                                span { key: "{place}", "{piece}" }
                            }
                        }
                    }
                }
                Stock { stock: text.stock }
                if let Some(price) = text.price {
                    span { class: "s-num font-semibold", "{price}" }
                } else {
                    span { class: "s-state is-waiting", {tr!("item-no-price")} }
                }
                span { class: if lowered { "s-meta s-sep" } else { "s-meta s-sep col-span-2" },
                    span { class: "s-code", "{text.code}" }
                    span { bdi { "{text.unit}" } }
                }
                if let Some(was) = text.was {
                    span {
                        class: "s-num s-was s-meta",
                        "aria-label": tr!("line-was", price: was.clone()),
                        "{was}"
                    }
                }
            }
            if let Some(add) = on_add {
                AddButton { name, in_order, on_add: add }
            } else {
                Icon { glyph: Glyph::ChevronRight, class: "s-chev" }
            }
        }
    }
}

#[component]
fn Stock(stock: Option<(String, Tone)>) -> Element {
    match stock {
        Some((words, Tone::Quiet)) => {
            rsx! { span { class: "s-meta s-line2 text-base-content!", "{words}" } }
        }
        Some((words, _)) => {
            rsx! { span { class: "s-meta s-line2 text-waiting! font-[550]", "{words}" } }
        }
        None => rsx! { span {} },
    }
}

/// Adds one more; shows how many there are.
#[component]
pub fn AddButton(
    /// Name of the item, for those who listen.
    name: String,
    /// How many are in the order, as a figure; `None` for none.
    #[props(default)]
    in_order: Option<String>,
    /// Pressed.
    on_add: EventHandler<()>,
) -> Element {
    let label = match &in_order {
        Some(figure) => tr!("item-add-more", name: name, figure: figure.clone()),
        None => tr!("item-add", name: name),
    };
    rsx! {
        button {
            class: if in_order.is_some() { "s-add is-in" } else { "s-add" },
            r#type: "button",
            "aria-label": "{label}",
            onclick: move |_| on_add.call(()),
            if let Some(figure) = &in_order {
                span { "aria-live": "polite", "{figure}" }
            } else {
                Icon { glyph: Glyph::Plus }
            }
        }
    }
}
