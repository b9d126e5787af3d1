//! The one root component, the same in every shell.

use crate::gallery::Gallery;
use crate::gate::Gate;
use crate::i18n::{Language, use_words};
use crate::look::{Look, dress};
use crate::options::Options;
use dioxus::prelude::*;
use satchel_app::Satchel;

/// What the shell hands to the app.
#[derive(Debug, Clone, Props)]
pub struct AppProps {
    /// The command line.
    pub options: Options,
    /// The locked app.
    pub satchel: Satchel,
}

impl PartialEq for AppProps {
    /// A shell hands them over once; they are alike when the command line is.
    fn eq(&self, other: &Self) -> bool {
        self.options == other.options
    }
}

impl AppProps {
    /// The app as the command line asks for it.
    pub fn new(options: Options, satchel: Satchel) -> Self {
        Self { options, satchel }
    }
}

/// The app.
#[allow(non_snake_case)]
pub fn App(props: AppProps) -> Element {
    let (options, satchel) = (props.options, props.satchel);
    use_context_provider(|| satchel);
    let words = use_words(|| options.lang.unwrap_or_else(Language::of_system));
    let look = use_context_provider(|| Look {
        theme: Signal::new(options.theme.unwrap_or_default()),
        text_size: Signal::new(100),
    });
    use_effect(move || {
        dress(words.language(), (look.theme)(), (look.text_size)());
    });
    if options.gallery {
        return rsx! { Gallery {} };
    }
    rsx! { Gate {} }
}
