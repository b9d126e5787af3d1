//! What can be pressed.

use super::icon::{Glyph, Icon, IconSize};
use dioxus::prelude::*;

/// The one primary action of a screen, named with a verb and its effect.
#[component]
pub fn Action(
    /// The verb: "Place order".
    label: String,
    /// The effect, at the other end: "€404.95".
    #[props(default)]
    figure: Option<String>,
    /// A drawing before the verb.
    #[props(default)]
    glyph: Option<Glyph>,
    /// True while it cannot be done; the label then says what is missing.
    #[props(default)]
    off: bool,
    /// True for what cannot be taken back.
    #[props(default)]
    danger: bool,
    /// Pressed.
    on_press: EventHandler<()>,
) -> Element {
    let split = if figure.is_some() { " is-split" } else { "" };
    let danger = if danger { " is-danger" } else { "" };
    rsx! {
        button {
            class: "s-act{split}{danger}",
            r#type: "button",
            disabled: off,
            onclick: move |_| on_press.call(()),
            if let Some(glyph) = glyph {
                Icon { glyph }
            }
            span { "{label}" }
            if let Some(figure) = figure {
                span { class: "s-num", "{figure}" }
            }
        }
    }
}

/// The primary action with companions beside it.
#[component]
pub fn Actions(
    /// True gives all of them the same weight.
    #[props(default)]
    even: bool,
    children: Element,
) -> Element {
    let class = if even { "s-acts is-even" } else { "s-acts" };
    rsx! { div { class, {children} } }
}

/// How a lesser action looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// On a sunken field.
    #[default]
    Plain,
    /// In the accent colour.
    Accent,
    /// In the soft accent colour.
    Soft,
    /// With an outline.
    Line,
    /// Words only.
    Text,
    /// Takes something away.
    Hand,
}

impl ButtonKind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Plain => "s-btn",
            Self::Accent => "s-btn is-accent",
            Self::Soft => "s-btn is-soft",
            Self::Line => "s-btn is-line",
            Self::Text => "s-btn is-text",
            Self::Hand => "s-btn is-hand",
        }
    }
}

/// A lesser action.
#[component]
pub fn Button(
    /// What it says.
    label: String,
    /// How it looks.
    #[props(default)]
    kind: ButtonKind,
    /// A drawing before the words.
    #[props(default)]
    glyph: Option<Glyph>,
    /// A drawing after the words, for instance the mark of a choice.
    #[props(default)]
    glyph_after: Option<Glyph>,
    /// True shows the drawing only; the words are for those who listen.
    #[props(default)]
    bare: bool,
    /// True while it cannot be done.
    #[props(default)]
    off: bool,
    /// Further classes.
    #[props(default)]
    class: &'static str,
    /// True where a phone's back key presses it, on a screen from which nothing leads back.
    #[props(default)]
    home: bool,
    /// Pressed.
    on_press: EventHandler<()>,
) -> Element {
    let kind = kind.class();
    rsx! {
        button {
            class: "{kind} {class}",
            r#type: "button",
            disabled: off,
            "aria-label": bare.then(|| label.clone()),
            "data-home": home.then_some(""),
            onclick: move |_| on_press.call(()),
            if let Some(glyph) = glyph {
                Icon { glyph }
            }
            if !bare {
                span { "{label}" }
            }
            if let Some(glyph) = glyph_after {
                Icon { glyph }
            }
        }
    }
}

/// A drawing that can be pressed, 48 by 48.
#[component]
pub fn IconButton(
    /// Which drawing.
    glyph: Glyph,
    /// What it does, for those who listen.
    label: String,
    /// How large the drawing is.
    #[props(default)]
    size: IconSize,
    /// Further classes.
    #[props(default)]
    class: &'static str,
    /// True where a phone's own way back presses it too.
    #[props(default)]
    back: bool,
    /// True while it cannot be done.
    #[props(default)]
    off: bool,
    /// Pressed.
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        button {
            class: "s-ib {class}",
            r#type: "button",
            disabled: off,
            "data-back": back.then_some(""),
            "aria-label": "{label}",
            onclick: move |_| on_press.call(()),
            Icon { glyph, size }
        }
    }
}

/// A row of things to do, a drawing over a word.
#[component]
pub fn Tools(children: Element) -> Element {
    rsx! { div { class: "s-tools", {children} } }
}

/// One of [`Tools`].
#[component]
pub fn Tool(
    /// The drawing.
    glyph: Glyph,
    /// The word under it.
    label: String,
    /// Pressed.
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        button { class: "s-tool", r#type: "button", onclick: move |_| on_press.call(()),
            Icon { glyph }
            "{label}"
        }
    }
}

/// One of [`Tools`] that hands over to the system: `tel:`, `mailto:`, `geo:`.
#[component]
pub fn LinkTool(
    /// The drawing.
    glyph: Glyph,
    /// The word under it.
    label: String,
    /// Where it leads; never inside the app.
    href: String,
) -> Element {
    rsx! {
        a { class: "s-tool", href, Icon { glyph } "{label}" }
    }
}
