//! Times of the site: naive, with microseconds, in the zone of its System Settings.

use std::{fmt, time::Duration};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A time as the site writes it, such as `2026-11-21 15:54:47.343000`: a mark in the site's zone, to
/// be sent back as it came and never to be compared with the phone's clock.
///
/// Marks of one site order as their texts do. Where the zone sets its clocks back, an hour of marks
/// comes twice, so a reader who follows `modified` must re-read more than an hour in that night.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SiteTime(String);

/// The text is no time of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a time of the site")]
pub struct SiteTimeError;

const FORMAT: &str = "%Y-%m-%d %H:%M:%S%.f";

impl SiteTime {
    /// Reads a time; the text is kept as it is.
    ///
    /// # Errors
    /// [`SiteTimeError`] if it is not `YYYY-MM-DD HH:MM:SS` with or without a fraction.
    pub fn parse(text: &str) -> Result<Self, SiteTimeError> {
        let seconds = text.split('.').next().unwrap_or_default();
        let ascii = text.bytes().all(|b| b.is_ascii_digit() || b" -:.".contains(&b));
        if seconds.len() != 19 || text.len() > 26 || text.ends_with('.') || !ascii {
            return Err(SiteTimeError);
        }
        NaiveDateTime::parse_from_str(text, FORMAT).map_err(|_| SiteTimeError)?;
        Ok(Self(text.to_owned()))
    }

    /// The text as the site wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The mark this much earlier, for an overlap window; the mark itself where there is none.
    pub fn earlier_by(&self, window: Duration) -> Self {
        chrono::Duration::from_std(window)
            .ok()
            .zip(NaiveDateTime::parse_from_str(&self.0, FORMAT).ok())
            .and_then(|(window, time)| time.checked_sub_signed(window))
            .and_then(|time| Self::parse(&time.format("%Y-%m-%d %H:%M:%S%.6f").to_string()).ok())
            .unwrap_or_else(|| self.clone())
    }
}

impl fmt::Display for SiteTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for SiteTime {
    type Error = SiteTimeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<SiteTime> for String {
    fn from(time: SiteTime) -> Self {
        time.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_stays_as_it_came() {
        for text in ["2026-11-21 15:54:47.343000", "2026-11-21 15:54:47"] {
            assert_eq!(SiteTime::parse(text).unwrap().as_str(), text);
        }
        for text in [
            "",
            "2026-11-21",
            "2026-13-21 15:54:47",
            "2026-11-21T15:54:47Z",
            "2026-11-21 15:54:47.",
        ] {
            assert!(SiteTime::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_time_without_fraction_comes_first() {
        let whole = SiteTime::parse("2026-11-21 15:54:47").unwrap();
        let later = SiteTime::parse("2026-11-21 15:54:47.000001").unwrap();
        assert!(whole < later);
    }

    #[test]
    fn an_overlap_reaches_back_over_midnight() {
        let time = SiteTime::parse("2026-11-21 00:00:10.5").unwrap();
        assert_eq!(time.earlier_by(Duration::from_secs(11)).as_str(), "2026-11-20 23:59:59.500000");
    }
}
