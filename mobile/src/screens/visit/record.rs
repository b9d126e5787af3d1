//! What makes the record of a visit one to rely on, in words.

use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{LinkView, VisitRecord};
use satchel_domain::visits::{Break, Moment};

/// Whether the record is whole, and the links of its chain for whoever wants to compare.
#[component]
pub fn Record(record: VisitRecord) -> Element {
    rsx! {
        Section { title: tr!("visit-record") }
        div { class: "s-pad grid gap-3",
            if let Some(broken) = record.broken {
                Note { glyph: Glyph::TriangleAlert, tone: Tone::Hand, text: broken_words(broken) }
            } else if record.links.is_empty() {
                p { class: "s-meta", {tr!("visit-record-none")} }
            } else {
                Note { glyph: Glyph::ShieldCheck, text: tr!("visit-record-whole") }
            }
            if let Some(ahead) = record.clock_ahead_min {
                p { class: "s-meta",
                    if ahead > 0 {
                        {tr!("order-detail-clock-ahead", minutes: ahead)}
                    } else {
                        {tr!("order-detail-clock-behind", minutes: ahead.saturating_abs())}
                    }
                }
            }
            for link in record.links {
                Link { key: "{link.hash}", link, device: record.device.clone() }
            }
        }
    }
}

#[component]
fn Link(link: LinkView, device: String) -> Element {
    let end = match link.moment {
        Moment::CheckIn => tr!("visit-arrived"),
        Moment::CheckOut => tr!("visit-left"),
    };
    rsx! {
        div {
            p { class: "s-meta",
                {tr!("visit-link", end: end, number: link.number, device: device)}
            }
            p { class: "s-cap s-code wrap-anywhere", dir: "ltr", "{link.hash}" }
        }
    }
}

/// What is wrong with a record, as everybody who sees it should read it.
pub fn broken_words(broken: Break) -> String {
    match broken {
        Break::Changed => tr!("visit-broken-changed"),
        Break::Missing => tr!("visit-broken-missing"),
        Break::Elsewhere => tr!("visit-broken-elsewhere"),
    }
}
