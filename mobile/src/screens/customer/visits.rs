//! The visits of a customer: to come, missed, made.

use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::{NaiveDate, NaiveDateTime};
use dioxus::prelude::*;
use satchel_app::views::{CustomerVisit, VisitState};

/// Newest first. One that was made leads to its record.
#[component]
pub fn Visits(
    visits: Vec<CustomerVisit>,
    today: NaiveDate,
    on_visit: EventHandler<String>,
) -> Element {
    if visits.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: tr!("customer-visits") }
        Rows {
            for (place, visit) in visits.into_iter().enumerate() {
                Row {
                    key: "{place}",
                    lead: rsx! { Tile { face: Face::Glyph(Glyph::MapPin), tone: tone(visit.state) } },
                    name: when(&visit, today),
                    meta: (!visit.note.is_empty()).then(|| rsx! { bdi { "{visit.note}" } }),
                    end: rsx! { State { visit: visit.clone() } },
                    on_press: (!visit.uid.is_empty()).then(|| {
                        let uid = visit.uid.clone();
                        EventHandler::new(move |()| on_visit.call(uid.clone()))
                    }),
                }
            }
        }
    }
}

fn when(visit: &CustomerVisit, today: NaiveDate) -> String {
    let day = dates::near(visit.at.date(), today);
    let time = |at: NaiveDateTime| dates::time(at.time());
    match visit.until {
        Some(until) => {
            tr!("visit-from-until", day: day, from: time(visit.at), until: time(until))
        }
        None if visit.all_day => day,
        None => format!("{day} {}", time(visit.at)),
    }
}

fn tone(state: VisitState) -> Tone {
    match state {
        VisitState::Missed => Tone::Waiting,
        VisitState::Open => Tone::Rule,
        VisitState::Planned | VisitState::Done => Tone::Quiet,
    }
}

#[component]
fn State(visit: CustomerVisit) -> Element {
    match visit.state {
        VisitState::Missed => rsx! {
            StateWord { word: tr!("visit-missed"), glyph: Glyph::CircleAlert, tone: Tone::Waiting }
        },
        VisitState::Planned => rsx! {
            StateWord { word: tr!("visit-planned"), glyph: Glyph::CalendarDays }
        },
        VisitState::Open => rsx! {
            StateWord { word: tr!("visit-goes-on"), glyph: Glyph::MapPin, tone: Tone::Rule }
        },
        VisitState::Done => rsx! { Icon { glyph: Glyph::ChevronRight, class: "s-chev" } },
    }
}
