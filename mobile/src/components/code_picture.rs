//! Choosing a picture with a code in it.

use super::icon::{Glyph, Icon};
use crate::eye::{Seen, Trouble};
use crate::tr;
use dioxus::prelude::*;
use satchel_devices::barcode::Code;
use serde_json::Value;

/// A button that asks for a picture, from the camera or the gallery, and reads the codes in it.
#[component]
pub fn CodePicture(
    /// The id of its field, unlike any other on the screen.
    id: &'static str,
    /// What is looked for: "Read the code from a picture".
    label: String,
    /// The codes; never none.
    on_read: EventHandler<Vec<Code>>,
    /// There was none, or no picture.
    on_trouble: EventHandler<Trouble>,
) -> Element {
    let mut reading = use_signal(|| false);
    use_future(move || async move {
        let script =
            format!("await window.satchelEye.pictures('{id}', (seen) => dioxus.send(seen));");
        let mut page = document::eval(&script);
        while let Ok(message) = page.recv::<Value>().await {
            match Seen::read(&message) {
                Some(Seen::Reading) => reading.set(true),
                Some(Seen::Pixels(pixels)) => {
                    let codes = tokio::task::spawn_blocking(move || pixels.codes()).await;
                    reading.set(false);
                    match codes {
                        Ok(codes) if !codes.is_empty() => on_read.call(codes),
                        _ => on_trouble.call(Trouble::NoCode),
                    }
                }
                Some(Seen::Trouble(trouble)) => {
                    reading.set(false);
                    on_trouble.call(trouble);
                }
                Some(Seen::Ready { .. }) | None => {}
            }
        }
    });
    rsx! {
        label { class: "s-btn is-wide cursor-pointer has-focus-visible:outline-2", "aria-busy": reading(),
            Icon { glyph: Glyph::Image }
            span { if reading() { {tr!("picture-reading")} } else { "{label}" } }
            input {
                id,
                class: "sr-only",
                r#type: "file",
                accept: "image/*",
                "aria-label": label.clone(),
            }
        }
    }
}
