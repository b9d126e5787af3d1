//! Which way a sentence runs whose words are all arguments, such as a date.

/// Begin of text that runs its own way, whatever stands around it (UAX #9, 2.4.2): LRI, RLI and FSI.
const OPEN: [char; 3] = ['\u{2066}', '\u{2067}', '\u{2068}'];
/// Its end: PDI.
const CLOSE: char = '\u{2069}';
/// A mark without width that runs from right to left: RLM.
const MARK: char = '\u{200f}';

/// Gives a sentence its direction where only its arguments would: "7 May" in Arabic is two of them, each
/// between marks that hide it from whatever looks for the first letter (UAX #9, P2), so the whole would
/// run from left to right, the month before the day.
pub fn steady(sentence: String) -> String {
    let mut depth = 0_usize;
    let mut hidden = false;
    for sign in sentence.chars() {
        match sign {
            sign if OPEN.contains(&sign) => depth = depth.saturating_add(1),
            CLOSE => depth = depth.saturating_sub(1),
            MARK => return sentence,
            sign if depth == 0 && sign.is_alphabetic() => return sentence,
            sign => hidden |= runs_left(sign),
        }
    }
    if hidden { format!("{MARK}{sentence}") } else { sentence }
}

/// A letter of a script that runs from right to left: the blocks from Hebrew to Arabic Extended-A and
/// their presentation forms.
fn runs_left(sign: char) -> bool {
    sign.is_alphabetic()
        && matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_of_arguments_runs_as_its_month() {
        let date = "\u{2068}7\u{2069} \u{2068}مايو\u{2069}";
        assert_eq!(steady(date.to_owned()), format!("\u{200f}{date}"));
        assert_eq!(steady(steady(date.to_owned())), format!("\u{200f}{date}"), "once is enough");
    }

    #[test]
    fn what_has_a_direction_keeps_it() {
        for sentence in [
            "طلب في \u{2068}7\u{2069}",
            "\u{2068}9\u{2069} × \u{2068}4.59\u{2069}",
            "VAT \u{2068}مايو\u{2069}",
            "",
        ] {
            assert_eq!(steady(sentence.to_owned()), sentence);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_a_mark_is_added(sentence in "\\PC{0,40}") {
            let steadied = steady(sentence.clone());
            prop_assert_eq!(steadied.strip_prefix(MARK).unwrap_or(&steadied), sentence.strip_prefix(MARK).unwrap_or(&sentence));
        }
    }
}
