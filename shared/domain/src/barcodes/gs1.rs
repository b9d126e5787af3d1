//! GS1 element strings: several facts in one code, each behind its application identifier.
//!
//! Source: GS1 General Specifications, "GS1 Application Identifier definitions", "Element strings
//! with predefined length" and "Determination of century in dates".

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::gtin::Gtin;

/// The separator behind an element of variable length (FNC1 as scanners send it).
const SEPARATOR: char = '\u{1d}';

/// Longest text looked at; no carrier holds more.
const MAX_LENGTH: usize = 8_000;

/// One element: identifier and data, such as `10` and `B-2026-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element<'a> {
    /// The application identifier, two to four digits.
    pub identifier: &'a str,
    /// What stands behind it.
    pub data: &'a str,
}

/// A unit of weight a code may carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightUnit {
    /// Kilograms (identifiers 3100 to 3105).
    Kilogram,
    /// Pounds (identifiers 3200 to 3205).
    Pound,
}

/// The net weight in a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NetWeight {
    /// The number.
    pub value: Decimal,
    /// Its unit.
    pub unit: WeightUnit,
}

/// An element string taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementString<'a> {
    elements: Vec<Element<'a>>,
}

impl<'a> ElementString<'a> {
    /// Reads a code that is an element string: one that begins with a GS1 symbology identifier
    /// (`]C1`, `]e0`, `]d2`, `]Q3`, `]J1`) or FNC1, one that holds a separator, one printed with
    /// brackets (`(01)..`), and one that begins with `01` or `02`, a right GTIN and then reads to
    /// its end. None for any other text, and for one with an element that is cut off or unknown.
    pub fn parse(text: &'a str) -> Option<Self> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let text = text.trim_end_matches([' ', '\r', '\n']);
        if text.starts_with('(') {
            return Self::bracketed(text);
        }
        let marked = ["]C1", "]e0", "]d2", "]Q3", "]J1"]
            .iter()
            .find_map(|mark| text.strip_prefix(mark))
            .or_else(|| text.strip_prefix(SEPARATOR));
        if let Some(rest) = marked {
            return Self::plain(rest.trim_start_matches(SEPARATOR));
        }
        let begins_with_gtin = text.starts_with("01") || text.starts_with("02");
        let looks_like_one = text.contains(SEPARATOR)
            || (begins_with_gtin
                && text.get(2..16).is_some_and(|gtin| Gtin::parse(gtin).is_some()));
        if looks_like_one { Self::plain(text) } else { None }
    }

    fn bracketed(text: &'a str) -> Option<Self> {
        let mut elements = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (identifier, behind) = rest.strip_prefix('(')?.split_once(')')?;
            let (data, next) = behind.split_at_checked(behind.find('(').unwrap_or(behind.len()))?;
            elements.push(checked(identifier, data)?);
            rest = next;
        }
        Some(Self { elements })
    }

    fn plain(text: &'a str) -> Option<Self> {
        let mut elements = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (identifier, behind) = rest.split_at_checked(identifier_length(rest)?)?;
            let end = match data_length(identifier) {
                Some(length) => length,
                None => behind.find(SEPARATOR).unwrap_or(behind.len()),
            };
            let (data, next) = behind.split_at_checked(end)?;
            elements.push(checked(identifier, data)?);
            rest = next.trim_start_matches(SEPARATOR);
        }
        (!elements.is_empty()).then_some(Self { elements })
    }

    /// The elements in the order of the code.
    pub fn elements(&self) -> &[Element<'a>] {
        &self.elements
    }

    /// The data behind an identifier.
    pub fn get(&self, identifier: &str) -> Option<&'a str> {
        self.elements.iter().find(|element| element.identifier == identifier).map(|e| e.data)
    }

    /// The trade item: `01`, or `02` for the content of a box or pallet.
    pub fn gtin(&self) -> Option<Gtin> {
        self.get("01").or_else(|| self.get("02")).and_then(Gtin::parse)
    }

    /// The number of pieces: `30`, or `37` with `02`.
    pub fn count(&self) -> Option<Decimal> {
        self.get("30").or_else(|| self.get("37"))?.parse::<u32>().ok().map(Decimal::from)
    }

    /// The net weight: `310n` in kilograms or `320n` in pounds, n digits behind the decimal mark.
    pub fn net_weight(&self) -> Option<NetWeight> {
        let read = |prefix, unit| self.with_decimals(prefix).map(|value| NetWeight { value, unit });
        read("310", WeightUnit::Kilogram).or_else(|| read("320", WeightUnit::Pound))
    }

    /// The price of a variable measure item, `392n`, in the shop's currency.
    pub fn price(&self) -> Option<Decimal> {
        self.with_decimals("392")
    }

    /// The day after which the goods expire (`17`), else the one they are best before (`15`). Of
    /// years with two digits the one within 50 years of `today` is meant; day 00 is the month's
    /// last.
    pub fn expiry(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.get("17").or_else(|| self.get("15")).and_then(|digits| date(digits, today))
    }

    fn with_decimals(&self, prefix: &str) -> Option<Decimal> {
        self.elements.iter().find_map(|element| {
            let decimals: u32 = element.identifier.strip_prefix(prefix)?.parse().ok()?;
            Decimal::try_from_i128_with_scale(element.data.parse().ok()?, decimals).ok()
        })
    }
}

