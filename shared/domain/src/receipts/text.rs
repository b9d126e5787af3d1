//! The width of texts in signs of a monospaced font, and where they break.

use unicode_bidi::{Direction, get_base_direction};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Signs a text takes; East Asian ones count two, joined and combining ones as one with their base.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true).map(grapheme_width).sum()
}

fn grapheme_width(grapheme: &str) -> usize {
    grapheme.width().min(2)
}

/// Whether the first letter with a direction reads from right to left.
pub(super) fn is_rtl(text: &str) -> bool {
    get_base_direction(text) == Direction::Rtl
}

/// The lines of a text within a width, broken at spaces, and within a word only where it is longer
/// than a line. Always one line at least; a sign wider than the width stands alone.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let needed = width(word);
        if used > 0 && used + 1 + needed <= room {
            line.push(' ');
            line.push_str(word);
            used += 1 + needed;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for grapheme in word.graphemes(true) {
            let step = grapheme_width(grapheme);
            if used > 0 && used + step > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(grapheme);
            used += step;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn widths() {
        assert_eq!(width("abc"), 3);
        assert_eq!(width("ação"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("日本"), 4);
        assert_eq!(width("👩‍🚀"), 2);
        assert_eq!(width("عربي"), 4);
    }

    #[test]
    fn breaks() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("日本語", 5), ["日本", "語"]);
    }

    #[test]
    fn direction_is_that_of_the_first_letter() {
        assert!(is_rtl("12 قهوة"));
        assert!(!is_rtl("Coffee قهوة"));
        assert!(!is_rtl("12.50"));
    }

    proptest! {
        #[test]
        fn lines_fit_and_keep_every_sign(text in "\\PC{0,60}|[a-z ]{0,60}", room in 2..50_usize) {
            let lines = wrap(&text, room);
            prop_assert!(lines.iter().all(|line| width(line) <= room));
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
        }
    }
}
