//! The first start.

use super::mark::Mark;
use crate::components::*;
use crate::i18n::{Language, Words};
use crate::tr;
use dioxus::prelude::*;

/// The first screen of all: what Satchel is for, and the way in.
#[component]
pub fn Welcome(
    /// Look around in the demo company.
    on_demo: EventHandler<()>,
    /// Connect to the company with the code of its office.
    on_connect: EventHandler<()>,
    /// Bring a safe copy back.
    on_restore: EventHandler<()>,
) -> Element {
    let mut words = use_context::<Words>();
    let mut choosing = use_signal(|| false);
    rsx! {
        Screen {
            header { class: "s-head",
                div { class: "grow" }
                Button {
                    label: words.language().own_name(),
                    kind: ButtonKind::Text,
                    glyph: Glyph::Languages,
                    on_press: move |()| choosing.set(true),
                }
            }
            main { class: "s-body s-pad flex flex-col",
                div { class: "flex-1 flex flex-col justify-center pb-6",
                    Mark { class: "w-24 h-24 -ms-1" }
                    h1 { class: "mt-7 text-[2.125rem] leading-10 font-semibold tracking-[-.028em] text-balance",
                        {tr!("welcome-first")}
                        br {}
                        {tr!("welcome-second")}
                    }
                    p { class: "mt-3 text-[1.0625rem] leading-6 text-ink-2 max-w-[19rem] text-balance",
                        {tr!("welcome-text")}
                    }
                }
                div { class: "-mx-4",
                    Rows {
                        NavRow {
                            glyph: Glyph::ScanBarcode,
                            name: tr!("connect-title"),
                            meta: tr!("welcome-code-text"),
                            on_press: on_connect,
                        }
                        NavRow {
                            glyph: Glyph::FolderOpen,
                            name: tr!("restore-title"),
                            meta: tr!("welcome-restore-text"),
                            on_press: on_restore,
                        }
                    }
                }
            }
            Foot { bare: true,
                p { class: "s-meta text-center", {tr!("welcome-demo-text")} }
                Action { label: tr!("welcome-demo"), glyph: Glyph::Store, on_press: on_demo }
            }
            if choosing() {
                Sheet { title: tr!("settings-language"), on_close: move |()| choosing.set(false),
                    Rows { full: true,
                        for language in Language::ALL {
                            Row {
                                key: "{language.tag()}",
                                name: language.own_name(),
                                end: (language == words.language()).then(|| rsx! { Icon { glyph: Glyph::Check } }),
                                on_press: move |()| {
                                    words.set_language(language);
                                    choosing.set(false);
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}
