//! Reading an invitation. Whatever is in the file, it comes to Events, or is said.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use icalendar::parser::{Component, Property, read_calendar_simple, unfold};

use super::super::zone::{PhoneZone, SiteZone};
use super::super::{Repeat, Weekdays};
use super::rule;
use super::zones::zone_of;

/// The largest file read, in bytes: an invitation has a few thousand.
pub const LARGEST: usize = 512 * 1024;
/// The most Events taken from one file.
pub const MOST_EVENTS: usize = 200;
/// How deep components may lie in one another; an alarm in an Event in a calendar is three.
const DEEPEST: usize = 6;
/// The longest text kept, in characters.
const LONGEST: usize = 4_000;

/// Why a file is no invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IcsError {
    /// It is larger than [`LARGEST`], or nested as no calendar is.
    #[error("the file is too large for an invitation")]
    TooLarge,
    /// It is no iCalendar file, or not all of it is here.
    #[error("the file is no calendar, or torn")]
    Unreadable,
    /// There is no Event in it.
    #[error("the calendar has no event")]
    Empty,
}

impl IcsError {
    /// The key of the sentence shown to the rep.
    pub fn message_id(self) -> &'static str {
        match self {
            Self::TooLarge => "error-ics-too-large",
            Self::Unreadable => "error-ics-unreadable",
            Self::Empty => "error-ics-empty",
        }
    }
}

/// When something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IcsTime {
    /// A day, the same everywhere.
    Day(NaiveDate),
    /// A moment.
    At(DateTime<Utc>),
}

/// What of an invitation an Event cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IcsNote {
    /// It repeats in a way ERPNext does not know: the first time alone is taken.
    RuleLeftOut,
    /// In short months it is on the last day here, and left out by who sent it.
    ShortMonths,
    /// So many single times are moved, added or left out in the invitation, and are not here.
    SingleTimes(usize),
    /// Its zone is unknown: its times are taken as this phone's.
    UnknownZone(String),
    /// The sender has cancelled it.
    Cancelled,
}

impl IcsNote {
    /// The key of the sentence shown to the rep.
    pub fn message_id(&self) -> &'static str {
        match self {
            Self::RuleLeftOut => "ics-note-rule",
            Self::ShortMonths => "ics-note-short-months",
            Self::SingleTimes(_) => "ics-note-single-times",
            Self::UnknownZone(_) => "ics-note-zone",
            Self::Cancelled => "ics-note-cancelled",
        }
    }

    /// Its arguments.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SingleTimes(count) => vec![("count", count.to_string())],
            Self::UnknownZone(zone) => vec![("zone", zone.clone())],
            Self::RuleLeftOut | Self::ShortMonths | Self::Cancelled => Vec::new(),
        }
    }
}

/// An Event of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IcsEvent {
    /// `SUMMARY`.
    pub subject: String,
    /// `DESCRIPTION`, and `LOCATION` where there is one.
    pub description: String,
    /// `DTSTART`.
    pub starts_on: IcsTime,
    /// `DTEND` or `DURATION`; of whole days, the last of them.
    pub ends_on: Option<IcsTime>,
    /// `RRULE`, as far as ERPNext has it. Weekdays are those of the zone of `at_home`.
    pub repeat: Repeat,
    /// The last day it repeats on.
    pub repeat_till: Option<NaiveDate>,
    /// The start by the clock it was written by.
    pub at_home: NaiveDateTime,
    /// What cannot be held.
    pub notes: Vec<IcsNote>,
}

/// The Events of a file. Times without a zone are `phone`'s.
///
/// # Errors
/// [`IcsError`]; nothing in a file makes this stop in any other way.
pub fn read(bytes: &[u8], phone: PhoneZone) -> Result<Vec<IcsEvent>, IcsError> {
    if bytes.len() > LARGEST {
        return Err(IcsError::TooLarge);
    }
    let text = String::from_utf8_lossy(bytes);
    let text = unfold(text.trim_start_matches('\u{feff}'));
    if depth(&text) > DEEPEST {
        return Err(IcsError::TooLarge);
    }
    let roots = read_calendar_simple(&text).map_err(|_| IcsError::Unreadable)?;
    let calendar = roots.iter().find(|root| root.name.as_str().eq_ignore_ascii_case("VCALENDAR"));
    let calendar = calendar.ok_or(IcsError::Unreadable)?;
    let all: Vec<&Component<'_>> = calendar
        .components
        .iter()
        .filter(|one| one.name.as_str().eq_ignore_ascii_case("VEVENT"))
        .collect();
    let moved = |event: &Component<'_>| {
        let uid = value(event, "UID");
        all.iter().filter(|one| is_single(one) && value(one, "UID") == uid).count()
    };
    let events: Vec<IcsEvent> = all
        .iter()
        // A moved single time belongs to its series; without one it is all there is.
        .filter(|one| !is_single(one) || !has_series(&all, one))
        .take(MOST_EVENTS)
        .filter_map(|one| event(one, phone, if is_single(one) { 0 } else { moved(one) }))
        .collect();
    if events.is_empty() { Err(IcsError::Empty) } else { Ok(events) }
}

