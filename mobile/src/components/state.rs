//! State words, tags and notes: never a colour alone, always a drawing and a word.

use super::icon::{Glyph, Icon};
use dioxus::prelude::*;

/// What a colour means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to see to.
    #[default]
    Quiet,
    /// The accent: a price rule, a selection.
    Rule,
    /// Waits, is short or is late.
    Waiting,
    /// Is moving now.
    Sending,
    /// Needs a person.
    Hand,
}

impl Tone {
    /// The class that gives it its colour.
    pub fn class(self) -> &'static str {
        match self {
            Self::Quiet => "",
            Self::Rule => "is-rule is-accent is-good",
            Self::Waiting => "is-waiting",
            Self::Sending => "is-sending",
            Self::Hand => "is-hand",
        }
    }
}

/// The state of a document: a drawing and its word.
#[component]
pub fn StateWord(
    /// The word, from the state vocabulary.
    word: String,
    /// Its drawing.
    glyph: Glyph,
    /// Its colour.
    #[props(default)]
    tone: Tone,
) -> Element {
    let tone = tone.class();
    rsx! {
        span { class: "s-state {tone}", Icon { glyph } "{word}" }
    }
}

/// A fact on a line: a rule that hit, stock that is short.
#[component]
pub fn Tag(
    /// The fact.
    text: String,
    /// A drawing before it.
    #[props(default)]
    glyph: Option<Glyph>,
    /// Its colour.
    #[props(default)]
    tone: Tone,
) -> Element {
    let tone = tone.class();
    rsx! {
        span { class: "s-tag {tone}",
            if let Some(glyph) = glyph {
                Icon { glyph }
            }
            bdi { "{text}" }
        }
    }
}

/// A paragraph with its cause: what is so, and why.
#[component]
pub fn Note(
    /// A drawing before it.
    glyph: Glyph,
    /// Its colour.
    #[props(default)]
    tone: Tone,
    /// A line in heavier type above the text.
    #[props(default)]
    title: Option<String>,
    /// The text.
    text: String,
) -> Element {
    let class = tone.class();
    let role = (tone == Tone::Hand).then_some("alert");
    rsx! {
        div { class: "s-note {class}", role,
            Icon { glyph }
            div {
                if let Some(title) = title {
                    p { class: "font-semibold", "{title}" }
                }
                p { class: "wrap-anywhere", bdi { "{text}" } }
            }
        }
    }
}
