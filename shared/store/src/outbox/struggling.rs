//! Rows that do not get through, and what did.

use rusqlite::Row;

use super::rows::{kind, state};
use super::types::Struggling;
use crate::error::StoreError;
use crate::sql::{first, get, rows};
use crate::store::Store;

impl Store {
    /// The open rows with at least so many attempts that counted, those a person decides about left
    /// out, in the order they were written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn struggling(&self, attempts: u32) -> Result<Vec<Struggling>, StoreError> {
        self.read(|connection| {
            rows!(
                connection,
                "SELECT seq, kind, state, created_ms FROM outbox
                 WHERE state IN ('waiting', 'sending', 'unknown') AND attempts >= ?1 ORDER BY seq",
                [attempts],
                |row: &Row<'_>| Ok::<_, StoreError>(Struggling {
                    seq: get(row, "seq")?,
                    kind: kind(row)?,
                    state: state(row)?,
                    created_ms: get(row, "created_ms")?,
                })
            )
        })
    }

    /// When the server last had something of this phone, in milliseconds since 1970 UTC.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn last_arrival_ms(&self) -> Result<Option<i64>, StoreError> {
        self.read(|connection| {
            let last: Option<Option<i64>> = first!(
                connection,
                "SELECT max(settled_ms) AS last FROM outbox WHERE state = 'done'",
                [],
                |row: &Row<'_>| get(row, "last")
            )?;
            Ok(last.flatten().filter(|ms| *ms > 0))
        })
    }
}
