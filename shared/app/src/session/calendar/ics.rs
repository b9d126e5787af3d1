//! Calendar entries as files: shared with others, taken from an invitation.

use super::reminders::uid;
use super::show::{after, before};
use crate::AppError;
use crate::session::Session;
use crate::session::company::text;
use crate::views::{
    EventForm, EventRepeat, IcsOf, InvitedEvent, ParticipantView, Sentence, ShareKind, Shared,
};
use chrono::{NaiveDateTime, NaiveTime, Weekday};
use satchel_devices::share::ShareFile;
use satchel_domain::calendar::ics::{self, IcsError, IcsEvent, IcsSource, IcsTime};
use satchel_domain::calendar::{Event, Repeat};
use satchel_store::EventRow;
use satchel_sync::plain_text;
use serde_json::Value;
use std::collections::HashSet;
use std::io::Read;
use std::path::Path;

/// Longest subject and description taken from a file, in characters.
const SUBJECT: usize = 140;
const DESCRIPTION: usize = 4_000;

impl Session {
    /// Shares one entry, or all of some days, as an iCalendar file.
    ///
    /// # Errors
    /// [`AppError::NotFound`] or [`AppError::NoEvents`] where there is nothing to share; [`AppError::Share`].
    pub fn share_events(&self, of: &IcsOf) -> Result<Shared, AppError> {
        let (stem, rows) = match of {
            IcsOf::Event(event) => {
                let row = self.inner.store.event(event)?;
                let row = row.ok_or(AppError::NotFound { what: "Event" })?;
                (row.subject.clone(), vec![row])
            }
            IcsOf::Days(from, until) => {
                let entries = self.entries(*from, *until)?;
                let shown: HashSet<&str> =
                    entries.iter().map(|entry| entry.row.event.as_str()).collect();
                // A day of the phone touches up to three of the site.
                let mut rows =
                    self.inner.store.events_between(before(*from, 1), after(*until, 1))?;
                rows.retain(|row| shown.contains(row.key.as_str()));
                let stem = match from == until {
                    true => from.to_string(),
                    false => format!("{from} {until}"),
                };
                (stem, rows)
            }
        };
        let sources: Vec<IcsSource> = rows.iter().filter_map(source).collect();
        if sources.is_empty() {
            return Err(AppError::NoEvents);
        }
        let zones = self.zones();
        let text = ics::write(&sources, zones.site(), zones.phone(), self.now().utc);
        let file = ShareFile::new(&stem, ShareKind::Calendar, text.into_bytes());
        Ok(self.inner.ports.share.share(&file)?)
    }

    /// What is in an invitation, to look at before it is taken: each entry with what of it cannot be kept.
    ///
    /// # Errors
    /// [`AppError::Ics`].
    pub fn read_invitation(&self, file: &[u8]) -> Result<Vec<InvitedEvent>, AppError> {
        let zones = self.zones();
        let read = ics::read(file, zones.phone())?;
        Ok(read.into_iter().map(|event| self.invited(event)).collect())
    }

    /// As [`Session::read_invitation`], of a file another app handed over.
    ///
    /// # Errors
    /// [`AppError::Ics`].
    pub fn read_invitation_file(&self, path: &Path) -> Result<Vec<InvitedEvent>, AppError> {
        let mut file = Vec::new();
        let most = u64::try_from(ics::LARGEST).unwrap_or(u64::MAX).saturating_add(1);
        std::fs::File::open(path)
            .and_then(|open| open.take(most).read_to_end(&mut file))
            .map_err(|_| IcsError::Unreadable)?;
        self.read_invitation(&file)
    }

    fn invited(&self, event: IcsEvent) -> InvitedEvent {
        let zones = self.zones();
        let phone = zones.phone();
        let on_phone = |time: IcsTime| -> NaiveDateTime {
            match time {
                IcsTime::Day(day) => day.and_time(NaiveTime::MIN),
                IcsTime::At(at) => phone.from_utc(at),
            }
        };
        let all_day = matches!(event.starts_on, IcsTime::Day(_));
        let starts_on = on_phone(event.starts_on);
        // ERPNext's weekdays are those of the site's clock.
        let at_site = if all_day { starts_on } else { zones.at_site(starts_on) };
        let (repeat, weekdays) = repeat_of(event.repeat_at(at_site));
        let notes = event
            .notes
            .iter()
            .map(|note| Sentence { message_id: note.message_id(), args: note.args() });
        InvitedEvent {
            notes: notes.collect(),
            form: EventForm {
                subject: event.subject.replace('\n', " ").chars().take(SUBJECT).collect(),
                starts_on: Some(starts_on),
                ends_on: event.ends_on.map(on_phone),
                all_day,
                repeat,
                weekdays,
                repeat_till: event.repeat_till,
                participants: Vec::<ParticipantView>::new(),
                description: event.description.chars().take(DESCRIPTION).collect(),
                reminder: true,
                ..EventForm::default()
            },
        }
    }
}

fn repeat_of(repeat: Repeat) -> (EventRepeat, [bool; 7]) {
    let none = [false; 7];
    match repeat {
        Repeat::Never | Repeat::Undefined => (EventRepeat::Never, none),
        Repeat::Daily => (EventRepeat::Daily, none),
        Repeat::Weekly(days) => {
            let on = |place: u8| Weekday::try_from(place).is_ok_and(|day| days.contains(day));
            (EventRepeat::Weekly, [0, 1, 2, 3, 4, 5, 6].map(on))
        }
        Repeat::Months(1) => (EventRepeat::Monthly, none),
        Repeat::Months(3) => (EventRepeat::Quarterly, none),
        Repeat::Months(_) => (EventRepeat::HalfYearly, none),
        Repeat::Yearly => (EventRepeat::Yearly, none),
    }
}

fn source(row: &EventRow) -> Option<IcsSource> {
    let document: Value = serde_json::from_str(&row.document).ok()?;
    let event = Event::from_document(&document).ok()?;
    // The uid is the same on every phone and in every file.
    let uid = uid(&document, &row.key);
    let description = plain_text(&text(&document, "description"));
    Some(IcsSource { uid: format!("{uid}@satchel"), event, description })
}
