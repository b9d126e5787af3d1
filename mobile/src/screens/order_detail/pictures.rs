//! The pictures that go with an order.

use super::view::Deed;
use crate::components::*;
use crate::format::figure;
use crate::tr;
use dioxus::prelude::*;
use rust_decimal::Decimal;
use satchel_app::views::AttachedView;

/// Each with its size and whether the office has it, and the way to add one.
#[component]
pub fn Pictures(pictures: Vec<AttachedView>, on_deed: EventHandler<Deed>) -> Element {
    rsx! {
        Section { title: tr!("order-detail-pictures") }
        if !pictures.is_empty() {
            Rows {
                for (place, picture) in pictures.into_iter().enumerate() {
                    Row {
                        key: "{place}",
                        lead: rsx! { Tile { face: Face::Glyph(Glyph::Camera) } },
                        name: picture.file_name,
                        meta: rsx! { {size(picture.bytes)} },
                        end: rsx! {
                            if picture.there {
                                StateWord { word: tr!("order-detail-picture-there"), glyph: Glyph::Check, tone: Tone::Rule }
                            } else {
                                StateWord { word: tr!("state-waiting"), glyph: Glyph::Clock, tone: Tone::Waiting }
                            }
                        },
                    }
                }
            }
        }
        div { class: "s-pad pt-2",
            PictureButton {
                label: tr!("order-detail-add-picture"),
                on_picture: move |content| on_deed.call(Deed::Picture(content)),
            }
        }
    }
}

/// At least 0.1 MB, so that a small one is not shown as nothing.
fn size(bytes: u64) -> String {
    let megabytes = Decimal::from(bytes) / Decimal::from(1_000_000);
    tr!("order-detail-picture-size", size: figure(megabytes.max(Decimal::new(1, 1)), 1))
}
