//! About Satchel: its version, and whose work it stands on.

use crate::components::*;
use crate::tr;
use dioxus::prelude::*;

/// Works of others that are part of the app, and their licences.
const WORKS: [(&str, &str); 10] = [
    ("IBM Plex Sans, Sans Arabic, Mono", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
    ("Dioxus", "MIT / Apache-2.0"),
    ("Tailwind CSS, daisyUI", "MIT"),
    ("SQLite", "Public domain"),
    ("SQLCipher, © Zetetic LLC", "BSD-3-Clause"),
    ("OpenSSL", "Apache-2.0"),
    ("Fluent", "Apache-2.0"),
    ("Tokio", "MIT"),
    ("RustCrypto", "MIT / Apache-2.0"),
];

/// The screen.
#[component]
pub fn About(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("about-title"), on_back }
            Body {
                section { class: "s-pad pt-2 pb-2",
                    p { class: "s-title", {tr!("about-version", version: env!("CARGO_PKG_VERSION"))} }
                    p { class: "text-ink-2 mt-1.5 leading-[1.375rem]", {tr!("about-text")} }
                }
                Section { title: tr!("about-works") }
                Rows { full: true,
                    for (work, licence) in WORKS {
                        Row { key: "{work}", name: work, meta: rsx! { bdi { "{licence}" } } }
                    }
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
    fn it_names_the_version_and_every_licence() {
        let words =
            text(&render_at(Language::English, 100, || rsx! { About { on_back: |()| {} } }));
        assert!(words.contains(env!("CARGO_PKG_VERSION")), "{words}");
        for (work, licence) in WORKS {
            assert!(words.contains(work) && words.contains(licence), "{work}");
        }
    }
}
