//! What a visit of the team looks like.

use super::pictures::{Pictures, Seen};
use crate::ask::Asked;
use crate::components::*;
use crate::format::{self, dates, links};
use crate::screens::team::words::{flag_glyph, flag_why, flag_words, minutes, sums};
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::{TeamEvidence, TeamPicture, TeamVisitView};

#[component]
pub fn View(
    shown: Asked<TeamVisitView>,
    /// Its pictures, each with how far it is.
    pictures: Vec<(TeamPicture, Seen)>,
    on_again: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let (title, sub) = match &shown {
        Asked::Ready(visit) => {
            let at = visit.line.from;
            let when = format!("{} · {}", dates::short(at.date_naive()), dates::time(at.time()));
            (visit.line.customer_name.clone(), format!("{} · {when}", visit.name))
        }
        _ => (tr!("team-visit"), String::new()),
    };
    let sub = (!sub.is_empty()).then(|| rsx! { bdi { "{sub}" } });
    rsx! {
        Screen {
            Head { title, sub, on_back }
            Body {
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 5 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("team-failed"), text: problem.words() }
                    },
                    Asked::Ready(visit) => rsx! { Shown { visit, pictures, on_again } },
                }
                div { class: "h-6" }
            }
        }
    }
}

#[component]
fn Shown(
    visit: TeamVisitView,
    pictures: Vec<(TeamPicture, Seen)>,
    on_again: EventHandler<()>,
) -> Element {
    rsx! {
        Doubts { visit: visit.clone() }
        Facts { visit: visit.clone() }
        if !visit.orders.is_empty() {
            Section { title: tr!("orders-title") }
            Rows { full: true,
                for order in visit.orders.iter() {
                    Row {
                        key: "{order.name}",
                        name: if order.receipt_no.is_empty() { order.name.clone() } else { order.receipt_no.clone() },
                        code: true,
                        meta: order.at.map(|at| rsx! { {dates::time(at.time())} }),
                        end: rsx! { span { class: "s-num", {sums(std::slice::from_ref(&order.total))} } },
                    }
                }
            }
        }
        if !pictures.is_empty() {
            Pictures { pictures, on_again }
        }
        Evidence { visit }
    }
}

/// What looks wrong, each with why it is asked.
#[component]
fn Doubts(visit: TeamVisitView) -> Element {
    if visit.line.flags.is_empty() {
        return rsx! {
            div { class: "s-pad pt-2",
                Note { glyph: Glyph::ShieldCheck, text: tr!("team-nothing-wrong") }
            }
        };
    }
    rsx! {
        div { class: "s-pad pt-2 grid gap-2",
            for (place, flag) in visit.line.flags.iter().enumerate() {
                Note {
                    key: "{place}",
                    glyph: flag_glyph(flag),
                    tone: Tone::Hand,
                    title: flag_words(flag),
                    text: flag_why(flag),
                }
            }
        }
    }
}

#[component]
fn Facts(visit: TeamVisitView) -> Element {
    let line = &visit.line;
    let stay = match line.until {
        Some(until) => {
            let passed = until.signed_duration_since(line.from).num_minutes();
            let long = minutes(u32::try_from(passed).unwrap_or_default());
            format!("{} – {} · {long}", dates::time(line.from.time()), dates::time(until.time()))
        }
        None => tr!("team-still-there", time: dates::time(line.from.time())),
    };
    let planned = if line.planned { tr!("team-planned") } else { tr!("team-unplanned") };
    rsx! {
        Section { title: tr!("team-visit") }
        dl { class: "s-pad grid gap-2",
            Fact { name: tr!("team-stay"), text: stay }
            Fact { name: tr!("team-plan"), text: planned }
            if !visit.territory.is_empty() {
                Fact { name: tr!("team-territory"), text: visit.territory.clone() }
            }
            if let Some(metres) = visit.distance_m {
                Fact { name: tr!("team-distance"), text: format::distance(metres) }
            }
            match (line.degrees, visit.accuracy_m) {
                (Some((north, east)), accuracy) => {
                    let near = accuracy.map(|m| tr!("team-accuracy", metres: m.to_string()));
                    rsx! {
                        div {
                            dt { class: "s-meta", {tr!("team-position")} }
                            dd {
                                a { class: "s-btn is-text px-0!", href: links::map(Some(&(north.to_string(), east.to_string())), &[]),
                                    bdi { dir: "ltr", "{north:.5}, {east:.5}" }
                                }
                                if let Some(near) = near {
                                    span { class: "s-meta", " {near}" }
                                }
                            }
                        }
                    }
                }
                (None, _) => rsx! { Fact { name: tr!("team-position"), text: tr!("position-none") } },
            }
            Fact { name: tr!("team-sold"), text: sums(&line.sold) }
            if !visit.notes.is_empty() {
                Fact { name: tr!("team-notes"), text: visit.notes.clone() }
            }
        }
    }
}

#[component]
fn Fact(name: String, text: String) -> Element {
    rsx! {
        div {
            dt { class: "s-meta", "{name}" }
            dd { class: "wrap-anywhere", bdi { "{text}" } }
        }
    }
}

/// The links of the chain, and the fields that do not say what is sealed.
#[component]
fn Evidence(visit: TeamVisitView) -> Element {
    rsx! {
        Section { title: tr!("team-evidence") }
        if visit.evidence.is_empty() {
            p { class: "s-pad s-meta", {tr!("team-evidence-none")} }
        }
        if !visit.changed.is_empty() {
            p { class: "s-pad pb-2 text-hand", role: "alert",
                {tr!("team-evidence-changed")}
                " "
                span { class: "s-code wrap-anywhere", {visit.changed.join(", ")} }
            }
        }
        for link in visit.evidence {
            Sealed { key: "{link.number}", link }
        }
    }
}

#[component]
fn Sealed(link: TeamEvidence) -> Element {
    let name = if link.leaving { tr!("team-check-out") } else { tr!("team-check-in") };
    let time = link.at.format("%H:%M:%S").to_string();
    let simulated = match link.simulated {
        Some(true) => tr!("team-simulated-yes"),
        Some(false) => tr!("team-simulated-no"),
        None => tr!("team-simulated-unknown"),
    };
    let clock = match link.clock_ahead_s {
        Some(seconds) => {
            let text = format::figure(Decimal::from(seconds), 0);
            tr!("team-clock-wrong", seconds: text)
        }
        None => tr!("team-clock-right"),
    };
    rsx! {
        div { class: "s-pad pb-3",
            p { class: "s-name", "{name} · " bdi { dir: "ltr", "{time}" } }
            p { class: "s-meta",
                {tr!("team-link", number: link.number.to_string(), device: link.device.clone())}
            }
            p { class: "s-meta", "{clock} · {simulated}" }
            p { class: "s-cap s-code wrap-anywhere", dir: "ltr", "SHA-256 {link.hash}" }
        }
    }
}
