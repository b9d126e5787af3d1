//! What every source of positions must do, fake or real.

use super::{LocationSource, LocationTrouble, one_fix};
use chrono::{DateTime, Utc};
use std::time::{Duration, Instant};

/// Longer than looking may take: it reads what is there.
const AT_ONCE: Duration = Duration::from_secs(1);
/// Worse than any fix of a suite.
const ANY: u32 = 1_000_000;

/// Runs the suite on a source that has a fix now or within `patience`.
///
/// # Panics
/// When `source` breaks the contract.
#[allow(clippy::unwrap_used, clippy::panic, reason = "a contract suite speaks by panicking")]
pub async fn check(source: &dyn LocationSource, patience: Duration) {
    let begun = Instant::now();
    let (first, second) = (source.watch(), source.watch());
    let _ = source.whereabouts();
    assert!(begun.elapsed() < AT_ONCE, "looking never waits");
    drop(first);

    let fix = one_fix(source, DateTime::<Utc>::UNIX_EPOCH, ANY, patience).await.unwrap();
    assert!(fix.latitude_e7.abs() <= 900_000_000 && fix.longitude_e7.abs() <= 1_800_000_000);
    assert!(fix.accuracy_m > 0, "nobody knows it to the point");
    assert!(second.borrow().fix.is_some(), "another watcher's going changes nothing");
    assert!(source.watch().borrow().fix.is_some(), "who comes late knows it at once");
    assert!(source.whereabouts().fix.is_some());

    let better = one_fix(source, DateTime::<Utc>::UNIX_EPOCH, 0, Duration::from_millis(50)).await;
    assert!(better.is_err(), "none is as good as that, and waiting ends");
}

/// Runs the suite on a source that gives no fix, for this reason, within `patience`.
///
/// # Panics
/// When `source` breaks the contract.
#[allow(clippy::unwrap_used, clippy::panic, reason = "a contract suite speaks by panicking")]
pub async fn check_troubled(
    source: &dyn LocationSource,
    trouble: LocationTrouble,
    patience: Duration,
) {
    let asked = one_fix(source, DateTime::<Utc>::UNIX_EPOCH, ANY, patience).await;
    assert_eq!(asked, Err(trouble));
    let known = source.whereabouts();
    assert_eq!((known.fix, known.trouble), (None, Some(trouble)));
    let begun = Instant::now();
    let again = one_fix(source, DateTime::<Utc>::UNIX_EPOCH, ANY, Duration::from_secs(3_600)).await;
    assert_eq!(again, Err(trouble));
    assert!(begun.elapsed() < AT_ONCE, "a known reason is not waited for");
}
