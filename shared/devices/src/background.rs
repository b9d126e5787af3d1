//! Time the platform grants while the app is not on the screen.
//!
//! Android's job and iOS' background task end here, wherever in the process they begin. The app says what is
//! to be done with the time for as long as somebody is signed in.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Does one round within the time and says whether it came to an end.
pub type Round = Arc<dyn Fn(Duration) + Send + Sync>;

static ROUND: Mutex<Option<(u64, Round)>> = Mutex::new(None);

/// Says what is done while it lives.
#[derive(Debug)]
#[must_use = "dropping it takes the work back"]
pub struct Granted(u64);

/// From now on granted time goes to `round`, in place of what it went to before.
pub fn on_granted(round: Round) -> Granted {
    let mut held = ROUND.lock().unwrap_or_else(PoisonError::into_inner);
    let number = held.as_ref().map_or(0, |(number, _)| number.wrapping_add(1));
    *held = Some((number, round));
    Granted(number)
}

impl Drop for Granted {
    fn drop(&mut self) {
        let mut held = ROUND.lock().unwrap_or_else(PoisonError::into_inner);
        if held.as_ref().is_some_and(|(number, _)| *number == self.0) {
            *held = None;
        }
    }
}

/// Uses at most so much time. False where nobody is signed in: there is nothing that may be opened then.
pub fn round(most: Duration) -> bool {
    let held = ROUND.lock().unwrap_or_else(PoisonError::into_inner);
    let round = held.as_ref().map(|(_, round)| Arc::clone(round));
    drop(held);
    match round {
        Some(round) => {
            round(most);
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn the_time_goes_to_whoever_is_signed_in() {
        assert!(!round(Duration::from_secs(1)), "nobody is");
        let spent = Arc::new(AtomicU64::new(0));
        let (first, second) = (Arc::clone(&spent), Arc::clone(&spent));
        let one = on_granted(Arc::new(move |most| {
            first.fetch_add(most.as_secs(), Ordering::Relaxed);
        }));
        assert!(round(Duration::from_secs(7)));
        let other = on_granted(Arc::new(move |_| {
            second.fetch_add(100, Ordering::Relaxed);
        }));
        drop(one);
        assert!(round(Duration::from_secs(1)), "the later one stays");
        drop(other);
        assert!(!round(Duration::from_secs(1)));
        assert_eq!(spent.load(Ordering::Relaxed), 107);
    }
}
