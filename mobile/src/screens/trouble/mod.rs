//! When a profile or the app itself cannot be opened, and when a database was mended.

#[cfg(test)]
mod tests;

use crate::ask::Problem;
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::views::SalvageView;

/// Something does not open: why, what is safe, what to do.
#[component]
pub fn Trouble(
    /// Why.
    problem: Problem,
    /// Try again.
    on_retry: EventHandler<()>,
    /// Bring a safe copy back; without it there is no folder to bring it to.
    #[props(default)]
    on_restore: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        Screen {
            header { class: "s-head" }
            main { class: "s-body s-pad flex flex-col justify-center",
                Tile { face: Face::Glyph(Glyph::TriangleAlert), tone: Tone::Hand }
                h1 { class: "s-title mt-4", role: "alert", {tr!("trouble-title")} }
                p { class: "text-ink-2 leading-[1.375rem] mt-2 wrap-anywhere", {problem.words()} }
                p { class: "s-meta mt-3", {tr!("trouble-safe")} }
            }
            Foot { bare: true,
                if let Some(restore) = on_restore {
                    Button {
                        label: tr!("restore-title"),
                        glyph: Glyph::FolderOpen,
                        class: "w-full",
                        on_press: restore,
                    }
                }
                Action { label: tr!("trouble-retry"), glyph: Glyph::RotateCcw, on_press: on_retry }
            }
        }
    }
}

/// The database was damaged, and this is what was saved of it.
#[component]
pub fn Salvaged(
    /// What was saved.
    saved: SalvageView,
    /// Read, and on.
    on_done: EventHandler<()>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("salvage-title") }
            Body { padded: true,
                p { class: "text-ink-2 leading-[1.375rem] pt-1", {tr!("salvage-text")} }
                ul { class: "grid gap-2 mt-4",
                    li { {tr!("salvage-orders", count: saved.orders)} }
                    li { {tr!("salvage-drafts", count: saved.drafts)} }
                    if saved.others > 0 {
                        li { {tr!("salvage-others", count: saved.others)} }
                    }
                }
                div { class: "grid gap-3 mt-4",
                    if saved.incomplete > 0 {
                        Note {
                            glyph: Glyph::Hand,
                            tone: Tone::Hand,
                            text: tr!("salvage-incomplete", count: saved.incomplete),
                        }
                    }
                    if !saved.numbering_certain {
                        Note {
                            glyph: Glyph::CircleAlert,
                            tone: Tone::Waiting,
                            text: tr!("error-store-no-device-code"),
                        }
                    }
                }
                p { class: "s-meta mt-4", {tr!("salvage-aside")} }
                p { class: "s-cap wrap-anywhere mt-0.5 mb-4", bdi { "{saved.set_aside}" } }
            }
            Foot { Action { label: tr!("salvage-go-on"), on_press: on_done } }
        }
    }
}
