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
    /// Leave what does not open where it lies and set up another profile beside it.
    #[props(default)]
    on_anew: Option<EventHandler<()>>,
) -> Element {
    let copy_mends = only_a_copy_mends(problem.id);
    let mut ways: Vec<Way> =
        vec![Way { label: tr!("trouble-retry"), glyph: Glyph::RotateCcw, on_press: on_retry }];
    if let Some(on_press) = on_restore {
        let way = Way { label: tr!("restore-title"), glyph: Glyph::FolderOpen, on_press };
        ways.insert(usize::from(!copy_mends), way);
    }
    let rest = ways.split_off(1);
    rsx! {
        Screen {
            header { class: "s-head" }
            main { class: "s-body s-pad flex flex-col justify-center",
                Tile { face: Face::Glyph(Glyph::TriangleAlert), tone: Tone::Hand }
                div { role: "alert",
                    h1 { class: "s-title mt-4", {tr!("trouble-title")} }
                    p { class: "text-ink-2 leading-[1.375rem] mt-2 wrap-anywhere", {problem.words()} }
                }
                p { class: "s-meta mt-3", {tr!("trouble-safe")} }
            }
            Foot { bare: true,
                if let Some(anew) = on_anew {
                    Button {
                        label: tr!("trouble-anew"),
                        kind: ButtonKind::Text,
                        class: "w-full",
                        on_press: anew,
                    }
                }
                for way in rest {
                    Button {
                        key: "{way.label}",
                        label: way.label.clone(),
                        glyph: way.glyph,
                        class: "w-full",
                        on_press: way.on_press,
                    }
                }
                for way in ways {
                    Action {
                        key: "{way.label}",
                        label: way.label.clone(),
                        glyph: way.glyph,
                        on_press: way.on_press,
                    }
                }
            }
        }
    }
}

/// A way out of trouble.
struct Way {
    label: String,
    glyph: Glyph,
    on_press: EventHandler<()>,
}

/// True where trying again cannot help: what opens the profile is gone from this phone.
fn only_a_copy_mends(id: &str) -> bool {
    const LOST: [&str; 4] = [
        "error-profile-damaged",
        "error-profile-key-lost",
        "error-key-store-damaged",
        "error-key-store-not-found",
    ];
    LOST.contains(&id)
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
                ul { class: "grid gap-3 mt-5",
                    Kept { count: saved.orders, text: tr!("salvage-orders", count: saved.orders) }
                    Kept { count: saved.drafts, text: tr!("salvage-drafts", count: saved.drafts) }
                    if saved.others > 0 {
                        Kept { count: saved.others, text: tr!("salvage-others", count: saved.others) }
                    }
                }
                div { class: "grid gap-3 mt-5 empty:hidden",
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
                if saved.items == 0 {
                    p { class: "text-ink-2 leading-[1.375rem] mt-5", {tr!("salvage-masters")} }
                }
                p { class: "s-meta mt-5", {tr!("salvage-aside")} }
                p { class: "s-cap wrap-anywhere mt-0.5 mb-4", bdi { "{saved.set_aside}" } }
            }
            Foot { Action { label: tr!("salvage-go-on"), on_press: on_done } }
        }
    }
}

/// One kind of what was saved; a tick where there is any.
#[component]
fn Kept(count: u32, text: String) -> Element {
    let glyph = if count > 0 { Glyph::CircleCheck } else { Glyph::Minus };
    let ink = if count > 0 { "font-[550]" } else { "text-ink-2" };
    rsx! {
        li { class: "flex items-center gap-3",
            Icon { glyph, class: "flex-none text-ink-2" }
            span { class: "min-w-0 {ink}", "{text}" }
        }
    }
}
