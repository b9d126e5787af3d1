//! What the office made of an order.

use crate::components::*;
use crate::format::money;
use crate::i18n::words_of;
use crate::screens::sync::reason_words;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{BookedView, DifferenceView};

/// Its name at the office, and both figures where they are not the same.
#[component]
pub fn Booked(booked: BookedView) -> Element {
    rsx! {
        div { class: "s-pad grid gap-3 pt-3",
            p { class: "s-meta wrap-anywhere",
                if booked.submitted {
                    {tr!("booked-submitted", name: booked.name.clone())}
                } else {
                    {tr!("booked-draft", name: booked.name.clone())}
                }
            }
            if !booked.said.is_empty() {
                Note {
                    glyph: Glyph::MessageSquareText,
                    tone: Tone::Hand,
                    title: tr!("order-detail-office-says"),
                    text: booked.said,
                }
            }
            if let Some(reason) = &booked.reason {
                Note { glyph: Glyph::Hand, tone: Tone::Hand, text: reason_words(reason) }
            }
            if let Some(difference) = booked.difference {
                Difference { difference }
            }
        }
    }
}

#[component]
fn Difference(difference: DifferenceView) -> Element {
    let DifferenceView { promised, booked, reason, args } = difference;
    let args: Vec<(String, String)> =
        args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    rsx! {
        div { class: "s-note is-waiting", role: "alert",
            Icon { glyph: Glyph::TriangleAlert }
            div { class: "min-w-0 flex-1",
                p { class: "font-semibold", {tr!("booked-difference")} }
                p { class: "flex justify-between gap-3",
                    span { {tr!("booked-promised")} }
                    span { class: "s-num", {money(promised.amount, &promised.currency)} }
                }
                p { class: "flex justify-between gap-3",
                    span { {tr!("booked-booked")} }
                    span { class: "s-num", {money(booked.amount, &booked.currency)} }
                }
                p { class: "wrap-anywhere mt-1", {words_of(reason, &args)} }
            }
        }
    }
}
