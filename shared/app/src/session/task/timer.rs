//! The timer: kept in the profile's database from start to stop, so that it outlives the app.

use super::Session;
use crate::AppError;
use crate::session::local_time;
use crate::views::{NewTime, TimerView};
use rust_decimal::Decimal;
use satchel_devices::clock::{ClockReading, UNKNOWN_BOOT};
use satchel_domain::ids::LocalId;
use satchel_domain::tasks::{Moment, Timer};

/// The setting that holds the timer that runs.
const TIMER: &str = "task_timer";
const HOUR_MS: u64 = 3_600_000;

impl Session {
    /// Starts the timer on a task. Pressed twice it runs on.
    ///
    /// # Errors
    /// [`AppError::TimerRuns`] while it runs on another task, [`AppError::NotFound`].
    pub fn start_timer(&self, task: &str) -> Result<(), AppError> {
        let (row, _) = self.task_document(task)?;
        if let Some(running) = self.timer()? {
            if running.task == row.key {
                return Ok(());
            }
            return Err(AppError::TimerRuns { subject: running.subject });
        }
        let timer = Timer {
            uid: self.new_local_id()?.to_string(),
            task: row.key,
            started: moment(&self.now()),
        };
        Ok(self.inner.store.set_setting(TIMER, &Some(timer)).wait()?)
    }

    /// The timer that runs, if one does.
    ///
    /// # Errors
    /// What the store says.
    pub fn timer(&self) -> Result<Option<TimerView>, AppError> {
        let Some(timer) = self.running()? else { return Ok(None) };
        let now = self.now();
        let known = self.task_called(&timer.task)?;
        let (task, subject) =
            known.map_or_else(|| (timer.task.clone(), String::new()), |row| (row.key, row.subject));
        let moment = moment(&now);
        Ok(Some(TimerView {
            task,
            subject,
            since: local_time(timer.started.utc, timer.started.offset_minutes),
            seconds: timer.elapsed_ms(&moment) / 1_000,
            forgotten: timer.is_forgotten(&moment),
        }))
    }

    /// Stops the timer: what it ran for becomes a Timesheet of the task. Gives the minutes booked, none
    /// where no timer ran.
    ///
    /// `minutes` is for a timer that was forgotten, and for whoever knows better than the timer.
    ///
    /// # Errors
    /// [`AppError::TimerForgotten`] over twelve hours without `minutes`, or as [`Session::log_time`].
    pub fn stop_timer(
        &self,
        minutes: Option<u32>,
        activity_type: &str,
        note: &str,
    ) -> Result<u32, AppError> {
        let Some(timer) = self.running()? else { return Ok(0) };
        let now = moment(&self.now());
        let minutes = match minutes {
            Some(minutes) => minutes,
            None if timer.is_forgotten(&now) => {
                let hours = timer.elapsed_ms(&now) / HOUR_MS;
                return Err(AppError::TimerForgotten { hours });
            }
            None => timer.minutes(&now),
        };
        let uid: LocalId = timer.uid.parse().map_err(|_| AppError::Unreadable { what: "timer" })?;
        let began = timer.started.utc.with_timezone(self.local_now().offset());
        let new = NewTime {
            task: timer.task,
            activity_type: activity_type.to_owned(),
            from: Some(began.naive_local()),
            minutes,
            note: note.to_owned(),
        };
        // Booked under the timer's own uid: ended by a crash between the two, it is booked once.
        self.log_time_as(uid, &new)?;
        self.drop_timer()?;
        Ok(minutes)
    }

    /// Forgets the timer without booking anything.
    ///
    /// # Errors
    /// What the store says.
    pub fn drop_timer(&self) -> Result<(), AppError> {
        Ok(self.inner.store.set_setting(TIMER, &None::<Timer>).wait()?)
    }

    /// Names of the site's Activity Types.
    ///
    /// # Errors
    /// What the store says.
    pub fn activity_types(&self) -> Result<Vec<String>, AppError> {
        let documents = self.inner.store.documents("Activity Type")?;
        let name = |text: &String| {
            let document: serde_json::Value = serde_json::from_str(text).ok()?;
            Some(crate::session::company::text(&document, "name")).filter(|name| !name.is_empty())
        };
        let mut names: Vec<String> = documents.iter().filter_map(name).collect();
        names.sort();
        Ok(names)
    }

    /// Key of the task the timer runs on.
    pub(in crate::session) fn timer_task(&self) -> Result<Option<String>, AppError> {
        Ok(self.timer()?.map(|timer| timer.task))
    }

    /// Hours entered on this phone for a task.
    pub(super) fn hours_on(&self, task: &str) -> Result<Decimal, AppError> {
        let logs = self.time_logs(None)?;
        Ok(logs
            .into_iter()
            .filter(|log| log.task == task)
            .fold(Decimal::ZERO, |sum, log| sum.checked_add(log.hours).unwrap_or(sum)))
    }

    /// The timer as it is kept; one whose Timesheet stands already was stopped just before the app ended.
    fn running(&self) -> Result<Option<Timer>, AppError> {
        let kept: Option<Option<Timer>> = self.inner.store.setting(TIMER)?;
        let Some(timer) = kept.flatten() else { return Ok(None) };
        let booked = self.inner.store.outbox_row_of(&timer.uid)?.is_some();
        Ok((!booked).then_some(timer))
    }
}

fn moment(reading: &ClockReading) -> Moment {
    let known = reading.boot_id != UNKNOWN_BOOT;
    Moment {
        utc: reading.utc,
        offset_minutes: reading.offset_minutes,
        monotonic_ms: reading.monotonic_ms,
        boot_id: if known { reading.boot_id.clone() } else { String::new() },
    }
}
