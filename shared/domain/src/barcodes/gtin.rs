//! Global Trade Item Numbers in all their lengths.
//!
//! Source: GS1 General Specifications, "Check digit calculations" and "UPC-E barcode".

use std::fmt;

/// A GTIN with a right check digit, kept as 14 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gtin([u8; 14]);

/// The check digit that belongs behind these digits: weights 3 and 1 from the right, modulo 10.
/// None for an empty text or one that is not all ASCII digits.
pub fn check_digit(digits: &str) -> Option<u8> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| u32::from(digit - b'0') * if at % 2 == 0 { 3 } else { 1 })
        .fold(0, |sum, term| (sum + term) % 10);
    u8::try_from((10 - sum) % 10).ok()
}

/// The UPC-A of twelve digits behind a UPC-E of eight (number system, six digits, check digit).
/// None if it is no UPC-E or its check digit is wrong.
pub fn expand_upc_e(text: &str) -> Option<String> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (system, rest) = text.split_at_checked(1)?;
    let (body, check) = rest.split_at_checked(6)?;
    if !matches!(system, "0" | "1") {
        return None;
    }
    let (head, last) = body.split_at_checked(5)?;
    let (two, three) = head.split_at_checked(2)?;
    let number = match last {
        "0" | "1" | "2" => format!("{system}{two}{last}0000{three}"),
        "3" => format!("{system}{}00000{}", head.get(..3)?, head.get(3..)?),
        "4" => format!("{system}{}00000{}", head.get(..4)?, head.get(4..)?),
        _ => format!("{system}{head}0000{last}"),
    };
    let full = format!("{number}{check}");
    has_right_check_digit(&full).then_some(full)
}

fn has_right_check_digit(digits: &str) -> bool {
    digits
        .split_at_checked(digits.len().saturating_sub(1))
        .is_some_and(|(body, last)| check_digit(body).is_some_and(|d| d.to_string() == last))
}

impl Gtin {
    /// Reads 8 (EAN-8), 12 (UPC-A), 13 (EAN-13) or 14 digits with a right check digit. Eight digits
    /// that are only right as a UPC-E are expanded.
    pub fn parse(text: &str) -> Option<Self> {
        if !matches!(text.len(), 8 | 12 | 13 | 14) {
            return None;
        }
        if has_right_check_digit(text) {
            return Self::padded(text);
        }
        Self::padded(&expand_upc_e(text)?)
    }

    fn padded(digits: &str) -> Option<Self> {
        let padded = format!("{digits:0>14}");
        padded.into_bytes().try_into().ok().map(Self)
    }

    /// Every way this number is written: 13 digits first, then 12, 14 and 8 digits and UPC-E, as
    /// far as its leading zeros allow.
    pub fn forms(&self) -> Vec<String> {
        let full = self.to_string();
        let without = |zeros: &str| full.strip_prefix(zeros).map(str::to_owned);
        let upc_a = without("00");
        let upc_e = upc_a.as_deref().and_then(compress_upc_a);
        [without("0"), upc_a, Some(full.clone()), without("000000"), upc_e]
            .into_iter()
            .flatten()
            .collect()
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(formatter, "{}", char::from(*digit)))
    }
}

/// The UPC-E that stands for this UPC-A, if there is one: whichever shortening expands back to it.
fn compress_upc_a(upc_a: &str) -> Option<String> {
    let part = |range: std::ops::Range<usize>| upc_a.get(range).unwrap_or_default();
    let (system, check) = (part(0..1), part(11..12));
    [
        format!("{}{}{}", part(1..3), part(8..11), part(3..4)),
        format!("{}{}3", part(1..4), part(9..11)),
        format!("{}{}4", part(1..5), part(10..11)),
        format!("{}{}", part(1..6), part(10..11)),
    ]
    .into_iter()
    .map(|body| format!("{system}{body}{check}"))
    .find(|short| expand_upc_e(short).as_deref() == Some(upc_a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn check_digits_of_the_specification() {
        assert_eq!(check_digit("400638133393"), Some(1));
        assert_eq!(check_digit("03600029145"), Some(2));
        assert_eq!(check_digit("629104150021"), Some(3));
        assert_eq!(check_digit(""), None);
        assert_eq!(check_digit("12a"), None);
        assert_eq!(check_digit("١٢٣"), None);
    }

    #[test]
    fn the_lengths_of_one_number() {
        let gtin = Gtin::parse("036000291452").unwrap();
        assert_eq!(gtin, Gtin::parse("0036000291452").unwrap());
        assert_eq!(gtin.forms(), ["0036000291452", "036000291452", "00036000291452"]);
        assert_eq!(Gtin::parse("96385074").unwrap().forms().last().unwrap(), "96385074");
        assert_eq!(Gtin::parse("4006381333932"), None);
    }

    #[test]
    fn upc_e_by_its_last_digit() {
        for (short, full) in [
            ("01245714", "012100004574"),
            ("04252614", "042100005264"),
            ("01234531", "012300000451"),
            ("01234543", "012340000053"),
            ("01234558", "012345000058"),
        ] {
            assert_eq!(expand_upc_e(short).as_deref(), Some(full), "{short}");
            assert!(Gtin::parse(full).unwrap().forms().contains(&short.to_owned()), "{short}");
        }
        assert_eq!(expand_upc_e("21245714"), None);
        assert_eq!(expand_upc_e("01245713"), None);
    }

    proptest! {
        #[test]
        fn a_gtin_reads_back_from_every_form(body in "[0-9]{13}") {
            let full = format!("{body}{}", check_digit(&body).unwrap());
            let gtin = Gtin::parse(&full).unwrap();
            for form in gtin.forms() {
                prop_assert_eq!(Gtin::parse(&form), Some(gtin), "{}", form);
            }
        }

        #[test]
        fn one_wrong_digit_is_noticed(body in "[0-9]{12}", at in 0..13_usize, by in 1..10_u8) {
            let mut text = format!("{body}{}", check_digit(&body).unwrap()).into_bytes();
            text[at] = b'0' + (text[at] - b'0' + by) % 10;
            prop_assert_eq!(Gtin::parse(&String::from_utf8(text).unwrap()), None);
        }

        #[test]
        fn any_text_is_read_or_not(text in "\\PC{0,20}|[0-9]{0,20}") {
            let _ = (Gtin::parse(&text), check_digit(&text), expand_upc_e(&text));
        }
    }
}
