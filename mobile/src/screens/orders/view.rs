//! What the list of orders looks like.

use super::listed::{Entry, Listed, entries, is_long};
use super::state::{Change, Segment, State};
use crate::ask::Problem;
use crate::components::*;
use crate::format::{amount, dates, money};
use crate::screens::states::OrderStateWord;
use crate::{key, tr};
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{DraftRow, OrderCounts, OrderRow};
use satchel_domain::orders::OrderState;

/// What there is to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Being read.
    Loading,
    /// Could not be read.
    Failed(Problem),
    /// What matches, perhaps nothing.
    Ready(Listed),
}

#[component]
pub fn View(
    state: State,
    shown: Shown,
    today: NaiveDate,
    /// The bottom of the screen.
    base: Element,
    on_change: EventHandler<Change>,
    on_open: EventHandler<String>,
    on_draft: EventHandler<String>,
    on_new: EventHandler<()>,
) -> Element {
    let counts = match &shown {
        Shown::Ready(listed) => Some(listed.counts),
        _ => None,
    };
    rsx! {
        Screen {
            // One cell of the screen's grid, so that the chips stay under the title.
            div {
                Head { title: tr!("orders-title"),
                    IconButton {
                        glyph: if state.searching { Glyph::X } else { Glyph::Search },
                        label: if state.searching { tr!("orders-search-close") } else { tr!("orders-search") },
                        on_press: move |()| on_change.call(Change::Search),
                    }
                    IconButton {
                        glyph: Glyph::Plus,
                        label: tr!("orders-new"),
                        class: "text-accent-ink",
                        on_press: move |()| on_new.call(()),
                    }
                }
                Segments { segment: state.segment, counts, on_change }
            }
            List { state, shown, today, on_change, on_open, on_draft, on_new }
            {base}
        }
    }
}

/// The search, at the bottom within reach of the thumb.
#[component]
pub fn Search(state: State, on_change: EventHandler<Change>) -> Element {
    rsx! {
        div { class: "flex px-4 py-2.5 border-t border-line",
            SearchField {
                hint: tr!("orders-search-hint"),
                name: tr!("orders-search"),
                text: state.text.clone(),
                version: state.cleared,
                filled: !state.text.is_empty(),
                focused: true,
                on_type: move |text| on_change.call(Change::Text(text)),
                on_clear: move |()| on_change.call(Change::Clear),
            }
        }
    }
}

fn word(segment: Segment) -> &'static str {
    match segment {
        Segment::All => key!("orders-all"),
        Segment::Waiting => key!("state-waiting"),
        Segment::NeedsHand => key!("state-needs-hand"),
        Segment::Drafts => key!("orders-drafts"),
        Segment::Booked => key!("state-booked"),
        Segment::Withdrawn => key!("state-withdrawn"),
    }
}

fn count(segment: Segment, counts: OrderCounts) -> u32 {
    let OrderCounts { drafts, waiting, needs_hand, booked, withdrawn } = counts;
    match segment {
        Segment::All => [drafts, waiting, needs_hand, booked, withdrawn]
            .into_iter()
            .fold(0, u32::saturating_add),
        Segment::Waiting => waiting,
        Segment::NeedsHand => needs_hand,
        Segment::Drafts => drafts,
        Segment::Booked => booked,
        Segment::Withdrawn => withdrawn,
    }
}

#[component]
fn Segments(
    segment: Segment,
    counts: Option<OrderCounts>,
    on_change: EventHandler<Change>,
) -> Element {
    rsx! {
        Chips { name: tr!("orders-segments"),
            for each in Segment::ALL {
                Chip {
                    key: "{word(each)}",
                    label: tr!(word(each)),
                    count: counts.map(|counts| count(each, counts).to_string()),
                    on: each == segment,
                    on_press: move |()| on_change.call(Change::Segment(each)),
                }
            }
        }
    }
}

