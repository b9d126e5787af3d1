//! When and where a document was captured, in terms a wrong clock cannot spoil afterwards.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// The moment a document was captured on the phone.
///
/// The wall clock of a phone may be wrong or set back; the monotonic reading within one boot orders
/// documents all the same, and a later comparison with the server's clock can correct both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapturedAt {
    /// The phone's wall clock in UTC.
    pub utc: DateTime<Utc>,
    /// Minutes east of UTC the phone showed.
    pub offset_minutes: i32,
    /// Milliseconds since the phone was started, sleep included.
    pub monotonic_ms: u64,
    /// Names the start of the phone that `monotonic_ms` counts from.
    pub boot_id: String,
    /// Where the phone was, when it knew.
    pub position: Option<CapturedPosition>,
    /// A better position that became known within [`BETTER_WITHIN_S`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<LaterPosition>,
    /// Key of the sentence that says why it did not know; empty where it did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub no_position: String,
    /// What the phone knew of the office's clock, if it ever heard it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server: Option<ServerClock>,
}

/// Seconds within which a better position is still one of the captured document.
pub const BETTER_WITHIN_S: u32 = 120;

/// Seconds by which a clock may be wrong without a word: a `Date` has whole seconds, an answer takes its
/// time, and clocks drift between two rounds.
const CLOCK_SLACK_S: i64 = 120;

/// A position that became known after its document was captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterPosition {
    /// Where the phone was then; its age is counted to the moment of the document.
    pub position: CapturedPosition,
    /// Seconds after the document at which it was added.
    pub after_s: u32,
}

/// The office's clock as the phone last heard it: the `Date` of an answer (RFC 9110, 6.6.1), beside the
/// phone's own readings of that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerClock {
    /// Milliseconds the office's clock was ahead of the phone's.
    pub offset_ms: i64,
    /// The phone's wall clock in UTC then.
    pub heard: DateTime<Utc>,
    /// Milliseconds since the phone was started then.
    pub monotonic_ms: u64,
    /// Names the start of the phone that `monotonic_ms` counts from.
    pub boot_id: String,
}

impl CapturedAt {
    /// The best that is known of where the phone was.
    pub fn best_position(&self) -> Option<CapturedPosition> {
        self.later.map(|later| later.position).or(self.position)
    }

    /// Whether a position says more of where the document was captured than what is known: at least a
    /// quarter less doubt, and never a made-up one in place of a real one.
    pub fn is_better(&self, position: &CapturedPosition) -> bool {
        let Some(known) = self.best_position() else { return true };
        let real = known.simulated != Some(true);
        if real && position.simulated == Some(true) {
            return false;
        }
        position.doubt_m().saturating_mul(4) <= known.doubt_m().saturating_mul(3)
    }

    /// Seconds the phone's clock was ahead of the office's when this was captured (less than 0: behind),
    /// as far as can be told; nothing where the office was never heard.
    ///
    /// Within one start of the phone the monotonic clock tells it exactly, however often the wall clock was
    /// set. After another start the last difference counts, unless the phone shows a time before it heard
    /// the office: then it was set back at least that far.
    pub fn clock_ahead_s(&self) -> Option<i64> {
        let server = self.server.as_ref()?;
        let shown = self.utc.signed_duration_since(server.heard).num_milliseconds();
        let one_start = self.boot_id == server.boot_id && self.monotonic_ms >= server.monotonic_ms;
        let passed = if one_start {
            i64::try_from(self.monotonic_ms - server.monotonic_ms).unwrap_or(i64::MAX)
        } else {
            shown.max(0)
        };
        Some(shown.saturating_sub(passed).saturating_sub(server.offset_ms) / 1_000)
    }

    /// The same where it is more than clocks differ by themselves.
    pub fn clock_wrong_s(&self) -> Option<i64> {
        self.clock_ahead_s().filter(|ahead| ahead.saturating_abs() >= CLOCK_SLACK_S)
    }

    /// The civil date the rep saw on the phone.
    ///
    /// An offset outside a day's range counts as none.
    pub fn local_date(&self) -> NaiveDate {
        local_date(self.utc, self.offset_minutes)
    }
}

/// The civil date at `utc` for a phone `offset_minutes` east of UTC.
///
/// An offset outside a day's range counts as none.
pub fn local_date(utc: DateTime<Utc>, offset_minutes: i32) -> NaiveDate {
    let offset = offset_minutes.checked_mul(60).and_then(FixedOffset::east_opt);
    match offset {
        Some(offset) => {
            utc.naive_utc().checked_add_offset(offset).unwrap_or_else(|| utc.naive_utc()).date()
        }
        None => utc.date_naive(),
    }
}

/// A position on WGS 84, in whole units so that it is stored and compared exactly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapturedPosition {
    /// Degrees north × 10⁷ (the site's field has seven decimals).
    pub latitude_e7: i32,
    /// Degrees east × 10⁷.
    pub longitude_e7: i32,
    /// Radius of the 68 % circle in metres, rounded up.
    pub accuracy_m: u32,
    /// Seconds between the fix and the moment it was captured.
    #[serde(default)]
    pub age_s: u32,
    /// Whether the platform said that the position was made up; `None` where it said neither.
    #[serde(default)]
    pub simulated: Option<bool>,
}

