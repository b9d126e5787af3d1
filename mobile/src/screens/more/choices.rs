//! The sheets of More: one choice each.

use super::{Set, Way};
use crate::components::*;
use crate::i18n::Language;
use crate::options::Theme;
use crate::{key, tr};
use dioxus::prelude::*;

/// A sheet that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    /// The language.
    Language,
    /// The text size.
    TextSize,
    /// Light or dark.
    Theme,
    /// Who works with this phone.
    Users,
}

/// The text sizes, in percent, and their words.
pub const TEXT_SIZES: [(u32, &str); 5] = [
    (100, key!("settings-size-standard")),
    (115, key!("settings-size-larger")),
    (130, key!("settings-size-large")),
    (150, key!("settings-size-largest")),
    (200, key!("settings-size-double")),
];

/// The word of a theme.
pub fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::System => key!("settings-theme-system"),
        Theme::Light => key!("settings-theme-light"),
        Theme::Dark => key!("settings-theme-dark"),
    }
}

/// The sheet of a choice.
#[component]
pub fn ChoiceSheet(
    choosing: Choosing,
    language: Language,
    theme: Theme,
    text_size: u32,
    on_set: EventHandler<Set>,
    on_way: EventHandler<Way>,
    on_close: EventHandler<()>,
) -> Element {
    let pick = move |set: Set| {
        on_set.call(set);
        on_close.call(());
    };
    match choosing {
        Choosing::Language => rsx! {
            Sheet { title: tr!("settings-language"), on_close,
                Rows { full: true,
                    for other in Language::ALL {
                        One {
                            key: "{other.tag()}",
                            name: other.own_name(),
                            on: other == language,
                            on_press: move |()| pick(Set::Language(other)),
                        }
                    }
                }
            }
        },
        Choosing::TextSize => rsx! {
            Sheet { title: tr!("settings-text-size"), on_close,
                Rows { full: true,
                    for (percent, word) in TEXT_SIZES {
                        One {
                            key: "{percent}",
                            name: tr!(word),
                            on: percent == text_size,
                            on_press: move |()| pick(Set::TextSize(percent)),
                        }
                    }
                }
            }
        },
        Choosing::Theme => rsx! {
            Sheet { title: tr!("settings-theme"), on_close,
                Rows { full: true,
                    for other in [Theme::System, Theme::Light, Theme::Dark] {
                        One {
                            key: "{other.word()}",
                            name: tr!(theme_word(other)),
                            on: other == theme,
                            on_press: move |()| pick(Set::Theme(other)),
                        }
                    }
                }
            }
        },
        Choosing::Users => rsx! {
            Sheet { title: tr!("more-users"), on_close,
                Rows {
                    NavRow {
                        glyph: Glyph::Users,
                        name: tr!("unlock-switch"),
                        meta: tr!("more-switch-text"),
                        on_press: move |()| on_way.call(Way::Lock),
                    }
                    NavRow {
                        glyph: Glyph::Store,
                        name: tr!("more-add-demo"),
                        meta: tr!("welcome-demo-text"),
                        on_press: move |()| on_way.call(Way::AddDemo),
                    }
                    NavRow {
                        glyph: Glyph::ScanBarcode,
                        name: tr!("connect-title"),
                        meta: tr!("welcome-code-text"),
                        on_press: move |()| on_way.call(Way::Connect),
                    }
                }
            }
        },
    }
}

#[component]
fn One(name: String, on: bool, on_press: EventHandler<()>) -> Element {
    rsx! {
        Row {
            name,
            end: on.then(|| rsx! { Icon { glyph: Glyph::Check, class: "text-accent-ink" } }),
            on_press,
        }
    }
}
