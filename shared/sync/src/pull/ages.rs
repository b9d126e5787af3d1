//! How old what the phone knows is.

use chrono::{DateTime, Utc};
use satchel_store::{Store, TEAM_VISIT};

use super::plan::PLAN;
use super::schedule;
use super::state::{self, DoctypeState};
use crate::SyncError;

/// When the phone last knew everything, by its own clock; nothing where it never did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Freshness {
    /// Stock: Bin.
    pub stock: Option<DateTime<Utc>>,
    /// Prices: Item Price and Pricing Rule, the older of the two.
    pub prices: Option<DateTime<Utc>>,
    /// Visits of the team.
    pub team: Option<DateTime<Utc>>,
}

/// When stock and prices were last read to the end.
///
/// # Errors
/// [`SyncError::Store`].
pub fn freshness(store: &Store) -> Result<Freshness, SyncError> {
    let states = state::load(store)?;
    let checked = |doctype: &str| {
        let state: &DoctypeState = states.get(doctype).filter(|state| state.loaded)?;
        DateTime::from_timestamp_millis(state.checked_ms)
    };
    let prices = checked("Item Price").zip(checked("Pricing Rule"));
    let prices = prices.map(|(price, rule)| price.min(rule));
    Ok(Freshness { stock: checked("Bin"), prices, team: checked(TEAM_VISIT) })
}

/// Whether a first load has begun and not all that orders need is here: what is missing may be a rule or
/// a tax. Never so on a phone that was never pulled to, such as the demo's.
///
/// # Errors
/// [`SyncError::Store`].
pub fn is_half_loaded(store: &Store) -> Result<bool, SyncError> {
    let states = state::load(store)?;
    let needed = || {
        let entries = PLAN.iter().filter(|entry| entry.to_sell && !entry.of_team);
        entries.map(|entry| states.get(entry.kept()).cloned().unwrap_or_default())
    };
    let begun = needed().any(|state| state.begun || state.loaded);
    Ok(begun && needed().any(|state| !state.loaded && !state.forbidden))
}

/// Whether the site shows the user of this phone the visits of others.
///
/// # Errors
/// [`SyncError::Store`].
pub fn sees_team(store: &Store) -> Result<bool, SyncError> {
    Ok(schedule::sees_team(&state::load(store)?))
}
