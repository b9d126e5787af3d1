//! A printer is added: looked for or typed in, tried with a page, confirmed.

use super::print::{FailedPrint, job_words};
use super::view::{Deed, KINDS};
use crate::ask::Problem;
use crate::components::*;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::views::{FoundPrinterView, PrintJobView, PrintState};

/// How far adding is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Adding {
    /// Nothing is added.
    #[default]
    No,
    /// Printers near by are looked for.
    Looking(Around),
    /// It is named and described.
    Describing(Form),
    /// Its test page was asked for, under this job: did it come?
    Asking(Form, i64),
}

/// What a search came to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Around {
    /// It goes on.
    Searching,
    /// The radio cannot be used.
    Failed(Problem),
    /// Those were found, the likely ones first.
    Found(Vec<FoundPrinterView>),
}

/// A printer as it is described.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    /// What the rep calls it.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// Its kind.
    pub profile: &'static str,
    /// What it calls itself, where it was found near by: then a page decides whether it is saved.
    pub found: Option<String>,
    /// What is wrong with it.
    pub wrong: Option<Problem>,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            name: String::new(),
            address: String::new(),
            profile: "58mm",
            found: None,
            wrong: None,
        }
    }
}

impl Form {
    /// A device that was found.
    pub fn of(found: &FoundPrinterView) -> Self {
        let name = found_name(found);
        Self {
            name: found.name.clone(),
            address: found.address.clone(),
            found: Some(name),
            ..Self::default()
        }
    }
}

/// What a device is called: by its own name, else by its address.
fn found_name(found: &FoundPrinterView) -> String {
    if found.name.is_empty() { found.place.clone() } else { found.name.clone() }
}

/// The sheet of the step it is at.
#[component]
pub(super) fn Steps(
    adding: Adding,
    /// The prints, for the one that was asked for.
    jobs: Vec<PrintJobView>,
    on_deed: EventHandler<Deed>,
) -> Element {
    match adding {
        Adding::No => rsx! {},
        Adding::Looking(around) => rsx! { Looking { around, on_deed } },
        Adding::Describing(form) => rsx! { Describing { form, on_deed } },
        Adding::Asking(form, job) => {
            let job = jobs.into_iter().find(|one| one.id == job);
            rsx! { DidItPrint { form, job, on_deed } }
        }
    }
}

#[component]
fn Looking(around: Around, on_deed: EventHandler<Deed>) -> Element {
    rsx! {
        Sheet {
            title: tr!("printers-add"),
            on_close: move |()| on_deed.call(Deed::Close),
            div { class: "grid gap-3 pb-4",
                div { role: "status", "aria-live": "polite",
                    match around.clone() {
                        Around::Searching => rsx! {
                            p { class: "s-meta py-2", {tr!("printers-searching")} }
                            Bones { rows: 2 }
                        },
                        Around::Failed(problem) => rsx! {
                            Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: problem.words() }
                        },
                        Around::Found(found) if found.is_empty() => rsx! {
                            Note {
                                glyph: Glyph::Info,
                                tone: Tone::Waiting,
                                title: tr!("printers-found-none"),
                                text: tr!("printers-found-none-text"),
                            }
                        },
                        Around::Found(found) => rsx! { Nearby { found, on_deed } },
                    }
                }
                div { class: "flex flex-wrap gap-2",
                    if around != Around::Searching {
                        Button {
                            label: tr!("printers-search-again"),
                            glyph: Glyph::Search,
                            on_press: move |()| on_deed.call(Deed::Look),
                        }
                    }
                    Button {
                        label: tr!("printers-by-address"),
                        kind: ButtonKind::Text,
                        on_press: move |()| on_deed.call(Deed::Describe(Form::default())),
                    }
                }
            }
        }
    }
}

#[component]
fn Nearby(found: Vec<FoundPrinterView>, on_deed: EventHandler<Deed>) -> Element {
    let (likely, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.likely);
    rsx! {
        if !likely.is_empty() {
            Section { title: tr!("printers-found") }
            Rows {
                for one in likely {
                    Device { key: "{one.address}", one, on_deed }
                }
            }
        }
        if !others.is_empty() {
            Section { title: tr!("printers-found-others") }
            Rows {
                for one in others {
                    Device { key: "{one.address}", one, on_deed }
                }
            }
        }
    }
}

/// A device that may be a printer.
#[component]
fn Device(one: FoundPrinterView, on_deed: EventHandler<Deed>) -> Element {
    let signal = one.signal_dbm.map(|dbm| tr!(signal_word(dbm)));
    let place = one.place.clone();
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(Glyph::Printer) } },
            name: found_name(&one),
            meta: rsx! {
                bdi { dir: "ltr", "{place}" }
                if let Some(signal) = signal {
                    " · {signal}"
                }
            },
            end: one.is_saved.then(|| rsx! { Tag { text: tr!("printers-found-saved"), tone: Tone::Rule } }),
            on_press: move |()| on_deed.call(Deed::Describe(Form::of(&one))),
        }
    }
}

