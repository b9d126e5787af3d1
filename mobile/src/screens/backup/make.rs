//! Makes a safe copy.

use super::file::Exchange;
use crate::ask::{Problem, off_screen, use_session};
use crate::components::*;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::Satchel;
use std::path::PathBuf;

/// How far it has come.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    /// Being written down: what is wrong with it, if anything.
    Asking(Option<Wrong>),
    /// Being made.
    Making,
    /// Made: unsent documents in it.
    Made(u32),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wrong {
    /// The second passphrase is another one.
    Differs,
    /// It could not be made.
    Problem(Problem),
}

/// The screen.
#[component]
pub fn MakeBackup(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    let session = use_session();
    let satchel = use_context::<Satchel>();
    let exchange = use_context::<Exchange>();
    let device = session.settings().map(|settings| settings.device).unwrap_or_default();
    let today = session.today();
    let file = use_signal(|| exchange.file_of(&device, today).display().to_string());
    let passphrase = use_signal(String::new);
    let again = use_signal(String::new);
    let mut stage = use_signal(|| Stage::Asking(None));
    let make = move |()| {
        let (satchel, session) = (satchel.clone(), session.clone());
        let (path, words) = (PathBuf::from(file.peek().trim()), passphrase.peek().clone());
        if words != *again.peek() {
            stage.set(Stage::Asking(Some(Wrong::Differs)));
            return;
        }
        stage.set(Stage::Making);
        spawn(async move {
            let made = off_screen(move || satchel.back_up(&session, &path, &words)).await;
            stage.set(match made {
                Ok(summary) => Stage::Made(summary.unsent_documents),
                Err(problem) => Stage::Asking(Some(Wrong::Problem(problem))),
            });
        });
    };
    rsx! {
        View { stage: stage(), file, passphrase, again, on_make: make, on_back }
    }
}

#[component]
pub(super) fn View(
    stage: Stage,
    file: Signal<String>,
    passphrase: Signal<String>,
    again: Signal<String>,
    on_make: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let busy = stage == Stage::Making;
    let (in_file, in_words, in_again) = mistakes(&stage);
    rsx! {
        Screen {
            Head { title: tr!("backup-title"), on_back }
            Body { padded: true,
                if let Stage::Made(unsent) = stage {
                    div { class: "py-3", "aria-live": "polite",
                        Note {
                            glyph: Glyph::ShieldCheck,
                            tone: Tone::Rule,
                            title: tr!("backup-made"),
                            text: tr!("backup-made-text", count: unsent),
                        }
                        p { class: "s-meta mt-3", {tr!("backup-made-where")} }
                        p { class: "s-code wrap-anywhere mt-0.5", bdi { "{file}" } }
                    }
                } else {
                    p { class: "text-ink-2 leading-[1.375rem] pt-1 pb-4", {tr!("backup-text")} }
                    div { class: "grid gap-4 pb-6",
                        Field {
                            id: "backup-passphrase",
                            label: tr!("backup-passphrase"),
                            hidden: true,
                            help: tr!("backup-passphrase-help"),
                            error: in_words,
                            on_type: move |text| passphrase.set(text),
                        }
                        Field {
                            id: "backup-again",
                            label: tr!("backup-again"),
                            hidden: true,
                            error: in_again,
                            on_type: move |text| again.set(text),
                        }
                        Field {
                            id: "backup-file",
                            label: tr!("backup-file"),
                            text: file.peek().clone(),
                            longest: 1_000,
                            ltr: true,
                            error: in_file,
                            on_type: move |text| file.set(text),
                        }
                    }
                }
            }
            Foot {
                if matches!(stage, Stage::Made(_)) {
                    Action { label: tr!("backup-done"), on_press: on_back }
                } else {
                    Action {
                        label: if busy { tr!("backup-making") } else { tr!("sync-backup") },
                        glyph: Glyph::HardDriveDownload,
                        off: busy,
                        on_press: on_make,
                    }
                }
            }
        }
    }
}

/// Which mistake stands at which field: file, passphrase, the second passphrase.
fn mistakes(stage: &Stage) -> (Option<String>, Option<String>, Option<String>) {
    match stage {
        Stage::Asking(Some(Wrong::Differs)) => (None, None, Some(tr!("backup-differs"))),
        Stage::Asking(Some(Wrong::Problem(problem))) => {
            if problem.id == key!("error-passphrase-too-short") {
                (None, Some(problem.words()), None)
            } else {
                (Some(problem.words()), None, None)
            }
        }
        _ => (None, None, None),
    }
}
