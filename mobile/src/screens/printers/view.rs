//! What the printers look like.

use super::adding::{Adding, Form, Steps};
use super::print::{job_tone, job_words};
use super::told::{Answer, Told};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::dates;
use crate::screens::permit::Permit;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::views::{PrintJobView, PrintState, PrinterView};
use satchel_devices::permission::Permission;
use std::collections::BTreeMap;

/// The kinds of printers, with the keys of their names.
pub(super) const KINDS: [(&str, &str); 4] = [
    ("58mm", key!("printers-kind-58")),
    ("80mm", key!("printers-kind-80")),
    ("58mm-drawn", key!("printers-kind-58-drawn")),
    ("80mm-drawn", key!("printers-kind-80-drawn")),
];

/// What is known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Known {
    /// The saved printers.
    pub printers: Vec<PrinterView>,
    /// The prints, the newest first.
    pub jobs: Vec<PrintJobView>,
}

/// Something the rep does here.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    /// Looks for printers near by.
    Look,
    /// Chooses one, or changes what is said of it.
    Describe(Form),
    /// Prints a test page on what is described.
    Try,
    /// Saves what is described.
    Save,
    /// Adds nothing.
    Close,
    /// Prints a test page.
    Test(i64),
    /// Asks a printer how it is.
    Check(i64),
    /// Makes a printer the usual one.
    Prefer(i64),
    /// Forgets a printer.
    Forget(i64),
    /// Lets a print be.
    Leave(i64),
}

#[component]
pub(super) fn View(
    shown: Asked<Known>,
    adding: Adding,
    /// What the printers said of themselves, by their rows.
    told: BTreeMap<i64, Told>,
    wrong: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_back: EventHandler<()>,
) -> Element {
    let jobs = match &shown {
        Asked::Ready(known) => known.jobs.clone(),
        _ => Vec::new(),
    };
    rsx! {
        Screen {
            Head { title: tr!("printers-title"), on_back }
            Body {
                Permit { permission: Permission::Bluetooth }
                if let Some(problem) = wrong {
                    div { class: "s-pad pt-3", Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() } }
                }
                match shown {
                    Asked::Loading => rsx! { Bones { rows: 3 } },
                    Asked::Failed(problem) => rsx! {
                        Failed { title: tr!("printers-failed"), text: problem.words() }
                    },
                    Asked::Ready(known) if known.printers.is_empty() && known.jobs.is_empty() => rsx! {
                        Empty { title: tr!("printers-none"), text: tr!("printers-none-text") }
                    },
                    Asked::Ready(known) => rsx! {
                        Section { title: tr!("printers-saved") }
                        Rows {
                            for printer in known.printers {
                                Saved {
                                    key: "{printer.id}",
                                    told: told.get(&printer.id).cloned(),
                                    printer,
                                    on_deed,
                                }
                            }
                        }
                        Jobs { jobs: known.jobs, on_deed }
                    },
                }
                div { class: "h-6" }
            }
            Foot {
                Action { label: tr!("printers-add"), glyph: Glyph::Plus, on_press: move |()| on_deed.call(Deed::Look) }
            }
            Steps { adding, jobs, on_deed }
        }
    }
}

/// A saved printer and what may be done with it.
#[component]
fn Saved(printer: PrinterView, told: Option<Told>, on_deed: EventHandler<Deed>) -> Element {
    let id = printer.id;
    let kind = KINDS.iter().find(|(profile, _)| *profile == printer.profile);
    let kind = kind.map(|(_, word)| tr!(*word)).unwrap_or_default();
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(Glyph::Printer) } },
            name: printer.name,
            meta: rsx! { bdi { dir: "ltr", "{printer.place}" } " · {kind}" },
            end: printer.is_default.then(|| rsx! { Tag { text: tr!("printers-usual"), tone: Tone::Rule } }),
            below: rsx! {
                if let Some(told) = told.clone() {
                    div { class: "mb-2", Answer { told } }
                }
                div { class: "flex flex-wrap gap-2",
                    Button { label: tr!("printers-test"), on_press: move |()| on_deed.call(Deed::Test(id)) }
                    Button {
                        label: tr!("printers-check"),
                        off: told == Some(Told::Asking),
                        on_press: move |()| on_deed.call(Deed::Check(id)),
                    }
                    if !printer.is_default {
                        Button {
                            label: tr!("printers-prefer"),
                            kind: ButtonKind::Text,
                            on_press: move |()| on_deed.call(Deed::Prefer(id)),
                        }
                    }
                    Button {
                        label: tr!("printers-forget"),
                        kind: ButtonKind::Text,
                        on_press: move |()| on_deed.call(Deed::Forget(id)),
                    }
                }
            },
        }
    }
}

/// What was printed or is to be.
#[component]
fn Jobs(jobs: Vec<PrintJobView>, on_deed: EventHandler<Deed>) -> Element {
    if jobs.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: tr!("printers-jobs") }
        Rows { full: true,
            for job in jobs {
                Row {
                    key: "{job.id}",
                    name: if job.title.is_empty() { tr!("receipt-label-test") } else { job.title.clone() },
                    code: !job.title.is_empty(),
                    meta: {
                        let time = dates::time(job.queued.time());
                        rsx! { bdi { "{job.printer}" } " · {time}" }
                    },
                    end: rsx! { Tag { text: job_words(&job), tone: job_tone(&job) } },
                    below: (job.state == PrintState::Failed).then(|| {
                        let id = job.id;
                        let why = crate::i18n::words_of(&job.problem, &[]);
                        rsx! {
                            div { class: "flex flex-wrap items-center gap-2",
                                span { class: "grow basis-48", "{why}" }
                                Button {
                                    label: tr!("print-leave"),
                                    kind: ButtonKind::Text,
                                    on_press: move |()| on_deed.call(Deed::Leave(id)),
                                }
                            }
                        }
                    }),
                }
            }
        }
    }
}
