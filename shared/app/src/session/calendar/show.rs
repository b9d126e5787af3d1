//! What the calendar holds from one day to another, on the phone's clock.

use super::Zones;
use super::enter::is_own;
use super::reminders::uid;
use crate::AppError;
use crate::session::Session;
use crate::session::company::text;
use crate::views::{AgendaRow, CalendarLook, CalendarView};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Utc};
use satchel_domain::calendar::{self, DateRange, Event, Repeat};
use satchel_domain::ids::CustomerKey;
use satchel_domain::merge::same;
use satchel_store::EventRow;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;

/// The setting that keeps how the calendar is looked at.
const LOOK: &str = "calendar_look";
/// The longest repeated Event of which days in the middle are shown.
const LONGEST: u64 = 62;

/// An entry at one of its times, with what reminders need besides.
pub(super) struct Entry {
    /// As it is shown.
    pub row: AgendaRow,
    /// The moment it begins; one of the whole day, at the phone's midnight.
    pub begins: DateTime<Utc>,
    /// What names it before and after the office has it.
    pub uid: Arc<str>,
    /// `send_reminder`.
    pub remind: bool,
}

impl Session {
    /// What the calendar holds from one day to another, both included, and whose clock counts.
    ///
    /// # Errors
    /// What the store says.
    pub fn calendar(&self, from: NaiveDate, until: NaiveDate) -> Result<CalendarView, AppError> {
        let office = self.zones().office(from, until);
        Ok(CalendarView { rows: self.agenda(from, until)?, office })
    }

    /// How the rep last looked at the calendar.
    pub fn calendar_look(&self) -> CalendarLook {
        self.inner.store.setting(LOOK).ok().flatten().unwrap_or_default()
    }

    /// Remembers how the rep looks at the calendar.
    ///
    /// # Errors
    /// What the store says.
    pub fn set_calendar_look(&self, look: CalendarLook) -> Result<(), AppError> {
        Ok(self.inner.store.set_setting(LOOK, &look).wait()?)
    }

    /// What the calendar holds from one day to another, both included: repeating Events unrolled,
    /// all-day ones first on their day.
    ///
    /// # Errors
    /// What the store says.
    pub fn agenda(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<AgendaRow>, AppError> {
        let mut rows: Vec<AgendaRow> =
            self.entries(from, until)?.into_iter().map(|entry| entry.row).collect();
        rows.sort_by(|a, b| {
            (a.starts_on.date(), !a.all_day, a.starts_on, &a.subject).cmp(&(
                b.starts_on.date(),
                !b.all_day,
                b.starts_on,
                &b.subject,
            ))
        });
        Ok(rows)
    }

    /// The entries of these days, in no order.
    pub(super) fn entries(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<Entry>, AppError> {
        let zones = self.zones();
        // A day of the phone touches up to three of the site.
        let (first, last) = (before(from, 1), after(until, 1));
        let mut names = HashMap::new();
        let user = self.calendar_user();
        let mut entries = Vec::new();
        for event in self.inner.store.events_between(first, last)? {
            let Some(read) = read(&event) else { continue };
            let Some(range) = DateRange::new(before(first, length(&read)), last) else { continue };
            let own = is_own(&event.key, &text(&read.1, "owner"), user.as_deref());
            let customer = self.customer_of(&event, &mut names)?;
            let unrolled = unrolled(&event, &read, range, &zones).map(|entry| Entry {
                row: AgendaRow { customer_name: customer.clone(), own, ..entry.row },
                ..entry
            });
            entries.extend(unrolled.filter(|entry| {
                let (starts, ends) = entry.row.days();
                starts <= until && ends >= from
            }));
        }
        Ok(entries)
    }

    fn customer_of(
        &self,
        event: &EventRow,
        names: &mut HashMap<CustomerKey, String>,
    ) -> Result<String, AppError> {
        let Some(key) = &event.customer else { return Ok(String::new()) };
        if let Some(name) = names.get(key) {
            return Ok(name.clone());
        }
        let found = self.inner.store.customer(key)?;
        let name = found.map(|found| found.row.customer_name).unwrap_or_default();
        names.insert(key.clone(), name.clone());
        Ok(name)
    }
}

fn read(event: &EventRow) -> Option<(Event, Value)> {
    let document: Value = serde_json::from_str(&event.document).ok()?;
    match Event::from_document(&document) {
        Ok(read) => Some((read, document)),
        Err(_) => {
            tracing::warn!("an Event cannot be unrolled");
            None
        }
    }
}

/// Whole days a repeated Event reaches beyond the one it starts on: it is found by the day it starts.
fn length((event, _): &(Event, Value)) -> u64 {
    let days = match (event.repeat, event.ends_on) {
        (Repeat::Never, _) | (_, None) => 0,
        (_, Some(end)) => end.date().signed_duration_since(event.starts_on.date()).num_days(),
    };
    u64::try_from(days).unwrap_or_default().min(LONGEST)
}

/// An Event on the days it falls on, in the phone's time.
fn unrolled<'a>(
    event: &'a EventRow,
    (read, document): &'a (Event, Value),
    range: DateRange,
    zones: &'a Zones,
) -> impl Iterator<Item = Entry> + 'a {
    let uid: Arc<str> = uid(document, &event.key).into();
    let remind = document.get("send_reminder").is_some_and(|on| same(on, &json!(1)));
    let on_phone = |at_site: NaiveDateTime| match event.all_day {
        // The day of an all-day entry is the same everywhere.
        true => at_site,
        false => zones.on_phone(at_site),
    };
    let row = move |occurrence: &calendar::Occurrence<'_>| AgendaRow {
        event: event.key.clone(),
        subject: event.subject.clone(),
        starts_on: on_phone(occurrence.starts_on),
        ends_on: occurrence.ends_on.map(on_phone),
        all_day: event.all_day,
        repeats: event.repeats,
        category: text(document, "event_category"),
        customer: event.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
        customer_name: String::new(),
        waiting: event.changed_here || event.key.starts_with("local:"),
        own: false,
    };
    let entry = move |occurrence: calendar::Occurrence<'_>| Entry {
        begins: match event.all_day {
            true => zones.phone().to_utc(occurrence.starts_on),
            false => zones.moment(occurrence.starts_on),
        },
        row: row(&occurrence),
        uid: Arc::clone(&uid),
        remind,
    };
    let occurrences = |range: DateRange| calendar::occurrences(std::slice::from_ref(read), range);
    pieces(read, range).into_iter().flat_map(occurrences).map(entry)
}

