//! What carrying by file looks like.

use crate::ask::Problem;
use crate::components::*;
use crate::screens::backup::{PathButton, RECEIPT};
use crate::screens::share::ShareCourier;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::{CourierFile, CourierReceipt};
use std::path::PathBuf;

/// How far it has come.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    /// Being asked: what was wrong with the file, and with the receipt.
    Asking(Option<Problem>, Option<Problem>),
    /// A file is being written or read.
    Working,
    /// The file is written, there.
    Written(CourierFile, String),
    /// The receipt is read.
    Read(CourierReceipt),
}

#[component]
pub(super) fn View(
    stage: Stage,
    file: Signal<String>,
    receipt: Signal<String>,
    /// What waits is to be written.
    on_write: EventHandler<()>,
    /// The receipt is to be read.
    on_read: EventHandler<()>,
    /// A receipt was chosen that cannot be read.
    on_unread: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let busy = stage == Stage::Working;
    // The field starts over where a file was chosen.
    let mut version = use_signal(|| 0_u32);
    let (in_file, in_receipt) = match &stage {
        Stage::Asking(file, receipt) => {
            (file.as_ref().map(Problem::words), receipt.as_ref().map(Problem::words))
        }
        _ => (None, None),
    };
    rsx! {
        Screen {
            Head { title: tr!("sync-courier"), on_back }
            Body { padded: true,
                p { class: "text-ink-2 leading-[1.375rem] pt-1 pb-4", {tr!("courier-text")} }
                div { "aria-live": "polite", Outcome { stage } }
                div { class: "grid gap-4 pb-6",
                    Field {
                        id: "courier-file",
                        label: tr!("courier-file"),
                        text: file.peek().clone(),
                        longest: 1_000,
                        ltr: true,
                        error: in_file,
                        on_type: move |text| file.set(text),
                    }
                }
                div { class: "-mx-4", Section { title: tr!("courier-receipt-title") } }
                p { class: "s-meta pb-3", {tr!("courier-receipt-text")} }
                div { class: "grid gap-4 pb-6",
                    PathButton {
                        label: tr!("courier-choose"),
                        ending: RECEIPT,
                        on_file: move |path: Option<PathBuf>| match path {
                            Some(path) => {
                                receipt.set(path.display().to_string());
                                version += 1;
                            }
                            None => on_unread.call(()),
                        },
                    }
                    for version in [version()] {
                        Field {
                            key: "{version}",
                            id: "courier-receipt",
                            label: tr!("courier-receipt"),
                            text: receipt.peek().clone(),
                            longest: 1_000,
                            ltr: true,
                            error: in_receipt.clone(),
                            on_type: move |text| receipt.set(text),
                        }
                    }
                    Button {
                        label: tr!("courier-read"),
                        glyph: Glyph::FolderOpen,
                        off: busy,
                        on_press: on_read,
                    }
                }
            }
            Foot {
                Action {
                    label: if busy { tr!("sync-working") } else { tr!("courier-write") },
                    glyph: Glyph::FileText,
                    off: busy,
                    on_press: on_write,
                }
            }
        }
    }
}

/// What came of it.
#[component]
fn Outcome(stage: Stage) -> Element {
    match stage {
        Stage::Asking(..) | Stage::Working => rsx! {},
        Stage::Written(written, place) => rsx! {
            div { class: "pb-4",
                Note {
                    glyph: Glyph::ShieldCheck,
                    tone: Tone::Rule,
                    title: tr!("courier-written", number: written.number.to_string()),
                    text: tr!("courier-written-text", count: written.documents),
                }
                p { class: "s-code wrap-anywhere mt-2 mb-3", bdi { dir: "ltr", "{place}" } }
                ShareCourier { path: place.clone() }
            }
        },
        Stage::Read(read) => rsx! {
            div { class: "pb-4",
                Note {
                    glyph: if read.refused > 0 { Glyph::Hand } else { Glyph::CheckCheck },
                    tone: if read.refused > 0 { Tone::Waiting } else { Tone::Rule },
                    title: tr!("courier-delivered", count: read.delivered),
                    text: if read.refused > 0 {
                        tr!("courier-refused", count: read.refused)
                    } else {
                        tr!("courier-unchanged", count: read.unchanged)
                    },
                }
                if read.differ > 0 {
                    p { class: "text-ink-2 leading-[1.375rem] mt-2",
                        {tr!("courier-differ", count: read.differ)}
                    }
                }
            }
        },
    }
}
