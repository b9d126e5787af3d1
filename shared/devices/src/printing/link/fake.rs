//! Printers in memory.

use super::{FoundPrinter, LinkError, PrinterAddress, PrinterLink, PrinterLinks, PrinterStatus};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A printer in memory, and what goes wrong with it.
#[derive(Debug, Clone, Default)]
pub struct FakePrinter {
    /// What it was sent, one entry a connection.
    pub prints: Vec<Vec<u8>>,
    /// Breaks the next connections after so many bytes each, the first entry first.
    pub drops: Vec<usize>,
    /// Breaks when the link is closed, the same way: everything has arrived and nobody knows.
    pub loses_the_end: bool,
    /// Refuses connections.
    pub refuses: bool,
    /// Is out of reach, which shows only after so long.
    pub away_for: Option<Duration>,
    /// What it tells about itself.
    pub status: Option<PrinterStatus>,
    /// How full its battery is.
    pub battery: Option<u8>,
}

/// Printers by address. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct FakePrinters {
    printers: Arc<Mutex<HashMap<PrinterAddress, FakePrinter>>>,
}

impl FakePrinters {
    /// A printer at this address, in place of what was there.
    pub fn put(&self, address: PrinterAddress, printer: FakePrinter) {
        self.lock().insert(address, printer);
    }

    /// The printer as it is now.
    pub fn look(&self, address: &PrinterAddress) -> Option<FakePrinter> {
        self.lock().get(address).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PrinterAddress, FakePrinter>> {
        self.printers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PrinterLinks for FakePrinters {
    fn open(&self, address: &PrinterAddress) -> Result<Box<dyn PrinterLink>, LinkError> {
        // Others are reached meanwhile.
        if let Some(time) = self.look(address).and_then(|printer| printer.away_for) {
            std::thread::sleep(time);
            return Err(LinkError::NotFound);
        }
        let mut printers = self.lock();
        let printer = printers.get_mut(address).ok_or(LinkError::NotFound)?;
        if printer.refuses {
            return Err(LinkError::Refused);
        }
        printer.prints.push(Vec::new());
        let breaks_after = (!printer.drops.is_empty()).then(|| printer.drops.remove(0));
        Ok(Box::new(FakeLink { all: self.clone(), address: address.clone(), breaks_after }))
    }

    fn find(&self, _: Duration) -> Result<Vec<FoundPrinter>, LinkError> {
        let printers = self.lock();
        let found = printers.keys().map(|address| FoundPrinter {
            name: "Fake".to_owned(),
            address: address.clone(),
            likely: true,
            signal_dbm: None,
        });
        Ok(found.collect())
    }
}

struct FakeLink {
    all: FakePrinters,
    address: PrinterAddress,
    breaks_after: Option<usize>,
}

impl PrinterLink for FakeLink {
    fn most(&self) -> usize {
        180
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), LinkError> {
        let mut printers = self.all.lock();
        let printer = printers.get_mut(&self.address).ok_or(LinkError::Dropped)?;
        let print = printer.prints.last_mut().ok_or(LinkError::Dropped)?;
        if self.breaks_after.is_some_and(|most| print.len() + bytes.len() > most) {
            return Err(LinkError::Dropped);
        }
        print.extend_from_slice(bytes);
        Ok(())
    }

    fn status(&mut self) -> Result<Option<PrinterStatus>, LinkError> {
        Ok(self.all.look(&self.address).ok_or(LinkError::Dropped)?.status)
    }

    fn battery(&mut self) -> Result<Option<u8>, LinkError> {
        Ok(self.all.look(&self.address).ok_or(LinkError::Dropped)?.battery)
    }

    fn finish(self: Box<Self>) -> Result<(), LinkError> {
        let printer = self.all.look(&self.address).ok_or(LinkError::Dropped)?;
        if printer.loses_the_end { Err(LinkError::Dropped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::contract;
    use super::*;

    #[test]
    fn the_contract() {
        let printers = FakePrinters::default();
        let address: PrinterAddress = "ble:fake".parse().unwrap();
        printers.put(address.clone(), FakePrinter::default());
        let (all, at) = (printers.clone(), address.clone());
        contract::check(&printers, &address, move || all.look(&at).unwrap().prints.concat());
        let nobody = "ble:nobody".parse().unwrap();
        assert_eq!(printers.open(&nobody).err(), Some(LinkError::NotFound));
    }
}
