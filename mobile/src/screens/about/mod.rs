//! About Satchel: its version, and whose work it stands on.

use crate::components::*;
use crate::tr;
use dioxus::prelude::*;

/// Works of others in the app that are no Rust libraries, and their licences.
const WORKS: [(&str, &str); 9] = [
    ("IBM Plex Sans, Sans Arabic, Mono", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
    ("Tailwind CSS, daisyUI", "MIT"),
    ("SQLite", "Public domain"),
    ("SQLCipher, © Zetetic LLC", "BSD-3-Clause"),
    ("OpenSSL", "Apache-2.0"),
    ("MapLibre GL JS, © MapLibre contributors, © Mapbox", "BSD-3-Clause"),
    ("PMTiles, © Protomaps", "BSD-3-Clause"),
    ("Natural Earth, World Atlas", "Public domain, ISC"),
];

/// The Rust libraries by licence, written by `make licences` and held against Cargo by `make lint`.
const LIBRARIES: &str = include_str!("../../../../assets/licences.tsv");

/// Each licence and the libraries under it.
fn libraries() -> impl Iterator<Item = (&'static str, &'static str)> {
    LIBRARIES.lines().filter_map(|line| line.split_once('\t'))
}

/// The screen.
#[component]
pub fn About(
    /// Back to where the rep came from.
    on_back: EventHandler<()>,
) -> Element {
    rsx! {
        Screen {
            Head { title: tr!("about-title"), on_back }
            Body { read_only: true,
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
                Section { title: tr!("about-libraries") }
                dl { class: "s-pad pb-6 grid gap-3",
                    for (licence, names) in libraries() {
                        div { key: "{licence}",
                            dt { class: "s-name", bdi { "{licence}" } }
                            dd { class: "s-meta wrap-anywhere", bdi { "{names}" } }
                        }
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
        for (work, licence) in WORKS.into_iter().chain(libraries()) {
            assert!(words.contains(work) && words.contains(licence), "{work}");
        }
    }

    #[test]
    fn every_line_of_the_list_is_a_licence_and_its_libraries() {
        assert_eq!(libraries().count(), LIBRARIES.lines().count());
        for (licence, names) in libraries() {
            assert!(!licence.is_empty() && !names.is_empty(), "{licence}: {names}");
        }
        let dioxus = libraries().find(|(_, names)| names.split(", ").any(|name| name == "dioxus"));
        assert_eq!(dioxus.map(|(licence, _)| licence), Some("MIT OR Apache-2.0"));
    }
}
