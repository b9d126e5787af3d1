//! What can be wrong with the demo data.

/// Why the demo company could not be made. Except for a date out of range, each of these is a
/// mistake in `assets/demo` that the tests of this crate find first.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A table file is not readable as such.
    #[error("{file} cannot be read as a table")]
    Csv {
        /// File name in `assets/demo`.
        file: &'static str,
        /// What the reader says.
        #[source]
        source: csv::Error,
    },
    /// A TOML file is not readable as such.
    #[error("{file} cannot be read as TOML")]
    Toml {
        /// File name in `assets/demo`.
        file: &'static str,
        /// What the reader says.
        #[source]
        source: toml::de::Error,
    },
    /// A JSON file is not readable as such.
    #[error("{file} cannot be read as JSON")]
    Json {
        /// File name in `assets/demo`.
        file: &'static str,
        /// What the reader says.
        #[source]
        source: serde_json::Error,
    },
    /// A value does not fit its field.
    #[error("{file}: {value:?} does not fit {field}")]
    Value {
        /// File name in `assets/demo`.
        file: &'static str,
        /// Column or field.
        field: &'static str,
        /// The text found there.
        value: String,
    },
    /// A name is used that no other row defines.
    #[error("{file}: no {doctype} named {name:?}")]
    Missing {
        /// File name in `assets/demo`.
        file: &'static str,
        /// DocType looked for.
        doctype: &'static str,
        /// Name looked for.
        name: String,
    },
    /// A date pattern is not of the form `{today+2 10:30}`.
    #[error("{0:?} is not a date pattern")]
    DatePattern(String),
    /// Today is so close to the end of the calendar that a date beside it does not exist.
    #[error("a date {days} days from today is outside the calendar")]
    DateRange {
        /// Offset asked for.
        days: i64,
    },
}

impl DemoError {
    /// Stable key of the sentence shown to people.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::DateRange { .. } => "error-demo-date",
            _ => "error-demo-data",
        }
    }
}
