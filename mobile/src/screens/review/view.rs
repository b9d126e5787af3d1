//! What the review looks like.

use super::state::{Change, State};
use crate::ask::Problem;
use crate::components::*;
use crate::format::{amount, money};
use crate::i18n::words_of;
use crate::screens::figures::{Delivery, LineEnd, counted, sums};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{LineView, OrderView, PriceReason};

/// Lines shown before the rest is asked for.
const FIRST: usize = 6;

/// What there is to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Being read.
    Loading,
    /// Could not be read.
    Failed(Problem),
    /// Not a draft any more: placed or discarded.
    Gone,
    /// The order.
    Ready(Box<OrderView>),
}

#[component]
pub fn View(
    shown: Shown,
    state: State,
    /// A warning that stock or prices are too old.
    #[props(default)]
    ages: Option<Element>,
    today: NaiveDate,
    on_change: EventHandler<Change>,
    on_place: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    match shown {
        Shown::Loading => rsx! {
            Screen {
                Head { title: tr!("review-title"), on_back }
                Body { Bones {} }
            }
        },
        Shown::Failed(problem) => rsx! {
            Screen {
                Head { title: tr!("review-title"), on_back }
                Body { Failed { title: tr!("review-failed"), text: problem.words() } }
            }
        },
        Shown::Gone => rsx! {
            Screen {
                Head { title: tr!("review-title"), on_back }
                Body {
                    Empty {
                        title: tr!("review-gone"),
                        text: tr!("review-gone-text"),
                        other: tr!("part-back"),
                        on_other: on_back,
                    }
                }
            }
        },
        Shown::Ready(order) => rsx! {
            Order { order: *order, state, ages, today, on_change, on_place, on_back }
        },
    }
}

#[component]
fn Order(
    order: OrderView,
    state: State,
    ages: Option<Element>,
    today: NaiveDate,
    on_change: EventHandler<Change>,
    on_place: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    rsx! {
            Screen {
                Head {
                    title: tr!("review-title"),
                    sub: rsx! { bdi { "{order.customer_name}" } },
                    on_back,
                    Button {
                        label: tr!("review-edit"),
                        kind: ButtonKind::Text,
                        on_press: on_back,
                    }
                }
                Body { padded: true,
                    Lines { order: order.clone(), all: state.all_lines, on_change }
                    hr { class: "border-line my-3" }
                    Sums { lines: sums(&order) }
                    hr { class: "border-line my-3" }
                    Delivery { order: order.clone(), today }
                    Remarks { order: order.clone() }
                    if let Some(ages) = ages {
                        div { class: "-mx-4", {ages} }
                    }
                    div { class: "pt-5 pb-4",
                        SignaturePad {
                            signer: order.customer_name.clone(),
                            on_sign: move |path| on_change.call(Change::Signature(path)),
                        }
                    }
                }
                Place { order, state, on_place }
            }
    }
}

#[component]
fn Lines(order: OrderView, all: bool, on_change: EventHandler<Change>) -> Element {
    let currency = order.currency.clone();
    let (shown, rest) = split(&order.lines, all);
    let left: Decimal =
        rest.iter().fold(Decimal::ZERO, |sum, line| sum.saturating_add(line.amount));
    let left = amount(left, &currency);
    rsx! {
        ul { class: "grid gap-2 pt-1",
            for (place, line) in shown.iter().enumerate() {
                li { key: "{place}", class: "flex items-start justify-between gap-4",
                    span { class: "min-w-0",
                        span { class: "block s-line2", bdi { "{line.item_name}" } }
                        span { class: "block s-meta", bdi { {counted(line, &currency)} } }
                    }
                    LineEnd { line: line.clone(), currency: currency.clone() }
                }
            }
        }
        if !rest.is_empty() {
            Button {
                label: tr!("review-more", count: rest.len(), amount: left),
                kind: ButtonKind::Text,
                glyph_after: Glyph::ChevronDown,
                class: "-ms-3 mt-1",
                on_press: move |()| on_change.call(Change::AllLines),
            }
        }
    }
}

/// The lines shown and the rest. A rest of one line is no rest.
fn split(lines: &[LineView], all: bool) -> (&[LineView], &[LineView]) {
    if all || lines.len() <= FIRST + 1 { (lines, &[]) } else { lines.split_at(FIRST) }
}

/// Why the office would refuse it, why its price may still change, what it would remark.
#[component]
fn Remarks(order: OrderView) -> Element {
    let words = |reason: &PriceReason| {
        let args: Vec<(String, String)> =
            reason.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        words_of(reason.id, &args)
    };
    let refusal = order.refusal.as_ref().map(words);
    let provisional: Vec<String> = order.provisional.iter().map(words).collect();
    let messages: Vec<String> = order.messages.iter().map(words).collect();
    rsx! {
        div { class: "grid gap-2 pt-3 empty:hidden", "aria-live": "polite",
            if let Some(refusal) = refusal {
                Note {
                    glyph: Glyph::CircleAlert,
                    tone: Tone::Hand,
                    title: tr!("review-refused"),
                    text: refusal,
                }
            }
            if !provisional.is_empty() {
                Note {
                    glyph: Glyph::TriangleAlert,
                    tone: Tone::Waiting,
                    title: tr!("review-provisional"),
                    text: provisional.join(" "),
                }
            }
            if !messages.is_empty() {
                Note { glyph: Glyph::Info, text: messages.join(" ") }
            }
        }
    }
}

#[component]
fn Place(order: OrderView, state: State, on_place: EventHandler<()>) -> Element {
    let due = money(order.due.amount, &order.due.currency);
    rsx! {
        Foot {
            div { "aria-live": "assertive",
                if let Some(problem) = state.problem {
                    Note {
                        glyph: Glyph::CircleAlert,
                        tone: Tone::Hand,
                        title: tr!("review-not-placed"),
                        text: problem.words(),
                    }
                } else {
                    p { class: "s-meta text-center", {tr!("review-works-offline")} }
                }
            }
            Action {
                label: tr!("review-place", amount: due),
                off: state.placing || !order.can_place,
                on_press: on_place,
            }
        }
    }
}
