//! The words: four languages in Fluent files, looked up by key.
//!
//! `tr!("key", name: value)` gives a sentence in the language of the screen. A key that is not
//! there shows as itself and is logged; it never panics. `tests.rs` keeps the four files alike and
//! looks for every key the sources name.

mod direction;
mod language;
#[cfg(test)]
mod tests;

pub use language::Language;

use dioxus::prelude::*;
use dioxus_i18n::fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use dioxus_i18n::prelude::{I18nBundle, use_init_i18n_from_bundle};

/// Gives the sentence of a key in the language of the screen: `tr!("orders-count", count: 3)`.
///
/// Only inside components below [`use_words`]. Arguments are text or numbers; amounts and dates
/// are handed over already written (see [`crate::format`]), a bare number only chooses the plural.
#[macro_export]
macro_rules! tr {
    ($id:expr $(,)?) => { $crate::i18n::words($id, &[]) };
    ($id:expr, $($name:ident : $value:expr),+ $(,)?) => {
        $crate::i18n::words($id, &[$((stringify!($name), $crate::i18n::Argument::from($value))),+])
    };
}

/// Marks a key that is looked up later, so that the tests find it: `key!("order-state-draft")`.
#[macro_export]
macro_rules! key {
    ($id:literal) => {
        $id
    };
}

/// One argument of a sentence: text, or a number that chooses the plural.
pub type Argument = FluentValue<'static>;

/// The bundle of the screen and the language it is in.
#[derive(Clone, Copy)]
pub struct Words {
    bundle: I18nBundle,
    language: Signal<Language>,
}

impl Words {
    /// The language of the screen.
    pub fn language(&self) -> Language {
        *self.language.read()
    }

    /// The sentence of a key, which runs as its language does also where another one is written around it.
    fn sentence(&self, id: &str, args: &FluentArgs) -> String {
        match self.bundle.try_translate_with_args(id, Some(args)) {
            Ok(sentence) if self.language().dir() == "rtl" => direction::steady(sentence),
            Ok(sentence) => sentence,
            Err(error) => {
                tracing::error!(id, %error, "no such sentence");
                id.to_owned()
            }
        }
    }

    /// Changes the language; every sentence on the screen follows.
    pub fn set_language(&mut self, language: Language) {
        if *self.language.peek() != language {
            self.bundle.set_bundle(bundle(language));
            self.language.set(language);
        }
    }
}

/// Provides the words to everything below; called once, at the root.
pub fn use_words(first: impl FnOnce() -> Language) -> Words {
    let language = use_signal(first);
    let bundle = use_init_i18n_from_bundle(|| bundle(*language.peek()));
    use_context_provider(|| Words { bundle, language })
}

/// The language of the screen, for whatever writes figures and dates.
pub fn language() -> Language {
    try_consume_context::<Words>().map_or(Language::English, |words| words.language())
}

/// The sentence of a key. See [`tr!`].
pub fn words(id: &str, arguments: &[(&'static str, Argument)]) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in arguments {
        args.set(*name, value.clone());
    }
    let Some(words) = try_consume_context::<Words>() else {
        tracing::error!(id, "words asked for outside the app");
        return id.to_owned();
    };
    words.sentence(id, &args)
}

/// The sentence of a key whose arguments are only known as pairs of text, such as those an error
/// or a price reason carries. Whole numbers choose plurals.
pub fn words_of(id: &str, arguments: &[(String, String)]) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in arguments {
        match value.parse::<i64>() {
            Ok(number) => args.set(name.clone(), number),
            Err(_) => args.set(name.clone(), value.clone()),
        }
    }
    let Some(words) = try_consume_context::<Words>() else {
        return id.to_owned();
    };
    words.sentence(id, &args)
}

/// English first, then the language over it: a sentence missing in one is still a sentence.
fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.identifier()]);
    // Marks around arguments keep a Latin name inside an Arabic sentence in place. Where text and
    // names run the same way they are noise to whoever copies the text.
    bundle.set_use_isolating(language.dir() == "rtl");
    for source in [Language::English.source(), language.source()] {
        match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => bundle.add_resource_overriding(resource),
            Err((resource, errors)) => {
                tracing::error!(?errors, language = language.tag(), "the words have mistakes");
                bundle.add_resource_overriding(resource);
            }
        }
    }
    bundle
}
