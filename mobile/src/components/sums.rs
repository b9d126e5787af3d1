//! Figures in one column, and what happened in order.

use super::icon::{Glyph, Icon, IconSize};
use super::state::Tone;
use dioxus::prelude::*;

/// A figure with its words.
#[derive(Debug, Clone, PartialEq)]
pub enum Sum {
    /// A line: words, a second line, a figure.
    Line {
        /// The words.
        label: String,
        /// A second line.
        meta: Option<String>,
        /// The figure, decimals in line with the others.
        figure: String,
    },
    /// A quiet line of the summary.
    Quiet {
        /// The words.
        label: String,
        /// The figure.
        figure: String,
    },
    /// A hairline.
    Rule,
    /// What it comes to.
    Grand {
        /// The words.
        label: String,
        /// The figure.
        figure: String,
    },
}

/// Figures one under another, their decimals in line.
#[component]
pub fn Sums(lines: Vec<Sum>) -> Element {
    rsx! {
        div { class: "s-sums",
            for (place, line) in lines.into_iter().enumerate() {
                Fragment { key: "{place}",
                    match line {
                        Sum::Line { label, meta, figure } => rsx! {
                            span { class: "min-w-0",
                                span { class: "s-line1 block", bdi { "{label}" } }
                                if let Some(meta) = meta {
                                    bdi { class: "s-meta block", "{meta}" }
                                }
                            }
                            span { class: "s-num self-start", "{figure}" }
                        },
                        Sum::Quiet { label, figure } => rsx! {
                            span { class: "text-ink-2 min-w-0", bdi { "{label}" } }
                            span { class: "s-num", "{figure}" }
                        },
                        Sum::Rule => rsx! { span { class: "rule" } },
                        Sum::Grand { label, figure } => rsx! {
                            span { class: "grand min-w-0", bdi { "{label}" } }
                            span { class: "s-num grand", "{figure}" }
                        },
                    }
                }
            }
        }
    }
}

/// Something that happened, or a reason that counted.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineStep {
    /// Its drawing.
    pub glyph: Glyph,
    /// Its colour.
    pub tone: Tone,
    /// What it was.
    pub what: String,
    /// What is to be known of it, empty if nothing.
    pub about: String,
    /// When, or what it came to.
    pub end: String,
}

/// What happened, in order.
#[component]
pub fn Steps(
    steps: Vec<TimelineStep>,
    /// True where the ends are figures that add up, false where they are times.
    #[props(default)]
    figures: bool,
) -> Element {
    let end = if figures { "s-num font-[550]" } else { "s-num s-meta" };
    rsx! {
        ol { class: "s-steps",
            for (place, step) in steps.into_iter().enumerate() {
                li { key: "{place}",
                    span {
                        Icon {
                            glyph: step.glyph,
                            size: IconSize::Small,
                            class: match step.tone {
                                Tone::Quiet => "text-ink-3",
                                Tone::Rule => "text-accent-ink",
                                Tone::Waiting => "text-waiting",
                                Tone::Sending => "text-sending",
                                Tone::Hand => "text-hand",
                            },
                        }
                    }
                    span { class: "min-w-0",
                        span { class: "s-name block", bdi { "{step.what}" } }
                        if !step.about.is_empty() {
                            bdi { class: "s-meta wrap-anywhere", "{step.about}" }
                        }
                    }
                    span { class: end, "{step.end}" }
                }
            }
        }
    }
}
