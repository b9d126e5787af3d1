//! What the screen looks like.

use crate::ask::Asked;
use crate::components::*;
use crate::format::{dates, money};
use crate::screens::states::OrderStateWord;
use crate::{key, tr};
use chrono::{DateTime, FixedOffset, NaiveDate};
use dioxus::prelude::*;
use satchel_app::views::WaitingRow;
use satchel_domain::orders::OrderState;

#[component]
pub fn View(
    shown: Asked<Vec<WaitingRow>>,
    today: NaiveDate,
    on_back: EventHandler<()>,
    on_open: EventHandler<String>,
    on_backup: EventHandler<()>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("sync-title"), on_back }
            Body {
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 6 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("sync-failed"), text: problem.words() }
                    },
                    Asked::Ready(rows) => rsx! { Waiting { rows, today, on_open } },
                }
            }
            Foot {
                Button {
                    label: tr!("sync-backup"),
                    glyph: Glyph::HardDriveDownload,
                    class: "w-full",
                    on_press: on_backup,
                }
            }
        }
    }
}

#[component]
fn Waiting(rows: Vec<WaitingRow>, today: NaiveDate, on_open: EventHandler<String>) -> Element {
    let count = rows.len();
    let (refused, waiting): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| row.state == OrderState::NeedsHand);
    rsx! {
        section { class: "s-pad pt-1 pb-3 flex gap-3", "aria-live": "polite",
            Tile {
                face: Face::Glyph(if count == 0 { Glyph::ShieldCheck } else { Glyph::CloudOff }),
                tone: if count == 0 { Tone::Quiet } else { Tone::Waiting },
            }
            div { class: "min-w-0",
                p { class: "s-lead",
                    if count == 0 { {tr!("strip-nothing")} } else { {tr!("sync-safe", count: count)} }
                }
                p { class: "s-meta mt-0.5",
                    if count == 0 { {tr!("sync-none-text")} } else { {tr!("sync-safe-text")} }
                }
            }
        }
        for (place, row) in refused.into_iter().enumerate() {
            Refused { key: "r{place}", row, today, on_open }
        }
        if !waiting.is_empty() {
            Section { title: tr!("state-waiting"), note: tr!("sync-things", count: waiting.len()) }
            Rows {
                for (place, row) in waiting.into_iter().enumerate() {
                    Line { key: "w{place}", row, today, on_open }
                }
            }
        }
        div { class: "h-6" }
    }
}

/// `10:52`; with the day where it is not today.
fn moment(at: DateTime<FixedOffset>, today: NaiveDate) -> String {
    let time = dates::time(at.time());
    if at.date_naive() == today {
        return time;
    }
    format!("{} {time}", dates::near(at.date_naive(), today))
}

#[component]
fn Refused(row: WaitingRow, today: NaiveDate, on_open: EventHandler<String>) -> Element {
    let name = if row.customer_name.is_empty() { &row.title } else { &row.customer_name };
    let due = row.due.as_ref().map(|due| money(due.amount, &due.currency));
    let uid = row.uid.clone();
    rsx! {
        div { class: "s-pad pb-3",
            div { class: "s-card p-4",
                div { class: "flex justify-between gap-3",
                    OrderStateWord { state: row.state }
                    span { class: "s-meta", {moment(row.at, today)} }
                }
                div { class: "flex justify-between gap-3 mt-1.5",
                    h2 { class: "s-lead min-w-0 s-line2", bdi { "{name}" } }
                    if let Some(due) = due {
                        span { class: "s-lead s-num shrink-0", "{due}" }
                    }
                }
                p { class: "s-meta s-code", "{row.title}" }
                if !row.refusal.is_empty() {
                    p { class: "s-note is-hand mt-3", bdi { class: "wrap-anywhere", "{row.refusal}" } }
                }
                if !uid.is_empty() {
                    Button {
                        label: tr!("sync-look"),
                        kind: ButtonKind::Soft,
                        class: "mt-3",
                        on_press: move |()| on_open.call(uid.clone()),
                    }
                }
            }
        }
    }
}

/// What a document is called, and its drawing.
fn kind(doctype: &str) -> (&'static str, Glyph) {
    match doctype {
        "Sales Order" => (key!("sync-order"), Glyph::ReceiptText),
        "Customer" => (key!("sync-customer"), Glyph::UserRound),
        "Address" => (key!("sync-address"), Glyph::MapPin),
        "Contact" => (key!("sync-contact"), Glyph::Phone),
        _ => (key!("sync-visit"), Glyph::MapPin),
    }
}

#[component]
fn Line(row: WaitingRow, today: NaiveDate, on_open: EventHandler<String>) -> Element {
    let (word, glyph) = kind(&row.doctype);
    let due = row.due.as_ref().map(|due| money(due.amount, &due.currency));
    let order = !row.uid.is_empty();
    let name = match (order, row.customer_name.is_empty()) {
        (true, false) => format!("{} · {}", row.title, row.customer_name),
        (false, false) => row.customer_name.clone(),
        _ => row.title.clone(),
    };
    let uid = row.uid.clone();
    let open = EventHandler::new(move |()| on_open.call(uid.clone()));
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(glyph) } },
            name,
            meta: rsx! { {tr!(word)} " · " {moment(row.at, today)} },
            end: rsx! {
                if let Some(due) = due {
                    span { class: "s-num", "{due}" }
                }
                if row.state != OrderState::Waiting {
                    OrderStateWord { state: row.state }
                }
            },
            on_press: order.then_some(open),
        }
    }
}
