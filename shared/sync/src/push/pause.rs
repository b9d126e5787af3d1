//! The pause of the whole queue, kept in the encrypted file.

use chrono::{DateTime, TimeDelta, Utc};
use satchel_store::Store;
use serde::{Deserialize, Serialize};

use super::backoff::LONGEST_ASKED;
use crate::SyncError;

const PAUSE: &str = "push_pause";

/// Why nothing is sent at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    /// The key of this phone does not count any more: the user is disabled or has a new key. Ends
    /// when the phone is enrolled again, or the site accepts the key after all.
    Unauthorised,
    /// The site asked for fewer requests.
    Throttled,
    /// The site is being updated.
    Maintenance,
    /// The site keeps no `satchel_uid`: what is sent could not be recognised and might double. Ends
    /// when the site is set up.
    NotSetUp,
    /// The user may neither make Sales Orders nor read any: a role was taken away. Ends when it is back.
    NotPermitted,
}

impl PauseReason {
    /// The translation that tells the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Unauthorised => "sync-paused-unauthorised",
            Self::Throttled => "sync-paused-throttled",
            Self::Maintenance => "sync-paused-maintenance",
            Self::NotSetUp => "sync-paused-not-set-up",
            Self::NotPermitted => "sync-paused-not-permitted",
        }
    }

    /// Whether only the office can end it.
    pub fn needs_the_office(self) -> bool {
        matches!(self, Self::Unauthorised | Self::NotSetUp | Self::NotPermitted)
    }
}

/// A pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Why.
    pub reason: PauseReason,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When the site is asked again, at the earliest.
    pub until: DateTime<Utc>,
    /// How many times it was prolonged.
    pub times: u32,
}

impl Pause {
    /// The pause the queue is in, over or not.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn load(store: &Store) -> Result<Option<Self>, SyncError> {
        Ok(store.setting(PAUSE)?)
    }

    /// Keeps the pause.
    pub(crate) async fn save(&self, store: &Store) -> Result<(), SyncError> {
        Ok(store.set_setting(PAUSE, &Some(self)).await?)
    }

    /// Ends whatever pause there is.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn end(store: &Store) -> Result<(), SyncError> {
        if Self::load(store)?.is_some() {
            store.set_setting(PAUSE, &None::<Self>).wait()?;
        }
        Ok(())
    }

    /// Lets the site be asked at once, because a person says that the office has done something about
    /// it. What only the office can end is ended by that; what the site asked for is kept.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub async fn ask_now(store: &Store) -> Result<(), SyncError> {
        match Self::load(store)?.filter(|pause| pause.reason.needs_the_office()) {
            Some(pause) => Self { until: pause.since, ..pause }.save(store).await,
            None => Ok(()),
        }
    }

    /// Whether nothing may be asked yet. A clock that was set back does not prolong a pause.
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        let longest = TimeDelta::from_std(LONGEST_ASKED).unwrap_or(TimeDelta::MAX);
        now < self.until && self.until - now <= longest + TimeDelta::minutes(1)
    }
}
