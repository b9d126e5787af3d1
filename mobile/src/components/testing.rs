//! Rendering parts and screens to text in tests.

use crate::i18n::{Language, use_words};
use crate::look::Look;
use crate::options::Theme;
use dioxus::prelude::*;

#[derive(Clone, Props)]
struct CaseProps {
    language: Language,
    text_size: u32,
    part: fn() -> Element,
}

impl PartialEq for CaseProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[allow(non_snake_case)]
fn Case(props: CaseProps) -> Element {
    use_words(|| props.language);
    use_context_provider(|| Look {
        theme: Signal::new(Theme::Light),
        text_size: Signal::new(props.text_size),
        system: Signal::new(100),
    });
    (props.part)()
}

/// Renders a part in a language at a text size.
pub fn render_at(language: Language, text_size: u32, part: fn() -> Element) -> String {
    let mut dom = VirtualDom::new_with_props(Case, CaseProps { language, text_size, part });
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

/// What a reader gets: no tags, no drawings.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    let mut tag = false;
    for c in html.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag => text.push(c),
            _ => {}
        }
    }
    text
}
