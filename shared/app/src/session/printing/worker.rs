//! Prints what is queued, one job after the other, on a thread of its own.

use crate::session::Inner;
use satchel_devices::printing::link::{LinkError, PrinterAddress, PrinterLinks, Stopped, send};
use satchel_store::{PrintJob, StoreError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

/// How often a job that broke off in the middle is started over.
const TRIES: u32 = 3;
/// The pause before that.
const BREATH: Duration = Duration::from_millis(800);

/// Starts the thread; it ends with the session or with the handle, after the job it is at.
///
/// # Errors
/// What the system says when it gives no thread.
pub(super) fn start(inner: Weak<Inner>) -> std::io::Result<Sender<()>> {
    let (call, called) = channel();
    thread::Builder::new().name("satchel-print".to_owned()).spawn(move || work(&inner, &called))?;
    Ok(call)
}

fn work(inner: &Weak<Inner>, called: &Receiver<()>) {
    while called.recv().is_ok() {
        let printed = catch_unwind(AssertUnwindSafe(|| while matches!(next(inner), Ok(true)) {}));
        if printed.is_err() {
            // The job stays as it is and asks when the profile is opened again.
            tracing::error!("a print broke down");
        }
    }
}

/// Prints the oldest job; false when there is none, or the session has ended.
///
/// The session is not held while bytes go out: locking the phone waits for no printer.
fn next(inner: &Weak<Inner>) -> Result<bool, StoreError> {
    let Some(session) = inner.upgrade() else { return Ok(false) };
    let Some((job, content)) = session.store.begin_print().wait()? else { return Ok(false) };
    let links = Arc::clone(&session.ports.printers);
    drop(session);
    let ended = print(links.as_ref(), &job, &content);
    let Some(session) = inner.upgrade() else { return Ok(false) };
    let (sent, problem) = match ended {
        Ok(()) => (content.len(), None),
        Err(Stopped { sent, error }) => (sent, Some(error.message_id())),
    };
    session.store.end_print(job.id, sent, problem, session.ports.clock.now()).wait()?;
    Ok(true)
}

/// One job. Where the link breaks in the middle it is made anew and the job started over; where all of
/// it had gone out it is not, since it may be on paper.
fn print(links: &dyn PrinterLinks, job: &PrintJob, content: &[u8]) -> Result<(), Stopped> {
    let address: PrinterAddress =
        job.address.parse().map_err(|_| Stopped { sent: 0, error: LinkError::NotFound })?;
    let mut furthest = 0;
    for tried in 1.. {
        let ended = links
            .open(&address)
            .map_err(|error| Stopped { sent: 0, error })
            .and_then(|link| send(link, content, job.chunk, |_| {}));
        let Err(stopped) = ended else { break };
        furthest = furthest.max(stopped.sent);
        let broke_off = stopped.sent < content.len() && furthest > 0;
        if tried >= TRIES || !broke_off {
            return Err(Stopped { sent: furthest, error: stopped.error });
        }
        thread::sleep(BREATH);
    }
    Ok(())
}
