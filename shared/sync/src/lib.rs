//! What travels between a phone and its ERPNext site, and what each answer does to the phone's own
//! database.
//!
//! Planning is pure: rows, answers and `now` in, the next step out. Applying writes each step and what
//! it means in one transaction. Nothing here waits for a screen and no screen waits for it.

pub mod account;
mod company;
pub mod courier;
pub mod enrol;
mod error;
mod pace;
pub mod pull;
pub mod push;
pub mod site_log;
pub mod snapshot;

pub use account::{OnArrival, SiteAccount, SiteFacts, SnapshotPlace};
pub use company::CompanyRules;
pub use error::SyncError;
/// The merge of what the rep changed with what the site has; the store applies it.
pub use satchel_domain::merge;
/// Whether a `file_url` is a file of the site itself.
pub use satchel_frappe::client::is_of_site;
pub use satchel_frappe::html::plain_text;
/// A user at a site, as [`SiteAccount::client`] gives it.
pub use satchel_frappe::{Client, Document};
/// Why a request of a [`Client`] brought nothing.
pub use satchel_frappe::{Failure, NotFrappe};
