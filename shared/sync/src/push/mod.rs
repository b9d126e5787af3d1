//! What the phone tells the site: the outbox, row by row, once each.
//!
//! [`plan`] says which row is next, [`verdict`] what a failure means; both are pure. A row is claimed
//! before it is sent, so that a crash at any moment leaves a row the site is asked about, by its uid,
//! before anything else happens to it. Orders are inserted as drafts and submitted in a request of
//! their own: two requests an order when nothing fails.

pub mod backoff;
pub mod booked;
mod changes;
pub mod compare;
mod deletions;
mod pause;
mod payload;
pub mod plan;
mod queue;
mod reason;
mod replace;
mod round;
mod send;
pub mod stuck;
mod submit;
pub mod verdict;

use chrono::{DateTime, Utc};
use satchel_devices::clock::Clock;
use satchel_devices::random::Random;
use satchel_frappe::Client;
use satchel_store::Store;

pub use pause::{Pause, PauseReason};
pub use reason::OwnReason;
pub use replace::{FIGURES_IF_ANY, TEXTS_IF_ANY};

use crate::{SiteAccount, SyncError};

/// What a round of sending did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PushReport {
    /// Rows the site has now.
    pub arrived: u32,
    /// Rows it refused, which wait for a person.
    pub refused: u32,
    /// Rows that are tried again later.
    pub postponed: u32,
    /// Rows of which nobody knows yet whether they arrived.
    pub in_doubt: u32,
    /// Rows sent or asked about. Each is one request, but where an answer had to be followed up.
    pub steps: u32,
    /// Why the round ended before all that could go was gone, if it did.
    pub ended: Option<Ended>,
    /// When the next row that waits for a moment may be touched.
    pub next_attempt: Option<DateTime<Utc>>,
}

/// Why a round ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Nobody could be reached, or something that is not the site answered.
    Offline,
    /// One failure after the other: the line or the site is in trouble.
    Trouble,
    /// The queue is paused.
    Paused(PauseReason),
}

/// Sends what can be sent, one row after the other, and writes down what became of each.
///
/// A refused row is parked and stops only those that need it. Whatever ends the round, the outbox says
/// what is left, and another round may begin at any time; never two at once on one store.
///
/// # Errors
/// [`SyncError::Store`] alone: what the site or the line does is in the report.
pub async fn round(
    store: &Store,
    client: &Client,
    account: &SiteAccount,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<PushReport, SyncError> {
    round::Round::new(store, client, account, clock, random).run().await
}
