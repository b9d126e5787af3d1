//! The one writer: a thread that owns the connection and does one job after another.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::watch;

use super::journal::{Journal, Record};
use super::reply::Reply;
use crate::error::{StoreError, bad};

/// Pages in the log from which on it is emptied.
const LOG_PAGES: i64 = 1_000;

/// What the writer's thread owns.
pub(crate) struct Desk {
    pub(crate) connection: Connection,
    pub(crate) journal: Journal,
    /// Whether commits are flushed to the disk.
    flushes: bool,
    revision: watch::Sender<u64>,
}

impl Desk {
    /// Runs `work` in a transaction of its own. A record it gives to the pen goes to the journal and is
    /// flushed while the transaction is written and commits: a power cut may leave either alone, and
    /// the next opening makes them agree ([`super::tend`]). Both are done when this returns.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, &mut Pen<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.flush_commits(true)?;
        let value = self.commit(work)?;
        self.tell();
        Ok(value)
    }

    /// As [`Desk::write`], for what can be derived or fetched again: it is not flushed to the disk, so
    /// a power cut may take it back as a whole.
    pub(crate) fn write_derived<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let value = self.write_unseen(work)?;
        self.tell();
        Ok(value)
    }

    /// As [`Desk::write_derived`], for what changes nothing anyone sees: no screen reads again.
    pub(crate) fn write_unseen<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.flush_commits(false)?;
        let result = self.commit(|transaction, _| work(transaction));
        // Now rather than at the next write, for which someone waits; that one asks again.
        self.flush_commits(true)?;
        result
    }

    fn flush_commits(&mut self, flush: bool) -> Result<(), StoreError> {
        if self.flushes != flush {
            let level = if flush { "FULL" } else { "NORMAL" };
            self.connection.pragma_update(None, "synchronous", level)?;
            self.flushes = flush;
        }
        Ok(())
    }

    /// Moves what was committed from the log into the file, once it is much. SQLite would do it inside
    /// the commit that makes it much, for which someone waits.
    fn empty_log(&self) -> Result<(), StoreError> {
        let pages = |mode: &str| -> Result<(i64, i64), StoreError> {
            let sql = format!("PRAGMA wal_checkpoint({mode})");
            let mut statement = self.connection.prepare_cached(&sql)?;
            Ok(statement.query_row([], |row| Ok((row.get(1)?, row.get(2)?)))?)
        };
        let (logged, moved) = pages("NOOP")?;
        if logged >= LOG_PAGES && moved < logged {
            // Readers of an older moment may keep some of it for a later time.
            pages("PASSIVE")?;
        }
        Ok(())
    }

    /// Has the screens read again.
    fn tell(&self) {
        self.revision.send_modify(|revision| *revision = revision.wrapping_add(1));
    }

    fn commit<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, &mut Pen<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut pen = Pen { journal: &mut self.journal, waiting: None };
        let value = work(&transaction, &mut pen)?;
        pen.written()?;
        transaction.commit()?;
        pen.keep_it();
        Ok(value)
    }
}

/// Writes one record of a transaction into the journal. Dropped before [`Pen::keep_it`], it takes the
/// record back.
pub(crate) struct Pen<'a> {
    journal: &'a mut Journal,
    waiting: Option<Awaited>,
}

/// What a record that was begun has yet to become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaited {
    Written,
    Flushed,
}

impl Pen<'_> {
    /// Begins to write the record. The sooner, the less is left to wait for after the commit.
    ///
    /// # Errors
    /// [`StoreError`]; also for a second record, of which a transaction has no use.
    pub(crate) fn begin(&mut self, record: Record) -> Result<(), StoreError> {
        if self.waiting.is_some() {
            return Err(bad("journal record"));
        }
        self.journal.begin(record)?;
        self.waiting = Some(Awaited::Written);
        Ok(())
    }

    /// Waits until the record is written: where the disk is full, the transaction must not commit.
    fn written(&mut self) -> Result<(), StoreError> {
        if self.waiting == Some(Awaited::Written) {
            self.waiting = Some(Awaited::Flushed);
            self.journal.written()?;
        }
        Ok(())
    }

    /// Waits until the record is on the disk.
    fn keep_it(mut self) {
        if self.waiting.take().is_some() && self.journal.finish().is_err() {
            // Safe in the database; the next opening writes it into the journal again.
            tracing::warn!("the journal could not be flushed");
        }
    }
}

impl Drop for Pen<'_> {
    fn drop(&mut self) {
        // Why it failed is known already; here the journal only becomes what it was.
        let _ = self.written();
        if self.waiting.take().is_some() {
            let _ = self.journal.finish();
            self.journal.take_back();
        }
    }
}

type Job = Box<dyn FnOnce(&mut Desk) + Send>;

/// The handle to the writer's thread. Dropping it finishes the queued jobs and closes the file.
pub(crate) struct Writer {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    revision: watch::Receiver<u64>,
}

impl Writer {
    /// Starts the thread on an open connection.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the system gives no thread.
    pub(crate) fn start(connection: Connection, journal: Journal) -> Result<Self, StoreError> {
        let (sender, revision) = watch::channel(0);
        let (jobs, queue) = mpsc::channel::<Job>();
        connection.pragma_update(None, "wal_autocheckpoint", 0)?;
        let mut desk = Desk { connection, journal, flushes: true, revision: sender };
        let thread = thread::Builder::new().name("satchel-writer".to_owned()).spawn(move || {
            while let Ok(job) = queue.recv() {
                job(&mut desk);
            }
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread), revision })
    }

    pub(crate) fn revision(&self) -> watch::Receiver<u64> {
        self.revision.clone()
    }

    /// Runs `work` on the writer's thread, after everything queued before.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Desk) -> Result<T, StoreError> + Send + 'static,
    ) -> Reply<T> {
        let (answer, reply) = Reply::new();
        let job: Job = Box::new(move |desk| {
            // A bug in one job must not take the writer away from all later ones.
            let result = catch_unwind(AssertUnwindSafe(|| work(desk)));
            if result.is_err() {
                tracing::error!("a write broke down and was rolled back");
            }
            // Whoever asked may have gone away; the write counts all the same.
            let _ = answer.send(result.unwrap_or(Err(StoreError::Abandoned)));
            if let Err(error) = desk.empty_log() {
                // Nothing is lost: it is read from where it is, and the next write tries again.
                tracing::warn!(%error, "the log could not be emptied");
            }
        });
        if let Some(jobs) = &self.jobs {
            // A refused job drops its answer, which the reply reports as `Closed`.
            let _ = jobs.send(job);
        }
        reply
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // Its jobs catch their own panics, so there is nothing to learn from the result.
            let _ = thread.join();
        }
    }
}
