//! Opening a connection, always with the raw key and the same settings.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::key::FileKey;
use crate::error::StoreError;

/// Page cache of the writer and of the reader used most, in KiB (16 MiB: see `bench/RESULTS.md`).
pub(crate) const LARGE_CACHE_KIB: u32 = 16_384;
/// Page cache of the other readers, in KiB.
pub(crate) const SMALL_CACHE_KIB: u32 = 4_096;

/// SQLCipher reports torn pages on the standard error; ours are errors with a type.
pub(crate) const QUIET: &str = "PRAGMA cipher_log_level = NONE;";

const STATEMENTS: usize = 128;

/// Opens the file for writing, making it where it is missing.
///
/// # Errors
/// [`StoreError`]; [`StoreError::Damaged`] when the first page does not answer to the key.
pub(crate) fn open_writer(path: &Path, key: &FileKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = keyed(path, key, flags, LARGE_CACHE_KIB)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::ReadOnly);
    }
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
    Ok(connection)
}

/// Opens one more connection for reading alone.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn open_reader(
    path: &Path,
    key: &FileKey,
    cache_kib: u32,
) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = keyed(path, key, flags, cache_kib)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(connection)
}

fn keyed(
    path: &Path,
    key: &FileKey,
    flags: OpenFlags,
    cache_kib: u32,
) -> Result<Connection, StoreError> {
    let connection =
        Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, error))?;
    connection.execute_batch(QUIET)?;
    connection.execute_batch(&key.pragma())?;
    connection
        .execute_batch(&format!("PRAGMA cache_size = -{cache_kib}; PRAGMA temp_store = MEMORY;"))?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

/// SQLite says only "cannot open"; the file system knows why. It is asked without opening the file:
/// closing it again would drop the locks of every connection this process has to it.
fn cannot_open(path: &Path, error: rusqlite::Error) -> StoreError {
    match std::fs::metadata(path) {
        Ok(file) if file.permissions().readonly() => StoreError::ReadOnly,
        Ok(_) => error.into(),
        Err(io) if io.kind() == std::io::ErrorKind::NotFound => {
            match path.parent().map(std::fs::metadata) {
                Some(Ok(folder)) if folder.is_dir() => StoreError::ReadOnly,
                _ => io.into(),
            }
        }
        Err(io) => io.into(),
    }
}
