//! The templates.

use crate::ask::{Asked, use_ask};
use crate::components::*;
use crate::screens::receipt::template_problem;
use crate::screens::report::kind_name;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::{ReceiptKind, TemplateFrom, TemplateRow};

/// The screen.
#[component]
pub fn Templates(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
    /// One is to be edited.
    on_open: EventHandler<ReceiptKind>,
) -> Element {
    let found = use_ask(|| Session::receipt_templates);
    rsx! {
        View { shown: found(), on_back, on_open }
    }
}

#[component]
pub(super) fn View(
    shown: Asked<Vec<TemplateRow>>,
    on_back: EventHandler<()>,
    on_open: EventHandler<ReceiptKind>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("templates-title"), on_back }
            Body {
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 4 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("templates-failed"), text: problem.words() }
                    },
                    Asked::Ready(rows) => rsx! {
                        p { class: "s-pad s-meta pt-1 pb-3", {tr!("templates-text")} }
                        Rows {
                            for row in rows {
                                One { key: "{row.kind.name()}", row, on_open }
                            }
                        }
                    },
                }
            }
        }
    }
}

/// Whose a template is, in words.
pub(super) fn from_words(from: TemplateFrom) -> String {
    match from {
        TemplateFrom::BuiltIn => tr!("templates-built-in"),
        TemplateFrom::Office => tr!("templates-office"),
        TemplateFrom::Own => tr!("templates-own"),
    }
}

#[component]
fn One(row: TemplateRow, on_open: EventHandler<ReceiptKind>) -> Element {
    let kind = row.kind;
    let state = match (row.from, row.of_office) {
        (TemplateFrom::Own, true) => tr!("templates-own-before-office"),
        (from, _) => from_words(from),
    };
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(Glyph::ReceiptText) } },
            name: kind_name(kind),
            meta: rsx! { "{state}" },
            end: rsx! {
                if row.problem.is_some() {
                    StateWord {
                        word: tr!("templates-broken"),
                        glyph: Glyph::TriangleAlert,
                        tone: Tone::Waiting,
                    }
                } else {
                    Icon { glyph: Glyph::ChevronRight, class: "s-chev" }
                }
            },
            below: row.problem.as_ref().map(|problem| {
                let why = template_problem(problem);
                rsx! { bdi { "{why}" } }
            }),
            on_press: move |()| on_open.call(kind),
        }
    }
}
