//! The worker: a thread of its own that sends and fetches, one round at a time.

use super::board::Board;
use super::rounds::Rounds;
use satchel_devices::clock::Clock;
use satchel_devices::random::Random;
use satchel_store::Store;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Mutex, mpsc, oneshot};

/// The pause after a round that broke down.
const BREATH: Duration = Duration::from_secs(60);

/// What the worker works with.
#[derive(Clone)]
pub(super) struct Tools {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) random: Arc<dyn Random>,
    pub(super) board: Arc<Board>,
    /// Whose turn it is: never two rounds at once on one store.
    pub(super) turn: Arc<Mutex<()>>,
}

/// What the worker is called for, the stronger later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Call {
    /// The app came to the front again, or the phone found another network.
    Back,
    /// A person wants a round now.
    Due,
    /// A person wants all that is here compared with the site.
    Everything,
}

/// The handle to the worker. Dropping it ends the round that goes on and the thread with it; a row
/// that was on its way is asked after when the profile is opened again.
pub(super) struct Worker {
    stop: Option<oneshot::Sender<()>>,
    calls: mpsc::UnboundedSender<Call>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread.
    ///
    /// # Errors
    /// What the system says when it gives no thread or no poller.
    pub(super) fn start(tools: Tools) -> std::io::Result<Self> {
        let (stop, stopped) = oneshot::channel();
        let (calls, called) = mpsc::unbounded_channel();
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let thread = thread::Builder::new()
            .name("satchel-sync".to_owned())
            .spawn(move || work(runtime, Rounds::new(tools, called), stopped))?;
        Ok(Self { stop: Some(stop), calls, thread: Some(thread) })
    }

    /// Begins a round now.
    pub(super) fn call(&self, call: Call) {
        // One that has ended has nothing to begin.
        let _ = self.calls.send(call);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // It catches its own panics, so there is nothing to learn from the result.
            let _ = thread.join();
        }
    }
}

fn work(runtime: Runtime, mut rounds: Rounds, mut stopped: oneshot::Receiver<()>) {
    loop {
        let worked = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                tokio::select! {
                    biased;
                    _ = &mut stopped => {}
                    () = rounds.run() => {}
                }
            });
        }));
        if worked.is_ok() {
            break;
        }
        // A bug must not end the sync for the day.
        tracing::error!("a round of the sync broke down");
        rounds.broke_down();
        let waited = runtime.block_on(async { tokio::time::timeout(BREATH, &mut stopped).await });
        if waited.is_ok() {
            break;
        }
    }
    // The address of a site may be being looked up; nobody waits for that.
    runtime.shutdown_background();
}
