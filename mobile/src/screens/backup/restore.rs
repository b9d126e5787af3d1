//! Brings a safe copy back: the file and its passphrase, what is in it, a PIN.

use super::choose::PathButton;
use super::file::{ENDING, Exchange};
use crate::ask::{Problem, off_screen};
use crate::components::*;
use crate::screens::entry::TwicePin;
use crate::{key, tr};
use dioxus::prelude::*;
use satchel_app::{BackupSummary, Satchel, Session};
use std::path::{Path, PathBuf};

/// The screen.
#[component]
pub fn Restore(
    /// Back to the first screen.
    on_back: EventHandler<()>,
    /// The profile is back and open.
    on_open: EventHandler<Session>,
) -> Element {
    let satchel = use_context::<Satchel>();
    let exchange = use_context::<Exchange>();
    let found = exchange.found();
    use_drop(move || exchange.forget_copies());
    let file =
        use_signal(|| found.first().map(|path| path.display().to_string()).unwrap_or_default());
    let passphrase = use_signal(String::new);
    let mut busy = use_signal(|| false);
    let mut wrong = use_signal(|| None::<Problem>);
    let mut summary = use_signal(|| None::<BackupSummary>);
    let mut choosing_pin = use_signal(|| false);
    let again = satchel.clone();
    let look = move |()| {
        let satchel = again.clone();
        let (path, words) = (PathBuf::from(file.peek().trim()), passphrase.peek().clone());
        busy.set(true);
        wrong.set(None);
        spawn(async move {
            match off_screen(move || satchel.look_into_backup(&path, &words)).await {
                Ok(inside) => summary.set(Some(inside)),
                Err(problem) => wrong.set(Some(problem)),
            }
            busy.set(false);
        });
    };
    let restore = move |pin: String| {
        let satchel = satchel.clone();
        let (path, words) = (PathBuf::from(file.peek().trim()), passphrase.peek().clone());
        let numbering = summary.peek().as_ref().and_then(Satchel::numbering_elsewhere);
        let Some(numbering) = numbering else {
            wrong.set(Some(Problem { id: key!("error-backup-code-used"), args: Vec::new() }));
            return;
        };
        busy.set(true);
        wrong.set(None);
        spawn(async move {
            match off_screen(move || satchel.restore(&path, &words, &pin, &numbering)).await {
                Ok(session) => on_open.call(session),
                Err(problem) => wrong.set(Some(problem)),
            }
            busy.set(false);
        });
    };
    if choosing_pin() {
        return rsx! {
            TwicePin {
                busy: busy(),
                busy_words: tr!("restore-working"),
                problem: wrong(),
                on_pin: restore,
                on_back: move |()| {
                    wrong.set(None);
                    choosing_pin.set(false);
                },
            }
        };
    }
    rsx! {
        View {
            found,
            file,
            passphrase,
            busy: busy(),
            wrong: wrong(),
            inside: summary(),
            on_look: look,
            on_change: move |()| {
                summary.set(None);
                wrong.set(None);
            },
            on_unread: move |()| {
                wrong.set(Some(Problem { id: key!("error-file-chosen"), args: Vec::new() }));
            },
            on_pin: move |()| choosing_pin.set(true),
            on_back,
        }
    }
}

#[component]
pub(super) fn View(
    found: Vec<PathBuf>,
    file: Signal<String>,
    passphrase: Signal<String>,
    busy: bool,
    wrong: Option<Problem>,
    inside: Option<BackupSummary>,
    /// The file is to be looked into.
    on_look: EventHandler<()>,
    /// Another file or passphrase is being typed.
    on_change: EventHandler<()>,
    /// A file was chosen that cannot be read.
    on_unread: EventHandler<()>,
    /// On to the PIN.
    on_pin: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    // The field starts over where a file was tapped.
    let mut version = use_signal(|| 0_u32);
    let (in_words, in_file) = match &wrong {
        Some(problem) if problem.id.contains("passphrase") => (Some(problem.words()), None),
        Some(problem) => (None, Some(problem.words())),
        None => (None, None),
    };
    let ready = inside.is_some();
    let mut take = move |path: &Path| {
        file.set(path.display().to_string());
        version += 1;
        on_change.call(());
    };
    rsx! {
        Screen {
            Head { title: tr!("restore-title"), on_back }
            Body {
                p { class: "s-pad text-ink-2 leading-[1.375rem] pt-1 pb-3", {tr!("restore-text")} }
                if !found.is_empty() {
                    Section { title: tr!("restore-found") }
                    Rows {
                        for path in found {
                            Found {
                                key: "{path.display()}",
                                name: name_of(&path),
                                on: file() == path.display().to_string(),
                                on_press: move |()| take(&path),
                            }
                        }
                    }
                }
                div { class: "s-pad grid gap-4 py-4",
                    PathButton {
                        label: tr!("restore-choose"),
                        ending: ENDING,
                        on_file: move |path: Option<PathBuf>| match path {
                            Some(path) => take(&path),
                            None => on_unread.call(()),
                        },
                    }
                    for version in [version()] {
                        Field {
                            key: "{version}",
                            id: "restore-file",
                            label: tr!("backup-file"),
                            text: file.peek().clone(),
                            longest: 1_000,
                            ltr: true,
                            error: in_file.clone(),
                            on_type: move |text| {
                                file.set(text);
                                on_change.call(());
                            },
                        }
                    }
                    Field {
                        id: "restore-passphrase",
                        label: tr!("backup-passphrase"),
                        hidden: true,
                        error: in_words,
                        on_type: move |text| {
                            passphrase.set(text);
                            on_change.call(());
                        },
                    }
                    div { "aria-live": "polite",
                        if let Some(inside) = inside {
                            Inside { inside }
                        }
                    }
                }
            }
            Foot {
                if ready {
                    Action { label: tr!("pin-choose"), glyph: Glyph::Lock, on_press: on_pin }
                } else {
                    Action {
                        label: if busy { tr!("restore-looking") } else { tr!("restore-look") },
                        glyph: Glyph::FolderOpen,
                        off: busy,
                        on_press: on_look,
                    }
                }
            }
        }
    }
}

#[component]
fn Found(name: String, on: bool, on_press: EventHandler<()>) -> Element {
    rsx! {
        Row {
            lead: rsx! { Tile { face: Face::Glyph(Glyph::FileText) } },
            name,
            end: on.then(|| rsx! { Icon { glyph: Glyph::Check, class: "text-accent-ink" } }),
            on_press,
        }
    }
}

/// What is in the file, before anything is done with it.
#[component]
fn Inside(inside: BackupSummary) -> Element {
    let code = Satchel::device_code_elsewhere(&inside);
    rsx! {
        div { class: "s-card p-4",
            h2 { class: "s-lead", bdi { "{inside.user}" } }
            p { class: "s-meta", bdi { "{inside.label}" } " · " bdi { "{inside.company}" } }
            p { class: "s-meta mt-2", {tr!("restore-unsent", count: inside.unsent_documents)} }
            if let Some(code) = code {
                p { class: "s-meta mt-1", {tr!("restore-code", code: code)} }
            }
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