/// Key of the word for a signal: in one room, next door, far.
fn signal_word(dbm: i16) -> &'static str {
    match dbm {
        -65.. => key!("printers-signal-strong"),
        -80..=-66 => key!("printers-signal-fair"),
        _ => key!("printers-signal-weak"),
    }
}

/// A printer is named and described.
#[component]
fn Describing(form: Form, on_deed: EventHandler<Deed>) -> Element {
    let (named, placed) = (form.clone(), form.clone());
    let kind = form.profile;
    rsx! {
        Sheet {
            title: tr!("printers-add"),
            sub: form.found.clone(),
            on_close: move |()| on_deed.call(Deed::Close),
            div { class: "grid gap-4 pb-4",
                if form.found.is_none() {
                    Field {
                        id: "printer-address",
                        label: tr!("printers-address"),
                        text: form.address.clone(),
                        help: tr!("printers-address-help"),
                        error: form.wrong.as_ref().map(Problem::words),
                        on_type: move |text| on_deed.call(Deed::Describe(Form { address: text, wrong: None, ..placed.clone() })),
                    }
                } else if let Some(wrong) = &form.wrong {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: wrong.words() }
                }
                Field {
                    id: "printer-name",
                    label: tr!("printers-name"),
                    text: form.name.clone(),
                    longest: 60,
                    on_type: move |text| on_deed.call(Deed::Describe(Form { name: text, ..named.clone() })),
                }
                Chips { name: tr!("printers-kind"),
                    for (profile, word) in KINDS {
                        Chip {
                            key: "{profile}",
                            label: tr!(word),
                            on: kind == profile,
                            on_press: {
                                let form = form.clone();
                                move |()| on_deed.call(Deed::Describe(Form { profile, ..form.clone() }))
                            },
                        }
                    }
                }
                if form.found.is_some() {
                    Action { label: tr!("printers-test"), glyph: Glyph::Printer, on_press: move |()| on_deed.call(Deed::Try) }
                } else {
                    Action { label: tr!("printers-save"), glyph: Glyph::Check, on_press: move |()| on_deed.call(Deed::Save) }
                    Button { label: tr!("printers-test"), on_press: move |()| on_deed.call(Deed::Try) }
                }
            }
        }
    }
}

/// Only the rep sees whether a page came out.
#[component]
fn DidItPrint(form: Form, job: Option<PrintJobView>, on_deed: EventHandler<Deed>) -> Element {
    let printer = form.found.clone().unwrap_or_else(|| form.address.clone());
    let failed = job.clone().filter(|job| job.state == PrintState::Failed);
    let has_failed = failed.is_some();
    let busy = job
        .as_ref()
        .is_some_and(|job| matches!(job.state, PrintState::Queued | PrintState::Printing));
    rsx! {
        Sheet {
            title: tr!("printers-asking"),
            on_close: move |()| on_deed.call(Deed::Close),
            div { class: "grid gap-4 pb-4",
                p { class: "leading-[1.375rem]", {tr!("printers-asking-text", printer: printer)} }
                div { role: "status", "aria-live": "polite",
                    if let Some(job) = failed {
                        FailedPrint { job }
                    } else if let Some(job) = job {
                        span { class: "s-meta", {job_words(&job)} }
                    }
                }
                if let Some(wrong) = &form.wrong {
                    Note { glyph: Glyph::CircleAlert, tone: Tone::Hand, text: wrong.words() }
                }
                // What failed is tried again first; a page may have come all the same.
                if has_failed {
                    Action {
                        label: tr!("printers-asking-again"),
                        glyph: Glyph::Printer,
                        on_press: move |()| on_deed.call(Deed::Try),
                    }
                } else {
                    Action {
                        label: tr!("printers-asking-yes"),
                        glyph: Glyph::Check,
                        off: busy,
                        on_press: move |()| on_deed.call(Deed::Save),
                    }
                }
                div { class: "flex flex-wrap gap-2",
                    if has_failed {
                        Button {
                            label: tr!("printers-asking-yes"),
                            on_press: move |()| on_deed.call(Deed::Save),
                        }
                    } else {
                        Button {
                            label: tr!("printers-asking-again"),
                            off: busy,
                            on_press: move |()| on_deed.call(Deed::Try),
                        }
                    }
                    Button {
                        label: tr!("printers-asking-other-kind"),
                        on_press: {
                            let form = form.clone();
                            move |()| on_deed.call(Deed::Describe(form.clone()))
                        },
                    }
                    Button {
                        label: tr!("printers-asking-no"),
                        kind: ButtonKind::Text,
                        on_press: move |()| on_deed.call(Deed::Look),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::signal_word;

    #[test]
    fn signals_in_words() {
        assert_eq!([-40, -65].map(signal_word), ["printers-signal-strong"; 2]);
        assert_eq!([-66, -80].map(signal_word), ["printers-signal-fair"; 2]);
        assert_eq!(signal_word(-81), "printers-signal-weak");
    }
}
