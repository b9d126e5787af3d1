//! What the settings of scanning look like.

use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::ScanSettings;

/// What stands in the fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// Before each code.
    pub prefix: String,
    /// Behind each code.
    pub suffix: String,
    /// A layout a line.
    pub labels: String,
}

impl Typed {
    /// The fields of what is kept.
    pub fn of(settings: &ScanSettings, labels: &str) -> Self {
        Self {
            prefix: settings.prefix.clone(),
            suffix: settings.suffix.clone(),
            labels: labels.to_owned(),
        }
    }
}

/// Something the rep does here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    /// Switches the tone.
    Sound(bool),
    /// Switches the shake.
    Shake(bool),
    /// Types.
    Typed(Typed),
    /// Saves what is typed.
    Keep,
}

#[component]
pub(super) fn View(
    shown: Asked<(ScanSettings, Typed)>,
    wrong: Option<Problem>,
    /// True once what was typed is saved.
    kept: bool,
    on_deed: EventHandler<Deed>,
    on_back: EventHandler<()>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("scanning-title"), on_back }
            Body {
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 4 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("scanning-failed"), text: problem.words() }
                    },
                    Asked::Ready((settings, typed)) => rsx! {
                        Answers { settings, on_deed }
                        Fields { typed, on_deed }
                    },
                }
                div { class: "s-pad pb-6", "aria-live": "polite",
                    if let Some(problem) = wrong {
                        Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                    } else if kept {
                        Tag { text: tr!("scanning-kept"), glyph: Glyph::Check, tone: Tone::Rule }
                    }
                }
            }
            Foot {
                Action { label: tr!("scanning-keep"), glyph: Glyph::Check, on_press: move |()| on_deed.call(Deed::Keep) }
            }
        }
    }
}

/// How the camera answers.
#[component]
fn Answers(settings: ScanSettings, on_deed: EventHandler<Deed>) -> Element {
    rsx! {
        Section { title: tr!("scanning-answer") }
        Rows { full: true,
            Row {
                name: tr!("scanning-sound"),
                end: rsx! {
                    Switch { name: tr!("scanning-sound"), on: settings.sound, on_turn: move |on| on_deed.call(Deed::Sound(on)) }
                },
            }
            Row {
                name: tr!("scanning-shake"),
                end: rsx! {
                    Switch { name: tr!("scanning-shake"), on: settings.shake, on_turn: move |on| on_deed.call(Deed::Shake(on)) }
                },
            }
        }
    }
}

/// What is typed in.
#[component]
fn Fields(typed: Typed, on_deed: EventHandler<Deed>) -> Element {
    let change = move |typed: Typed| on_deed.call(Deed::Typed(typed));
    let (before, behind, labels) = (typed.clone(), typed.clone(), typed.clone());
    rsx! {
        Section { title: tr!("scanning-handheld") }
        div { class: "s-pad grid gap-3",
            p { class: "s-meta", {tr!("scanning-handheld-text")} }
            Field {
                id: "scanning-prefix",
                label: tr!("scanning-prefix"),
                text: typed.prefix.clone(),
                longest: 8,
                ltr: true,
                on_type: move |prefix| change(Typed { prefix, ..before.clone() }),
            }
            Field {
                id: "scanning-suffix",
                label: tr!("scanning-suffix"),
                help: tr!("scanning-suffix-help"),
                text: typed.suffix.clone(),
                longest: 8,
                ltr: true,
                on_type: move |suffix| change(Typed { suffix, ..behind.clone() }),
            }
        }
        Section { title: tr!("scanning-labels") }
        div { class: "s-pad grid gap-3 pb-4",
            p { class: "s-meta", {tr!("scanning-labels-text")} }
            TextArea {
                id: "scanning-labels",
                label: tr!("scanning-labels-field"),
                help: tr!("scanning-labels-help"),
                text: typed.labels,
                on_type: move |text| change(Typed { labels: text, ..labels.clone() }),
            }
        }
    }
}
