//! The lines to printers, one to each: whoever asks a printer how it is does not hang up on a print, and no
//! printer waits for another.

use satchel_devices::printing::link::PrinterAddress;
use std::collections::{HashMap, HashSet};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Taken while its printer is connected.
#[derive(Debug, Default)]
pub(super) struct Line(Mutex<()>);

impl Line {
    /// Waits until nobody is connected to this printer.
    pub fn take(&self) -> MutexGuard<'_, ()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All lines, by address.
#[derive(Debug, Default)]
pub(super) struct Lines {
    known: Mutex<HashMap<String, Arc<Line>>>,
    telling: Mutex<HashSet<String>>,
    threads: Mutex<HashMap<String, Sender<()>>>,
}

impl Lines {
    /// The line to the printer at this address.
    pub fn to(&self, address: &str) -> Arc<Line> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(address.to_owned()).or_default())
    }

    /// Whether the printer at this address is asked how it is before each print. By Bluetooth it shows at
    /// once whether a printer answers; in the network each question to one that does not costs a wait, so
    /// only those are asked that have answered before.
    pub fn tells(&self, address: &str) -> bool {
        matches!(address.parse(), Ok(PrinterAddress::Ble(_)))
            || self.telling.lock().unwrap_or_else(PoisonError::into_inner).contains(address)
    }

    /// Remembers that a printer answered.
    pub fn note_that_it_tells(&self, address: &str) {
        self.telling.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned());
    }

    /// Wakes the thread of a printer, or starts one.
    ///
    /// # Errors
    /// What the system says when it gives no thread.
    pub fn call(
        &self,
        address: &str,
        start: impl FnOnce() -> std::io::Result<Sender<()>>,
    ) -> std::io::Result<()> {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if threads.get(address).is_some_and(|thread| thread.send(()).is_ok()) {
            return Ok(());
        }
        threads.insert(address.to_owned(), start()?);
        Ok(())
    }

    /// Whether the thread of a printer may end: nobody has called it since it last looked. Nobody calls it
    /// from then on.
    pub fn retire(&self, address: &str, called: &Receiver<()>) -> bool {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if called.try_recv().is_ok() {
            return false;
        }
        threads.remove(address);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn printers_do_not_wait_for_each_other() {
        let lines = Lines::default();
        let (van, shop) = (lines.to("ble:van"), lines.to("tcp:shop"));
        let _van = van.take();
        let _shop = shop.take();
        assert!(lines.to("ble:van").0.try_lock().is_err(), "one line to each");
    }

    #[test]
    fn a_call_is_never_lost_to_a_thread_that_ends() {
        let lines = Lines::default();
        let (call, called) = channel();
        lines.call("ble:van", || Ok(call)).unwrap();
        lines.call("ble:van", || panic!("it runs")).unwrap();
        assert!(!lines.retire("ble:van", &called), "it was called meanwhile");
        assert!(lines.retire("ble:van", &called));
        let mut started = false;
        lines
            .call("ble:van", || {
                started = true;
                Ok(channel().0)
            })
            .unwrap();
        assert!(started);
    }
}
