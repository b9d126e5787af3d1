//! How figures cross JSON: as numbers, in the shortest form that reads back to the same double.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A figure as the server's JSON gives it: a number, or a number in a text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Raw {
    Whole(i64),
    Double(f64),
    Text(String),
}

fn read<E: serde::de::Error>(raw: Raw) -> Result<Decimal, E> {
    let found = match raw {
        Raw::Whole(number) => Some(Decimal::from(number)),
        Raw::Double(number) => shortest(number),
        Raw::Text(text) => Decimal::from_str(text.trim()).ok(),
    };
    found.ok_or_else(|| E::custom("a figure outside the range of money"))
}

/// The shortest decimal that reads back to this double; none for what no decimal can hold.
pub(crate) fn shortest(number: f64) -> Option<Decimal> {
    let text = number.to_string();
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}

/// The double nearest to a figure. `Decimal::to_f64` may be off by the last bit.
fn double(figure: Decimal) -> f64 {
    crate::money::num::Num::from(figure).get()
}

/// For `#[serde(with = "…")]` on a `Decimal`.
pub mod plain {
    use super::{Decimal, Deserialize, Deserializer, Raw, Serializer, double, read};

    /// Writes the figure as a JSON number.
    ///
    /// # Errors
    ///
    /// Only the serializer's own.
    pub fn serialize<S: Serializer>(figure: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(double(*figure))
    }

    /// Reads a JSON number, or a number in a text.
    ///
    /// # Errors
    ///
    /// When it is no number, or larger than a decimal can hold.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        read(Raw::deserialize(deserializer)?)
    }
}

/// For `#[serde(with = "…")]` on an `Option<Decimal>`.
pub mod optional {
    use super::{Decimal, Deserialize, Deserializer, Raw, Serialize, Serializer, double, read};

    /// Writes the figure as a JSON number, or null.
    ///
    /// # Errors
    ///
    /// Only the serializer's own.
    pub fn serialize<S: Serializer>(
        figure: &Option<Decimal>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        figure.map(double).serialize(serializer)
    }

    /// Reads a JSON number, a number in a text, or null.
    ///
    /// # Errors
    ///
    /// When it is no number, or larger than a decimal can hold.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Decimal>, D::Error> {
        Option::<Raw>::deserialize(deserializer)?.map(read).transpose()
    }
}

/// For `#[serde(with = "…")]` on a `bool` the server keeps as 0 or 1.
pub mod check {
    use serde::{Deserialize, Deserializer, Serializer};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Raw {
        Set(bool),
        Number(f64),
    }

    /// Writes 0 or 1.
    ///
    /// # Errors
    ///
    /// Only the serializer's own.
    pub fn serialize<S: Serializer>(set: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(u8::from(*set))
    }

    /// Reads 0, 1, true or false; null is 0.
    ///
    /// # Errors
    ///
    /// When it is anything else.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        Ok(match Option::<Raw>::deserialize(deserializer)? {
            Some(Raw::Set(set)) => set,
            Some(Raw::Number(number)) => number != 0.0,
            None => false,
        })
    }
}
