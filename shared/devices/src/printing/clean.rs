//! Text as a printer may have it.

use unicode_normalization::UnicodeNormalization;

/// The text composed, with spaces of every width as plain ones and without control codes, line ends
/// and signs nobody sees: what is left cannot become a command, and takes the room it is given.
pub(super) fn clean(text: &str) -> String {
    text.nfc()
        .filter(|sign| !matches!(sign, '\u{ad}' | '\u{feff}' | '\u{200b}'))
        .map(|sign| {
            let line_end = matches!(sign, '\u{2028}' | '\u{2029}');
            if sign.is_control() || sign.is_whitespace() || line_end { ' ' } else { sign }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::clean;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_seen_is_not_printed() {
        assert_eq!(clean("e\u{301}\u{a0}a\u{1b}@\u{ad}\u{2028}b\u{9b}"), "é a @ b ");
    }

    proptest! {
        #[test]
        fn no_control_code_is_left(text in any::<String>()) {
            prop_assert!(!clean(&text).chars().any(char::is_control));
        }
    }
}
