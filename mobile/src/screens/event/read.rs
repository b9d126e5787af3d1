//! Somebody else's entry, to read.

use super::people::kind;
use crate::components::*;
use crate::format::dates;
use crate::tr;
use chrono::NaiveDateTime;
use dioxus::prelude::*;
use satchel_app::views::{EventDetail, EventForm, EventRepeat, OfficeTime};

#[component]
pub fn Read(
    detail: EventDetail,
    on_customer: EventHandler<String>,
    on_back: EventHandler<()>,
) -> Element {
    let form = detail.form.clone();
    let customer = detail.customer.clone();
    rsx! {
        Screen {
            Head { title: tr!("event-title"), on_back }
            Body { padded: true,
                div { class: "grid gap-3 pt-2 pb-5",
                    h2 { class: "s-title", bdi { "{form.subject}" } }
                    p { {span(&form)} }
                    if form.repeat != EventRepeat::Never {
                        p { class: "s-meta", {repeat_word(form.repeat)} }
                    }
                    if let Some(office) = detail.office {
                        OfficeLine { office }
                    }
                    for person in form.participants {
                        p { key: "{person.doctype}{person.name}",
                            span { class: "s-meta", {kind(&person)} }
                            " "
                            bdi { "{person.label}" }
                        }
                    }
                    if !form.description.is_empty() {
                        p { class: "whitespace-pre-line", bdi { "{form.description}" } }
                    }
                    Note {
                        glyph: Glyph::Lock,
                        tone: Tone::Quiet,
                        text: tr!("event-not-yours", owner: detail.owner.clone()),
                    }
                }
            }
            if !customer.is_empty() {
                Foot {
                    Action {
                        label: tr!("event-to-customer"),
                        on_press: move |()| on_customer.call(customer.clone()),
                    }
                }
            }
        }
    }
}

/// From when until when.
pub fn span(form: &EventForm) -> String {
    let Some(start) = form.starts_on else { return String::new() };
    let end = form.ends_on.filter(|end| *end > start);
    match (form.all_day, end) {
        (true, Some(end)) if end.date() > start.date() => tr!(
            "calendar-between",
            from: dates::short(start.date()),
            until: dates::short(end.date())
        ),
        (true, _) => format!("{} · {}", dates::long(start.date()), tr!("agenda-all-day")),
        (false, end) => format!("{} · {}", dates::long(start.date()), hours(start, end)),
    }
}

fn hours(start: NaiveDateTime, end: Option<NaiveDateTime>) -> String {
    match end {
        None => dates::time(start.time()),
        Some(end) => {
            let until = match end.date() == start.date() {
                true => dates::time(end.time()),
                false => format!("{} {}", dates::short(end.date()), dates::time(end.time())),
            };
            tr!("calendar-between", from: dates::time(start.time()), until: until)
        }
    }
}

/// How it repeats, in words.
pub fn repeat_word(repeat: EventRepeat) -> String {
    match repeat {
        EventRepeat::Never => tr!("event-repeat-never"),
        EventRepeat::Daily => tr!("event-repeat-daily"),
        EventRepeat::Weekly => tr!("event-repeat-weekly"),
        EventRepeat::Monthly => tr!("event-repeat-monthly"),
        EventRepeat::Quarterly => tr!("event-repeat-quarterly"),
        EventRepeat::HalfYearly => tr!("event-repeat-half-yearly"),
        EventRepeat::Yearly => tr!("event-repeat-yearly"),
    }
}

/// When it is by the office's clock.
#[component]
pub fn OfficeLine(office: OfficeTime) -> Element {
    rsx! {
        p { class: "s-meta",
            {tr!(
                "event-office",
                zone: office.zone.replace('_', " "),
                date: dates::short(office.starts_on.date()),
                time: hours(office.starts_on, office.ends_on),
            )}
        }
    }
}
