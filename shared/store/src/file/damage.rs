//! Noticing that a database is damaged.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::StoreError;

/// SQLCipher's page, and so the smallest file there is.
const ONE_PAGE: u64 = 4096;

/// Where a suspicion is noted for the next opening.
fn suspicion(path: &Path) -> PathBuf {
    path.with_extension("suspect")
}

/// Passes a result on; damage is noted, so that the next opening looks at the whole file.
pub(crate) fn noted<T>(path: &Path, result: Result<T, StoreError>) -> Result<T, StoreError> {
    if result.as_ref().is_err_and(StoreError::is_damage) && fs::write(suspicion(path), b"").is_err()
    {
        tracing::warn!("a damaged database could not be noted");
    }
    result
}

/// SQLite takes an empty file for a new database, and makes a missing one. Neither may happen to a
/// profile that exists: its orders would be gone without a word.
///
/// # Errors
/// [`StoreError::Damaged`].
pub(crate) fn check_before_opening(path: &Path) -> Result<(), StoreError> {
    match fs::metadata(path) {
        Ok(file) if file.is_file() && file.len() >= ONE_PAGE => Ok(()),
        Ok(_) => Err(StoreError::Damaged),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::Damaged),
        Err(error) => Err(error.into()),
    }
}

/// Looks at the whole file where there is a reason to: damage met before, or a length that is not what
/// the file says of itself.
///
/// # Errors
/// [`StoreError::Damaged`].
pub(crate) fn check_after_opening(path: &Path, connection: &Connection) -> Result<(), StoreError> {
    if !suspicion(path).exists() && length_agrees(path, connection)? {
        return Ok(());
    }
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" || has_bad_pages(connection)? {
        return Err(StoreError::Damaged);
    }
    clear(path);
    Ok(())
}

/// Pages whose authentication fails, wherever they are (SQLCipher's `cipher_integrity_check`).
fn has_bad_pages(connection: &Connection) -> Result<bool, StoreError> {
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let mut rows = statement.query([])?;
    Ok(rows.next()?.is_some())
}

/// While a log waits to be folded in, the file may rightly be shorter than it says.
fn length_agrees(path: &Path, connection: &Connection) -> Result<bool, StoreError> {
    let log = fs::metadata(wal(path)).map(|file| file.len()).unwrap_or(0);
    if log > 0 {
        return Ok(true);
    }
    let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    let length = fs::metadata(path)?.len();
    Ok(u64::try_from(pages).is_ok_and(|pages| pages.saturating_mul(ONE_PAGE) == length))
}

/// Forgets the suspicion.
pub(crate) fn clear(path: &Path) {
    // Left behind it costs one more look at the file, nothing else.
    let _ = fs::remove_file(suspicion(path));
}

/// The log beside a database.
pub(crate) fn wal(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}
