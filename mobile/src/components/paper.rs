//! The receipt as it will be printed.

use super::bars::{bars, qr};
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::LogoView;
use satchel_domain::receipts::{ACROSS, Drawing, Line, Receipt, TextLine, layout};

/// Signs in a line of 58 mm paper, the narrowest: what fits it fits the wider ones.
const SIGNS: usize = 32;

/// A receipt on paper of 32 columns: the document a printer gets, laid out by the same rules.
#[component]
pub fn Paper(
    /// What it is, for those who listen: "Receipt VAN3-00042".
    name: String,
    /// The receipt.
    receipt: Receipt,
    /// The company's logo, if there is one; paper without one has none either.
    #[props(default)]
    logo: Option<LogoView>,
) -> Element {
    let lines = layout(&receipt, SIGNS);
    rsx! {
        div { class: "s-paper", role: "group", "aria-label": "{name}",
            div { class: "roll", style: "inline-size:{SIGNS}ch",
                for (place, line) in lines.into_iter().enumerate() {
                    Fragment { key: "{place}",
                        match line {
                            Line::Text(line) => rsx! { Words { line } },
                            Line::Blank => rsx! { div { class: "line" } },
                            Line::Logo => rsx! {
                                if let Some(logo) = logo.clone() {
                                    img {
                                        class: "logo",
                                        alt: "",
                                        src: logo.address,
                                        style: "inline-size:{logo.percent}%",
                                    }
                                }
                            },
                            Line::Barcode { symbology, data } => rsx! {
                                Code { drawing: bars(symbology, &data), data, square: false }
                            },
                            Line::Qr { size: _, data } => rsx! {
                                Code { drawing: qr(&data), data, square: true }
                            },
                            Line::Drawing(drawing) => rsx! { Drawn { drawing } },
                            Line::Cut { .. } => rsx! { hr { class: "cut" } },
                            Line::Drawer => rsx! {},
                        }
                    }
                }
            }
        }
    }
}

/// A line of text. Each text stands at its own column, so that letters that are not as wide as a
/// column, Arabic ones for instance, move nothing beside them.
#[component]
fn Words(line: TextLine) -> Element {
    let style = line.style;
    let (across, down) = (if style.wide { 2 } else { 1 }, if style.tall { 2 } else { 1 });
    let weight = if style.bold { " is-bold" } else { "" };
    let under = if style.underline { " underline" } else { "" };
    let tall = if style.tall { " is-tall" } else { "" };
    rsx! {
        div { class: "line{weight}{under}{tall}",
            for (place, span) in line.spans.into_iter().enumerate() {
                // The column counts from the left, so the place is not the text's to turn round.
                span {
                    key: "{place}",
                    style: "inset-inline-start:{span.column * across}ch;inline-size:{span.width}ch;transform:scale({across},{down})",
                    bdi { class: "block", dir: if span.rtl { "rtl" } else { "ltr" }, "{span.text}" }
                }
            }
        }
    }
}

/// A drawing made by hand, where it stands on paper.
#[component]
fn Drawn(drawing: Drawing) -> Element {
    // The pen is as wide as on paper, and not cut off at the edge.
    let height = drawing.height + 16;
    rsx! {
        div { class: "drawn", role: "img", "aria-label": tr!("signature-there"),
            svg { view_box: "-8 -8 {ACROSS + 16} {height}",
                path {
                    d: drawing.path(),
                    fill: "none",
                    stroke: "currentColor",
                    stroke_width: "10",
                    stroke_linecap: "round",
                    stroke_linejoin: "round",
                }
            }
        }
    }
}

/// A code, or its data in letters where it cannot be drawn.
#[component]
fn Code(
    /// Width, height and path of the drawing.
    drawing: Option<(usize, usize, String)>,
    data: String,
    square: bool,
) -> Element {
    let Some((width, height, path)) = drawing else {
        return rsx! { div { class: "line is-code", "{data}" } };
    };
    let ratio = if square { "xMidYMid meet" } else { "none" };
    rsx! {
        div { class: if square { "code is-qr" } else { "code" }, role: "img", "aria-label": "{data}",
            svg {
                view_box: "0 0 {width} {height}",
                preserve_aspect_ratio: ratio,
                shape_rendering: "crispEdges",
                path { d: path, fill: "currentColor" }
            }
        }
    }
}
