//! What is looked at: days, territory, customer.

use crate::ask::{Asked, use_ask, use_session};
use crate::components::*;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::TeamFilter;

/// Customers offered.
const OFFERED: usize = 6;

/// The sheet; nothing changes until it is confirmed.
#[component]
pub fn FilterSheet(
    filter: TeamFilter,
    territories: Vec<String>,
    on_choose: EventHandler<TeamFilter>,
    on_close: EventHandler<()>,
) -> Element {
    let mut chosen = use_signal(|| filter.clone());
    let mut text = use_signal(String::new);
    let session = use_session();
    let kept = session.clone();
    let mut address = use_signal(move || kept.map_address().unwrap_or_default());
    let mut refused = use_signal(|| false);
    let found = use_ask(move || {
        let text = text();
        move |session: &Session| match text.trim().is_empty() {
            true => Ok(Vec::new()),
            false => session.customers(&text, None).map(|page| page.rows),
        }
    });
    let offered = match found() {
        Asked::Ready(rows) => rows,
        _ => Vec::new(),
    };
    let customer = chosen.read().customer.clone();
    let wrong = chosen.read().from > chosen.read().until;
    rsx! {
        Sheet {
            title: tr!("team-filter"),
            on_close,
            foot: rsx! {
                Action {
                    label: tr!("team-filter-show"),
                    off: wrong,
                    on_press: move |()| match session.set_map_address(&address.peek()) {
                        Ok(()) => on_choose.call(chosen()),
                        Err(_) => refused.set(true),
                    },
                }
            },
            div { class: "s-pair",
                DayField {
                    id: "team-from",
                    label: tr!("team-from"),
                    day: chosen.read().from,
                    on_day: move |day| chosen.with_mut(|chosen| chosen.from = day),
                }
                DayField {
                    id: "team-until",
                    label: tr!("team-until"),
                    day: chosen.read().until,
                    on_day: move |day| chosen.with_mut(|chosen| chosen.until = day),
                }
            }
            if wrong {
                p { class: "s-meta text-hand pt-1", role: "alert", {tr!("team-days-turned")} }
            }
            if !territories.is_empty() {
                h3 { class: "s-meta font-semibold pt-3", {tr!("team-territory")} }
                div { class: "flex flex-wrap gap-2 pt-1.5", role: "group", "aria-label": tr!("team-territory"),
                    for territory in territories {
                        Chip {
                            key: "{territory}",
                            label: territory.clone(),
                            on: chosen.read().territory.as_ref() == Some(&territory),
                            on_press: move |()| chosen.with_mut(|chosen| {
                                let same = chosen.territory.as_ref() == Some(&territory);
                                chosen.territory = (!same).then(|| territory.clone());
                            }),
                        }
                    }
                }
            }
            div { class: "pt-3",
                if let Some(customer) = customer {
                    Chip {
                        label: customer,
                        glyph: Glyph::X,
                        on: true,
                        on_press: move |()| chosen.with_mut(|chosen| chosen.customer = None),
                    }
                } else {
                    Field {
                        id: "team-customer",
                        label: tr!("team-customer"),
                        text: "",
                        on_type: move |typed| text.set(typed),
                    }
                }
            }
            for row in offered.into_iter().take(OFFERED) {
                Row {
                    key: "{row.name}",
                    name: row.customer_name.clone(),
                    meta: rsx! { bdi { "{row.territory}" } },
                    on_press: move |()| {
                        // Customers the office does not have yet were visited by nobody else.
                        let name = row.name.strip_prefix("server:").map(str::to_owned);
                        chosen.with_mut(|chosen| chosen.customer = name);
                        text.set(String::new());
                    },
                }
            }
            div { class: "pt-3",
                Field {
                    id: "team-map-address",
                    label: tr!("team-map-address"),
                    text: address.peek().clone(),
                    help: tr!("team-map-address-help"),
                    error: refused().then(|| tr!("team-map-address-wrong")),
                    longest: 1_000,
                    ltr: true,
                    on_type: move |typed| {
                        refused.set(false);
                        address.set(typed);
                    },
                }
            }
        }
    }
}

/// A day, by the phone's own calendar.
#[component]
fn DayField(id: String, label: String, day: NaiveDate, on_day: EventHandler<NaiveDate>) -> Element {
    rsx! {
        div { class: "s-field",
            label { r#for: "{id}", "{label}" }
            input {
                id: "{id}",
                r#type: "date",
                required: true,
                value: "{day}",
                onchange: move |event| {
                    if let Ok(day) = event.value().parse() {
                        on_day.call(day);
                    }
                },
            }
        }
    }
}
