//! What the page says.

use serde_json::Value;

/// The longest piece of the base map read at once, in bytes.
const LONGEST: u64 = 16 << 20;

/// One message of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It is there.
    Ready {
        /// It needs the library that draws.
        library: bool,
    },
    /// A visit was pressed.
    Open(i64),
    /// It needs a piece of the base map.
    Read {
        /// What it calls the piece.
        number: u32,
        /// First byte.
        offset: u64,
        /// Bytes.
        length: u64,
    },
}

impl Said {
    /// Understands a message; anything else than `map.js` sends is none.
    pub fn read(message: &str) -> Option<Self> {
        let message: Value = serde_json::from_str(message).ok()?;
        if let Some(library) = message.get("library") {
            return Some(Self::Ready { library: library.as_bool()? });
        }
        if let Some(id) = message.get("open") {
            return id.as_i64().map(Self::Open);
        }
        let number = |name: &str| message.get(name).and_then(Value::as_u64);
        Some(Self::Read {
            number: u32::try_from(number("read")?).ok()?,
            offset: number("offset")?,
            length: number("length")?.min(LONGEST),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_the_page_says_is_understood() {
        assert_eq!(Said::read(r#"{"library":true}"#), Some(Said::Ready { library: true }));
        assert_eq!(Said::read(r#"{"open":12}"#), Some(Said::Open(12)));
        let read = Said::read(r#"{"read":1,"offset":127,"length":99999999999}"#);
        assert_eq!(read, Some(Said::Read { number: 1, offset: 127, length: LONGEST }));
        for nothing in ["", "[]", "{}", r#"{"open":"x"}"#, r#"{"read":-1,"offset":0,"length":1}"#] {
            assert_eq!(Said::read(nothing), None, "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn any_message_is_understood_or_nothing(message in "\\PC{0,40}") {
            let _ = Said::read(&message);
        }
    }
}
