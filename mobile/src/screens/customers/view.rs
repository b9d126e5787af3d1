//! What the customers screen looks like.

use super::state::{Change, Order, State};
use crate::ask::Problem;
use crate::components::*;
use crate::format::{dates, distance, money, monogram};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::CustomerRow;

/// Height of a row, in rem.
const ROW: f64 = 4.0;

/// What there is to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Being read.
    Loading,
    /// Could not be read.
    Failed(Problem),
    /// Nobody matches, or there is nobody yet.
    Empty,
    /// The phone does not know where it is.
    NoPosition(Problem),
    /// These.
    Rows(Vec<CustomerRow>),
}

#[component]
pub fn View(
    state: State,
    shown: Shown,
    today: NaiveDate,
    on_change: EventHandler<Change>,
    on_back: EventHandler<()>,
    on_open: EventHandler<String>,
    on_new: EventHandler<()>,
) -> Element {
    let filled = !state.text.is_empty();
    let at = usize::from(state.order == Order::Name || filled);
    rsx! {
        Screen {
            Head { title: tr!("customers-title"), on_back }
            List { shown, filled, at, today, on_change, on_open, on_new }
            Base {
                div { class: "flex gap-2 px-4 py-2.5 border-t border-line",
                    SearchField {
                        hint: tr!("customers-search-hint"),
                        name: tr!("customers-search"),
                        text: state.text.clone(),
                        version: state.version,
                        filled,
                        on_type: move |text| on_change.call(Change::Text(text)),
                        on_clear: move |()| on_change.call(Change::Clear),
                    }
                    Button {
                        label: tr!("customers-new"),
                        kind: ButtonKind::Soft,
                        glyph: Glyph::UserPlus,
                        on_press: on_new,
                    }
                }
            }
        }
    }
}

#[component]
fn List(
    shown: Shown,
    filled: bool,
    at: usize,
    today: NaiveDate,
    on_change: EventHandler<Change>,
    on_open: EventHandler<String>,
    on_new: EventHandler<()>,
) -> Element {
    let orders = rsx! {
        div { class: "s-pad pt-1 pb-2",
            Segmented {
                name: tr!("customers-order"),
                choices: vec![tr!("customers-nearby"), tr!("customers-by-name")],
                at,
                on_pick: move |at| {
                    let order = if at == 0 { Order::Nearby } else { Order::Name };
                    on_change.call(Change::Order(order));
                },
            }
        }
    };
    match shown {
        Shown::Rows(rows) => {
            let extent = Extent::Even { count: rows.len(), each: ROW };
            rsx! {
                VirtualList {
                    name: tr!("customers-title"),
                    extent,
                    before: orders,
                    row: move |place: usize| match rows.get(place).cloned() {
                        Some(row) => rsx! { Line { row, today, on_open } },
                        None => rsx! {},
                    },
                    on_near_end: move |()| on_change.call(Change::More),
                }
            }
        }
        Shown::Loading => rsx! { Body { {orders} Bones { rows: 8 } } },
        Shown::Failed(problem) => rsx! {
            Body {
                {orders}
                Failed { title: tr!("customers-failed"), text: problem.words() }
            }
        },
        Shown::NoPosition(why) => rsx! {
            Body {
                {orders}
                Empty {
                    title: tr!("customers-no-position"),
                    text: why.words(),
                    other: tr!("customers-by-name"),
                    on_other: move |()| on_change.call(Change::Order(Order::Name)),
                }
            }
        },
        Shown::Empty if filled => rsx! {
            Body {
                {orders}
                Empty {
                    title: tr!("customers-none-found"),
                    text: tr!("customers-none-found-text"),
                    action: tr!("customers-new-long"),
                    on_action: on_new,
                }
            }
        },
        Shown::Empty => rsx! {
            Body {
                {orders}
                Empty {
                    title: tr!("customers-none"),
                    text: tr!("customers-none-text"),
                    action: tr!("customers-new-long"),
                    on_action: on_new,
                }
            }
        },
    }
}

#[component]
fn Line(row: CustomerRow, today: NaiveDate, on_open: EventHandler<String>) -> Element {
    let name = row.name.clone();
    let last = row.last_order.map(|date| tr!("customers-ordered", date: dates::day(date, today)));
    let far = row.distance_m.map(distance);
    let end = rsx! {
        if let Some(far) = far {
            span { class: "s-num font-medium!", "{far}" }
        }
        if let Some(overdue) = row.overdue {
            StateWord {
                word: tr!("customers-late", amount: money(overdue.amount, &overdue.currency)),
                glyph: Glyph::CircleAlert,
                tone: Tone::Waiting,
            }
        } else if row.local {
            StateWord { word: tr!("state-waiting"), glyph: Glyph::Clock, tone: Tone::Waiting }
        } else if let Some(last) = last {
            span { class: "s-meta", "{last}" }
        }
    };
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Monogram(monogram(&row.customer_name)) } },
            name: row.customer_name,
            meta: rsx! { bdi { "{row.place}" } },
            end,
            on_press: move |()| on_open.call(name.clone()),
        }
    }
}
