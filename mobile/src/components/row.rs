//! List lines: a tile, a name, a second line, a figure.

use super::icon::{Glyph, Icon};
use super::tile::{Face, Tile};
use dioxus::prelude::*;

/// A label over a group of lines, with a way to more.
#[component]
pub fn Section(
    /// The label.
    title: String,
    /// A quiet figure at the end.
    #[props(default)]
    note: Option<String>,
    /// A word to press at the end.
    #[props(default)]
    action: Option<String>,
    /// The word was pressed.
    #[props(default)]
    on_action: EventHandler<()>,
) -> Element {
    rsx! {
        div { class: "s-sect",
            h2 { "{title}" }
            if let Some(note) = note {
                span { "{note}" }
            }
            if let Some(action) = action {
                button { r#type: "button", onclick: move |_| on_action.call(()), "{action}" }
            }
        }
    }
}

/// Lines parted by hairlines.
#[component]
pub fn Rows(
    /// True for lines without a tile: the hairline then starts at the edge of the text.
    #[props(default)]
    full: bool,
    children: Element,
) -> Element {
    let class = if full { "s-rows is-full" } else { "s-rows" };
    rsx! { div { class, {children} } }
}

/// A line. With `on_press` it is a button, otherwise it is only read.
#[component]
pub fn Row(
    /// What stands at the start; without one the line is plain.
    #[props(default)]
    lead: Option<Element>,
    /// The name, on one line.
    name: String,
    /// True writes the name as a code.
    #[props(default)]
    code: bool,
    /// The second line.
    #[props(default)]
    meta: Option<Element>,
    /// What stands at the end: a figure, a state word, a chevron.
    #[props(default)]
    end: Option<Element>,
    /// A line below all of it, over the full width.
    #[props(default)]
    below: Option<Element>,
    /// Pressed.
    #[props(default)]
    on_press: Option<EventHandler<()>>,
) -> Element {
    let class = match (lead.is_some(), below.is_some()) {
        (true, _) => "s-row",
        (false, false) => "s-row is-plain",
        (false, true) => "s-row is-plain is-top",
    };
    let name_class = if code { "s-name block s-line1 s-code" } else { "s-name block s-line1" };
    let inside = rsx! {
        {lead}
        span { class: "min-w-0",
            span { class: name_class, bdi { "{name}" } }
            if let Some(meta) = meta {
                span { class: "s-meta block s-line1", {meta} }
            }
        }
        if let Some(end) = end {
            span { class: "s-end", {end} }
        } else {
            span {}
        }
        if let Some(below) = below {
            span { class: "col-span-full s-meta mt-1", {below} }
        }
    };
    match on_press {
        Some(press) => rsx! {
            button { class, r#type: "button", onclick: move |_| press.call(()), {inside} }
        },
        None => rsx! { div { class, {inside} } },
    }
}

/// A line that leads somewhere else.
#[component]
pub fn NavRow(
    /// Its drawing.
    glyph: Glyph,
    /// Where it leads.
    name: String,
    /// What is to be known of it.
    #[props(default)]
    meta: Option<String>,
    /// Pressed.
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(glyph) } },
            name,
            meta: meta.map(|meta| rsx! { "{meta}" }),
            end: rsx! { Icon { glyph: Glyph::ChevronRight, class: "s-chev" } },
            on_press,
        }
    }
}
