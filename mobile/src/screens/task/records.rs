//! What was done on a task: its photos, and what each technician reported.

use super::Deed;
use super::place::status_word;
use crate::components::*;
use crate::format::{dates, figure};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{AttachedView, HistoryRow};

/// Photos and signatures, each with whether the office has it, and the way to add one.
#[component]
pub fn Photos(files: Vec<AttachedView>, on_deed: EventHandler<Deed>) -> Element {
    rsx! {
        Section { title: tr!("task-photos") }
        if !files.is_empty() {
            Rows {
                for (place, file) in files.into_iter().enumerate() {
                    File { key: "{place}", file }
                }
            }
        }
        div { class: "s-pad pt-2",
            PictureButton {
                label: tr!("task-add-photo"),
                on_picture: move |content| on_deed.call(Deed::Picture(content)),
            }
        }
    }
}

#[component]
fn File(file: AttachedView) -> Element {
    // Photos are JPEG, PNG or WebP; a signature is drawn.
    let glyph = if file.file_name.ends_with(".svg") { Glyph::Signature } else { Glyph::Image };
    let megabytes = (Decimal::from(file.bytes) / Decimal::from(1_000_000)).max(Decimal::new(1, 1));
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(glyph) } },
            name: file.file_name,
            meta: rsx! { {tr!("order-detail-picture-size", size: figure(megabytes, 1))} },
            end: rsx! {
                if file.there {
                    StateWord { word: tr!("order-detail-picture-there"), glyph: Glyph::Check, tone: Tone::Rule }
                } else {
                    StateWord { word: tr!("state-waiting"), glyph: Glyph::Clock, tone: Tone::Waiting }
                }
            },
        }
    }
}

/// What was reported, the newest first.
#[component]
pub fn Reported(rows: Vec<HistoryRow>, today: NaiveDate, on_note: EventHandler<()>) -> Element {
    rsx! {
        Section { title: tr!("task-history"), action: tr!("task-add-note"), on_action: on_note }
        if rows.is_empty() {
            p { class: "s-pad s-meta", {tr!("task-no-history")} }
        }
        ol { class: "s-rows is-full",
            for (place, row) in rows.into_iter().enumerate() {
                li { key: "{place}", class: "s-row is-plain is-top",
                    span { class: "min-w-0",
                        span { class: "s-name block wrap-anywhere", bdi { {said(&row)} } }
                        if !row.note.is_empty() {
                            span { class: "block wrap-anywhere", bdi { "{row.note}" } }
                        }
                        span { class: "s-meta block",
                            bdi { "{row.by}" }
                            " · "
                            {dates::moment(row.at, today)}
                        }
                        if row.apart {
                            span { class: "s-cap block text-waiting!", {tr!("task-apart")} }
                        }
                    }
                }
            }
        }
    }
}

/// The report in words.
fn said(row: &HistoryRow) -> String {
    let progress = row.progress.map(|done| tr!("tasks-done", percent: done.to_string()));
    let status = row.status.map(status_word);
    let parts: Vec<String> = [progress, status].into_iter().flatten().collect();
    if parts.is_empty() { tr!("task-said-note") } else { parts.join(" · ") }
}
