//! Names and ids. Two ids of one shape are still two types, so nobody swaps them.
//!
//! A name given by the server (`ItemCode`, `CustomerName`, `SalesOrderName`) is never made up on the
//! phone, and an id made on the phone (`LocalId`, `OrderUid`) is never sent as a `name`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest `name` a Frappe document may have, in characters (`frappe/model/naming.py`).
pub const MAX_NAME_CHARS: usize = 140;

/// Why a text is not the id it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing but white space.
    #[error("the name is empty")]
    Empty,
    /// Longer than [`MAX_NAME_CHARS`].
    #[error("the name has more than {MAX_NAME_CHARS} characters")]
    TooLong,
    /// A line break or another control character.
    #[error("the name contains a control character")]
    ControlCharacter,
    /// Not a UUID.
    #[error("not a UUID")]
    NotAUuid,
    /// Not a device code: two to eight capital letters and digits, a letter first.
    #[error("not a device code")]
    NotADeviceCode,
    /// Not a receipt number such as `VAN3-00042`.
    #[error("not a receipt number")]
    NotAReceiptNumber,
}

fn checked_name(text: &str) -> Result<&str, IdError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.chars().any(char::is_control) {
        return Err(IdError::ControlCharacter);
    }
    if text.chars().count() > MAX_NAME_CHARS {
        return Err(IdError::TooLong);
    }
    Ok(text)
}

macro_rules! document_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Takes a name as the server wrote it; white space around it is dropped.
            ///
            /// # Errors
            /// [`IdError`] when it is empty, too long or contains a control character.
            pub fn new(text: impl AsRef<str>) -> Result<Self, IdError> {
                checked_name(text.as_ref()).map(|text| Self(text.to_owned()))
            }

            /// The name as the server writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }
    };
}

document_name! {
    /// `item_code`, the `name` of an Item.
    ItemCode
}
document_name! {
    /// The `name` of a Customer on the server, which is not its `customer_name`.
    CustomerName
}
document_name! {
    /// The `name` of a Sales Order, given by the server.
    SalesOrderName
}

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Uuid);

        impl $name {
            /// Makes a UUIDv7 (RFC 9562, 5.7) of milliseconds since 1970 in UTC and ten random bytes.
            pub fn from_parts(utc_ms: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(utc_ms, &random).into_uuid())
            }

            /// The UUID itself.
            pub fn as_uuid(&self) -> &Uuid {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::try_parse(text).map(Self).map_err(|_| IdError::NotAUuid)
            }
        }
    };
}

uuid_id! {
    /// A profile: one site and one user on one phone.
    ProfileId
}
uuid_id! {
    /// A document made on this phone; on the server it stands in `satchel_uid`, which is unique.
    OrderUid
}
uuid_id! {
    /// A master made on this phone which the server has not named yet.
    LocalId
}

/// A customer the server knows, or one made on this phone and still on its way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKey {
    /// The server's `name`.
    Server(CustomerName),
    /// Made here, not named by the server yet.
    Local(LocalId),
}

impl fmt::Display for CustomerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server(name) => write!(f, "server:{name}"),
            Self::Local(id) => write!(f, "local:{id}"),
        }
    }
}

impl FromStr for CustomerKey {
    type Err = IdError;

    /// Reads what `Display` wrote.
    fn from_str(text: &str) -> Result<Self, IdError> {
        if let Some(id) = text.strip_prefix("local:") {
            return id.parse().map(Self::Local);
        }
        text.strip_prefix("server:").ok_or(IdError::Empty)?.parse().map(Self::Server)
    }
}

/// The short name of a phone, the first half of each receipt number: `VAN3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeviceCode(String);

impl DeviceCode {
    /// Takes two to eight letters and digits, a letter first; small letters become capital.
    ///
    /// # Errors
    /// [`IdError::NotADeviceCode`].
    pub fn new(text: impl AsRef<str>) -> Result<Self, IdError> {
        let code = text.as_ref().trim().to_ascii_uppercase();
        let fits = (2..=8).contains(&code.len())
            && code.starts_with(|c: char| c.is_ascii_uppercase())
            && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if fits { Ok(Self(code)) } else { Err(IdError::NotADeviceCode) }
    }