impl CapturedPosition {
    /// Metres the document may be away from here: the radius of the fix, and a metre for each second
    /// between both, a rep's pace round a shop.
    pub fn doubt_m(&self) -> u32 {
        self.accuracy_m.saturating_add(self.age_s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(utc_s: i64, monotonic_s: u64, boot: &str, server: Option<ServerClock>) -> CapturedAt {
        CapturedAt {
            utc: DateTime::from_timestamp(utc_s, 0).unwrap(),
            offset_minutes: 0,
            monotonic_ms: monotonic_s * 1_000,
            boot_id: boot.to_owned(),
            position: None,
            later: None,
            no_position: String::new(),
            server,
        }
    }

    fn heard(utc_s: i64, monotonic_s: u64, office_ahead_s: i64) -> Option<ServerClock> {
        Some(ServerClock {
            offset_ms: office_ahead_s * 1_000,
            heard: DateTime::from_timestamp(utc_s, 0).unwrap(),
            monotonic_ms: monotonic_s * 1_000,
            boot_id: "boot-1".to_owned(),
        })
    }

    const NOON: i64 = 1_800_000_000;

    #[test]
    fn a_clock_set_back_or_forward_is_seen() {
        let ahead = |captured: CapturedAt| (captured.clock_ahead_s(), captured.clock_wrong_s());
        assert_eq!(ahead(at(NOON, 50, "boot-1", None)), (None, None));
        // An hour later by both clocks.
        let good = at(NOON + 3_600, 3_650, "boot-1", heard(NOON, 50, 0));
        assert_eq!(ahead(good), (Some(0), None));
        // Set back by a day meanwhile, and forward.
        let back = at(NOON + 3_600 - 86_400, 3_650, "boot-1", heard(NOON, 50, 0));
        assert_eq!(ahead(back), (Some(-86_400), Some(-86_400)));
        let forward = at(NOON + 3_600 + 900, 3_650, "boot-1", heard(NOON, 50, 0));
        assert_eq!(ahead(forward), (Some(900), Some(900)));
        // Wrong all along.
        let slow = at(NOON + 60, 110, "boot-1", heard(NOON, 50, 7_200));
        assert_eq!(ahead(slow), (Some(-7_200), Some(-7_200)));
    }

    #[test]
    fn after_another_start_the_last_difference_counts() {
        let later = at(NOON + 9_000, 5, "boot-2", heard(NOON, 50, -300));
        assert_eq!(later.clock_ahead_s(), Some(300));
        let set_back = at(NOON - 9_000, 5, "boot-2", heard(NOON, 50, 0));
        assert_eq!(set_back.clock_wrong_s(), Some(-9_000));
    }

    #[test]
    fn a_position_is_better_with_a_quarter_less_doubt() {
        let fix = |accuracy_m, age_s, simulated| CapturedPosition {
            accuracy_m,
            age_s,
            simulated,
            ..CapturedPosition::default()
        };
        let mut captured = at(NOON, 50, "boot-1", None);
        assert!(captured.is_better(&fix(3_000, 0, None)), "none is known");
        captured.position = Some(fix(20, 600, None));
        assert!(captured.is_better(&fix(400, 30, None)), "an old fix says little");
        assert!(!captured.is_better(&fix(500, 30, None)));
        assert!(!captured.is_better(&fix(5, 0, Some(true))), "a made-up one replaces no real one");
        captured.later = Some(LaterPosition { position: fix(8, 4, None), after_s: 4 });
        assert!(!captured.is_better(&fix(10, 0, None)));
        assert_eq!(captured.best_position().unwrap().accuracy_m, 8);
    }

    #[test]
    fn what_was_kept_before_there_were_these_fields_is_read() {
        let old = r#"{"utc":"2026-11-22T10:00:00Z","offset_minutes":60,"monotonic_ms":5,
            "boot_id":"b","position":null}"#;
        let read: CapturedAt = serde_json::from_str(old).unwrap();
        assert_eq!((read.later, read.server, read.no_position.as_str()), (None, None, ""));
    }

    proptest! {
        #[test]
        fn no_reading_overflows(utc in any::<i32>(), offset in any::<i64>(), mono: u64, heard_mono: u64,
                                same: bool) {
            let mut server = heard(NOON, 0, 0);
            if let Some(server) = &mut server {
                server.offset_ms = offset;
                server.monotonic_ms = heard_mono;
            }
            let mut captured = at(utc.into(), 0, if same { "boot-1" } else { "boot-2" }, server);
            captured.monotonic_ms = mono;
            captured.clock_wrong_s();
        }
    }

    #[test]
    fn the_local_date_follows_the_offset() {
        let utc = DateTime::from_timestamp(1_700_000_000, 0).unwrap(); // 2023-11-14 22:13:20
        assert_eq!(local_date(utc, 0).to_string(), "2023-11-14");
        assert_eq!(local_date(utc, 120).to_string(), "2023-11-15");
        assert_eq!(local_date(utc, -180).to_string(), "2023-11-14");
        assert_eq!(local_date(utc, i32::MAX).to_string(), "2023-11-14");
        assert_eq!(
            local_date(DateTime::<Utc>::MAX_UTC, 600),
            DateTime::<Utc>::MAX_UTC.date_naive()
        );
    }
}
