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
            Some(connection) => read(connection),
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