    /// The code in capital letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeviceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for DeviceCode {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl TryFrom<String> for DeviceCode {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl From<DeviceCode> for String {
    fn from(code: DeviceCode) -> Self {
        code.0
    }
}

/// The number on a receipt: device code and a gapless count, at least five digits wide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReceiptNumber {
    device: DeviceCode,
    number: u32,
}

impl ReceiptNumber {
    /// Number `number` of `device`.
    pub fn new(device: DeviceCode, number: u32) -> Self {
        Self { device, number }
    }

    /// The phone that gave it.
    pub fn device(&self) -> &DeviceCode {
        &self.device
    }

    /// The count, from 1.
    pub fn number(&self) -> u32 {
        self.number
    }
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:05}", self.device, self.number)
    }
}

impl FromStr for ReceiptNumber {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (device, digits) = text.trim().split_once('-').ok_or(IdError::NotAReceiptNumber)?;
        let device = DeviceCode::new(device).map_err(|_| IdError::NotAReceiptNumber)?;
        if digits.len() < 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(IdError::NotAReceiptNumber);
        }
        let number = digits.parse().map_err(|_| IdError::NotAReceiptNumber)?;
        if number == 0 {
            return Err(IdError::NotAReceiptNumber);
        }
        Ok(Self { device, number })
    }
}

impl TryFrom<String> for ReceiptNumber {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        text.parse()
    }
}

impl From<ReceiptNumber> for String {
    fn from(number: ReceiptNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn receipt_numbers_read_back() {
        let number: ReceiptNumber = "van3-00042".parse().unwrap();
        assert_eq!(number.to_string(), "VAN3-00042");
        assert_eq!(number.number(), 42);
        let large = ReceiptNumber::new(DeviceCode::new("VAN3").unwrap(), 1_234_567);
        assert_eq!(large.to_string(), "VAN3-1234567");
        assert_eq!(large.to_string().parse(), Ok(large));
    }

    #[test]
    fn wrong_receipt_numbers_are_refused() {
        for text in ["", "VAN3", "VAN3-42", "VAN3-00000", "3VAN-00001", "VAN3-0004a", "V-00001"] {
            assert!(text.parse::<ReceiptNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn names_are_bounded() {
        assert_eq!(ItemCode::new("  "), Err(IdError::Empty));
        assert_eq!(ItemCode::new("a\nb"), Err(IdError::ControlCharacter));
        assert_eq!(ItemCode::new("é".repeat(140)).map(|c| c.as_str().len()), Ok(280));
        assert_eq!(ItemCode::new("é".repeat(141)), Err(IdError::TooLong));
    }

    #[test]
    fn a_uid_is_version_seven_and_carries_the_time() {
        let uid = OrderUid::from_parts(0x0190_0000_0001, [7; 10]);
        assert_eq!(uid.as_uuid().get_version_num(), 7);
        assert!(uid.to_string().starts_with("01900000-0001-7"));
        assert!(OrderUid::from_parts(0x0190_0000_0002, [0; 10]) > uid);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            for name in [text.parse::<ItemCode>().ok()].into_iter().flatten() {
                prop_assert_eq!(name.as_str(), text.trim());
            }
            let _ = text.parse::<OrderUid>();
            if let Ok(number) = text.parse::<ReceiptNumber>() {
                prop_assert_eq!(number.to_string().parse(), Ok(number));
            }
            if let Ok(key) = text.parse::<CustomerKey>() {
                prop_assert_eq!(key.to_string().parse(), Ok(key));
            }
        }

        #[test]
        fn customer_keys_read_back(name in "[^\\p{C}]{1,20}", ms in any::<u64>(), random: [u8; 10]) {
            let local = CustomerKey::Local(LocalId::from_parts(ms, random));
            prop_assert_eq!(local.to_string().parse(), Ok(local));
            if let Ok(name) = CustomerName::new(name) {
                let key = CustomerKey::Server(name);
                prop_assert_eq!(key.to_string().parse(), Ok(key));
            }
        }
    }
}
