//! Figures as people type them.

use super::marks;
use crate::i18n::Language;
use crate::key;
use rust_decimal::Decimal;
use thiserror::Error;

/// Longer than any quantity or amount; what is longer was pasted by mistake.
const LONGEST: usize = 24;

/// Why a typed figure is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// There is something in it that is neither digit, sign nor mark, or marks stand wrongly.
    #[error("not a number")]
    NotANumber,
    /// More digits than any figure here has.
    #[error("too long for a number")]
    TooLong,
}

impl NumberError {
    /// Key of the sentence for the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Empty => key!("error-number-empty"),
            Self::NotANumber => key!("error-number-not"),
            Self::TooLong => key!("error-number-long"),
        }
    }
}

/// Reads a figure in the habits of a language: digits of any script Satchel is written in, its
/// decimal mark, its groups, a sign in front.
///
/// A single mark of the other kind counts as the decimal mark unless exactly three digits follow
/// it: `1,5` is one and a half in English too, `1,500` is fifteen hundred.
///
/// # Errors
/// [`NumberError`]; exponents, units and stray marks are refused rather than guessed at.
pub fn parse_number(language: Language, text: &str) -> Result<Decimal, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(NumberError::TooLong);
    }
    let (negative, body) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (decimal, group) = marks(language);
    let plain = body.chars().map(|c| plain(c, decimal, group)).collect::<Option<Vec<_>>>();
    let parts = Parts::of(&plain.ok_or(NumberError::NotANumber)?)?;
    let number = format!("{}.{}", parts.whole, parts.fraction);
    let number = number.trim_end_matches('.');
    let value: Decimal = number.parse().map_err(|_| NumberError::TooLong)?;
    Ok(if negative { -value } else { value })
}

#[derive(Clone, Copy, PartialEq)]
enum Typed {
    Digit(char),
    Decimal,
    Group,
}

fn plain(c: char, decimal: char, group: char) -> Option<Typed> {
    let from = |zero: char| {
        let digit = (c as u32).checked_sub(zero as u32).filter(|digit| *digit < 10)?;
        char::from_digit(digit, 10).map(Typed::Digit)
    };
    // Latin, Arabic-Indic and eastern Arabic-Indic digits; the Arabic decimal and group marks.
    from('0').or_else(|| from('\u{660}')).or_else(|| from('\u{6f0}')).or(match c {
        _ if c == decimal => Some(Typed::Decimal),
        _ if c == group => Some(Typed::Group),
        '\u{66b}' => Some(Typed::Decimal),
        '\u{66c}' | ' ' | '\u{a0}' | '\u{202f}' | '\'' => Some(Typed::Group),
        _ => None,
    })
}

struct Parts {
    whole: String,
    fraction: String,
}

impl Parts {
    fn of(typed: &[Typed]) -> Result<Self, NumberError> {
        let mut runs = vec![(None, String::new())];
        for one in typed {
            match one {
                Typed::Digit(digit) => {
                    if let Some((_, run)) = runs.last_mut() {
                        run.push(*digit);
                    }
                }
                mark => runs.push((Some(*mark), String::new())),
            }
        }
        if runs.iter().all(|(_, run)| run.is_empty()) {
            return Err(NumberError::NotANumber);
        }
        // A lone group mark that does not part thousands was meant as the decimal mark.
        if let [_, (mark @ Some(Typed::Group), run)] = runs.as_mut_slice()
            && run.len() != 3
        {
            *mark = Some(Typed::Decimal);
        }
        let mut parts = Self { whole: String::new(), fraction: String::new() };
        let mut after_decimal = false;
        for (mark, run) in runs {
            match mark {
                None => parts.whole = run,
                Some(Typed::Group)
                    if !after_decimal && run.len() == 3 && !parts.whole.is_empty() =>
                {
                    parts.whole.push_str(&run);
                }
                Some(Typed::Decimal) if !after_decimal => {
                    after_decimal = true;
                    parts.fraction = run;
                }
                Some(_) => return Err(NumberError::NotANumber),
            }
        }
        if parts.whole.is_empty() {
            parts.whole.push('0');
        }
        Ok(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn figures_as_people_type_them() {
        let (en, pt) = (Language::English, Language::Portuguese);
        for (language, text, value) in [
            (en, "9", "9"),
            (en, " 12.5 ", "12.5"),
            (en, "1,284.50", "1284.50"),
            (en, "1,5", "1.5"),
            (en, "1,500", "1500"),
            (pt, "1,5", "1.5"),
            (pt, "1.284,50", "1284.50"),
            (pt, "1.5", "1.5"),
            (en, "٣", "3"),
            (en, "١٢٫٥", "12.5"),
            (en, "۴", "4"),
            (en, "-3", "-3"),
            (en, "−3", "-3"),
            (en, ".5", "0.5"),
            (en, "5.", "5"),
            (en, "1 284", "1284"),
        ] {
            assert_eq!(parse_number(language, text), Ok(value.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        let en = Language::English;
        for text in ["1e9", "abc", ".", "-", "1.2.3", "1,2,3", "1..2", "--1", "½", "0x1F", ",500,1"]
        {
            assert_eq!(parse_number(en, text), Err(NumberError::NotANumber), "{text}");
        }
        assert_eq!(parse_number(en, "  "), Err(NumberError::Empty));
        assert_eq!(parse_number(en, &"9".repeat(25)), Err(NumberError::TooLong));
    }

    proptest! {
        #[test]
        fn nothing_typed_can_break_it(text in "\\PC{0,40}") {
            for language in Language::ALL {
                let _ = parse_number(language, &text);
            }
        }

        #[test]
        fn plain_digits_read_as_themselves(value in 0u64..1_000_000_000_000) {
            for language in Language::ALL {
                prop_assert_eq!(parse_number(language, &value.to_string()), Ok(value.into()));
            }
        }
    }
}
