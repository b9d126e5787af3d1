//! A thread that flushes the journal while the database commits: two flushes for the time of one.

use std::fs::File;
use std::io;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

/// Flushes one file, a request at a time.
pub(crate) struct Flusher {
    requests: Option<mpsc::Sender<()>>,
    answers: mpsc::Receiver<io::Result<()>>,
    asked: bool,
    thread: Option<JoinHandle<()>>,
}

impl Flusher {
    /// Starts the thread for a file.
    ///
    /// # Errors
    /// When the system gives no thread or no second handle to the file.
    pub(crate) fn start(file: &File) -> io::Result<Self> {
        let file = file.try_clone()?;
        let (requests, queue) = mpsc::channel::<()>();
        let (results, answers) = mpsc::channel();
        let thread =
            thread::Builder::new().name("satchel-journal".to_owned()).spawn(move || {
                while queue.recv().is_ok() && results.send(file.sync_data()).is_ok() {}
            })?;
        Ok(Self { requests: Some(requests), answers, asked: false, thread: Some(thread) })
    }

    /// Begins a flush.
    pub(crate) fn begin(&mut self) {
        self.asked = self.requests.as_ref().is_some_and(|requests| requests.send(()).is_ok());
    }

    /// Waits for the flush that was begun.
    ///
    /// # Errors
    /// What the flush ended with; also when none was begun.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.asked) {
            return Err(io::Error::other("no flush was begun"));
        }
        self.answers.recv().map_err(io::Error::other)?
    }
}

impl Drop for Flusher {
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(thread) = self.thread.take() {
            // It only ever flushes, so there is nothing to learn from the result.
            let _ = thread.join();
        }
    }
}
