//! Prints what is queued for a printer, one job after the other, on a thread of its own.

use super::line::Lines;
use crate::session::Inner;
use satchel_devices::printing::link::{
    LinkError, PrinterAddress, PrinterLink, PrinterLinks, PrinterStatus, Stopped, send,
};
use satchel_store::{PrintJob, PrintState, StoreError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

/// How often a job that broke off in the middle is started over.
const TRIES: u32 = 3;
/// The pause before that.
const BREATH: Duration = Duration::from_millis(800);
/// The pauses before a printer that is not reached is tried again. Nothing has been printed then, so the
/// job waits in the queue meanwhile.
const PAUSES: [Duration; 3] =
    [Duration::from_millis(500), Duration::from_millis(1_500), Duration::from_secs(4)];

/// Starts the thread of the printer at an address; it ends with the session, or once nothing is queued.
///
/// # Errors
/// What the system says when it gives no thread.
pub(super) fn start(
    inner: Weak<Inner>,
    lines: Arc<Lines>,
    address: String,
) -> std::io::Result<Sender<()>> {
    let (call, called) = channel();
    thread::Builder::new().name("satchel-print".to_owned()).spawn(move || {
        work(&inner, &lines, &address, &called);
    })?;
    Ok(call)
}

fn work(inner: &Weak<Inner>, lines: &Lines, address: &str, called: &Receiver<()>) {
    loop {
        let printed = catch_unwind(AssertUnwindSafe(|| {
            while matches!(next(inner, lines, address), Ok(true)) {}
        }));
        if printed.is_err() {
            // The job stays as it is and asks when the profile is opened again.
            tracing::error!("a print broke down");
        }
        if lines.retire(address, called) {
            return;
        }
    }
}

/// Prints the oldest job for a printer; false when there is none, or the session has ended.
///
/// The session is not held while bytes go out: locking the phone waits for no printer.
fn next(inner: &Weak<Inner>, lines: &Lines, address: &str) -> Result<bool, StoreError> {
    let Some(session) = inner.upgrade() else { return Ok(false) };
    let Some(job) = session.store.next_print(address)? else { return Ok(false) };
    let links = Arc::clone(&session.ports.printers);
    drop(session);
    let line = lines.to(address);
    let _taken = line.take();
    let reached =
        reach(inner, links.as_ref(), &job).and_then(|link| ready(link, lines.tells(address)));
    let Some(session) = inner.upgrade() else { return Ok(false) };
    // Whoever asked for it may have let it be meanwhile.
    let Some(content) = session.store.begin_print(job.id).wait()? else { return Ok(true) };
    drop(session);
    let ended = match reached {
        Ok(link) => print(links.as_ref(), link, &job, &content)
            .map_err(|stopped| (stopped.sent, stopped.error.message_id())),
        Err(problem) => Err((0, problem)),
    };
    let Some(session) = inner.upgrade() else { return Ok(false) };
    let (sent, problem) = match ended {
        Ok(()) => (content.len(), None),
        Err((sent, problem)) => (sent, Some(problem)),
    };
    session.store.end_print(job.id, sent, problem, session.ports.clock.now()).wait()?;
    Ok(true)
}

/// Connects to the job's printer, again and again for a while where it is not there or busy; else why
/// not, as the key of a sentence.
fn reach(
    inner: &Weak<Inner>,
    links: &dyn PrinterLinks,
    job: &PrintJob,
) -> Result<Box<dyn PrinterLink>, &'static str> {
    let address: PrinterAddress =
        job.address.parse().map_err(|_| LinkError::NotFound.message_id())?;
    let mut pauses = PAUSES.iter();
    loop {
        let error = match links.open(&address) {
            Ok(link) => return Ok(link),
            Err(error) => error,
        };
        match pauses.next() {
            Some(pause) if error.may_pass() && is_wanted(inner, job.id) => thread::sleep(*pause),
            _ => return Err(error.message_id()),
        }
    }
}

/// Whether a job is still queued in an open session.
fn is_wanted(inner: &Weak<Inner>, job: i64) -> bool {
    let found = inner.upgrade().and_then(|session| session.store.print_job(job).ok().flatten());
    found.is_some_and(|job| job.state == PrintState::Queued)
}

/// Gives the link back where the printer can print; else what keeps it from that, as the key of a sentence.
fn ready(mut link: Box<dyn PrinterLink>, asks: bool) -> Result<Box<dyn PrinterLink>, &'static str> {
    if !asks {
        return Ok(link);
    }
    match link.status() {
        Ok(Some(status)) => hindrance(status).map_or(Ok(link), Err),
        // It prints without saying how it is.
        Ok(None) => Ok(link),
        Err(error) => Err(error.message_id()),
    }
}

/// What keeps a printer from printing, as the key of a sentence.
fn hindrance(status: PrinterStatus) -> Option<&'static str> {
    match status {
        PrinterStatus { cover_open: true, .. } => Some("print-cover-open"),
        PrinterStatus { paper_out: true, .. } => Some("print-paper-out"),
        PrinterStatus { error: true, .. } => Some("print-printer-error"),
        _ => None,
    }
}

/// One job. Where the link breaks in the middle it is made anew and the job started over; where all of
/// it had gone out it is not, since it may be on paper.
fn print(
    links: &dyn PrinterLinks,
    link: Box<dyn PrinterLink>,
    job: &PrintJob,
    content: &[u8],
) -> Result<(), Stopped> {
    let address: PrinterAddress =
        job.address.parse().map_err(|_| Stopped { sent: 0, error: LinkError::NotFound })?;
    let mut link = Ok(link);
    let mut furthest = 0;
    for tried in 1.. {
        let ended = link
            .map_err(|error| Stopped { sent: 0, error })
            .and_then(|link| send(link, content, job.chunk, |_| {}));
        let Err(stopped) = ended else { break };
        furthest = furthest.max(stopped.sent);
        let broke_off = stopped.sent < content.len() && furthest > 0;
        if tried >= TRIES || !broke_off {
            return Err(Stopped { sent: furthest, error: stopped.error });
        }
        thread::sleep(BREATH);
        link = links.open(&address);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_a_printer_from_printing() {
        let ready = PrinterStatus::default();
        assert_eq!(hindrance(ready), None);
        assert_eq!(hindrance(PrinterStatus { paper_low: true, ..ready }), None);
        let out = PrinterStatus { paper_out: true, ..ready };
        assert_eq!(hindrance(out), Some("print-paper-out"));
        let open = PrinterStatus { cover_open: true, ..out };
        assert_eq!(hindrance(open), Some("print-cover-open"), "an open cover shows no paper");
        assert_eq!(hindrance(PrinterStatus { error: true, ..ready }), Some("print-printer-error"));
    }
}