/// A monthly Event is asked for month by month: asked for from a short month on, ERPNext keeps that
/// month's last day in the later ones too.
fn pieces(event: &Event, range: DateRange) -> Vec<DateRange> {
    if !matches!(event.repeat, Repeat::Months(_)) {
        return vec![range];
    }
    let mut pieces = Vec::new();
    let mut start = range.start();
    while start <= range.end() {
        let next = start.with_day(1).and_then(|day| day.checked_add_months(chrono::Months::new(1)));
        let end = next.and_then(|day| day.pred_opt()).map_or(range.end(), |e| e.min(range.end()));
        pieces.extend(DateRange::new(start, end));
        match next {
            Some(next) => start = next,
            None => break,
        }
    }
    pieces
}

pub(super) fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

pub(super) fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn starts(event: &Event, from: &str, until: &str) -> Vec<String> {
        let range = DateRange::new(day(from), day(until)).unwrap();
        pieces(event, range)
            .into_iter()
            .flat_map(|range| calendar::occurrences(std::slice::from_ref(event), range))
            .map(|occurrence| occurrence.starts_on.date().to_string())
            .collect()
    }

    #[test]
    fn the_last_of_the_month_is_the_last_of_each_month_wherever_one_begins_to_look() {
        let event = Event::from_document(&json!({
            "starts_on": "2026-01-31 10:00:00", "repeat_this_event": 1, "repeat_on": "Monthly",
        }))
        .unwrap();
        let all = ["2026-01-31", "2026-02-28", "2026-03-31"];
        assert_eq!(starts(&event, "2026-01-15", "2026-04-02"), all);
        assert_eq!(starts(&event, "2026-02-28", "2026-04-02"), all[1..]);
    }

    proptest! {
        #[test]
        fn pieces_are_the_whole_range_once(from in 0..40_000_i32, length in 0..800_u64) {
            let start = NaiveDate::from_num_days_from_ce_opt(700_000 + from).unwrap();
            let range = DateRange::new(start, after(start, length)).unwrap();
            let event = Event::from_document(&json!({
                "starts_on": "1900-01-31", "repeat_this_event": 1, "repeat_on": "Monthly",
            })).unwrap();
            let pieces = pieces(&event, range);
            prop_assert_eq!(pieces.first().map(|p| p.start()), Some(range.start()));
            prop_assert_eq!(pieces.last().map(|p| p.end()), Some(range.end()));
            for pair in pieces.windows(2) {
                prop_assert_eq!(Some(pair[1].start()), pair[0].end().succ_opt());
            }
        }
    }
}
