//! What the site tells the phone: masters, stock, tasks, events and what became of orders.
//!
//! [`plan`] says what is pulled and in which order. Each doctype is loaded once by name in pages, then
//! followed by its changes in the order (`modified`, `name`); a page and where it ends are kept in one
//! transaction, so a pull may be broken off at any point and goes on there. What went away, and what
//! came into sight without a change, is found by comparing names on a slower schedule.

mod ages;
mod ask;
mod brought;
mod changes;
mod documents;
mod first_load;
mod pages;
pub mod plan;
mod presence;
mod progress;
mod round;
pub mod schedule;
pub mod state;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use satchel_frappe::Client;
use satchel_store::Store;
use tokio::sync::watch;

pub use ages::{Freshness, freshness, is_half_loaded, sees_team};
pub use pages::PAGE_LIMIT;
pub use progress::PullProgress;

use crate::{SiteFacts, SyncError};

/// How far a round goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PullDepth {
    /// What changes by the hour: items, prices, customers, stock, tasks, events, own orders.
    Changes,
    /// That, and what is due of the rest: at most [`schedule::MOST_REQUESTS`] requests where nothing
    /// changed. For the rounds of a day.
    Due,
    /// Everything, names compared one by one. When a person asks for it.
    Everything,
}

/// What a round brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PullReport {
    /// Documents stored, by doctype. Those read twice count twice.
    pub stored: BTreeMap<&'static str, usize>,
    /// Documents taken away, by doctype.
    pub removed: BTreeMap<&'static str, usize>,
    /// Doctypes the user may not read.
    pub forbidden: Vec<&'static str>,
    /// Documents the phone could not read, by doctype.
    pub unreadable: BTreeMap<String, usize>,
}

/// Pulls one round. Doctypes never loaded are loaded first, in the order of the plan.
///
/// `now` is the phone's time with its offset.
///
/// # Errors
/// [`SyncError`] where the site cannot be asked further; everything read so far is kept, and the next
/// round goes on there. Doctypes the user may not read are told in the report and stop nothing.
pub async fn round(
    store: &Store,
    client: &Client,
    facts: &SiteFacts,
    now: DateTime<FixedOffset>,
    depth: PullDepth,
) -> Result<PullReport, SyncError> {
    let (progress, _) = watch::channel(PullProgress::default());
    round_told(store, client, facts, now, depth, &progress).await
}

/// As [`round`], and tells how far the first load is.
///
/// # Errors
/// As [`round`].
pub async fn round_told(
    store: &Store,
    client: &Client,
    facts: &SiteFacts,
    now: DateTime<FixedOffset>,
    depth: PullDepth,
    progress: &watch::Sender<PullProgress>,
) -> Result<PullReport, SyncError> {
    round::Round::new(store, client, facts, now, progress)?.run(depth).await
}

/// Loads what reps of one group have in common, for a snapshot. What the user of `client` may read is
/// what the group gets. Gives the report, and where the pull stands as the phones are to go on from:
/// doctype and JSON.
///
/// # Errors
/// As [`round`].
pub async fn load_for_group(
    store: &Store,
    client: &Client,
    facts: &SiteFacts,
    now: DateTime<FixedOffset>,
    progress: &watch::Sender<PullProgress>,
) -> Result<(PullReport, Vec<(String, String)>), SyncError> {
    let report = round::Round::new(store, client, facts, now, progress)?.run_for_group().await?;
    let states = state::load(store)?.into_iter().filter_map(|(doctype, mut state)| {
        let of_group = plan::Entry::of(doctype).is_some_and(plan::Entry::is_of_group);
        // A phone compares soon what its own rep may see.
        (state.counted_ms, state.names_ms) = (0, 0);
        (of_group && state.loaded).then(|| (doctype.to_owned(), state.to_json()))
    });
    Ok((report, states.collect()))
}
