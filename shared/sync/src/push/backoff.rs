//! How long to wait before the next attempt.

use std::time::Duration;

/// The first wait.
const FIRST: Duration = Duration::from_secs(5);
/// The longest wait of our own.
const LONGEST: Duration = Duration::from_secs(30 * 60);
/// The longest wait a site may ask for; beyond it a clock was wrong, not a site busy.
pub const LONGEST_ASKED: Duration = Duration::from_secs(24 * 60 * 60);

/// The wait after `attempts` attempts that failed (1 after the first): doubled each time and capped,
/// between half of it and all of it as `draw` says, never shorter than the site asks for.
///
/// A site that asks for a pause asks a whole fleet; up to a tenth is added to what it asks, at most
/// half a minute, so that the fleet does not come back at once.
pub fn wait(attempts: u32, asked: Option<Duration>, draw: u64) -> Duration {
    let doubled = FIRST.saturating_mul(1 << attempts.saturating_sub(1).min(16));
    let own = share(doubled.min(LONGEST), 500 + draw % 501);
    let asked = asked.map(|asked| {
        let asked = asked.min(LONGEST_ASKED);
        let spread = share(asked, draw % 101).min(Duration::from_secs(30));
        asked.saturating_add(spread)
    });
    own.max(asked.unwrap_or_default())
}

/// So many thousandths of a time.
fn share(time: Duration, thousandths: u64) -> Duration {
    let millis = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    Duration::from_millis(millis.saturating_mul(thousandths) / 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_first_wait_is_a_few_seconds_and_the_last_half_an_hour() {
        assert_eq!(wait(1, None, 500), Duration::from_secs(5));
        assert_eq!(wait(1, None, 0), Duration::from_millis(2_500));
        assert_eq!(wait(99, None, 500), LONGEST);
    }

    proptest! {
        #[test]
        fn a_wait_is_never_nothing_and_never_for_ever(
            attempts: u32, asked in prop::option::of(0u64..u64::MAX), draw: u64,
        ) {
            let waited = wait(attempts, asked.map(Duration::from_secs), draw);
            prop_assert!(waited >= Duration::from_millis(2_500));
            prop_assert!(waited <= LONGEST_ASKED + Duration::from_secs(30));
        }

        #[test]
        fn what_the_site_asks_for_is_honoured(attempts: u32, asked in 0u64..86_400, draw: u64) {
            let asked = Duration::from_secs(asked);
            let waited = wait(attempts, Some(asked), draw);
            prop_assert!(waited >= asked);
            prop_assert!(waited <= LONGEST.max(asked + Duration::from_secs(30)));
        }

        #[test]
        fn more_failures_never_shorten_the_wait(attempts in 0u32..40, draw: u64) {
            prop_assert!(wait(attempts + 1, None, draw) >= wait(attempts, None, draw));
        }
    }
}
