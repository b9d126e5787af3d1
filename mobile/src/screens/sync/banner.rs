//! How things stand with the site, in one sentence and what it means.

use super::load::{Downloading, Loading};
use crate::components::*;
use crate::format::dates::moment;
use crate::i18n::words_of;
use crate::screens::ages::{AgesText, Told as AgesTold};
use crate::tr;
use chrono::{DateTime, FixedOffset, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::{OutgoingRow, OutgoingState, SyncCentre, SyncConnection};

/// The banner: the connection, and the first load while it goes on.
#[component]
pub fn Banner(centre: SyncCentre, today: NaiveDate) -> Element {
    let Told { title, text, glyph, tone } = told(&centre, today);
    // The banner says it then.
    let titled = centre.connection != SyncConnection::Fetching;
    rsx! {
        section { class: "s-pad pt-1 pb-3 flex gap-3", role: "status", "aria-live": "polite",
            Tile { face: Face::Glyph(glyph), tone }
            div { class: "min-w-0",
                p { class: "s-lead", "{title}" }
                p { class: "s-meta mt-0.5", "{text}" }
            }
        }
        if let Some(download) = centre.download {
            Downloading { download, titled }
        } else if let Some(load) = centre.loading {
            Loading { load, titled, no_file: centre.no_file }
        }
        AgesText { ages: centre.ages, told: AgesTold::Always, today }
    }
}

struct Told {
    title: String,
    text: String,
    glyph: Glyph,
    tone: Tone,
}

fn told(centre: &SyncCentre, today: NaiveDate) -> Told {
    let connection = &centre.connection;
    let leaving = centre.sending.len() + centre.waiting.len();
    let handed = |row: &&OutgoingRow| row.state == OutgoingState::NeedsHand;
    let hands = centre.needs_hand.iter().filter(handed).count() + centre.conflicts.len();
    let safe = match (leaving, hands) {
        (0, 0) => tr!("sync-none-text"),
        (0, _) => tr!("sync-hand-text"),
        (leaving, _) => tr!("sync-safe-leaves", count: leaving),
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
        SyncConnection::Idle { .. } if hands > 0 => Told {
            title: tr!("sync-hand", count: hands),
            text: safe,
            glyph: Glyph::Hand,
            tone: Tone::Hand,
        },
        SyncConnection::Idle { last_round } if leaving == 0 => Told {
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
            title: match centre.is_first_load() {
                true => tr!("load-title"),
                false => tr!("sync-fetching"),
            },
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
