//! A thread that seals, appends and flushes a record while the database works: the time of both is
//! the time of the longer one.

use std::io;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use super::Record;
use super::tail::Tail;
use crate::error::StoreError;

/// Appends records, one at a time. The tail goes to the thread with the record and comes back.
pub(super) struct Scribe {
    records: Option<mpsc::Sender<(Tail, Record)>>,
    written: mpsc::Receiver<Result<(), StoreError>>,
    flushed: mpsc::Receiver<(Tail, io::Result<()>)>,
    thread: Option<JoinHandle<()>>,
}

impl Scribe {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives none.
    pub(super) fn start() -> io::Result<Self> {
        let (records, queue) = mpsc::channel::<(Tail, Record)>();
        let (say_written, written) = mpsc::channel();
        let (say_flushed, flushed) = mpsc::channel();
        let work = move || {
            while let Ok((mut tail, record)) = queue.recv() {
                let appended = tail.write(&record);
                let there_is_something = appended.is_ok();
                if say_written.send(appended).is_err() {
                    return;
                }
                let result = if there_is_something { tail.flush() } else { Ok(()) };
                if say_flushed.send((tail, result)).is_err() {
                    return;
                }
            }
        };
        let thread = thread::Builder::new().name("satchel-journal".to_owned()).spawn(work)?;
        Ok(Self { records: Some(records), written, flushed, thread: Some(thread) })
    }

    /// Begins to append a record.
    ///
    /// # Errors
    /// When the thread is gone.
    pub(super) fn begin(&self, tail: Tail, record: Record) -> io::Result<()> {
        let records = self.records.as_ref().ok_or_else(gone)?;
        records.send((tail, record)).map_err(|_| gone())
    }

    /// Waits until the record is written.
    ///
    /// # Errors
    /// Why it is not.
    pub(super) fn written(&self) -> Result<(), StoreError> {
        self.written.recv().map_err(|_| gone())?
    }

    /// Waits until the record is flushed: the tail, and whether the flush succeeded.
    ///
    /// # Errors
    /// When the thread is gone.
    pub(super) fn finish(&self) -> io::Result<(Tail, io::Result<()>)> {
        self.flushed.recv().map_err(|_| gone())
    }
}

fn gone() -> io::Error {
    io::Error::other("the journal's thread is gone")
}

impl Drop for Scribe {
    fn drop(&mut self) {
        drop(self.records.take());
        if let Some(thread) = self.thread.take() {
            // It only ever appends and flushes, so there is nothing to learn from the result.
            let _ = thread.join();
        }
    }
}
