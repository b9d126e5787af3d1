//! Figures as people type them, read by `satchel_domain::money::entry` in the habits of the
//! language of the screen.

use super::marks;
use crate::i18n::words_of;
use crate::i18n::{Language, language};
use rust_decimal::Decimal;
use satchel_domain::money::NumberFormat;
use satchel_domain::money::entry;
pub use satchel_domain::money::entry::{EntryRefusal, Figure, MAX_DECIMALS};

/// How a language writes numbers.
fn number_format(language: Language) -> NumberFormat {
    NumberFormat::named(match marks(language) {
        (',', _) => "#.###,##",
        _ => "#,###.##",
    })
}

/// Reads a figure typed into a field, in a language. `decimals` is what the figure keeps.
///
/// # Errors
/// [`EntryRefusal`]; [`refusal`] words it.
pub fn read_in(
    language: Language,
    text: &str,
    figure: Figure,
    decimals: u32,
) -> Result<Decimal, EntryRefusal> {
    entry::read(text, figure, number_format(language), decimals)
}

/// Reads a figure typed into a field, in the language of the screen. See [`read_in`].
///
/// # Errors
/// [`EntryRefusal`].
pub fn read(text: &str, figure: Figure, decimals: u32) -> Result<Decimal, EntryRefusal> {
    read_in(language(), text, figure, decimals)
}

/// Reads what the keys of the keypad have built: plain digits with a point, whatever mark the
/// language of the screen writes (see [`crate::components::PadKey::press`]).
///
/// # Errors
/// [`EntryRefusal`].
pub fn read_keys(text: &str, figure: Figure, decimals: u32) -> Result<Decimal, EntryRefusal> {
    entry::read(text, figure, NumberFormat::default(), decimals)
}

/// What keys have built so far, as the language writes it: its decimal mark, no groups, and what
/// is still being typed left standing. Nothing typed shows as 0.
pub fn keys_shown(text: &str) -> String {
    if text.is_empty() {
        return "0".to_owned();
    }
    text.replace('.', &marks(language()).0.to_string())
}

/// Why a figure was not taken, in the words of the screen.
pub fn refusal(refusal: EntryRefusal) -> String {
    let args = match refusal {
        EntryRefusal::TooManyDecimals { decimals } => {
            vec![("decimals".to_owned(), decimals.to_string())]
        }
        _ => Vec::new(),
    };
    words_of(refusal.message_id(), &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::figure_in;
    use proptest::prelude::*;

    const QUANTITY: Figure = Figure::Quantity { must_be_whole_number: false };

    #[test]
    fn each_language_reads_its_own_marks() {
        for (language, text, value) in [
            (Language::English, "1,284.50", "1284.5"),
            (Language::English, "1,5", "1.5"),
            (Language::Portuguese, "1,5", "1.5"),
            (Language::Portuguese, "1.284,50", "1284.5"),
            (Language::Spanish, "1.500", "1500"),
            (Language::Arabic, "٣", "3"),
            (Language::Arabic, "١٢٫٥", "12.5"),
        ] {
            let read = read_in(language, text, QUANTITY, 9).map(|value| value.to_string());
            assert_eq!(read.as_deref(), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        for (text, refusal) in [
            ("1e9", EntryRefusal::NotANumber),
            ("-3", EntryRefusal::Negative),
            ("", EntryRefusal::Empty),
            ("0", EntryRefusal::Zero),
        ] {
            assert_eq!(read_in(Language::English, text, QUANTITY, 9), Err(refusal), "{text}");
        }
    }

    #[test]
    fn keys_write_a_point_in_every_language() {
        assert_eq!(read_keys("12.500", QUANTITY, 9), Ok(Decimal::new(125, 1)));
        assert_eq!(read_keys("1.", QUANTITY, 9), Ok(Decimal::ONE));
    }

    #[test]
    fn every_refusal_has_its_sentence() {
        for refusal in [
            EntryRefusal::Empty,
            EntryRefusal::Unfinished,
            EntryRefusal::NotANumber,
            EntryRefusal::TooLong,
            EntryRefusal::Negative,
            EntryRefusal::Zero,
            EntryRefusal::TooLarge,
            EntryRefusal::TooManyDecimals { decimals: 2 },
            EntryRefusal::NotWhole,
            EntryRefusal::Over100,
        ] {
            let line = format!("\n{} = ", refusal.message_id());
            for language in Language::ALL {
                assert!(language.source().contains(&line), "{} lacks {line}", language.tag());
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_can_break_it(text in "\\PC{0,80}") {
            for language in Language::ALL {
                let _ = read_in(language, &text, QUANTITY, 9);
            }
        }

        #[test]
        fn what_is_written_reads_back(units in 1i64..10i64.pow(14), scale in 2u32..6) {
            let value = Decimal::new(units, scale);
            for language in Language::ALL {
                let text = figure_in(language, value, scale);
                prop_assert_eq!(read_in(language, &text, Figure::Rate, 9), Ok(value.normalize()));
            }
        }
    }
}
