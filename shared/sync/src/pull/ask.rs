//! Asking the site once more where it says "later".

use std::future::Future;
use std::time::Duration;

use satchel_frappe::{Failure, Outcome, Retry};

/// Times one question is asked.
const TIMES: u32 = 4;
/// Longest wait within a round; a site that asks for more is left alone until the next.
const LONGEST: Duration = Duration::from_secs(20);
/// The first wait where the site names none.
const FIRST: Duration = Duration::from_millis(700);

/// How long to wait before asking for the `asked + 1`th time; nothing where the round should end.
/// `seed` spreads the phones of a fleet.
fn wait(failure: &Failure, asked: u32, seed: u64) -> Option<Duration> {
    if asked >= TIMES {
        return None;
    }
    let Retry::After(named) = failure.retry() else { return None };
    let wait = named.unwrap_or(FIRST * 2_u32.saturating_pow(asked.saturating_sub(1)));
    (wait <= LONGEST).then(|| spread(wait, seed.wrapping_add(u64::from(asked))))
}

/// Up to a quarter more than `wait`, never less.
pub fn spread(wait: Duration, seed: u64) -> Duration {
    // One step of splitmix64: neighbouring seeds give unrelated parts.
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let thousandths = u32::try_from((z ^ (z >> 31)) % 251).unwrap_or_default();
    wait + wait * thousandths / 1_000
}

/// Asks until there is an answer, a failure that waiting does not mend, or it took too long.
pub async fn patiently<T, F: Future<Output = Outcome<T>>>(
    seed: u64,
    mut question: impl FnMut() -> F,
) -> Outcome<T> {
    let mut asked = 0;
    loop {
        asked += 1;
        let failure = match question().await {
            Ok(answer) => return Ok(answer),
            Err(failure) => failure,
        };
        match wait(&failure, asked, seed) {
            Some(wait) => tokio::time::sleep(wait).await,
            None => return Err(failure),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use satchel_frappe::failure::OfflineCause;

    fn throttled(seconds: Option<u64>) -> Failure {
        Failure::Throttled { retry_after: seconds.map(Duration::from_secs) }
    }

    #[test]
    fn the_site_says_how_long_to_wait() {
        let waited = wait(&throttled(Some(8)), 1, 3).unwrap();
        assert!(waited >= Duration::from_secs(8) && waited <= Duration::from_secs(10));
        assert_eq!(wait(&throttled(Some(60)), 1, 3), None, "the round ends instead");
        assert_eq!(wait(&throttled(Some(1)), TIMES, 3), None);
        let offline = Failure::Offline { cause: OfflineCause::Name };
        assert_eq!(wait(&offline, 1, 3), None);
    }

    #[test]
    fn phones_do_not_come_back_at_the_same_moment() {
        let waits: std::collections::BTreeSet<Duration> =
            (0..50).map(|phone| spread(Duration::from_secs(10), phone * 1_000)).collect();
        assert!(waits.len() > 25, "{waits:?}");
    }

    proptest! {
        #[test]
        fn never_sooner_than_asked(ms in 0..30_000u64, seed: u64) {
            let asked = Duration::from_millis(ms);
            let waited = spread(asked, seed);
            prop_assert!(waited >= asked && waited <= asked + asked / 4 + Duration::from_millis(1));
        }
    }
}
