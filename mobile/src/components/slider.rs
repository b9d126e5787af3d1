//! A figure set in one gesture.

use dioxus::prelude::*;

/// A slider from 0 to 100 over the full width, 48 px high, with arrows, Page keys, Home and End as every
/// range of the system has them. The figure follows the thumb; it counts once it is let go.
#[component]
pub fn Slider(
    /// What is set.
    name: String,
    /// Where it stands.
    value: u8,
    /// The figure in words, for those who listen.
    words: String,
    /// While it moves.
    on_slide: EventHandler<u8>,
    /// Let go.
    on_set: EventHandler<u8>,
) -> Element {
    let mut at = use_signal(|| value);
    let mut given = use_signal(|| value);
    let mut version = use_signal(|| 0_u32);
    // A new figure from outside starts the field over; its own one, coming back, does not take the focus.
    if *given.peek() != value {
        given.set(value);
        if *at.peek() != value {
            at.set(value);
            version.with_mut(|version| *version = version.wrapping_add(1));
        }
    }
    let stands = at();
    rsx! {
        div { class: "s-slide",
            div { class: "rail", i { style: "inline-size:{stands}%" } }
            span { class: "knob", style: "inset-inline-start:{stands}%" }
            for version in [version()] {
                input {
                    key: "{version}",
                    r#type: "range",
                    min: "0",
                    max: "100",
                    step: "1",
                    initial_value: "{stands}",
                    "aria-label": "{name}",
                    "aria-valuetext": "{words}",
                    oninput: move |event| {
                        if let Some(percent) = percent(&event.value()) {
                            at.set(percent);
                            on_slide.call(percent);
                        }
                    },
                    onchange: move |event| {
                        if let Some(percent) = percent(&event.value()) {
                            at.set(percent);
                            on_set.call(percent);
                        }
                    },
                }
            }
        }
    }
}

/// The figure of a range; the page writes whole numbers, and nothing else is taken.
fn percent(text: &str) -> Option<u8> {
    text.parse().ok().filter(|percent| *percent <= 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::testing::render_at;
    use crate::i18n::Language;

    #[test]
    fn it_says_where_it_stands() {
        let slider = || {
            rsx! {
                Slider { name: "Progress", value: 65, words: "65 %", on_slide: |_| {}, on_set: |_| {} }
            }
        };
        let html = render_at(Language::English, 150, slider);
        assert!(
            html.contains("type=\"range\"") && html.contains("aria-valuetext=\"65 %\""),
            "{html}"
        );
        assert!(html.contains("inset-inline-start:65%"), "{html}");
    }

    #[test]
    fn only_a_percentage_is_taken() {
        assert_eq!(percent("100"), Some(100));
        for wrong in ["101", "-1", "", "1.5", "NaN"] {
            assert_eq!(percent(wrong), None, "{wrong}");
        }
    }
}
