//! The PIN, as typed.

use zeroize::Zeroizing;

/// The fewest digits a PIN may have.
pub const FEWEST_DIGITS: usize = 4;
/// The most digits a PIN may have.
pub const MOST_DIGITS: usize = 12;

/// Why a text is no PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    /// Fewer than four digits.
    #[error("a PIN has at least {FEWEST_DIGITS} digits")]
    TooShort,
    /// More than twelve digits.
    #[error("a PIN has at most {MOST_DIGITS} digits")]
    TooLong,
    /// Something that is not a digit.
    #[error("a PIN has digits only")]
    NotDigits,
}

impl PinError {
    /// The translation that tells the user.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::TooShort => "error-pin-too-short",
            Self::TooLong => "error-pin-too-long",
            Self::NotDigits => "error-pin-not-digits",
        }
    }
}

/// Four to twelve digits. Wiped from memory when dropped; never shown.
#[derive(Clone)]
pub struct Pin(Zeroizing<String>);

impl Pin {
    /// Takes digits of any script (`٣` is 3), so that a PIN set with one keyboard works with another.
    ///
    /// # Errors
    /// [`PinError`].
    pub fn parse(text: &str) -> Result<Self, PinError> {
        let mut digits = Zeroizing::new(String::with_capacity(MOST_DIGITS));
        for c in text.trim().chars() {
            digits.push(ascii_digit(c).ok_or(PinError::NotDigits)?);
            if digits.len() > MOST_DIGITS {
                return Err(PinError::TooLong);
            }
        }
        if digits.len() < FEWEST_DIGITS { Err(PinError::TooShort) } else { Ok(Self(digits)) }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pin")
    }
}

/// The digit `c` stands for: ASCII, Arabic-Indic, Persian, Devanagari or full width.
pub(crate) fn ascii_digit(c: char) -> Option<char> {
    const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}'];
    let digit = ZEROS
        .iter()
        .find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|distance| *distance < 10))?;
    char::from_digit(digit, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_of_any_script_are_the_same_pin() {
        assert_eq!(Pin::parse(" 1234 ").unwrap().bytes(), b"1234");
        assert_eq!(Pin::parse("١٢٣٤").unwrap().bytes(), b"1234");
        assert_eq!(Pin::parse("۱۲۳۴").unwrap().bytes(), b"1234");
    }

    #[test]
    fn other_texts_are_refused() {
        assert_eq!(Pin::parse("").unwrap_err(), PinError::TooShort);
        assert_eq!(Pin::parse("123").unwrap_err(), PinError::TooShort);
        assert_eq!(Pin::parse("1234567890123").unwrap_err(), PinError::TooLong);
        assert_eq!(Pin::parse("12a4").unwrap_err(), PinError::NotDigits);
        assert_eq!(format!("{:?}", Pin::parse("4711").unwrap()), "Pin");
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused(text in ".*") {
            if let Ok(pin) = Pin::parse(&text) {
                prop_assert!((4..=12).contains(&pin.bytes().len()));
                prop_assert!(pin.bytes().iter().all(u8::is_ascii_digit));
            }
        }
    }
}
