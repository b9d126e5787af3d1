//! What the rep is to be reminded of, and when.

use super::show::Entry;
use crate::AppError;
use crate::session::Session;
use crate::session::company::text;
use crate::views::{LEADS, ReminderOf, ReminderSettings, ReminderView};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use satchel_devices::reminders::MOST;
use satchel_store::TaskQuery;
use serde_json::Value;

/// Where [`ReminderSettings`] are kept.
const REMINDERS: &str = "reminders";
/// How many days are planned ahead; a phone that is not opened for longer tells no more.
const AHEAD: u64 = 14;
/// The hour at which entries of the whole day and tasks are told.
const MORNING: u32 = 8;
/// The hour from which they no longer are.
const NOON: u32 = 12;
/// How long after its beginning an entry is still told, where the platform could not earlier, in minutes.
const LATE: i64 = 15;

impl Session {
    /// How the rep is reminded on this phone.
    ///
    /// # Errors
    /// What the store says.
    pub fn reminder_settings(&self) -> Result<ReminderSettings, AppError> {
        Ok(self.inner.store.setting(REMINDERS)?.unwrap_or_default())
    }

    /// Sets how the rep is reminded.
    ///
    /// # Errors
    /// [`AppError::Field`] for a lead that is not offered, or what the store says.
    pub fn set_reminder_settings(&self, settings: &ReminderSettings) -> Result<(), AppError> {
        if !LEADS.contains(&settings.lead) {
            return Err(AppError::Field { field: "lead" });
        }
        Ok(self.inner.store.set_setting(REMINDERS, settings).wait()?)
    }

    /// What is to be told in the next two weeks and is not over, the first one first: the entries of the
    /// calendar that ask for it (`send_reminder`), each as often as it takes place, so long before as the
    /// rep wants; those of the whole day, and tasks where the rep wants them, in the morning. As many as
    /// every platform takes; none where reminders are switched off.
    ///
    /// # Errors
    /// What the store says.
    pub fn reminders(&self) -> Result<Vec<ReminderView>, AppError> {
        let settings = self.reminder_settings()?;
        if !settings.on {
            return Ok(Vec::new());
        }
        let (now, today) = (self.now().utc, self.today());
        let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
        let lead = TimeDelta::minutes(settings.lead.into());
        let mut reminders: Vec<ReminderView> = self
            .entries(today, last)?
            .into_iter()
            .filter(|entry| entry.remind)
            .filter_map(|entry| self.of_entry(entry, lead))
            .collect();
        if settings.tasks {
            reminders.extend(self.of_tasks(today, last)?);
        }
        reminders.retain(|reminder| reminder.until > now);
        reminders.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        reminders.truncate(MOST);
        Ok(reminders)
    }

    fn of_entry(&self, entry: Entry, lead: TimeDelta) -> Option<ReminderView> {
        let Entry { row, begins, uid, .. } = entry;
        let (at, until) = match row.all_day {
            true => self.morning(row.starts_on.date())?,
            false => {
                let late = begins.checked_add_signed(TimeDelta::minutes(LATE))?;
                (begins.checked_sub_signed(lead)?, late)
            }
        };
        Some(ReminderView {
            id: format!("{uid} {}", begins.timestamp()),
            of: ReminderOf::Event(row.event),
            at,
            until,
            told_on: self.zones().phone().from_utc(at),
            starts_on: row.starts_on,
            all_day: row.all_day,
            subject: row.subject,
            customer_name: row.customer_name,
        })
    }

    fn of_tasks(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<ReminderView>, AppError> {
        let query = TaskQuery { open_only: true, due_until: Some(until), ..TaskQuery::default() };
        let tasks = self.inner.store.tasks(&query)?;
        let due = tasks.into_iter().filter_map(|task| {
            let day = task.exp_end_date.filter(|day| *day >= from)?;
            let (at, until) = self.morning(day)?;
            let document: Value = serde_json::from_str(&task.document).ok()?;
            Some(ReminderView {
                id: format!("{} {day}", uid(&document, &task.key)),
                of: ReminderOf::Task(task.key),
                at,
                until,
                told_on: self.zones().phone().from_utc(at),
                starts_on: day.and_time(NaiveTime::MIN),
                all_day: true,
                subject: task.subject,
                customer_name: String::new(),
            })
        });
        Ok(due.collect())
    }

    /// From when until when what has only a day is told.
    fn morning(&self, day: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let phone = self.zones().phone();
        let at = |hour| day.and_hms_opt(hour, 0, 0).map(|time| phone.to_utc(time));
        at(MORNING).zip(at(NOON))
    }
}

/// What names a document before and after the office has it.
pub(super) fn uid(document: &Value, key: &str) -> String {
    match text(document, "satchel_uid") {
        uid if !uid.is_empty() => uid,
        _ => key.trim_start_matches("server:").to_owned(),
    }
}
