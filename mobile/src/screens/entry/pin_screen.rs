//! The frame of every screen that takes a PIN.

use super::mark::Mark;
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;

/// The frame of every screen that takes a PIN; a keyboard types into it too.
#[component]
pub fn PinScreen(
    /// The way back, where there is one.
    on_back: Option<EventHandler<()>>,
    /// What stands at the end of the head.
    #[props(default)]
    end: Option<Element>,
    /// True while no key is taken.
    off: bool,
    /// True when there are enough digits.
    ready: bool,
    /// Digits in so far.
    entered: usize,
    /// Whose PIN, or what to do.
    title: String,
    /// A second line.
    about: String,
    /// What is to be known.
    hint: String,
    /// What went wrong.
    wrong: Option<String>,
    /// Another way in, under the hint.
    #[props(default)]
    beside: Option<Element>,
    /// A key was pressed.
    on_key: EventHandler<PadKey>,
    /// The entry is complete.
    on_done: EventHandler<()>,
    /// A sheet over it; what is typed there is no PIN.
    #[props(default)]
    sheet: Option<Element>,
) -> Element {
    rsx! {
        Screen {
            div {
                class: "contents",
                onkeydown: move |event| {
                    if let (false, Some(key)) = (off, PadKey::of(&event.key())) {
                        on_key.call(key);
                    }
                },
                header { class: "s-head",
                    if let Some(back) = on_back {
                        IconButton {
                            glyph: Glyph::ChevronLeft,
                            label: tr!("part-back"),
                            back: true,
                            on_press: move |()| back.call(()),
                        }
                    }
                    div { class: "grow" }
                    {end}
                }
                main {
                    class: "s-body s-pad flex flex-col items-center justify-center text-center outline-none",
                    tabindex: "-1",
                    "data-keys": "",
                    onkeydown: move |event| {
                        if event.key() == Key::Enter && ready && !off {
                            on_done.call(());
                        }
                    },
                    onmounted: move |event| async move {
                        let _ = event.set_focus(true).await;
                    },
                    Mark { class: "w-16 h-16" }
                    h1 { class: "s-title mt-5", "{title}" }
                    p { class: "s-meta mt-0.5", bdi { "{about}" } }
                    div { class: "mt-8", PinDots { entered } }
                    div { class: "mt-5 min-h-9", "aria-live": "polite",
                        if let Some(wrong) = wrong {
                            p { class: "s-meta text-hand!", role: "alert", "{wrong}" }
                        } else {
                            p { class: "s-meta", "{hint}" }
                        }
                    }
                    {beside}
                }
                Foot { bare: true, PinKeys { off, ready, on_key, on_done } }
            }
            {sheet}
        }
    }
}
