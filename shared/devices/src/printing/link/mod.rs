//! How bytes get to a printer: the port, its adapters for Bluetooth Low Energy, TCP and files, and a fake.

mod address;
pub mod ble;
mod fake;
mod file;
mod send;
mod status;
mod tcp;

#[cfg(any(test, feature = "contract"))]
pub mod contract;

pub use address::{BadAddress, DEFAULT_PORT, PrinterAddress};
pub use ble::BleLinks;
pub use fake::{FakePrinter, FakePrinters};
pub use file::FileLinks;
pub use send::{Stopped, send};
pub use status::{PrinterStatus, QUERIES};
pub use tcp::TcpLinks;

use std::sync::Arc;
use std::time::Duration;

/// Why a printer did not take bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// Nobody is at that address, or out of reach.
    #[error("the printer was not found")]
    NotFound,
    /// It is there and takes no connection: busy with another phone, or switched to another mode.
    #[error("the printer refused")]
    Refused,
    /// The phone has no radio for it.
    #[error("there is no radio")]
    NoRadio,
    /// The radio is off.
    #[error("the radio is off")]
    RadioOff,
    /// The rep has not allowed it.
    #[error("not allowed")]
    NotAllowed,
    /// The link broke.
    #[error("the link broke")]
    Dropped,
    /// The printer stopped taking bytes.
    #[error("the printer stopped answering")]
    TimedOut,
    /// The device has nothing that looks like a printer.
    #[error("the device is no printer")]
    NotAPrinter,
    /// This phone has no such kind of link.
    #[error("this phone cannot reach such a printer")]
    Unsupported,
}

impl LinkError {
    /// The key of the sentence shown to the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::NotFound => "error-printer-not-found",
            Self::Refused => "error-printer-refused",
            Self::NoRadio => "error-printer-no-radio",
            Self::RadioOff => "error-printer-radio-off",
            Self::NotAllowed => "error-printer-not-allowed",
            Self::Dropped => "error-printer-dropped",
            Self::TimedOut => "error-printer-timed-out",
            Self::NotAPrinter => "error-printer-none",
            Self::Unsupported => "error-printer-unsupported",
        }
    }

    /// Whether it may be gone in a while without anybody doing anything.
    pub fn may_pass(self) -> bool {
        matches!(self, Self::NotFound | Self::Refused | Self::Dropped | Self::TimedOut)
    }
}

/// An open connection to a printer. Dropping it closes it.
pub trait PrinterLink: Send {
    /// Most bytes of one [`write`](Self::write).
    fn most(&self) -> usize;

    /// Hands over bytes, at most [`most`](Self::most); all of them are taken, or none may be.
    ///
    /// # Errors
    /// [`LinkError`]; the link is then of no more use.
    fn write(&mut self, bytes: &[u8]) -> Result<(), LinkError>;

    /// What the printer tells about itself; none where it does not answer in time.
    ///
    /// # Errors
    /// [`LinkError`] when the link broke.
    fn status(&mut self) -> Result<Option<PrinterStatus>, LinkError>;

    /// How full its battery is, in percent; none where it does not say.
    ///
    /// # Errors
    /// [`LinkError`] when the link broke.
    fn battery(&mut self) -> Result<Option<u8>, LinkError> {
        Ok(None)
    }

    /// Closes the connection once everything has gone out.
    ///
    /// # Errors
    /// [`LinkError`] when it may not have.
    fn finish(self: Box<Self>) -> Result<(), LinkError>;
}

/// A device that may be a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPrinter {
    /// What it calls itself; may be empty.
    pub name: String,
    /// Where it is.
    pub address: PrinterAddress,
    /// Whether it offers a service that printers are known by.
    pub likely: bool,
    /// How strong its signal is, in dBm; none where the platform does not say.
    pub signal_dbm: Option<i16>,
}

/// Opens links of one or more kinds. Calls block: printing has a thread of its own.
pub trait PrinterLinks: Send + Sync {
    /// Connects.
    ///
    /// # Errors
    /// [`LinkError`]; [`LinkError::Unsupported`] for an address of another kind.
    fn open(&self, address: &PrinterAddress) -> Result<Box<dyn PrinterLink>, LinkError>;

    /// Looks round for so long. Kinds of links that cannot look find nothing.
    ///
    /// # Errors
    /// [`LinkError`] when the radio cannot be used.
    fn find(&self, time: Duration) -> Result<Vec<FoundPrinter>, LinkError> {
        let _ = time;
        Ok(Vec::new())
    }
}

/// Links of several kinds; the first that knows an address takes it.
#[derive(Clone, Default)]
pub struct AllLinks {
    kinds: Vec<Arc<dyn PrinterLinks>>,
}

impl AllLinks {
    /// These kinds.
    pub fn new(kinds: Vec<Arc<dyn PrinterLinks>>) -> Self {
        Self { kinds }
    }
}

impl PrinterLinks for AllLinks {
    fn open(&self, address: &PrinterAddress) -> Result<Box<dyn PrinterLink>, LinkError> {
        self.kinds
            .iter()
            .map(|kind| kind.open(address))
            .find(|opened| !matches!(opened, Err(LinkError::Unsupported)))
            .unwrap_or(Err(LinkError::Unsupported))
    }

    fn find(&self, time: Duration) -> Result<Vec<FoundPrinter>, LinkError> {
        let mut all = Vec::new();
        let mut problem = None;
        for kind in &self.kinds {
            match kind.find(time) {
                Ok(found) => all.extend(found),
                Err(error) => problem = Some(error),
            }
        }
        match problem {
            Some(error) if all.is_empty() => Err(error),
            _ => Ok(all),
        }
    }
}
