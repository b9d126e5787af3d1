//! The one HTML document every shell starts from, with styles, typefaces and page script inside.

use super::fonts;
use crate::i18n::Language;
use crate::options::Options;

const STYLES: &str = include_str!("../../../assets/styles/satchel.css");
/// The bag, as the browser shows it beside the title.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'%3E\
%3Cpath d='M31 32v-8a17 17 0 0 1 34 0v8' fill='none' stroke='%230b5a4a' stroke-width='6'/%3E\
%3Crect x='12' y='32' width='72' height='54' rx='12' fill='%230b5a4a'/%3E\
%3Crect x='41' y='52' width='14' height='16' rx='4' fill='white'/%3E%3C/svg%3E";
const SCRIPT: &str = include_str!("page.js");
const SCANNER: &str = include_str!("scanner.js");
const EYE: &str = include_str!("eye.js");
const PHONE: &str = include_str!("phone.js");
const KEYBOARD: &str = include_str!("keyboard.js");
const PULL: &str = include_str!("pull.js");
const MAP_MARKS: &str = include_str!("map_marks.js");
const MAP: &str = include_str!("map.js");
const CANVAS_MAP: &str = include_str!("map_canvas.js");

/// The page the app is drawn into. `glue` is put at the end of the body, as it is.
pub fn document(options: &Options, glue: &str) -> String {
    let language = options.lang.unwrap_or_else(Language::of_system);
    let (tag, dir) = (language.tag(), language.dir());
    let theme = options
        .theme
        .and_then(|theme| theme.data_theme())
        .map(|name| format!(" data-theme=\"{name}\""))
        .unwrap_or_default();
    let fonts = fonts::sheet();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{dir}\"{theme}>\n<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n\
         <title>Satchel</title>\n<link rel=\"icon\" href=\"{ICON}\">\n<style>{fonts}</style>\n<style>{STYLES}</style>\n\
         <script>{SCRIPT}</script>\n<script>{SCANNER}</script>\n<script>{EYE}</script>\n<script>{PHONE}</script>\n<script>{KEYBOARD}</script>\n<script>{PULL}</script>\n\
         <script>{MAP_MARKS}</script>\n<script>{MAP}</script>\n<script>{CANVAS_MAP}</script>\n</head>\n\
         <body><div id=\"main\"></div>{glue}</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Theme;

    #[test]
    fn the_document_carries_language_direction_and_theme() {
        let options = Options {
            lang: Some(Language::Arabic),
            theme: Some(Theme::Dark),
            ..Options::default()
        };
        let page = document(&options, "<script>glue</script>");
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\" data-theme=\"satchel-dark\">"));
        assert!(page.contains("<div id=\"main\"></div><script>glue</script></body>"));
    }

    #[test]
    fn nothing_is_fetched() {
        let page = document(&Options::default(), "");
        for outside in ["http://", "https://", "@import", "src=\""] {
            let found = page.match_indices(outside).find(|(at, _)| {
                // Names of XML namespaces and licence comments are not addresses to fetch.
                let rest = page.get(*at..).unwrap_or_default();
                !rest.starts_with("http://www.w3.org") && !rest.starts_with("https://tailwindcss")
            });
            assert_eq!(found, None, "{outside}");
        }
    }

    #[test]
    fn the_built_styles_know_every_own_part() {
        let source = include_str!("../../../assets/styles/theme.css");
        let parts: Vec<&str> = source
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix(".s-"))
            .filter_map(|line| line.split([' ', '{', ':', '.', '>', ',', '[']).next())
            .collect();
        assert!(parts.len() > 50, "{} parts", parts.len());
        for part in parts {
            assert!(STYLES.contains(&format!(".s-{part}")), "run `npm run css`: .s-{part}");
        }
    }
}