/// How deep components lie in one another at most, by the lines that begin and end them.
fn depth(text: &str) -> usize {
    let (mut deep, mut deepest) = (0_usize, 0);
    for line in text.lines() {
        let line = line.trim_start();
        let begins =
            |word: &str| line.get(..word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word));
        if begins("BEGIN:") {
            deep += 1;
            deepest = deepest.max(deep);
        } else if begins("END:") {
            deep = deep.saturating_sub(1);
        }
    }
    deepest
}

fn is_single(event: &Component<'_>) -> bool {
    property(event, "RECURRENCE-ID").is_some()
}

fn has_series(all: &[&Component<'_>], single: &Component<'_>) -> bool {
    let uid = value(single, "UID");
    all.iter().any(|one| !is_single(one) && value(one, "UID") == uid)
}

fn property<'a>(event: &'a Component<'_>, name: &str) -> Option<&'a Property<'a>> {
    event.properties.iter().find(|property| property.name.as_str().eq_ignore_ascii_case(name))
}

fn value(event: &Component<'_>, name: &str) -> String {
    let text = property(event, name).map(|property| property.val.as_str().trim());
    text.unwrap_or_default()
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .take(LONGEST)
        .collect()
}

fn parameter(property: &Property<'_>, name: &str) -> Option<String> {
    let found = property.params.iter().find(|p| p.key.as_str().eq_ignore_ascii_case(name))?;
    found.val.as_ref().map(|value| value.as_str().to_owned())
}

fn event(from: &Component<'_>, phone: PhoneZone, moved: usize) -> Option<IcsEvent> {
    let mut notes = Vec::new();
    let start = time(property(from, "DTSTART")?, phone, &mut notes)?;
    let end = match property(from, "DTEND") {
        Some(end) => time(end, phone, &mut Vec::new()).map(|end| end.time),
        None => lasts(&value(from, "DURATION")).and_then(|length| start.time.after(length)),
    };
    let mut made = IcsEvent {
        subject: value(from, "SUMMARY"),
        description: described(from),
        starts_on: start.time,
        ends_on: end.and_then(|end| end.as_last_of(start.time)),
        repeat: Repeat::Never,
        repeat_till: None,
        at_home: start.at_home,
        notes,
    };
    repeat(from, &start, &mut made);
    let single = moved + listed(from, "EXDATE") + listed(from, "RDATE");
    if single > 0 {
        made.notes.push(IcsNote::SingleTimes(single));
    }
    if value(from, "STATUS").eq_ignore_ascii_case("CANCELLED") {
        made.notes.push(IcsNote::Cancelled);
    }
    Some(made)
}

