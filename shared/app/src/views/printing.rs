//! Printers and prints.

use chrono::{DateTime, FixedOffset};
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

/// A print job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJobView {
    /// Its row.
    pub id: i64,
    /// uid of the order; empty for a test page.
    pub document: String,
    /// Number of the receipt; empty for a test page.
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
