//! The frame of a screen: head, body, foot. Only the body scrolls.

use super::action::IconButton;
use super::icon::Glyph;
use crate::tr;
use dioxus::prelude::*;

/// One screen. Sheets are given beside the body, so that they cover the whole of it.
#[component]
pub fn Screen(children: Element) -> Element {
    rsx! { div { class: "s-screen", {children} } }
}

/// The top of a screen: its name, what it is about, the way back.
#[component]
pub fn Head(
    /// The heading.
    title: String,
    /// A second line.
    #[props(default)]
    sub: Option<Element>,
    /// The way back; without one this is a place of the dock and its title is large.
    #[props(default)]
    on_back: Option<EventHandler<()>>,
    /// What stands at the end: buttons, a figure.
    #[props(default)]
    children: Element,
) -> Element {
    let class = if on_back.is_some() { "s-head" } else { "s-head is-root" };
    rsx! {
        header { class,
            if let Some(back) = on_back {
                IconButton {
                    glyph: Glyph::ChevronLeft,
                    label: tr!("part-back"),
                    back: true,
                    on_press: move |()| back.call(()),
                }
            }
            div { class: "grow",
                h1 { bdi { "{title}" } }
                if let Some(sub) = sub {
                    p { class: "s-meta s-line1", {sub} }
                }
            }
            {children}
        }
    }
}

/// The middle of a screen, which scrolls.
#[component]
pub fn Body(
    /// True keeps the content 16 px from both edges.
    #[props(default)]
    padded: bool,
    /// True where nothing in it can be pressed: it takes the focus itself, so that keys scroll it.
    #[props(default)]
    read_only: bool,
    /// Told while it scrolls.
    #[props(default)]
    on_scroll: EventHandler<Event<ScrollData>>,
    children: Element,
) -> Element {
    let class = if padded { "s-body s-pad" } else { "s-body" };
    rsx! {
        main { class, tabindex: read_only.then_some("0"), onscroll: move |event| on_scroll.call(event), {children} }
    }
}

/// The bottom of a screen with its one primary action.
#[component]
pub fn Foot(
    /// True leaves out the line above.
    #[props(default)]
    bare: bool,
    children: Element,
) -> Element {
    let class = if bare { "s-foot is-bare" } else { "s-foot" };
    rsx! { footer { class, {children} } }
}

/// The bottom of a place of the dock: strip and dock, or a search above the dock.
#[component]
pub fn Base(children: Element) -> Element {
    rsx! { div { class: "s-base", {children} } }
}
