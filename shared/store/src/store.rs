//! The open store of one profile.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, Transaction};
use tokio::sync::watch;

use crate::error::StoreError;
use crate::file::key::FileKey;
use crate::file::readers::Readers;
use crate::file::reply::Reply;
use crate::file::writer::Writer;
use crate::file::{migrate, open};

/// The open, decrypted store of one profile. Clones share it; the last one dropped closes it.
///
/// Reads run at once on the calling thread (a fraction of a millisecond each); writes are queued to
/// one writer and answered by a [`Reply`] once they are durable.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    // Readers close before the writer, so that the writer's close may fold the log into the file.
    readers: Readers,
    writer: Writer,
    path: PathBuf,
}

impl Store {
    /// Opens the file at `path`, makes it where it is missing, migrates it where it is old.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Newer`], [`StoreError::DiskFull`],
    /// [`StoreError::ReadOnly`] or what else the system says.
    pub(crate) fn open(path: &Path, key: &FileKey) -> Result<Self, StoreError> {
        let mut connection = open::open_writer(path, key)?;
        migrate::migrate(&mut connection)?;
        let inner = Inner {
            readers: Readers::new(path.to_owned(), key.clone()),
            writer: Writer::start(connection)?,
            path: path.to_owned(),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Counts up with every commit. Screens subscribe to it and read again what they show.
    pub fn revision(&self) -> watch::Receiver<u64> {
        self.inner.writer.revision()
    }

    /// The database file.
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.inner.readers.read(read)
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Reply<T> {
        self.inner.writer.write(work)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.inner.path).finish_non_exhaustive()
    }
}