fn described(from: &Component<'_>) -> String {
    let parts = [value(from, "LOCATION"), value(from, "DESCRIPTION")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Times listed one by one.
fn listed(from: &Component<'_>, name: &str) -> usize {
    let lists = from.properties.iter().filter(|p| p.name.as_str().eq_ignore_ascii_case(name));
    lists.map(|list| list.val.as_str().split(',').filter(|one| !one.is_empty()).count()).sum()
}

fn repeat(from: &Component<'_>, start: &Start, made: &mut IcsEvent) {
    let rule = value(from, "RRULE");
    if rule.is_empty() {
        return;
    }
    let local = |at: DateTime<Utc>| start.home.from_utc(at).date();
    let Some(ruled) = rule::read(&rule, start.at_home, local) else {
        made.notes.push(IcsNote::RuleLeftOut);
        return;
    };
    if ruled.repeat == Repeat::Daily && !made.ends_on_its_day(start.home) {
        // ERPNext takes no entry of every day that goes into the next one.
        made.notes.push(IcsNote::RuleLeftOut);
        return;
    }
    made.repeat = ruled.repeat;
    made.repeat_till = ruled.till;
    if ruled.short_months {
        made.notes.push(IcsNote::ShortMonths);
    }
}

impl IcsEvent {
    fn ends_on_its_day(&self, home: PhoneZone) -> bool {
        let day = |time: IcsTime| match time {
            IcsTime::Day(day) => day,
            IcsTime::At(at) => home.from_utc(at).date(),
        };
        self.ends_on.is_none_or(|end| day(end) == day(self.starts_on))
    }

    /// The weekdays it is on where a clock shows `start` when it is `at_home` here: they move along
    /// when that is another day.
    pub fn repeat_at(&self, start: NaiveDateTime) -> Repeat {
        let Repeat::Weekly(days) = self.repeat else { return self.repeat };
        let by = start.date().signed_duration_since(self.at_home.date()).num_days();
        let days = (0..7_i64).filter_map(|place| {
            let here = chrono::Weekday::try_from(u8::try_from(place).ok()?).ok()?;
            let there = u8::try_from((place + by).rem_euclid(7)).ok()?;
            days.contains(here).then(|| chrono::Weekday::try_from(there).ok()).flatten()
        });
        Repeat::Weekly(days.fold(Weekdays::default(), Weekdays::with))
    }
}

/// A start: when it is, by which clock it was written, and what that clock showed.
struct Start {
    time: IcsTime,
    home: PhoneZone,
    at_home: NaiveDateTime,
}

fn time(property: &Property<'_>, phone: PhoneZone, notes: &mut Vec<IcsNote>) -> Option<Start> {
    let text = property.val.as_str().trim();
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
        let at_home = believable(day)?.and_hms_opt(0, 0, 0)?;
        return Some(Start { time: IcsTime::Day(day), home: phone, at_home });
    }
    let (naive, utc) = match text.strip_suffix('Z') {
        Some(naive) => (naive, true),
        None => (text, false),
    };
    let at_home = NaiveDateTime::parse_from_str(naive, "%Y%m%dT%H%M%S").ok()?;
    believable(at_home.date())?;
    let home = match parameter(property, "TZID") {
        _ if utc => PhoneZone::Named(SiteZone::named("Etc/UTC").ok()?),
        None => phone,
        Some(tzid) => match zone_of(&tzid) {
            Some(zone) => PhoneZone::Named(zone),
            None => {
                notes.push(IcsNote::UnknownZone(tzid.chars().take(60).collect()));
                phone
            }
        },
    };
    Some(Start { time: IcsTime::At(home.to_utc(at_home)), home, at_home })
}

/// Years a calendar is kept for.
fn believable(day: NaiveDate) -> Option<NaiveDate> {
    (1900..=2200).contains(&day.year()).then_some(day)
}

/// A `DURATION` (RFC 5545, 3.3.6): weeks, or days, hours, minutes and seconds.
fn lasts(text: &str) -> Option<TimeDelta> {
    let rest = text.trim().strip_prefix('+').unwrap_or(text.trim()).strip_prefix('P')?;
    let (mut seconds, mut number) = (0_i64, String::new());
    for sign in rest.chars() {
        let unit = match sign {
            '0'..='9' => {
                number.push(sign);
                continue;
            }
            'T' if number.is_empty() => continue,
            'W' => 7 * 24 * 3_600,
            'D' => 24 * 3_600,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let amount: i64 = number.parse().ok()?;
        seconds = seconds.checked_add(amount.checked_mul(unit)?)?;
        number.clear();
    }
    // No entry takes longer than a year.
    TimeDelta::try_seconds(seconds)
        .filter(|length| *length > TimeDelta::zero() && *length <= TimeDelta::days(366))
}

impl IcsTime {
    fn after(self, length: TimeDelta) -> Option<Self> {
        match self {
            Self::Day(day) => day.checked_add_signed(length).map(Self::Day),
            Self::At(at) => at.checked_add_signed(length).map(Self::At),
        }
    }

    /// An end as ERPNext has it: iCalendar names the day it is over, ERPNext the last one.
    fn as_last_of(self, start: Self) -> Option<Self> {
        match (start, self) {
            (Self::Day(start), Self::Day(end)) => {
                end.pred_opt().filter(|last| *last > start).map(Self::Day)
            }
            (Self::At(start), Self::At(end)) => (end > start).then_some(Self::At(end)),
            // One with a time and one without: the start alone can be relied on.
            _ => None,
        }
    }
}
