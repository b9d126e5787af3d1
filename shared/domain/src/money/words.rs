//! Amounts in words, as ERPNext writes `in_words` and `base_in_words` in English.
//!
//! Source: `frappe/utils/data.py` (`money_in_words`, `in_words`), which leaves the spelling to the
//! `num2words` package; judged by the recorded `money-format` vectors and every recorded order.

use super::number_format::NumberFormat;

/// What the words need to know of a Currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencyWords<'a> {
    /// `Currency.name`, such as `BRL`.
    pub name: &'a str,
    /// `Currency.fraction`, such as `Centavo`; none or empty is written `Cent`.
    pub fraction: Option<&'a str>,
    /// `Currency.number_format`; where it is empty, the caller gives that of System Settings.
    pub number_format: NumberFormat,
}

/// The amount in words: `USD Thirty Two and Forty Eight Cent only.`
///
/// The number is rounded to the digits of the currency's number format, an exact half to even, from
/// its exact binary value. Below one unit the currency's name is left out (`Five Rappen[K] only.`).
/// A negative number, or none at all (NaN, infinite), gives an empty text, so callers pass the
/// absolute value, as the order does.
pub fn money_in_words(number: f64, currency: &CurrencyWords<'_>) -> String {
    if !number.is_finite() || number < 0.0 {
        return String::new();
    }
    let precision = currency.number_format.precision() as usize;
    let digits = format!("{:.precision$}", number.abs());
    let (units, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let scale =
        if currency.number_format.is_indian() { Scale::LakhCrore } else { Scale::Thousands };
    let fraction_name = currency.fraction.filter(|name| !name.is_empty()).unwrap_or("Cent");
    let fraction_words =
        (!is_zero(fraction)).then(|| format!("{} {fraction_name}", cardinal(fraction, scale)));
    match (is_zero(units), fraction_words) {
        (true, Some(fraction)) => format!("{fraction} only."),
        (false, Some(fraction)) => {
            format!("{} {} and {fraction} only.", currency.name, cardinal(units, scale))
        }
        (_, None) => format!("{} {} only.", currency.name, cardinal(units, scale)),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    Thousands,
    LakhCrore,
}

const ONES: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const TENS: [&str; 10] =
    ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

/// Named powers, largest first; above the largest its own count is spelled out before it.
const SHORT_SCALE: [(u128, &str); 11] = [
    (10_u128.pow(33), "Decillion"),
    (10_u128.pow(30), "Nonillion"),
    (10_u128.pow(27), "Octillion"),
    (10_u128.pow(24), "Septillion"),
    (10_u128.pow(21), "Sextillion"),
    (10_u128.pow(18), "Quintillion"),
    (10_u128.pow(15), "Quadrillion"),
    (10_u128.pow(12), "Trillion"),
    (10_u128.pow(9), "Billion"),
    (10_u128.pow(6), "Million"),
    (1_000, "Thousand"),
];
const INDIAN_SCALE: [(u128, &str); 3] =
    [(10_000_000, "Crore"), (100_000, "Lakh"), (1_000, "Thousand")];

fn is_zero(digits: &str) -> bool {
    digits.bytes().all(|digit| digit == b'0')
}

/// A whole number in words; numbers past 38 digits, which no order has, stay in digits.
fn cardinal(digits: &str, scale: Scale) -> String {
    match digits.parse::<u128>() {
        Ok(number) => match scale {
            Scale::Thousands => spell(number, &SHORT_SCALE),
            Scale::LakhCrore => spell(number, &INDIAN_SCALE),
        },
        Err(_) => digits.to_owned(),
    }
}

fn spell(number: u128, scale: &[(u128, &str)]) -> String {
    let named = scale.iter().find(|(power, _)| number >= *power);
    let Some((power, name)) = named else { return below_thousand(number) };
    let head = format!("{} {name}", spell(number / power, scale));
    match number % power {
        0 => head,
        rest if rest < 100 => format!("{head} And {}", below_hundred(rest)),
        rest => format!("{head}, {}", spell(rest, scale)),
    }
}

fn below_thousand(number: u128) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    match (hundreds, rest) {
        (0, rest) => below_hundred(rest),
        (hundreds, 0) => format!("{} Hundred", below_hundred(hundreds)),
        (hundreds, rest) => {
            format!("{} Hundred And {}", below_hundred(hundreds), below_hundred(rest))
        }
    }
}

fn below_hundred(number: u128) -> String {
    let word = |list: &[&'static str], at: u128| {
        usize::try_from(at).ok().and_then(|at| list.get(at).copied()).unwrap_or_default()
    };
    match (number / 10, number % 10) {
        (0 | 1, _) => word(&ONES, number).to_owned(),
        (tens, 0) => word(&TENS, tens).to_owned(),
        (tens, ones) => format!("{} {}", word(&TENS, tens), word(&ONES, ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(number: f64, name: &str, fraction: &str, format: &str) -> String {
        let number_format = NumberFormat::named(format);
        money_in_words(number, &CurrencyWords { name, fraction: Some(fraction), number_format })
    }

    #[test]
    fn a_fraction_follows_the_digits_of_the_format() {
        assert_eq!(words(91.06, "KWD", "Fils", "#,###.###"), "KWD Ninety One and Sixty Fils only.");
        assert_eq!(words(0.05, "CHF", "Rappen[K]", "#'###.##"), "Five Rappen[K] only.");
        assert_eq!(words(0.5, "JPY", "Sen[G]", "#,###"), "JPY Zero only.");
        assert_eq!(words(1.5, "JPY", "Sen[G]", "#,###"), "JPY Two only.");
    }

    #[test]
    fn a_currency_without_a_fraction_has_cents() {
        let yuan =
            CurrencyWords { name: "CNY", fraction: None, number_format: NumberFormat::default() };
        assert_eq!(money_in_words(1.25, &yuan), "CNY One and Twenty Five Cent only.");
    }

    #[test]
    fn the_last_small_group_is_joined_by_and() {
        assert_eq!(words(2_000_000.0, "USD", "Cent", "#,###.##"), "USD Two Million only.");
        assert_eq!(
            words(2_630_095.95, "BRL", "Centavo", "#.###,##"),
            "BRL Two Million, Six Hundred And Thirty Thousand And Ninety Five and Ninety Five Centavo only."
        );
        assert_eq!(
            words(1_000_100.0, "USD", "Cent", "#,###.##"),
            "USD One Million, One Hundred only."
        );
    }

    #[test]
    fn lakh_and_crore_where_the_format_is_indian() {
        assert_eq!(words(1e12, "INR", "Paisa", "#,##,###.##"), "INR One Lakh Crore only.");
        assert_eq!(
            words(98041.0, "INR", "Paisa", "#,##,###.##"),
            "INR Ninety Eight Thousand And Forty One only."
        );
    }

    #[test]
    fn what_has_no_words_is_empty() {
        assert_eq!(words(-0.0, "USD", "Cent", "#,###.##"), "USD Zero only.");
        assert_eq!(words(-1.0, "USD", "Cent", "#,###.##"), "");
        assert_eq!(words(f64::NAN, "USD", "Cent", "#,###.##"), "");
        assert_eq!(words(f64::INFINITY, "USD", "Cent", "#,###.##"), "");
    }

    proptest! {
        #[test]
        fn any_number_gives_words_or_nothing(number in any::<f64>(), at in 0..10_usize) {
            let format = NumberFormat::all()[at].name();
            let text = words(number, "USD", "Cent", format);
            prop_assert_eq!(text.is_empty(), !number.is_finite() || number < 0.0);
        }

        #[test]
        fn different_whole_numbers_read_differently(a in 0..u64::MAX, b in 0..u64::MAX) {
            prop_assume!(a != b);
            for scale in [Scale::Thousands, Scale::LakhCrore] {
                prop_assert_ne!(cardinal(&a.to_string(), scale), cardinal(&b.to_string(), scale));
            }
        }
    }
}
