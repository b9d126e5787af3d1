//! The use cases of Satchel: the one door through which screens and the office tool enter.
//!
//! [`Satchel`] is the locked app; unlocking a profile gives a [`Session`]. Both work on this phone's
//! own files only: nothing here waits for a network. Answers are plain data and message keys; words
//! and number shapes are the screen's.

mod backup;
pub mod company_logo;
mod demo;
mod enrol;
mod error;
mod presence;
mod satchel;
mod selling;
mod session;
pub mod views;

pub use backup::KeepError;
pub use demo::{DemoRep, demo_team, see_team};
pub use error::{AppError, PictureError};
pub use satchel::{Devices, OpenError, Satchel};
pub use satchel_store::{BackupSummary, RestoreNumbering};
pub use satchel_sync::SiteAccount;
pub use selling::{DraftBody, EditError};
pub use session::{MAX_PICTURE, Ports, PricedFor, ScanOutcome, Session};
