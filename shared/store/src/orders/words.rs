//! The words an order is found by, folded and kept in its row.
//!
//! A phone holds some thousand orders: looking at each row's words takes a few milliseconds, and a
//! full-text index would make every placing write a dozen pages more.

use rusqlite::{Row, Transaction, params};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::error::StoreError;
use crate::sql::{get, rows, run};

/// The words of a text without case and accents, each with a space before it.
pub(crate) fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 1);
    let mut in_word = false;
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            if !in_word {
                words.push(' ');
            }
            words.push(c);
        }
        in_word = c.is_alphanumeric();
    }
    words
}

/// The words of a search, each with a space before it: found in [`folded`] text, it starts a word.
pub(crate) fn wanted(text: &str) -> Vec<String> {
    folded(text).split_whitespace().take(12).map(|word| format!(" {word}")).collect()
}

/// Writes the words of one order anew.
pub(crate) fn write(transaction: &Transaction<'_>, order_id: i64) -> Result<(), StoreError> {
    let text: String = transaction
        .prepare_cached(
            "SELECT receipt_number || ' ' || customer_name || ' ' || server_name || ' ' || note
             FROM sales_order WHERE id = ?1",
        )?
        .query_row([order_id], |row| row.get(0))?;
    run!(
        transaction,
        "UPDATE sales_order SET words = ?2 WHERE id = ?1",
        params![order_id, folded(&text)]
    )?;
    Ok(())
}

/// Writes the words of every order, for the migration that brings the column.
pub(crate) fn fill(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let ids = rows!(transaction, "SELECT id FROM sales_order", [], |row: &Row<'_>| get(row, "id"))?;
    ids.into_iter().try_for_each(|id| write(transaction, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_separated() {
        assert_eq!(folded("Café São-João, VAN3-00042"), " cafe sao joao van3 00042");
        assert_eq!(folded("  —  "), "");
        assert_eq!(wanted("JOÃ 0004"), [" joa", " 0004"]);
    }
}
