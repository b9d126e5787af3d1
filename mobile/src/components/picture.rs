//! A picture taken with the camera or chosen from the phone.

use super::action::ButtonKind;
use super::file::{FileField, content_of};
use super::icon::{Glyph, Icon};
use dioxus::prelude::*;

/// A button that asks the phone for a picture: its camera or its gallery, as the phone offers.
#[component]
pub fn PictureButton(
    /// What it says.
    label: String,
    /// How it looks.
    #[props(default)]
    kind: ButtonKind,
    /// True shows the drawing only; the words are for those who listen.
    #[props(default)]
    bare: bool,
    /// The bytes of a file, as they are; nothing of one that could not be read.
    on_picture: EventHandler<Vec<u8>>,
) -> Element {
    let kind = kind.class();
    let narrow = if bare { "px-0! w-12" } else { "" };
    let take = move |file| async move {
        on_picture.call(content_of(file).await.unwrap_or_default());
    };
    rsx! {
        label { class: "{kind} {narrow} relative cursor-pointer",
            Icon { glyph: Glyph::Camera }
            if !bare {
                span { "{label}" }
            }
            FileField { label: label.clone(), accept: "image/jpeg,image/png,image/webp", on_file: take }
        }
    }
}
