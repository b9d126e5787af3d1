//! A sheet that rises over the screen: reasons, keypad, choices.

use crate::tr;
use dioxus::prelude::*;

use super::action::IconButton;
use super::icon::Glyph;

/// A sheet over a scrim. Escape, the scrim and the button close it; Tab stays inside.
#[component]
pub fn Sheet(
    /// What it is about.
    title: String,
    /// A second line.
    #[props(default)]
    sub: Option<String>,
    /// What stands before the title.
    #[props(default)]
    lead: Option<Element>,
    /// What stands at the end of the title instead of the closing button.
    #[props(default)]
    end: Option<Element>,
    /// The part that stays at the bottom.
    #[props(default)]
    foot: Option<Element>,
    /// Close it.
    on_close: EventHandler<()>,
    children: Element,
) -> Element {
    rsx! {
        div { class: "s-scrim", onclick: move |_| on_close.call(()) }
        section {
            class: "s-sheet",
            role: "dialog",
            tabindex: "-1",
            "aria-modal": "true",
            "aria-label": "{title}",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    event.stop_propagation();
                    on_close.call(());
                }
            },
            div { class: "grab" }
            div { class: "flex items-center gap-3 px-4 pt-2",
                {lead}
                div { class: "min-w-0 flex-1",
                    h2 { class: "s-lead s-line2", "{title}" }
                    if let Some(sub) = sub {
                        p { class: "s-meta s-line1", "{sub}" }
                    }
                }
                if let Some(end) = end {
                    {end}
                } else {
                    IconButton {
                        glyph: Glyph::X,
                        label: tr!("part-close"),
                        class: "-me-3",
                        on_press: move |()| on_close.call(()),
                    }
                }
            }
            div { class: "overflow-y-auto px-4 pt-2 pb-3 min-h-0", {children} }
            if let Some(foot) = foot {
                div { class: "s-foot is-bare pt-0!", {foot} }
            }
        }
    }
}
