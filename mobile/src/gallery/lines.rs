//! Order lines, tiles and long lists of the gallery.

use crate::components::*;
use dioxus::prelude::*;
use satchel_domain::receipts::{Receipt, parse};

fn line(art: &str, name: &str, words: [&str; 3]) -> LineText {
    let [quantity, rate, amount] = words.map(str::to_owned);
    LineText {
        face: Face::of_item(art, name),
        name: name.to_owned(),
        quantity,
        rate,
        was: None,
        amount,
        tags: Vec::new(),
    }
}

pub fn sparkling() -> LineText {
    LineText {
        was: Some("5.10".into()),
        tags: vec![("Summer water −10 %".into(), Glyph::Tag, Tone::Rule)],
        ..line(
            "bottle-water.mint.bubbles",
            "Pedra Alta Sparkling 1 L",
            ["9 cases", "4.59", "41.31"],
        )
    }
}

#[component]
pub fn OrderLines(on_keypad: EventHandler<()>, on_why: EventHandler<()>) -> Element {
    let mut open = use_signal(|| true);
    let juice = LineText {
        tags: vec![(
            "Van has 3, one short · 126 in store".into(),
            Glyph::TriangleAlert,
            Tone::Waiting,
        )],
        ..line(
            "carton-juice.orange.orange",
            "Vale Doce Orange Juice 1 L",
            ["4 cases", "14.28", "57.12"],
        )
    };
    let long = "Extra long item name that needs two lines, because its size stands at the very end 12 × 750 ml";
    rsx! {
        Section { title: "Order lines" }
        Rows {
            if open() {
                OpenLine {
                    text: sparkling(),
                    figure: "9",
                    uom: "Case 6",
                    on_less: |()| {},
                    on_more: |()| {},
                    on_keypad,
                    on_uom: move |()| open.set(false),
                    on_why,
                }
            } else {
                ClosedLine { text: sparkling(), on_open: move |()| open.set(true) }
            }
            FreeLine { name: "Sparkling Lemon 33 cl", quantity: "1 case", cause: "free with 9 cases" }
            ClosedLine { text: juice, on_open: |()| {} }
            ClosedLine { text: line("", long, ["2 boxes", "58.80", "117.60"]), on_open: |()| {} }
        }
    }
}

#[component]
pub fn ItemTiles() -> Element {
    let arts = [
        "bottle-water.lime.lemon.m",
        "bottle-water.mint.bubbles",
        "bottle-water.lime.lemon",
        "bottle-water.mint.bubbles.m",
        "bottle-water.mint.bubbles.s",
    ];
    rsx! {
        Section { title: "Tiles" }
        div { class: "s-pad flex flex-wrap gap-2.5",
            for art in arts {
                Tile { key: "{art}", face: Face::of_item(art, "Água Mineral") }
            }
            Tile { face: Face::Monogram("FB".into()), tone: Tone::Rule }
            Tile { face: Face::Glyph(Glyph::Hand), tone: Tone::Hand }
            Tile { face: Face::Glyph(Glyph::CloudOff), tone: Tone::Waiting }
            Tile { face: Face::Glyph(Glyph::PencilLine) }
        }
        Section { title: "Rows", note: "€1,284.50 in 4" }
        Rows {
            Row {
                lead: rsx! { Tile { face: Face::Monogram("PN".into()), tone: Tone::Rule } },
                name: "Pastelaria Nuvem",
                meta: rsx! { "Rua de Cedofeita 233" },
                end: rsx! {
                    span { class: "s-num !font-medium", "2.1 km" }
                    span { class: "s-meta", "ordered 7 May" }
                },
                on_press: |()| {},
            }
            NavRow { glyph: Glyph::ListChecks, name: "2 tasks due today", meta: "Cooler check, shelf photo", on_press: |()| {} }
        }
        Rows { full: true,
            Row {
                name: "Hotel Linha Alta",
                meta: rsx! { span { class: "s-sep", span { class: "s-code", "VAN3-00038" } span { "17:44" } } },
                end: rsx! {
                    span { class: "s-num", "612.00" }
                    StateWord { word: "Needs a hand", glyph: Glyph::Hand, tone: Tone::Hand }
                },
                below: rsx! { span { class: "text-hand", "Office: credit limit passed by 74.20" } },
                on_press: |()| {},
            }
        }
    }
}

#[component]
pub fn LongList(on_back: EventHandler<()>) -> Element {
    let mut loaded = use_signal(|| 200_usize);
    rsx! {
        Screen {
            Head { title: "A long list", sub: rsx! { "{loaded} of 100,000 rows" }, on_back }
            VirtualList {
                name: "Rows",
                extent: Extent::Even { count: loaded(), each: 4.0 },
                row: |place: usize| rsx! {
                    Row {
                        lead: rsx! { Tile { face: Face::Monogram(format!("{}", place % 10)) } },
                        name: "Row {place + 1}",
                        meta: rsx! { "One of many" },
                        end: rsx! { span { class: "s-num", "{place * 7}.00" } },
                        on_press: |()| {},
                    }
                },
                on_near_end: move |()| loaded.set((loaded() + 200).min(100_000)),
            }
        }
    }
}

/// A receipt with a bar code, as the template would write it.
pub fn receipt() -> Receipt {
    let blocks = parse(
        "@center big bold: MAR & SERRA\n\
         @center: Rua do Freixo 1071, Porto\n\
         @rule\n\
         @row bold * *>: VAN3-00042 | 14-05-2026 10:52\n\
         Pedra Alta Sparkling 1 L\n\
         @row * 12.: 9 Case × 4.59 | 41.31\n\
         @rule =\n\
         @row bold tall * 12>: TOTAL | €404.95\n\
         @barcode code128: VAN3-00042\n\
         @qr 4: VAN3-00042\n\
         @cut partial",
    );
    Receipt { blocks: blocks.unwrap_or_default(), rtl: false, decimal_mark: ".".to_owned() }
}