/// An element whose data fits its identifier: digits where only digits may stand, and not too long.
fn checked<'a>(identifier: &'a str, data: &'a str) -> Option<Element<'a>> {
    let numeric = identifier.bytes().all(|byte| byte.is_ascii_digit());
    if !numeric || identifier_length(identifier)? != identifier.len() {
        return None;
    }
    let fits = match data_length(identifier) {
        Some(length) => data.len() == length && data.bytes().all(|byte| byte.is_ascii_digit()),
        None => (1..=90).contains(&data.len()) && data.bytes().all(|byte| byte.is_ascii_graphic()),
    };
    fits.then_some(Element { identifier, data })
}

/// Digits of the identifier a text begins with.
fn identifier_length(text: &str) -> Option<usize> {
    let start = text.get(..2).filter(|two| two.bytes().all(|byte| byte.is_ascii_digit()))?;
    match start {
        "00" | "01" | "02" | "03" | "10" | "11" | "12" | "13" | "15" | "16" | "17" | "20"
        | "21" | "22" | "30" | "37" => Some(2),
        "23" | "24" | "25" | "40" | "41" | "42" | "71" => Some(3),
        "31" | "32" | "33" | "34" | "35" | "36" | "39" | "43" | "70" | "72" | "80" | "81"
        | "82" => Some(4),
        internal if internal.starts_with('9') => Some(2),
        _ => None,
    }
}

/// Digits behind identifiers whose length is fixed by their first two digits.
fn data_length(identifier: &str) -> Option<usize> {
    match identifier.get(..2)? {
        "00" => Some(18),
        "01" | "02" | "03" => Some(14),
        "11" | "12" | "13" | "15" | "16" | "17" => Some(6),
        "20" => Some(2),
        "31" | "32" | "33" | "34" | "35" | "36" => Some(6),
        "41" => Some(13),
        _ => None,
    }
}

fn date(digits: &str, today: NaiveDate) -> Option<NaiveDate> {
    let part = |range| digits.get(range).and_then(|two: &str| two.parse::<u32>().ok());
    let (short, month, day) = (part(0..2)?, part(2..4)?, part(4..6)?);
    let century = today.year().div_euclid(100) * 100;
    let year = century + i32::try_from(short).ok()?;
    let year = match year - today.year() {
        51.. => year - 100,
        ..=-50 => year + 100,
        _ => year,
    };
    match day {
        0 => NaiveDate::from_ymd_opt(year, month, 1)?
            .checked_add_months(chrono::Months::new(1))?
            .pred_opt(),
        day => NaiveDate::from_ymd_opt(year, month, day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[test]
    fn a_code_with_separators() {
        let code = ElementString::parse("]C10104006381333931172702281 0AB\u{1d}37 24");
        assert_eq!(code, None, "spaces belong to no element");
        let code = ElementString::parse("]C1010400638133393117270228103102001500").unwrap();
        assert_eq!(code.get("10"), Some("3102001500"), "a batch runs to the separator");
        let code = ElementString::parse("010400638133393110AB-1\u{1d}17270200\u{1d}3724").unwrap();
        assert_eq!(code.gtin(), Gtin::parse("4006381333931"));
        assert_eq!(code.get("10"), Some("AB-1"));
        assert_eq!(code.expiry(today()), NaiveDate::from_ymd_opt(2027, 2, 28));
        assert_eq!(code.count(), Some(dec("24")));
    }

    #[test]
    fn a_code_with_brackets() {
        let code = ElementString::parse("(01)04006381333931(3103)001250(21)SN 1");
        assert_eq!(code, None);
        let code = ElementString::parse("(01)04006381333931(3103)001250(21)SN1").unwrap();
        assert_eq!(code.elements().len(), 3);
        assert_eq!(
            code.net_weight(),
            Some(NetWeight { value: dec("1.250"), unit: WeightUnit::Kilogram })
        );
    }

    #[test]
    fn prices_and_pounds() {
        let code = ElementString::parse("]e00104006381333931320200012339220399\u{1d}").unwrap();
        assert_eq!(code.net_weight().map(|weight| weight.value), Some(dec("1.23")));
        assert_eq!(code.price(), Some(dec("3.99")));
    }

    #[test]
    fn other_texts_are_no_element_strings() {
        for text in ["", "4006381333931", "0104006381333932", "ABC-12 3", "(01", "()", "]C1", "01"]
        {
            assert_eq!(ElementString::parse(text), None, "{text}");
        }
    }

    #[test]
    fn two_digits_of_a_year_mean_the_nearest() {
        assert_eq!(date("760101", today()).unwrap().year(), 2076);
        assert_eq!(date("770101", today()).unwrap().year(), 1977);
        assert_eq!(date("271301", today()), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(text in "\\PC{0,60}|(\\]C1)?[0-9A-Z\u{1d}()]{0,60}") {
            if let Some(code) = ElementString::parse(&text) {
                let _ = (code.gtin(), code.count(), code.net_weight(), code.price(), code.expiry(today()));
                prop_assert!(!code.elements().is_empty());
            }
        }

        #[test]
        fn batch_and_count_come_back(batch in "[A-Z0-9-]{1,20}", count in 0..100_000_u32) {
            let text = format!("]C1010400638133393110{batch}\u{1d}30{count}");
            let code = ElementString::parse(&text).unwrap();
            prop_assert_eq!(code.get("10"), Some(batch.as_str()));
            prop_assert_eq!(code.count(), Some(Decimal::from(count)));
        }
    }
}
