//! How old stock and prices are, and whether the company still sells by them.

use super::{Session, local_time};
use crate::AppError;
use crate::views::{AgeView, AgesView};
use chrono::{DateTime, TimeDelta, Utc};
use satchel_sync::CompanyRules;
use satchel_sync::pull::{Freshness, freshness, is_half_loaded};
use std::sync::atomic::Ordering;

/// Hours stock may be old where the company says nothing.
const STOCK_DEFAULT: u32 = 24;
/// Hours prices may be old where the company says nothing.
const PRICES_DEFAULT: u32 = 72;

impl Session {
    /// How old stock and prices are. Nothing where they never came from a site, as in the demo.
    ///
    /// # Errors
    /// What the store says.
    pub fn ages(&self) -> Result<AgesView, AppError> {
        let store = &self.inner.store;
        let Freshness { stock, prices, .. } =
            freshness(store).map_err(|_| AppError::Unreadable { what: "state of the pull" })?;
        let rules = CompanyRules::load(store, &self.company().company)
            .map_err(|_| AppError::Unreadable { what: "company" })?;
        let stock_hours = rules.stock_max_age_hours.unwrap_or(STOCK_DEFAULT);
        let prices_hours = rules.prices_max_age_hours.unwrap_or(PRICES_DEFAULT);
        let now = self.now();
        let view = |at: DateTime<Utc>, hours| AgeView {
            at: local_time(at, now.offset_minutes),
            ..age(at, now.utc, hours)
        };
        Ok(AgesView {
            stock: stock.map(|at| view(at, stock_hours)),
            prices: prices.map(|at| view(at, prices_hours)),
        })
    }

    /// Whether what orders need is still coming, so that a rule or a tax may be missing.
    pub(super) fn is_half_loaded(&self) -> Result<bool, AppError> {
        if self.inner.complete.load(Ordering::Relaxed) {
            return Ok(false);
        }
        let half = is_half_loaded(&self.inner.store)
            .map_err(|_| AppError::Unreadable { what: "state of the pull" })?;
        // A phone that was never pulled to may be enrolled later.
        let pulled = !half && freshness(&self.inner.store).is_ok_and(|f| f.prices.is_some());
        self.inner.complete.store(pulled, Ordering::Relaxed);
        Ok(half)
    }
}

/// A time ahead of the clock is no age at all: the clock was set back.
fn age(at: DateTime<Utc>, now: DateTime<Utc>, most_hours: u32) -> AgeView {
    let age = now.signed_duration_since(at).max(TimeDelta::zero());
    AgeView {
        at: at.fixed_offset(),
        minutes: u64::try_from(age.num_minutes()).unwrap_or_default(),
        too_old: age > TimeDelta::hours(i64::from(most_hours)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_too_old_once_the_hours_are_over() {
        let at = DateTime::from_timestamp_millis(1_800_000_000_000).unwrap();
        let after = |minutes| age(at, at + TimeDelta::minutes(minutes), 24);
        assert_eq!((after(24 * 60).minutes, after(24 * 60).too_old), (1_440, false));
        assert!(after(24 * 60 + 1).too_old);
        assert_eq!((after(-90).minutes, after(-90).too_old), (0, false));
        assert!(age(at, at + TimeDelta::seconds(1), 0).too_old);
    }
}
