//! The one writer: a thread that owns the connection and does one job after another.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::watch;

use super::reply::Reply;
use crate::error::StoreError;

/// What the writer's thread owns.
pub(crate) struct Desk {
    pub(crate) connection: Connection,
    revision: watch::Sender<u64>,
}

impl Desk {
    /// Tells the screens that something changed.
    fn bump(&self) {
        self.revision.send_modify(|revision| *revision = revision.wrapping_add(1));
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
    pub(crate) fn start(connection: Connection) -> Result<Self, StoreError> {
        let (sender, revision) = watch::channel(0);
        let (jobs, queue) = mpsc::channel::<Job>();
        let mut desk = Desk { connection, revision: sender };
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

    /// Runs `work` in a transaction of its own; the reply comes after the commit.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Reply<T> {
        self.run(move |desk| {
            let result = in_transaction(&mut desk.connection, work);
            if result.is_ok() {
                desk.bump();
            }
            result
        })
    }

    /// Runs `work` on the writer's thread, without a transaction.
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
        });
        if let Some(jobs) = &self.jobs {
            // A refused job drops its answer, which the reply reports as `Closed`.
            let _ = jobs.send(job);
        }
        reply
    }
}

fn in_transaction<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let value = work(&transaction)?;
    transaction.commit()?;
    Ok(value)
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
