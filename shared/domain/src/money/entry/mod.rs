//! What a rep types as a quantity, a rate, an amount or a percentage.
//!
//! The text is read by the number format of the site, with any digits (Latin, Arabic-Indic,
//! Persian and others), and judged by what the figure is for. A field that is still being typed may
//! end with a mark: `1,` is 1.

mod marks;

use rust_decimal::Decimal;

use super::NumberFormat;
use marks::{Plain, plain};

/// Longest text read; more is no figure a person typed.
pub const MAX_LENGTH: usize = 64;

/// Digits before the decimal mark that the server's columns hold: `decimal(21,9)`.
const MAX_WHOLE_DIGITS: usize = 12;

/// Digits behind it that they hold.
pub const MAX_DECIMALS: u32 = 9;

/// What the figure is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// `qty` of a line: more than 0, and whole where the unit asks for it
    /// (`UOM.must_be_whole_number`).
    Quantity {
        /// `UOM.must_be_whole_number`.
        must_be_whole_number: bool,
    },
    /// `rate` or `price_list_rate`: 0 or more.
    Rate,
    /// An amount such as `discount_amount`: 0 or more.
    Amount,
    /// `discount_percentage` or `progress`: 0 to 100; a percent sign may stand behind it.
    Percentage,
}

/// Why a text is not such a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryRefusal {
    /// Nothing but spaces.
    #[error("nothing typed")]
    Empty,
    /// A sign or a mark without a digit yet.
    #[error("no digit yet")]
    Unfinished,
    /// Not a number in any way of writing, or marks where none may stand.
    #[error("not a number")]
    NotANumber,
    /// Longer than [`MAX_LENGTH`].
    #[error("too long for a number")]
    TooLong,
    /// Below 0.
    #[error("negative")]
    Negative,
    /// 0 where there must be some.
    #[error("zero")]
    Zero,
    /// More digits before the decimal mark than the server stores.
    #[error("more than {MAX_WHOLE_DIGITS} digits before the decimal mark")]
    TooLarge,
    /// More digits behind the decimal mark than are kept.
    #[error("more than {decimals} digits behind the decimal mark")]
    TooManyDecimals {
        /// Digits kept.
        decimals: u32,
    },
    /// A fraction of a unit that comes in whole ones.
    #[error("a fraction of a whole unit")]
    NotWhole,
    /// A percentage over 100.
    #[error("over 100 %")]
    Over100,
}

impl EntryRefusal {
    /// The key of the sentence shown to the rep; [`EntryRefusal::TooManyDecimals`] has the argument
    /// `decimals`.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Empty => "error-entry-empty",
            Self::Unfinished => "error-entry-unfinished",
            Self::NotANumber => "error-entry-not-a-number",
            Self::TooLong => "error-entry-too-long",
            Self::Negative => "error-entry-negative",
            Self::Zero => "error-entry-zero",
            Self::TooLarge => "error-entry-too-large",
            Self::TooManyDecimals { .. } => "error-entry-too-many-decimals",
            Self::NotWhole => "error-entry-not-whole",
            Self::Over100 => "error-entry-over-100",
        }
    }
}

/// Reads a typed figure.
///
/// `decimals` is the precision of the field (`float_precision` for quantities and percentages, that
/// of the currency for money), at most [`MAX_DECIMALS`]; closing zeros do not count. The format's
/// decimal mark wins; another mark is taken for it where it cannot be a group mark (`1.5` on a site
/// that writes `1,5`).
///
/// # Errors
///
/// [`EntryRefusal`]; nothing is rounded or cut to fit.
pub fn read(
    text: &str,
    figure: Figure,
    number_format: NumberFormat,
    decimals: u32,
) -> Result<Decimal, EntryRefusal> {
    if text.len() > MAX_LENGTH * 4 || text.chars().count() > MAX_LENGTH {
        return Err(EntryRefusal::TooLong);
    }
    let text = text.trim();
    let text = match figure {
        Figure::Percentage => text.trim_end_matches(['%', '٪', '％']).trim_end(),
        _ => text,
    };
    let value = decimal(&plain(text, number_format)?, decimals.min(MAX_DECIMALS))?;
    match figure {
        _ if value.is_sign_negative() && !value.is_zero() => Err(EntryRefusal::Negative),
        Figure::Quantity { .. } if value.is_zero() => Err(EntryRefusal::Zero),
        Figure::Quantity { must_be_whole_number: true } if !value.fract().is_zero() => {
            Err(EntryRefusal::NotWhole)
        }
        Figure::Percentage if value > Decimal::ONE_HUNDRED => Err(EntryRefusal::Over100),
        _ => Ok(value.abs()),
    }
}

