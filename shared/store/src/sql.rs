//! Small steps between rows and types that every aggregate needs.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rusqlite::Row;
use rusqlite::types::FromSql;
use rust_decimal::Decimal;

use crate::error::{StoreError, bad};

/// The largest page a query gives.
const LARGEST_PAGE: usize = 500;

/// A page size between 1 and 500.
pub(crate) fn page(limit: usize) -> usize {
    limit.clamp(1, LARGEST_PAGE)
}

/// A number of rows as SQL takes it.
pub(crate) fn sql_limit(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// A column's value.
pub(crate) fn get<T: FromSql>(row: &Row<'_>, column: &str) -> Result<T, StoreError> {
    Ok(row.get(column)?)
}

/// A text column as the type it was written from.
pub(crate) fn parsed<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| bad(column))
}

/// As [`parsed`], but an empty text is nothing.
pub(crate) fn optional<T: FromStr>(
    row: &Row<'_>,
    column: &'static str,
) -> Result<Option<T>, StoreError> {
    let text: String = row.get(column)?;
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| bad(column)) }
}

/// A civil date the server sent; one that cannot be read is none.
pub(crate) fn day(row: &Row<'_>, column: &str) -> Result<Option<NaiveDate>, StoreError> {
    let text: String = row.get(column)?;
    Ok(text.parse().ok())
}

/// A time the server sent, in the site's zone; one that cannot be read is none.
pub(crate) fn site_time(row: &Row<'_>, column: &str) -> Result<Option<NaiveDateTime>, StoreError> {
    let text: String = row.get(column)?;
    Ok(NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S%.f").ok())
}

/// Milliseconds since 1970 as a moment.
pub(crate) fn moment(row: &Row<'_>, column: &'static str) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp_millis(row.get(column)?).ok_or(bad(column))
}

/// A civil date as ISO text; nothing as empty text.
pub(crate) fn day_text(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// An exact decimal from text, refusing anything else.
pub(crate) fn decimal(text: &str, field: &'static str) -> Result<Decimal, StoreError> {
    text.parse().map_err(|_| bad(field))
}

/// Whether `text` is a JSON document, without building it.
pub(crate) fn check_json(text: &str, field: &'static str) -> Result<(), StoreError> {
    serde_json::from_str::<serde::de::IgnoredAny>(text).map(|_| ()).map_err(|_| bad(field))
}

/// The query for FTS5: each word a prefix, all of them needed; nothing when there is no word.
///
/// Words are split where the `unicode61` tokenizer splits them (an accent typed on its own belongs to
/// its letter), and quoted so that no text is syntax.
pub(crate) fn words_query(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c))
        .filter(|word| !word.is_empty())
        .take(12)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

/// Runs a prepared statement and maps every row.
macro_rules! rows {
    ($connection:expr, $sql:expr, $params:expr, $map:expr) => {{
        let mut statement = $connection.prepare_cached($sql)?;
        let mut rows = statement.query($params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push($map(row)?);
        }
        Ok::<_, crate::error::StoreError>(found)
    }};
}

/// Runs a prepared statement and maps the first row, if there is one.
macro_rules! first {
    ($connection:expr, $sql:expr, $params:expr, $map:expr) => {{
        let mut statement = $connection.prepare_cached($sql)?;
        let mut rows = statement.query($params)?;
        match rows.next()? {
            Some(row) => $map(row).map(Some),
            None => Ok(None),
        }
    }};
}

/// Runs a prepared statement that gives no rows; the number of rows it changed.
macro_rules! run {
    ($connection:expr, $sql:expr, $params:expr) => {{
        let params = $params;
        $connection.prepare_cached($sql).and_then(|mut statement| statement.execute(params))
    }};
}

pub(crate) use {first, rows, run};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_become_quoted_prefixes() {
        assert_eq!(words_query("pão de-queijo").as_deref(), Some("\"pão\"* \"de\"* \"queijo\"*"));
        assert_eq!(words_query(" -\"* "), None);
    }

    proptest! {
        #[test]
        fn no_text_is_fts_syntax(text in ".*") {
            let connection = rusqlite::Connection::open_in_memory().unwrap();
            connection.execute_batch("CREATE VIRTUAL TABLE f USING fts5(txt)").unwrap();
            if let Some(query) = words_query(&text) {
                connection
                    .query_row("SELECT count(*) FROM f WHERE f MATCH ?1", [query], |_| Ok(()))
                    .unwrap();
            }
        }
    }
}
