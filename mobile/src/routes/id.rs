//! A document's key as part of an address.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// A document's key as part of an address: names may hold slashes and percent signs, so it is
/// written in base64url (RFC 4648, section 5).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Id(pub String);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // An empty segment would not be one.
        write!(f, "~{}", URL_SAFE_NO_PAD.encode(&self.0))
    }
}

impl FromStr for Id {
    type Err = Infallible;

    /// What is no address written by us is a key nothing has.
    fn from_str(text: &str) -> Result<Self, Infallible> {
        let bytes = URL_SAFE_NO_PAD.decode(text.trim_start_matches('~')).unwrap_or_default();
        Ok(Self(String::from_utf8(bytes).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_key_comes_back_from_its_address(key in "\\PC*") {
            let id = Id(key);
            prop_assert_eq!(id.to_string().parse::<Id>(), Ok(id.clone()));
        }

        #[test]
        fn no_text_is_refused(text in "\\PC*") {
            prop_assert!(text.parse::<Id>().is_ok());
        }
    }
}
