//! The one root component, the same in every shell.

use crate::gallery::Gallery;
use crate::i18n::{Language, use_words};
use crate::look::{Look, dress};
use crate::options::Options;
use dioxus::prelude::*;

/// What the shell hands to the app.
#[derive(Debug, Clone, PartialEq, Props)]
pub struct AppProps {
    /// The command line.
    pub options: Options,
}

impl AppProps {
    /// The app as the command line asks for it.
    pub fn new(options: Options) -> Self {
        Self { options }
    }
}

/// The app.
#[allow(non_snake_case)]
pub fn App(props: AppProps) -> Element {
    let options = props.options;
    let words = use_words(|| options.lang.unwrap_or_else(Language::of_system));
    let look = use_context_provider(|| Look {
        theme: Signal::new(options.theme.unwrap_or_default()),
        text_size: Signal::new(100),
    });
    use_effect(move || {
        dress(words.language(), (look.theme)(), (look.text_size)());
    });
    rsx! {
        Gallery {}
    }
}
