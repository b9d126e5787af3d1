//! The one line to printers: whoever asks a printer how it is does not hang up on a print.

use satchel_devices::printing::link::PrinterAddress;
use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Taken while a printer is connected.
#[derive(Debug, Default)]
pub(super) struct Line {
    taken: Mutex<()>,
    telling: Mutex<HashSet<String>>,
}

impl Line {
    /// Waits until nobody is connected.
    pub fn take(&self) -> MutexGuard<'_, ()> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
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
}
