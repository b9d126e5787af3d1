//! How things stand with the site, in one sentence and what it means.

use super::moment;
use crate::components::*;
use crate::i18n::words_of;
use crate::tr;
use chrono::{DateTime, FixedOffset, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::{AgeView, LoadView, SyncCentre, SyncConnection};

/// The banner: the connection, and the first load while it goes on.
#[component]
pub fn Banner(centre: SyncCentre, today: NaiveDate) -> Element {
    let count = centre.sending.len() + centre.waiting.len() + centre.needs_hand.len();
    let Told { title, text, glyph, tone } = told(&centre.connection, count, today);
    rsx! {
        section { class: "s-pad pt-1 pb-3 flex gap-3", role: "status", "aria-live": "polite",
            Tile { face: Face::Glyph(glyph), tone }
            div { class: "min-w-0",
                p { class: "s-lead", "{title}" }
                p { class: "s-meta mt-0.5", "{text}" }
            }
        }
        if let Some(load) = centre.loading {
            Loading { load }
        }
        Ages { stock: centre.ages.stock, prices: centre.ages.prices, today }
    }
}

struct Told {
    title: String,
    text: String,
    glyph: Glyph,
    tone: Tone,
}

fn told(connection: &SyncConnection, count: usize, today: NaiveDate) -> Told {
    let safe = match count {
        0 => tr!("sync-none-text"),
        count => tr!("sync-safe-leaves", count: count),
    };
    let last = |at: &Option<DateTime<FixedOffset>>| match at {
        Some(at) => tr!("sync-last", time: moment(*at, today)),
        None => tr!("sync-never"),
    };
    let sentence = |id: &'static str, args: &[(&'static str, String)]| {
        let args: Vec<(String, String)> =
            args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        words_of(id, &args)
    };
    match connection {
        SyncConnection::NotEnrolled => Told {
            title: tr!("sync-alone"),
            text: tr!("sync-alone-text"),
            glyph: Glyph::CloudOff,
            tone: Tone::Quiet,
        },
        SyncConnection::Idle { last_round } if count == 0 => Told {
            title: tr!("strip-nothing"),
            text: last(last_round),
            glyph: Glyph::ShieldCheck,
            tone: Tone::Quiet,
        },
        SyncConnection::Idle { last_round } => {
            Told { title: last(last_round), text: safe, glyph: Glyph::Clock, tone: Tone::Waiting }
        }
        SyncConnection::Sending => Told {
            title: tr!("sync-sending"),
            text: safe,
            glyph: Glyph::ArrowUp,
            tone: Tone::Sending,
        },
        SyncConnection::Fetching => Told {
            title: tr!("sync-fetching"),
            text: tr!("sync-fetching-text"),
            glyph: Glyph::RotateCcw,
            tone: Tone::Sending,
        },
        SyncConnection::Offline { last_round } => Told {
            title: match last_round {
                Some(at) => tr!("sync-offline-since", time: moment(*at, today)),
                None => tr!("sync-offline"),
            },
            text: safe,
            glyph: Glyph::CloudOff,
            tone: Tone::Waiting,
        },
        SyncConnection::Paused { message_id, args, until, needs_office } => Told {
            title: sentence(message_id, args),
            text: match needs_office {
                true => tr!("sync-paused-office"),
                false => tr!("sync-paused-until", time: moment(*until, today)),
            },
            glyph: if *needs_office { Glyph::Hand } else { Glyph::Clock },
            tone: if *needs_office { Tone::Hand } else { Tone::Waiting },
        },
        SyncConnection::Trouble { message_id, args, last_round } => Told {
            title: sentence(message_id, args),
            text: format!("{} {}", safe, last(last_round)),
            glyph: Glyph::CircleAlert,
            tone: Tone::Waiting,
        },
    }
}

/// The first load: how much is here, how long it takes, and that selling need not wait for it.
#[component]
pub fn Loading(load: LoadView) -> Element {
    let left = load.time_left.map(|left| left.as_secs().div_ceil(60)).unwrap_or_default();
    let percent = f64::from(load.thousandths) / 10.0;
    rsx! {
        section { class: "s-pad pb-3",
            div { class: "s-card p-4",
                p { class: "s-lead", {tr!("load-title")} }
                div {
                    class: "h-2 mt-3 rounded-full bg-base-300 overflow-hidden",
                    role: "progressbar",
                    "aria-label": tr!("load-title"),
                    "aria-valuemin": "0",
                    "aria-valuemax": "1000",
                    "aria-valuenow": "{load.thousandths}",
                    div { class: "h-full bg-primary", style: "width: {percent}%" }
                }
                p { class: "s-meta mt-2 s-num",
                    {tr!("load-count", done: load.done.to_string(), total: load.total.to_string())}
                    if left > 0 {
                        " · "
                        {tr!("load-left", count: left)}
                    }
                }
                p { class: "s-meta mt-1",
                    if load.can_sell { {tr!("load-can-sell")} } else { {tr!("load-not-yet")} }
                }
            }
        }
    }
}

/// How old stock and prices are; a warning where the company no longer sells by them.
#[component]
pub fn Ages(stock: Option<AgeView>, prices: Option<AgeView>, today: NaiveDate) -> Element {
    let old = |age: &Option<AgeView>| age.as_ref().is_some_and(|age| age.too_old);
    let warned = old(&stock) || old(&prices);
    let said: Vec<String> = [
        stock.map(|age| tr!("sync-age-stock", time: moment(age.at, today))),
        prices.map(|age| tr!("sync-age-prices", time: moment(age.at, today))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if said.is_empty() {
        return rsx! {};
    }
    let said = said.join(" · ");
    rsx! {
        div { class: "s-pad pb-3",
            if warned {
                Note { glyph: Glyph::TriangleAlert, tone: Tone::Waiting, title: tr!("sync-age-old"), text: said }
            } else {
                p { class: "s-meta", "{said}" }
            }
        }
    }
}
