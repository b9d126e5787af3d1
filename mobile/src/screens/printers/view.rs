//! What the printers look like.

use super::print::{job_tone, job_words};
use crate::ask::{Asked, Problem};
use crate::components::*;
use crate::format::dates;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::views::{PrintJobView, PrintState, PrinterView};

/// The kinds of printers, with the keys of their names.
const KINDS: [(&str, &str); 4] = [
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

/// A printer being typed in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    /// Whether it is open.
    pub open: bool,
    /// What the rep calls it.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// Its kind.
    pub profile: &'static str,
    /// What is wrong with it.
    pub wrong: Option<Problem>,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            open: false,
            name: String::new(),
            address: String::new(),
            profile: "58mm",
            wrong: None,
        }
    }
}

/// Something the rep does here.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    /// Opens, closes or fills in the form.
    Form(Form),
    /// Saves what is typed in.
    Save,
    /// Prints a test page.
    Test(i64),
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
    form: Form,
    wrong: Option<Problem>,
    on_deed: EventHandler<Deed>,
    on_back: EventHandler<()>,
) -> Element {
    let add = move |()| on_deed.call(Deed::Form(Form { open: true, ..Form::default() }));
    rsx! {
        Screen {
            Head { title: tr!("printers-title"), on_back }
            Body {
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
                                Saved { key: "{printer.id}", printer, on_deed }
                            }
                        }
                        Jobs { jobs: known.jobs, on_deed }
                    },
                }
                div { class: "h-6" }
            }
            Foot {
                Action { label: tr!("printers-add"), glyph: Glyph::Plus, on_press: add }
            }
            if form.open {
                Adding { form, on_deed }
            }
        }
    }
}

/// A saved printer and what may be done with it.
#[component]
fn Saved(printer: PrinterView, on_deed: EventHandler<Deed>) -> Element {
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
                div { class: "flex flex-wrap gap-2",
                    Button { label: tr!("printers-test"), on_press: move |()| on_deed.call(Deed::Test(id)) }
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

/// A printer is typed in.
#[component]
fn Adding(form: Form, on_deed: EventHandler<Deed>) -> Element {
    let (named, placed, closed) = (form.clone(), form.clone(), form.clone());
    let kind = form.profile;
    rsx! {
        Sheet {
            title: tr!("printers-add"),
            on_close: move |()| on_deed.call(Deed::Form(Form { open: false, ..closed.clone() })),
            div { class: "grid gap-4 pb-4",
                Field {
                    id: "printer-address",
                    label: tr!("printers-address"),
                    help: tr!("printers-address-help"),
                    error: form.wrong.as_ref().map(Problem::words),
                    on_type: move |text| on_deed.call(Deed::Form(Form { address: text, wrong: None, ..placed.clone() })),
                }
                Field {
                    id: "printer-name",
                    label: tr!("printers-name"),
                    longest: 60,
                    on_type: move |text| on_deed.call(Deed::Form(Form { name: text, ..named.clone() })),
                }
                Chips { name: tr!("printers-kind"),
                    for (profile, word) in KINDS {
                        Chip {
                            key: "{profile}",
                            label: tr!(word),
                            on: kind == profile,
                            on_press: {
                                let form = form.clone();
                                move |()| on_deed.call(Deed::Form(Form { profile, ..form.clone() }))
                            },
                        }
                    }
                }
                Action { label: tr!("printers-save"), glyph: Glyph::Check, on_press: move |()| on_deed.call(Deed::Save) }
            }
        }
    }
}
