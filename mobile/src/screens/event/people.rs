//! Choosing who takes part.

use super::state::{Change, Over};
use crate::ask::{Asked, use_ask};
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::ParticipantView;

/// What a participant is, in words.
pub fn kind(participant: &ParticipantView) -> String {
    match participant.doctype.as_str() {
        "Customer" => tr!("event-person-customer"),
        "Lead" => tr!("event-person-lead"),
        "Contact" => tr!("event-person-contact"),
        other => other.to_owned(),
    }
}

/// The sheet: customers, contacts and leads, as the phone has them.
#[component]
pub fn People(on_change: EventHandler<Change>) -> Element {
    let mut typed = use_signal(String::new);
    let found = use_ask(move || {
        let typed = typed();
        move |session: &Session| session.participants(&typed)
    });
    rsx! {
        PeopleView { found: found(), on_type: move |text| typed.set(text), on_change }
    }
}

#[component]
pub fn PeopleView(
    found: Asked<Vec<ParticipantView>>,
    on_type: EventHandler<String>,
    on_change: EventHandler<Change>,
) -> Element {
    rsx! {
        Sheet {
            title: tr!("event-person-add"),
            on_close: move |()| on_change.call(Change::Over(Over::Nothing)),
            SearchField {
                hint: tr!("event-person-hint"),
                name: tr!("event-person-hint"),
                focused: true,
                on_type,
            }
            match found {
                Asked::Loading => rsx! { Bones { rows: 3 } },
                Asked::Failed(problem) => rsx! {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                },
                Asked::Ready(people) if people.is_empty() => rsx! {
                    p { class: "s-meta py-4", role: "status", {tr!("event-person-none")} }
                },
                Asked::Ready(people) => rsx! {
                    Rows { full: true,
                        for person in people {
                            Row {
                                key: "{person.doctype}{person.name}",
                                name: person.label.clone(),
                                meta: rsx! { {kind(&person)} },
                                on_press: move |()| on_change.call(Change::Join(person.clone())),
                            }
                        }
                    }
                },
            }
        }
    }
}
