//! The plan of the day on Today: the stops to come, those that were made, those that were missed, and whom
//! the rep stands near.

use super::{Deed, Way};
use crate::components::*;
use crate::format::{dates, distance};
use crate::tr;
use chrono::NaiveDate;
use dioxus::prelude::*;
use satchel_app::views::{MissedVisit, NearVisit, VisitDone, VisitStop};

/// Columns of a line that begins with a time.
pub const WITH_TIME: &str = "grid-template-columns:3rem minmax(0,1fr) auto";

/// A stop to come.
#[component]
pub fn Stop(stop: VisitStop, on_way: EventHandler<Way>) -> Element {
    let at = stop.at.map(dates::time).unwrap_or_default();
    let far = stop.distance_m.map(distance);
    rsx! {
        button {
            class: "s-row",
            r#type: "button",
            style: WITH_TIME,
            onclick: move |_| on_way.call(Way::Customer(stop.customer.clone())),
            span { class: "s-meta self-start pt-px font-medium", "{at}" }
            span { class: "min-w-0",
                span { class: "s-name block s-line1", bdi { "{stop.customer_name}" } }
                span { class: "s-meta block s-line1", bdi { "{stop.place}" } }
            }
            span { class: "s-end",
                if let Some(far) = far {
                    span { class: "s-num s-meta", "{far}" }
                }
                if stop.past {
                    StateWord { word: tr!("today-past"), glyph: Glyph::Clock, tone: Tone::Waiting }
                }
            }
        }
    }
}

/// The visits that are over, each with its note.
#[component]
pub fn Visited(visits: Vec<VisitDone>, on_way: EventHandler<Way>) -> Element {
    if visits.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: tr!("today-visited") }
        div { class: "s-rows", style: "--from:4.75rem",
            for visit in visits {
                button {
                    key: "{visit.uid}",
                    class: "s-row",
                    r#type: "button",
                    style: WITH_TIME,
                    onclick: {
                        let uid = visit.uid.clone();
                        move |_| on_way.call(Way::Visit(uid.clone()))
                    },
                    span { class: "s-meta self-start pt-px font-medium", {dates::time(visit.from.time())} }
                    span { class: "min-w-0",
                        span { class: "s-name block s-line1", bdi { "{visit.customer_name}" } }
                        span { class: "s-meta block s-line1",
                            {tr!("today-until", time: dates::time(visit.until.time()))}
                            if !visit.note.is_empty() {
                                " · "
                                bdi { "{visit.note}" }
                            }
                        }
                    }
                    span { class: "s-end", Icon { glyph: Glyph::ChevronRight, class: "s-chev" } }
                }
            }
        }
    }
}

/// Planned visits of the last days that nobody made.
#[component]
pub fn Missed(visits: Vec<MissedVisit>, date: NaiveDate, on_way: EventHandler<Way>) -> Element {
    if visits.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: tr!("today-missed") }
        Rows {
            for visit in visits {
                Row {
                    key: "{visit.event}{visit.day}",
                    lead: rsx! { Tile { face: Face::Glyph(Glyph::CalendarDays), tone: Tone::Waiting } },
                    name: visit.customer_name.clone(),
                    meta: rsx! { {missed_words(&visit, date)} },
                    end: rsx! { Icon { glyph: Glyph::ChevronRight, class: "s-chev" } },
                    on_press: {
                        let customer = visit.customer.clone();
                        move |()| on_way.call(Way::Customer(customer.clone()))
                    },
                }
            }
        }
    }
}

fn missed_words(visit: &MissedVisit, date: NaiveDate) -> String {
    let day = dates::near(visit.day, date);
    match visit.at {
        Some(at) => tr!("today-missed-at", day: day, time: dates::time(at)),
        None => tr!("today-missed-day", day: day),
    }
}

/// Quietly: the rep stands at somebody's door, and may check in.
#[component]
pub fn Near(near: NearVisit, on_way: EventHandler<Way>, on_deed: EventHandler<Deed>) -> Element {
    let planned = !near.event.is_empty();
    let (customer, event, open) = (near.customer.clone(), near.event.clone(), near.customer);
    rsx! {
        section { class: "s-pad pt-4", "aria-label": tr!("today-near"),
            div { class: "s-note items-center", style: "grid-template-columns:auto minmax(0,1fr) auto",
                Icon { glyph: Glyph::MapPin }
                button {
                    class: "min-w-0 flex-1 text-start min-h-12",
                    r#type: "button",
                    onclick: move |_| on_way.call(Way::Customer(open.clone())),
                    span { class: "s-name block s-line1", bdi { "{near.customer_name}" } }
                    span { class: "s-meta block",
                        {tr!("today-near-away", distance: distance(near.distance_m))}
                        if planned {
                            " · "
                            {tr!("today-near-planned")}
                        }
                    }
                }
                Button {
                    label: tr!("visit-check-in"),
                    kind: ButtonKind::Soft,
                    on_press: move |()| on_deed.call(Deed::CheckIn(customer.clone(), event.clone())),
                }
            }
        }
    }
}
