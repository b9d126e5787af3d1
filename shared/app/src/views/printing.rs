//! Printers and prints.

use chrono::{DateTime, FixedOffset};
pub use satchel_devices::printing::link::PrinterStatus;
pub use satchel_store::PrintState;

/// A saved printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrinterView {
    /// Its row.
    pub id: i64,
    /// What the rep calls it.
    pub name: String,
    /// Where it is, without the kind of link.
    pub place: String,
    /// Id of its profile.
    pub profile: String,
    /// Prints when no printer is chosen.
    pub is_default: bool,
}

/// A device near by that may be a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPrinterView {
    /// What it calls itself; may be empty.
    pub name: String,
    /// Where it is, to save it under.
    pub address: String,
    /// Where it is, without the kind of link.
    pub place: String,
    /// Whether it offers a service that printers are known by.
    pub likely: bool,
    /// How strong its signal is, in dBm; none where the platform does not say.
    pub signal_dbm: Option<i16>,
    /// Whether it is saved already.
    pub is_saved: bool,
}

/// What a printer tells about itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PrinterNews {
    /// Paper and cover; none where it does not say.
    pub status: Option<PrinterStatus>,
    /// How full its battery is, in percent; none where it does not say.
    pub battery_percent: Option<u8>,
}

/// A print job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJobView {
    /// Its row.
    pub id: i64,
    /// What it is of ([`ReceiptOf::document`](super::ReceiptOf::document)); empty for a test page.
    pub document: String,
    /// What it is called: of an order the receipt number; empty for a test page.
    pub title: String,
    /// What its printer is called.
    pub printer: String,
    /// Where it is.
    pub state: PrintState,
    /// Bytes it has, and bytes that were handed over.
    pub size: usize,
    /// Bytes that were handed over.
    pub sent: usize,
    /// Key of the sentence that says why it failed; else empty.
    pub problem: String,
    /// Marked as a copy.
    pub is_copy: bool,
    /// When it was asked for, as the phone showed it.
    pub queued: DateTime<FixedOffset>,
}

/// What came of asking for a print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedView {
    /// The job's row.
    pub job: i64,
    /// Signs that are printed as empty frames because no typeface here has them.
    pub missing: String,
}
