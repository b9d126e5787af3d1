//! The office's clock, as its answers tell it.

use chrono::{DateTime, TimeDelta, Utc};
use satchel_devices::clock::Clock;
use satchel_domain::capture::ServerClock;
use satchel_store::Store;
use satchel_sync::{Client, SyncError};
use std::sync::{Arc, Mutex, PoisonError};

/// The setting with what the phone last heard of the office's clock.
pub(in crate::session) const SERVER_CLOCK: &str = "server_clock";
/// A difference that is not worth keeping anew: a `Date` has whole seconds.
const SAME_MS: i64 = 2_000;
/// What was heard so long ago is kept anew all the same.
const HOLDS: TimeDelta = TimeDelta::hours(1);

/// Listens to the answers of the office.
pub(super) struct Heard {
    clock: Arc<dyn Clock>,
    last: Arc<Mutex<Option<ServerClock>>>,
}

impl Heard {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, last: Arc::default() }
    }

    /// Listens to what comes in through this client.
    pub(super) fn listen(&self, client: Client) -> Client {
        let (clock, last) = (Arc::clone(&self.clock), Arc::clone(&self.last));
        client.with_clock_listener(Arc::new(move |date| {
            let heard = heard(&*clock, date);
            *last.lock().unwrap_or_else(PoisonError::into_inner) = Some(heard);
        }))
    }

    /// Keeps what was heard, where it says more than what is kept.
    pub(super) async fn keep(&self, store: &Store) -> Result<(), SyncError> {
        let heard = self.last.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(heard) = heard else { return Ok(()) };
        let kept = store.setting::<ServerClock>(SERVER_CLOCK).unwrap_or_default();
        if kept.is_none_or(|kept| says_more(&heard, &kept)) {
            store.set_setting(SERVER_CLOCK, &heard).await?;
        }
        Ok(())
    }
}

fn heard(clock: &dyn Clock, date: DateTime<Utc>) -> ServerClock {
    let now = clock.read();
    ServerClock {
        offset_ms: date.signed_duration_since(now.utc).num_milliseconds(),
        heard: now.utc,
        monotonic_ms: now.monotonic_ms,
        boot_id: now.boot_id,
    }
}

fn says_more(heard: &ServerClock, kept: &ServerClock) -> bool {
    heard.boot_id != kept.boot_id
        || heard.offset_ms.abs_diff(kept.offset_ms) > SAME_MS.unsigned_abs()
        || heard.heard.signed_duration_since(kept.heard).abs() >= HOLDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_devices::clock::FakeClock;

    #[test]
    fn it_is_kept_when_it_says_more() {
        let noon = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let clock = FakeClock::at(noon);
        let first = heard(&clock, noon + TimeDelta::seconds(90));
        assert_eq!((first.offset_ms, first.heard), (90_000, noon));
        clock.advance_ms(60_000);
        let same = heard(&clock, noon + TimeDelta::seconds(151));
        assert!(!says_more(&same, &first));
        clock.set_wall_clock(noon - TimeDelta::days(1));
        assert!(says_more(&heard(&clock, noon + TimeDelta::seconds(151)), &first));
        clock.set_wall_clock(noon + TimeDelta::hours(2));
        let later = heard(&clock, noon + TimeDelta::hours(2) + TimeDelta::seconds(90));
        assert!(says_more(&later, &first));
        clock.restart("boot-2");
        let restarted = heard(&clock, noon + TimeDelta::hours(2) + TimeDelta::seconds(90));
        assert!(says_more(&restarted, &later));
    }
}
