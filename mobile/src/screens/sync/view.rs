//! What the sync centre looks like.

use super::banner::Banner;
use super::rows::{Conflict, Line, Refused};
use super::sheets::Sheets;
use super::state::{Change, State};
use crate::ask::Asked;
use crate::components::*;
use crate::platform;
use crate::screens::permit::Permit;
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{HandAction, OutgoingRow, SyncCentre, SyncConnection};
use satchel_devices::permission::Permission;

/// Something the rep does here.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Opens, closes, types, chooses.
    Change(Change),
    /// Sends and fetches at once.
    Now,
    /// A file with everything is to be made.
    Backup,
    /// What waits is to be carried by file.
    Courier,
    /// Shows an order, by uid.
    Open(String),
    /// Does something about a document.
    Act(i64, HandAction),
    /// Sends a refused document with the fields as they stand.
    MendWith(i64),
    /// Decides a conflict as chosen.
    Decide(String),
}

#[component]
pub fn View(
    shown: Asked<SyncCentre>,
    state: State,
    today: NaiveDate,
    on_back: EventHandler<()>,
    on_deed: EventHandler<Deed>,
) -> Element {
    let enrolled = match &shown {
        Asked::Ready(centre) => centre.connection != SyncConnection::NotEnrolled,
        _ => false,
    };
    let busy = match &shown {
        Asked::Ready(centre) => {
            matches!(centre.connection, SyncConnection::Sending | SyncConnection::Fetching)
        }
        _ => false,
    };
    let conflicts = match &shown {
        Asked::Ready(centre) => centre.conflicts.clone(),
        _ => Vec::new(),
    };
    rsx! {
        Screen {
            Head { title: tr!("sync-title"), on_back }
            Body {
                if platform::tells_when_closed() {
                    Permit { permission: Permission::Notifications }
                }
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 6 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("sync-failed"), text: problem.words() }
                    },
                    Asked::Ready(centre) => rsx! { Centre { centre, today, on_deed } },
                }
            }
            Foot {
                if let (Some(problem), super::state::Over::Nothing) = (state.problem.clone(), &state.over) {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                }
                if enrolled {
                    Actions {
                        Button {
                            label: tr!("sync-courier"),
                            glyph: Glyph::Share2,
                            class: "grow",
                            on_press: move |()| on_deed.call(Deed::Courier),
                        }
                        Action {
                            label: if busy { tr!("sync-working") } else { tr!("sync-now") },
                            glyph: Glyph::RotateCcw,
                            off: busy,
                            on_press: move |()| on_deed.call(Deed::Now),
                        }
                    }
                } else {
                    Button {
                        label: tr!("sync-backup"),
                        glyph: Glyph::HardDriveDownload,
                        class: "w-full",
                        on_press: move |()| on_deed.call(Deed::Backup),
                    }
                }
            }
            Sheets { state, conflicts, today, on_deed }
        }
    }
}

#[component]
fn Centre(centre: SyncCentre, today: NaiveDate, on_deed: EventHandler<Deed>) -> Element {
    let SyncCentre { sending, waiting, needs_hand, conflicts, .. } = centre.clone();
    rsx! {
        Banner { centre, today }
        for row in needs_hand {
            Refused { key: "r{row.row}", row, today, on_deed }
        }
        if !conflicts.is_empty() {
            Section { title: tr!("conflict-section"), note: tr!("sync-things", count: conflicts.len()) }
            Rows {
                for conflict in conflicts {
                    Conflict { key: "{conflict.id}", conflict, on_deed }
                }
            }
        }
        Leaving { title: tr!("state-sending"), rows: sending, today, on_deed }
        Leaving { title: tr!("state-waiting"), rows: waiting, today, on_deed }
        div { class: "h-6" }
    }
}

/// Rows that leave by themselves, under their heading; nothing where there are none.
#[component]
fn Leaving(
    title: String,
    rows: Vec<OutgoingRow>,
    today: NaiveDate,
    on_deed: EventHandler<Deed>,
) -> Element {
    if rows.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title, note: tr!("sync-things", count: rows.len()) }
        Rows {
            for row in rows {
                Line { key: "w{row.row}", row, today, on_deed }
            }
        }
    }
}
