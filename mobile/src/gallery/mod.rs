//! Every part in every state: a page for whoever builds the screens (`satchel --gallery`).
//!
//! Its sample texts are not translated: no rep ever sees them.

use dioxus::prelude::*;

#[allow(missing_docs)]
#[component]
pub fn Gallery() -> Element {
    rsx! { "x" }
}
