//! Writing Events as iCalendar.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike};

use super::super::zone::{PhoneZone, SiteZone};
use super::super::{Event, Repeat};
use super::rule;

/// An Event to be written, its times where ERPNext keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IcsSource {
    /// `UID`: the same for the same Event every time.
    pub uid: String,
    /// The Event.
    pub event: Event,
    /// `DESCRIPTION`, in plain text.
    pub description: String,
}

/// An iCalendar file of these Events. `site` is where their times are at home, without one `phone` is.
/// `now` is when the file is made.
pub fn write(
    events: &[IcsSource],
    site: Option<SiteZone>,
    phone: PhoneZone,
    now: DateTime<Utc>,
) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Satchel//Calendar//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    for source in events {
        calendar.push(written(source, &Home { site, phone }, now));
    }
    // Writing into a String does not fail.
    calendar.to_string()
}

/// Where times are at home.
struct Home {
    site: Option<SiteZone>,
    phone: PhoneZone,
}

impl Home {
    fn utc(&self, at: NaiveDateTime) -> DateTime<Utc> {
        self.site.map_or_else(|| self.phone.to_utc(at), |site| site.to_utc(at))
    }

    /// What is repeated keeps the clock of its zone through summer and winter; one time is a moment.
    fn write(&self, at: NaiveDateTime, repeats: bool) -> DatePerhapsTime {
        let zone = match (self.site, self.phone) {
            (Some(site), _) | (None, PhoneZone::Named(site)) => Some(site),
            (None, PhoneZone::Fixed(_)) => None,
        };
        match zone.filter(|_| repeats) {
            Some(zone) => {
                CalendarDateTime::WithTimezone { date_time: at, tzid: zone.name().to_owned() }
                    .into()
            }
            None => self.utc(at).into(),
        }
    }
}

fn written(source: &IcsSource, home: &Home, now: DateTime<Utc>) -> icalendar::Event {
    let event = &source.event;
    let repeats = event.repeat != Repeat::Never;
    let (start, end) = first_time(event);
    let mut out = icalendar::Event::with_uid(&source.uid);
    out.timestamp(now).summary(&event.subject);
    if !source.description.is_empty() {
        out.description(&source.description);
    }
    if event.all_day {
        let last = end.map_or(start.date(), |end| end.date()).max(start.date());
        out.starts(start.date());
        // The day it is over, in iCalendar.
        out.ends(last.succ_opt().unwrap_or(last));
    } else {
        out.starts(home.write(start, repeats));
        if let Some(end) = end.filter(|end| *end > start) {
            out.ends(home.write(end, repeats));
        }
    }
    let until = event.repeat_till.map(|till| until(till, event, home));
    if let Some(rule) = rule::write(event.repeat, start.date(), until.as_deref()) {
        out.add_property("RRULE", rule);
    }
    out
}

/// The last moment of the last day; of an Event for whole days, the day.
fn until(till: NaiveDate, event: &Event, home: &Home) -> String {
    match till.and_hms_opt(23, 59, 59).filter(|_| !event.all_day) {
        Some(end) => home.utc(end).format("%Y%m%dT%H%M%SZ").to_string(),
        None => till.format("%Y%m%d").to_string(),
    }
}

/// The first time it takes place: iCalendar counts the start as one, ERPNext only if its weekday is one.
fn first_time(event: &Event) -> (NaiveDateTime, Option<NaiveDateTime>) {
    let mut start = event.starts_on;
    if let Repeat::Weekly(days) = event.repeat {
        let first = (0..7)
            .filter_map(|days| start.checked_add_signed(TimeDelta::days(days)))
            .find(|day| days.contains(day.weekday()));
        start = first.unwrap_or(start);
    }
    let by = start.signed_duration_since(event.starts_on);
    (start, event.ends_on.and_then(|end| end.checked_add_signed(by)))
}
