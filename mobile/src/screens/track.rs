//! Says that the company records the way between visits, wherever the rep's day is shown; nothing where it does not.

use crate::ask::{Asked, use_ask};
use crate::components::*;
use crate::tr;
use dioxus::prelude::*;
use satchel_app::Session;
use satchel_app::views::TrackState;

/// The sign.
#[component]
pub fn TrackSign() -> Element {
    let state = use_ask(|| Session::track_state);
    match state() {
        Asked::Ready(state) => rsx! { Shown { state } },
        _ => rsx! {},
    }
}

/// The sign in one state. Pressed it says what is recorded, when, and who sees it.
#[component]
pub fn Shown(state: TrackState) -> Element {
    let mut told = use_signal(|| false);
    let (words, ink) = match state {
        TrackState::Off => return rsx! {},
        TrackState::Waiting => (tr!("track-waiting"), ""),
        TrackState::Recording => (tr!("track-recording"), "text-accent-ink"),
    };
    rsx! {
        button {
            class: "s-pad w-full min-h-12 py-2 flex items-center gap-2 text-start s-meta {ink}",
            r#type: "button",
            "aria-haspopup": "dialog",
            onclick: move |_| told.set(true),
            Icon { glyph: Glyph::Navigation }
            span { class: "flex-1 min-w-0", "{words}" }
            Icon { glyph: Glyph::Info }
        }
        if told() {
            Sheet { title: tr!("track-title"), on_close: move |()| told.set(false),
                div { class: "grid gap-3 pb-2",
                    p { {tr!("track-what")} }
                    p { {tr!("track-when")} }
                    p { {tr!("track-who")} }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::{render_at, text};
    use crate::i18n::Language;

    #[test]
    fn a_rep_is_told_whether_ways_are_recorded_and_whether_now() {
        let off = render_at(Language::English, 100, || rsx! { Shown { state: TrackState::Off } });
        assert_eq!(text(&off).trim(), "");
        let waiting = || rsx! { Shown { state: TrackState::Waiting } };
        let waiting = text(&render_at(Language::English, 100, waiting));
        assert!(waiting.contains("Not now"), "{waiting}");
        let recording = || rsx! { Shown { state: TrackState::Recording } };
        let recording = text(&render_at(Language::English, 200, recording));
        assert!(recording.contains("is being recorded"), "{recording}");
    }
}
