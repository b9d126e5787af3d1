//! Choosing a picture with a code in it.

use super::icon::{Glyph, Icon};
use crate::eye::line::Line;
use crate::eye::{Seen, Trouble, codes_in};
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
            if message.get("chosen").is_none() {
                continue;
            }
            reading.set(true);
            let read = codes(id).await;
            reading.set(false);
            match read {
                Ok(codes) => on_read.call(codes),
                Err(trouble) => on_trouble.call(trouble),
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

/// Has the picture chosen in a field sent and reads it; there is a code in it, or trouble.
async fn codes(id: &str) -> Result<Vec<Code>, Trouble> {
    let unreachable = |error| {
        tracing::warn!(%error, "a picture did not arrive");
        Trouble::Unreachable
    };
    let line = Line::open().await.map_err(unreachable)?;
    document::eval(&format!("window.satchelEye.picture('{id}', '{}');", line.address()));
    let mut page = line.page().await.map_err(unreachable)?;
    match page.next().await {
        Some(Seen::Pixels(picture)) => {
            let codes = tokio::task::spawn_blocking(move || codes_in(&picture)).await;
            codes.ok().filter(|codes| !codes.is_empty()).ok_or(Trouble::NoCode)
        }
        Some(Seen::Trouble(trouble)) => Err(trouble),
        Some(Seen::Ready { .. } | Seen::Drawn) | None => Err(Trouble::Unreachable),
    }
}
