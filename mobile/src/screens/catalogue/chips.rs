//! What narrows the catalogue: the van, a brand, and the tree of groups.

use super::state::{Change, Over, State};
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::GroupRow;

/// The two lines of chips above the list.
#[component]
pub fn Narrow(
    /// The choices.
    state: State,
    /// The groups below the one gone into.
    groups: Vec<GroupRow>,
    /// The rep chose.
    on_change: EventHandler<Change>,
) -> Element {
    let brand = state.brand.clone();
    rsx! {
        Chips { name: tr!("catalogue-filters"),
            Chip {
                label: tr!("catalogue-in-van"),
                glyph: Glyph::Truck,
                on: state.in_van,
                on_press: move |()| on_change.call(Change::InVan(!state.in_van)),
            }
            Chip {
                label: brand.clone().unwrap_or_else(|| tr!("catalogue-brand")),
                glyph: Glyph::Tag,
                on: brand.is_some(),
                on_press: move |()| on_change.call(Change::Over(Over::Brands)),
            }
        }
        if !state.path.is_empty() || !groups.is_empty() {
            Chips { name: tr!("catalogue-groups"),
                for (place, group) in state.path.iter().cloned().enumerate() {
                    Chip {
                        key: "path {group}",
                        label: group,
                        glyph: Glyph::X,
                        on: true,
                        on_press: move |()| on_change.call(Change::Up(place)),
                    }
                }
                for group in groups {
                    Group { key: "{group.name}", group, on_change }
                }
            }
        }
    }
}

#[component]
fn Group(group: GroupRow, on_change: EventHandler<Change>) -> Element {
    let name = group.name.clone();
    rsx! {
        Chip {
            label: group.name,
            count: group.items.to_string(),
            on: false,
            on_press: move |()| on_change.call(Change::Down(name.clone())),
        }
    }
}

/// The brands to choose from.
#[component]
pub fn BrandSheet(
    /// The brands.
    brands: Vec<GroupRow>,
    /// The one chosen.
    chosen: Option<String>,
    /// The rep chose.
    on_change: EventHandler<Change>,
) -> Element {
    let close = move |()| on_change.call(Change::Over(Over::Nothing));
    rsx! {
        Sheet { title: tr!("catalogue-brand"), on_close: close,
            Rows { full: true,
                Row {
                    name: tr!("catalogue-all-brands"),
                    end: chosen.is_none().then(|| rsx! { Icon { glyph: Glyph::Check, class: "text-accent-ink" } }),
                    on_press: move |()| on_change.call(Change::Brand(None)),
                }
                for brand in brands {
                    Brand { key: "{brand.name}", at: chosen.as_deref() == Some(&brand.name), brand, on_change }
                }
            }
        }
    }
}

#[component]
fn Brand(brand: GroupRow, at: bool, on_change: EventHandler<Change>) -> Element {
    let name = brand.name.clone();
    let end = if at {
        rsx! { Icon { glyph: Glyph::Check, class: "text-accent-ink" } }
    } else {
        rsx! { span { class: "s-meta", "{brand.items}" } }
    };
    rsx! {
        Row {
            name: brand.name,
            end,
            on_press: move |()| on_change.call(Change::Brand(Some(name.clone()))),
        }
    }
}
