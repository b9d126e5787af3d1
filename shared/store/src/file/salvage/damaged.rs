//! Reading the file that was set aside.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::file::key::FileKey;
use crate::file::open::QUIET;

/// A damaged database.
///
/// Once SQLCipher has met a page that fails its authentication, it refuses every later page of that
/// connection. So after each torn page a new connection goes on with the rest.
pub(crate) struct Damaged<'a> {
    path: PathBuf,
    key: &'a FileKey,
    connection: Connection,
}

impl<'a> Damaged<'a> {
    /// Opens the file; its schema must be readable.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is not.
    pub(crate) fn open(path: &Path, key: &'a FileKey) -> Result<Self, StoreError> {
        Ok(Self { path: path.to_owned(), key, connection: connect(path, key)? })
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Goes on after a torn page.
    ///
    /// # Errors
    /// [`StoreError`] when the file does not open any more.
    pub(crate) fn reopen(&mut self) -> Result<(), StoreError> {
        self.connection = connect(&self.path, self.key)?;
        Ok(())
    }
}

/// Without changing more of the file than reading its log takes.
fn connect(path: &Path, key: &FileKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch(QUIET)?;
    connection.execute_batch(&key.pragma())?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cell_size_check = ON;")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}
