//! The calendar as the screens show it.

use super::AgendaRow;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// What the calendar holds from one day to another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CalendarView {
    /// The entries, by day; those of the whole day first.
    pub rows: Vec<AgendaRow>,
    /// The office's clock, where it shows another time than the phone's on one of these days or now.
    pub office: Option<OfficeClock>,
}

/// The clock of the site's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeClock {
    /// `time_zone` of System Settings (IANA).
    pub zone: String,
    /// What it shows now.
    pub now: NaiveDateTime,
}

/// How the calendar is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarLook {
    /// The hours of one day.
    Day,
    /// The hours of a week.
    Week,
    /// A list, day after day.
    #[default]
    Agenda,
}

impl AgendaRow {
    /// The first and the last day it touches. One that ends at midnight does not touch the next day,
    /// one that ends before it starts touches the day it starts on.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        let first = self.starts_on.date();
        let last = match self.ends_on {
            Some(end) if end.time() == NaiveTime::MIN && end.date() > first => {
                end.date().pred_opt().unwrap_or(first)
            }
            Some(end) => end.date().max(first),
            None => first,
        };
        (first, last)
    }

    /// Whether it stands above the hours: it is of the whole day, or takes one and more.
    pub fn is_above_hours(&self) -> bool {
        let length = self.ends_on.map(|end| end.signed_duration_since(self.starts_on));
        self.all_day || length.is_some_and(|length| length >= TimeDelta::days(1))
    }
}
