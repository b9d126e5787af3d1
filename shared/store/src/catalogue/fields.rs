//! Reading fields of server documents, which may be null, missing, or a number where a text is meant.

use std::fmt;
use std::marker::PhantomData;

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A text; null and missing are empty, a number is its digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) String);

/// An exact decimal; null, missing and unreadable are zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Number(pub(crate) Decimal);

/// A Check field: true for 1 and `true`; null and missing are false.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Check(pub(crate) bool);

/// A child table; null, missing and anything else than a list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table<T>(pub(crate) Vec<T>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Whatever stands in a field.
enum Scalar {
    Nothing,
    Text(String),
    Number(String),
    Flag(bool),
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }
    fn visit_unit<E: Error>(self) -> Result<Scalar, E> {
        Ok(Scalar::Nothing)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar::Flag(value))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar::Number(value.to_string()))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Scalar, E> {
        Ok(Scalar::Number(value.to_string()))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Scalar, E> {
        // The shortest digits that read back as the same number: what the server showed.
        Ok(Scalar::Number(value.to_string()))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(value.to_owned()))
    }
    fn visit_string<E: Error>(self, value: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar, A::Error> {
        while seq.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(Scalar::Nothing)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?.is_some() {}
        Ok(Scalar::Nothing)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match deserializer.deserialize_any(ScalarVisitor)? {
            Scalar::Text(text) | Scalar::Number(text) => text,
            Scalar::Nothing | Scalar::Flag(_) => String::new(),
        }))
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match deserializer.deserialize_any(ScalarVisitor)? {
            Scalar::Text(text) | Scalar::Number(text) => {
                let text = text.trim();
                text.parse().or_else(|_| Decimal::from_scientific(text)).unwrap_or_default()
            }
            Scalar::Nothing | Scalar::Flag(_) => Decimal::ZERO,
        }))
    }
}

impl<'de> Deserialize<'de> for Check {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match deserializer.deserialize_any(ScalarVisitor)? {
            Scalar::Text(text) | Scalar::Number(text) => {
                !matches!(text.trim(), "" | "0" | "0.0" | "false" | "No")
            }
            Scalar::Flag(flag) => flag,
            Scalar::Nothing => false,
        }))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TableVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for TableVisitor<T> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a child table")
            }
            fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
                Ok(Vec::new())
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
                let mut rows = Vec::new();
                while let Some(row) = seq.next_element()? {
                    rows.push(row);
                }
                Ok(rows)
            }
        }
        deserializer.deserialize_any(TableVisitor(PhantomData)).map(Self)
    }
}

/// A missing `is_sales_item` or `selling` means yes, as the doctype's default does.
pub(crate) fn checked() -> Check {
    Check(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(serde::Deserialize)]
    struct Document {
        #[serde(default)]
        name: Text,
        #[serde(default)]
        rate: Number,
        #[serde(default)]
        disabled: Check,
        #[serde(default)]
        rows: Table<Row>,
    }

    #[derive(serde::Deserialize)]
    struct Row {
        uom: Text,
    }

    fn read(value: serde_json::Value) -> Document {
        Document::deserialize(value).unwrap()
    }

    #[test]
    fn null_missing_and_odd_fields_are_read() {
        let empty = read(json!({}));
        assert_eq!((empty.name, empty.rate, empty.disabled), Default::default());
        let nulls = read(json!({"name": null, "rate": null, "disabled": null, "rows": null}));
        assert_eq!(nulls.name.0, "");
        let odd =
            read(json!({"name": 42, "rate": "12.50", "disabled": "1", "rows": [{"uom": "Box"}]}));
        assert_eq!((odd.name.0.as_str(), odd.rate.0.to_string().as_str()), ("42", "12.50"));
        assert!(odd.disabled.0 && odd.rows.0[0].uom.0 == "Box");
        let worse = read(json!({"name": {"a": [1]}, "rate": [1], "disabled": {}}));
        assert_eq!((worse.name.0.as_str(), worse.rate.0), ("", Decimal::ZERO));
    }

    #[test]
    fn a_float_keeps_the_digits_the_server_showed() {
        for (json, text) in
            [("0.1", "0.1"), ("12.0", "12"), ("1e-7", "0.0000001"), ("99.99", "99.99")]
        {
            let document: Document =
                serde_json::from_str(&format!("{{\"rate\": {json}}}")).unwrap();
            assert_eq!(document.rate.0.to_string(), text);
        }
    }
}
