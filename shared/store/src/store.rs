//! The open store of one profile.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, Transaction};
use tokio::sync::watch;

use crate::catalogue::late_indexes;
use crate::catalogue::touched::TouchedLog;
use crate::error::StoreError;
use crate::file::journal::{self, Journal, Record};
use crate::file::key::FileKey;
use crate::file::readers::Readers;
use crate::file::reply::Reply;
use crate::file::writer::{Desk, Pen, Writer};
use crate::file::{damage, migrate, open, tend};
use crate::orders::promises;
use crate::outbox::crash;

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
    key: FileKey,
    touched: Arc<TouchedLog>,
}

impl Store {
    /// Opens the file at `path` by its key alone, making it where it is missing: what unlocking does
    /// after the PIN.
    ///
    /// # Errors
    /// As unlocking.
    #[cfg(feature = "raw-key")]
    pub fn open_with_key(path: &Path, key: [u8; 32]) -> Result<Self, StoreError> {
        let key = FileKey { key: key.into(), journal: key.into(), salt: [0; 16] };
        if path.exists() { Self::open(path, &key) } else { Self::create(path, &key) }
    }

    /// Makes the file at `path`, which must not be there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn create(path: &Path, key: &FileKey) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Io(std::io::ErrorKind::AlreadyExists.into()));
        }
        Self::start(path, key, open::open_writer(path, key)?)
    }

    /// Opens the file at `path` and migrates it where it is old.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Newer`], [`StoreError::DiskFull`],
    /// [`StoreError::ReadOnly`] or what else the system says.
    pub(crate) fn open(path: &Path, key: &FileKey) -> Result<Self, StoreError> {
        damage::check_before_opening(path)?;
        let connection = open::open_writer(path, key)?;
        damage::check_after_opening(path, &connection)?;
        Self::start(path, key, connection)
    }

    fn start(path: &Path, key: &FileKey, mut connection: Connection) -> Result<Self, StoreError> {
        migrate::migrate(&mut connection)?;
        crash::note_interrupted(&mut connection)?;
        let (journal, contents) = Journal::open(&journal::path_for(path), &key.journal)?;
        let inner = Inner {
            readers: Readers::new(path.to_owned(), key.clone()),
            writer: Writer::start(connection, journal)?,
            path: path.to_owned(),
            key: key.clone(),
            touched: Arc::default(),
        };
        let store = Self { inner: Arc::new(inner) };
        // Queued before anything else can be; nobody waits for it, and the first save comes after.
        drop(store.run(move |desk| tend::journal(desk, contents)));
        drop(store.run(promises::catch_up));
        drop(store.run(late_indexes::catch_up));
        Ok(store)
    }

    /// Counts up with every commit. Screens subscribe to it and read again what they show.
    pub fn revision(&self) -> watch::Receiver<u64> {
        self.inner.writer.revision()
    }

    /// The database file.
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    pub(crate) fn key(&self) -> &FileKey {
        &self.inner.key
    }

    pub(crate) fn touched(&self) -> Arc<TouchedLog> {
        self.inner.touched.clone()
    }

    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        damage::noted(&self.inner.path, self.inner.readers.read(read))
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Reply<T> {
        self.run(|desk| desk.write(|transaction, _| work(transaction)))
    }

    /// As `write`, for work that makes or settles a document of the rep's: the record it gives is safe
    /// in the journal before anyone is told.
    pub(crate) fn write_kept<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Record>), StoreError> + Send + 'static,
    ) -> Reply<T> {
        self.write_with_pen(|transaction, pen| {
            let (value, record) = work(transaction)?;
            record.map_or(Ok(()), |record| pen.begin(record))?;
            Ok(value)
        })
    }

    /// As `write_kept`, for work that knows its record before it is done: the journal is written
    /// meanwhile.
    pub(crate) fn write_with_pen<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>, &mut Pen<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Reply<T> {
        self.run(|desk| desk.write(work))
    }

    /// Runs `work` on the writer's thread, without a transaction.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Desk) -> Result<T, StoreError> + Send + 'static,
    ) -> Reply<T> {
        let path = self.inner.path.clone();
        self.inner.writer.run(move |desk| damage::noted(&path, work(desk)))
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.inner.path).finish_non_exhaustive()
    }
}
