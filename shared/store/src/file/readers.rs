//! The reading connections: opened when needed, the last one used is used next, so its cache is warm.

use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use super::key::FileKey;
use super::open::{LARGE_CACHE_KIB, SMALL_CACHE_KIB, open_reader};
use crate::error::StoreError;

const MOST_READERS: usize = 4;

/// A pool of at most four reading connections.
pub(crate) struct Readers {
    path: PathBuf,
    key: FileKey,
    pool: Mutex<Pool>,
    returned: Condvar,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Connection>,
    open: usize,
}

impl Readers {
    pub(crate) fn new(path: PathBuf, key: FileKey) -> Self {
        Self { path, key, pool: Mutex::default(), returned: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `read` on a connection of the pool, waiting for one when all are busy.
    ///
    /// # Errors
    /// What `read` ended with, or why no connection could be opened.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let lease = self.lease()?;
        match &lease.connection {
            Some(connection) => {
                let _moment = Moment::begin(connection)?;
                read(connection)
            }
            None => Err(StoreError::Closed),
        }
    }

    fn lease(&self) -> Result<Lease<'_>, StoreError> {
        let mut pool = self.lock();
        loop {
            if let Some(connection) = pool.idle.pop() {
                return Ok(Lease { readers: self, connection: Some(connection) });
            }
            if pool.open < MOST_READERS {
                pool.open += 1;
                let cache = if pool.open == 1 { LARGE_CACHE_KIB } else { SMALL_CACHE_KIB };
                drop(pool);
                // The lease gives the place back should opening fail.
                let mut lease = Lease { readers: self, connection: None };
                lease.connection = Some(open_reader(&self.path, &self.key, cache)?);
                return Ok(lease);
            }
            pool = self.returned.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A read transaction: all statements in it see the same moment, and the locks are taken once for all
/// of them.
struct Moment<'a>(&'a Connection);

impl<'a> Moment<'a> {
    fn begin(connection: &'a Connection) -> Result<Self, StoreError> {
        connection.prepare_cached("BEGIN")?.execute([])?;
        Ok(Self(connection))
    }
}

impl Drop for Moment<'_> {
    fn drop(&mut self) {
        // Nothing was written, so either end is the same; an error may have ended it already.
        let ended = self.0.prepare_cached("COMMIT").and_then(|mut commit| commit.execute([]));
        if ended.is_err() && !self.0.is_autocommit() {
            // A connection that cannot even roll back fails its next read, and says why.
            let _ = self.0.execute_batch("ROLLBACK");
        }
    }
}

struct Lease<'a> {
    readers: &'a Readers,
    connection: Option<Connection>,
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let mut pool = self.readers.lock();
        match self.connection.take() {
            Some(connection) => pool.idle.push(connection),
            None => pool.open = pool.open.saturating_sub(1),
        }
        drop(pool);
        self.readers.returned.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use crate::StoreError;
    use crate::testing::{draft, opened};

    #[test]
    fn a_read_sees_one_moment_whatever_is_written_meanwhile() {
        let opened = opened();
        let drafts = |connection: &rusqlite::Connection| -> i64 {
            connection.query_row("SELECT count(*) FROM draft", [], |row| row.get(0)).unwrap()
        };
        let seen = opened.store.read(|connection| {
            let before = drafts(connection);
            opened.store.save_draft(draft(1)).wait()?;
            Ok((before, drafts(connection)))
        });
        assert_eq!(seen.unwrap(), (0, 0));
        assert_eq!(opened.store.read(|connection| Ok(drafts(connection))).unwrap(), 1);
    }

    #[test]
    fn a_read_that_fails_or_breaks_down_leaves_the_connection_usable() {
        let opened = opened();
        let failed = opened.store.read::<()>(|_| Err(StoreError::Closed));
        assert!(failed.is_err());
        let store = opened.store.clone();
        let broken = std::thread::spawn(move || store.read::<()>(|_| panic!("in a read"))).join();
        assert!(broken.is_err());
        for _ in 0..5 {
            let alone = opened.store.read(|connection| Ok(connection.is_autocommit()));
            assert!(!alone.unwrap());
        }
    }
}