fn decimal(plain: &Plain, decimals: u32) -> Result<Decimal, EntryRefusal> {
    let whole = plain.whole.trim_start_matches('0');
    let fraction = plain.fraction.trim_end_matches('0');
    if whole.len() > MAX_WHOLE_DIGITS {
        return Err(EntryRefusal::TooLarge);
    }
    if fraction.len() > decimals as usize {
        return Err(EntryRefusal::TooManyDecimals { decimals });
    }
    let sign = if plain.negative { "-" } else { "" };
    format!("{sign}{whole:0>1}.{fraction:0>1}")
        .parse::<Decimal>()
        .map(|value| value.normalize())
        .map_err(|_| EntryRefusal::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::format::fmt_decimal;
    use proptest::prelude::*;

    const QUANTITY: Figure = Figure::Quantity { must_be_whole_number: false };

    fn quantity(text: &str, format: &str) -> Result<String, EntryRefusal> {
        read(text, QUANTITY, NumberFormat::named(format), 9).map(|value| value.to_string())
    }

    #[test]
    fn the_mark_of_the_site_wins() {
        for (text, format, value) in [
            ("1.5", "#,###.##", "1.5"),
            ("1,5", "#.###,##", "1.5"),
            ("1.234", "#,###.##", "1.234"),
            ("1.234", "#.###,##", "1234"),
            ("1,234", "#,###.##", "1234"),
            ("1.234,50", "#.###,##", "1234.5"),
            ("1 234,50", "# ###,##", "1234.5"),
            ("1\u{202f}234,50", "# ###,##", "1234.5"),
            ("1’234.50", "#'###.##", "1234.5"),
            ("12,34,567.5", "#,##,###.##", "1234567.5"),
            ("1, 234.5", "#, ###.##", "1234.5"),
        ] {
            assert_eq!(quantity(text, format).as_deref(), Ok(value), "{text} in {format}");
        }
    }

    #[test]
    fn another_mark_is_taken_where_it_can_mean_one_thing() {
        for (text, format, value) in [
            ("1.5", "#.###,##", "1.5"),
            ("1,5", "#,###.##", "1.5"),
            ("1.234,50", "#,###.##", "1234.5"),
            ("1,234,567", "#.###,##", "1234567"),
            ("1.5", "# ###,##", "1.5"),
            ("0,250", "#,###.##", "0.25"),
        ] {
            assert_eq!(quantity(text, format).as_deref(), Ok(value), "{text} in {format}");
        }
    }

    #[test]
    fn digits_of_other_scripts() {
        assert_eq!(quantity("٣", "#,###.##").as_deref(), Ok("3"));
        assert_eq!(quantity("۱۲٫۵", "#,###.##").as_deref(), Ok("12.5"));
        assert_eq!(quantity("\u{200f}١٬٢٣٤٫٥٠", "#,###.##").as_deref(), Ok("1234.5"));
        assert_eq!(quantity("１２", "#,###.##").as_deref(), Ok("12"));
    }

    #[test]
    fn a_figure_still_being_typed() {
        assert_eq!(quantity("1,", "#.###,##").as_deref(), Ok("1"));
        assert_eq!(quantity("1.", "#.###,##").as_deref(), Ok("1"));
        assert_eq!(quantity(",5", "#.###,##").as_deref(), Ok("0.5"));
        assert_eq!(quantity("-", "#,###.##"), Err(EntryRefusal::Unfinished));
        assert_eq!(quantity(".", "#,###.##"), Err(EntryRefusal::Unfinished));
        assert_eq!(quantity("  ", "#,###.##"), Err(EntryRefusal::Empty));
    }

    #[test]
    fn what_is_no_number() {
        for text in
            ["1e9", "NaN", "inf", "0x10", "1..5", "1,2,3", "12 34", "--1", "1-", "½", "1,234.5.6"]
        {
            assert_eq!(quantity(text, "#,###.##"), Err(EntryRefusal::NotANumber), "{text}");
        }
        assert_eq!(quantity(&"9".repeat(65), "#,###.##"), Err(EntryRefusal::TooLong));
    }

    #[test]
    fn bounds() {
        assert_eq!(quantity("-3", "#,###.##"), Err(EntryRefusal::Negative));
        assert_eq!(quantity("0.00", "#,###.##"), Err(EntryRefusal::Zero));
        assert_eq!(quantity("-0", "#,###.##"), Err(EntryRefusal::Zero));
        assert_eq!(quantity("1000000000000", "#,###.##"), Err(EntryRefusal::TooLarge));
        assert_eq!(quantity("0000000000001", "#,###.##").as_deref(), Ok("1"));
        let format = NumberFormat::default();
        assert_eq!(
            read("1.2345", QUANTITY, format, 3),
            Err(EntryRefusal::TooManyDecimals { decimals: 3 })
        );
        assert_eq!(read("1.23000", QUANTITY, format, 2).unwrap().to_string(), "1.23");
        let whole = Figure::Quantity { must_be_whole_number: true };
        assert_eq!(read("1.5", whole, format, 3), Err(EntryRefusal::NotWhole));
        assert_eq!(read("2.0", whole, format, 3).unwrap().to_string(), "2");
        assert_eq!(read("100.1", Figure::Percentage, format, 3), Err(EntryRefusal::Over100));
        assert_eq!(read("12,5 %", Figure::Percentage, format, 3).unwrap().to_string(), "12.5");
        assert_eq!(read("0", Figure::Rate, format, 2), Ok(Decimal::ZERO));
    }

    fn any_figure() -> impl Strategy<Value = Figure> {
        prop_oneof![
            any::<bool>().prop_map(|whole| Figure::Quantity { must_be_whole_number: whole }),
            Just(Figure::Rate),
            Just(Figure::Amount),
            Just(Figure::Percentage),
        ]
    }

    proptest! {
        #[test]
        fn any_text_is_a_figure_in_bounds_or_a_refusal(
            text in "\\PC{0,80}|[-+0-9٠-٩.,' ٫٬%]{0,24}", figure in any_figure(), at in 0..10_usize,
            decimals in 0..12_u32,
        ) {
            if let Ok(value) = read(&text, figure, NumberFormat::all()[at], decimals) {
                prop_assert!(!value.is_sign_negative());
                prop_assert!(value < Decimal::from(1_000_000_000_000_u64));
                prop_assert!(value.scale() <= decimals.min(MAX_DECIMALS));
            }
        }

        #[test]
        fn what_is_shown_reads_back(
            nano in 1..1_000_000_000_000_000_000_i64, scale in 0..10_u32, at in 0..10_usize,
        ) {
            let value = Decimal::new(nano % 10_i64.pow(12 + scale.min(6)), scale);
            prop_assume!(!value.is_zero());
            let format = NumberFormat::all()[at];
            let shown = fmt_decimal(value, format, None);
            prop_assert_eq!(read(&shown, QUANTITY, format, 9), Ok(value.normalize()), "{}", shown);
        }

        #[test]
        fn arabic_digits_read_as_latin_ones(number in 1..1_000_000_000_u32) {
            let arabic: String = number
                .to_string()
                .chars()
                .filter_map(|digit| char::from_u32(0x0660 + digit.to_digit(10)?))
                .collect();
            prop_assert_eq!(
                read(&arabic, QUANTITY, NumberFormat::default(), 3),
                Ok(Decimal::from(number))
            );
        }
    }
}
