//! The time that runs on a task, told by whichever clock cannot have been set.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A timer that runs longer than this was forgotten, and is asked about before it is booked.
pub const FORGOTTEN_MS: u64 = 12 * 60 * 60 * 1_000;

/// A look at the phone's clocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The wall clock in UTC, which anybody may set.
    pub utc: DateTime<Utc>,
    /// Minutes east of UTC the phone showed.
    pub offset_minutes: i32,
    /// Milliseconds since the phone was started, sleep included.
    pub monotonic_ms: u64,
    /// Names the start of the phone that `monotonic_ms` counts from; empty where nothing tells.
    pub boot_id: String,
}

/// A timer as it is kept until it is stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// The uid of the Timesheet it becomes: stopped twice, it is one.
    pub uid: String,
    /// Key of the task.
    pub task: String,
    /// When it was started.
    pub started: Moment,
}

impl Timer {
    /// Milliseconds it has run at a moment; never less than none.
    ///
    /// Within one start of the phone the monotonic clock tells exactly, however the wall clock was set.
    /// After another start the wall clock tells, but at least the time since that start has passed.
    pub fn elapsed_ms(&self, now: &Moment) -> u64 {
        let began = &self.started;
        let known = !began.boot_id.is_empty() && began.boot_id == now.boot_id;
        let passed = now.monotonic_ms.checked_sub(began.monotonic_ms);
        let shown = now.utc.signed_duration_since(began.utc).num_milliseconds();
        let shown = u64::try_from(shown).unwrap_or_default();
        match (known, passed) {
            (true, Some(passed)) => passed,
            // A phone that names no start: the wall clock, unless it was set back.
            (false, Some(passed)) if began.boot_id.is_empty() && now.boot_id.is_empty() => {
                if shown > 0 { shown } else { passed }
            }
            _ => shown.max(now.monotonic_ms),
        }
    }

    /// Whether it runs for longer than anybody works at a stretch.
    pub fn is_forgotten(&self, now: &Moment) -> bool {
        self.elapsed_ms(now) > FORGOTTEN_MS
    }

    /// Minutes to book at a moment, to the nearest and at least one.
    pub fn minutes(&self, now: &Moment) -> u32 {
        let minutes = self.elapsed_ms(now).saturating_add(30_000) / 60_000;
        u32::try_from(minutes).unwrap_or(u32::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    const MINUTE: u64 = 60_000;

    fn at(seconds: i64, monotonic_ms: u64, boot_id: &str) -> Moment {
        let utc = DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::seconds(seconds);
        Moment { utc, offset_minutes: 60, monotonic_ms, boot_id: boot_id.to_owned() }
    }

    fn timer(started: Moment) -> Timer {
        Timer { uid: "u".into(), task: "server:T-1".into(), started }
    }

    #[test]
    fn a_wall_clock_set_back_changes_nothing_within_one_start() {
        let timer = timer(at(0, 10 * MINUTE, "a"));
        assert_eq!(timer.elapsed_ms(&at(-86_400, 52 * MINUTE, "a")), 42 * MINUTE);
        assert_eq!(timer.minutes(&at(-86_400, 52 * MINUTE, "a")), 42);
    }

    #[test]
    fn after_another_start_the_wall_clock_tells_but_never_less_than_is_certain() {
        let timer = timer(at(0, 10 * MINUTE, "a"));
        assert_eq!(timer.elapsed_ms(&at(3_600, MINUTE, "b")), 60 * MINUTE);
        assert_eq!(timer.elapsed_ms(&at(-3_600, 5 * MINUTE, "b")), 5 * MINUTE);
    }

    #[test]
    fn a_phone_that_names_no_start_goes_by_its_wall_clock() {
        let timer = timer(at(0, 10 * MINUTE, ""));
        assert_eq!(timer.elapsed_ms(&at(1_800, 11 * MINUTE, "")), 30 * MINUTE);
        assert_eq!(timer.elapsed_ms(&at(-5, 11 * MINUTE, "")), MINUTE);
    }

    #[test]
    fn over_twelve_hours_it_was_forgotten_and_a_moment_is_a_minute() {
        let timer = timer(at(0, 0, "a"));
        assert!(!timer.is_forgotten(&at(0, FORGOTTEN_MS, "a")));
        assert!(timer.is_forgotten(&at(0, FORGOTTEN_MS + 1, "a")));
        assert_eq!(timer.minutes(&at(3, 3_000, "a")), 1);
        assert_eq!(timer.minutes(&at(90, 90_000, "a")), 2);
    }

    proptest! {
        #[test]
        fn no_setting_of_the_clocks_makes_negative_or_endless_time(
            seconds in any::<i32>(), began in any::<u64>(), now in any::<u64>(), boot in "[ab]?",
        ) {
            let timer = timer(at(0, began, "a"));
            let now = at(seconds.into(), now, &boot);
            let elapsed = timer.elapsed_ms(&now);
            prop_assert!(timer.minutes(&now) >= 1);
            let shown = u64::try_from(i64::from(seconds) * 1_000).unwrap_or_default();
            prop_assert!(elapsed <= shown.max(now.monotonic_ms));
        }
    }
}
