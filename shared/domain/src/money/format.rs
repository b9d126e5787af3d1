//! Amounts and quantities as text, by the number format of the site.
//!
//! Source: `frappe/utils/data.py` (`fmt_money`); judged by the recorded `money-format` vectors.

use rust_decimal::Decimal;

use super::number_format::NumberFormat;

/// The sign of a Currency, and the units its smallest coin is a fraction of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencySymbol<'a> {
    /// `Currency.symbol`; where it is empty, the caller gives the currency's name.
    pub symbol: &'a str,
    /// `Currency.symbol_on_right`.
    pub symbol_on_right: bool,
    /// `Currency.fraction_units`: 100 cents, 1000 fils; 0 counts as 100.
    pub fraction_units: u32,
}

/// How an amount of money is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MoneyStyle<'a> {
    /// `number_format` of System Settings. Like the server, that of the currency has no say.
    pub number_format: NumberFormat,
    /// Digits asked for, else `currency_precision` of System Settings; `None` is the format's own.
    pub precision: Option<u32>,
    /// Sign to write; `None` without a currency or with `hide_currency_symbol`.
    pub currency: Option<CurrencySymbol<'a>>,
}

/// An amount as the server prints it: `$ 1,234.50`.
///
/// Rounds to the digits of the style, an exact half to even, from the exact binary value. With more
/// than two digits asked for, short amounts get only those of the currency's smallest unit (or of
/// the format). A format of whole numbers cuts what digits were asked for. NaN and infinite count
/// as 0.
pub fn fmt_money(amount: f64, style: &MoneyStyle<'_>) -> String {
    let amount = if amount.is_finite() { amount } else { 0.0 };
    let precision = effective_precision(amount, style) as usize;
    let rounded = format!("{amount:.precision$}");
    let negative = rounded.starts_with('-') && rounded.bytes().any(|b| matches!(b, b'1'..=b'9'));
    let (units, decimals) = split_digits(&rounded);
    let number = join(negative, units, decimals, &style.number_format);
    match style.currency {
        None => number,
        Some(currency) if currency.symbol_on_right => format!("{number} {}", currency.symbol),
        Some(currency) => format!("{} {number}", currency.symbol),
    }
}

/// An exact decimal as text, with `decimals` digits (rounded half to even) or, for `None`, those it
/// has without closing zeros. Quantities and percentages are shown this way.
///
/// A format of whole numbers has no decimal mark of its own; a fraction is then written with the
/// mark its group mark leaves free, so that no digit is lost or misread.
pub fn fmt_decimal(value: Decimal, number_format: NumberFormat, decimals: Option<u32>) -> String {
    let value = match decimals {
        None => value.normalize(),
        Some(digits) => {
            let mut rounded = value.round_dp(digits);
            rounded.rescale(digits);
            rounded
        }
    };
    let text = value.to_string();
    let (units, fraction) = split_digits(&text);
    let negative = value.is_sign_negative() && !value.is_zero();
    let whole = join(negative, units, "", &number_format);
    if fraction.is_empty() {
        return whole;
    }
    format!("{whole}{}{fraction}", decimal_mark(&number_format))
}

/// The decimal mark to write and read: that of the format, or the one its group mark leaves free.
pub fn decimal_mark(number_format: &NumberFormat) -> &'static str {
    match (number_format.decimal(), number_format.group()) {
        ("", ".") => ",",
        ("", _) => ".",
        (mark, _) => mark,
    }
}

fn effective_precision(amount: f64, style: &MoneyStyle<'_>) -> u32 {
    let format = style.number_format;
    let asked = style.precision.unwrap_or(format.precision());
    if asked <= 2 || format.decimal().is_empty() {
        return asked;
    }
    match fraction_digits(amount, asked) {
        0..=2 => match style.currency {
            Some(currency) if currency.fraction_units > 0 => currency.fraction_units.ilog10(),
            Some(_) => 2,
            None => format.precision(),
        },
        digits => digits.min(asked),
    }
}

/// Digits the part after the decimal mark needs once rounded; 1 for a whole number.
fn fraction_digits(amount: f64, precision: u32) -> u32 {
    let rounded = format!("{amount:.*}", precision as usize);
    let digits = split_digits(&rounded).1.trim_end_matches('0');
    u32::try_from(digits.len().max(1)).unwrap_or(precision)
}