#[component]
fn List(
    state: State,
    shown: Shown,
    today: NaiveDate,
    on_change: EventHandler<Change>,
    on_open: EventHandler<String>,
    on_draft: EventHandler<String>,
    on_new: EventHandler<()>,
) -> Element {
    match shown {
        Shown::Loading => rsx! { Body { Bones { rows: 8 } } },
        Shown::Failed(problem) => rsx! {
            Body { Failed { title: tr!("orders-failed"), text: problem.words() } }
        },
        Shown::Ready(listed) if listed.is_empty() => rsx! {
            Body { Nothing { state, on_change, on_new } }
        },
        Shown::Ready(listed) => {
            let whole = state.segment == Segment::All && state.text.trim().is_empty();
            let entries = entries(&listed, whole);
            let heights: Vec<f64> = entries.iter().map(Entry::height).collect();
            rsx! {
                VirtualList {
                    name: tr!("orders-title"),
                    extent: Extent::Mixed(heights.into()),
                    version: state.list,
                    row: move |place: usize| match entries.get(place).cloned() {
                        Some(entry) => rsx! { Item { entry, today, on_open, on_draft } },
                        None => rsx! {},
                    },
                    on_near_end: move |()| on_change.call(Change::More),
                }
            }
        }
    }
}

/// Nothing to list: why, and the next step.
#[component]
fn Nothing(state: State, on_change: EventHandler<Change>, on_new: EventHandler<()>) -> Element {
    if !state.text.trim().is_empty() {
        return rsx! {
            Empty {
                title: tr!("orders-none-found"),
                text: tr!("orders-none-found-text"),
                other: tr!("part-clear"),
                on_other: move |()| on_change.call(Change::Clear),
            }
        };
    }
    let (title, text) = match state.segment {
        Segment::All => (tr!("orders-none"), tr!("orders-none-text")),
        Segment::Waiting => (tr!("orders-none-waiting"), tr!("orders-none-waiting-text")),
        Segment::NeedsHand => (tr!("orders-none-hand"), tr!("orders-none-hand-text")),
        Segment::Drafts => (tr!("orders-none-drafts"), tr!("orders-none-drafts-text")),
        Segment::Booked => (tr!("orders-none-booked"), tr!("orders-none-booked-text")),
        Segment::Withdrawn => (tr!("orders-none-withdrawn"), tr!("orders-none-withdrawn-text")),
    };
    rsx! { Empty { title, text, action: tr!("orders-new"), on_action: on_new } }
}

#[component]
fn Item(
    entry: Entry,
    today: NaiveDate,
    on_open: EventHandler<String>,
    on_draft: EventHandler<String>,
) -> Element {
    match entry {
        Entry::Drafts => rsx! { Section { title: tr!("orders-drafts") } },
        Entry::Day(date, sum) => rsx! {
            Section {
                title: dates::near(date, today),
                note: sum.map(|(sum, currency, count)| {
                    tr!("orders-day-sum", amount: money(sum, &currency), count: count)
                }),
            }
        },
        Entry::Draft(row) => rsx! { Draft { row, today, on_draft } },
        Entry::Placed(row) => rsx! { Placed { row, on_open } },
    }
}

#[component]
fn Draft(row: DraftRow, today: NaiveDate, on_draft: EventHandler<String>) -> Element {
    let uid = row.uid.clone();
    let date = row.at.date_naive();
    let time = dates::time(row.at.time());
    let when = if date == today { time } else { format!("{} {time}", dates::near(date, today)) };
    rsx! {
        Row {
            name: row.customer_name,
            meta: rsx! { {tr!("orders-lines", count: row.lines)} " · " bdi { "{when}" } },
            end: rsx! {
                span { class: "s-num", {amount(row.due.amount, &row.due.currency)} }
                OrderStateWord { state: OrderState::Draft }
            },
            on_press: move |()| on_draft.call(uid.clone()),
        }
    }
}

#[component]
fn Placed(row: OrderRow, on_open: EventHandler<String>) -> Element {
    let uid = row.uid.clone();
    let time = dates::time(row.at.time());
    let clamp = if is_long(&row.refusal) { "text-hand s-line2" } else { "text-hand block s-line1" };
    let below = (!row.refusal.is_empty()).then(|| {
        rsx! {
            span { class: clamp, {tr!("orders-office")} " " bdi { "{row.refusal}" } }
        }
    });
    rsx! {
        Row {
            name: row.customer_name,
            meta: rsx! { bdi { class: "s-code", "{row.number}" } " · " bdi { "{time}" } },
            end: rsx! {
                span { class: "s-num", {amount(row.due.amount, &row.due.currency)} }
                OrderStateWord { state: row.state }
            },
            below,
            on_press: move |()| on_open.call(uid.clone()),
        }
    }
}
