//! What an invitation looks like.

use crate::ask::Problem;
use crate::components::*;
use crate::i18n::words_of;
use crate::screens::event::{repeat_word, span};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{EventRepeat, InvitedEvent};

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// No file was chosen.
    Nothing,
    /// It is being read.
    Reading,
    /// These are in it.
    Events(Vec<InvitedEvent>),
    /// It was not read, or an entry was not taken.
    Wrong(Problem),
}

#[component]
pub fn View(
    shown: Shown,
    /// The places of the entries that were taken.
    added: Vec<usize>,
    on_file: EventHandler<Vec<u8>>,
    on_add: EventHandler<usize>,
    on_calendar: EventHandler<NaiveDate>,
    on_back: EventHandler<()>,
) -> Element {
    let last = match &shown {
        Shown::Events(events) => added
            .last()
            .and_then(|place| events.get(*place))
            .and_then(|event| event.form.starts_on)
            .map(|at| at.date()),
        _ => None,
    };
    let take = move |file| async move {
        on_file.call(content_of(file).await.unwrap_or_default());
    };
    rsx! {
        Screen {
            Head { title: tr!("invitation-title"), on_back }
            Body { padded: true,
                div { class: "grid gap-4 pt-2 pb-5",
                    p { class: "s-meta", {tr!("invitation-text")} }
                    FileButton { label: tr!("invitation-file"), accept: ".ics,text/calendar", on_file: take }
                    match shown {
                        Shown::Nothing => rsx! {},
                        Shown::Reading => rsx! { Bones { rows: 3 } },
                        Shown::Wrong(problem) => rsx! {
                            Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                        },
                        Shown::Events(events) => rsx! {
                            for (place, event) in events.into_iter().enumerate() {
                                One { key: "{place}", place, event, taken: added.contains(&place), on_add }
                            }
                        },
                    }
                }
            }
            if let Some(day) = last {
                Foot {
                    Action { label: tr!("event-to-calendar"), on_press: move |()| on_calendar.call(day) }
                }
            }
        }
    }
}

/// An entry of the file, with what of it cannot be kept.
#[component]
fn One(place: usize, event: InvitedEvent, taken: bool, on_add: EventHandler<usize>) -> Element {
    let form = event.form;
    rsx! {
        div { class: "s-card p-4 grid gap-2",
            h2 { class: "s-lead s-line2", bdi { "{form.subject}" } }
            p { {span(&form)} }
            if form.repeat != EventRepeat::Never {
                p { class: "s-meta", {repeat_word(form.repeat)} }
            }
            if !form.description.is_empty() {
                p { class: "s-meta whitespace-pre-line wrap-anywhere max-h-48 overflow-y-auto", tabindex: "0",
                    bdi { "{form.description}" }
                }
            }
            for (nth, note) in event.notes.into_iter().enumerate() {
                Note {
                    key: "{nth}",
                    glyph: Glyph::TriangleAlert,
                    tone: Tone::Waiting,
                    text: words_of(note.message_id, &note.args.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<Vec<_>>()),
                }
            }
            if taken {
                StateWord { word: tr!("invitation-added"), glyph: Glyph::Check }
            } else {
                Button {
                    label: tr!("invitation-add"),
                    kind: ButtonKind::Accent,
                    glyph: Glyph::CalendarPlus,
                    on_press: move |()| on_add.call(place),
                }
            }
        }
    }
}
