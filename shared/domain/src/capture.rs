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
}

impl CapturedAt {
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

#[cfg(test)]
mod tests {
    use super::*;

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
