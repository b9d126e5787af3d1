//! The encrypted SQLite file of a profile: schema, migrations, queries, backup.
//!
//! A [`Shelf`] is the folder of all profiles on a phone. Unlocking a profile with its PIN gives a
//! [`Store`]: reads run at once on the calling thread, writes are queued to one writer and answered
//! by a [`Reply`] once they are durable. What the rep entered and the priced document are opaque
//! JSON here; lists, stock and baskets use typed columns beside them.

mod backup;
mod catalogue;
mod courier;
mod customers;
mod disk;
mod error;
mod field_work;
mod file;
mod hex;
mod orders;
mod outbox;
mod printing;
mod pulled;
mod settings;
mod shelf;
mod snapshot;
mod sql;
mod store;
mod team;
#[cfg(test)]
mod testing;

pub use backup::{
    BackupError, BackupSummary, Passphrase, PassphraseTooShort, RestoreError, RestoreNumbering,
    next_device_code,
};
pub use catalogue::*;
pub use courier::Carried;
pub use customers::*;
pub use error::StoreError;
pub use field_work::*;
pub use file::migrate::SCHEMA;
pub use file::reply::Reply;
pub use file::salvage::SalvageReport;
pub use orders::*;
pub use outbox::{
    Arrival, AttachedFile, Attachment, CapturedDocument, DifferenceReason, NewAttachment,
    OutboxKind, OutboxRow, OutboxState, QueueRow, Settlement, Slip, Step, Struggling,
    TotalsDifference, signature_picture,
};
pub use printing::{NewPrintJob, PrintJob, PrintState, Printer};
pub use pulled::Pulled;
pub use shelf::{
    KeyCost, NewProfile, Pin, PinError, Ports, PresenceKey, ProfileCard, Profiles, Shelf,
    ShelfError, UnlockError, Unlocked,
};
pub use snapshot::SnapshotContents;
pub use store::Store;
pub use team::*;
