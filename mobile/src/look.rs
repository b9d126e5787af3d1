//! Theme and text size: how the screens look on this phone.

use crate::i18n::Language;
use crate::options::Theme;
use dioxus::prelude::*;

/// How the screens look on this phone. Screens that let the rep choose write it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Light or dark.
    pub theme: Signal<Theme>,
    /// Text size in percent of the standard one, 100 to 150.
    pub text_size: Signal<u32>,
}

/// From this text size on, in percent, room goes to words before pictures and margins.
const DOUBLE: u32 = 175;

/// Pixels a rem has at the text size in force.
pub fn rem_in_pixels() -> f64 {
    let percent = try_consume_context::<Look>().map_or(100, |look| *look.text_size.peek());
    16.0 * f64::from(percent) / 100.0
}

/// Tells the page its language, direction, theme and text size.
pub fn dress(language: Language, theme: Theme, text_size: u32) {
    let theme = match theme.data_theme() {
        Some(name) => format!("root.dataset.theme = '{name}';"),
        None => "delete root.dataset.theme;".to_owned(),
    };
    document::eval(&format!(
        "const root = document.documentElement; root.lang = '{}'; root.dir = '{}'; {theme} \
         root.style.fontSize = '{text_size}%'; root.dataset.size = '{}';",
        language.tag(),
        language.dir(),
        if text_size >= DOUBLE { "double" } else { "" },
    ));
}
