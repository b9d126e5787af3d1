//! Choosing a PIN: typed, then typed again.

use crate::components::PadKey;

/// The longest PIN.
pub const LONGEST: usize = 12;
/// The shortest PIN.
pub const SHORTEST: usize = 4;

/// How far the choice has come.
#[derive(Clone, PartialEq, Default)]
pub struct Choice {
    /// The PIN typed first, once it is complete.
    first: Option<String>,
    /// What is being typed.
    typed: String,
    /// True when the second PIN was another one, until the next key.
    pub differs: bool,
}

impl Choice {
    /// Digits in so far.
    pub fn entered(&self) -> usize {
        self.typed.len()
    }

    /// True while the PIN is typed for the second time.
    pub fn again(&self) -> bool {
        self.first.is_some()
    }

    /// True when there are enough digits.
    pub fn ready(&self) -> bool {
        self.typed.len() >= SHORTEST
    }

    /// A key of the pad.
    pub fn press(&mut self, key: PadKey) {
        self.differs = false;
        press(&mut self.typed, key);
    }

    /// The entry is complete. Gives the PIN once it was typed twice alike.
    pub fn done(&mut self) -> Option<String> {
        if !self.ready() {
            return None;
        }
        let typed = std::mem::take(&mut self.typed);
        match self.first.take() {
            None => {
                self.first = Some(typed);
                None
            }
            Some(first) if first == typed => Some(typed),
            Some(_) => {
                self.differs = true;
                None
            }
        }
    }
}

/// Adds or takes back a digit of a PIN.
pub fn press(typed: &mut String, key: PadKey) {
    match key {
        PadKey::Digit(digit) if typed.len() < LONGEST => {
            typed.push(char::from(b'0' + digit.min(9)))
        }
        PadKey::Back => {
            typed.pop();
        }
        PadKey::Digit(_) | PadKey::Mark => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_in(choice: &mut Choice, pin: &str) -> Option<String> {
        for digit in pin.bytes() {
            choice.press(PadKey::Digit(digit - b'0'));
        }
        choice.done()
    }

    #[test]
    fn a_pin_typed_twice_alike_is_chosen() {
        let mut choice = Choice::default();
        assert_eq!(type_in(&mut choice, "4711"), None);
        assert!(choice.again());
        assert_eq!(type_in(&mut choice, "4711"), Some("4711".to_owned()));
    }

    #[test]
    fn another_pin_the_second_time_starts_over() {
        let mut choice = Choice::default();
        type_in(&mut choice, "4711");
        assert_eq!(type_in(&mut choice, "4712"), None);
        assert!(choice.differs);
        assert!(!choice.again());
        choice.press(PadKey::Digit(1));
        assert!(!choice.differs);
    }

    #[test]
    fn three_digits_are_not_enough_and_the_thirteenth_is_ignored() {
        let mut choice = Choice::default();
        assert_eq!(type_in(&mut choice, "471"), None);
        assert!(!choice.again() && choice.entered() == 3);
        for _ in 0..20 {
            choice.press(PadKey::Digit(9));
        }
        assert_eq!(choice.entered(), LONGEST);
        choice.press(PadKey::Back);
        choice.press(PadKey::Mark);
        assert_eq!(choice.entered(), LONGEST - 1);
    }
}
