//! Bytes in JSON as one hexadecimal text; a list of numbers would be four times as long.

use serde::{Deserialize, Deserializer, Serializer};

use crate::hex;

/// For `#[serde(with = …)]`.
pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&hex::encode(bytes))
}

/// For `#[serde(with = …)]`.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    hex::decode(&text).ok_or_else(|| serde::de::Error::custom("not hexadecimal"))
}
