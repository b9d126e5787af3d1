//! How far a task is: the slider, the status, the checklist.

use super::Deed;
use super::place::status_word;
use crate::components::*;
use crate::format::percent;
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{CheckItem, TaskStatus, TaskView};

/// The statuses a technician moves a task through; the others have an action of their own.
const STATUSES: [TaskStatus; 3] =
    [TaskStatus::Open, TaskStatus::Working, TaskStatus::PendingReview];

/// Progress in one gesture, with its live figure.
#[component]
pub fn Progress(task: TaskView, on_deed: EventHandler<Deed>) -> Element {
    let mut moving = use_signal(|| None::<u8>);
    let mut stood = use_signal(|| task.progress);
    if *stood.peek() != task.progress {
        stood.set(task.progress);
        moving.set(None);
    }
    let shown = moving().unwrap_or(task.progress);
    let words = percent(Decimal::from(shown));
    rsx! {
        section { class: "s-pad pt-5",
            div { class: "flex items-baseline justify-between",
                h2 { class: "s-lead", {tr!("task-progress")} }
                output { class: "s-title s-num", "aria-live": "off", "{words}" }
            }
            Slider {
                name: tr!("task-progress"),
                value: task.progress,
                words: words.clone(),
                on_slide: move |percent| moving.set(Some(percent)),
                on_set: move |percent| {
                    moving.set(Some(percent));
                    on_deed.call(Deed::Progress(percent));
                },
            }
        }
    }
}

/// Open, working, to review.
#[component]
pub fn Status(status: TaskStatus, on_deed: EventHandler<Deed>) -> Element {
    if status.is_done() || status == TaskStatus::Template {
        return rsx! {
            div { class: "s-pad pt-2", StateWord { word: status_word(status), glyph: Glyph::CircleCheck, tone: Tone::Rule } }
        };
    }
    let at = STATUSES.iter().position(|one| *one == status);
    // An overdue task is none of the three until somebody says how it stands.
    let at = at.unwrap_or(STATUSES.len());
    rsx! {
        div { class: "s-pad pt-3",
            if status == TaskStatus::Overdue {
                div { class: "pb-2",
                    StateWord { word: status_word(status), glyph: Glyph::Clock, tone: Tone::Waiting }
                }
            }
            Segmented {
                name: tr!("task-status"),
                choices: STATUSES.map(short_word).to_vec(),
                at,
                on_pick: move |place: usize| {
                    if let Some(status) = STATUSES.get(place) {
                        on_deed.call(Deed::Status(*status));
                    }
                },
            }
        }
    }
}

/// The same words, short enough to stand three in a row.
fn short_word(status: TaskStatus) -> String {
    match status {
        TaskStatus::PendingReview => tr!("task-to-review"),
        status => status_word(status),
    }
}

/// The items with their ticks.
#[component]
pub fn Checklist(items: Vec<CheckItem>, on_deed: EventHandler<Deed>) -> Element {
    if items.is_empty() {
        return rsx! {};
    }
    let done = items.iter().filter(|item| item.done).count();
    let note = tr!("task-checked", done: done.to_string(), all: items.len().to_string());
    rsx! {
        Section { title: tr!("task-checklist"), note }
        div { class: "s-pad",
            for (place, item) in items.into_iter().enumerate() {
                Check {
                    key: "{place}",
                    label: item.text,
                    on: item.done,
                    on_turn: move |done| on_deed.call(Deed::Tick(place, done)),
                }
            }
        }
    }
}
