//! Why a row was parked, where it is the phone that says so and not the site.

/// The phone's own reasons. They stand where the site's words would, in a form no site writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnReason {
    /// The row cannot be read, or something it names is not there.
    Unreadable,
    /// The order it was to replace is at the site after all, under this name.
    ReplacedArrived(String),
    /// The draft it was to be written over was changed by somebody at the site; its name.
    ReplacedChanged(String),
    /// The draft is not at the site any more.
    Deleted,
    /// The document a change is for is not at the site any more.
    Gone,
    /// The order was cancelled at the site before it was submitted; its name.
    Cancelled(String),
    /// Its answer was lost at a site that kept no uid then: nobody but a person can tell whether it arrived.
    Unrecognisable,
}

const MARK: &str = "satchel:";

impl OwnReason {
    /// As it is kept.
    pub fn to_text(&self) -> String {
        match self {
            Self::Unreadable => format!("{MARK}unreadable"),
            Self::ReplacedArrived(name) => format!("{MARK}replaced-arrived:{name}"),
            Self::ReplacedChanged(name) => format!("{MARK}replaced-changed:{name}"),
            Self::Deleted => format!("{MARK}deleted"),
            Self::Gone => format!("{MARK}gone"),
            Self::Cancelled(name) => format!("{MARK}cancelled:{name}"),
            Self::Unrecognisable => format!("{MARK}unrecognisable"),
        }
    }

    /// Reads what is kept; nothing where the words are the site's.
    pub fn parse(words: &str) -> Option<Self> {
        let text = words.strip_prefix(MARK)?;
        let (kind, name) = text.split_once(':').unwrap_or((text, ""));
        Some(match kind {
            "unreadable" => Self::Unreadable,
            "replaced-arrived" => Self::ReplacedArrived(name.to_owned()),
            "replaced-changed" => Self::ReplacedChanged(name.to_owned()),
            "deleted" => Self::Deleted,
            "gone" => Self::Gone,
            "cancelled" => Self::Cancelled(name.to_owned()),
            "unrecognisable" => Self::Unrecognisable,
            _ => return None,
        })
    }

    /// The translation that tells the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::Unreadable => "sync-parked-unreadable",
            Self::ReplacedArrived(_) => "sync-parked-replaced-arrived",
            Self::ReplacedChanged(_) => "sync-parked-replaced-changed",
            Self::Deleted => "sync-parked-deleted",
            Self::Gone => "sync-parked-gone",
            Self::Cancelled(_) => "sync-parked-cancelled",
            Self::Unrecognisable => "sync-parked-unrecognisable",
        }
    }

    /// Its arguments: `name`, where there is one.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ReplacedArrived(name) | Self::ReplacedChanged(name) | Self::Cancelled(name) => {
                vec![("name", name.clone())]
            }
            Self::Unreadable | Self::Deleted | Self::Gone | Self::Unrecognisable => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn own_reasons_read_back() {
        for reason in [
            OwnReason::Unreadable,
            OwnReason::ReplacedArrived("SO-1:2".into()),
            OwnReason::ReplacedChanged("SO-1".into()),
            OwnReason::Deleted,
            OwnReason::Gone,
            OwnReason::Cancelled("SO-1".into()),
            OwnReason::Unrecognisable,
        ] {
            assert_eq!(OwnReason::parse(&reason.to_text()), Some(reason));
        }
    }

    proptest! {
        #[test]
        fn the_sites_words_are_nobodys_else(words in "[^s].*") {
            prop_assert_eq!(OwnReason::parse(&words), None);
        }

        #[test]
        fn any_words_are_read(words in "(satchel:)?.*") {
            OwnReason::parse(&words);
        }
    }
}
