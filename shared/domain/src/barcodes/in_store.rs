//! Labels a shop prints itself: an EAN-13 with a weight, a price or a count inside.
//!
//! The prefixes 20 to 29 (and 02, 04) are free for each country and shop to lay out, so the layout
//! is a setting. Source: GS1 General Specifications, "Variable measure trade items" (restricted
//! circulation numbers).

use rust_decimal::Decimal;

use super::gtin::check_digit;

/// A layout such as `21IIIIIWWwwwC`, read by [`InStorePattern::parse`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InStorePattern {
    prefix: String,
    item_digits: usize,
    value: ValueField,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ValueField {
    kind: ValueKind,
    has_own_check_digit: bool,
    decimals: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ValueKind {
    Weight,
    Price,
    Count,
}

/// What the label says about this piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InStoreValue {
    /// Weight, in the item's unit of weight (kilograms nearly everywhere).
    Weight(Decimal),
    /// Price of the piece, in the shop's currency.
    Price(Decimal),
    /// Number of pieces.
    Count(Decimal),
}

/// A label taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InStoreLabel {
    /// The digits that name the item.
    pub item: String,
    /// The weight, price or count.
    pub value: InStoreValue,
    /// Codes under which such an item is stored, likeliest first: the label with the value 0,
    /// prefix and item digits, the item digits, these without leading zeros.
    pub candidates: Vec<String>,
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Not 13 signs long.
    #[error("a pattern has 13 signs")]
    Length,
    /// Not prefix, item, (check digit), value and `C` in this order.
    #[error("a pattern is a prefix of digits, then I.., V if any, then W.., P.. or N.., then C")]
    Order,
}

impl PatternError {
    /// The key of the sentence shown to the user.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Length => "error-label-pattern-length",
            Self::Order => "error-label-pattern-order",
        }
    }
}

impl InStorePattern {
    /// Reads a layout: digits for the fixed prefix, `I` for the item, `V` for a check digit of the
    /// value (read over), `W` weight, `P` price or `N` count with lower case for the digits after
    /// the decimal mark, and `C` for the check digit of the label.
    ///
    /// `21IIIIIWWwwwC` reads 2112345 01250 as item 12345, weight 1.250.
    ///
    /// # Errors
    ///
    /// [`PatternError`] for any other layout.
    pub fn parse(pattern: &str) -> Result<Self, PatternError> {
        if pattern.chars().count() != 13 {
            return Err(PatternError::Length);
        }
        let (prefix, rest) = take(pattern, |sign| sign.is_ascii_digit());
        let (item, rest) = take(rest, |sign| sign == 'I');
        let (check, rest) = take(rest, |sign| sign == 'V');
        let kind = match rest.chars().next().map(|sign| sign.to_ascii_uppercase()) {
            Some('W') => ValueKind::Weight,
            Some('P') => ValueKind::Price,
            Some('N') => ValueKind::Count,
            _ => return Err(PatternError::Order),
        };
        let upper = rest.chars().next().map(|sign| sign.to_ascii_uppercase());
        let (_, decimal_part) = take(rest, |sign| Some(sign) == upper);
        let (decimals, end) = take(decimal_part, |sign| {
            sign.is_ascii_lowercase() && Some(sign.to_ascii_uppercase()) == upper
        });
        if prefix.is_empty() || item.is_empty() || check.len() > 1 || end != "C" {
            return Err(PatternError::Order);
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            item_digits: item.len(),
            value: ValueField {
                kind,
                has_own_check_digit: !check.is_empty(),
                decimals: u32::try_from(decimals.len()).unwrap_or_default(),
            },
        })
    }

    /// Takes a label apart; none if it is not 13 digits with a right check digit or has another
    /// prefix.
    pub fn read(&self, text: &str) -> Option<InStoreLabel> {
        let (body, last) = text.split_at_checked(12).filter(|(_, last)| last.len() == 1)?;
        if check_digit(body)?.to_string() != last {
            return None;
        }
        let (item, rest) = body.strip_prefix(&self.prefix)?.split_at_checked(self.item_digits)?;
        let value = if self.value.has_own_check_digit { rest.get(1..)? } else { rest };
        let number =
            Decimal::try_from_i128_with_scale(value.parse().ok()?, self.value.decimals).ok()?;
        let value = match self.value.kind {
            ValueKind::Weight => InStoreValue::Weight(number),
            ValueKind::Price => InStoreValue::Price(number),
            ValueKind::Count => InStoreValue::Count(number),
        };
        Some(InStoreLabel { item: item.to_owned(), value, candidates: self.candidates(item) })
    }

    fn candidates(&self, item: &str) -> Vec<String> {
        let head = format!("{}{item}", self.prefix);
        let zeroed = format!("{head:0<12}");
        let label = check_digit(&zeroed).map(|digit| format!("{zeroed}{digit}"));
        let bare = item.trim_start_matches('0');
        let mut candidates: Vec<String> =
            label.into_iter().chain([head, item.to_owned(), bare.to_owned()]).collect();
        candidates.retain(|candidate| !candidate.is_empty());
        candidates.dedup();
        candidates
    }
}

fn take(text: &str, fits: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|sign| !fits(sign)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn label(body: &str) -> String {
        format!("{body}{}", check_digit(body).unwrap())
    }

    #[test]
    fn a_weight_label() {
        let pattern = InStorePattern::parse("21IIIIIWWwwwC").unwrap();
        let read = pattern.read(&label("211234501250")).unwrap();
        assert_eq!(read.value, InStoreValue::Weight(dec("1.250")));
        assert_eq!(read.candidates, [&label("211234500000"), "2112345", "12345"]);
        assert_eq!(pattern.read(&label("221234501250")), None);
        assert_eq!(pattern.read("2112345012500"), None);
    }

    #[test]
    fn a_price_label_with_its_own_check_digit() {
        let pattern = InStorePattern::parse("2IIIIIVPPPppC").unwrap();
        let read = pattern.read(&label("200123701999"));
        assert_eq!(read.as_ref().map(|label| label.value), Some(InStoreValue::Price(dec("19.99"))));
        assert_eq!(read.unwrap().item, "00123");
    }

    #[test]
    fn a_pattern_out_of_order_is_refused() {
        assert_eq!(InStorePattern::parse("21IIIII"), Err(PatternError::Length));
        for wrong in
            ["IIIIIII21WWWC", "21IIIIIWWWPPC", "21IIIIIWWWWWW", "21WWWWWIIIIIC", "IIIIIIIWWWWWC"]
        {
            assert_eq!(InStorePattern::parse(wrong), Err(PatternError::Order), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_pattern_and_any_text(pattern in "[0-9]{1,3}I{1,6}V?[WwPpN]{1,7}C|\\PC{0,15}", text in "[0-9]{13}|\\PC{0,15}") {
            if let Ok(pattern) = InStorePattern::parse(&pattern) {
                let _ = pattern.read(&text);
            }
        }

        #[test]
        fn weights_come_back(item in 0..100_000_u32, grams in 0..100_000_u32) {
            let pattern = InStorePattern::parse("29IIIIIWWwwwC").unwrap();
            let read = pattern.read(&label(&format!("29{item:05}{grams:05}"))).unwrap();
            prop_assert_eq!(read.value, InStoreValue::Weight(Decimal::new(i64::from(grams), 3)));
            prop_assert_eq!(read.item, format!("{item:05}"));
        }
    }
}
