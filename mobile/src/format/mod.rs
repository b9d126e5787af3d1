//! Figures, amounts, dates and distances as the language of the screen writes them.
//!
//! Figures come from exact decimals and are only written here, never rounded for the books: an
//! amount shown has the digits of its currency, and what is booked has been rounded before.

mod currency;
pub mod dates;
pub mod entry;
pub mod hits;
pub mod links;
pub mod spans;
pub mod stock;
pub mod units;

use crate::i18n::{Language, language};
use crate::tr;
use rust_decimal::{Decimal, RoundingStrategy};

/// The minus as a language needs it: the true sign, since a hyphen is narrower than the digits. Among
/// letters that run from right to left it would end up behind the digits it stands before; a
/// left-to-right mark holds it in its place.
fn minus(language: Language) -> &'static str {
    match language {
        Language::Arabic => "\u{200e}\u{2212}",
        Language::English | Language::Portuguese | Language::Spanish => "\u{2212}",
    }
}

/// The decimal and the group mark of a language.
pub(crate) fn marks(language: Language) -> (char, char) {
    match language {
        Language::English | Language::Arabic => ('.', ','),
        Language::Portuguese | Language::Spanish => (',', '.'),
    }
}

/// A figure with groups and exactly `places` decimals: `1,284.50`, `1.284,50`.
///
/// A value with more decimals is rounded half away from zero, as ERPNext's forms show it.
pub fn figure_in(language: Language, value: Decimal, places: u32) -> String {
    let value = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let plain = format!("{:.*}", places as usize, value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (decimal, group) = marks(language);
    let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 6);
    if value.is_sign_negative() && !value.is_zero() {
        text.push_str(minus(language));
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

/// A figure in the language of the screen. See [`figure_in`].
pub fn figure(value: Decimal, places: u32) -> String {
    figure_in(language(), value, places)
}

/// A quantity: as many decimals as it has, at most nine, and none that are zero.
pub fn quantity(value: Decimal) -> String {
    let value = value.round_dp(9).normalize();
    figure_in(language(), value, value.scale())
}

/// A percentage with its sign in the way of the language: `10 %`, `10%`.
pub fn percent(value: Decimal) -> String {
    tr!("format-percent", figure: quantity(value))
}

/// Digits an amount in a currency has after the decimal mark.
pub fn decimals(currency: &str) -> u32 {
    currency::decimals(currency)
}

/// A price per unit: in the digits of its currency, and more where it has more.
pub fn rate(value: Decimal, currency: &str) -> String {
    let value = value.round_dp(9).normalize();
    figure(value, currency::decimals(currency).max(value.scale()))
}

/// A figure to be typed over: the decimal mark of the language and no groups.
pub fn typed(value: Decimal) -> String {
    let (decimal, _) = marks(language());
    value.round_dp(9).normalize().to_string().replace('.', &decimal.to_string())
}

/// An amount in the digits of its currency, without the sign: what columns show.
pub fn amount(value: Decimal, currency: &str) -> String {
    figure(value, currency::decimals(currency))
}

/// An amount with the sign of its currency: `€404.95`, `404,95 €`, `CHF 12.00`.
pub fn money(value: Decimal, currency: &str) -> String {
    money_in(language(), value, currency)
}

/// An amount with its sign in a language. See [`money`].
pub fn money_in(language: Language, value: Decimal, currency: &str) -> String {
    let figure = figure_in(language, value.abs(), currency::decimals(currency));
    let minus = if value.is_sign_negative() && !value.is_zero() { minus(language) } else { "" };
    let sign = currency::sign(currency);
    match (language, sign) {
        (Language::Spanish, _) => format!("{minus}{figure}\u{a0}{}", sign.unwrap_or(currency)),
        (Language::Portuguese, _) => format!("{minus}{}\u{a0}{figure}", sign.unwrap_or(currency)),
        (_, Some(sign)) => format!("{minus}{sign}{figure}"),
        (_, None) => format!("{minus}{currency}\u{a0}{figure}"),
    }
}

/// A distance as a person says it: `600 m`, `1.2 km`, `14 km`.
pub fn distance(metres: u32) -> String {
    if metres < 1_000 {
        // Nobody walks by the metre: the nearest ten is as good as the position is.
        return tr!("format-metres", figure: figure(Decimal::from((metres + 5) / 10 * 10), 0));
    }
    let kilometres = Decimal::from(metres) / Decimal::from(1_000);
    let places = if metres < 10_000 { 1 } else { 0 };
    tr!("format-kilometres", figure: figure(kilometres, places))
}

/// The first letters of the first two words that are not written small, for a tile: `Mercearia do
/// Bonfim` is `MB`. Empty for an empty name.
pub fn monogram(name: &str) -> String {
    let initials =
        || name.split_whitespace().filter_map(|w| w.chars().find(|c| c.is_alphanumeric()));
    let large: String = initials().filter(|c| !c.is_lowercase()).take(2).collect();
    if large.is_empty() { initials().take(1).flat_map(char::to_uppercase).collect() } else { large }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn figures_follow_the_language() {
        for (language, value, places, text) in [
            (Language::English, "1284.5", 2, "1,284.50"),
            (Language::Portuguese, "1284.5", 2, "1.284,50"),
            (Language::Spanish, "-1234567.891", 2, "−1.234.567,89"),
            (Language::Arabic, "404.95", 2, "404.95"),
            (Language::Arabic, "-4.28", 2, "\u{200e}−4.28"),
            (Language::English, "999", 0, "999"),
            (Language::English, "1000", 0, "1,000"),
            (Language::English, "-0.001", 2, "0.00"),
            (Language::English, "0.005", 2, "0.01"),
        ] {
            assert_eq!(figure_in(language, decimal(value), places), text);
        }
    }

    #[test]
    fn amounts_carry_the_sign_where_the_language_puts_it() {
        for (language, value, currency, text) in [
            (Language::English, "404.95", "EUR", "€404.95"),
            (Language::English, "-3", "EUR", "−€3.00"),
            (Language::Spanish, "404.95", "EUR", "404,95\u{a0}€"),
            (Language::Portuguese, "404.95", "BRL", "R$\u{a0}404,95"),
            (Language::English, "12", "CHF", "CHF\u{a0}12.00"),
            (Language::English, "1200", "JPY", "¥1,200"),
            (Language::English, "1.5", "KWD", "KWD\u{a0}1.500"),
        ] {
            assert_eq!(money_in(language, decimal(value), currency), text);
        }
    }

    #[test]
    fn a_name_gives_its_monogram() {
        for (name, letters) in [
            ("Mercearia Flor do Bonfim", "MF"),
            ("Tasca do Cais", "TC"),
            ("Café Âncora", "CÂ"),
            ("بقالة زهرة", "بز"),
            ("", ""),
            ("café", "C"),
        ] {
            assert_eq!(monogram(name), letters);
        }
    }
}
