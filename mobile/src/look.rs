//! Theme and text size: how the screens look on this phone.

use crate::i18n::Language;
use crate::options::Theme;
use crate::platform;
use dioxus::prelude::*;

/// How the screens look on this phone. Screens that let the rep choose write it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Light or dark.
    pub theme: Signal<Theme>,
    /// Text size in percent of the standard one, 100 to 150, as it is set in the app.
    pub text_size: Signal<u32>,
    /// Text size the phone's owner wants everywhere, in percent of the standard one.
    pub system: Signal<u32>,
}

impl Look {
    /// The text size in force, in percent: both wishes together.
    pub fn percent(&self) -> u32 {
        together((self.text_size)(), (self.system)())
    }
}

/// Both wishes, in percent. The screens are drawn for text up to twice as large, and never smaller.
fn together(own: u32, system: u32) -> u32 {
    (own.saturating_mul(system) / 100).clamp(100, 200)
}

/// What the page measures of the system's text size.
const MEASURE: &str = include_str!("look.js");

/// Keeps the system's text size: it may be another whenever the app comes to the front.
pub fn use_system_size(mut system: Signal<u32>) {
    use_future(move || async move {
        let mut page = document::eval(MEASURE);
        while let Ok(measured) = page.recv::<u32>().await {
            system.set(platform::font_percent().unwrap_or(measured));
        }
    });
}

/// From this text size on, in percent, room goes to words before pictures and margins.
const DOUBLE: u32 = 175;

/// Pixels a rem has at the text size in force.
pub fn rem_in_pixels() -> f64 {
    let percent = try_consume_context::<Look>()
        .map_or(100, |look| together(*look.text_size.peek(), *look.system.peek()));
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

#[cfg(test)]
mod tests {
    use super::together;
    use proptest::prelude::*;

    #[test]
    fn the_phones_size_and_the_apps_go_together() {
        assert_eq!(together(100, 100), 100);
        assert_eq!(together(130, 100), 130);
        assert_eq!(together(100, 150), 150);
        assert_eq!(together(120, 150), 180);
        assert_eq!(together(150, 200), 200, "twice as large is the largest");
        assert_eq!(together(100, 85), 100, "and the standard the smallest");
    }

    proptest! {
        #[test]
        fn no_wish_breaks_the_screens(own in any::<u32>(), system in any::<u32>()) {
            prop_assert!((100..=200).contains(&together(own, system)));
        }
    }
}