fn split_digits(number: &str) -> (&str, &str) {
    let digits = number.strip_prefix('-').unwrap_or(number);
    digits.split_once('.').unwrap_or((digits, ""))
}

fn join(negative: bool, units: &str, decimals: &str, format: &NumberFormat) -> String {
    let mut text = String::with_capacity(units.len() * 2 + decimals.len() + 2);
    if negative {
        text.push('-');
    }
    for (at, digit) in units.chars().enumerate() {
        let left = units.len() - at;
        if at > 0 && starts_group(left, format.is_indian()) {
            text.push_str(format.group());
        }
        text.push(digit);
    }
    if !decimals.is_empty() && !format.decimal().is_empty() {
        text.push_str(format.decimal());
        text.push_str(decimals);
    }
    text
}

/// Whether a group begins where `left` digits remain.
fn starts_group(left: usize, indian: bool) -> bool {
    match (indian, left) {
        (_, 0..=2) => false,
        (true, 3..) => left % 2 == 1,
        (false, 3..) => left.is_multiple_of(3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::str::FromStr;

    fn style(format: &str) -> MoneyStyle<'static> {
        MoneyStyle { number_format: NumberFormat::named(format), ..MoneyStyle::default() }
    }

    #[test]
    fn groups_by_lakh_and_crore() {
        assert_eq!(fmt_money(123_456_789.5, &style("#,##,###.##")), "12,34,56,789.50");
    }

    #[test]
    fn a_sign_may_stand_on_the_right() {
        let currency = CurrencySymbol { symbol: "kr", symbol_on_right: true, fraction_units: 100 };
        let style = MoneyStyle { currency: Some(currency), ..style("# ###,##") };
        assert_eq!(fmt_money(1234.5, &style), "1 234,50 kr");
    }

    #[test]
    fn nothing_is_never_negative() {
        assert_eq!(fmt_money(-0.001, &style("#,###.##")), "0.00");
        assert_eq!(fmt_money(-0.4, &style("#,###")), "0");
        assert_eq!(fmt_money(f64::NAN, &style("#,###")), "0");
    }

    #[test]
    fn four_digits_are_cut_to_those_the_amount_needs() {
        let asked = MoneyStyle { precision: Some(4), ..style("#,###.##") };
        assert_eq!(fmt_money(1.23456, &asked), "1.2346");
        assert_eq!(fmt_money(1.234, &asked), "1.234");
        assert_eq!(fmt_money(1.2, &asked), "1.20");
    }

    #[test]
    fn decimals_show_what_they_have() {
        let brl = NumberFormat::named("#.###,##");
        let dec = |text| Decimal::from_str(text).unwrap();
        assert_eq!(fmt_decimal(dec("1234.500"), brl, None), "1.234,5");
        assert_eq!(fmt_decimal(dec("-0.00"), brl, None), "0");
        assert_eq!(fmt_decimal(dec("2"), brl, Some(2)), "2,00");
        assert_eq!(fmt_decimal(dec("1.5"), NumberFormat::named("#.###"), None), "1,5");
        assert_eq!(fmt_decimal(dec("1.5"), NumberFormat::named("#,###"), None), "1.5");
    }

    proptest! {
        #[test]
        fn any_amount_in_any_style_has_a_digit(
            amount in any::<f64>(), at in 0..10_usize, precision in proptest::option::of(0..9_u32),
            fraction_units in any::<u32>(),
        ) {
            let currency = Some(CurrencySymbol { symbol: "X", symbol_on_right: false, fraction_units });
            let number_format = NumberFormat::all()[at];
            let text = fmt_money(amount, &MoneyStyle { number_format, precision, currency });
            prop_assert!(text.bytes().any(|b| b.is_ascii_digit()));
        }

        #[test]
        fn grouping_keeps_every_digit(number in any::<u64>(), at in 0..10_usize) {
            let text = fmt_decimal(Decimal::from(number), NumberFormat::all()[at], None);
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits, number.to_string());
        }
    }
}
