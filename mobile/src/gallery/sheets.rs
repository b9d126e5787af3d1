//! The sheets of the gallery.

use super::lines::sparkling;
use crate::components::*;
use dioxus::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    Nothing,
    Keypad,
    Why,
}

#[component]
pub fn Sheets(open: Open, on_close: EventHandler<()>) -> Element {
    match open {
        Open::Nothing => rsx! {},
        Open::Keypad => rsx! { Quantity { on_close } },
        Open::Why => rsx! { Why { on_close } },
    }
}

#[component]
fn Quantity(on_close: EventHandler<()>) -> Element {
    let mut typed = use_signal(|| "9".to_owned());
    let mut unit = use_signal(|| 1_usize);
    let error = typed.read().is_empty().then(|| "Type a quantity".to_owned());
    rsx! {
        KeypadSheet {
            title: "Pedra Alta Sparkling 1 L",
            sub: "Van 14 · warehouse 230",
            face: sparkling().face,
            figure: typed(),
            unit: "cases = 54 bottles",
            units: vec!["Bottle".to_owned(), "Case 6".to_owned(), "Layer 24".to_owned(), "Pallet".to_owned()],
            unit_at: unit(),
            error,
            hint: rsx! {
                span { class: "s-num", "4.59 each" }
                span { class: "s-was", "5.10" }
                span { class: "ms-auto",
                    Tag { text: "9 or more: 1 lemon case free", glyph: Glyph::Gift, tone: Tone::Rule }
                }
            },
            action: "Set {typed} cases",
            effect: "41.31",
            on_key: move |key: PadKey| {
                let text = key.press(&typed());
                typed.set(text);
            },
            on_unit: move |at| unit.set(at),
            on_remove: on_close,
            on_done: on_close,
            on_close,
        }
    }
}

#[component]
fn Why(on_close: EventHandler<()>) -> Element {
    let step = |glyph, tone, what: &str, about: &str, end: &str| TimelineStep {
        glyph,
        tone,
        what: what.to_owned(),
        about: about.to_owned(),
        end: end.to_owned(),
    };
    rsx! {
        Sheet {
            title: "Why 4.59?",
            sub: "Pedra Alta Sparkling 1 L · case of 6",
            lead: rsx! { Tile { face: sparkling().face } },
            foot: rsx! {
                Actions {
                    Button { label: "Discount", class: "px-5!", on_press: |()| {} }
                    Action { label: "Keep 4.59", on_press: on_close }
                }
            },
            on_close,
            Steps {
                figures: true,
                steps: vec![
                    step(Glyph::Circle, Tone::Quiet, "List price", "Retail Porto, valid since 1 April", "5.10"),
                    step(Glyph::Tag, Tone::Rule, "Summer water −10 %", "8 cases or more, until 30 June", "−0.51"),
                    step(Glyph::CircleCheck, Tone::Rule, "Price for this customer", "9 cases × 4.59 = 41.31, plus 23 % VAT", "4.59"),
                ],
            }
            Sums {
                lines: vec![
                    Sum::Line { label: "Pedra Alta Sparkling 1 L".into(), meta: Some("9 cases × 4.59".into()), figure: "41.31".into() },
                    Sum::Rule,
                    Sum::Quiet { label: "Net".into(), figure: "350.41".into() },
                    Sum::Quiet { label: "VAT 23 % on 197.11".into(), figure: "45.34".into() },
                    Sum::Grand { label: "Total".into(), figure: "€404.95".into() },
                ],
            }
        }
    }
}
