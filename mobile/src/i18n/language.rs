//! The languages the screens speak.

use crate::platform;
use dioxus_i18n::unic_langid::{LanguageIdentifier, langid};

/// A language of the screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Portuguese as in Brazil.
    Portuguese,
    /// Spanish.
    Spanish,
    /// Arabic, right to left.
    Arabic,
}

impl Language {
    /// All of them, in the order the choice lists them.
    pub const ALL: [Self; 4] = [Self::English, Self::Portuguese, Self::Spanish, Self::Arabic];

    /// Its BCP 47 tag, for instance `pt-BR`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Portuguese => "pt-BR",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Portuguese => "Português (Brasil)",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
        }
    }

    /// The direction it is written in: `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }

    /// The language of a tag or a POSIX locale name: `pt`, `pt-PT` and `pt_BR.UTF-8` are all
    /// Portuguese. `None` for a language the screens do not speak.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| {
            first.eq_ignore_ascii_case(language.tag().get(..2).unwrap_or_default())
        })
    }

    /// The language of the system, or English.
    pub fn of_system() -> Self {
        platform::language_tag().and_then(|tag| Self::from_tag(&tag)).unwrap_or_default()
    }

    /// The language of a command line argument.
    ///
    /// # Errors
    /// A sentence that names the languages there are.
    pub fn parse(tag: &str) -> Result<Self, String> {
        Self::from_tag(tag).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.into_iter().map(Self::tag).collect();
            format!("no words in {tag}; there are {}", known.join(", "))
        })
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
            Self::Portuguese => langid!("pt-BR"),
            Self::Spanish => langid!("es"),
            Self::Arabic => langid!("ar"),
        }
    }

    pub(crate) fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../../../assets/i18n/en.ftl"),
            Self::Portuguese => include_str!("../../../assets/i18n/pt-BR.ftl"),
            Self::Spanish => include_str!("../../../assets/i18n/es.ftl"),
            Self::Arabic => include_str!("../../../assets/i18n/ar.ftl"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_name_finds_its_language() {
        for (name, language) in [
            ("en", Some(Language::English)),
            ("en_GB.UTF-8", Some(Language::English)),
            ("PT", Some(Language::Portuguese)),
            ("pt_BR.UTF-8", Some(Language::Portuguese)),
            ("es-419", Some(Language::Spanish)),
            ("ar_EG@currency", Some(Language::Arabic)),
            ("C.UTF-8", None),
            ("", None),
            ("eng", None),
        ] {
            assert_eq!(Language::from_tag(name), language, "{name}");
        }
    }

    #[test]
    fn every_tag_finds_itself() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.tag()), Ok(language));
        }
    }
}
